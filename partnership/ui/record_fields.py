"""The fields of a form for records: each gives what stands in it as the text that is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import streamlit as st

from partnership.errors import PartnershipError
from partnership.filters import Filters
from partnership.findings import records as findings
from partnership.labels import records as words
from partnership.ui import typed
from partnership.ui.partner import PARTNER
from partnership.ui.record_draft import Draft
from partnership.ui.screen import Screen

Rows = Mapping[str, Sequence[Mapping[str, str]]]
# More options than this are a list to choose from, not buttons side by side.
MOST_BUTTONS = 4
# A form that is half filled in is still there after a look at another screen.
KEPT: dict[str, Any] = {"persist_state": "session"}
LAST_DAY = "the last day typed"


@dataclass(frozen=True)
class Fields:
    """The fields of one form on one screen."""

    screen: Screen
    draft: Draft

    @cached_property
    def names(self) -> findings.Names:
        """The names of agencies and searches."""
        searches = self.screen.source.rows("searches_to_choose", folder="screens")
        return findings.Names(self.screen.names["agency"], findings.search_names(searches))

    @property
    def folder(self) -> Path:
        """Where what is typed here is kept."""
        return typed.folder(self.screen.source)

    def keep(self, rows: Rows, by: str) -> PartnershipError | None:
        """Save rows of several tables, all or none; gives what kept them from being saved."""
        return _refusal(lambda: typed.enter(self.screen.source, rows, by=by))

    def take_back(self, table: str, values: Mapping[str, str], by: str) -> PartnershipError | None:
        """Remove the record of these values; gives what kept it from being removed."""
        return _refusal(lambda: typed.remove(self.screen.source, table, values, by=by))

    @property
    def usual_day(self) -> date:
        """The day a form proposes: the last one typed, else today (on the sample: its last day). No
        figure is made from it."""
        last: date | None = st.session_state.get(LAST_DAY)
        facts = self.screen.facts
        return last or (facts.as_of if facts.is_sample else date.today())

    def agency(self, *, all_as: str = "") -> str:
        """Which agency; `all_as` is what choosing none of them means, where that is possible."""
        known = self.screen.names["agency"]
        if not self.screen.is_hrs:
            return next(iter(known))
        options = ["", *known] if all_as else list(known)
        first = self.draft.start.get("agency_id", self._agency_before(known))
        chosen = st.selectbox(
            words.FIELDS["agency_id"],
            options,
            index=options.index(first) if first in options else None,
            format_func=lambda agency: known.get(agency, all_as),
            placeholder=words.CHOOSE_AGENCY,
            key=self.key(f"agency {first}"),
            **KEPT,
        )
        return chosen or ""

    def search(self, agency: str, *, is_needed: bool = False) -> str:
        """Which search; those of the agency on top, the open ones first."""
        rows = self.screen.source.rows("searches_to_choose", folder="screens")
        named, options = findings.search_names(rows), findings.searches_first(rows, agency)
        first = self.draft.start.get("search_id", "")
        chosen = st.selectbox(
            self._label("search_id", is_needed=is_needed),
            options,
            index=options.index(first) if first in options else None,
            format_func=named.__getitem__,
            placeholder=words.CHOOSE_SEARCH if is_needed else words.ANY_SEARCH,
            key=self.key("search"),
            **KEPT,
        )
        return chosen or ""

    def submission(self, agency: str) -> str:
        """Which submission of the agency."""
        chosen_agency = Filters(agencies=(agency,) if agency else None)
        named = findings.submission_names(self.screen.cases("submission", filters=chosen_agency))
        first = self.draft.start.get("submission_id", "")
        options = [*named] if not first or first in named else [first, *named]
        chosen = st.selectbox(
            words.FIELDS["submission_id"],
            options,
            index=options.index(first) if first in options else None,
            format_func=lambda submission: named.get(submission, submission),
            placeholder=words.CHOOSE_SUBMISSION,
            key=self.key("submission"),
            **KEPT,
        )
        return chosen or ""

    def day(self, column: str, *, is_needed: bool = True, is_ahead: bool = False) -> str:
        """A day; one that is needed and does not lie ahead begins with the usual one."""
        kept = self.draft.start.get(column, "")
        begins = self.usual_day if is_needed and not is_ahead else None
        first = date.fromisoformat(kept[:10]) if kept else begins
        chosen = st.date_input(
            self._label(column, is_needed=is_needed),
            value=first,
            format="YYYY-MM-DD",
            key=self.key(column),
            **KEPT,
        )
        return chosen.isoformat() if isinstance(chosen, date) else ""

    def choice(
        self, column: str, options: Mapping[str, str], *, first: str = "", label: str = ""
    ) -> str:
        """One of a few; `first` is chosen to begin with."""
        chosen_first = self.draft.start.get(column, "") or first
        shown = label or words.FIELDS[column]
        known = chosen_first if chosen_first in options else None
        if len(options) <= MOST_BUTTONS + 1:
            chosen = st.segmented_control(
                shown,
                list(options),
                format_func=options.__getitem__,
                default=known,
                required=known is not None,
                key=self.key(column),
                **KEPT,
            )
        else:
            chosen = st.selectbox(
                shown,
                list(options),
                index=list(options).index(known) if known else None,
                format_func=options.__getitem__,
                placeholder=words.CHOOSE,
                key=self.key(column),
                **KEPT,
            )
        return chosen or ""

    def several(self, column: str, options: Mapping[str, str]) -> str:
        """Any of a few, separated by semicolons."""
        before = [value for value in self.draft.start.get(column, "").split(";") if value]
        offered = dict(options) | {value: value for value in before if value not in options}
        chosen = st.pills(
            words.FIELDS[column],
            list(offered),
            selection_mode="multi",
            format_func=offered.__getitem__,
            default=before,
            wrap=True,
            key=self.key(column),
            **KEPT,
        )
        return ";".join(value for value in offered if value in (chosen or ()))

    def ticks(self, label: str, options: Mapping[str, str], before: Sequence[str]) -> list[str]:
        """A tick each, side by side under one label."""
        with st.container(gap="xxsmall"):
            st.markdown(f":small[{label}]")
            with st.container(horizontal=True, gap="medium"):
                return [
                    value
                    for value, text in options.items()
                    if st.checkbox(
                        text, value=value in before, key=self.key(f"tick {value}"), **KEPT
                    )
                ]

    def text(self, column: str, *, is_needed: bool = True) -> str:
        """A line of text."""
        entered = st.text_input(
            self._label(column, is_needed=is_needed),
            value=self.draft.start.get(column, ""),
            placeholder=words.WHAT_TO_WRITE.get(column),
            max_chars=500,
            key=self.key(column),
            **KEPT,
        )
        return (entered or "").strip()

    def percent(self, column: str, label: str) -> str:
        """A percentage, kept as a fraction."""
        entered = st.number_input(
            label,
            min_value=0.0,
            max_value=100.0,
            value=findings.percentage(self.draft.start.get(column, "")),
            step=1.0,
            format="%g",
            key=self.key(column),
            **KEPT,
        )
        return findings.fraction(entered)

    def amount(self, column: str, *, is_needed: bool = False) -> str:
        """An amount of money."""
        before = self.draft.start.get(column, "")
        entered = st.number_input(
            self._label(column, is_needed=is_needed),
            min_value=0.0,
            value=float(before) if before else None,
            step=100.0,
            format="%g",
            key=self.key(column),
            **KEPT,
        )
        return "" if entered is None else f"{entered:.2f}".removesuffix(".00")

    def _agency_before(self, known: Mapping[str, str]) -> str:
        """The one agency of the filters, else the one that another screen was about."""
        filtered = self.screen.filters.agencies or tuple(known)
        if len(filtered) == 1:
            return filtered[0]
        before = str(st.session_state.get(PARTNER) or "")
        return before if before in known else ""

    def _label(self, column: str, *, is_needed: bool) -> str:
        label = words.FIELDS[column]
        return label if is_needed else words.OPTIONAL.format(label=label)

    def key(self, column: str) -> str:
        """The name of a field, new after each saving."""
        return f"{self.draft.table} {column} {self.draft.serial}"


def _refusal(save: Callable[[], None]) -> PartnershipError | None:
    try:
        save()
    except PartnershipError as error:
        return error
    except OSError as error:
        what = error.strerror or type(error).__name__
        return PartnershipError(words.DISK.format(what=what), words.DISK_NEXT)
    return None
