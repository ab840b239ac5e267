"""A screen as slides: the same page, one chart or one message at a time, for one agency to see."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from partnership import charts, figures, palette, printed, tables
from partnership.figures import Card
from partnership.labels import presenting as words
from partnership.sheets import Sheet
from partnership.ui import frame
from partnership.ui.screen import Screen
from partnership.ui.source import Facts

# What a wall 1280 × 720 pixels wide holds under the title.
CHART_HEIGHT = 430
LETTERS = 18
MOST_ROWS = 7
MOST_COLUMNS = 8
# Who else is there is not for a wall, nor is which person it was.
OF_OTHERS = frozenset(tables.OTHER_AGENCIES - {"filled_by_agency_id", "filled_by_agency_name"})
OF_PEOPLE = frozenset(
    ("person_id", "candidate_id", "submission_id", "earlier_submission_id", "offer_id")
)


def draw_top(title: str, filters: str, facts: Facts) -> None:
    """What every slide says first: which screen, whose figures, as of when."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.title(title, anchor=False, width="content")
        said = words.SUBTITLE.format(filters=filters, day=figures.day(facts.as_of))
        said += words.SAMPLE if facts.is_sample else ""
        st.caption(frame.plain(said), width="content")


@dataclass
class Deck:
    """Which slide of a screen is asked for, and how many it turned out to have."""

    agency_id: str
    asked: int
    count: int = 0

    def begins(self) -> bool:
        """Begin the next slide; whether it is the one to draw."""
        self.count += 1
        return self.is_on

    @property
    def is_on(self) -> bool:
        """Whether what comes now belongs to the slide to draw."""
        return self.count == self.asked


@dataclass(kw_only=True)
class Slides(Screen):
    """Draws only what belongs to the slide that is asked for: the first holds the finding and the
    headline numbers, every chart, table and headed text is one of its own."""

    deck: Deck
    is_on_a_wall: ClassVar[bool] = True

    def switch(self, key: str, options: Mapping[str, str], *, label: str) -> str:
        """The first of the options: nothing is chosen before an audience."""
        return next(iter(options))

    def pick(
        self,
        key: str,
        labels: Mapping[str, str],
        *,
        label: str,
        default: str | None = None,
        **_: Any,
    ) -> str:
        """What it is at first."""
        return default or next(iter(labels))

    def finding(self, sentence: str) -> None:
        """The finding, on the first slide."""
        if self.deck.is_on:
            super().finding(sentence)

    def cards(self, shown: Sequence[Card], **_: Any) -> None:
        """Headline numbers, three in a row, without their quarters and disputes."""
        if self.deck.is_on:
            self.draw_cards([replace(card, trend=()) for card in shown], in_a_row=3)

    def cards_of_sides(self, shown: Mapping[str, Sequence[Card]], **_: Any) -> None:
        """The first side under the finding, every other on a slide of its own."""
        for number, (heading, cards) in enumerate(shown.items()):
            if self.deck.begins() if number else self.deck.is_on:
                st.markdown(self.in_words(heading))
                plain = [replace(card, trend=()) for card in cards]
                self.draw_cards(plain, in_a_row=len(plain))

    def say(self, text: str, *, title: str = "") -> None:
        """Some words; with a heading they are a slide."""
        if self.deck.begins() if title else self.deck.is_on:
            super().say(text, title=title)

    def halves(self) -> Sequence[Any]:
        """The whole width for each: they never stand beside each other."""
        return st.container(), st.container()

    def chart(
        self,
        title: str,
        rows: pd.DataFrame,
        draw: Callable[[pd.DataFrame], go.Figure],
        *,
        columns: Sequence[str] | None = None,
        note: str = "",
        instead: str = "",
        **_: Any,
    ) -> None:
        """A chart with large letters; what compares agencies, or would be empty, is left out."""
        if rows.empty or instead or rows.attrs.get("by") == "agency":
            return
        figure = draw(rows)
        if charts.is_blank(figure) or not self.deck.begins():
            return
        self._head(title, note)
        figure = charts.enlarged(charts.named(figure, self.in_plain), LETTERS, CHART_HEIGHT)
        ink = palette.INK[st.context.theme.type or "light"]
        st.plotly_chart(
            charts.in_ink(figure, ink), config=charts.NO_BUTTONS, key=f"slide {title}", alt=title
        )

    def table(
        self,
        title: str,
        rows: pd.DataFrame,
        *,
        columns: Sequence[str] | None = None,
        note: str = "",
        **_: Any,
    ) -> None:
        """The first rows of a table, in large letters and without people; one about other agencies
        is left out."""
        asked = [c for c in columns or rows.columns if c in rows and c not in OF_PEOPLE]
        if rows.empty or OF_OTHERS & set(asked) or not self.deck.begins():
            return
        self._head(title, note)
        shown = self.as_read(tables.counted(rows), asked[:MOST_COLUMNS])
        st.html(printed.html_table(shown.head(MOST_ROWS), title))
        if len(shown) > MOST_ROWS:
            st.markdown(words.AND_MORE.format(count=figures.number(len(shown) - MOST_ROWS)))

    def definitions(self, title: str, metrics: Sequence[str]) -> None:
        """Not on a wall."""

    def cases_behind(
        self, title: str, name: str, *, columns: Sequence[str] | None = None, **how: Any
    ) -> None:
        """Not on a wall: cases are people."""

    def sheet(self, page: Sheet) -> None:
        """Not on a wall: it is for paper."""

    def close(self) -> None:
        """No rules, no downloads."""

    def _head(self, title: str, note: str) -> None:
        with st.container(gap="xxsmall"):
            st.subheader(self.in_words(title), anchor=False)
            if note:
                st.caption(self.in_words(note))
