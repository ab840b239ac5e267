"""A review's files read back by other libraries than those that wrote them, and what is lacking."""

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from math import isclose
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from partnership.review.model import Review, Slide
from partnership.review.plotted import said
from partnership.review.saying import definition


def squeezed(text: str) -> str:
    """Text without spaces, ligatures and places to break, which each format sets in its own way."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFKC", text))


def deck_of(content: bytes) -> Any:
    """The deck of the file's bytes."""
    return Presentation(BytesIO(content))


def pdf_text(content: bytes) -> str:
    """All that the PDF file says."""
    return squeezed("\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))


def texts(page: Any) -> Iterator[str]:
    """Everything written on a slide, tables cell by cell; its notes last."""
    for shape in page.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
    yield page.notes_slide.notes_text_frame.text


def charts(page: Any) -> list[Any]:
    """The native charts of a slide."""
    return [shape for shape in page.shapes if shape.has_chart]


def inside(content: bytes) -> dict[str, bytes]:
    """Every part of a file of Office, and of the workbooks in it."""
    found: dict[str, bytes] = {}
    with ZipFile(BytesIO(content)) as packed:
        for name in packed.namelist():
            part = packed.read(name)
            found[name] = part
            if name.endswith(".xlsx"):
                found |= {f"{name}/{key}": value for key, value in inside(part).items()}
    return found


def lacking_in_deck(review: Review, content: bytes) -> list[str]:
    """What the review says and the deck does not."""
    pages = list(deck_of(content).slides)[1:]
    missing: list[str] = []
    for slide, page in zip(review.slides, pages, strict=True):
        written = squeezed("\n".join(texts(page)))
        missing += [text for text in _said(slide) if squeezed(text) not in written]
        if slide.chart:
            drawn = charts(page)[0].chart
            values = [tuple(series.values) for series in drawn.plots[0].series]
            book = load_workbook(BytesIO(drawn.part.chart_workbook.xlsx_part.blob)).active
            kept = [
                tuple(cell.value for cell in column[1:]) for column in book.iter_cols(min_col=2)
            ]
            wanted = [series.values for series in slide.chart.series]
            missing += [
                f"{slide.key}: {series}"
                for found in (values, kept)
                for series, one, other in zip(slide.chart.series, wanted, found, strict=True)
                if len(one) != len(other) or not all(map(_near, one, other))
            ]
    return missing


def lacking_in_pdf(review: Review, content: bytes) -> list[str]:
    """What the review says and the PDF file does not."""
    written = pdf_text(content)
    wanted = [text for slide in review.slides for text in (*_said(slide), *_in_chart(slide))]
    return [text for text in wanted if squeezed(text) not in written]


def lacking_in_workbook(review: Review, content: bytes) -> list[str]:
    """What the review says and the workbook does not: figures as the very numbers."""
    book = load_workbook(BytesIO(content))
    cells = [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    written = squeezed("\n".join(str(cell.value) for cell in cells if cell.data_type == "s"))
    numbers = [cell.value for cell in cells if cell.data_type == "n"]
    missing = []
    for slide in review.slides:
        missing += [text for text in _said(slide) if not _stands(text, written, numbers)]
        values = [figure.value for figure in slide.figures if isinstance(figure.value, int | float)]
        if slide.chart:
            values += [
                value for one in slide.chart.series for value in one.values if value is not None
            ]
        missing += [f"{slide.key}: {value}" for value in values if not _any_near(value, numbers)]
    return missing


def _near(one: float | None, other: float | None) -> bool:
    """Whether two numbers are the same to the 15 digits that a spreadsheet keeps."""
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=1e-14)


def _any_near(value: float, numbers: list[float]) -> bool:
    return any(_near(value, number) for number in numbers)


def _stands(text: str, written: str, numbers: list[float]) -> bool:
    if squeezed(text) in written:
        return True
    found = re.fullmatch(r"(-?[\d,.]+)(?:[ \u00a0](%))?", text)
    if found is None:
        return False
    value = float(found[1].replace(",", "")) / (100 if found[2] else 1)
    return _any_near(value, numbers)


def _said(slide: Slide) -> list[str]:
    cells = (
        [text for row in (slide.table.headings, *slide.table.rows) for text in row]
        if slide.table
        else []
    )
    told = [slide.topic, slide.headline, slide.message, slide.basis, definition(slide),
            slide.filters, slide.comment, slide.source, *slide.points, *cells]  # fmt: skip
    return [text for text in told if text]


def _in_chart(slide: Slide) -> list[str]:
    if slide.chart is None:
        return []
    return [
        said(value, slide.chart.number_format)
        for series in slide.chart.series
        for value in series.values
        if value is not None
    ]
