"""Rectangles in points, and how the parts of a slide share one."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

GAP = 28.0
# Of the height of a slide's room, what a comment below all else takes at most.
MOST_COMMENT = 0.25
# A table up to this share of the width leaves room for points beside it.
LEAVES_ROOM, MOST_BESIDE = 0.8, 0.64
Height = Callable[[float], float]
# A chart that likes to be higher than this wants the whole height.
LOW = 270.0


class Box(NamedTuple):
    """Where something stands."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def without_foot(self, height: float) -> "Box":
        """What is left above a foot of this height."""
        return self._replace(height=self.height - height)

    def foot(self, height: float) -> "Box":
        """Its lowest part."""
        return self._replace(top=self.bottom - height, height=height)

    def below(self, other: "Box", height: float) -> "Box":
        """The same, where it stands under another one, right below what that takes of its room."""
        if self.left != other.left or self.top < other.bottom:
            return self
        top = other.top + height + 0.75 * GAP
        return self if top > self.top else self._replace(top=top, height=self.bottom - top)

    def beside(self, width: float) -> tuple["Box", "Box"]:
        """A left part of this width, and the rest after a gap."""
        left = self._replace(width=width)
        rest = self.width - width - GAP
        return left, Box(left.right + GAP, self.top, rest, self.height)

    def stacked(self, height: float) -> tuple["Box", "Box"]:
        """An upper part of this height, and the rest after half a gap."""
        upper = self._replace(height=height)
        top = upper.bottom + GAP / 2
        return upper, Box(self.left, top, self.width, self.bottom - top)


class Parts(NamedTuple):
    """Where a slide's chart, table, points and comment stand; None for what it has not."""

    chart: Box | None
    table: Box | None
    points: Box | None
    comment: Box | None = None


class Wish(NamedTuple):
    """How wide a table likes to be, and how high it is then or over the whole width."""

    width: float
    height: float


def is_wide(table: Wish | None, room: float, chart: float) -> bool:
    """Whether a table goes below a chart, over the whole width, rather than beside it: a chart
    that wants to be high leaves it less often."""
    limit = 0.68 if chart > LOW else 0.52
    return table is not None and table.width > limit * room


def shared(
    main: Box,
    *,
    chart: float | None,
    table: Wish | None,
    points: float | None,
    comment: Height | None = None,
) -> Parts:
    """How the parts share the room. `chart` is how high it likes to be, `points` how high they are
    over the whole width; `comment` tells how high it is in so much width."""
    if chart is not None and table and is_wide(table, main.width, chart):
        has_points = points is not None
        return _table_below(main, table, chart, has_points=has_points, comment=comment)
    foot = None
    if comment:
        high = min(comment(main.width), MOST_COMMENT * main.height)
        foot = main.foot(high)
        main = main.without_foot(high + GAP / 2)
    if chart is None and table and points is not None:
        found = _without_chart(main, table, points)
    elif chart is None:
        found = Parts(None, main if table else None, main if points is not None else None)
    else:
        found = _table_beside(main, table, has_points=points is not None)
    return found._replace(comment=foot)


def _without_chart(main: Box, table: Wish, points: float) -> Parts:
    """Under each other where both have room in letters that are read with ease; else beside."""
    rest = main.height - points - GAP / 2
    if table.height <= rest or table.width > 0.58 * main.width:
        upper, lower = main.stacked(min(max(table.height, rest), max(rest, 0.5 * main.height)))
        return Parts(None, upper, lower)
    left, right = main.beside(max(table.width, 0.5 * main.width))
    return Parts(None, left, right)


def _table_below(
    main: Box, table: Wish, wanted: float, *, has_points: bool, comment: Height | None
) -> Parts:
    """The chart keeps half of the height unless less is wanted, whatever is written: a comment
    stands beside it, and the points beside the table where that leaves them room."""
    most = max(0.5 * main.height, main.height - GAP / 2 - wanted)
    upper, lower = main.stacked(main.height - min(table.height, most) - GAP / 2)
    if has_points and table.width <= LEAVES_ROOM * main.width:
        wide = min(max(table.width, 0.5 * main.width), MOST_BESIDE * main.width)
        left, right = lower.beside(wide)
        chart, beside = _with_comment(upper, comment)
        return Parts(chart, left, right, beside)
    if not has_points:
        chart, beside = _with_comment(upper, comment)
        return Parts(chart, lower, None, beside)
    left, right = upper.beside(0.55 * main.width)
    if not comment:
        return Parts(left, lower, right)
    high = min(comment(right.width), 0.5 * right.height)
    return Parts(left, lower, right.without_foot(high + GAP / 2), right.foot(high))


def _with_comment(upper: Box, comment: Height | None) -> tuple[Box, Box | None]:
    if not comment:
        return upper, None
    left, right = upper.beside(0.62 * upper.width)
    return left, right._replace(height=min(comment(right.width), right.height))


def _table_beside(main: Box, table: Wish | None, *, has_points: bool) -> Parts:
    if table is None and not has_points:
        return Parts(main, None, None)
    if table is None:
        left, right = main.beside(0.6 * main.width)
        return Parts(left, None, right)
    beside = min(max(table.width, 0.34 * main.width), 0.56 * main.width)
    left, right = main.beside(main.width - beside - GAP)
    if not has_points:
        return Parts(left, right, None)
    upper, lower = right.stacked(min(table.height, 0.62 * right.height))
    return Parts(left, upper, lower)


def widths(natural: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """The columns' widths: as wide as they like where there is room, else the widest give way, down
    to their longest word where that fits too."""
    total = sum(natural)
    if total <= room:
        return list(natural)
    least = [min(pair) for pair in zip(natural, least, strict=True)]
    if sum(least) >= room:
        return [room * each / sum(least) for each in least]
    low, high = 0.0, max(natural)
    for _ in range(40):
        limit = (low + high) / 2
        used = sum(
            max(fewest, min(wish, limit)) for fewest, wish in zip(least, natural, strict=True)
        )
        low, high = (limit, high) if used <= room else (low, limit)
    return [max(fewest, min(wish, low)) for fewest, wish in zip(least, natural, strict=True)]
