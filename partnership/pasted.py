"""Rows copied from a spreadsheet and pasted as text, or in a CSV file → rows to save."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from partnership.answers import NO_ANSWERS, Answers
from partnership.entries.wrong import wrong_entry
from partnership.errors import Fault
from partnership.grids import (
    Names,
    Written,
    by_heading,
    canonical,
    columns_for,
    told_apart,
    with_attendees,
)
from partnership.labels import entries as words

# A cell with a line break or a tab comes in quotation marks, those inside it doubled; one that
# only begins with such a mark is what it is.
CELL = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r?\n|\r|\Z)|([^\t\r\n]*)')
MOST_ROWS = 2_000
MOST_ROWS_OF_A_FILE = 20_000
SEPARATORS = ",;\t"


def pasted(
    table: str, text: str, names: Names, *, answers: Answers = NO_ANSWERS
) -> dict[str, list[dict[str, str]]]:
    """The pasted rows by table, in canonical text, for `entries.enter`; nothing for blank text.

    A first row of headings says which columns they are; without it they are those of `columns_for`,
    in this order. Rows count from 1, the headings not among them. Raises WrongEntry with every
    fault, and NeedsAnswer where a day or an amount can be read in two ways: never guessed.
    """
    return _understood(table, cells_of(text), names, answers, most=MOST_ROWS)


def from_csv(
    table: str, file: bytes, names: Names, *, answers: Answers = NO_ANSWERS
) -> dict[str, list[dict[str, str]]]:
    """The rows of a CSV file, read like pasted ones; what its first line is separated by most
    separates all of it."""
    text = file.decode("utf-8-sig", errors="replace")
    first = text.partition("\n")[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(SEPARATORS, key=first.count), strict=False
    )
    return _understood(table, reader, names, answers, most=MOST_ROWS_OF_A_FILE)


def _understood(
    table: str, given: Iterable[list[str]], names: Names, answers: Answers, *, most: int
) -> dict[str, list[dict[str, str]]]:
    lines = [line for line in given if any(cell.strip() for cell in line)]
    if not lines:
        return {}
    named = by_heading(table, lines[0])
    header = named or list(columns_for(table))
    rows = [
        _written(table, number, header, line)
        for number, line in enumerate(lines[1:] if named else lines, 1)
    ]
    if len(rows) > most:
        expected = words.EXPECTED["too_many"].format(most=f"{most:,}")
        raise wrong_entry([Fault(table, most + 1, "", expected)], {table: [{}, {}]})
    return with_attendees(table, canonical(table, rows, told_apart(names), answers)) if rows else {}


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
    lost = cells.pop("", "").strip() if "" in header else ""
    if beyond or lost:
        expected = words.EXPECTED["too_wide"].format(most=len([name for name in header if name]))
        raise wrong_entry([Fault(table, number, "", expected)], {table: [{}, {}]})
    return Written(number, cells)
