"""The template of the slides: our own, or a company's, with where everything goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from partnership.errors import UnusableTemplate
from partnership.labels import review_files as words
from partnership.review import house_template as ours
from partnership.review.patterns import (
    POINT,
    Canvas,
    Pattern,
    cover_layout,
    pattern,
    slide_layout,
)

# A slide of ours in points: on others everything is as much smaller or larger as they are.
WIDTH, HEIGHT = 960.0, 540.0
# Letters that every machine has, or has as wide. Of others we assume that they are wider, as those
# are that take their place where they lack.
MEASURED = ("arial", "helvetica", "liberation sans", "arial narrow", "times new roman")
BROADER = 1.25
# What tells who made a file, when, on which machine or printer.
TELLING = (
    RT.EXTENDED_PROPERTIES, RT.CUSTOM_PROPERTIES, RT.THUMBNAIL, RT.PRINTER_SETTINGS,
    RT.COMMENT_AUTHORS, RT.CUSTOM_XML, "http://schemas.microsoft.com/office/2018/10/relationships/authors",
    "http://schemas.microsoft.com/office/2016/11/relationships/changesInfo",
    "http://schemas.microsoft.com/office/2015/10/relationships/revisionInfo",
)  # fmt: skip


@dataclass(frozen=True)
class Template:
    """An open, empty deck and its two patterns."""

    deck: Any
    cover: Pattern
    slide: Pattern
    broad: float
    scale: float


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
    canvas = _canvas(deck)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    if not layouts:
        raise UnusableTemplate(words.NO_LAYOUT.format(file=given.name), words.ADD_LAYOUT)
    slide = slide_layout(layouts)
    cover = cover_layout(layouts, canvas) or slide
    return Template(
        deck,
        pattern(cover, canvas, given.name, has_foot=False),
        pattern(slide, canvas, given.name, has_foot=True),
        _broad(deck),
        canvas.scale,
    )


def _canvas(deck: Any) -> Canvas:
    """Slides of other proportions count as large as one of ours with the same area."""
    width, height = deck.slide_width / POINT, deck.slide_height / POINT
    scale = ((width / WIDTH) * (height / HEIGHT)) ** 0.5
    return Canvas(width / scale, height / scale, scale)


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
