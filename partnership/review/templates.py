"""The template of the slides: our own, or a company's, with where everything goes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from partnership.errors import UnusableTemplate
from partnership.labels import review_files as words
from partnership.review import house_template as ours
from partnership.review.boxes import Box

TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
FEET = {KIND.FOOTER: words.FOOTER_PLACE, KIND.SLIDE_NUMBER: words.PAGE_PLACE}
# Less room than this below the title is no slide.
LEAST_WIDTH, LEAST_HEIGHT = 480.0, 260.0
# Letters as wide as Arial's or narrower; of others we assume that they are wider.
MEASURED = ("arial", "helvetica", "liberation sans", "calibri", "carlito", "aptos", "segoe ui",
            "arial narrow", "times new roman", "garamond", "cambria", "source sans")  # fmt: skip
BROADER = 1.25
POINT = 12_700
# What tells who made a file, when, on which machine or printer.
TELLING = (
    RT.EXTENDED_PROPERTIES, RT.CUSTOM_PROPERTIES, RT.THUMBNAIL, RT.PRINTER_SETTINGS,
    RT.COMMENT_AUTHORS, RT.CUSTOM_XML, "http://schemas.microsoft.com/office/2018/10/relationships/authors",
    "http://schemas.microsoft.com/office/2016/11/relationships/changesInfo",
    "http://schemas.microsoft.com/office/2015/10/relationships/revisionInfo",
)  # fmt: skip


@dataclass(frozen=True)
class Pattern:
    """A layout with the boxes of what is written on it, and which of them are its placeholders."""

    layout: Any
    boxes: Mapping[str, Box]
    numbers: Mapping[str, int]  # name → idx of the placeholder

    @property
    def flows(self) -> bool:
        """Whether the message follows the headline closely: only where both are the template's own
        places, whose text begins at their top."""
        return words.MESSAGE_PLACE in self.numbers


@dataclass(frozen=True)
class Template:
    """An open, empty deck and its two patterns."""

    deck: Any
    cover: Pattern
    slide: Pattern
    broad: float


def opened(file: Path | None) -> Template:
    """The template, emptied of slides and of all that tells of people."""
    given = file or ours.FILE
    try:
        deck = Presentation(str(given))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise UnusableTemplate(
            words.NO_TEMPLATE.format(file=given.name), words.GIVE_TEMPLATE
        ) from error
    _empty(deck)
    size = (deck.slide_width / POINT, deck.slide_height / POINT)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    slide = _slide_layout(layouts, given.name)
    cover = _cover_layout(layouts) or slide
    return Template(
        deck,
        _pattern(cover, size, given.name, has_foot=False),
        _pattern(slide, size, given.name, has_foot=True),
        _broad(deck),
    )


def _slide_layout(layouts: list[Any], name: str) -> Any:
    titled = [layout for layout in layouts if _title(layout) is not None]
    if not titled:
        raise UnusableTemplate(words.NO_TITLE.format(file=name), words.ADD_TITLE)
    named = [each for each in titled if words.MAIN_PLACE in _named(each)
             and each.name != words.COVER_LAYOUT]  # fmt: skip
    only = [each for each in titled if each._element.get("type") == "titleOnly"]
    return next(iter(named or only), min(titled, key=_other_places))


def _cover_layout(layouts: list[Any]) -> Any:
    named = [each for each in layouts if each.name == words.COVER_LAYOUT and _title(each)]
    first = [each for each in layouts if each._element.get("type") == "title" and _title(each)]
    return next(iter(named or first), None)


def _other_places(layout: Any) -> int:
    return sum(1 for each in layout.placeholders if _kind(each) not in (*TITLES, *FEET, KIND.DATE))


def _pattern(layout: Any, size: tuple[float, float], name: str, *, has_foot: bool) -> Pattern:
    named = _named(layout)
    if words.MAIN_PLACE in named and words.HEADLINE_PLACE in named:
        boxes = {key: _box(shape) for key, shape in named.items()}
        numbers = {key: shape.placeholder_format.idx for key, shape in named.items()}
        return Pattern(layout, boxes, numbers)
    title = _title(layout)
    feet = {FEET[_kind(each)]: each for each in layout.placeholders if _kind(each) in FEET}
    lowest = [_box(each).top for each in layout.placeholders
              if _kind(each) in (*FEET, KIND.DATE) and _box(each).top > 0.6 * size[1]]  # fmt: skip
    at = _box(title)
    area = Box(at.left, at.bottom + 6, at.width, min([*lowest, size[1] - 30]) - at.bottom - 12)
    if area.width < LEAST_WIDTH or area.height < LEAST_HEIGHT:
        raise UnusableTemplate(words.NO_ROOM.format(file=name, layout=layout.name), words.MAKE_ROOM)
    boxes = _divided(area, has_foot=has_foot) | {words.HEADLINE_PLACE: at}
    numbers = {words.HEADLINE_PLACE: title.placeholder_format.idx}
    if words.PAGE_PLACE in feet:
        boxes[words.PAGE_PLACE] = _box(feet[words.PAGE_PLACE])
        numbers[words.PAGE_PLACE] = feet[words.PAGE_PLACE].placeholder_format.idx
    return Pattern(layout, boxes, numbers)


def _divided(area: Box, *, has_foot: bool) -> dict[str, Box]:
    """The free room of a layout that knows nothing of reviews."""
    foot = 24.0 if has_foot else 0.0
    body = area.without_foot(foot + 20.0 if has_foot else 0.0)
    boxes = {
        words.TOPIC_PLACE: body._replace(height=18),
        words.MESSAGE_PLACE: body._replace(top=body.top + 20, height=38),
        words.MAIN_PLACE: body._replace(top=body.top + 66, height=body.height - 70),
    }
    if has_foot:
        boxes[words.BASIS_PLACE] = body._replace(top=body.bottom, height=18)
        boxes[words.FOOTER_PLACE] = area.foot(foot)._replace(width=area.width - 90)
        boxes[words.PAGE_PLACE] = Box(area.right - 80, area.bottom - foot, 80, foot)
    return boxes


def _named(layout: Any) -> dict[str, Any]:
    known = {value for key, value in vars(words).items() if key.endswith("_PLACE")}
    return {shape.name: shape for shape in layout.placeholders if shape.name in known}


def _title(layout: Any) -> Any:
    return next((each for each in layout.placeholders if _kind(each) in TITLES), None)


def _kind(shape: Any) -> Any:
    return shape.placeholder_format.type


def _box(shape: Any) -> Box:
    return Box(*(value / POINT for value in (shape.left, shape.top, shape.width, shape.height)))


def _broad(deck: Any) -> float:
    """How much wider its letters may be than those we measure with."""
    theme = deck.slide_master.part.part_related_by(RT.THEME).blob.decode("utf-8", "replace")
    fonts = theme.partition("<a:fontScheme")[2].partition("</a:fontScheme>")[0]
    latin = [part.split('"')[0].lower() for part in fonts.split('<a:latin typeface="')[1:]]
    return 1.0 if all(font in MEASURED for font in latin) else BROADER


def _empty(deck: Any) -> None:
    slides = deck.slides._sldIdLst
    for number in list(slides):
        deck.part.drop_rel(number.rId)
        slides.remove(number)
    package = deck.part.package
    for owner in (package, deck.part):
        for key in [key for key, rel in _relations(owner) if rel.reltype in TELLING]:
            owner._rels.pop(key)
    properties = deck.core_properties._element
    for told in list(properties):
        properties.remove(told)


def _relations(owner: Any) -> Iterator[tuple[str, Any]]:
    yield from list(owner._rels.items())
