"""What was judged of who is who: the list, the file to take along, and the weights of a pair."""

from collections.abc import Mapping
from functools import partial
from io import StringIO
from typing import Any

import pandas as pd
import streamlit as st

from partnership import charts
from partnership.entries.tables import typed_tables
from partnership.findings import who_is_who as findings
from partnership.labels import records as record_words
from partnership.labels import who_is_who as words
from partnership.ui import judging, panels, paper, record_rows
from partnership.ui.judging import TABLE, Judging
from partnership.ui.record_draft import draft_of
from partnership.ui.record_fields import Fields


def draw(judged: Judging) -> None:
    """The verdicts, the last on top, each to be judged again; all of them as a file, and more of
    them from one."""
    table = findings.judged_table(judged.pairs, judged.verdicts, judged.new)
    judged.screen.table(
        words.JUDGED,
        table,
        columns=words.JUDGED_COLUMNS,
        note="" if table.empty or paper.is_paper() else words.JUDGED_NOTE,
        instead=words.NONE_JUDGED,
        on_row=partial(_choose, table),
    )
    if judged.kept and not paper.is_paper():
        st.download_button(
            words.EXPORT,
            partial(as_file, [entry.values for entry in judged.kept]),
            file_name=f"{TABLE}.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
            key="verdicts file",
        )
        st.caption(words.EXPORT_NOTE)
    if not paper.is_paper() and len(judged.pairs):
        draft = draft_of(TABLE)
        draft.say()
        draft.said = ""
        record_rows.draw(
            Fields(judged.screen, draft),
            title=record_words.SEVERAL_VERDICTS,
            ways=record_words.WAYS_OF_VERDICTS,
            tidied=findings.in_order,
        )


def as_file(rows: list[Mapping[str, str]]) -> bytes:
    """Verdicts as an export holds them: what this gives is read as one."""
    columns = [column.name for column in typed_tables()[TABLE].columns]
    text = StringIO()
    pd.DataFrame(rows, columns=columns).to_csv(text, index=False, lineterminator="\r\n")
    return f"\ufeff{text.getvalue()}".encode()


def draw_weights(judged: Judging, row: Mapping[str, Any] | None) -> None:
    """For analysts: how the weights of the pair shown add up, and all weights there are."""
    screen = judged.screen
    steps = findings.steps(row) if row else pd.DataFrame()
    if row and steps.empty:
        screen.say(words.NO_WEIGHT)
    elif row:
        screen.chart(
            words.WATERFALL,
            steps,
            partial(charts.waterfall, axis=words.WATERFALL_AXIS),
            columns=("label", "weight"),
            note=f"{findings.names_of(row)}. {words.WATERFALL_NOTE}",
        )
    screen.table(words.LEVELS, _levels(), columns=words.LEVEL_COLUMNS, note=words.LEVELS_NOTE)


def _levels() -> pd.DataFrame:
    from partnership.identity.weights import COMPARISONS  # noqa: PLC0415 - for analysts alone

    return findings.levels(
        (comparison.what, level.name, level.m, level.u)
        for comparison in COMPARISONS
        for level in comparison.levels
    )


def _choose(table: pd.DataFrame) -> None:
    chosen = st.session_state[panels.row_key(words.JUDGED)]["selection"]["rows"]
    key = findings.key_of(dict(table.iloc[chosen[0]])) if chosen else None
    judging.judge_again(key)
