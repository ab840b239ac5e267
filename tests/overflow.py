"""Finds text that is larger than its box, and boxes that leave their slide or cover each other.

It measures by itself, with the letters of the font as they stand in the file, and shares nothing
with what fits the texts.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import Any

from PIL import ImageFont

from partnership.typeset.measuring import BOLD, REGULAR

POINT = 12_700
LINE = 1.18
# What rounding may do.
SLACK = 1.5


def overflows(deck: Any) -> list[str]:
    """What is wrong, slide by slide; empty where everything fits."""
    size = (deck.slide_width / POINT, deck.slide_height / POINT)
    return [
        f"slide {number}: {fault}"
        for number, page in enumerate(deck.slides, start=1)
        for fault in (*_too_large(page), *_outside(page, size), *_covered(page))
    ]


def _too_large(page: Any) -> Iterator[str]:
    for shape in page.shapes:
        if shape.has_text_frame:
            frame = shape.text_frame
            wide = shape.width / POINT - _sides(frame, "lr")
            high = shape.height / POINT - _sides(frame, "tb")
            used = sum(_height(paragraph, wide) for paragraph in frame.paragraphs)
            if used > high + SLACK:
                yield f"{shape.name} needs {used:.0f} of {high:.0f}: {frame.text[:60]!r}"
        if shape.has_table:
            yield from _cells(shape.table)
            high = sum(row.height for row in shape.table.rows) / POINT
            if high > shape.height / POINT + SLACK:
                yield f"{shape.name} is {high:.0f} high"


def _cells(table: Any) -> Iterator[str]:
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            if cell.is_spanned:
                continue
            span = table.columns if cell.is_merge_origin else [column]
            wide = sum(each.width for each in span) / POINT
            wide -= (cell.margin_left + cell.margin_right) / POINT
            high = (row.height - cell.margin_top - cell.margin_bottom) / POINT
            used = sum(_height(paragraph, wide) for paragraph in cell.text_frame.paragraphs)
            if used > high + SLACK:
                yield f"cell needs {used:.0f} of {high:.0f}: {cell.text[:60]!r}"


def _height(paragraph: Any, wide: float) -> float:
    runs = paragraph.runs
    if not runs:
        return 0.0
    size = runs[0].font.size.pt
    properties = paragraph._p.pPr
    indent = 0 if properties is None else int(properties.get("marL") or 0) / POINT
    before = paragraph.space_before.pt if paragraph.space_before is not None else 0.0
    text = "".join(run.text for run in runs)
    return before + LINE * size * _count(text, size, wide - indent, bool(runs[0].font.bold))


def _count(text: str, size: float, wide: float, bold: bool) -> int:
    lines, used = 1, 0.0
    for word in text.split(" "):
        long = _length(word, bold) * size
        if used and used + _length(" ", bold) * size + long > wide:
            lines, used = lines + 1, 0.0
        # A word longer than a line goes on over several.
        lines += int(long / wide)
        used += long % wide + (_length(" ", bold) * size if used else 0.0)
    return lines


@lru_cache(maxsize=20_000)
def _length(word: str, bold: bool) -> float:
    return float(_font(bold).getlength(word)) / 100


def _sides(frame: Any, which: str) -> float:
    names = {"l": "margin_left", "r": "margin_right", "t": "margin_top", "b": "margin_bottom"}
    body = frame._txBody.bodyPr
    # A placeholder's margins come from its layout: ours has none.
    return sum(
        getattr(frame, names[side]) / POINT for side in which if body.get(f"{side}Ins") is not None
    )


def _outside(page: Any, size: tuple[float, float]) -> Iterator[str]:
    for shape in page.shapes:
        left, top, right, bottom = _edges(shape)
        if left < -SLACK or top < -SLACK or right > size[0] + SLACK or bottom > size[1] + SLACK:
            yield f"{shape.name} leaves the slide"


def _covered(page: Any) -> Iterator[str]:
    shapes = [(shape.name, _edges(shape)) for shape in page.shapes]
    for (one, a), (other, b) in combinations(shapes, 2):
        wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        if wide > SLACK and high > SLACK:
            yield f"{one} and {other} cover each other"


def _edges(shape: Any) -> tuple[float, float, float, float]:
    left, top = shape.left / POINT, shape.top / POINT
    return left, top, left + shape.width / POINT, top + shape.height / POINT


@lru_cache(maxsize=2)
def _font(bold: bool) -> Any:
    return ImageFont.truetype(str(BOLD if bold else REGULAR), 100)
