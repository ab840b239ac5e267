"""Settings on the Data screen: a form, what a change does, and the log of changes."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

import pandas as pd
import streamlit as st

from partnership import dropped, settings, settings_changes
from partnership.errors import PartnershipError
from partnership.findings import settings as findings
from partnership.labels import settings as words
from partnership.settings import CHOICES, RANGES, Rate, Settings
from partnership.ui import paper, states, updating
from partnership.ui.screen import Screen
from partnership.ui.typist import ask_name

SAVED = "settings saved"
IN_A_ROW = 3
LONGEST_TEXT = {"agency_name": 60, "usual_from": 7, "reporting_currency": 3}


def draw_settings(screen: Screen) -> None:
    """The form, whether the figures were made with other settings, and the log."""
    now = settings.current()
    if paper.is_paper():
        screen.table(words.TITLE, findings.table(now))
        return
    screen.say(words.INTRO, title=words.TITLE)
    with st.expander(words.CHANGE, icon=":material/tune:", key="settings"):
        _draw_form(now)
    # Below the form, beside the button that was pressed.
    _say_saved()
    _say_difference(screen, now)
    _draw_log()


def _draw_form(now: Settings) -> None:
    # The number of changes is part of every key: what was saved is what the form shows next.
    version = len(settings_changes.log())
    with st.form(f"settings {version}", border=False):
        given: dict[str, Any] = {}
        for title, names in words.GROUPS.items():
            st.markdown(f"**{title}**  \n:small[:gray[{words.GROUP_NOTES[title]}]]")
            for first in range(0, len(names), IN_A_ROW):
                columns = st.columns(IN_A_ROW, gap="medium")
                for name, column in zip(names[first : first + IN_A_ROW], columns, strict=False):
                    with column:
                        given[name] = _field(name, getattr(now, name), f"set {name} {version}")
        rates = _draw_rates(now.rates, f"set rates {version}")
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            pressed = st.form_submit_button(words.SAVE, type="primary", key="save settings")
            by = ask_name()
    if pressed:
        _save(now, given, rates, by)


def _field(name: str, value: Any, key: str) -> Any:
    label, explained = words.NAMES[name], findings.explained(name)
    if name in CHOICES:
        given: Any = _choice(label, CHOICES[name], value, key, name)
    elif name == "default_time_zone":
        given = _choice(label, sorted(available_timezones()), value, key, name)
    elif name == "fiscal_year_start":
        given = _choice(label, range(1, 13), value, key, name)
    elif name in RANGES:
        low, high = RANGES[name]
        given = int(st.number_input(label, low, high, value, step=1, key=key))
    else:
        longest = LONGEST_TEXT[name]
        typed = st.text_input(label, value, max_chars=longest, key=key, placeholder=words.EMPTY)
        given = typed.strip().upper() if name == "reporting_currency" else typed.strip()
    st.caption(explained)
    return given


def _choice(label: str, options: Any, value: Any, key: str, name: str) -> Any:
    offered = list(options)
    return st.selectbox(
        label,
        offered,
        index=offered.index(value),
        format_func=lambda option: findings.in_words(name, option),
        key=key,
    )


def _draw_rates(rates: tuple[Rate, ...], key: str) -> pd.DataFrame:
    rows = [{"currency": rate.currency, "rate": rate.rate, "on": rate.on} for rate in rates]
    held = pd.DataFrame(rows, columns=list(words.RATE_COLUMNS))
    held["on"] = pd.to_datetime(held["on"])
    held = held.astype({"currency": "object", "rate": "float64"})
    columns = st.column_config
    edited: pd.DataFrame = st.data_editor(
        held,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        width=560,
        column_config={
            "currency": columns.TextColumn(words.RATE_COLUMNS["currency"], max_chars=3),
            "rate": columns.NumberColumn(words.RATE_COLUMNS["rate"], min_value=0.0),
            "on": columns.DateColumn(words.RATE_COLUMNS["on"], format="D MMM YYYY"),
        },
    )
    st.caption(words.RATES_HELP)
    return edited


def _save(now: Settings, given: Mapping[str, Any], rates: pd.DataFrame, by: str) -> None:
    whole = rates.dropna(how="all")
    if whole.isna().any(axis=None) or (whole["rate"] <= 0).any():
        st.warning(words.RATE_INCOMPLETE)
        return
    wanted = {
        **given,
        "rates": tuple(
            Rate(str(row.currency).strip().upper(), float(row.rate), pd.Timestamp(row.on).date())
            for row in whole.itertuples()
        ),
    }
    changed = {name: value for name, value in wanted.items() if value != getattr(now, name)}
    try:
        st.session_state[SAVED] = findings.outcome(settings_changes.change(changed, by=by))
    except PartnershipError as error:
        states.show_error(error)
    else:
        st.rerun()


def _say_saved() -> None:
    if said := st.session_state.pop(SAVED, None):
        st.success(said, icon=":material/check_circle:")


def _say_difference(screen: Screen, now: Settings) -> None:
    said = findings.difference(screen.facts.rules, now)
    if not said:
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(f":material/info: {states.readable(said)}", width="stretch")
        has_files = bool(dropped.to_build_from(settings.EXPORTS))
        pressed = (has_files or screen.facts.is_sample) and st.button(
            words.UPDATE_NOW, key="update for settings", icon=":material/refresh:"
        )
    if pressed and has_files:
        updating.update()
    elif pressed:
        updating.update_sample()


def _draw_log() -> None:
    changes = settings_changes.log()
    if changes:
        with st.expander(words.LOG.format(count=len(changes)), icon=":material/history:"):
            lines = [f"- {states.readable(findings.log_line(change))}" for change in changes]
            st.markdown("\n".join(lines))
