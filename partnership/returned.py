"""Rows that were brought, beside those that are kept: what of them is new, and what is changed.

So a table that was downloaded can be corrected and brought back: what nobody touched in it is kept
already, and is not kept twice.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation

from partnership.entries import GIVEN_ID
from partnership.entries.tables import key_of, own_id, typed_tables
from partnership.entries.wrong import wrong_entry
from partnership.errors import Fault
from partnership.grids import Row, Written
from partnership.headings import ATTENDEES, PRESENT
from partnership.labels import entries as words


def changes(
    table: str, rows: Sequence[Row], given: Collection[str], kept: Sequence[Mapping[str, str]]
) -> list[Row]:
    """The rows that say something else than what is kept; `given` are the columns that were
    brought, the others of a record stay what they are."""
    declared, own = typed_tables()[table], own_id(typed_tables()[table])
    by_key = {key_of(declared, one): one for one in kept}
    found = []
    for row in rows:
        before = by_key.get(key_of(declared, row))
        if before is not None:
            found += _changed(row, given, before)
        elif not any(_is_the_same(row, one, but=own) for one in kept):
            found.append(row)
    return found


def completed(
    table: str, rows: Sequence[Written], kept: Sequence[Mapping[str, str]]
) -> list[Written]:
    """The rows as they were written; those that name their record by its id with what it holds in
    columns that were not brought.

    Raises WrongEntry where an id is that of no record. One such as is given here is a new one: an
    agency sends what it typed with the id that its own dashboard gave.
    """
    own = own_id(typed_tables()[table])
    if own is None:
        return [*rows]
    by_id = {one[own]: _of_record(one) for one in kept}
    named = {row.number: row.cells.get(own, "").strip() for row in rows}
    unknown = [
        Fault(table, number, own, words.EXPECTED["no_such_record"])
        for number, key in named.items()
        if key and key not in by_id and not GIVEN_ID.fullmatch(key)
    ]
    if unknown:
        raise wrong_entry(unknown, {table: [{}, {}]})
    return [Written(r.number, {**by_id.get(named[r.number], {}), **r.cells}) for r in rows]


def _of_record(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if name not in PRESENT}


def _changed(row: Row, given: Collection[str], before: Mapping[str, str]) -> list[Row]:
    """The record with what the row changes in it; nothing where it changes nothing."""
    now = {
        name: before.get(name, "")
        if name not in given or _says_the_same(value, before.get(name, ""))
        else value
        for name, value in row.items()
        if name not in PRESENT
    }
    is_listed = ATTENDEES in given
    there = {
        name: row[name] or ("false" if is_listed and before.get(name) == "true" else "")
        for name in PRESENT
        if name in row
    }
    moved = {name: said for name, said in there.items() if said and said != before.get(name)}
    if not moved and all(before.get(name, "") == value for name, value in now.items()):
        return []
    return [now | {name: moved.get(name, "") for name in there}]


def _is_the_same(row: Row, kept: Mapping[str, str], *, but: str | None) -> bool:
    return all(kept.get(name, "") == value for name, value in row.items() if name != but)


def _says_the_same(new: str, kept: str) -> bool:
    """Whether a cell is what the kept value reads like where it is listed: a moment by its day, a
    number without its last zeros, a text on one line."""
    if " ".join(new.split()) == " ".join(kept.split()):
        return True
    if new and kept.startswith(new):
        return _is_moment(kept) and len(new) == len("2026-09-30")
    try:
        return Decimal(new) == Decimal(kept)
    except InvalidOperation:
        return False


def _is_moment(text: str) -> bool:
    try:
        return bool(datetime.fromisoformat(text))
    except ValueError:
        return False
