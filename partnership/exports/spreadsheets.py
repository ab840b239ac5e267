"""XLSX workbooks into `raw`: a sheet per table, or one sheet for the table the file is named after."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zipfile import BadZipFile, ZipFile

import duckdb
from python_calamine import CalamineError, CalamineWorkbook

from partnership.answers import Answers
from partnership.errors import UnreadableExport
from partnership.exports.names import raw_columns, raw_name
from partnership.exports.raw_tables import append
from partnership.exports.report import FileReport, Limits, RejectedRow
from partnership.exports.sources import Source

CELL = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')
CHUNK = 1 << 22
FILLED_SHARE = 50  # a sheet may span this many times the cells it holds, and
SMALL_AREA = 5_000_000  # anything up to this many

Cell = object


def load_workbook(
    con: duckdb.DuckDBPyConnection, source: Source, answers: Answers, limits: Limits
) -> tuple[list[FileReport], list[RejectedRow]]:
    """Every sheet that holds anything into its raw table; `_line` is the row's number in the sheet."""
    _refuse_bombs(source, limits)
    try:
        workbook = CalamineWorkbook.from_path(str(source.path))
        sheets = {name: workbook.get_sheet_by_name(name) for name in workbook.sheet_names}
        filled = {name: sheet.to_python(skip_empty_area=False) for name, sheet in sheets.items() if sheet.height}
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableExport(
            f"{source.file} can't be read as an Excel workbook: {error}",
            "Open it in Excel and save it again as .xlsx, without a password.",
        ) from error
    if not filled:
        raise UnreadableExport(f"{source.file} is empty: no sheet holds a value", "Export it again.")
    reports, rejected = [], []
    for name, rows in filled.items():
        table = source.table if len(filled) == 1 else raw_name(name) or source.table
        report, set_aside = _load_sheet(con, source, name, table, rows)
        reports.append(report)
        rejected += set_aside
    return reports, rejected


def _load_sheet(
    con: duckdb.DuckDBPyConnection, source: Source, sheet: str, table: str, rows: Sequence[Sequence[Cell]]
) -> tuple[FileReport, list[RejectedRow]]:
    place = f"{source.file}, sheet {sheet!r}"
    first = next(number for number, row in enumerate(rows) if any(map(_is_filled, row)))
    width = max(_width(row) for row in rows)
    header = [cell_text(cell) or "" for cell in rows[first][:width]]
    names = raw_columns(header, place, first + 1)
    body = [(number, row[:width]) for number, row in enumerate(rows[first + 1 :], first + 2)]
    filled = [(number, [cell_text(cell) for cell in row]) for number, row in body if any(map(_is_filled, row))]
    loaded = append(con, table, names, source.file, filled)
    report = FileReport(
        file=source.file,
        table=table,
        format="xlsx",
        records=len(filled),
        loaded=loaded,
        rejected=0,
        blank=len(body) - len(filled) + first,
        columns=tuple(zip(header, names, strict=True)),
        encoding=None,
        delimiter=None,
        sha256=source.sha256,
        bytes=source.bytes,
    )
    return report, []


def cell_text(cell: Cell) -> str | None:
    """A cell as text: ISO for dates and times, whole numbers without `.0`, None for an empty cell."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return _clock(cell)
    return str(cell)


def _clock(duration: timedelta) -> str:
    minutes, seconds = divmod(int(duration.total_seconds()), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _is_filled(cell: Cell) -> bool:
    return cell is not None and cell != ""


def _width(row: Sequence[Cell]) -> int:
    return max((position for position, cell in enumerate(row, 1) if _is_filled(cell)), default=0)


def _refuse_bombs(source: Source, limits: Limits) -> None:
    """Raise for a workbook that is far larger than its file: by its directory, then by its cells."""
    try:
        with ZipFile(source.path) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
            ratio = unpacked / max(source.bytes, 1)
            if unpacked > limits.unpacked_bytes or (ratio > limits.unpacked_ratio and unpacked > 10_000_000):
                raise UnreadableExport(
                    f"{source.file} unpacks from {source.bytes:,} to {unpacked:,} bytes, more than is read here",
                    "Delete unused rows and sheets, or export as CSV UTF-8.",
                )
            for part in parts:
                if re.fullmatch(r"xl/worksheets/[^/]+\.xml", part.filename):
                    _refuse_far_cells(source, _Extent.of(archive, part.filename), limits)
    except BadZipFile as error:
        raise UnreadableExport(
            f"{source.file} is a damaged workbook: {error}", "Export it again."
        ) from error


@dataclass
class _Extent:
    """How far a sheet's cells reach, and how many there are."""

    rows: int = 0
    columns: int = 0
    cells: int = 0

    @classmethod
    def of(cls, archive: ZipFile, part: str) -> "_Extent":
        extent, rest = cls(), b""
        with archive.open(part) as content:
            while chunk := content.read(CHUNK):
                rest = extent._count(rest + chunk)
        return extent

    def _count(self, text: bytes) -> bytes:
        """Count the cells of a piece; return its unfinished end."""
        end = text.rfind(b">") + 1
        for column, row in set(CELL.findall(text, 0, end)):
            self.rows = max(self.rows, int(row))
            self.columns = max(self.columns, _number(column))
            self.cells += 1
        return text[end:]


def _number(letters: bytes) -> int:
    """A column's number: A is 1, XFD is 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _refuse_far_cells(source: Source, extent: _Extent, limits: Limits) -> None:
    area = extent.rows * extent.columns
    is_sparse = area > max(SMALL_AREA, FILLED_SHARE * extent.cells)
    is_large = extent.rows > limits.rows or extent.columns > limits.columns or area > limits.cells
    if is_sparse or is_large:
        raise UnreadableExport(
            f"{source.file}: a sheet reaches over {extent.rows:,} rows and {extent.columns:,} columns but holds "
            f"{extent.cells:,} values",
            "Delete the stray cells far away from the table, or export as CSV UTF-8.",
        )
