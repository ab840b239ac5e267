"""Which offer counts for a submission, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from oracle.reading import Export, Row


@dataclass(frozen=True)
class OfferFact:
    """The latest extended offer of one submission."""

    offer: Row
    submission: Row
    search: Row
    outcome: str
    is_started: bool
    is_reneged: bool
    is_start_due: bool


def latest_offers(export: Export) -> list[Row]:
    """The offer extended last of each submission; the higher id where two were at one instant."""
    latest: dict[str, Row] = {}
    for offer in sorted(export.rows("offers"), key=lambda o: (o["extended_at"].at, o["offer_id"])):
        latest[offer["submission_id"]] = offer
    return list(latest.values())


def placements_of(export: Export, submission_id: str) -> list[Row]:
    """What is on file about the start and stay of a submission's candidate."""
    return [p for p in export.rows("placements") if p["submission_id"] == submission_id]


def has_happened(export: Export, rows: Iterable[Row], column: str) -> bool:
    """Whether any of the rows has a day in `column` that is not after the as-of day."""
    return any(row.get(column) is not None and export.as_of.knows(row[column]) for row in rows)


def is_reneged(export: Export, submission_id: str) -> bool:
    """Whether the candidate went back on an acceptance by the as-of day."""
    return has_happened(export, placements_of(export, submission_id), "reneged_on")


def offer_facts(export: Export) -> list[OfferFact]:
    """One per submission with an offer."""
    submissions = export.by_id("submissions", "submission_id")
    searches = export.by_id("searches", "search_id")
    return [
        offer_fact(export, offer, submissions[offer["submission_id"]], searches)
        for offer in latest_offers(export)
    ]


def offer_fact(export: Export, offer: Row, submission: Row, searches: dict[str, Row]) -> OfferFact:
    """What became of one offer by the as-of day; only an accepted one is ever due to start."""
    placements = placements_of(export, submission["submission_id"])
    is_accepted = offer["outcome"] == "accepted"
    started = is_accepted and has_happened(export, placements, "started_on")
    reneged = is_accepted and has_happened(export, placements, "reneged_on")
    planned = [offer, *({"starts_on": p.get("started_on")} for p in placements)]
    agreed = next((row for row in planned if row.get("starts_on")), {})
    is_due = is_accepted and (started or reneged or has_happened(export, [agreed], "starts_on"))
    search = searches[submission["search_id"]]
    return OfferFact(offer, submission, search, offer["outcome"], started, reneged, is_due)
