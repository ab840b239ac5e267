"""The review of this quarter as it was handed out: opened again, slide by slide."""

from datetime import date

import streamlit as st

from partnership import figures
from partnership.labels import quarterly_review as words
from partnership.review import saved
from partnership.ui import frame, review_preview
from partnership.ui.review_made import Chosen


def draw(choice: Chosen) -> None:
    """A panel, where it was handed out; nothing where it never was."""
    agency_id, quarter, edition = choice.about
    review = saved.handed_out(choice.shelf, agency_id, choice.agency, quarter, edition)
    if review is None:
        return
    panel = st.expander(
        words.HANDED_OUT, key="handed out", on_change="rerun", icon=":material/history:"
    )
    if not panel.open:
        return
    with panel:
        note = words.HANDED_OUT_NOTE.format(day=figures.day(review.as_of), build=review.build)
        st.caption(frame.plain(f"{_formats(choice)}{note}"))
        for number, slide in enumerate(review.slides, 1):
            with st.container(border=True):
                review_preview.draw(slide, str(number), key="then")


def _formats(choice: Chosen) -> str:
    """When it went out in which format, by whom; empty where nobody noted it."""
    return "".join(
        words.HANDED_OUT_AS.format(
            form=words.FORMATS[form][0],
            by=text.by,
            day=figures.day(date.fromisoformat(text.at[:10])),
        )
        for form, text in saved.formats_of(choice.shelf, *choice.about)
    )
