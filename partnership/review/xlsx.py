"""A review as a workbook: what the slides say, each metric's figures, the rows, the rules."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from partnership import downloads, figures
from partnership.labels import metrics
from partnership.labels import review_files as words
from partnership.review import saying
from partnership.review.model import Figure, Review
from partnership.review.packed import put
from partnership.review.xlsx_summary import LOOKS, POINTS_A_CHARACTER, SIZE, write_summary
from partnership.tables import heading, is_share
from partnership.typeset import measuring

NO_DAY = datetime(1980, 1, 1)
NO_ROWS: Mapping[str, pd.DataFrame] = {}
WIDTHS = (30, 14, 14, 20, 28, 36, 14)


def write_xlsx(review: Review, file: Path, rows: Mapping[str, pd.DataFrame] = NO_ROWS) -> None:
    """Write the workbook; `rows` are the cases behind the figures, by what they are called."""
    put(file, workbook(review, rows))


def workbook(review: Review, rows: Mapping[str, pd.DataFrame] = NO_ROWS) -> bytes:
    """The workbook as the bytes of its file: no text in it is a formula, a link or a number."""
    review, target = saying.plain(review), BytesIO()
    with xlsxwriter.Workbook(target, downloads.OPTIONS) as book:
        book.set_properties({"title": saying.title(review), "created": NO_DAY})
        formats = {
            name: book.add_format(made) for name, made in (downloads.FORMATS | LOOKS).items()
        }
        taken: set[str] = set()

        def sheet(title: str) -> Any:
            added = book.add_worksheet(downloads.sheet_name(title, taken))
            added.hide_gridlines(2)
            added.set_footer(f"&L&8{_foot(review)}&R&8&P / &N")
            added.set_landscape()
            added.set_paper(9)
            added.fit_to_pages(1, 0)
            return added

        write_summary(sheet(words.SUMMARY), review, formats)
        for metric, counted in _by_metric(review).items():
            _figures(sheet(metrics.of(metric).title or metric), counted, formats)
        for title, table in rows.items():
            downloads.write_table(sheet(title or words.ROWS), table, formats)
        _definitions(sheet(words.DEFINITIONS), review, formats)
        _about(sheet(words.ABOUT), review, formats)
    return target.getvalue()


def _foot(review: Review) -> str:
    """The foot as Excel takes it: & begins its codes, and there are at most 255 letters."""
    text = saying.foot(review).replace("&", "&&")
    return text if len(text) <= 225 else saying.foot(review)[:110].replace("&", "&&")


def _by_metric(review: Review) -> dict[str, list[tuple[str, Figure]]]:
    """Each metric's figures with the topic of their slide, in the slides' order."""
    found: dict[str, list[tuple[str, Figure]]] = {}
    for slide in review.slides:
        for figure in slide.figures:
            found.setdefault(figure.metric, []).append((slide.topic, figure))
    return found


def _figures(sheet: Any, counted: list[tuple[str, Figure]], formats: Mapping[str, Any]) -> None:
    """A line for each figure: of which slide, days and group, what it is, and the number."""
    for column, name in enumerate(words.FIGURE_COLUMNS):
        sheet.set_column(column, column, WIDTHS[column])
        is_right = name in words.RIGHT_COLUMNS
        sheet.write_string(0, column, name, formats["head right" if is_right else "head"])
    sheet.freeze_panes(1, 0)
    for row, (topic, figure) in enumerate(counted, start=1):
        last = figure.period_end and figure.period_end - timedelta(days=1)
        sheet.write_string(row, 0, topic, formats["text"])
        for column, day in ((1, figure.period_start), (2, last)):
            if day is not None:
                sheet.write_datetime(
                    row, column, datetime(day.year, day.month, day.day), formats["day"]
                )
        sheet.write_string(row, 3, heading(figure.by) if figure.by else "", formats["text"])
        sheet.write_string(row, 4, saying.plain(str(figure.group or "")), formats["text"])
        sheet.write_string(row, 5, heading(figure.column), formats["text"])
        _value(sheet, row, 6, figure, formats)


def _value(sheet: Any, row: int, column: int, figure: Figure, formats: Mapping[str, Any]) -> None:
    value = figure.value
    if figures.is_missing(value):
        sheet.write_string(row, column, figures.DASH, formats["right"])
    elif isinstance(value, bool) or not isinstance(value, int | float):
        sheet.write_string(row, column, saying.plain(str(value)), formats["right"])
    else:
        is_whole = float(value).is_integer() and not is_share(figure.column)
        kind = "share" if is_share(figure.column) else "whole" if is_whole else "number"
        sheet.write_number(row, column, value, formats[kind])


def _definitions(sheet: Any, review: Review, formats: Mapping[str, Any]) -> None:
    for column, (name, width) in enumerate(words.DEFINITION_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, formats["head"])
    sheet.freeze_panes(1, 0)
    wide = [width for _, width in words.DEFINITION_COLUMNS]
    for row, slide in enumerate(review.slides, start=1):
        told = (slide.topic, saying.definition(slide), slide.basis, slide.filters, slide.source)
        for column, text in enumerate(told):
            sheet.write_string(row, column, text, formats["wrapped"])
        sheet.set_row(row, max(_height(*each) for each in zip(told, wide, strict=True)))


def _height(text: str, width: float) -> float:
    """The height of a cell that has to hold the text."""
    return 15.0 * len(measuring.lines(text, SIZE, POINTS_A_CHARACTER * width))


def _about(sheet: Any, review: Review, formats: Mapping[str, Any]) -> None:
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 100)
    told = saying.facts(review) | {
        words.EDITION: saying.edition(review),
        words.CONFIDENTIALITY: review.confidentiality,
    }
    for row, (name, text) in enumerate(told.items()):
        sheet.write_string(row, 0, name, formats["label"])
        sheet.write_string(row, 1, text, formats["wrapped"])
