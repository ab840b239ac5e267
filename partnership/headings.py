"""The headings over cells that people fill in ↔ the columns of a kind of record."""

import re
from collections.abc import Iterator, Sequence

from partnership.entries.tables import own_id, typed_tables
from partnership.entries.wrong import field_name, wrong_entry
from partnership.errors import Fault
from partnership.labels import columns as headings
from partnership.labels import entries as words
from partnership.labels import records as record_words

MEETINGS = "meetings"
# Who was at a meeting is a table of its own, and three columns beside the meeting for who types it.
PRESENT = {"has_hr": "hr", "has_agency": "agency", "has_business_leader": "business_leader"}
# The same in one cell, as lists show it, and what stands in lists beside a record.
ATTENDEES, NOT_READ = "attendees", "(not read)"
BESIDE = {
    record_words.ATTENDEES: ATTENDEES,
    record_words.TYPED: NOT_READ,
    record_words.IN_FIGURES: NOT_READ,
}
# Tables of a screen whose columns have other names than those of the record; the first two columns
# tell that it is one.
SHOWN_AS = {
    "verdicts": {
        "candidate_id_a": "candidate_id_a",
        "candidate_id_b": "candidate_id_b",
        "person_verdict": "verdict",
        "verdict_on": "judged_on",
        "judged_by": "judged_by",
        "judged_reason": "reason",
        "full_name_a": NOT_READ,
        "full_name_b": NOT_READ,
        "counted_in": NOT_READ,
    }
}


def columns_for(table: str) -> tuple[str, ...]:
    """The columns people fill in: all but the id that is given, and who was at a meeting."""
    declared = typed_tables()[table]
    own = [column.name for column in declared.columns if column.name != own_id(declared)]
    return (*own, *(PRESENT if table == MEETINGS else ()))


def heading(column: str) -> str:
    """What a column is called over its cells."""
    if column in PRESENT:
        return headings.HEADINGS[column]
    return words.GRID_FIELDS.get(column) or field_name(column)


def by_heading(table: str, cells: Sequence[str]) -> list[str] | None:
    """The column of each cell of a first row, '' for an empty one and NOT_READ for what is no part
    of a record; None where they are no headings.

    One word may be both, such as Agency: they are headings where at least half of the cells are.
    Raises WrongEntry where others stand among them.
    """
    known = _known(table, [plain(cell) for cell in cells])
    found = [known.get(plain(cell), "") for cell in cells]
    if sum(map(bool, found)) * 2 < sum(bool(cell.strip()) for cell in cells) or not any(found):
        return None
    lost = [cell for cell, column in zip(cells, found, strict=True) if cell.strip() and not column]
    read = [column for column in found if column and column != NOT_READ]
    if lost or len(set(read)) < len(read):
        expected = ", ".join(heading(column) for column in columns_for(table))
        said = words.EXPECTED["heading"].format(headings=expected)
        raise wrong_entry([Fault(table, 1, "", said)], {table: [{}, {}]})
    return found


def plain(text: str) -> str:
    """A text as it is compared: small letters, one space between words, no mark."""
    return re.sub(r"[\s_*]+", " ", text).strip().casefold()


def _known(table: str, cells: Sequence[str]) -> dict[str, str]:
    """Heading → column."""
    own = own_id(typed_tables()[table])
    columns = (*columns_for(table), *((own,) if own else ()))
    known = {plain(name): column for column in columns for name in _names_of(column)}
    known |= {plain(name): column for name, column in BESIDE.items()}
    shown = {plain(headings.HEADINGS[c]): to for c, to in SHOWN_AS.get(table, {}).items()}
    return known | shown if set([*shown][:2]) & set(cells) else known


def _names_of(column: str) -> Iterator[str]:
    """What a heading may call a column."""
    called = (column, heading(column), words.FIELDS.get(column), record_words.FIELDS.get(column))
    yield from filter(None, called)
