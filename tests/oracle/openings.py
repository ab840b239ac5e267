"""Seats: when each opened, how it ended, who filled it and how many days that took."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from oracle.offers import is_reneged, latest_offers
from oracle.reading import Export, Moment, Row
from oracle.survival import OPEN, Life


@dataclass(frozen=True)
class Seat:
    """One opening as known at the as-of; `ended_on` is None for an ending without a date."""

    search: Row
    opened_on: date
    outcome: str
    ended_on: date | None
    filled_by: Row | None
    briefed: frozenset[str]
    opening_id: str

    @property
    def is_excluded(self) -> bool:
        """An ending without a date, or before the opening: no clock can be read from it."""
        return self.ended_on is None or self.ended_on < self.opened_on


def seats(export: Export) -> list[Seat]:
    """The openings on file, and for searches without any those that their acceptances tell of."""
    on_file = {row["search_id"] for row in export.rows("openings")}
    derived = [row for row in export.rows("searches") if row["search_id"] not in on_file]
    return [*given_seats(export), *(s for row in derived for s in derived_seats(export, row))]


def given_seats(export: Export) -> Iterator[Seat]:
    """One per row of the openings table; a fill whose hire does not stand is open again."""
    searches = export.by_id("searches", "search_id")
    submissions = export.by_id("submissions", "submission_id")
    taken_back = {
        offer["submission_id"] for offer in latest_offers(export) if offer["outcome"] == "rescinded"
    }
    for row in export.rows("openings"):
        by, outcome, ended_on = (
            row.get("filled_by_submission_id"),
            row["outcome"],
            row.get("closed_on"),
        )
        is_void = outcome == "filled" and by and (is_reneged(export, by) or by in taken_back)
        if outcome == "open" or is_void:
            outcome, ended_on, by = "open", export.as_of.on, None
        filled_by = submissions.get(by or "") if outcome == "filled" else None
        search = searches[row["search_id"]]
        found = seat(export, search, row["opened_on"], outcome, ended_on, filled_by)
        yield replace(found, opening_id=row["opening_id"])


def derived_seats(export: Export, search: Row) -> Iterator[Seat]:
    """The k-th standing acceptance fills seat k; the rest take the search's status and day.

    Of a search said to be filled, as many of the rest are open as hires were reneged.
    """
    accepted = acceptances(export, search["search_id"])
    fills = [fill for fill in accepted if not is_reneged(export, fill[1]["submission_id"])]
    number = search.get("openings")
    for k in range(1 if number is None else number):
        outcome, ended_on, by = search["status"], search.get("closed_on"), None
        if k < len(fills):
            outcome, (ended_on, by) = "filled", fills[k]
        elif outcome in ("open", "on_hold") or (outcome == "filled" and k < len(accepted)):
            outcome, ended_on = "open", export.as_of.on
        found = seat(export, search, search["opened_on"], outcome, ended_on, by)
        yield replace(found, opening_id=f"{search['search_id']}#{k + 1}")


def acceptances(export: Export, search_id: str) -> list[tuple[date | None, Row]]:
    """The day and submission of each acceptance of a search, in order, undated ones last."""
    submissions = export.by_id("submissions", "submission_id")
    found = [
        (moment, submissions[submission_id])
        for submission_id, moment in accepted_submissions(export)
        if submissions[submission_id]["search_id"] == search_id
    ]
    found.sort(key=lambda f: (f[0] is None, f[0] and f[0].at, f[1]["submission_id"]))
    return [(moment and moment.on, submission) for moment, submission in found]


def accepted_submissions(export: Export) -> list[tuple[str, Moment | None]]:
    """By the latest offers; where no offers came in, by the first stage `hired`."""
    if "offers" in export.has:
        accepted = [offer for offer in latest_offers(export) if offer["outcome"] == "accepted"]
        return [(offer["submission_id"], offer.get("answered_at")) for offer in accepted]
    hired: dict[str, Moment] = {}
    events = [event for event in export.rows("stage_events") if event["stage"] == "hired"]
    for event in sorted(events, key=lambda event: event["entered_at"].at):
        hired.setdefault(event["submission_id"], event["entered_at"])
    return list(hired.items())


def seat(
    export: Export,
    search: Row,
    opened_on: date,
    outcome: str,
    ended_on: date | None,
    by: Row | None,
) -> Seat:
    """A seat with the agencies its search was given to."""
    return Seat(search, opened_on, outcome, ended_on, by, briefed_agencies(export, search), "")


def briefed_agencies(export: Export, search: Row) -> frozenset[str]:
    """The agencies briefed on a search; without a briefs table those that submitted to it."""
    if "briefs" in export.has:
        rows = export.rows("briefs")
    else:
        rows = [row for row in export.rows("submissions") if row["channel"] == "agency"]
    return frozenset(r["agency_id"] for r in rows if r["search_id"] == search["search_id"])


def days_held(export: Export, search: Row, start: date, end: date) -> int:
    """The days from `start` to before `end` on which the search was on hold, each counted once."""
    holds = [h for h in export.rows("holds") if h["search_id"] == search["search_id"]]
    day, held = start, 0
    while day < end:
        held += any(h["held_from"] <= day < (h.get("held_until") or date.max) for h in holds)
        day += timedelta(days=1)
    return held


def days_between(export: Export, seat: Seat, end: date, clock: str) -> int:
    """Days from the opening to `end`; on the active clock without those on hold."""
    days = (end - seat.opened_on).days
    return days - days_held(export, seat.search, seat.opened_on, end) if clock == "active" else days


def life(export: Export, seat: Seat, clock: str, agencies: frozenset[str] | None) -> Life:
    """The seat's clock. `agencies` are those whose fills count as theirs; None is any agency."""
    assert seat.ended_on is not None
    covers_from = export.covers_from
    entry = 0
    if covers_from is not None and covers_from > seat.opened_on:
        entry = days_between(export, seat, covers_from, clock)
    days = days_between(export, seat, seat.ended_on, clock)
    return Life(days, cause(seat, agencies), entry)


def cause(seat: Seat, agencies: frozenset[str] | None) -> str:
    """How the seat ended: by an agency, otherwise, cancelled, or not yet."""
    if seat.outcome != "filled":
        return OPEN if seat.outcome == "open" else "cancelled"
    by = seat.filled_by
    if by is None or by["channel"] != "agency":
        return "otherwise"
    return "agency" if agencies is None or by["agency_id"] in agencies else "otherwise"
