"""The first sheet of a review's workbook: every slide with its chart and table as numbers."""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from partnership import figures, palette
from partnership.labels import review_files as words
from partnership.review import saying
from partnership.review.model import Chart, Review, Slide, Table
from partnership.typeset import measuring

# Wide enough for a category; the rest for numbers and short texts.
FIRST, OTHERS, COLUMNS = 46, 20, 6
POINTS_A_CHARACTER = 5.4
SIZE = 11.0
# "47 %", "1,092" and "4.5" are numbers also where a table says them.
NUMBER = re.compile(r"(-?[\d,]*\.?\d+)(?:[ \u00a0](%))?")
FORMATS = {"0%": "share", "0": "whole", "0.0": "number"}
_LINE = {"bottom": 1, "bottom_color": palette.PALE}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18, "font_color": palette.DARK_TEXT},
    "quiet": {"font_color": palette.INK["light"], "text_wrap": True, "valign": "top"},
    "topic": {"bold": True, "font_color": palette.FOCUS},
    "headline": {"bold": True, "font_size": 13, "text_wrap": True, "valign": "top"},
    "head": {"bold": True, "font_color": palette.INK["light"], "text_wrap": True,
             "bottom": 1, "bottom_color": palette.GREY},
    "head right": {"bold": True, "font_color": palette.INK["light"], "text_wrap": True,
                   "align": "right", "indent": 1, "bottom": 1, "bottom_color": palette.GREY},
    "label": {"bold": True, "valign": "top"},
    "text": {"valign": "top"},
    "day": {"num_format": "d mmm yyyy", "align": "left", "valign": "top"},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "right": {"align": "right", "valign": "top", "indent": 1},
    **{
        kind: {"num_format": form, "align": "right", "valign": "top", "indent": 1}
        for kind, form in (("share", "0.0 %"), ("whole", "#,##0"), ("number", "#,##0.0"))
    },
    "note": {"text_wrap": True, "valign": "top", "bg_color": "#EEF1F5"},
    "cell": {"text_wrap": True, "valign": "top", **_LINE},
    "cell right": {"align": "right", "indent": 1, "valign": "top", "text_wrap": True, **_LINE},
    "cell share": {"num_format": "0 %", "align": "right", "indent": 1, "valign": "top", **_LINE},
    "cell whole": {"num_format": "#,##0", "align": "right", "indent": 1, "valign": "top", **_LINE},
    "cell number": {"num_format": "#,##0.0", "align": "right", "indent": 1, "valign": "top",
                    **_LINE},
}  # fmt: skip


class _Sheet:
    """A sheet written from the top down."""

    def __init__(self, sheet: Any, formats: Mapping[str, Any]) -> None:
        self.sheet, self.formats, self.row = sheet, formats, 0
        self.lines = 1

    def wide(self, text: str, look: str, size: float = SIZE) -> None:
        """A text over the whole width, on as many lines as it takes."""
        if not text:
            return
        room = POINTS_A_CHARACTER * (FIRST + OTHERS * (COLUMNS - 1))
        height = measuring.height(text, size, room, bold=size > SIZE) + 3
        self.sheet.set_row(self.row, max(height, 15.0))
        self.sheet.merge_range(self.row, 0, self.row, COLUMNS - 1, "", self.formats[look])
        self.sheet.write_string(self.row, 0, text, self.formats[look])
        self.row += 1

    def head(
        self, texts: tuple[str, ...], right: tuple[int, ...], spans: Sequence[int] = ()
    ) -> None:
        """Headings of a small table."""
        for column, (at, span, text) in enumerate(_placed(texts, spans)):
            look = "head right" if column in right else "head"
            self._write(at, text, look, span)
        self.end_row()

    def end_row(self) -> None:
        """On to the next row; this one is as high as its longest text needs."""
        if self.lines > 1:
            self.sheet.set_row(self.row, 15.0 * self.lines)
        self.row, self.lines = self.row + 1, 1

    def _write(self, column: int, text: str, look: str, span: int = 1) -> None:
        room = POINTS_A_CHARACTER * ((OTHERS * (span - 1)) + (FIRST if column == 0 else OTHERS))
        self.lines = max(
            self.lines, len(measuring.lines(text, SIZE, room, bold=look[:4] == "head"))
        )
        if span > 1:
            last = column + span - 1
            self.sheet.merge_range(self.row, column, self.row, last, "", self.formats[look])
        self.sheet.write_string(self.row, column, text, self.formats[look])

    def number(self, column: int, value: float | None, kind: str) -> None:
        """A number of a small table; a dash where there is none."""
        if value is None:
            self.text(column, figures.DASH, is_right=True)
        else:
            self.sheet.write_number(self.row, column, value, self.formats[f"cell {kind}"])

    def text(self, column: int, text: str, *, is_right: bool = False, span: int = 1) -> None:
        """A text of a small table."""
        self._write(column, text, "cell right" if is_right else "cell", span)


def write_summary(sheet: Any, review: Review, formats: Mapping[str, Any]) -> None:
    """The whole review under each other."""
    sheet.set_column(0, 0, FIRST)
    sheet.set_column(1, COLUMNS + 4, OTHERS)
    written = _Sheet(sheet, formats)
    written.wide(saying.title(review), "title", 18.0)
    written.wide(saying.foot(review), "quiet")
    for slide in review.slides:
        written.row += 1
        _slide(written, slide)


def _slide(written: _Sheet, slide: Slide) -> None:
    written.wide(saying.topic(slide), "topic")
    written.wide(slide.headline, "headline", 13.0)
    written.wide(slide.message, "wrapped")
    for point in slide.points:
        written.wide(f"• {point}", "wrapped")
    if slide.chart:
        _chart(written, slide.chart)
        written.row += 1
    if slide.table:
        _table(written, slide.table)
    written.wide(slide.comment, "note")
    written.wide(saying.basis(slide), "quiet")


def _chart(written: _Sheet, chart: Chart) -> None:
    right = tuple(range(1, len(chart.series) + 1))
    names = tuple(series.name for series in chart.series)
    target = (words.TARGET_COLUMN,) if chart.target is not None else ()
    written.head((chart.axis_title, *names, *target), (*right, len(right) + 1))
    kind = FORMATS[chart.number_format]
    for point, category in enumerate(chart.categories):
        written.text(0, category)
        for column, series in enumerate(chart.series, start=1):
            written.number(column, series.values[point], kind)
        if target:
            written.number(len(right) + 1, chart.target, kind)
        written.end_row()


def _table(written: _Sheet, table: Table) -> None:
    spans = _spans(table)
    written.head(table.headings, table.right, spans)
    for row in table.rows:
        for column, (at, span, text) in enumerate(_placed(row, spans)):
            if column in table.right:
                _cell(written, at, text)
            else:
                written.text(at, text, span=span)
        written.end_row()


def _spans(table: Table) -> list[int]:
    """How many of the sheet's columns each one takes: what is left goes to the longest texts."""
    spans = [1] * len(table.headings)
    longest = {
        column: max((len(row[column]) for row in table.rows), default=0)
        for column in range(1, len(spans))
        if column not in table.right
    }
    for _ in range(COLUMNS - len(spans) if longest else 0):
        spans[max(longest, key=lambda column: longest[column] / spans[column])] += 1
    return spans


def _placed(texts: Sequence[str], spans: Sequence[int]) -> list[tuple[int, int, str]]:
    """Each text with the column where it begins, and how many it takes."""
    taken = [*spans, *[1] * (len(texts) - len(spans))]
    starts = accumulate(taken, initial=0)
    return list(zip(starts, taken, texts, strict=False))


def _cell(written: _Sheet, column: int, text: str) -> None:
    found = NUMBER.fullmatch(text)
    if found is None:
        written.text(column, text, is_right=True)
        return
    value = float(found[1].replace(",", ""))
    if found[2]:
        written.number(column, value / 100, "share")
    else:
        written.number(column, value, "number" if "." in found[1] else "whole")
