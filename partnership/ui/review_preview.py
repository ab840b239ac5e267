"""A slide of a review on screen, as its files will draw it."""

import pandas as pd
import streamlit as st

from partnership import charts, palette, printed
from partnership.charts import NO_BUTTONS, in_ink
from partnership.labels import quarterly_review as words
from partnership.review.model import Slide, Table
from partnership.ui import frame, paper

# A table of so many columns stands below its chart.
WIDE = 5


def draw(slide: Slide, number: str = "", *, key: str = "now") -> None:
    """Topic, headline, message; chart, table and points; comment, cases and rule. `key` tells it
    from the same slide elsewhere on the screen."""
    topic = words.NUMBERED.format(number=number, topic=slide.topic) if number else slide.topic
    st.caption(frame.plain(topic))
    st.markdown(f"#### {frame.plain(slide.headline)}")
    st.markdown(f":gray[{frame.plain(slide.message)}]")
    _draw_body(slide, key)
    if slide.comment:
        st.markdown(words.COMMENT_SHOWN.format(text=frame.plain(slide.comment)))
    lines = [words.BASIS.format(text=slide.basis)] if slide.basis else []
    lines.append(words.SOURCE.format(text=slide.source))
    st.caption(frame.plain(" · ".join(lines)))
    if slide.definition and key == "now" and not paper.is_paper():
        with st.expander(words.COUNTED, icon=":material/help:"):
            st.markdown(frame.plain(slide.definition))


def _draw_body(slide: Slide, key: str) -> None:
    """The chart beside what is narrow; a wide table below it."""
    is_wide = slide.table is not None and len(slide.table.headings) >= WIDE
    if slide.chart and not is_wide and not paper.is_paper() and (slide.table or slide.points):
        left, right = st.columns([3, 2], gap="medium")
    else:
        left = right = st.container()
    with left:
        _draw_chart(slide, key)
    with right:
        if slide.table:
            _draw_table(slide.topic, slide.table)
        if slide.points:
            st.markdown("\n".join(f"- {frame.plain(point)}" for point in slide.points))


def _draw_chart(slide: Slide, key: str) -> None:
    if slide.chart is None:
        return
    figure = charts.review_slide(slide.chart)
    inked = in_ink(figure, palette.INK[st.context.theme.type or "light"])
    st.plotly_chart(
        inked,
        config=NO_BUTTONS,
        key=f"chart of {slide.key} {key}",
        alt=frame.plain(slide.chart.alt),
    )


def _draw_table(topic: str, table: Table) -> None:
    rows = pd.DataFrame([list(row) for row in table.rows], columns=list(table.headings))
    if paper.is_paper():
        st.html(printed.html_table(rows, topic))
        return
    st.table(rows.map(frame.plain), border="horizontal", hide_index=True, alt=topic)
