"""What stands around every screen: the filters in the sidebar, the banner, the title's lines."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.errors import StreamlitAPIException

from partnership import choices, figures, settings
from partnership.choices import Chosen
from partnership.labels import paper as paper_words
from partnership.labels import shell as words
from partnership.periods import Period, named, periods
from partnership.ui import panels, paper
from partnership.ui.source import Facts, Source

LABELS = {
    "client": words.CLIENT,
    "agency": words.AGENCIES,
    "department": words.DEPARTMENT,
    "location": words.LOCATION,
    "role_family": words.ROLE_FAMILY,
}
BUTTON_STYLE = Path(__file__).with_name("buttons.css")
# Drawn here: an icon that Streamlit knows by name would be fetched from the internet.
ICON = Path(__file__).with_name("icon.svg").read_text(encoding="utf-8")
FIRST = ("client", "agency")
# The parameters of the address that name an agency: the filter, the one that a screen is about, and
# whom HR presents to.
NAMING_AN_AGENCY = ("agency", "partner", "with")
MARKUP = "\\`*_{}[]()#+!|<>~$:"
Offered = Mapping[str, Mapping[str, str]]


def choose(source: Source, *, do_count: bool = True) -> Chosen:
    """Draw the shared filters, bound to the address, and give what is chosen. Where they do not
    count on the screen, that is said over them."""
    facts, offered = source.facts, offered_by(source)
    offers_periods = _periods(facts)
    if not source.reader.is_hr:
        _leave_out_other_agencies(offered)
    _say_what_was_left_out(offered, offers_periods)
    with st.sidebar:
        if not do_count:
            st.caption(words.NOT_FILTERED)
        period = _choose_period(offers_periods)
        how_compared = _choose_comparison()
        lists = {key: _choose_list(key, offered) for key in FIRST}
        rest = [key for key in LABELS if key not in FIRST and offered.get(key)]
        if rest:
            with st.expander(words.MORE_FILTERS):
                lists |= {key: _choose_list(key, offered) for key in rest}
    return choices.chosen(period, lists, offered, how_compared)


def offered_by(source: Source) -> Offered:
    """What each filter can be set to, id → name."""
    return choices.options(source.rows("filter_choices", folder="screens"))


def draw_top(
    title: str, facts: Facts, choice: Chosen, offered: Offered, *, is_filtered: bool = True
) -> tuple[DeltaGenerator, DeltaGenerator]:
    """The title, how fresh the figures are, the filters as a sentence, and what one can do with
    them. Gives the places beside the title, and beside the filters for the choices of the screen
    alone."""
    sentence = plain(choices.sentence(choice, offered)) if is_filtered else words.NOT_FILTERED
    top = st.container(gap="xxsmall")
    with top.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.title(title, anchor=False, width="content")
        st.caption(_freshness(facts), width="stretch")
        beside_title = st.container(width="content")
        _draw_controls(title, facts, choice, is_filtered=is_filtered)
    with top.container(horizontal=True, vertical_alignment="center", gap="small"):
        icon = "filter_alt" if is_filtered else "filter_alt_off"
        st.markdown(f":material/{icon}: {sentence}", width="stretch")
        beside_filters = st.container(
            horizontal=True, vertical_alignment="center", width="content", gap="small"
        )
    return beside_title, beside_filters


def _draw_controls(title: str, facts: Facts, choice: Chosen, *, is_filtered: bool) -> None:
    if is_filtered:
        st.button(
            words.RESET,
            key="reset",
            type="tertiary",
            icon=":material/restart_alt:",
            on_click=_reset,
        )
    with st.popover(words.COPY_LINK, type="tertiary", icon=":material/link:"):
        address = st.context.url or ""
        fiscal_year = settings.current().fiscal_year_start
        made = choices.link(address, choice, facts.as_of, _choices_of_the_screen(), fiscal_year)
        st.code(made, language=None, wrap_lines=True)
        st.caption(words.COPY_LINK_HELP)
    st.link_button(
        paper_words.PRINT,
        paper.address(panels.opened_on(title)),
        type="tertiary",
        icon=":material/print:",
    )


def make_readable() -> None:
    """Mend what the dark theme can't say by its colours alone."""
    st.html(BUTTON_STYLE)


def banner() -> None:
    """Say in one slim line that what is shown is invented."""
    st.markdown(f":blue-background[:material/science: {words.SAMPLE_BANNER}]")


def plain(text: str) -> str:
    """Text that people typed, kept from being read as markup."""
    return "".join(f"\\{sign}" if sign in MARKUP else sign for sign in text)


def _freshness(facts: Facts) -> str:
    # The one place that looks at today's date: no figure does.
    age = (date.today() - facts.as_of).days
    parts = [words.AS_OF.format(day=figures.day(facts.as_of))]
    parts.append(words.DAYS_OLD.format(days=figures.days(age)) if age > 0 else words.TODAY)
    parts += [words.SAMPLE_DATA] * facts.is_sample + [words.RECEIVED] * facts.is_received
    return " · ".join(parts)


def _periods(facts: Facts) -> list[Period]:
    """What the figures offer, and what an older link asks for: it may name quarters that begin in
    another month than the fiscal year does now."""
    offered = periods(facts.first_day, facts.as_of, settings.current().fiscal_year_start)
    asked = [st.session_state.get("period"), st.query_params.get("period")]
    older = [named(label) for label in dict.fromkeys(asked) if label]
    known = {period.label for period in offered}
    return offered + [
        period for period in older if period and period.label not in known and _is_of(facts, period)
    ]


def _is_of(facts: Facts, period: Period) -> bool:
    ends_after = period.end is not None and period.end > facts.first_day
    return ends_after and period.start is not None and period.start <= facts.as_of


def _choose_period(offered: Sequence[Period]) -> Period:
    known = {period.label: period for period in offered}
    label = st.selectbox(words.PERIOD, list(known), key="period", bind="query-params")
    return known.get(label or "", offered[0])


def _choose_comparison() -> str:
    label = st.selectbox(words.COMPARE, words.COMPARISONS, key="against", bind="query-params")
    return label or words.COMPARE_BEFORE


def _choose_list(key: str, offered: Offered) -> list[str]:
    names = dict(offered.get(key, {}))
    if not names or (key in FIRST and len(names) < 2):
        return []
    return st.multiselect(
        LABELS[key],
        list(names),
        format_func=lambda value: names.get(value, value),
        placeholder=words.ALL_CHOICES,
        key=key,
        bind="query-params",
    )


def _leave_out_other_agencies(offered: Offered) -> None:
    """What a link asks of another agency is dropped, and the answer is the same whether or not
    there is such an agency."""
    own = set(offered.get("agency", {}).values())
    asked = {key: st.query_params.get_all(key) for key in NAMING_AN_AGENCY}
    if any(set(values) - own for values in asked.values()):
        st.info(words.NOT_YOURS, icon=":material/info:")
    for key, values in asked.items():
        # A choice that HR made before looking as the agency is bound to the address for one run
        # more; no screen of an agency reads it.
        with suppress(StreamlitAPIException):
            if values:
                del st.query_params[key]


def _say_what_was_left_out(offered: Offered, offers_periods: Sequence[Period]) -> None:
    # Streamlit drops a value it does not know without a word, and the reader would take the wider
    # figures for the ones the link asked for.
    asked = {key: st.query_params.get_all(key) for key in (*choices.LISTS, "period")}
    unknown = choices.unknown_values(asked, offered, offers_periods)
    if unknown:
        st.info(
            words.UNKNOWN_CHOICE.format(values=plain(", ".join(unknown))), icon=":material/info:"
        )


def _choices_of_the_screen() -> list[tuple[str, str]]:
    shared = {*choices.LISTS, "period", "against", *paper.OF_THE_READER}
    asked = st.query_params
    return [(key, value) for key in asked if key not in shared for value in asked.get_all(key)]


def _reset() -> None:
    state: Any = st.session_state
    state["period"] = words.LAST_FOUR_QUARTERS
    state["against"] = words.COMPARE_BEFORE
    for key in choices.LISTS:
        if key in state:
            state[key] = []
