"""Somebody in the records: what names them, and who put them forward for what and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures
from partnership.labels import removing as words


@dataclass(frozen=True)
class Sent:
    """One submission: which record, by whom, for what, when."""

    candidate_id: str
    by: str
    search: str
    day: date | None


@dataclass(frozen=True)
class Person:
    """Somebody in the records, with all that names them there.

    `records` are what the list of removed people holds of them; `candidates` the ids that the
    figures hold; `alike` other records that nobody has told from these yet. `is_joined` and
    `is_parted` say what was judged of the records since the figures.
    """

    person_id: str
    names: tuple[str, ...]
    contacts: tuple[str, ...]
    records: tuple[str, ...]
    submissions: int
    first_on: date | None
    last_on: date | None
    is_without_ids: bool
    candidates: tuple[str, ...] = ()
    sent: tuple[Sent, ...] = ()
    alike: tuple[str, ...] = ()
    is_joined: bool = False
    is_parted: bool = False

    @property
    def name(self) -> str:
        """What to call them while they are still here."""
        return max(self.names, key=len, default=self.records[0])


def persons_of(rows: pd.DataFrame) -> list[Person]:
    """The rows of screens/person_search."""
    return [_person(row) for row in rows.to_dict("records")]


def told(person: Person) -> str:
    """One line: the name, the records, when they were put forward."""
    days = words.NO_SUBMISSION
    if person.first_on and person.last_on:
        days = " – ".join(dict.fromkeys(map(figures.day, (person.first_on, person.last_on))))
    return words.PERSON.format(
        name=person.name,
        records=", ".join(person.candidates[: words.MOST_NAMED]) or person.records[0],
        more=words.MORE_RECORDS.format(count=more) if (more := _beyond(person.candidates)) else "",
        submissions=figures.counted(person.submissions, "submission", "submissions"),
        days=days,
    )


def told_apart(person: Person) -> str:
    """Who put them forward for what and when: what tells people of one name apart."""
    is_several = len(person.candidates) > 1
    lines = [
        words.SENT.format(
            record=words.OF_RECORD.format(record=one.candidate_id) if is_several else "",
            by=one.by,
            search=one.search,
            day=figures.day(one.day) if one.day else figures.DASH,
        )
        for one in person.sent[: words.MOST_NAMED]
    ]
    more = [words.MORE_SENT.format(count=_beyond(person.sent))] if _beyond(person.sent) else []
    joined = [words.JOINED] if person.is_joined else []
    return "; ".join([*lines, *more, *joined])


def _beyond(items: Sequence[Any]) -> int:
    return max(0, len(items) - words.MOST_NAMED)


def _person(row: Any) -> Person:
    return Person(
        row["person_id"],
        _texts(row["full_names"]),
        _texts(row["contacts"]),
        _texts(row["records"]),
        int(row["submissions"]),
        _day(row["first_on"]),
        _day(row["last_on"]),
        bool(row["is_without_ids"]),
        candidates=_texts(row["candidate_ids"]),
        sent=tuple(map(_sent, _items(row["sent"]))),
        alike=_texts(row["alike"]),
    )


def _sent(cell: Mapping[str, Any]) -> Sent:
    by = cell["sent_by"] or words.CHANNELS.get(str(cell["channel"]), str(cell["channel"]))
    title = f"{cell['title']} ({cell['search_id']})" if cell["title"] else str(cell["search_id"])
    return Sent(str(cell["candidate_id"]), str(by), title, _day(cell["received_on"]))


def _texts(cell: Any) -> tuple[str, ...]:
    return tuple(map(str, _items(cell)))


def _items(cell: Any) -> tuple[Any, ...]:
    return () if cell is None or isinstance(cell, float) else tuple(cell)


def _day(cell: Any) -> date | None:
    return None if pd.isna(cell) else pd.Timestamp(cell).date()
