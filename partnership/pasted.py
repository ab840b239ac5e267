"""Rows copied from a spreadsheet and pasted as text, or in a CSV or Excel file → rows to save."""

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from partnership import templates
from partnership.answers import NO_ANSWERS, Answers
from partnership.downloads import defused
from partnership.entries.checking import TYPED
from partnership.entries.wrong import wrong_entry
from partnership.errors import Fault
from partnership.exports.decoding import encoding_of
from partnership.exports.dialect import header_of
from partnership.grids import Names, Written, canonical, told_apart, with_attendees
from partnership.headings import (
    ATTENDEES,
    NOT_READ,
    PRESENT,
    by_heading,
    columns_for,
    plain,
)
from partnership.labels import entries as words
from partnership.labels import records as record_words
from partnership.returned import changes, completed

# A cell with a line break or a tab comes in quotation marks, those inside it doubled; one that
# only begins with such a mark is what it is.
CELL = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r?\n|\r|\Z)|([^\t\r\n]*)')
MOST_ROWS = 2_000
MOST_ROWS_OF_A_FILE = 20_000
ZIP = b"PK\x03\x04"
Kept = Sequence[Mapping[str, str]]


def pasted(
    table: str,
    text: str,
    names: Names,
    *,
    answers: Answers = NO_ANSWERS,
    kept: Kept = (),
) -> dict[str, list[dict[str, str]]]:
    """The pasted rows by table, in canonical text, for `entries.enter`; nothing for blank text, and
    nothing of what `kept` says already.

    Rows copied from a spreadsheet stand between tabs; text of a CSV file is read as that file is. A
    first row of headings says which columns they are; without it they are those of `columns_for`,
    in this order. Rows count from 1, the headings not among them. Raises WrongEntry with every
    fault, and NeedsAnswer where a day, an amount or the separator can be read in two ways: never
    guessed.
    """
    lines = _lines_of(text, answers)
    return _understood(table, lines, names, answers, kept, most=MOST_ROWS)


def from_file(
    table: str,
    file: bytes,
    names: Names,
    *,
    answers: Answers = NO_ANSWERS,
    kept: Kept = (),
) -> dict[str, list[dict[str, str]]]:
    """The rows of a CSV file, or of the first sheet of an Excel file, read like pasted ones.

    Raises UnreadableExport for a workbook that is none or too much, or no text, and NeedsAnswer
    where the text can be read in two ways.
    """
    if file.startswith(ZIP):
        lines: Iterable[list[str]] = templates.first_sheet(file)
    else:
        lines = _lines_of(_decoded(file, answers), answers)
    return _understood(table, lines, names, answers, kept, most=MOST_ROWS_OF_A_FILE)


def _decoded(file: bytes, answers: Answers) -> str:
    """The text of a file; where it is not UTF-8, as somebody says that it is, never guessed."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(file)
        found = encoding_of(path, TYPED, answers)
    return file.decode(found.codec, "replace" if found.is_damaged else "strict").lstrip("\ufeff")


def _lines_of(text: str, answers: Answers) -> Iterator[list[str]]:
    """The cells of each line: between tabs, else split as the importer would split the file."""
    if not text.strip() or "\t" in text.lstrip().partition("\n")[0]:
        yield from cells_of(text)
        return
    physical = text.splitlines(keepends=True)
    header = header_of(TYPED, lambda: physical, answers)
    for cells in csv.reader(physical[header.line - 1 :], delimiter=header.delimiter):
        # What was put in front, so that a spreadsheet runs nothing, is no part of the text.
        yield [
            cell[1:] if cell[:1] == "'" and defused(cell[1:]) == cell else cell for cell in cells
        ]


def _understood(
    table: str,
    given: Iterable[list[str]],
    names: Names,
    answers: Answers,
    kept: Kept,
    *,
    most: int,
) -> dict[str, list[dict[str, str]]]:
    lines = [line for line in given if any(cell.strip() for cell in line)]
    if not lines:
        return {}
    named = by_heading(table, lines[0])
    header = named or list(columns_for(table))
    in_percent = {place for place, cell in enumerate(lines[0]) if named and cell.endswith("%")}
    rows = [
        _written(table, number, header, _with_percent(line, in_percent))
        for number, line in enumerate(lines[1:] if named else lines, 1)
    ]
    if len(rows) > most:
        expected = words.EXPECTED["too_many"].format(most=f"{most:,}")
        raise wrong_entry([Fault(table, most + 1, "", expected)], {table: [{}, {}]})
    whole = completed(table, rows, kept)
    right = canonical(table, whole, _with_kept(told_apart(names), kept), answers) if rows else []
    return with_attendees(table, changes(table, right, header, kept))


def cells_of(text: str) -> Iterator[list[str]]:
    """The cells of each line of text as spreadsheets copy them."""
    line: list[str] = []
    place = 0
    while place < len(text):
        cell = CELL.match(text, place)
        assert cell  # every text begins with a cell, were it an empty one
        line.append(cell[1].replace('""', '"') if cell[1] is not None else cell[2])
        end = re.compile(r"\t|\r?\n|\r|\Z").match(text, cell.end())
        assert end
        place = end.end()
        if end[0] != "\t":
            yield line
            line = []
        elif place == len(text):
            yield [*line, ""]


def _written(table: str, number: int, header: list[str], line: list[str]) -> Written:
    """Raises WrongEntry where a row has a cell under no column."""
    beyond = [cell for cell in line[len(header) :] if cell.strip()]
    cells = dict(zip(header, line, strict=False))
    cells.pop(NOT_READ, None)
    lost = cells.pop("", "").strip() if "" in header else ""
    if beyond or lost:
        expected = words.EXPECTED["too_wide"].format(most=len([name for name in header if name]))
        raise wrong_entry([Fault(table, number, "", expected)], {table: [{}, {}]})
    return Written(number, _with_sides(table, number, cells))


def _with_sides(table: str, number: int, cells: dict[str, str]) -> dict[str, str]:
    """Who was there, in one cell, as the columns that say it. Raises WrongEntry."""
    named = [plain(part) for part in re.split("[;,]", cells.pop(ATTENDEES, "")) if part.strip()]
    called = {plain(name): party for party, name in record_words.PRESENT.items()}
    called |= {plain(name): party for party, name in record_words.PARTIES.items()}
    if not set(named) <= set(called):
        sides = ", ".join(record_words.PRESENT.values())
        expected = words.EXPECTED["no_such_side"].format(sides=sides)
        raise wrong_entry([Fault(table, number, ATTENDEES, expected)], {table: [{}, {}]})
    there = {called[name] for name in named}
    return cells | {column: "yes" for column, party in PRESENT.items() if party in there}


def _with_percent(line: list[str], places: Collection[int]) -> list[str]:
    """The cells with the sign that stands in the heading."""
    return [
        f"{cell}%" if place in places and cell.strip() and "%" not in cell else cell
        for place, cell in enumerate(line)
    ]


def _with_kept(names: Names, kept: Kept) -> Names:
    """What records point to is known, even where the figures no longer hold it."""
    held = {column: {row[column] for row in kept if row.get(column)} for column in names}
    return {
        column: {one: one for one in held[column]} | dict(known) for column, known in names.items()
    }
