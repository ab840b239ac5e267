"""The last slide of a review of an earlier quarter: what was open when it ended, and what fell due
in the next. What is open or waits now belongs to the latest review alone."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from partnership import figures, wording
from partnership.filters import Filters
from partnership.labels import review as words
from partnership.labels import shell
from partnership.review import parts
from partnership.review.asked import Asked
from partnership.review.known_promises import state
from partnership.review.model import Slide, Table
from partnership.review.slides import promises

FILLED = ("filled_by_agency", "filled_otherwise")


def slide(asked: Asked) -> Slide:
    """What was open when the quarter ended, with what became of it."""
    until_then = Filters(None, asked.quarter.end, agencies=(asked.agency_id,))
    opened = asked.frame("open_at_end", until_then, folder="rows", row_limit=None)
    days = {"day": figures.day(asked.last_day), "as_of": figures.day(asked.as_of)}
    return parts.slide(
        asked,
        "next_quarter",
        headline=parts.sentence(_headline(asked, opened, days)),
        message=words.THEN_MESSAGE.format(**days),
        table=None if opened.empty else _table(asked, opened, days),
        points=[words.THEN_UNKNOWN.format(**days), *_fell_due(asked)],
        basis=words.THEN_BASIS.format(
            count=figures.counted(len(opened), *words.OPENINGS_NAMED), **days
        ),
        definition=words.THEN_DEFINITION,
        source=f"{shell.TIME_TO_FILL}, {shell.MY_PARTNERSHIP}",
        is_short=opened.empty,
    )


def _headline(asked: Asked, opened: pd.DataFrame, days: Mapping[str, str]) -> str:
    if opened.empty:
        return words.THEN_HEADLINE["none"].format(**days)
    ends = opened["opening_end"]
    filled, by_agency = int(ends.isin(FILLED).sum()), int((ends == FILLED[0]).sum())
    key = {0: "unfilled", len(opened): "all"}.get(filled, "some")
    return words.THEN_HEADLINE[key].format(
        openings=figures.counted(len(opened), words.WAS_OPEN, words.WERE_OPEN),
        filled=figures.number(filled),
        by_agency=figures.number(by_agency),
        agency=asked.agency,
        **days,
    )


def _table(asked: Asked, opened: pd.DataFrame, days: Mapping[str, str]) -> Table:
    rows = tuple(_row(asked, row) for row in opened.to_dict("records"))
    return Table(tuple(name.format(**days) for name in words.THEN_COLUMNS), rows, right=(1,))


def _row(asked: Asked, row: Mapping[Any, Any]) -> tuple[str, str, str]:
    days = figures.number(row["days_then"])
    since = words.SINCE_THEN[row["opening_end"]]
    return (
        parts.titled(row),
        words.THEN_ON_HOLD.format(days=days) if row["was_on_hold"] else days,
        since.format(agency=asked.agency, day=parts.day(row["ended_on"])),
    )


def _fell_due(asked: Asked) -> list[str]:
    """The promises of the coming quarter, with what is known of them now."""
    if not asked.shows("commitments"):
        return []
    coming = asked.quarter.plus(1)
    due = Filters(coming.start, coming.end, agencies=(asked.agency_id,))
    said = [
        words.FELL_DUE.format(
            who=wording.sentence(promises.named(asked, promise.owner)),
            what=promise.text,
            day=parts.day(promise.due_on),
            state=state(promise),
        )
        for promise in promises.due_in(asked, due)
        if promise.due_on.date() >= coming.start
    ]
    return promises.shortened(said)
