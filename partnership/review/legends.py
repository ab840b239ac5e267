"""The names of a chart's series above it, on one line or two."""

from collections.abc import Sequence
from typing import NamedTuple

from partnership.review.model import Series
from partnership.typeset import measuring

SIZE, LINE_HEIGHT = 12.0, 19.0
# The colour before a name, and the gap after it.
BESIDE_NAME = 30.0
MOST_LINES = 2


class Entry(NamedTuple):
    """A series' name as it has room, and where it stands."""

    name: str
    left: float
    line: int


def legend(series: Sequence[Series], room: float) -> tuple[Entry, ...]:
    """The names in their order, line by line; cut where two lines would not hold them."""
    names = [one.name for one in series]
    placed = _placed(names, room)
    if placed[-1].line < MOST_LINES:
        return placed
    a_line = -(-len(names) // MOST_LINES)
    return _placed(
        [measuring.cut(n, SIZE, room / a_line - BESIDE_NAME - 1, 1) for n in names], room
    )


def width(entries: Sequence[Entry]) -> float:
    """The room of the widest line."""
    return max(entry.left + measuring.width(entry.name, SIZE) + BESIDE_NAME for entry in entries)


def height(entries: Sequence[Entry]) -> float:
    """The room of all lines."""
    return LINE_HEIGHT * (entries[-1].line + 1)


def _placed(names: Sequence[str], room: float) -> tuple[Entry, ...]:
    placed: list[Entry] = []
    left, line = 0.0, 0
    for name in names:
        wide = measuring.width(name, SIZE) + BESIDE_NAME
        if placed and left + wide > room:
            left, line = 0.0, line + 1
        placed.append(Entry(name, left, line))
        left += wide
    return tuple(placed)
