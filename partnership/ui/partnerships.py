"""The list of partnerships on Overview: a row opens all its reasons at the side."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from partnership import charts, choices
from partnership.findings import overview as findings
from partnership.labels import overview as words
from partnership.ui import frame, panels, paper
from partnership.ui.partner import PARTNER
from partnership.ui.screen import Screen

TABLE_KEY = "partnerships"
CHOSEN = "chosen partnership"
# Streamlit's headings in a dialog are smaller than the text under them.
DRAWER_STYLE = "<style>[role=dialog] h3 { font-size: 16px; }</style>"


def draw_partnerships(screen: Screen, statuses: pd.DataFrame) -> None:
    """One row per partnership; rows of partnership_status."""
    rows = findings.partnership_table(statuses).reset_index(drop=True)
    if rows.empty or paper.is_paper():
        screen.table(
            words.PARTNERSHIPS_TABLE, rows, columns=words.COLUMNS, note=words.PARTNERSHIPS_NOTE
        )
        return
    screen.table(
        words.PARTNERSHIPS_TABLE,
        rows,
        columns=words.COLUMNS,
        note=words.PARTNERSHIPS_NOTE,
        on_row=partial(_remember, rows),
    )
    chosen = st.session_state.pop(CHOSEN, None)
    if chosen is not None:
        st.session_state[PARTNER] = chosen[f"{screen.partner_kind}_id"]
        st.dialog(str(chosen["agency_name"]), width="large", position="right")(_draw_reasons)(
            screen, chosen
        )


def draw_changes(screen: Screen) -> None:
    """What changed against the period compared with, each sentence with its screen."""
    compare = screen.choice.compare
    st.subheader(words.CHANGES, anchor=False)
    rows = None
    if compare is None:
        st.caption(words.CHANGES_NOTE_ALONE)
    else:
        st.caption(words.CHANGES_NOTE.format(period=compare.days_in_words))
        rows = screen.rows("measure_changes", compare_start=compare.start, compare_end=compare.end)
    months = screen.rows("measure_months")
    said = findings.changes(rows, months, screen.names.get("agency", {}))
    for sentence, page in said:
        with st.container(gap=None):
            st.markdown(frame.plain(sentence))
            if page in screen.screens and not paper.is_paper():
                st.page_link(page, label=words.SEE.format(screen=words.SCREEN_TITLES[page]))
    if not said:
        st.markdown(words.NOTHING_CHANGED)
    screen.for_analysts(partial(_draw_months, screen, months))


def _draw_months(screen: Screen, months: pd.DataFrame) -> None:
    """Every share month by month, with the limits of what is usual."""
    for measure, rows in months.groupby("measure", sort=False):
        screen.chart(
            words.MONTHS.format(what=words.MEASURES[str(measure)]),
            rows,
            partial(charts.control_chart, axis=words.MONTHS_AXIS),
            columns=words.MONTH_COLUMNS,
        )


def _remember(rows: pd.DataFrame) -> None:
    """Keep the row that was just chosen: the table's own choice outlives the drawer."""
    picked = st.session_state[panels.row_key(words.PARTNERSHIPS_TABLE)].selection.rows
    st.session_state[CHOSEN] = rows.iloc[picked[0]].to_dict() if picked else None


def _draw_reasons(screen: Screen, chosen: Mapping[str, Any]) -> None:
    st.html(DRAWER_STYLE)
    st.markdown(f"**{chosen['state']}**")
    st.markdown(frame.plain(findings.status_in_words(chosen)))
    measures = screen.rows("partnership_measures", where={"agency_id": chosen["agency_id"]})
    client = chosen["client_id"]
    if len(screen.names.get("client", {})) > 1:
        measures = measures[measures["client_id"] == client]
    screen.table(
        words.AGAINST_AGREED,
        findings.measures_table(measures),
        columns=words.MEASURE_COLUMNS,
        note=choices.sentence(replace(screen.choice, is_about_one=True), screen.names),
    )
    for page, label in words.DRAWER_LINKS.items():
        if page in screen.screens:
            st.page_link(page, label=label, icon=":material/arrow_forward:")
