"""What people type on the Records screen: checked, appended, corrected by a later entry.

A correction is a new row with the same key, a removal a row that says so; nothing is ever deleted.
"""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from partnership import records
from partnership.answers import NO_ANSWERS, Answers
from partnership.canonical import Table
from partnership.entries.checking import POINT, Known, Rows, checked
from partnership.entries.snapshot import OF_THE_SAMPLE
from partnership.entries.tables import (
    ABOUT_THE_ENTRY,
    REMOVED,
    columns_of,
    key_of,
    own_id,
    typed_tables,
)
from partnership.published import Build

TABLES: tuple[str, ...] = tuple(typed_tables())


@dataclass(frozen=True)
class Entry:
    """One entry that counts: canonical text by column; `number` is its place in the file.
    `entered_as` is the agency whose side typed it, empty for HR."""

    table: str
    values: Mapping[str, str]
    number: int
    entered_by: str
    entered_at: str
    entered_as: str = ""


def new_id() -> str:
    """An id that nobody else gives, and that no spreadsheet takes for a number."""
    return f"typed-{secrets.token_hex(6)}"


def folder_of(folder: Path, build: Build) -> Path:
    """Where what is typed beside these figures is kept: apart while they are the sample's.

    So nothing that was tried out on invented agencies is ever counted with real ones.
    """
    return folder / OF_THE_SAMPLE if build.manifest["is_synthetic"] else folder


def enter(
    folder: Path,
    rows: Mapping[str, Rows],
    *,
    by: str,
    at: datetime | None = None,
    known: Known | None = None,
    answers: Answers = NO_ANSWERS,
    entered_as: str = "",
) -> None:
    """Save rows of several tables, all of them or none; ids that are missing are given.

    `known` are the ids there are, per table that rows point to (agencies, searches, …); without it
    they are not checked. `entered_as` is the agency that types, empty for HR. Raises WrongEntry and
    NeedsAnswer.
    """
    tables = typed_tables()
    given = {name: _with_ids(tables.get(name), more) for name, more in rows.items() if more}
    known = _with_kept(folder, known)
    right = checked(given, known=known, answers=POINT.merged_with(answers))
    with records.writing(folder):
        about = _about(by, at, "", entered_as)
        stamped = {name: [row | about for row in more] for name, more in right.items()}
        records.append_all(folder, stamped, {name: columns_of(tables[name]) for name in stamped})


def kept(folder: Path, table: str) -> list[Entry]:
    """The last entry of each key, those removed left out, in the order they were entered."""
    last = {key_of(typed_tables()[table], row): (n, row) for n, row in _numbered(folder, table)}
    return [
        _entry(table, number, row)
        for number, row in sorted(last.values(), key=lambda numbered: numbered[0])
        if row.get("removed", "").strip().lower() != REMOVED
    ]


def remove(
    folder: Path,
    table: str,
    key: Mapping[str, str],
    *,
    by: str,
    at: datetime | None = None,
    entered_as: str = "",
) -> None:
    """Take back the entry of this key, by a row that says so; nothing where there is none."""
    declared = typed_tables()[table]
    with records.writing(folder):
        wanted = key_of(declared, key)
        found = [e for e in kept(folder, table) if key_of(declared, e.values) == wanted]
        about = _about(by, at, REMOVED, entered_as)
        rows = [dict(entry.values) | about for entry in found]
        if rows:
            records.append_all(folder, {table: rows}, {table: columns_of(declared)})


def since(folder: Path, table: str, build: Build) -> list[Entry]:
    """Those of `kept` that the build's figures do not count yet."""
    read = build.manifest.get("records", {}).get(table, {"rows": 0, "not_counted": []})
    rows = [row for _, row in _numbered(folder, table)][: read["rows"]]
    if rows and records.digest(rows) != read["sha256"]:  # edited by hand: nobody knows
        return kept(folder, table)
    left_out = set(read["not_counted"])
    return [e for e in kept(folder, table) if e.number > read["rows"] or e.number in left_out]


def _with_ids(table: Table | None, rows: Rows) -> list[dict[str, str]]:
    name = own_id(table) if table else None
    if name is None:
        return [dict(row) for row in rows]
    return [dict(row) | {name: (row.get(name) or "").strip() or new_id()} for row in rows]


def _with_kept(folder: Path, known: Known | None) -> Known:
    """Meetings that were typed are known too."""
    if not known or "meetings" not in known:
        return known or {}
    typed = {entry.values["meeting_id"] for entry in kept(folder, "meetings")}
    return {**known, "meetings": {*known["meetings"], *typed}}


def _numbered(folder: Path, table: str) -> Iterator[tuple[int, dict[str, str]]]:
    return enumerate(records.read(folder, table), 1)


def _entry(table: str, number: int, row: Mapping[str, str]) -> Entry:
    values = {column.name: row.get(column.name, "") for column in typed_tables()[table].columns}
    about = {name: row.get(name, "") for name in ABOUT_THE_ENTRY if name != "removed"}
    return Entry(table, values, number, **about)


def _about(by: str, at: datetime | None, removed: str, entered_as: str) -> dict[str, str]:
    about = {"entered_by": by, "entered_at": _moment(at), "removed": removed}
    return about | {"entered_as": entered_as}


def _moment(at: datetime | None) -> str:
    return (at or datetime.now(UTC)).isoformat(timespec="seconds")
