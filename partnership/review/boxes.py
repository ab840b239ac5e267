"""Rectangles in points, and how the parts of a slide share one."""

from collections.abc import Sequence
from typing import NamedTuple

GAP = 28.0
# A chart that likes to be higher than this wants the whole height.
LOW = 230.0


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
    """Where a slide's chart, table and points stand; None for what it has not."""

    chart: Box | None
    table: Box | None
    points: Box | None


class Wish(NamedTuple):
    """How wide a table likes to be, and how high it is then or over the whole width."""

    width: float
    height: float


def is_wide(table: Wish | None, room: float, chart: float) -> bool:
    """Whether a table goes below a chart, over the whole width, rather than beside it: a chart
    that wants to be high leaves it less often."""
    limit = 0.68 if chart > LOW else 0.52
    return table is not None and table.width > limit * room


def shared(main: Box, *, chart: float | None, table: Wish | None, points: float | None) -> Parts:
    """How the parts share the room. `chart` is how high it likes to be, `points` how high they are
    over the whole width."""
    if chart is None and table and points is not None:
        return _without_chart(main, table, points)
    if chart is None:
        return Parts(None, main if table else None, main if points is not None else None)
    if table and is_wide(table, main.width, chart):
        return _table_below(main, table, has_points=points is not None)
    return _table_beside(main, table, has_points=points is not None)


def _without_chart(main: Box, table: Wish, points: float) -> Parts:
    if table.width <= 0.58 * main.width:
        left, right = main.beside(max(table.width, 0.5 * main.width))
        return Parts(None, left, right)
    room = max(main.height - points - GAP / 2, 0.5 * main.height)
    upper, lower = main.stacked(min(table.height, room))
    return Parts(None, upper, lower)


def _table_below(main: Box, table: Wish, *, has_points: bool) -> Parts:
    upper, lower = main.stacked(main.height - min(table.height, 0.5 * main.height) - GAP / 2)
    if not has_points:
        return Parts(upper, lower, None)
    left, right = upper.beside(0.55 * main.width)
    return Parts(left, lower, right)


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
