"""A review as a workbook: what the slides say, each metric's figures, the rows, the rules."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from partnership import downloads
from partnership.labels import review_files as words
from partnership.review import saying, xlsx_figures
from partnership.review.cases import NO_CASES, Cases
from partnership.review.model import Review
from partnership.review.packed import put
from partnership.review.xlsx_summary import LOOKS, POINTS_A_CHARACTER, SIZE, write_summary
from partnership.typeset import measuring

NO_DAY = datetime(1980, 1, 1)


def write_xlsx(review: Review, file: Path, cases: Cases = NO_CASES) -> None:
    """Write the workbook; `cases` are the rows behind the figures, by what they are called."""
    put(file, workbook(review, cases))


def workbook(review: Review, cases: Cases = NO_CASES) -> bytes:
    """The workbook as the bytes of its file: no text in it is a formula, a link or a number."""
    review, target = saying.plain(review), BytesIO()
    with xlsxwriter.Workbook(target, downloads.OPTIONS) as book:
        book.set_properties({"title": saying.title(review), "created": NO_DAY})
        formats = {
            name: book.add_format(made) for name, made in (downloads.FORMATS | LOOKS).items()
        }
        formats["heading"] = formats["head"]
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
        for measure in xlsx_figures.measures(review):
            of = sheet(xlsx_figures.title(measure.name))
            xlsx_figures.write(of, review, measure, cases.names, formats)
        for title, table in cases.sheets.items():
            downloads.write_table(sheet(title or words.ROWS), table, formats)
        _definitions(sheet(words.DEFINITIONS), review, formats)
        _about(sheet(words.ABOUT), review, formats)
    return target.getvalue()


def _foot(review: Review) -> str:
    """The foot as Excel takes it: & begins its codes, and there are at most 255 letters."""
    text = saying.foot(review).replace("&", "&&")
    return text if len(text) <= 225 else saying.foot(review)[:110].replace("&", "&&")


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
