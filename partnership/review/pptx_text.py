"""Text on slides: in the template's places where it has them, else in boxes of its own."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.util import Pt

from partnership.labels import review_files as words
from partnership.review.boxes import Box
from partnership.review.patterns import Pattern
from partnership.typeset import measuring

TEXT, SECOND, ACCENT = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.TEXT_2, MSO_THEME_COLOR.ACCENT_1
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
BULLET, INDENT, APART = "•", 16.0, 7.0
POINT_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)
# Points that have a slide for themselves.
LARGE_POINTS = (20.0, 18.0)
COMMENT_PAD = 8.0
COMMENT_SIZES = (14.0, 13.0, 12.0)
# What follows these begins where they end.
FLOWING = (words.HEADLINE_PLACE, words.MESSAGE_PLACE)


class Written(NamedTuple):
    """Where a text ends, and the whole of it where it had to be cut."""

    bottom: float
    left: str


def write(
    slide: Any,
    pattern: Pattern,
    name: str,
    text: str,
    sizes: tuple[float, ...],
    *,
    broad: float,
    colour: Any = TEXT,
    bold: bool = False,
    top: float | None = None,
) -> Written:
    """One text in its place, as large as it fits, or from `top` on."""  # fmt: skip
    box = pattern.boxes[name]
    fitted = measuring.fit(text, box.width / broad - 1, box.height, sizes, bold=bold)
    if not text:
        return Written(box.top if top is None else top, "")
    shape = _shape(slide, pattern, name)
    _fill(shape, [fitted.text], fitted.size, colour=colour, bold=bold, align=_align(pattern, name))
    used = fitted.lines * fitted.size * measuring.LINE
    box = box._replace(top=box.top if top is None else top)
    if pattern.flows and name in FLOWING:
        tight = box._replace(height=used + 1)
        shape.left, shape.top, shape.width, shape.height = (int(Pt(value)) for value in tight)
    elif name == words.HEADLINE_PLACE:
        # Where its layout was made for narrower slides, it is wider here.
        own = pattern.boxes[name]
        shape.left, shape.top, shape.width, shape.height = (int(Pt(value)) for value in own)
    return Written(box.top + used, "" if fitted.text == text else text)


def lines(slide: Any, pattern: Pattern, name: str, given: Sequence[str], *, broad: float) -> None:
    """Short lines under each other, quietly."""
    box = pattern.boxes[name]
    room = box.width / broad - 1
    for size in (14.0, 12.0, 11.0, 10.0, 9.0):
        if len(_that_fit(given, size, room, box.height)) == len(given):
            break
    shown = _that_fit(given, size, room, box.height)
    _fill(_shape(slide, pattern, name), shown, size, colour=SECOND, align=_align(pattern, name))


def points(
    slide: Any, box: Box, given: Sequence[str], broad: float, *, alone: bool
) -> tuple[str, ...]:
    """The points under each other, as large as they fit; gives those that had to be left out."""
    room = (box.width - INDENT) / broad - 1
    for size in (*(LARGE_POINTS if alone else ()), *POINT_SIZES):
        shown = _that_fit(given, size, room, box.height)
        if len(shown) == len(given):
            break
    left = tuple(given[len(shown) :])
    if left:
        shown = shown[: len(shown) - _too_many(shown, size, room, box.height)]
        left = tuple(given[len(shown) :])
        shown = [*shown, words.MORE_POINTS.format(count=len(left))]
    shape = _own_box(slide, box, words.POINTS)
    _fill(shape, shown, size, colour=TEXT)
    for paragraph in shape.text_frame.paragraphs:
        _bullet(paragraph)
    return left


def height_of_points(given: Sequence[str], width: float) -> float:
    """How high the points stand in their middle size over so much room."""
    return sum(measuring.height(text, 14, width - INDENT) + APART for text in given)


def height_of_comment(text: str, broad: float, width: float) -> float:
    """How high a comment stands in so much width, with its ground."""
    room = (width - 3 * COMMENT_PAD) / broad - 1
    return measuring.height(text, COMMENT_SIZES[0], room) + 2 * COMMENT_PAD + 1


def comment(slide: Any, box: Box, text: str, broad: float) -> tuple[str, ...]:
    """A comment on a quiet ground, as much of it as has room; gives the whole where it was cut."""
    room, high = (box.width - 3 * COMMENT_PAD) / broad - 1, box.height - 2 * COMMENT_PAD
    fitted = measuring.fit(text, room, high, COMMENT_SIZES)
    box = box._replace(
        height=max(fitted.lines * fitted.size * measuring.LINE, 1) + 2 * COMMENT_PAD + 1
    )
    shape = _own_box(slide, box, words.COMMENT)
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = Pt(1.5 * COMMENT_PAD)
    frame.margin_top = frame.margin_bottom = Pt(COMMENT_PAD)
    _fill(shape, [fitted.text], fitted.size, colour=TEXT)
    return () if fitted.text == text else (text,)


def foot(slide: Any, pattern: Pattern, text: str, page: str, broad: float) -> None:
    """What stands at the foot of every slide, and its number among all."""
    box = pattern.boxes[words.FOOTER_PLACE]
    fitted = measuring.fit(text, box.width / broad - 1, box.height, (9.0, 8.5, 8.0))
    shape = _foot_shape(slide, pattern, words.FOOTER_PLACE)
    _fill(shape, [fitted.text], fitted.size, colour=SECOND)
    number = _foot_shape(slide, pattern, words.PAGE_PLACE)
    _fill(number, [page], 9.0, colour=SECOND, align=PP_ALIGN.RIGHT)
    _count_itself(number)


def _align(pattern: Pattern, name: str) -> Any:
    """In the middle where the layout's title is and the place is one of our own."""
    return PP_ALIGN.CENTER if pattern.is_centred and name not in pattern.numbers else None


def _that_fit(given: Sequence[str], size: float, room: float, high: float) -> list[str]:
    shown: list[str] = []
    used = 0.0
    for text in given:
        used += measuring.height(text, size, room) + (APART if shown else 0)
        if used > high:
            break
        shown.append(text)
    return shown


def _too_many(shown: Sequence[str], size: float, room: float, high: float) -> int:
    """How many of the points must go to make room for the line that counts them."""
    for gone in range(len(shown) + 1):
        kept = shown[: len(shown) - gone]
        used = sum(measuring.height(text, size, room) + APART for text in kept)
        if used + size * measuring.LINE <= high:
            return gone
    return len(shown)


def _shape(slide: Any, pattern: Pattern, name: str) -> Any:
    number = pattern.numbers.get(name)
    own = [each for each in slide.placeholders if each.placeholder_format.idx == number]
    if number is None or not own:
        return _own_box(slide, pattern.boxes[name], name)
    own[0].name = name
    # What is written first is read first.
    slide.shapes._spTree.append(own[0]._element)
    return own[0]


def _own_box(slide: Any, box: Box, name: str) -> Any:
    shape = slide.shapes.add_textbox(*(Pt(value) for value in box))
    shape.name = name
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    return shape


def _foot_shape(slide: Any, pattern: Pattern, name: str) -> Any:
    """Slides don't take over the feet of their layout by themselves."""
    number = pattern.numbers.get(name)
    own = [each for each in pattern.layout.placeholders
           if number is not None and each.placeholder_format.idx == number]  # fmt: skip
    if not own:
        return _own_box(slide, pattern.boxes[name], name)
    copied = deepcopy(own[0]._element)
    slide.shapes._spTree.append(copied)
    shape = slide.shapes[-1]
    shape._element.nvSpPr.cNvPr.set("id", str(max(each.shape_id for each in slide.shapes) + 1))
    frame = shape._element.spPr
    for inherited in list(frame):
        frame.remove(inherited)
    styles = shape._element.txBody.find(f"{{{A}}}lstStyle")
    styles[:] = []
    return shape


def _fill(
    shape: Any, paragraphs: Sequence[str], size: float,
    *, colour: Any, bold: bool = False, align: Any = None,
) -> None:  # fmt: skip
    frame = shape.text_frame
    frame.word_wrap = True
    for number, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = text
        if align is not None:
            paragraph.alignment = align
        if number:
            paragraph.space_before = Pt(APART)
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), bold
            run.font.color.theme_color = colour


def _bullet(paragraph: Any) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(int(Pt(INDENT))))
    properties.set("indent", str(-int(Pt(INDENT))))
    for mark in (f'<a:buClr xmlns:a="{A}"><a:schemeClr val="accent1"/></a:buClr>',
                 f'<a:buFont xmlns:a="{A}" typeface="Arial"/>',
                 f'<a:buChar xmlns:a="{A}" char="{BULLET}"/>'):  # fmt: skip
        properties.append(parse_xml(mark))


def _count_itself(shape: Any) -> None:
    """The first number of "3 of 8" follows when slides are moved."""
    paragraph = shape.text_frame.paragraphs[0]
    run = paragraph.runs[0]
    number, _, rest = run.text.partition(" ")
    field = parse_xml(
        f'<a:fld xmlns:a="{A}" id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"/>'
    )
    field.append(deepcopy(run._r.find(f"{{{A}}}rPr")))
    field.append(parse_xml(f'<a:t xmlns:a="{A}">{number}</a:t>'))
    run._r.addprevious(field)
    run.text = f" {rest}"
