"""The headline numbers of a screen, in words of its reader, with the disputes about what they
count."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from partnership.figures import Card
from partnership.findings import disputed_numbers
from partnership.ui import disputed, panels, paper
from partnership.ui.chosen_rows import ChosenRows

CARD_WIDTH = 134
CARDS_ON_PAPER = 3


class Cards(ChosenRows):
    """What draws the headline numbers of what the reader chose."""

    def cards(self, shown: Sequence[Card], *, of: Sequence[str] = ()) -> None:
        """At most six headline numbers in a row, on a phone below each other. `of` names the metric
        of each, for the disputes about what it counts; empty for one that has none."""
        marked = self._with_disputes(shown, of)
        self.draw_cards(marked, in_a_row=CARDS_ON_PAPER if paper.is_paper() else len(shown))

    def draw_cards(self, shown: Sequence[Card], *, in_a_row: int) -> None:
        """Cards in a grid that has so many columns where there is room."""
        grid = st.grid(in_a_row, min_column_width=CARD_WIDTH, gap="xsmall", border=True)
        for card in shown:
            with grid.cell():
                panels.draw_card(self._as_read_card(card))

    def cards_of_sides(
        self, shown: Mapping[str, Sequence[Card]], *, of: Sequence[Sequence[str]] = ()
    ) -> None:
        """Headline numbers in groups beside each other, each under its heading; on a phone, and on
        paper, below each other. `of` names the metrics of each group's cards."""
        metrics = of or [()] * len(shown)
        counts = [len(cards) for cards in shown.values()]
        places = [st.container() for _ in counts] if paper.is_paper() else st.columns(counts)
        for place, (heading, cards), each in zip(places, shown.items(), metrics, strict=True):
            with place, st.container(gap="xxsmall"):
                st.markdown(self.in_words(heading))
                self.cards(cards, of=each)

    def _as_read_card(self, card: Card) -> Card:
        return replace(
            card,
            label=self.in_words(card.label),
            basis=self.in_words(card.basis),
            likely=self.in_words(card.likely),
            also=self.in_words(card.also),
            before=self.in_words(card.before),
            explained=self.in_words(card.explained),
        )

    def _with_disputes(self, shown: Sequence[Card], of: Sequence[str]) -> list[Card]:
        if not any(of):
            return list(shown)
        disputes = disputed.open_on(self)
        pairs = zip(shown, of, strict=True)
        return [disputed_numbers.beside(card, disputes, metric) for card, metric in pairs]
