"""XLSX into `raw`: a sheet per table, or one sheet for the table the file is named after."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import duckdb
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from partnership.answers import Answers
from partnership.errors import UnreadableExport, WrongColumns
from partnership.exports.dialect import looks_like_header, preamble
from partnership.exports.names import raw_columns, raw_name
from partnership.exports.raw_tables import append
from partnership.exports.report import FileReport, Limits, Loaded, RejectedRow
from partnership.exports.sources import Source
from partnership.exports.workbook_check import checked_sheets
from partnership.exports.workbook_xml import Sheet

Cells = Sequence[str | None]


def load_workbook(
    con: duckdb.DuckDBPyConnection, source: Source, answers: Answers, limits: Limits
) -> tuple[list[FileReport], list[RejectedRow]]:
    """Every sheet with a value into its raw table; `_line` is the row's number in the sheet.

    Each of several sheets is reported as a file of its own, `book.xlsx [sheet]`, so that file and
    line name one row.
    """
    seen = checked_sheets(source, limits)
    sheets = _filled_sheets(source, seen)
    reports = []
    for sheet in sheets:
        one = replace(source, file=f"{source.file} [{sheet.name}]") if sheets[1:] else source
        table = raw_name(sheet.name) if sheets[1:] else source.table
        reports.append(_load_sheet(con, one, table or source.table, sheet, seen[sheet.name]))
    return reports, []


def _filled_sheets(source: Source, seen: Iterable[str]) -> list[CalamineSheet]:
    try:
        workbook = CalamineWorkbook.from_path(str(source.path))
        sheets = [workbook.get_sheet_by_name(name) for name in seen]
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableExport(
            f"{source.file} can't be read as an Excel workbook: {error}",
            "Open it in Excel and save it again as .xlsx, without a password.",
        ) from error
    filled = [sheet for sheet in sheets if sheet.height]
    if not filled:
        raise UnreadableExport(
            f"{source.file} is empty: no sheet holds a value", "Export it again."
        )
    return filled


def _load_sheet(
    con: duckdb.DuckDBPyConnection, source: Source, table: str, sheet: CalamineSheet, seen: Sheet
) -> FileReport:
    """The first row with a value is the header; rows without any are blank."""
    rows = [[cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), error in seen.errors.items():
        rows[row - 1][column - 1] = error  # which the reader takes for an empty cell
    filled = [(number, row) for number, row in enumerate(rows, 1) if _is_filled(row)]
    _refuse_missing_rows(source, seen.rows_with_number, len(filled))
    line, cells = filled[0]
    used = [n for n, _ in enumerate(cells) if any(row[n] is not None for _, row in filled)]
    header = [cells[n] or "" for n in used]
    records = [(number, [row[n] for n in used]) for number, row in filled[1:]]
    place = f"{source.file}, sheet {sheet.name!r}, row {line}"
    names = _names(place, header, records)
    count = append(con, table, names, source.file, records)
    loaded = Loaded(count, [], blank=len(rows) - len(filled))
    return source.report(table, loaded, tuple(zip(header, names, strict=True)))


def _refuse_missing_rows(source: Source, there: int, read: int) -> None:
    """Raise where our own count finds more rows than were read."""
    if there > read:
        raise UnreadableExport(
            f"{source.file} is a damaged workbook: of {there:,} rows {read:,} could be read",
            "Open it in Excel and save it again, or export as CSV UTF-8.",
        )


def _names(place: str, header: list[str], records: list[tuple[int, list[str | None]]]) -> list[str]:
    """The header's names in `raw`; where it has gaps, perhaps the header stands further down."""
    try:
        return raw_columns(header, place)
    except WrongColumns:
        for line, cells in records[:20]:
            below = [cell or "" for cell in cells]
            if not all(header) and looks_like_header(below):
                raise preamble(place, [cell for cell in header if cell], line, below) from None
        raise


def _is_filled(row: Cells) -> bool:
    return any(cell is not None for cell in row)


def cell_text(cell: object) -> str | None:
    """A cell as text: ISO for dates and times, whole numbers without `.0`, None if empty."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return _clock(cell) if isinstance(cell, timedelta) else str(cell)


def _clock(duration: timedelta) -> str:
    minutes, seconds = divmod(round(duration.total_seconds()), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
