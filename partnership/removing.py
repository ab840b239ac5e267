"""One person who asked to be removed: noted for every later build, cut out of what people typed.

What is noted are the ids of the person's records, or keys that can't be turned back: no name.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from partnership import entries, records
from partnership.entries.tables import typed_tables
from partnership.errors import PartnershipError
from partnership.naming import Names
from partnership.persons import Person
from partnership.published import Build

ERASURES, VERDICTS = "erasures", "verdicts"
# How much is told of a text that may name the person.
ROUND_IT = 40


class NotRemoved(PartnershipError):
    """Nobody was removed: nobody, or more than one person, is meant."""

    title = "Nobody was removed"


@dataclass(frozen=True)
class Mention:
    """A typed text that holds a part of the name alone: perhaps the person, perhaps somebody
    else."""

    table: str
    agency_id: str
    quarter: str
    text: str


def salt_of(folder: Path) -> str:
    """The salt of every key in the list: that of the first one, or a new one."""
    known = [entry.values["salt"] for entry in entries.kept(folder, ERASURES)]
    return next((salt for salt in known if salt), secrets.token_hex(16))


def is_noted(folder: Path, person: Person) -> bool:
    """Whether all of their records are in the list already."""
    noted = {entry.values["candidate_id"] for entry in entries.kept(folder, ERASURES)}
    return set(person.records) <= noted


def mentions(folder: Path, person: Person) -> list[Mention]:
    """The typed texts that would still hold a part of the name once the person is removed: reviews
    that were handed out and comments on them among them."""
    names = Names.of(person)
    return [
        Mention(
            file.stem,
            row.get("agency_id", ""),
            row.get("quarter", ""),
            names.round_a_part(text, ROUND_IT),
        )
        for file in sorted(folder.glob("*.csv"))
        for row in records.read(folder, file.stem)
        if not (file.stem == VERDICTS and _is_about(row, person))
        for text in map(names.cut, _texts(file.stem, row).values())
        if names.has_a_part(text)
    ]


def remove(
    folder: Path,
    person: Person,
    *,
    salt: str,
    by: str,
    reason: str,
    on: date,
    parts_too: bool = False,
) -> int:
    """Cut a person out of what people typed, and note that every build leaves them out.

    With `parts_too` the family name goes from the texts wherever it stands alone. Gives how many
    typed rows named them. Cut out first: whoever is interrupted can do it again.
    """
    names = Names.of(person)
    count = 0

    def without(table: str, row: dict[str, str]) -> dict[str, str]:
        cut = {name: names.cut(text) for name, text in row.items()}
        if not parts_too:
            return cut
        return cut | {name: names.cut_parts(cut[name]) for name in _texts(table, row)}

    with records.writing(folder):
        count += records.rewrite(
            folder, VERDICTS, lambda row: None if _is_about(row, person) else row
        )
        for file in sorted(folder.glob("*.csv")):
            count += records.rewrite(folder, file.stem, partial(without, file.stem))
    note = {"erasure_id": _next_number(folder), "asked_on": f"{on:%Y-%m-%d}"}
    said = names.cut_parts(names.cut(reason))
    note |= {"reason": said, "salt": salt if person.is_without_ids else ""}
    rows = [note | {"candidate_id": each} for each in person.records]
    entries.enter(folder, {ERASURES: rows}, by=by)
    return count


def new_verdicts(folder: Path, build: Build) -> list[Mapping[str, str]]:
    """What was judged of who is who and no figure counts yet."""
    return [entry.values for entry in entries.since(folder, VERDICTS, build)]


def _is_about(row: Mapping[str, str], person: Person) -> bool:
    ids = {row.get("candidate_id_a"), row.get("candidate_id_b")}
    return bool(ids & {*person.records, *person.candidates})


def _texts(table: str, row: Mapping[str, str]) -> dict[str, str]:
    """What people wrote in a row, by column; who wrote it is none of it."""
    declared = typed_tables().get(table)
    free = (
        {column.name for column in declared.columns if column.kind == "text"} if declared else row
    )
    return {
        name: text
        for name, text in row.items()
        if text and name in free and not name.endswith("_by") and name != "email"
    }


def _next_number(folder: Path) -> str:
    numbers = [entry.values["erasure_id"] for entry in entries.kept(folder, ERASURES)]
    return str(max((int(each) for each in numbers if each.isdigit()), default=0) + 1)
