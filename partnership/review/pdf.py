"""A review as a tagged PDF file, with the charts of the slides drawn into it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from partnership import typeset
from partnership.labels import review_files as words
from partnership.review import boxes, drawn, grid, plotted, saying
from partnership.review.boxes import Box, Wish
from partnership.review.model import Review, Slide, Table
from partnership.review.packed import put
from partnership.review.plotted import Plot
from partnership.typeset import measuring

# An A4 page on its side without its margins, in points; between a chart and its neighbour.
WIDE, HIGH, GUTTER = 750.0, 500.0, 24.0
# The size of tables, as the slides know them.
AT = (11.0, 3.0)
# What a chart takes of the width beside points, and of the height at least and at most.
CHART_SHARE, LEAST_CHART, MOST_CHART = 0.58, 155.0, 300.0
# A table up to this share of the width leaves room for points beside it.
LEAVES_ROOM = 0.66


def write_pdf(review: Review, file: Path) -> None:
    """Write the review as a PDF file: a cover, then a page for each slide."""
    put(file, pages(review))


def pages(review: Review) -> bytes:
    """The PDF file's bytes, the same ones for the same review."""
    review = saying.plain(review)
    return typeset.pdf(
        "review",
        {
            "title": saying.title(review),
            "page": words.PAGE,
            "foot": saying.foot(review),
            "cover": saying.cover(review)._asdict(),
            "slides": [_slide(slide) for slide in review.slides],
        },
    )


def _slide(slide: Slide) -> dict[str, Any]:
    wish = grid.wish(slide.table, WIDE, AT)
    is_below = slide.chart is not None and boxes.is_wide(wish, WIDE, plotted.wish(slide.chart))
    is_tight = is_below and _is_tight(slide, wish)
    plot = _plot(slide, wish, is_below=is_below, is_tight=is_tight)
    room = WIDE - plot.box.width - GUTTER if plot and not is_below else WIDE
    return {
        "topic": saying.topic(slide),
        "headline": slide.headline,
        "message": slide.message,
        "chart": plot and _chart(plot),
        "table": slide.table and _table(slide.table, room),
        "below": is_below,
        "tight": is_tight,
        "points": slide.points,
        "large": slide.chart is None and slide.table is None,
        "comment": slide.comment,
        "notes": saying.short_notes(slide) + (_values(plot) if plot else []),
    }


def _is_tight(slide: Slide, table: Wish | None) -> bool:
    """Whether its points, if any, have room beside the table that stands below its chart."""
    return table is not None and (not slide.points or table.width <= LEAVES_ROOM * WIDE)


def _plot(slide: Slide, wish: Wish | None, *, is_below: bool, is_tight: bool) -> Plot | None:
    """The chart in the width that its neighbours leave, and in the height that the page has."""
    if slide.chart is None:
        return None
    if is_tight:
        width = CHART_SHARE * WIDE if slide.comment else WIDE
    elif (slide.table is None or is_below) and not slide.points:
        width = WIDE
    else:
        beside = WIDE - GUTTER - wish.width if wish and not is_below else CHART_SHARE * WIDE
        width = min(max(beside, 0.4 * WIDE), 0.66 * WIDE)
    used = _used(replace(slide, comment="") if is_tight else slide)
    used += 1.08 * wish.height + GUTTER if wish and is_below else 0.0
    height = min(max(HIGH - used, LEAST_CHART), MOST_CHART)
    return plotted.plot(slide.chart, Box(0.0, 0.0, width, height))


def _used(slide: Slide) -> float:
    """About how much of the page is taken by what stands above and below the chart."""
    texts = [(slide.headline, 21, True), (slide.message, 13, False), (slide.comment, 13, False)]
    notes = [(note, 8.5, False) for note in saying.short_notes(slide)]
    return 52 + sum(
        measuring.height(text, size, WIDE, bold=bold) + 5
        for text, size, bold in (*texts, *notes)
        if text
    )


def _chart(plot: Plot) -> dict[str, Any]:
    size = {"width": plot.box.width, "height": plot.box.height}
    return size | {"alt": plot.chart.alt, "marks": drawn.marks(plot)}


def _values(plot: Plot) -> list[str]:
    """No number of a chart is told by a bar alone."""
    hidden = plotted.unlabelled(plot)
    return [words.NOTE_VALUES.format(values="; ".join(hidden))] if hidden else []


def _table(table: Table, room: float) -> dict[str, Any]:
    return {
        "headings": table.headings,
        "rows": table.rows,
        "right": table.right,
        "widths": grid.columns(table, room, AT),
    }
