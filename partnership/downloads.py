"""Tables as Excel and CSV files that hold no formula, no link and no surprise."""

import codecs
import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from partnership.labels import shell as words
from partnership.tables import heading, is_share

# A spreadsheet takes text that begins so for a formula. The fullwidth forms are folded to these
# by some.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
LONGEST_CELL = 32_767
LONGEST_SHEET_NAME = 31
WIDEST_COLUMN = 60


def csv_file(table: pd.DataFrame) -> bytes:
    """The table as CSV, UTF-8 with the mark that Excel needs; text that looks like a formula gets
    an apostrophe in front, numbers and days stay what they are."""
    safe = table.copy()
    for name in [name for name in table.columns if not _is_plain(table[name])]:
        safe[name] = [defused(_text(value)) if _is_shown(value) else None for value in table[name]]
    safe.columns = [defused(heading(str(name))) for name in table.columns]
    text: str = safe.to_csv(index=False, lineterminator="\r\n", date_format="%Y-%m-%d")
    return f"\ufeff{text}".encode()


def marked_for_excel(file: Path) -> bytes:
    """A CSV file of ours with the mark by which Excel knows UTF-8."""
    return codecs.BOM_UTF8 + file.read_bytes()


def workbook(tables: Mapping[str, pd.DataFrame], about: Mapping[str, str]) -> bytes:
    """An Excel file: one sheet per table under its title, and one that says what the figures are
    about."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        formats = {name: book.add_format(made) for name, made in FORMATS.items()}
        taken: set[str] = set()
        for title, table in tables.items():
            write_table(book.add_worksheet(sheet_name(title, taken)), table, formats)
        sheet = book.add_worksheet(sheet_name(words.ABOUT, taken))
        sheet.set_column(0, 0, 26, formats["heading"])
        sheet.set_column(1, 1, 90)
        for row, (name, text) in enumerate(about.items()):
            sheet.write_string(row, 0, _text(name))
            sheet.write_string(row, 1, _text(text))
    return target.getvalue()


def file_name(screen: str, build: str, ending: str) -> str:
    """overview_2026-09-30-1a2b3c4d.xlsx: the version of the figures is part of the name."""
    stem = re.sub(r"[^a-z0-9]+", "_", screen.lower()).strip("_")
    return f"{stem}_{build}.{ending}"


def defused(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would run it."""
    return (
        f"'{text}"
        if text.lstrip(" ").startswith(FORMULA_STARTS) or text.startswith(FORMULA_STARTS)
        else text
    )


# Nothing that is written as text may become a formula, a link or a number.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
FORMATS: dict[str, dict[str, Any]] = {
    "heading": {"bold": True, "text_wrap": True, "valign": "top"},
    "day": {"num_format": "d mmm yyyy", "align": "right"},
    "share": {"num_format": "0.0 %"},
    "whole": {"num_format": "#,##0"},
    "number": {"num_format": "#,##0.0"},
}


def write_table(sheet: Any, table: pd.DataFrame, formats: Mapping[str, Any]) -> None:
    """The table on a sheet, under headings that stay and can be filtered by."""
    sheet.freeze_panes(1, 0)
    for position, name in enumerate(table.columns):
        column = table.iloc[:, position]
        kind = _kind(column)
        sheet.write_string(0, position, _text(heading(str(name))), formats["heading"])
        for row, value in enumerate(column, start=1):
            if _is_shown(value):
                _write_cell(sheet, row, position, value, formats.get(kind))
        sheet.set_column(position, position, _width(heading(str(name)), column))
    if len(table) and len(table.columns):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)


def _write_cell(sheet: Any, row: int, position: int, value: Any, made: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, position, value)
    elif hasattr(value, "year"):
        # Excel knows no time zone; the day and the hour in UTC are what the figures use.
        sheet.write_datetime(
            row, position, pd.Timestamp(value).tz_localize(None).to_pydatetime(), made
        )
    elif isinstance(value, int | float) or hasattr(value, "__float__"):
        sheet.write_number(row, position, float(value), made)
    else:
        sheet.write_string(row, position, _text(value))


def _kind(column: pd.Series) -> str:
    if pd.api.types.is_bool_dtype(column):
        return "flag"
    if pd.api.types.is_datetime64_any_dtype(column):
        return "day"
    if pd.api.types.is_integer_dtype(column):
        return "whole"
    if pd.api.types.is_float_dtype(column):
        return "share" if is_share(str(column.name)) else "number"
    return "day" if _holds_days(column) else "text"


def _holds_days(column: pd.Series) -> bool:
    first = next((value for value in column if _is_shown(value)), None)
    return hasattr(first, "year")


def _is_plain(column: pd.Series) -> bool:
    return _kind(column) != "text"


def _is_shown(value: Any) -> bool:
    return value is not None and (not pd.api.types.is_scalar(value) or not pd.isna(value))


def _text(value: Any) -> str:
    if not isinstance(value, str) and hasattr(value, "__iter__"):
        value = "; ".join(str(part) for part in value)
    text = CONTROL.sub("", str(value))
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _width(name: str, column: pd.Series) -> int:
    longest = max((len(str(value)) for value in column.head(200)), default=0)
    return min(max(longest, min(len(name), 24)) + 3, WIDEST_COLUMN)


def sheet_name(title: str, taken: set[str]) -> str:
    """A name Excel accepts: short, without its forbidden signs, and not used twice."""
    plain = NOT_IN_SHEET_NAME.sub(" ", title).strip()[:LONGEST_SHEET_NAME] or "Sheet"
    name, number = plain, 2
    while name.lower() in taken:
        ending = f" {number}"
        name, number = plain[: LONGEST_SHEET_NAME - len(ending)] + ending, number + 1
    taken.add(name.lower())
    return name
