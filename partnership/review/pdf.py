"""A review as a tagged PDF file, with the charts of the slides drawn into it."""

from pathlib import Path
from typing import Any

from partnership import typeset
from partnership.labels import review_files as words
from partnership.review import drawn, grid, plotted, saying
from partnership.review.boxes import Box
from partnership.review.model import Chart, Review, Slide, Table
from partnership.review.packed import put
from partnership.review.plotted import Plot

# An A4 page on its side without its margins, in points, and how high a chart is on it.
WIDE, CHART_HEIGHT, CHART_SHARE = 750.0, 310.0, 0.58
# A column wider than this breaks its lines.
WIDEST = 150.0


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
    is_alone = slide.table is None and not slide.points
    plot = _plot(slide.chart, WIDE if is_alone else CHART_SHARE * WIDE)
    return {
        "topic": saying.topic(slide),
        "headline": slide.headline,
        "message": slide.message,
        "chart": plot and _chart(plot),
        "table": slide.table and _table(slide.table),
        "points": slide.points,
        "large": slide.chart is None and slide.table is None,
        "comment": slide.comment,
        "notes": saying.notes(slide, ()) + (_values(plot) if plot else []),
    }


def _plot(chart: Chart | None, width: float) -> Plot | None:
    return plotted.plot(chart, Box(0.0, 0.0, width, CHART_HEIGHT)) if chart else None


def _chart(plot: Plot) -> dict[str, Any]:
    size = {"width": plot.box.width, "height": plot.box.height}
    return size | {"alt": plot.chart.alt, "marks": drawn.marks(plot)}


def _values(plot: Plot) -> list[str]:
    """No number of a chart is told by a bar alone."""
    hidden = plotted.unlabelled(plot)
    return [words.NOTE_VALUES.format(values="; ".join(hidden))] if hidden else []


def _table(table: Table) -> dict[str, Any]:
    return {
        "headings": table.headings,
        "rows": table.rows,
        "right": table.right,
        "widths": [width if width > WIDEST else None for width in grid.natural(table)],
    }
