"""Last quarter's promises, and what of the figures presented then is known otherwise now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from partnership import figures, wording
from partnership.filters import Filters
from partnership.labels import review as words
from partnership.labels import shell
from partnership.review import parts
from partnership.review.asked import QUARTER, Asked, Row
from partnership.review.known_promises import Promise, known, state
from partnership.review.model import Slide, Table
from partnership.review.restated import restated

MOST_PROMISES = 4  # beside a table


@dataclass(frozen=True)
class Counted:
    """What the figures count: promises due in the quarter, and those due before it."""

    due: Sequence[Row]
    older: Sequence[Row]


def slide(asked: Asked) -> Slide:
    """What was promised and became of it; then the figures of the last review, known anew."""
    if not asked.shows("commitments"):
        return _unseen(asked)
    counted = Counted(asked.rows("promises_kept", QUARTER), _older(asked))
    listed = due_in(asked, asked.filters(QUARTER))
    return parts.slide(
        asked,
        "promises",
        headline=parts.sentence(_headline(asked, counted)),
        message=_tally(asked, counted.due) if counted.due else words.PROMISES_MESSAGE,
        table=Table(words.PROMISE_COLUMNS, tuple(_line(asked, row) for row in listed))
        if listed
        else None,
        points=restated(asked),
        basis=_basis(asked, counted, listed),
        definition=words.PROMISES_DEFINITION,
        source=f"{shell.MY_PARTNERSHIP}, {shell.MEETINGS}",
        is_short=not listed,
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
    return named(asked, str(row["owner"]))


def named(asked: Asked, owner: str) -> str:
    """The side that made a promise, in words."""
    return asked.agency if owner == "agency" else words.OWNERS[owner]


def due_in(asked: Asked, due: Filters) -> list[Promise]:
    """The promises that were due then, and older ones that are open."""
    rows = asked.frame("reviewed_promise", due, folder="rows", row_limit=None)
    return known(rows, asked.kept.promises, asked.as_of, due)


def _older(asked: Asked) -> list[Row]:
    """What the figures count of promises due before the quarter."""
    before = Filters(None, asked.quarter.start, agencies=(asked.agency_id,))
    return asked.rows("promises_kept", before)


def _headline(asked: Asked, counted: Counted) -> str:
    """Headline, table and number of cases speak of the same promises: those due in the quarter, and
    older ones that are open, in both wordings."""
    said, quarter, due = words.PROMISES_HEADLINE, asked.quarter.label, counted.due
    still_open, old = open_in_words(asked, due), open_in_words(asked, counted.older)
    is_direct = asked.tone == "direct" and bool(still_open or old)
    how = "neutral" if not is_direct else "direct" if still_open else "direct alone"
    older = words.OLDER[how].format(still_open=old, quarter=quarter) if old else ""
    if not due:
        key = "none direct" if is_direct else "none"
        return said[key].format(quarter=quarter, older=older, still_open=older)
    return said["direct" if is_direct else "neutral"].format(
        quarter=quarter, still_open=still_open, kept=kept_in_words(asked, due), older=older
    )


def _tally(asked: Asked, due: Sequence[Row]) -> str:
    """How many were kept, kept late, dropped, and are open, of both sides together."""
    columns = ("kept", "late", "dropped", "still_open")
    counts = {name: figures.number(sum(row[name] for row in due)) for name in columns}
    return words.PROMISES_TALLY.format(quarter=asked.quarter.label, **counts)


def _basis(asked: Asked, counted: Counted, listed: Sequence[Promise]) -> str:
    """The number of promises that the headline counts, and why the table may hold others."""
    due = _by_side(asked, counted.due, "promises")
    said = [words.PROMISES_BASIS.format(quarter=asked.quarter.label, promises=due or "0")]
    if old := _by_side(asked, counted.older, "still_open"):
        said.append(words.PROMISES_OLDER_BASIS.format(promises=old))
    more = {
        words.PROMISES_AFTER_BASIS: sum(not promise.is_counted for promise in listed),
        words.PROMISES_CHANGED_BASIS: sum(p.is_counted and p.is_changed for p in listed),
    }
    said += [text.format(count=figures.number(count)) for text, count in more.items() if count]
    return f"{'; '.join(said)}."


def _by_side(asked: Asked, rows: Sequence[Row], column: str) -> str:
    return ", ".join(
        f"{who(asked, row)} {figures.number(row[column])}" for row in rows if row[column]
    )


def _line(asked: Asked, promise: Promise) -> tuple[str, ...]:
    by = wording.sentence(named(asked, promise.owner))
    return (wording.sentence(promise.text), by, parts.day(promise.due_on), state(promise))


def promised(asked: Asked, entry: Mapping[str, Any]) -> str:
    """Who promises what, by when."""
    due = entry.get("due_on")
    day = date.fromisoformat(due) if isinstance(due, str) and due else due
    return words.NEW_PROMISE.format(
        who=who(asked, entry), what=entry.get("text") or words.UNSAID, day=figures.day(day)
    )


def shortened(said: list[str]) -> list[str]:
    """Promises as far as a slide has room; the rest is counted."""
    more = len(said) - MOST_PROMISES
    return [*said[:MOST_PROMISES], *([words.AND_MORE.format(count=more)] if more > 0 else [])]
