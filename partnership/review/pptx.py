"""A review as slides for PowerPoint: native charts and tables, notes, nothing about who made it."""

from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from partnership.labels import review_files as words
from partnership.review import boxes, grid, plotted, pptx_text, saying, templates
from partnership.review.boxes import Box
from partnership.review.model import Review, Slide
from partnership.review.packed import packed, put
from partnership.review.pptx_charts import add_chart
from partnership.review.pptx_scale import scale
from partnership.review.pptx_tables import add_table
from partnership.review.templates import Template


def write_pptx(review: Review, file: Path, template: Path | None = None) -> None:
    """Write the deck: a cover, then a slide for each of the review's."""
    put(file, deck(review, template))


def deck(review: Review, template: Path | None = None) -> bytes:
    """The deck as the bytes of its file, the same ones for the same review."""
    opened = templates.opened(template)
    review = saying.plain(review)
    pages = len(review.slides) + 1
    _cover(opened, review, pages)
    for number, slide in enumerate(review.slides, start=2):
        _slide(opened, review, slide, words.PAGE.format(number=number, pages=pages))
    for page in opened.deck.slides:
        scale(page, opened.scale)
    opened.deck.core_properties.title = saying.title(review)
    target = BytesIO()
    opened.deck.save(target)
    return packed(target.getvalue())


def _cover(opened: Template, review: Review, pages: int) -> None:
    pattern, broad = opened.cover, opened.broad
    page = opened.deck.slides.add_slide(pattern.layout)
    said = saying.cover(review)
    write = pptx_text.write
    write(page, pattern, words.TOPIC_PLACE, said.topic, (16, 14, 12), broad=broad,
          colour=pptx_text.ACCENT, bold=True)  # fmt: skip
    headline = write(page, pattern, words.HEADLINE_PLACE, said.headline, (40, 34, 28, 22),
                     broad=broad, bold=True)  # fmt: skip
    write(page, pattern, words.MESSAGE_PLACE, said.message, (20, 17, 14, 12), broad=broad,
          colour=pptx_text.SECOND, top=headline.bottom + 8 if pattern.flows else None)  # fmt: skip
    pptx_text.lines(page, pattern, words.MAIN_PLACE, said.facts, broad=broad)
    _finish(page, words.PAGE.format(number=1, pages=pages), pattern, review, broad)
    page.notes_slide.notes_text_frame.text = "\n".join(said.facts)


def _slide(opened: Template, review: Review, slide: Slide, number: str) -> None:
    pattern, broad = opened.slide, opened.broad
    page = opened.deck.slides.add_slide(pattern.layout)
    write = pptx_text.write
    write(page, pattern, words.TOPIC_PLACE, saying.topic(slide), (13, 12, 11, 10), broad=broad,
          colour=pptx_text.ACCENT, bold=True)  # fmt: skip
    headline = write(page, pattern, words.HEADLINE_PLACE, slide.headline, (26, 24, 22, 20),
                     broad=broad, bold=True)  # fmt: skip
    message = write(page, pattern, words.MESSAGE_PLACE, slide.message, (16, 15, 14, 13, 12),
                    broad=broad, colour=pptx_text.SECOND,
                    top=headline.bottom + 6 if pattern.flows else None)  # fmt: skip
    main = pattern.boxes[words.MAIN_PLACE]
    if pattern.flows:
        main = main._replace(top=message.bottom + 16)
        main = main._replace(height=pattern.boxes[words.MAIN_PLACE].bottom - main.top)
    left = [headline.left, message.left, *_main(page, slide, main, broad)]
    basis = write(page, pattern, words.BASIS_PLACE, slide.basis, (12, 11, 10.5, 10),
                  broad=broad, colour=pptx_text.SECOND)  # fmt: skip
    _finish(page, number, pattern, review, broad)
    told = saying.notes(slide, [each for each in (*left, basis.left) if each])
    page.notes_slide.notes_text_frame.text = "\n".join(told)


def _main(page: Any, slide: Slide, main: Box, broad: float) -> list[str]:
    """Chart, table, points and comment; gives what had to be left out, in words."""
    points = pptx_text.height_of_points(slide.points, main.width / broad)
    comment = partial(pptx_text.height_of_comment, slide.comment, broad)
    parts = boxes.shared(
        main,
        chart=plotted.wish(slide.chart) if slide.chart else None,
        table=grid.wish(slide.table, main.width, broad=broad),
        points=points if slide.points else None,
        comment=comment if slide.comment else None,
    )
    left: list[str] = []
    if slide.chart and parts.chart:
        add_chart(page, plotted.plot(slide.chart, parts.chart, broad), words.CHART, broad)
    if slide.table and parts.table:
        fitted = grid.fitted(slide.table, parts.table, broad)
        alt = saying.table_alt(slide, slide.table)
        add_table(page, fitted, parts.table, slide.table.right, alt)
        left += saying.rows_left(slide.table, fitted)
        if parts.points:
            parts = parts._replace(points=parts.points.below(parts.table, sum(fitted.heights)))
    if parts.points:
        alone = parts.chart is None and parts.table is None
        left += pptx_text.points(page, parts.points, slide.points, broad, alone=alone)
    if parts.comment:
        left += pptx_text.comment(page, parts.comment, slide.comment, broad)
    return left


def _finish(page: Any, number: str, pattern: Any, review: Review, broad: float) -> None:
    """The foot; and no empty place that says "click to add text"."""
    for empty in [
        each for each in page.placeholders if not each.has_text_frame or not each.text_frame.text
    ]:
        empty._element.getparent().remove(empty._element)
    if words.FOOTER_PLACE in pattern.boxes:
        pptx_text.foot(page, pattern, saying.foot(review), number, broad)
