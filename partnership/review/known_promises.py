"""Promises as they are known now: those of the figures, with what was typed of them since in the
place of the old, and those that were typed since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures
from partnership.filters import Filters
from partnership.labels import review as words
from partnership.review import parts


@dataclass(frozen=True)
class Promise:
    """One promise with what became of it. `is_counted` = the figures count it, as its day has
    passed; `is_changed` = they count it as open, and it no longer is as they know it."""

    key: str
    owner: str
    text: str
    made_on: pd.Timestamp
    due_on: pd.Timestamp
    ended_on: pd.Timestamp | None  # kept, or dropped
    state: str
    moved_to: pd.Timestamp | None = None
    days_late: int = 0
    is_counted: bool = True
    is_changed: bool = False
    is_entered: bool = False


def known(
    rows: pd.DataFrame, typed: Sequence[Mapping[str, str]], as_of: date, due: Filters
) -> list[Promise]:
    """Rows of reviewed_promise as they were typed again since, and those typed since that were due
    in these days, or earlier and are open."""
    since = {entry["commitment_id"]: entry for entry in typed}
    found = [
        _of_figures(row, since.pop(row["commitment_id"], None), as_of)
        for row in rows.to_dict("records")
    ]
    found += [new for entry in since.values() if _is_due(new := _typed(entry, as_of), due)]
    return sorted(found, key=lambda promise: (promise.due_on, promise.key))


def state(promise: Promise) -> str:
    """What became of a promise, as it is known now."""
    is_moved = promise.moved_to is not None
    told = (words.MOVED_TO if is_moved else words.STATES[promise.state]).format(
        day=parts.day(promise.moved_to if is_moved else promise.ended_on),
        days=figures.days(promise.days_late),
    )
    return words.ENTERED_AFTER.format(state=told) if promise.is_entered else told


def _of_figures(row: Mapping[Any, Any], entry: Mapping[str, str] | None, as_of: date) -> Promise:
    """A promise of the figures, as it was typed again since where it was."""
    ended = next(
        (row[name] for name in ("closed_on", "dropped_on") if not figures.is_missing(row[name])),
        None,
    )
    counted = Promise(
        key=row["commitment_id"],
        owner=row["owner"],
        text=words.UNSAID if figures.is_missing(row["promise"]) else row["promise"],
        made_on=row["made_on"],
        due_on=row["due_on"],
        ended_on=ended,
        state=row["promise_state"],
        days_late=row["days_late"],
        is_counted=row["due_on"] < pd.Timestamp(as_of),
        is_changed=ended is not None and row["is_counted_open"],
    )
    if entry is None:
        return counted
    now = _typed(entry, as_of)
    moved = now.due_on if now.ended_on is None and now.due_on != counted.due_on else None
    return replace(
        now,
        text=now.text if entry["text"] else counted.text,
        due_on=counted.due_on,
        moved_to=moved,
        is_counted=counted.is_counted,
        is_changed=row["is_counted_open"] and not (now.ended_on is None and moved is None),
    )


def _typed(entry: Mapping[str, str], as_of: date) -> Promise:
    """A promise as it was typed after the figures, which count it at the next update."""
    last, due = pd.Timestamp(as_of), pd.Timestamp(entry["due_on"])
    said = entry.get("closed_on") or entry.get("dropped_on")
    ended = pd.Timestamp(said) if said else None
    name = "past_due" if due < last else "open"
    if ended is not None:
        kept = "kept" if ended <= due else "kept_late"
        name = kept if entry.get("closed_on") else "dropped"
    return Promise(
        key=entry["commitment_id"],
        owner=entry["owner"],
        text=entry["text"] or words.UNSAID,
        made_on=pd.Timestamp(entry.get("made_on") or None),
        due_on=due,
        ended_on=ended,
        state=name,
        days_late=max(0, ((last if ended is None else ended) - due).days),
        is_counted=False,
        is_entered=True,
    )


def _is_due(promise: Promise, due: Filters) -> bool:
    start, end = pd.Timestamp(due.period_start), pd.Timestamp(due.period_end)
    is_before = due.period_end is None or promise.due_on < end
    return is_before and (promise.due_on >= start or promise.ended_on is None)
