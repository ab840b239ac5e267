"""The workbook as it is downloaded."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from partnership.canonical import Column
from partnership.downloads import OPTIONS
from partnership.entries.tables import typed_tables
from partnership.grids import Names, choices, told_apart
from partnership.headings import PRESENT, columns_for, heading
from partnership.labels import entries as words
from partnership.labels.records import ALL_AGENCIES
from partnership.templates.cells import HIDDEN, LISTS, cell, rows_kept, text

ROOM_FOR_MORE = 500
WIDTHS = {"text": 60, "outcome": 40, "topics": 36, "search_id": 44, "metric": 28, "starts_at": 20}
USUAL_WIDTH, NUMBER_WIDTH = 18, 16
FORMATS: dict[str, dict[str, Any]] = {
    "heading": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
    "number": {"font_color": "#808080", "align": "left"},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    "moment": {"num_format": "yyyy-mm-dd hh:mm", "align": "left"},
    "share": {"num_format": "0.0%"},
    "text": {"num_format": "@"},
    "plain": {},
}


def template(folder: Path, table: str, names: Names) -> bytes:
    """A workbook with a row per record that is kept, room for more, and words to choose from."""
    names = told_apart(names)
    columns, rows = columns_for(table), rows_kept(folder, table)
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        made = {name: book.add_format(form) for name, form in FORMATS.items()}
        sheet = book.add_worksheet(words.TABLES[table])
        sheet.freeze_panes(1, 1)
        _write_headings(sheet, table, made)
        hidden = book.add_worksheet(HIDDEN)
        hidden.hide()
        for line, (number, row) in enumerate(rows.items(), 1):
            sheet.write_number(line, 0, number, made["number"])
            cells = {name: cell(table, name, row[name], names) for name in columns}
            for position, value in enumerate(cells.values(), 1):
                _write(sheet, line, position, value, made)
            hidden.write_number(line - 1, 0, number)
            hidden.write_string(line - 1, 1, json.dumps(row))
            hidden.write_string(line - 1, 2, json.dumps({n: text(c) for n, c in cells.items()}))
        _offer_choices(book, sheet, table, names, len(rows) + ROOM_FOR_MORE)
    return target.getvalue()


def titled(table: str, column: str) -> str:
    """The heading, marked where the column must be filled in."""
    return heading(column) + (" *" if _is_required(table, column) else "")


def _is_required(table: str, column: str) -> bool:
    return column not in PRESENT and typed_tables()[table].column(column).is_required


def _write_headings(sheet: Any, table: str, made: Mapping[str, Any]) -> None:
    sheet.set_column(0, 0, NUMBER_WIDTH, made["number"])
    sheet.write_string(0, 0, words.NUMBER, made["heading"])
    for position, column in enumerate(columns_for(table), 1):
        sheet.set_column(
            position, position, WIDTHS.get(column, USUAL_WIDTH), made[_form(table, column)]
        )
        sheet.write_string(0, position, titled(table, column), made["heading"])


def _form(table: str, column: str) -> str:
    """How the cells of a column look, empty ones too: text keeps its zeros and its dashes."""
    if table == "targets" and column in ("floor", "target"):
        return "share"
    kind = "flag" if column in PRESENT else _declared(table, column).kind
    forms = {"day": "day", "instant": "moment", "text": "text", "id": "text", "words": "text"}
    return forms.get(kind, "plain")


def _declared(table: str, column: str) -> Column:
    return typed_tables()[table].column(column)


def _write(sheet: Any, line: int, position: int, value: Any, made: Mapping[str, Any]) -> None:
    if isinstance(value, datetime):
        sheet.write_datetime(line, position, value, made["moment"])
    elif isinstance(value, date):
        sheet.write_datetime(
            line, position, datetime(value.year, value.month, value.day), made["day"]
        )
    elif isinstance(value, float):
        sheet.write_number(line, position, value)
    elif value:
        sheet.write_string(line, position, value)


def _offer_choices(book: Any, sheet: Any, table: str, names: Names, last: int) -> None:
    """A list to choose from in every cell whose words are known; other words stay possible where a
    cell may hold several."""
    lists = book.add_worksheet(LISTS)
    lists.hide()
    for position, column in enumerate(columns_for(table)):
        offered = choices(column, names)
        if column == "agency_id" and not _is_required(table, column):
            offered = [ALL_AGENCIES, *offered]
        if offered:
            lists.write_column(0, position, offered)
            area = xl_range_abs(0, position, len(offered) - 1, position)
            rule: dict[str, Any] = {"validate": "list", "source": f"={LISTS}!{area}"}
            rule["show_error"] = column != "topics"
            sheet.data_validation(1, position + 1, last, position + 1, rule)
