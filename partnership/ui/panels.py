"""The pieces of a screen: a card, a table, the panel that says how a number is counted."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from partnership import figures, printed, queries, tables
from partnership.figures import Card
from partnership.findings.disputed import MARK
from partnership.labels import definitions as screen_words
from partnership.labels import metrics as definitions
from partnership.labels import shell as words
from partnership.ui import paper

Said = Callable[[str], str]
LONGEST_TABLE = 420
# Beside what tells one row from another, on a phone too.
MARK_WIDTH = 155
MOST_ROWS_AT_ONCE = 15
# How the keys of a screen's switches and of its panels of cases begin.
SWITCHED, CASES = "view ", "cases "


def draw_card(card: Card) -> None:
    """The number large, its trend, what it is of, its likely range and its target."""
    trend = [float("nan") if value is None else 100 * value for value in card.trend]
    enough = sum(1 for value in trend if value == value) > 1
    basis = f":small[**{card.basis}**]" if card.basis else ""
    if card.disputed:
        # The flag that stands beside the title too: the word would take a line more.
        basis = f"{basis} :small[:gray[:material/flag:{figures.NO_BREAK}{card.disputed}]]".strip()
    rest = [
        f":small[:gray[{line}]]"
        for line in (card.also, card.before, card.likely, card.target)
        if line
    ]
    evidence = f":small[:gray[{card.evidence}]]" if card.evidence else ""
    with st.container(gap=None):
        st.metric(
            card.label,
            card.value,
            help=card.explained or None,
            chart_data=trend if enough else None,
            chart_type="bar",
            delta_color="off",
        )
        st.markdown("  \n".join(line for line in (basis, *rest, evidence) if line))


def row_key(title: str) -> str:
    """The key under which a table keeps the row that was chosen."""
    return f"row of {title}"


def draw_table(title: str, rows: pd.DataFrame, on_row: Callable[[], None] | None = None) -> None:
    """The rows with headings, shares as percent, days as days, numbers on the right; on paper every
    row of them. `on_row` is called when a row is chosen."""
    if paper.is_paper():
        st.html(printed.html_table(rows, title))
        return
    shown = rows.copy()
    for column in shown.columns:
        if tables.is_share(column) and pd.api.types.is_numeric_dtype(shown[column]):
            shown[column] = shown[column] * 100
    st.dataframe(
        shown,
        hide_index=True,
        column_config=_columns(rows),
        height=LONGEST_TABLE if len(shown) > MOST_ROWS_AT_ONCE else "content",
        placeholder=figures.DASH,
        alt=title,
        **_choosing(title, on_row),
    )


def foot() -> DeltaGenerator:
    """The line under a table."""
    return st.container(horizontal=True, vertical_alignment="center", gap="small")


def draw_ticks(
    title: str,
    rows: pd.DataFrame,
    ticked: Sequence[bool],
    cases: Sequence[Mapping[str, Any]],
    on_tick: Callable[[Mapping[str, Any], bool], None],
) -> None:
    """The rows with a box to tick in front of each; `on_tick` gets the case of a changed one."""
    # Under a key of its own for every state of the ticks, so that none is applied twice.
    key = f"ticks of {title} {hash(tuple(ticked))}"

    def changed() -> None:
        for at, cells in st.session_state[key]["edited_rows"].items():
            on_tick(cases[int(at)], bool(cells["ticked"]))

    shown = rows.copy()
    shown.insert(0, "ticked", list(ticked))
    st.data_editor(
        shown,
        hide_index=True,
        column_config=_columns(rows)
        | {"ticked": st.column_config.CheckboxColumn(tables.heading("ticked"), width=84)},
        disabled=list(rows.columns),
        height=LONGEST_TABLE if len(shown) > MOST_ROWS_AT_ONCE else "content",
        key=key,
        on_change=changed,
    )


def _choosing(title: str, on_row: Callable[[], None] | None) -> dict[str, Any]:
    if on_row is None:
        return {}
    return {"on_select": on_row, "selection_mode": "single-row", "key": row_key(title)}


def panel_of_cases(screen: str, title: str, *, is_few: bool) -> DeltaGenerator | None:
    """The place for the cases behind a number, where the reader opened it or they are few: a panel,
    on paper a heading."""
    if paper.is_paper():
        if not is_few and not paper.was_opened(title):
            return None
        st.markdown(f"**{title}**")
        return st.container()
    key = f"{CASES}{screen} {title}"
    # Opened as they become few, so that a reader can close it again.
    if is_few and not st.session_state.get(f"few {key}"):
        st.session_state[key] = True
    st.session_state[f"few {key}"] = is_few
    panel = st.expander(title, key=key, on_change="rerun", icon=":material/list:")
    return panel if panel.open else None


def opened_on(screen: str) -> list[str]:
    """The panels of cases that are open on a screen, and its charts that show their table."""
    state, of_cases = st.session_state, f"{CASES}{screen} "
    switched = [key.removeprefix(SWITCHED) for key in map(str, state)
                if key.startswith(SWITCHED) and state[key] == words.TABLE]  # fmt: skip
    return switched + [key.removeprefix(of_cases) for key in map(str, state)
                       if key.startswith(of_cases) and state[key]]  # fmt: skip


def wants_table(title: str) -> bool:
    """The switch between a chart and its table; on paper what it was set to."""
    if paper.is_paper():
        return paper.was_opened(title)
    view = st.segmented_control(
        words.VIEW,
        [words.CHART, words.TABLE],
        default=words.CHART,
        required=True,
        label_visibility="collapsed",
        key=f"{SWITCHED}{title}",
    )
    return bool(view == words.TABLE)


def how_counted(metrics: Sequence[str], said: Said, more: Sequence[Callable[[], None]]) -> None:
    """Two closed panels: the rule in plain words, and for analysts what draws `more` and the select
    itself. `said` puts the numbers that are settings into a text; on paper is the rule alone."""
    if not metrics:
        return
    if paper.is_paper():
        st.subheader(words.HOW_COUNTED, anchor=False)
        _explain_all(metrics, said)
        return
    with st.expander(words.HOW_COUNTED, icon=":material/help:"):
        _explain_all(metrics, said)
    sql = st.expander(
        words.FOR_ANALYSTS, key="for analysts", on_change="rerun", icon=":material/code:"
    )
    if sql.open:
        with sql:
            for draw in more:
                draw()
            for name in metrics:
                show_sql(name)


def _explain_all(metrics: Sequence[str], said: Said) -> None:
    for name in metrics:
        st.markdown(said(f"**{definitions.of(name).title}**"))
        explain(name, said)


def draw_definition(name: str, said: Said) -> None:
    """A closed panel with the rule of one metric and, asked for, its select; on paper the rule."""
    if paper.is_paper():
        _explain_all([name], said)
        return
    panel = st.expander(
        said(f"**{definitions.of(name).title}** · {_question(name)}"),
        key=f"definition {name}",
        on_change="rerun",
    )
    if panel.open:
        with panel:
            explain(name, said)
            if st.toggle(screen_words.SHOW_SELECT, key=f"select {name}"):
                show_sql(name)


def explain(name: str, said: Said) -> None:
    """A metric's rule, who is counted and who is left out, its unit and its source."""
    definition = definitions.of(name)
    lines = {
        words.WHO_IS_COUNTED: definition.counted,
        words.WHO_IS_LEFT_OUT: definition.left_out,
        words.UNIT: definition.unit,
        words.SOURCE: definition.source,
    }
    parts = [line.format(text=text) for line, text in lines.items() if text]
    st.markdown(said("  \n".join([definition.rule or _question(name), *parts])))


def _question(name: str) -> str:
    return queries.query("metrics", name).header.get("question", "")


def show_sql(name: str) -> None:
    """The select that every screen, the command line and the downloads run."""
    asked = queries.query("metrics", name)
    st.caption(f"queries/metrics/{name}.sql")
    st.code(
        "\n".join(f"-- {key}: {text}" for key, text in asked.header.items()),
        language="sql",
        wrap_lines=True,
    )
    st.code(asked.sql, language="sql", height=300)


def _columns(rows: pd.DataFrame) -> dict[str, Any]:
    return {column: _column(column, rows[column]) for column in rows.columns}


def _column(name: str, values: pd.Series) -> Any:
    label = tables.heading(name)
    if name == MARK:
        return st.column_config.Column(label, width=MARK_WIDTH)
    if pd.api.types.is_datetime64_any_dtype(values):
        return st.column_config.DateColumn(label, format="D MMM YYYY")
    if tables.is_share(name) and pd.api.types.is_numeric_dtype(values):
        return st.column_config.NumberColumn(label, format="%.0f %%")
    if pd.api.types.is_integer_dtype(values):
        return st.column_config.NumberColumn(label, format="localized")
    if pd.api.types.is_numeric_dtype(values):
        whole = bool((values.dropna() % 1 == 0).all())
        return st.column_config.NumberColumn(label, format="%d" if whole else "%.1f")
    return st.column_config.Column(
        label, alignment="right" if name.endswith("_of") or name in ("fee", "fee_each") else "left"
    )
