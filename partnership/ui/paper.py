"""A screen as paper: the address that opens it so, what is said at its foot, and the print call."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from partnership.labels import paper as words
from partnership.labels import shell as shell_words

VIEW, PRINT, OPENED = "view", "print", "open"
# What belongs to the one who looks, and goes into no link for others.
OF_THE_READER = (VIEW, OPENED, "role")
# Streamlit's own parameter: paper is white, whatever the theme of the screen.
ON_WHITE = ("embed_options", "light_theme")
STYLE = Path(__file__).with_name("paper.css")
SCRIPT = Path(__file__).with_name("paper.js")


def is_paper() -> bool:
    """Whether this window shows its screen as paper."""
    return st.query_params.get(VIEW) == PRINT


def address(opened: Sequence[str]) -> str:
    """The link that opens this screen as paper, with what is chosen and what was `opened` on it."""
    base = (st.context.url or "").split("?")[0].split("#")[0]
    asked = st.query_params
    chosen = [(key, value) for key in asked if key not in OF_THE_READER
              for value in asked.get_all(key)]  # fmt: skip
    more = [(OPENED, title) for title in opened]
    return f"{base}?{urlencode([*chosen, *more, (VIEW, PRINT), ON_WHITE])}"


def was_opened(title: str) -> bool:
    """Whether the reader had opened this panel, or this chart's table, before printing."""
    return title in st.query_params.get_all(OPENED)


def lay_out() -> None:
    """The print style. The project's only CSS: nothing else hides controls from a printer."""
    st.html(STYLE)


def origin(about: Mapping[str, str]) -> str:
    """Screen, filters, as-of day and version in one line."""
    return " · ".join(f"{name}: {text}" for name, text in about.items())


def draw_foot(about: Mapping[str, str]) -> None:
    """What is printed about it: filters, as of, version; and on every page that it is
    confidential."""
    said = f"<p>{escape(words.CONFIDENTIAL)}</p><p>{escape(origin(about))}</p>"
    st.html(f'<footer class="about">{said}</footer>')
    running = words.RUNNING_FOOT.format(
        screen=about[shell_words.ABOUT_SCREEN],
        day=about[shell_words.ABOUT_AS_OF],
        version=about[shell_words.ABOUT_BUILD],
    )
    # Our own words and the build's name: nothing here was typed by anyone.
    st.html(f'<style>@page {{ @bottom-left {{ content: "{running}" }} }}</style>')


def call_printer() -> None:
    """Open the browser's print dialog as soon as everything is drawn, once."""
    st.html(f"<script>{SCRIPT.read_text(encoding='utf-8')}</script>", unsafe_allow_javascript=True)
