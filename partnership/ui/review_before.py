"""The review of this quarter as it was handed out: opened again, slide by slide."""

import streamlit as st

from partnership import figures
from partnership.labels import quarterly_review as words
from partnership.periods import group_of
from partnership.review import saved
from partnership.ui import frame, review_preview
from partnership.ui.review_made import Chosen


def draw(choice: Chosen) -> None:
    """A panel, where it was handed out; nothing where it never was."""
    review = saved.handed_out(
        choice.shelf, choice.agency_id, choice.agency, group_of(choice.quarter), choice.edition
    )
    if review is None:
        return
    panel = st.expander(
        words.HANDED_OUT, key="handed out", on_change="rerun", icon=":material/history:"
    )
    if not panel.open:
        return
    with panel:
        note = words.HANDED_OUT_NOTE.format(day=figures.day(review.as_of), build=review.build)
        st.caption(frame.plain(note))
        for number, slide in enumerate(review.slides, 1):
            with st.container(border=True):
                review_preview.draw(slide, str(number), key="then")
