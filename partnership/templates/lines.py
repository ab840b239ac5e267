"""The rows of a template that came back, each with what it was when the workbook was made."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from partnership.entries.wrong import wrong_entry
from partnership.errors import Fault, UnreadableExport
from partnership.exports.report import Limits
from partnership.exports.sources import source
from partnership.exports.workbook_check import checked_sheets
from partnership.headings import by_heading
from partnership.labels import entries as words
from partnership.templates.cells import HIDDEN, LISTS, text

LIMITS = Limits(
    file_bytes=10_000_000,
    unpacked_bytes=100_000_000,
    unpacked_ratio=200,
    rows=20_000,
    columns=200,
    cells=1_000_000,
)
NAME = "template.xlsx"


@dataclass(frozen=True)
class Line:
    """One row of the sheet: where it is, what it was when the workbook was made, what it is now."""

    line: int
    number: str
    cells: Mapping[str, str]
    values: Mapping[str, str]
    texts: Mapping[str, str]

    @property
    def changed(self) -> set[str]:
        """The columns whose cells somebody changed; of a new row, all that are filled."""
        return {name for name, cell in self.cells.items() if cell != self.texts.get(name, "")}


def lines_of(table: str, content: bytes) -> Iterator[Line]:
    """The rows of the sheet with what the hidden one says of them; empty ones are passed over."""
    sheets = _read(content)
    before = {text(row[0]): row for row in sheets.pop(HIDDEN, []) if len(row) > 2}
    sheets.pop(LISTS, None)
    rows = next(iter(sheets.values()), [])
    is_ours = bool(rows) and text(rows[0][0]) == words.NUMBER
    header = by_heading(table, [text(found) for found in rows[0][1:]]) if is_ours else None
    if header is None:
        raise wrong_entry([Fault(table, 1, "", words.EXPECTED["other_records"])], {})
    for line, row in enumerate(rows[1:], 2):
        cells = dict(zip(header, [text(found) for found in row[1:]], strict=False))
        cells.pop("", None)
        number = text(row[0])
        if any(cells.values()):
            was = before.get(number)
            values, texts = (json.loads(was[1]), json.loads(was[2])) if was else ({}, {})
            yield Line(line, number, cells, values, texts)


def is_template(content: bytes) -> bool:
    """Whether a workbook is one that `template` made. Raises UnreadableExport for what is none."""
    return HIDDEN in _read(content)


def first_sheet(content: bytes) -> list[list[str]]:
    """The cells of a workbook's first sheet as text. Raises UnreadableExport."""
    return [[text(cell) for cell in row] for row in next(iter(_read(content).values()), [])]


def _read(content: bytes) -> dict[str, list[list[Any]]]:
    """Sheet → rows of cells. Raises UnreadableExport for what is none, or too much."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        path.write_bytes(content)
        seen = checked_sheets(source(path, NAME, LIMITS), LIMITS)
        try:
            book = CalamineWorkbook.from_path(str(path))
            sheets = [book.get_sheet_by_name(name) for name in seen]
            return {sheet.name: sheet.to_python(skip_empty_area=False) for sheet in sheets}
        except (CalamineError, ValueError) as error:
            raise UnreadableExport(
                f"this can't be read as an Excel workbook: {error}",
                "Open it in Excel and save it again as .xlsx, without a password.",
            ) from error
