"""The panel for analysts: what a screen has more for them stands before the selects, when open."""

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from partnership.ui import panels

    panels.how_counted(["offer_outcomes"], str, [lambda: st.text("drawn for analysts")])


def test_it_is_drawn_only_when_the_panel_is_open() -> None:
    closed = AppTest.from_function(_page).run()
    assert not closed.text and not closed.code

    app = AppTest.from_function(_page)
    app.session_state["for analysts"] = True
    app.run()
    assert [text.value for text in app.text] == ["drawn for analysts"]
    assert [element.type for element in app.expander[1].children.values()][-1] == "code"
