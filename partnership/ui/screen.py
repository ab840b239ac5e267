"""One open screen: rows in, cards, charts, tables, cases and downloads out."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from partnership import __version__, choices, downloads, figures, palette, tables
from partnership.charts import NO_BUTTONS, in_ink, is_blank
from partnership.choices import Chosen
from partnership.figures import Card
from partnership.filters import Filters
from partnership.labels import shell as words
from partnership.periods import Quarter, complete_quarters
from partnership.targets import Target, target_of
from partnership.ui import frame, panels, states
from partnership.ui.source import Facts, Source

SHOWN = "shown"
CARD_WIDTH = 134
# More rows than anyone reads only make a screen slow; the command line gives them all.
MOST_CASES = 2000


@dataclass(frozen=True)
class Shown:
    """What the router hands to the screen: whose rows, which cases, and the page files in the
    menu."""

    source: Source
    choice: Chosen
    screens: frozenset[str]


@dataclass
class Screen:
    """What a page draws with. `names` gives agency and client ids their names."""

    title: str
    source: Source
    choice: Chosen
    facts: Facts
    names: frame.Offered
    metrics: Sequence[str]
    screens: frozenset[str]
    beside_filters: DeltaGenerator
    shown_tables: dict[str, pd.DataFrame] = field(default_factory=dict)

    @property
    def filters(self) -> Filters:
        """What the reader chose."""
        return self.choice.filters

    @property
    def filters_in_words(self) -> str:
        """What the reader chose, as the line under the title says it."""
        return choices.sentence(self.choice, self.names)

    @property
    def quarters(self) -> list[Quarter]:
        """The complete quarters of these figures, at most eight, oldest first."""
        return complete_quarters(self.facts.first_day, self.facts.as_of)

    @property
    def is_one_client(self) -> bool:
        """Whether a column "Client" would say the same in every row."""
        return len(self.names.get("client", {})) < 2

    @property
    def whole_time(self) -> Filters:
        """What the reader chose, whatever the period: for what is true on the day of the
        figures."""
        return replace(self.filters, period_start=None, period_end=None)

    # --- rows -----------------------------------------------------------------------------------

    def rows(
        self,
        metric: str,
        *,
        by: str | None = None,
        day: int | None = None,
        filters: Filters | None = None,
        where: Mapping[str, Any] | None = None,
        folder: str = "metrics",
        **more: Any,
    ) -> pd.DataFrame:
        """Rows of a metric for the chosen cases, with a column `label` where it is grouped.

        With `day`, the chosen period is the one in which the cases reached that day. `where`
        keeps the rows whose columns have these values.
        """
        chosen = self.filters if filters is None else filters
        narrowed = chosen if day is None else chosen.reaching_day(day)
        rows = self.source.rows(metric, narrowed, by=by, folder=folder, **more)
        for column, value in (where or {}).items():
            rows = rows[rows[column] == value]
        return tables.labelled(rows, by, self.names)

    def shows(self, table: str) -> bool:
        """Whether this table came in: without it its figures can't be seen, which is not zero."""
        return table in self.source.present_tables

    def one(self, metric: str, **how: Any) -> dict[str, Any] | None:
        """The first row of a metric, asked as in `rows`; None where there is none."""
        rows = self.rows(metric, **how)
        return None if rows.empty else dict(rows.iloc[0])

    def target(self, metric: str) -> Target | None:
        """The agreed target of a share, named like "offer_outcomes.acceptance_rate"."""
        agreed = self.source.rows("agreed_targets", folder="screens")
        return target_of(agreed, metric, self.filters.agencies)

    def cases(self, name: str, **how: Any) -> pd.DataFrame:
        """The cases behind a number: queries/rows/<name>.sql, asked as in `rows`."""
        return self.rows(name, folder="rows", row_limit=MOST_CASES, **how)

    def by_quarter(self, metric: str, **how: Any) -> pd.DataFrame:
        """The first row of each complete quarter, whatever period is chosen; `label` is the
        quarter. A quarter without cases is a row of gaps."""
        asked = {
            quarter.label: self.rows(metric, filters=choices.within(self.filters, quarter), **how)
            for quarter in self.quarters
        }
        return tables.stacked_by_label(asked or {"": self.rows(metric, **how).head(0)})

    def switch(self, key: str, options: Mapping[str, str], *, label: str) -> str:
        """A choice of this screen alone, beside the filters and kept in the address; gives the key
        of the chosen option."""
        shown = self.beside_filters.segmented_control(
            label, list(options), format_func=options.__getitem__, default=next(iter(options)),
            required=True, key=key, bind="query-params", label_visibility="collapsed",
        )  # fmt: skip
        return str(shown)

    def pick_group(self, key: str, labels: Mapping[str, str], *, label: str) -> str:
        """Which column to compare by, kept in the address, above the charts it is for; only those
        that have something to compare."""
        useful = [name for name in labels if len(self.names.get(name, {})) > 1] or list(labels)[:1]
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{label}**", width="content")
            shown = st.selectbox(
                label, useful, format_func=labels.__getitem__, key=key, bind="query-params",
                width=220, label_visibility="collapsed",
            )  # fmt: skip
        return str(shown)

    # --- drawing --------------------------------------------------------------------------------

    def finding(self, sentence: str) -> None:
        """The finding of the screen, as one sentence."""
        if sentence:
            st.markdown(f"#### {sentence}")

    def say(self, text: str, *, title: str = "") -> None:
        """Some words of the screen's own, under a heading where they have one."""
        if title:
            st.subheader(title, anchor=False)
        st.markdown(text)

    def cards(self, shown: Sequence[Card]) -> None:
        """At most six headline numbers in a row, on a phone below each other."""
        grid = st.grid(len(shown), min_column_width=CARD_WIDTH, gap="xsmall", border=True)
        for card in shown:
            with grid.cell():
                panels.draw_card(card)

    def halves(self) -> Sequence[Any]:
        """Two columns; on a phone the second below the first."""
        return st.columns(2, gap="medium")

    def part(self) -> AbstractContextManager[None]:
        """A part of the screen that fails alone: `with screen.part(): …`."""
        return states.alone()

    def chart(
        self,
        title: str,
        rows: pd.DataFrame,
        draw: Callable[[pd.DataFrame], go.Figure],
        *,
        columns: Sequence[str] | None = None,
        note: str = "",
        opens: str = "",
        instead: str = "",
    ) -> None:
        """A chart that can be read as its table. `draw` gets the rows; without rows it is not
        called. `opens` names the page file that tells more; `instead` is said in the place of a
        chart that would show too little to be one."""
        with st.container(gap="xxsmall"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.subheader(title, anchor=False, width="stretch")
                as_table = len(rows) > 0 and not instead and panels.wants_table(title)
            if note:
                st.caption(note)
        if instead:
            st.info(instead, icon=":material/info:")
        elif rows.empty:
            self.empty()
        elif as_table:
            self._table(title, rows, columns)
        else:
            self._draw(title, rows, draw, columns)
        if opens in self.screens:
            st.page_link(
                opens, label=words.OPEN_SCREEN.format(screen=title), icon=":material/arrow_forward:"
            )

    def table(
        self,
        title: str,
        rows: pd.DataFrame,
        *,
        columns: Sequence[str] | None = None,
        note: str = "",
    ) -> None:
        """A table; `columns` are the shown ones in their order. Shares read as percent, ids as
        names."""
        with st.container(gap=None):
            st.subheader(title, anchor=False)
            if note:
                st.caption(note)
        if rows.empty:
            self.empty()
        else:
            self._table(title, rows, columns)

    def definitions(self, title: str, metrics: Sequence[str]) -> None:
        """The rules of some metrics under a heading, each in its closed panel."""
        if metrics:
            st.subheader(title, anchor=False)
        for name in metrics:
            panels.draw_definition(name)

    def cases_behind(
        self, title: str, name: str, *, columns: Sequence[str] | None = None, **how: Any
    ) -> None:
        """A closed panel with the cases behind a number, read only when it is opened."""
        panel = st.expander(
            title, key=f"cases {self.title} {title}", on_change="rerun", icon=":material/list:"
        )
        if panel.open:
            with panel, states.alone():
                rows = self.cases(name, **how)
                if rows.empty:
                    self.empty()
                else:
                    self._table(title, rows, columns)

    def empty(self) -> None:
        """Say that the filters match nothing, and which they are."""
        states.show_empty(
            words.NOTHING_MATCHES_HINT.format(scope=frame.plain(self.filters_in_words))
        )

    def close(self) -> None:
        """The foot of the screen: how it is counted, for analysts, and the downloads of what was
        shown."""
        panels.how_counted(self.metrics)
        if self.shown_tables:
            self._offer_downloads()

    # --- inside ---------------------------------------------------------------------------------

    def _draw(
        self,
        title: str,
        rows: pd.DataFrame,
        draw: Callable[[pd.DataFrame], go.Figure],
        columns: Sequence[str] | None,
    ) -> None:
        figure = draw(rows)
        if is_blank(figure):
            self.empty()
            return
        self._keep(title, rows, columns)
        inked = in_ink(figure, palette.INK[st.context.theme.type or "light"])
        st.plotly_chart(inked, config=NO_BUTTONS, key=f"chart {title}", alt=title)

    def _table(self, title: str, rows: pd.DataFrame, columns: Sequence[str] | None) -> None:
        panels.draw_table(title, self._people_read(tables.counted(rows), columns))
        self._keep(title, rows, columns)
        self._csv_button(title, self.shown_tables[title])

    def _keep(self, title: str, rows: pd.DataFrame, columns: Sequence[str] | None) -> None:
        """For the downloads: a spreadsheet wants the two numbers where a screen says "39 of 84"."""
        numbers = tables.counts_apart(columns or list(rows.columns))
        self.shown_tables[title] = self._people_read(tables.counted(rows), numbers)

    def _people_read(self, rows: pd.DataFrame, columns: Sequence[str] | None) -> pd.DataFrame:
        kept = rows[[column for column in columns or rows.columns if column in rows]]
        if self.is_one_client:
            kept = kept.drop(columns=["client_name", "client_id"], errors="ignore")
        kept = kept.rename(columns={"label": rows.attrs.get("by", "label")})
        return tables.presentable(kept, self.names)

    def _csv_button(self, title: str, shown: pd.DataFrame) -> None:
        # Built at the click, in a thread that knows no session: everything it needs is bound here.
        st.download_button(
            words.CSV,
            partial(downloads.csv_file, shown),
            file_name=downloads.file_name(f"{self.title} {title}", self.source.build, "csv"),
            mime="text/csv",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
            key=f"csv {title}",
        )

    def _offer_downloads(self) -> None:
        with st.container(
            horizontal=True, horizontal_alignment="right", vertical_alignment="center"
        ):
            st.download_button(
                f"{words.DOWNLOAD} {words.XLSX}",
                partial(downloads.workbook, dict(self.shown_tables), self._about()),
                file_name=downloads.file_name(self.title, self.source.build, "xlsx"),
                mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                on_click="ignore",
                icon=":material/download:",
                key="xlsx",
            )

    def _about(self) -> Mapping[str, str]:
        return {
            words.ABOUT_SCREEN: f"{words.APP}: {self.title}",
            words.ABOUT_FILTERS: self.filters_in_words,
            words.ABOUT_AS_OF: figures.day(self.facts.as_of),
            words.ABOUT_SAMPLE: words.ABOUT_INVENTED if self.facts.is_sample else words.ABOUT_OWN,
            words.ABOUT_BUILD: self.source.build,
            words.ABOUT_PROGRAM: f"{words.APP} {__version__}",
        }


def open_screen(
    title: str,
    *,
    metrics: Sequence[str] = (),
    needs: Sequence[str] = (),
    is_filtered: bool = True,
) -> Screen:
    """Start a screen: title, freshness, filters as a sentence. `metrics` are explained at its foot.

    Stops with an empty state where a table of `needs` was in no export. A screen that is not
    filtered says so.
    """
    shown: Shown = st.session_state[SHOWN]
    source, choice = shown.source, shown.choice
    names = frame.offered_by(source)
    facts = source.facts
    beside_filters = frame.draw_top(title, facts, choice, names, is_filtered=is_filtered)
    missing = [table for table in needs if table not in source.present_tables]
    if missing:
        named = ", ".join(
            words.TABLE_NAMES.get(table, table.replace("_", " ")) for table in missing
        )
        states.show_empty(words.NOT_IN_FILES_HINT.format(tables=named), words.NOT_IN_FILES)
        st.stop()
    return Screen(title, source, choice, facts, names, metrics, shown.screens, beside_filters)
