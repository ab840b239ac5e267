"""Last quarter's promises, and what of the figures presented then is known otherwise now."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures, wording
from partnership.filters import Filters
from partnership.labels import review as words
from partnership.labels import shell
from partnership.review import parts
from partnership.review.asked import QUARTER, Asked, Row
from partnership.review.kept import Kept
from partnership.review.model import Slide, Table
from partnership.review.restated import restated

MOST_PROMISES = 4  # beside a table


def slide(asked: Asked) -> Slide:
    """What was promised and became of it; then the figures of the last review, known anew."""
    if not asked.shows("commitments"):
        return _unseen(asked)
    due = asked.rows("promises_kept", QUARTER)
    rows = [_line(asked, row) for row in known(asked, asked.filters(QUARTER)).to_dict("records")]
    counted = ", ".join(f"{who(asked, row)} {figures.number(row['promises'])}" for row in due)
    return parts.slide(
        asked,
        "promises",
        headline=parts.sentence(_headline(asked, due)),
        message=words.PROMISES_MESSAGE,
        table=Table(words.PROMISE_COLUMNS, tuple(rows)) if rows else None,
        points=restated(asked),
        basis=words.PROMISES_BASIS.format(quarter=asked.quarter.label, promises=counted or "0"),
        definition=words.PROMISES_DEFINITION,
        source=f"{shell.MY_PARTNERSHIP}, {shell.MEETINGS}",
        is_short=not rows,
    )


def _unseen(asked: Asked) -> Slide:
    return parts.slide(
        asked,
        "promises",
        headline=parts.sentence(words.PROMISES_HEADLINE["unseen"]),
        message=words.PROMISES_UNSEEN,
        points=restated(asked),
        basis="",
        definition=words.PROMISES_DEFINITION,
        source=shell.MY_PARTNERSHIP,
        is_short=True,
    )


def kept_in_words(asked: Asked, rows: Sequence[Row]) -> str:
    """HR kept 1 of 2, Northgate 2 of 3."""
    return ", ".join(
        words.KEPT_BY.format(who=who(asked, row), of=figures.k_of_n(row["kept"], row["promises"]))
        for row in rows
    )


def open_in_words(asked: Asked, rows: Sequence[Row]) -> str:
    """Whose promises are open past their day, HR 1, Northgate 2; empty where none is."""
    return ", ".join(
        words.OPEN_BY.format(who=who(asked, row), open=figures.number(row["still_open"]))
        for row in rows
        if row["still_open"]
    )


def who(asked: Asked, row: Mapping[Any, Any]) -> str:
    """Who made a promise."""
    owner = str(row["owner"])
    return asked.agency if owner == "agency" else words.OWNERS[owner]


def _headline(asked: Asked, due: Sequence[Row]) -> str:
    said, quarter = words.PROMISES_HEADLINE, asked.quarter.label
    before = Filters(None, asked.quarter.start, agencies=(asked.agency_id,))
    old = open_in_words(asked, asked.rows("promises_kept", before))
    older = words.OLDER.format(still_open=old) if old else ""
    if not due:
        return said["none"].format(quarter=quarter, older=older)
    still_open, kept = open_in_words(asked, due), kept_in_words(asked, due)
    tone = asked.tone if still_open else "neutral"
    return said[tone].format(quarter=quarter, still_open=still_open, kept=kept, older=older)


def known(asked: Asked, due: Filters) -> pd.DataFrame:
    """The promises of the figures that were due then, and older ones that are open, with what was
    typed of them since in the place of the old."""
    return with_typed(
        asked.frame("reviewed_promise", due, folder="rows", row_limit=None), asked.kept
    )


def with_typed(rows: pd.DataFrame, kept: Kept) -> pd.DataFrame:
    """Promises of the figures with the days on which they were kept or dropped since."""
    typed = {entry["commitment_id"]: entry for entry in kept.promises}
    since = {
        f"{ending}_since": [
            typed.get(key, {}).get(f"{ending}_on", "") for key in rows["commitment_id"]
        ]
        for ending in ("closed", "dropped")
    }
    return rows.assign(**since)


def _line(asked: Asked, row: dict[Any, Any]) -> tuple[str, ...]:
    by = wording.sentence(who(asked, row))
    return (str(row["promise"]), by, parts.day(row["due_on"]), state(row))


def state(row: Mapping[Any, Any]) -> str:
    """Whether a promise was kept, as it is known now."""
    if row["closed_since"]:
        closed, due = pd.Timestamp(row["closed_since"]), pd.Timestamp(row["due_on"])
        kept = words.STATES["kept" if closed <= due else "kept_late"]
        return words.ENTERED_AFTER.format(state=kept.format(day=parts.day(closed)))
    if row["dropped_since"]:
        day = parts.day(pd.Timestamp(row["dropped_since"]))
        return words.ENTERED_AFTER.format(state=words.STATES["dropped"].format(day=day))
    ended = row["dropped_on"] if row["promise_state"] == "dropped" else row["closed_on"]
    return words.STATES[row["promise_state"]].format(
        day=parts.day(ended), days=figures.days(row["days_late"])
    )


def promised(asked: Asked, entry: Mapping[str, Any]) -> str:
    """Who promises what, by when."""
    due = entry.get("due_on")
    day = date.fromisoformat(due) if isinstance(due, str) and due else due
    return words.NEW_PROMISE.format(
        who=who(asked, entry), what=entry.get("text", ""), day=figures.day(day)
    )


def shortened(said: list[str]) -> list[str]:
    """Promises as far as a slide has room; the rest is counted."""
    more = len(said) - MOST_PROMISES
    return [*said[:MOST_PROMISES], *([words.AND_MORE.format(count=more)] if more > 0 else [])]
