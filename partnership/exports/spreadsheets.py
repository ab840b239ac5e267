"""XLSX into `raw`: a sheet per table, or one sheet for the table the file is named after."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import duckdb
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from partnership.answers import Answers
from partnership.errors import UnreadableExport, WrongColumns
from partnership.exports.dialect import looks_like_header, preamble
from partnership.exports.names import raw_columns, raw_name
from partnership.exports.raw_tables import append
from partnership.exports.report import FileReport, Limits, Loaded, RejectedRow
from partnership.exports.sources import Source
from partnership.exports.workbook_size import refuse_bombs

Cells = Sequence[str | None]


def load_workbook(
    con: duckdb.DuckDBPyConnection, source: Source, answers: Answers, limits: Limits
) -> tuple[list[FileReport], list[RejectedRow]]:
    """Every sheet with a value into its raw table; `_line` is the row's number in the sheet.

    Each of several sheets is reported as a file of its own, `book.xlsx [sheet]`, so that file and
    line name one row.
    """
    refuse_bombs(source, limits)
    sheets = _filled_sheets(source)
    if len(sheets) == 1:
        return [_load_sheet(con, source, source.table, sheets[0])], []
    reports = []
    for sheet in sheets:
        one = replace(source, file=f"{source.file} [{sheet.name}]")
        reports.append(_load_sheet(con, one, raw_name(sheet.name) or source.table, sheet))
    return reports, []


def _filled_sheets(source: Source) -> list[CalamineSheet]:
    try:
        workbook = CalamineWorkbook.from_path(str(source.path))
        kinds = {sheet.name: sheet.typ for sheet in workbook.sheets_metadata}
        names = [name for name, kind in kinds.items() if kind == SheetTypeEnum.WorkSheet]
        sheets = [workbook.get_sheet_by_name(name) for name in names]
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
    con: duckdb.DuckDBPyConnection, source: Source, table: str, sheet: CalamineSheet
) -> FileReport:
    """The first row with a value is the header; rows without any are blank."""
    rows = [[cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    filled = [(number, row) for number, row in enumerate(rows, 1) if _is_filled(row)]
    line, cells = filled[0]
    used = [n for n, _ in enumerate(cells) if any(row[n] is not None for _, row in filled)]
    header = [cells[n] or "" for n in used]
    records = [(number, [row[n] for n in used]) for number, row in filled[1:]]
    place = f"{source.file}, sheet {sheet.name!r}, row {line}"
    names = _names(place, header, records)
    count = append(con, table, names, source.file, records)
    loaded = Loaded(count, [], blank=len(rows) - len(filled))
    return source.report(table, loaded, tuple(zip(header, names, strict=True)))


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
