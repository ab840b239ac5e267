"""Rectangles in points, and how the parts of a slide share one."""

from collections.abc import Sequence
from typing import NamedTuple

GAP = 28.0


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


def shared(main: Box, *, has_chart: bool, table: tuple[float, float] | None,
           points: float | None) -> Parts:  # fmt: skip
    """How the parts share the room. `table` is how wide and high it likes to be, `points` how high
    they are over the whole width."""
    if has_chart:
        return _with_chart(main, table, points)
    if table is None or points is None:
        return Parts(None, main if table else None, main if points is not None else None)
    if table[0] <= 0.58 * main.width:
        left, right = main.beside(max(table[0], 0.5 * main.width))
        return Parts(None, left, right)
    upper, lower = main.stacked(max(main.height - points - GAP / 2, 0.5 * main.height))
    return Parts(None, upper, lower)


def _with_chart(main: Box, table: tuple[float, float] | None, points: float | None) -> Parts:
    if table is None and points is None:
        return Parts(main, None, None)
    if table is None:
        left, right = main.beside(0.6 * main.width)
        return Parts(left, None, right)
    beside = min(max(table[0], 0.34 * main.width), 0.56 * main.width)
    left, right = main.beside(main.width - beside - GAP)
    if points is None:
        return Parts(left, right, None)
    upper, lower = right.stacked(min(table[1], 0.62 * right.height))
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
