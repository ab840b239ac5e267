"""One open screen: rows in, cards, charts, tables, cases and downloads out."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, NoReturn

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from partnership import figures, palette, tables
from partnership.charts import NO_BUTTONS, in_ink, is_blank, named
from partnership.findings import disputed as disputed_cases
from partnership.labels import paper as paper_words
from partnership.labels import shell as words
from partnership.sheets import Sheet, html_of
from partnership.ui import disputed, frame, panels, paper, states
from partnership.ui.cards import Cards
from partnership.ui.shown_tables import ShownTables

SHEET_STYLE = Path(__file__).with_name("sheet.css")


@dataclass(kw_only=True)
class Screen(Cards):
    """What a page draws with, and asks for its rows."""

    title: str
    metrics: Sequence[str]
    screens: frozenset[str]
    beside_title: DeltaGenerator
    beside_filters: DeltaGenerator
    shown: ShownTables
    analysts: list[Callable[[], None]] = field(default_factory=list)
    # Whether an audience looks: what wants reading rather than seeing is left out then.
    is_on_a_wall: ClassVar[bool] = False

    def narrow_to(self, agency_id: str) -> None:
        """From here on the rows of one agency alone, whatever the filters hold."""
        super().narrow_to(agency_id)
        self.shown.about[words.ABOUT_FILTERS] = self.filters_in_words

    # --- choices of this screen alone -----------------------------------------------------------

    def switch(self, key: str, options: Mapping[str, str], *, label: str) -> str:
        """A choice of this screen alone, beside the filters and kept in the address; gives the key
        of the chosen option."""
        shown = self.beside_filters.segmented_control(
            label, list(options), format_func=options.__getitem__, default=next(iter(options)),
            required=True, key=key, bind="query-params", label_visibility="collapsed",
        )  # fmt: skip
        self.say_choice(label, options[str(shown)])
        return str(shown)

    def pick_group(self, key: str, labels: Mapping[str, str], *, label: str) -> str:
        """Which column to compare by, kept in the address, above the charts it is for; only those
        that have something to compare."""
        useful = [name for name in labels if len(self.names.get(name, {})) > 1] or list(labels)[:1]
        return self.pick(key, {name: labels[name] for name in useful}, label=label)

    def pick(
        self,
        key: str,
        labels: Mapping[str, str],
        *,
        label: str,
        width: int = 220,
        default: str | None = None,
        is_beside_filters: bool = False,
    ) -> str:
        """A choice among many, kept in the address, above what it is for, or beside the filters
        where it is for all of the screen; gives the chosen key. At first it is `default`, or the
        first of them."""
        line = st.container(horizontal=True, vertical_alignment="center", gap="small")
        with self.beside_filters if is_beside_filters else line:
            if not paper.is_paper():
                st.markdown(f"**{label}**", width="content")
            shown = st.selectbox(
                label, list(labels), list(labels).index(default) if default else 0,
                format_func=labels.__getitem__, key=key, bind="query-params", width=width,
                label_visibility="collapsed",
            )  # fmt: skip
        self.say_choice(label, labels[str(shown)])
        return str(shown)

    def say_choice(self, label: str, value: str) -> None:
        """On paper, where no control is, what it was set to."""
        if paper.is_paper():
            st.caption(paper_words.CHOSEN.format(label=label, value=value))

    def leads_to(self, file: str, label: str, *, icon: str) -> None:
        """A link beside the filters to another screen, where it is in the menu."""
        if file in self.screens:
            self.beside_filters.page_link(file, label=label, icon=f":material/{icon}:")

    # --- drawing --------------------------------------------------------------------------------

    def finding(self, sentence: str) -> None:
        """The finding of the screen, as one sentence."""
        if sentence:
            st.markdown(f"#### {self.in_words(sentence)}")

    def say(self, text: str, *, title: str = "") -> None:
        """Some words of the screen's own, under a heading where they have one."""
        if title:
            st.subheader(title, anchor=False)
        if text:
            st.markdown(self.in_words(text))

    def end_with(self, text: str) -> NoReturn:
        """Say why there is nothing to show, and end the screen there."""
        self.say(text)
        self.close()
        st.stop()

    def halves(self) -> Sequence[Any]:
        """Two columns; on a phone, and on paper, the second below the first."""
        if paper.is_paper():
            return st.container(), st.container()
        return st.columns(2, gap="medium")

    def wide_and_narrow(self) -> Sequence[Any]:
        """A wide column and a narrow one; on a phone, and on paper, the second below the first."""
        if paper.is_paper():
            return st.container(), st.container()
        return st.columns([7, 3], gap="medium")

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
        key: str = "",
        opens: str = "",
        instead: str = "",
    ) -> None:
        """A chart that can be read as its table. `draw` gets the rows; without rows it is not
        called. `key` says what its marks mean, and is not said over the table; `opens` names the
        page file that tells more; `instead` is said in the place of a chart that would show too
        little to be one."""
        with st.container(gap="xxsmall"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.subheader(self.in_words(title), anchor=False, width="stretch")
                as_table = len(rows) > 0 and not instead and panels.wants_table(title)
            drawn = "" if as_table or instead or rows.empty else key
            if said := " ".join(part for part in (note, drawn) if part):
                st.caption(self.in_words(said))
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
        instead: str = "",
        on_row: Callable[[], None] | None = None,
    ) -> None:
        """A table; `columns` are the shown ones in their order. Shares read as percent, ids as
        names. `instead` is said where there is no row and that is no matter of the filters;
        `on_row` is called when the reader chooses a row."""
        with st.container(gap=None):
            st.subheader(self.in_words(title), anchor=False)
            if note:
                st.caption(self.in_words(note))
        if rows.empty and instead:
            st.markdown(instead)
        elif rows.empty:
            self.empty()
        else:
            self._cases(title, rows, columns, on_row)

    def tick_list(
        self,
        title: str,
        rows: pd.DataFrame,
        *,
        columns: Sequence[str],
        ticked: str,
        on_tick: Callable[[Mapping[str, Any], bool], None],
        note: str = "",
    ) -> None:
        """A table whose rows can be ticked: the column `ticked` says which are, `on_tick` gets a
        changed row and whether it is ticked now."""
        with st.container(gap=None):
            st.subheader(title, anchor=False)
            if note:
                st.caption(self.in_words(note))
        marked = disputed_cases.marked(rows, disputed.open_on(self))
        count = disputed_cases.count(marked)
        # After what a phone has room for.
        told = [*columns[:1], disputed_cases.MARK, *columns[1:]] if count else columns
        shown = self.as_read(tables.counted(marked), told)
        panels.draw_ticks(title, shown, list(rows[ticked]), rows.to_dict("records"), on_tick)
        self._keep(title, marked, told)
        with panels.foot():
            self.shown.offer_csv(title)
            disputed.draw_foot(self, title, rows, marked)

    def link(self, file: str, label: str, **chosen: str) -> None:
        """A way to another screen, where it is in the menu; none on paper. `chosen` is what is set
        there."""
        if file in self.screens and not paper.is_paper():
            st.page_link(
                file, label=label, icon=":material/arrow_forward:", query_params=chosen or None
            )

    def sheet(self, page: Sheet) -> None:
        """One page that prints as it stands, and alone."""
        self.page(html_of(page))

    def page(self, html: str) -> None:
        """A sheet that is HTML already."""
        st.html(SHEET_STYLE)
        st.html(self.in_words(html))

    def offer_pdf(self, label: str, name: str, make: Callable[[], bytes]) -> None:
        """A button that downloads a PDF file, made at the click in a thread that knows no session;
        none on paper, which the browser prints."""
        if not paper.is_paper():
            self.shown.offer_pdf(label, name, make)

    def definitions(self, title: str, metrics: Sequence[str]) -> None:
        """The rules of some metrics under a heading, each in its closed panel."""
        told = [name for name in metrics if self.source.may_ask(name)]
        if told:
            st.subheader(title, anchor=False)
        for name in told:
            panels.draw_definition(name, self.in_words)

    def cases_behind(
        self,
        title: str,
        name: str,
        *,
        columns: Sequence[str] | None = None,
        counted: tuple[pd.DataFrame, str] | None = None,
        **how: Any,
    ) -> None:
        """A panel with the cases behind a number, read only when it is open: from the start where
        the number stands on few of them: `counted` is its row and the column of how many."""
        panel = panels.panel_of_cases(self.title, title, is_few=_is_few(counted))
        if panel is not None:
            with panel, states.alone():
                rows = self.cases(name, **how)
                if rows.empty:
                    self.empty()
                else:
                    self._cases(title, rows, columns)

    @property
    def is_on_paper(self) -> bool:
        """Whether the screen is drawn to be printed: what wants choosing is left out then."""
        return paper.is_paper()

    def for_analysts(self, draw: Callable[[], None]) -> None:
        """Draw this too in the panel for analysts at the foot, before the selects, and only when it
        is open; never on paper or on a wall."""

        def drawn_alone() -> None:
            with states.alone():
                draw()

        self.analysts.append(drawn_alone)

    def empty(self) -> None:
        """Say that the filters match nothing, and which they are."""
        states.show_empty(
            words.NOTHING_MATCHES_HINT.format(scope=frame.plain(self.filters_in_words))
        )

    @property
    def origin_in_words(self) -> str:
        """Where what is shown comes from, in one line: for the foot of a page."""
        return f"{paper_words.CONFIDENTIAL} {self.origin}"

    @property
    def origin(self) -> str:
        """The same of a page that says itself for whom it is."""
        return paper.origin(self.shown.about)

    def close(self) -> None:
        """The foot of the screen: how it is counted, for analysts, and the downloads of what was
        shown."""
        with self.beside_title, states.alone():
            disputed.draw_head(self)
        panels.how_counted(self.metrics, self.in_words, self.analysts)
        if paper.is_paper():
            paper.draw_foot(self.shown.about)
            paper.call_printer()
        else:
            self.shown.offer_workbook()

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
        named(figure, self.in_plain)
        inked = in_ink(figure, palette.INK[st.context.theme.type or "light"])
        st.plotly_chart(inked, config=NO_BUTTONS, key=f"chart {title}", alt=title)

    def _cases(
        self,
        title: str,
        rows: pd.DataFrame,
        columns: Sequence[str] | None,
        on_row: Callable[[], None] | None = None,
    ) -> None:
        """A table; where its rows are cases, with which are disputed and a way to say that one is
        wrong."""
        shown = [name for name in columns or rows.columns if name in rows]
        if on_row is not None or not disputed_cases.are_cases(rows, shown):
            # Disputes can't be disputed; all else without a case is no list of rows.
            beside = partial(disputed.draw_day, self) if "dispute_id" in shown else _nothing
            self._table(title, rows, columns, on_row, beside)
            return
        marked = disputed_cases.marked(rows, disputed.open_on(self))
        count = disputed_cases.count(marked)
        told = [*shown[:2], disputed_cases.MARK, *shown[2:]] if count else columns
        self._table(
            title, marked, told, beside=partial(disputed.draw_foot, self, title, rows, marked)
        )

    def _table(
        self,
        title: str,
        rows: pd.DataFrame,
        columns: Sequence[str] | None,
        on_row: Callable[[], None] | None = None,
        beside: Callable[[], None] = lambda: None,
    ) -> None:
        if most := rows.attrs.get("most"):
            st.caption(words.FIRST_ROWS.format(most=figures.number(most)))
        panels.draw_table(title, self.as_read(tables.counted(rows), columns), on_row)
        self._keep(title, rows, columns)
        with panels.foot():
            if not paper.is_paper():
                self.shown.offer_csv(title)
            beside()

    def _keep(self, title: str, rows: pd.DataFrame, columns: Sequence[str] | None) -> None:
        """For the downloads: a spreadsheet wants the two numbers where a screen says "39 of 84"."""
        numbers = tables.counts_apart(columns or list(rows.columns))
        self.shown.tables[title] = self.as_read(tables.counted(rows), numbers)


def _nothing() -> None:
    pass


def _is_few(counted: tuple[pd.DataFrame, str] | None) -> bool:
    if counted is None or counted[0].empty:
        return False
    n = counted[0][counted[1]].iloc[0]
    return bool(n) and not figures.is_missing(n) and not figures.is_enough_without_cases(n)
