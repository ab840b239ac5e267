"""A table fitted into a box: column widths, row heights, the size of its letters, and how many of
its rows stand there."""

from dataclasses import dataclass

from partnership.labels import review_files as words
from partnership.review.boxes import Box, Wish, widths
from partnership.review.model import Table
from partnership.typeset import measuring

# Letters, and the room above and below them: from airy to tight.
SIZES = ((14.0, 6.0), (13.0, 5.0), (12.0, 5.0), (12.0, 3.5), (11.0, 3.0), (10.5, 2.0))
# Letters are made smaller down to this to keep lines whole.
SMALLEST_UNBROKEN = 12.0
# The size at which a table is planned: a step above the tightest ones.
WISHED = 2
# Room left and right of a cell's text.
SIDE = 7.0
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


def wish(table: Table | None, room: float, at: int = WISHED) -> Wish | None:
    """How wide and high the table likes to be where there is so much room, in one of the sizes."""
    if table is None:
        return None
    size, above = SIZES[at]
    heights = _heights(table, size, above, columns(table, room, at), 1.0)
    return Wish(sum(_natural(table, size, 1.0)), sum(heights))


def columns(table: Table, room: float, at: int = WISHED) -> list[float]:
    """The widths of the columns in so much room."""
    size = SIZES[at][0]
    return widths(_natural(table, size, 1.0), _least(table, size, 1.0), room)


def fitted(table: Table, box: Box, broad: float = 1.0) -> Grid:
    """The table in its box; `broad` is how much wider the letters are than those measured."""
    size, above, columns, heights = _best(table, box, broad)
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
        natural = _natural(table, size, broad)
        columns = widths(natural, _least(table, size, broad), box.width)
        heights = _heights(table, size, above, columns, broad)
        fits = sum(heights) <= box.height
        if fits and sum(natural) <= box.width and size >= SMALLEST_UNBROKEN:
            return size, above, columns, heights
        best = best or ((size, above, columns, heights) if fits else None)
    return best or (size, above, columns, heights)


def _cells(table: Table, column: int) -> list[str]:
    return [row[column] for row in table.rows]


def _natural(table: Table, size: float, broad: float) -> list[float]:
    return [
        2 * SIDE + 1 + broad * max(
            [measuring.width(heading, size, bold=True)]
            + [measuring.width(cell, size) for cell in _cells(table, column)]
        )
        for column, heading in enumerate(table.headings)
    ]  # fmt: skip


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
