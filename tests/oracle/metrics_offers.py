"""offer_outcomes and decline_reasons."""

from collections.abc import Hashable, Iterable
from typing import Any

from oracle import offers
from oracle.asking import Asked, grouped, search_group
from oracle.reading import Export, Row
from oracle.survival import rate, wilson


def offers_by_group(export: Export, asked: Asked) -> dict[Any, list[offers.OfferFact]]:
    """Offers extended in the period, one per submission."""

    def groups(fact: offers.OfferFact) -> Iterable[Hashable]:
        if asked.by == "negotiation_led_by":
            return [fact.offer.get("negotiation_led_by")]
        day, agency = fact.offer["extended_at"].on, fact.submission.get("agency_id")
        return [search_group(asked.by, fact.search, day, agency)]

    facts = [
        fact
        for fact in offers.offer_facts(export)
        if asked.has_day(fact.offer["extended_at"].on)
        and asked.has_agency(fact.submission.get("agency_id"))
    ]
    return grouped(asked.by, facts, groups)


def offer_outcomes(export: Export, asked: Asked) -> list[Row]:
    """How many offers were accepted, and how many of those stood."""
    outcomes = ("accepted", "declined", "expired", "rescinded", "pending")
    rows = []
    for group, facts in offers_by_group(export, asked).items():
        row: Row = {"group": group, "extended": len(facts)}
        row |= {name: sum(f.outcome == name for f in facts) for name in outcomes}
        decided = row["accepted"] + row["declined"] + row["expired"]
        row["acceptance_rate"] = rate(row["accepted"], decided)
        row["acceptance_low"], row["acceptance_high"] = wilson(row["accepted"], decided)
        row["started"] = sum(f.is_started for f in facts)
        row["reneged"] = sum(f.is_reneged for f in facts)
        not_due = sum(f.outcome == "accepted" and not f.is_start_due for f in facts)
        row["net_acceptance_rate"] = rate(row["started"], decided - not_due)
        if "placements" not in export.has:
            row |= dict.fromkeys(("started", "reneged", "net_acceptance_rate"))
        if "offers" not in export.has:
            row = dict.fromkeys(row) | {"group": group}
        rows.append(row)
    return rows


def decline_reasons(export: Export, asked: Asked) -> list[Row]:
    """Why offers were declined."""
    rows = []
    for group, facts in offers_by_group(export, asked).items():
        declined = [f for f in facts if f.outcome == "declined"]
        reasons = [f.offer.get("decline_reason") or "unknown" for f in declined]
        for reason in sorted(set(reasons)):
            row = {"group": group, "reason": reason, "offers": reasons.count(reason)}
            rows.append(row | {"share": reasons.count(reason) / len(declined)})
    return rows
