"""How a screen begins: what the router hands it, its title, and what it stops for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from partnership import __version__, choices, figures, wording
from partnership.choices import Chosen
from partnership.labels import shell as words
from partnership.readers import HR_ALONE
from partnership.ui import frame, slides, states
from partnership.ui.screen import Screen
from partnership.ui.shown_tables import ShownTables
from partnership.ui.slides import Deck, Slides
from partnership.ui.source import Source

SHOWN = "shown"


@dataclass(frozen=True)
class Shown:
    """What the router hands to the screen: whose rows, which cases, and the page files in the
    menu."""

    source: Source
    choice: Chosen
    screens: frozenset[str]
    deck: Deck | None = None


def open_screen(
    title: str,
    *,
    metrics: Sequence[str] = (),
    needs: Sequence[str] = (),
    is_filtered: bool = True,
    is_about_one: bool = False,
    readers: Collection[str] = HR_ALONE,
) -> Screen:
    """Start a screen: title, freshness, filters as a sentence. `metrics` are explained at its foot.
    It exists for the `readers` it names, as the router's list does.

    Stops with an empty state where a table of `needs` was in no export. A screen that is not
    filtered says so; one about one partnership, which it lets choose, leaves the agencies out.
    """
    shown: Shown = st.session_state[SHOWN]
    if shown.source.reader.kind not in readers:
        states.show_empty(words.NOT_THERE_HINT, words.NOT_THERE)
        st.stop()
    source, choice = shown.source, replace(shown.choice, is_about_one=is_about_one)
    names, facts = frame.offered_by(source), source.facts
    deck, sentence = shown.deck, choices.sentence(choice, names)
    if deck:
        deck.begins()
        whose = replace(shown.choice, compare=None)
        slides.draw_top(title, choices.sentence(whose, names), facts)
    beside_title, beside_filters = (
        (st.container(), st.container())
        if deck
        else frame.draw_top(title, facts, choice, names, is_filtered=is_filtered)
    )
    missing = [table for table in needs if table not in source.present_tables]
    if missing:
        _stop_without(missing, source)
    about = _about(title, source, sentence if is_filtered else words.NOT_FILTERED)
    parts: dict[str, Any] = {
        "title": title,
        "source": source,
        "choice": choice,
        "facts": facts,
        "names": names,
        "metrics": [name for name in metrics if source.may_ask(name)],
        "screens": shown.screens,
        "beside_title": beside_title,
        "beside_filters": beside_filters,
        "shown": ShownTables(title, source.build, about),
    }
    return Slides(**parts, deck=deck) if deck else Screen(**parts)


def _stop_without(missing: Sequence[str], source: Source) -> None:
    named = ", ".join(words.TABLE_NAMES.get(table, table.replace("_", " ")) for table in missing)
    hint = words.NOT_IN_FILES_HINT.format(tables=named)
    states.show_empty(wording.for_reader(hint, source.reader.agency_id or ""), words.NOT_IN_FILES)
    st.stop()


def _about(title: str, source: Source, filters_in_words: str) -> dict[str, str]:
    """What a downloaded file says about itself."""
    facts = source.facts
    return {
        words.ABOUT_SCREEN: f"{words.APP}: {title}",
        words.ABOUT_FILTERS: filters_in_words,
        words.ABOUT_AS_OF: figures.day(facts.as_of),
        words.ABOUT_SAMPLE: words.ABOUT_INVENTED if facts.is_sample else words.ABOUT_OWN,
        words.ABOUT_BUILD: source.build,
        words.ABOUT_PROGRAM: f"{words.APP} {__version__}",
    }
