"""A table fitted into a box: column widths, row heights, the size of its letters, and how many of
its rows stand there."""

from collections.abc import Callable
from dataclasses import dataclass

from partnership.labels import review_files as words
from partnership.review.boxes import Box, Wish, widths
from partnership.review.model import Table
from partnership.typeset import measuring

# Letters, and the room above and below them: from airy to tight. Smaller ones nobody reads from
# the other end of a table: what has no room then goes into the notes.
SIZES = (
    (18.0, 8.0),
    (16.0, 7.0),
    (15.0, 6.0),
    (14.0, 5.0),
    (13.0, 4.0),
    (12.0, 3.5),
    (12.0, 2.0),
    (12.0, 1.0),
)
SMALLEST_UNBROKEN = 14.0
# The size at which a table is planned.
WISHED = (14.0, 5.0)
# A table over the whole width of its box ends with it where it is not much narrower.
NEARLY = 0.5
# Room left and right of a cell's text.
SIDE = 7.0
# A heading of so many letters stays on one line.
SHORT = 9
# A cell of one row takes no more lines than this.
MOST_LINES = 4


@dataclass(frozen=True)
class Grid:
    """A table as it will stand: `more` rows are only in the notes and the workbook."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    size: float
    above: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]  # the headings' first
    more: int


def wish(
    table: Table | None, room: float, at: tuple[float, float] = WISHED, broad: float = 1.0
) -> Wish | None:
    """How wide and high the table likes to be where there is so much room, in one of the sizes."""
    if table is None:
        return None
    size, above = at
    heights = _heights(table, size, above, columns(table, room, at, broad), broad)
    return Wish(sum(_natural(table, size, broad)), sum(heights))


def columns(
    table: Table, room: float, at: tuple[float, float] = WISHED, broad: float = 1.0
) -> list[float]:
    """The widths of the columns in so much room."""
    return widths(_in(table, at[0], broad, room), _least(table, at[0], broad), room)


def fitted(table: Table, box: Box, broad: float = 1.0) -> Grid:
    """The table in its box; `broad` is how much wider the letters are than those measured."""
    size, above, columns, heights = _best(table, box, broad)
    if NEARLY * box.width <= sum(columns) < box.width:
        columns = [column * box.width / sum(columns) for column in columns]
    lines = _short(table, size, columns, broad)
    if sum(heights) <= box.height:
        return Grid(lines[0], tuple(lines[1:]), size, above, tuple(columns), tuple(heights), 0)
    line = size * measuring.LINE + 2 * above
    shown, used = 0, heights[0] + line
    while shown < len(table.rows) and used + heights[shown + 1] <= box.height:
        used += heights[shown + 1]
        shown += 1
    more = len(table.rows) - shown
    last = (words.MORE_ROWS.format(count=more), *[""] * (len(table.headings) - 1))
    rows = (*lines[1 : shown + 1], last)
    made = (*heights[: shown + 1], line)
    return Grid(lines[0], rows, size, above, tuple(columns), made, more)


def _best(table: Table, box: Box, broad: float) -> tuple[float, float, list[float], list[float]]:
    """The first size at which it fits, if it can be without breaking lines; else the tightest."""
    best = None
    for size, above in SIZES:
        natural = _in(table, size, broad, box.width)
        columns = widths(natural, _least(table, size, broad), box.width)
        heights = _heights(table, size, above, columns, broad)
        fits = sum(heights) <= box.height
        if fits and sum(natural) <= box.width and size >= SMALLEST_UNBROKEN:
            return size, above, columns, heights
        best = best or ((size, above, columns, heights) if fits else None)
    return best or (size, above, columns, heights)


def _cells(table: Table, column: int) -> list[str]:
    return [row[column] for row in table.rows]


def _natural(
    table: Table, size: float, broad: float, headed: Callable[[str, float], float] | None = None
) -> list[float]:
    wide = headed or _heading
    return [
        2 * SIDE + 1 + broad * max(
            [wide(heading, size)]
            + [measuring.width(cell, size) for cell in _cells(table, column)]
        )
        for column, heading in enumerate(table.headings)
    ]  # fmt: skip


def _in(table: Table, size: float, broad: float, room: float) -> list[float]:
    """The columns as wide as they like, with headings on one line where the room allows it."""
    whole = _natural(table, size, broad, _on_one_line)
    return whole if sum(whole) <= room else _natural(table, size, broad)


def _on_one_line(text: str, size: float) -> float:
    return measuring.width(text, size, bold=True)


def _heading(text: str, size: float) -> float:
    """How wide a heading likes to be: on one line, or on two where it is longer."""
    words = text.split(" ") if len(text) > SHORT else [text]
    ways = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1)]
    return min(max(measuring.width(line, size, bold=True) for line in way) for way in ways)


def _least(table: Table, size: float, broad: float) -> list[float]:
    """As wide as the longest word, up to a limit."""
    return [
        2 * SIDE + 1 + broad * min(12 * size, max(
            [measuring.width(word, size, bold=True) for word in heading.split(" ")]
            + [measuring.width(word, size) for cell in _cells(table, column)
               for word in cell.split(" ")]
        ))
        for column, heading in enumerate(table.headings)
    ]  # fmt: skip


def _heights(
    table: Table, size: float, above: float, columns: list[float], broad: float
) -> list[float]:
    rooms = [(column - 2 * SIDE) / broad for column in columns]
    counts = [
        min(MOST_LINES, max(
            len(measuring.lines(text, size, room, bold=row is table.headings))
            for text, room in zip(row, rooms, strict=True)
        ))
        for row in (table.headings, *table.rows)
    ]  # fmt: skip
    return [count * size * measuring.LINE + 2 * above for count in counts]


def _short(table: Table, size: float, columns: list[float], broad: float) -> list[tuple[str, ...]]:
    """Headings and rows with no cell of more lines than it may have."""
    return [
        tuple(
            measuring.cut(
                text, size, (column - 2 * SIDE) / broad, MOST_LINES, bold=row is table.headings
            )
            for text, column in zip(row, columns, strict=True)
        )
        for row in (table.headings, *table.rows)
    ]
