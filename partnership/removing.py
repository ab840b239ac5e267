"""One person who asked to be removed: found, noted for every later build, cut out of the records.

What is noted are the ids of the person's records, or keys that can't be turned back: no name.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from partnership import entries, records
from partnership.errors import PartnershipError
from partnership.labels.removing import CUT_OUT

ERASURES, VERDICTS = "erasures", "verdicts"
# Shorter ones stand in many a word that names nobody.
SHORTEST_NAME = 5


class NotRemoved(PartnershipError):
    """Nobody was removed: nobody, or more than one person, is meant."""

    title = "Nobody was removed"


@dataclass(frozen=True)
class Person:
    """Somebody in the records, with all that names them there."""

    person_id: str
    names: tuple[str, ...]
    contacts: tuple[str, ...]
    records: tuple[str, ...]
    submissions: int
    first_on: date | None
    last_on: date | None
    is_without_ids: bool

    @property
    def name(self) -> str:
        """What to call them while they are still here."""
        return max(self.names, key=len, default=self.records[0])


def persons_of(rows: pd.DataFrame) -> list[Person]:
    """The rows of screens/person_search."""
    return [_person(row) for row in rows.to_dict("records")]


def salt_of(folder: Path) -> str:
    """The salt of every key in the list: that of the first one, or a new one."""
    known = [entry.values["salt"] for entry in entries.kept(folder, ERASURES)]
    return next((salt for salt in known if salt), secrets.token_hex(16))


def remove(folder: Path, person: Person, *, salt: str, by: str, reason: str, on: date) -> int:
    """Cut a person out of what people typed, and note that every build leaves them out.

    Gives how many typed rows named them. Cut out first: whoever is interrupted can do it again.
    """
    cut = without(person)
    count = 0
    with records.writing(folder):
        ids = set(person.records)
        count += records.rewrite(
            folder, VERDICTS, lambda row: None if ids & set(row.values()) else row
        )
        for file in sorted(folder.glob("*.csv")):
            count += records.rewrite(
                folder, file.stem, lambda row: {name: cut(text) for name, text in row.items()}
            )
    note = {"erasure_id": _next_number(folder), "asked_on": f"{on:%Y-%m-%d}"}
    note |= {"reason": cut(reason), "salt": salt if person.is_without_ids else ""}
    rows = [note | {"candidate_id": each} for each in person.records]
    entries.enter(folder, {ERASURES: rows}, by=by)
    return count


def without(person: Person) -> Callable[[str], str]:
    """A function that cuts a person's names and contact keys out of a text."""
    said = [name for name in person.names if len(name) >= SHORTEST_NAME and " " in name.strip()]
    said += [each for each in person.contacts if len(each) >= SHORTEST_NAME]
    if not said:
        return lambda text: text
    longest_first = sorted(said, key=len, reverse=True)
    found = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    return lambda text: found.sub(CUT_OUT, text)


def _next_number(folder: Path) -> str:
    numbers = [entry.values["erasure_id"] for entry in entries.kept(folder, ERASURES)]
    return str(max((int(each) for each in numbers if each.isdigit()), default=0) + 1)


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
    )


def _texts(cell: Any) -> tuple[str, ...]:
    return () if cell is None or isinstance(cell, float) else tuple(map(str, cell))


def _day(cell: Any) -> date | None:
    return None if pd.isna(cell) else pd.Timestamp(cell).date()
