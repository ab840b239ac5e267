"""What Time to fill says of openings that ended, and of the days a person took."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from partnership import figures
from partnership.figures import Card
from partnership.findings.cards import Measured, measured_card
from partnership.labels import ended_openings as words

Row = Mapping[str, Any]

FILL_NAMES = ("filled", "ended", "fill_rate", "fill_low", "fill_high")


def cards(ended: Measured, candidacies: Row | None, *, is_agencys_own: bool) -> list[Card]:
    """Filled of what ended and by whom, days to the yes, hired within 60 days; measured by
    fill_rate, a row of time_to_hire."""
    return [
        measured_card(
            words.FILL_RATE_OWN if is_agencys_own else words.FILL_RATE,
            ended,
            FILL_NAMES,
            of=words.FILL_RATE_OF,
            explained=words.FILL_RATE_EXPLAINED,
        ),
        _by_agency_card(ended.seen),
        _to_hire_card(candidacies),
        _hired_by_card(candidacies),
    ]


def _by_agency_card(ended: pd.DataFrame) -> Card:
    row = {} if ended.empty else ended.iloc[0]
    share = row.get("agency_share")
    is_unseen = bool(row.get("filled")) and (share is None or figures.is_missing(share))
    return figures.share_card(
        words.AGENCY_SHARE,
        None if is_unseen else row.get("filled_by_agency", 0),
        row.get("filled", 0),
        share,
        of=words.AGENCY_SHARE_OF,
        explained=words.AGENCY_SHARE_EXPLAINED,
    )


def _to_hire_card(row: Row | None) -> Card:
    label, explained = words.TO_HIRE, words.TO_HIRE_EXPLAINED
    if row is None:
        return figures.share_card(label, 0, 0, None, explained=explained)
    basis = words.TO_HIRE_BASIS.format(
        hired=figures.number(row["hired"]), in_process=figures.number(row["in_process"])
    )
    days = row["median_days"] if figures.is_enough_for_a_median(row["hired"]) else None
    likely = "" if days is None else figures.likely_days(row["median_low"], row["median_high"])
    return Card(label, figures.days(days), basis, likely, explained=explained)


def _hired_by_card(row: Row | None) -> Card:
    label, explained = words.HIRED_BY, words.HIRED_BY_EXPLAINED
    if row is None or not figures.is_enough(row["submissions"]):
        return figures.share_card(label, 0, 0, None, explained=explained)
    basis = words.HIRED_BY_BASIS.format(submissions=figures.number(row["submissions"]))
    early = words.HIRED_BY_30.format(share=figures.percent(row["hired_by_30_rate"]))
    rate = figures.percent(row["hired_by_60_rate"])
    return Card(label, rate, basis, early, explained=explained)
