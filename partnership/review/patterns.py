"""A template's layouts: which of them slides and cover take, and where everything goes on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as KIND

from partnership.errors import UnusableTemplate
from partnership.labels import review_files as words
from partnership.review.boxes import Box

TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
FEET = {KIND.FOOTER: words.FOOTER_PLACE, KIND.SLIDE_NUMBER: words.PAGE_PLACE}
# Less room than this below the title is no slide; a cover says less.
LEAST_WIDTH, LEAST_HEIGHT, LEAST_ON_COVER = 480.0, 260.0, 150.0
# Where a layout has no title, and how far from the edges it begins.
TITLE_TOP, TITLE_HEIGHT, MARGIN = 24.0, 76.0, 44.0
POINT = 12_700
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@dataclass(frozen=True)
class Pattern:
    """A layout with the boxes of what is written on it, and which of them are its placeholders."""

    layout: Any
    boxes: Mapping[str, Box]
    numbers: Mapping[str, int]  # name → idx of the placeholder
    is_centred: bool = False  # as its title is

    @property
    def flows(self) -> bool:
        """Whether the message follows the headline closely: only where both are the template's own
        places, whose text begins at their top."""
        return words.MESSAGE_PLACE in self.numbers


@dataclass(frozen=True)
class Canvas:
    """The size of a template's slides in our points: `scale` of its own make one of ours, so that
    a slide looks the same on a smaller or larger one."""

    width: float
    height: float
    scale: float

    def box(self, shape: Any) -> Box:
        """Where a shape stands, in our points."""
        places = (shape.left, shape.top, shape.width, shape.height)
        return Box(*((value or 0) / POINT / self.scale for value in places))

    def holds(self, box: Box) -> bool:
        """Whether it stands on the slide: of layouts made for another size some don't."""
        return box.right <= self.width + 2 and box.bottom <= self.height + 2 and box.width > 0


def slide_layout(layouts: list[Any]) -> Any:
    """The layout with places of our names, else one of a title alone, else the emptiest."""
    titled = [each for each in layouts if _title(each) is not None]
    named = [each for each in titled if words.MAIN_PLACE in _named(each)
             and each.name != words.COVER_LAYOUT]  # fmt: skip
    only = [each for each in titled if each._element.get("type") == "titleOnly"]
    return next(iter(named or only), min(titled or layouts, key=_other_places))


def cover_layout(layouts: list[Any], canvas: Canvas) -> Any:
    """Ours by its name, else a title's with enough room below it; None where there is none."""
    named = [each for each in layouts if each.name == words.COVER_LAYOUT and _title(each)]
    first = [
        each
        for each in layouts
        if each._element.get("type") == "title"
        and _title(each)
        and _free(each, canvas).height >= LEAST_ON_COVER
        and _free(each, canvas).width >= LEAST_WIDTH
    ]
    return next(iter(named or first), None)


def pattern(layout: Any, canvas: Canvas, name: str, *, has_foot: bool) -> Pattern:
    """Where everything goes on a layout. Raises UnusableTemplate where it has no room."""
    named = _named(layout)
    if words.MAIN_PLACE in named and words.HEADLINE_PLACE in named:
        boxes = {key: canvas.box(shape) for key, shape in named.items()}
        numbers = {key: shape.placeholder_format.idx for key, shape in named.items()}
        return Pattern(layout, boxes, numbers)
    area, title = _free(layout, canvas), _title(layout)
    least = LEAST_HEIGHT if has_foot else LEAST_ON_COVER
    if area.width < LEAST_WIDTH or area.height < least or not canvas.holds(area):
        raise UnusableTemplate(words.NO_ROOM.format(file=name, layout=layout.name), words.MAKE_ROOM)
    boxes = _divided(area, has_foot=has_foot) | {words.HEADLINE_PLACE: _headline(layout, canvas)}
    numbers = {} if title is None else {words.HEADLINE_PLACE: title.placeholder_format.idx}
    page = _page(layout, canvas)
    if page is not None:
        boxes[words.PAGE_PLACE] = canvas.box(page)
        numbers[words.PAGE_PLACE] = page.placeholder_format.idx
    return Pattern(layout, boxes, numbers, not has_foot and _is_centred(layout))


def _free(layout: Any, canvas: Canvas) -> Box:
    """The room between the title and the foot."""
    at = _headline(layout, canvas)
    feet = [canvas.box(each) for each in layout.placeholders if _kind(each) in (*FEET, KIND.DATE)]
    lowest = [box.top for box in feet if canvas.holds(box) and box.top > 0.6 * canvas.height]
    return Box(
        at.left, at.bottom + 6, at.width, min([*lowest, canvas.height - 30]) - at.bottom - 12
    )


def _headline(layout: Any, canvas: Canvas) -> Box:
    """The title's place; a wide one where the layout was made for narrower slides, or has none."""
    title = _title(layout)
    wide = Box(MARGIN, TITLE_TOP, canvas.width - 2 * MARGIN, TITLE_HEIGHT)
    if title is None:
        return wide
    at = canvas.box(title)
    is_of_narrower = at.left < 0.1 * canvas.width and at.right < 0.75 * canvas.width
    return at._replace(width=canvas.width - 2 * at.left) if is_of_narrower else at


def _page(layout: Any, canvas: Canvas) -> Any:
    numbers = [each for each in layout.placeholders if _kind(each) == KIND.SLIDE_NUMBER]
    return next((each for each in numbers if canvas.holds(canvas.box(each))), None)


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


def _is_centred(layout: Any) -> bool:
    """Whether the title stands in the middle, by its own style or the master's."""
    title = _title(layout)
    own = [] if title is None else list(title._element.iter(f"{A}lvl1pPr"))
    masters = layout.slide_master._element.iterfind(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr")
    said = [level.get("algn") for level in (*own, *masters)]
    return next((each for each in said if each), "l") == "ctr"


def _other_places(layout: Any) -> int:
    return sum(1 for each in layout.placeholders if _kind(each) not in (*TITLES, *FEET, KIND.DATE))


def _named(layout: Any) -> dict[str, Any]:
    known = {value for key, value in vars(words).items() if key.endswith("_PLACE")}
    return {shape.name: shape for shape in layout.placeholders if shape.name in known}


def _title(layout: Any) -> Any:
    return next((each for each in layout.placeholders if _kind(each) in TITLES), None)


def _kind(shape: Any) -> Any:
    return shape.placeholder_format.type
