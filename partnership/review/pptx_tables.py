"""Native tables on slides: hairlines, numbers to the right, no boxes."""

from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.util import Pt

from partnership import palette
from partnership.labels import review_files as words
from partnership.review import grid
from partnership.review.boxes import Box
from partnership.review.grid import Grid

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
# "No style, no grid": the template's colours, none of its stripes.
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def add_table(slide: Any, fitted: Grid, box: Box, right: tuple[int, ...], alt: str) -> Any:
    """The table on the slide."""
    rows, columns = len(fitted.rows) + 1, len(fitted.headings)
    place = (box.left, box.top, sum(fitted.widths), sum(fitted.heights))
    frame = slide.shapes.add_table(rows, columns, *(Pt(value) for value in place))
    frame.name = words.TABLE
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    table = frame.table
    table.horz_banding = False
    frame._element.find(f".//{{{A}}}tableStyleId").text = PLAIN
    for column, width in zip(table.columns, fitted.widths, strict=True):
        column.width = Pt(width)
    for row, height in zip(table.rows, fitted.heights, strict=True):
        row.height = Pt(height)
    for row, texts in enumerate((fitted.headings, *fitted.rows)):
        for column, text in enumerate(texts):
            cell = table.cell(row, column)
            # The first column stands under the headline's first letter.
            cell.margin_left = Pt(grid.SIDE if column else 0)
            cell.margin_right = Pt(grid.SIDE)
            cell.margin_top = cell.margin_bottom = Pt(fitted.above)
            _cell(cell, text, fitted.size, row == 0, column in right)
    if fitted.more and columns > 1:
        table.cell(rows - 1, 0).merge(table.cell(rows - 1, columns - 1))
    return frame


def _cell(cell: Any, text: str, size: float, is_head: bool, is_right: bool) -> None:
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if is_head else MSO_ANCHOR.TOP
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.text = text
    paragraph.alignment = PP_ALIGN.RIGHT if is_right else PP_ALIGN.LEFT
    for run in paragraph.runs:
        run.font.size, run.font.bold = Pt(size), is_head
        run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2 if is_head else MSO_THEME_COLOR.TEXT_1
    if not paragraph.runs:
        paragraph.font.size = Pt(size)
    _underline(cell, strong=is_head)


def _underline(cell: Any, *, strong: bool) -> None:
    colour = (palette.GREY if strong else palette.PALE).lstrip("#")
    width = int(Pt(1 if strong else 0.5))
    none = "".join(f'<a:{side} xmlns:a="{A}" w="0"><a:noFill/></a:{side}>|'
                   for side in ("lnL", "lnR", "lnT"))  # fmt: skip
    line = (
        f'<a:lnB xmlns:a="{A}" w="{width}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        "</a:lnB>"
    )
    properties = cell._tc.get_or_add_tcPr()
    for number, each in enumerate([*none.split("|")[:-1], line]):
        properties.insert(number, parse_xml(each))
