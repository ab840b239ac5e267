"""The workbook as it comes back: what is new in it, and what somebody changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from partnership import records
from partnership.answers import NO_ANSWERS, Answers
from partnership.entries import kept
from partnership.entries.tables import key_of, own_id, typed_tables
from partnership.entries.wrong import wrong_entry
from partnership.errors import Fault
from partnership.grids import (
    ATTENDEES,
    Names,
    Row,
    Written,
    canonical,
    told_apart,
    with_attendees,
)
from partnership.headings import MEETINGS, PRESENT
from partnership.labels import entries as words
from partnership.templates.cells import sides_there
from partnership.templates.lines import Line, lines_of


def filled(
    folder: Path, table: str, content: bytes, names: Names, *, answers: Answers = NO_ANSWERS
) -> dict[str, list[Row]]:
    """The new and the changed rows of a template by table, in canonical text, for `entries.enter`.

    A record whose row is gone stays kept. Raises UnreadableExport for what is no workbook,
    WrongEntry with every fault by the sheet's row numbers, and NeedsAnswer.
    """
    names, now = told_apart(names), Now(folder, table)
    lines = [line for line in lines_of(table, content) if line.changed]
    faults = [fault for line in lines for fault in now.misfits(line)]
    counted = Counter(line.number for line in lines if line.number)
    faults += [_fault(table, n, "twice") for n in lines if counted[n.number] > 1]
    if faults:
        raise wrong_entry(sorted(faults), {})
    if not lines:
        return {}
    written = [Written(line.line, _as_meant(line)) for line in lines]
    right = canonical(table, written, _with_old(names, lines), answers)
    own = own_id(typed_tables()[table])
    rows = [
        row | ({own: line.values[own]} if own and line.values else {})
        for row, line in zip(right, lines, strict=True)
    ]
    if table == MEETINGS:
        return _meetings(folder, rows, lines)
    return {table: rows}


def _meetings(folder: Path, rows: Sequence[Row], lines: Sequence[Line]) -> dict[str, list[Row]]:
    """The meetings that changed, and the sides of any whose presence did."""
    changed = [
        row | {name: row[name] or ("false" if line.values else "") for name in PRESENT}
        for row, line in zip(rows, lines, strict=True)
    ]
    for row, line in zip(changed, lines, strict=True):
        row.update({name: "" for name in PRESENT if name not in line.changed})
    found = with_attendees(MEETINGS, changed)
    found[MEETINGS] = [
        row
        for row, line in zip(found[MEETINGS], lines, strict=True)
        if not line.values or line.changed - PRESENT.keys()
    ]
    if ATTENDEES in found:
        found[ATTENDEES] = list(_everybody(folder, found[ATTENDEES]))
    return {name: more for name, more in found.items() if more}


def _everybody(folder: Path, attendees: Sequence[Row]) -> Iterator[Row]:
    """A side that was not there after all: so for every one of it who was named."""
    named = [dict(entry.values) for entry in kept(folder, ATTENDEES)]
    for row in attendees:
        same = [
            one | {"attended": "false"}
            for one in named
            if row["attended"] == "false"
            and (one["meeting_id"], one["party"]) == (row["meeting_id"], row["party"])
        ]
        yield from same or [row]


def _as_meant(line: Line) -> dict[str, str]:
    """The cells; those that nobody touched by what they stood for."""
    return {
        name: cell if name in line.changed else line.values.get(name, "")
        for name, cell in line.cells.items()
    }


def _with_old(names: Names, lines: Sequence[Line]) -> Names:
    """Ids that stand in untouched cells are known, even where the figures no longer hold them."""
    old = {
        column: {v: v for line in lines if (v := line.values.get(column)) and v not in known}
        for column, known in names.items()
    }
    return {column: {**known, **old[column]} for column, known in names.items()}


@dataclass(frozen=True)
class Now:
    """What is kept of a table by the time its template comes back."""

    folder: Path
    table: str

    def misfits(self, line: Line) -> Iterator[Fault]:
        """A number that is nobody's, of other records, or of a record corrected since."""
        if not line.number:
            return
        declared = typed_tables()[self.table]
        place = int(line.number) if line.number.isdigit() else 0
        if not line.values or not 0 < place <= len(self._lying):
            yield _fault(self.table, line, "no_such_entry")
        elif any(
            self._lying[place - 1].get(column.name, "") != line.values.get(column.name, "")
            for column in declared.columns
        ):
            yield _fault(self.table, line, "other_records")
        elif self._last.get(key_of(declared, line.values)) != place or self._met_others(line):
            yield _fault(self.table, line, "corrected_since")

    @cached_property
    def _lying(self) -> list[dict[str, str]]:
        return records.read(self.folder, self.table)

    @cached_property
    def _last(self) -> dict[tuple[str, ...], int]:
        declared = typed_tables()[self.table]
        return {key_of(declared, e.values): e.number for e in kept(self.folder, self.table)}

    @cached_property
    def _there(self) -> dict[str, dict[str, str]]:
        return sides_there(self.folder)

    def _met_others(self, line: Line) -> bool:
        """Whether somebody else said since who was there."""
        sides = self._there.get(line.values.get("meeting_id", ""), {})
        return any(
            sides.get(PRESENT[name], "") != line.values.get(name, "")
            for name in line.changed & PRESENT.keys()
        )


def _fault(table: str, line: Line, expected: str) -> Fault:
    return Fault(table, line.line, "", words.EXPECTED[expected])
