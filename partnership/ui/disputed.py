"""Rows that are wrong: what is disputed on a screen, and the form that marks a row as wrong."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from partnership import figures, grids
from partnership.errors import PartnershipError
from partnership.filters import Filters
from partnership.findings import disputed as findings
from partnership.labels import disputed as words
from partnership.ui import frame, paper, states, typed, typist
from partnership.ui.chosen_rows import ChosenRows
from partnership.ui.source import Source

if TYPE_CHECKING:
    from partnership.ui.screen import Screen

TABLE = "disputes"


def open_on(screen: ChosenRows) -> list[findings.Dispute]:
    """The open disputes that the filters of the screen leave, whatever the period, those typed just
    now too."""
    asked, source = screen.whole_time, screen.source
    try:
        rows = source.rows("dispute", folder="rows")
        new = [entry.values for entry in typed.since(source, TABLE)]
        found = findings.open_ones(rows[rows["is_open"].astype(bool)], new)
        if found and _is_narrowed(asked):
            found = findings.about(found, _cases(source, asked), set(rows["dispute_id"]))
    except PartnershipError:
        # Figures of an earlier version, or records that can't be read: the screen stands without.
        return []
    return findings.of_agencies(found, asked.agencies)


def _is_narrowed(asked: Filters) -> bool:
    """Whether more is chosen than the agencies, which every dispute names."""
    return asked != Filters(agencies=asked.agencies)


def _cases(source: Source, asked: Filters) -> frozenset[str]:
    """The submissions that the filters leave, and the disputes about them."""
    sent = source.rows("submission", asked, folder="rows", row_limit=None)["submission_id"]
    about = source.rows("dispute", asked, folder="rows")["dispute_id"]
    return frozenset((*sent, *about))


def draw_head(screen: "Screen") -> None:
    """How many are open, beside the title; opened, which."""
    disputes = open_on(screen)
    if not disputes:
        return
    said = words.DISPUTED.format(count=figures.number(len(disputes)))
    if paper.is_paper():
        st.caption(said)
        return
    panel = st.popover(
        said, type="tertiary", icon=":material/flag:", key="disputed", on_change="rerun"
    )
    if panel.open:
        with panel:
            st.caption(words.HEAD_NOTE.format(whom=_whom(screen)))
            named = screen.names.get("agency", {})
            names = {key: frame.plain(name) for key, name in named.items()}
            for dispute in disputes:
                st.markdown(findings.line(_readable(dispute), names))
            if screen.facts.is_received:
                _draw_to_send(screen)


def _whom(screen: "Screen") -> str:
    if not screen.is_hrs:
        return words.WITH_HR
    chosen = ", ".join(screen.partners_chosen) if screen.filters.agencies else ""
    return frame.plain(chosen) or words.ALL_PARTNERS


def _draw_to_send(screen: "Screen") -> None:
    """What was typed beside figures that came in a file, as lines for HR to paste."""
    if new := [entry.values for entry in typed.since(screen.source, TABLE)]:
        st.markdown(words.TO_SEND)
        st.code(grids.to_paste(TABLE, new), language=None)


def draw_foot(screen: "Screen", title: str, rows: pd.DataFrame, marked: pd.DataFrame) -> None:
    """Under a list of cases: of which day it is, how many are disputed, and the way to say that a
    row is wrong. `marked` are the rows with which are."""
    disputed = findings.count(marked)
    parts = [_day_of(screen)]
    if disputed:
        parts.append(words.DISPUTED_HERE.format(count=figures.number(disputed)))
        parts += [words.NEW_MEANS] * findings.has_new(marked)
    st.caption(" ".join(parts), width="content")
    if _may_mark(screen, rows) and not paper.is_paper():
        _offer_form(screen, title, rows)
    if done := st.session_state.pop(_key(title, "done"), ""):
        st.success(states.readable(done), icon=":material/flag:")


def draw_day(screen: "Screen") -> None:
    """Under a list whose rows can't be marked: of which day it is."""
    st.caption(_day_of(screen), width="content")


def _day_of(screen: "Screen") -> str:
    said = words.ROWS_AS_OF_OWN if screen.facts.is_agencys_own else words.ROWS_AS_OF
    return said.format(day=figures.day(screen.facts.as_of))


def _may_mark(screen: "Screen", rows: pd.DataFrame) -> bool:
    """Whether this reader may type, any row is a case, and whose cases these are can be told."""
    is_told = {"submission_id", "agency_id"} & set(rows) or _agency_of(screen, {})
    return bool(is_told and findings.choices(rows)) and typed.may_type(screen.source, TABLE)


def _offer_form(screen: "Screen", title: str, rows: pd.DataFrame) -> None:
    panel = st.popover(
        words.THIS_IS_WRONG, type="tertiary", icon=":material/flag:",
        key=_key(title, "wrong"), on_change="rerun",
    )  # fmt: skip
    if panel.open:
        with panel, states.alone():
            _draw_form(screen, title, rows)


def _draw_form(screen: "Screen", title: str, rows: pd.DataFrame) -> None:
    st.caption(words.INTRO_RECEIVED if screen.facts.is_received else words.INTRO)
    named = findings.choices(rows)
    place = st.selectbox(
        words.WHICH, list(named), index=None if len(named) > 1 else 0, placeholder=words.CHOOSE,
        format_func=named.__getitem__, key=_key(title, "row"),
    )  # fmt: skip
    about = st.pills(
        words.WHAT, list(words.ABOUT), format_func=words.ABOUT.__getitem__, key=_key(title, "about")
    )
    claim = st.text_input(
        words.CLAIM, placeholder=words.CLAIM_HINT, max_chars=500, key=_key(title, "claim")
    )
    by = typist.name_in_form(words.YOUR_NAME, _key(title, "by"))
    refused = st.container()
    if not st.button(words.SEND, type="primary", key=_key(title, "send")):
        return
    entered = {"about": about or "", "claim": (claim or "").strip()}
    with refused:
        if missing := _missing(place, entered, by or ""):
            states.show_problems("", missing)
        elif place is not None:
            _keep(screen, title, rows.iloc[place].to_dict(), named[place], entered, by.strip())


def _missing(place: int | None, entered: Mapping[str, str], by: str) -> list[str]:
    told = {
        words.MISSING_ROW: place is not None,
        words.MISSING_ABOUT: entered["about"],
        words.MISSING_CLAIM: entered["claim"],
        words.MISSING_NAME: by.strip(),
    }
    return [said for said, is_there in told.items() if not is_there]


def _keep(
    screen: "Screen",
    title: str,
    row: Mapping[Any, Any],
    named: str,
    entered: Mapping[str, str],
    by: str,
) -> None:
    column, _ = findings.case_of(row) or ("", "")
    # The sample's days end with the sample; elsewhere it is raised on the day it is typed.
    day = screen.facts.as_of if screen.facts.is_sample else date.today()
    side = {"raised_by": "hr" if screen.is_hrs else "agency", "raised_at": day.isoformat()}
    values = findings.to_enter(row, column, _agency_of(screen, row), {**entered, **side})
    typed.enter(screen.source, {TABLE: [values]}, by=by)
    for name in ("wrong", "row", "about", "claim"):
        st.session_state.pop(_key(title, name), None)
    st.session_state[_key(title, "done")] = (
        words.SENT_RECEIVED if screen.facts.is_received else words.SENT
    ).format(case=named)
    st.rerun()


def _agency_of(screen: "Screen", row: Mapping[Any, Any]) -> str:
    """The agency whose case it is: the reader, the row's own, else the one the screen is about."""
    own = screen.source.reader.agency_id or row.get("agency_id")
    if own and not figures.is_missing(own):
        return str(own)
    about = screen.filters.agencies or ()
    return about[0] if len(about) == 1 else ""


def _readable(dispute: findings.Dispute) -> findings.Dispute:
    return replace(dispute, case_id=frame.plain(dispute.case_id), claim=frame.plain(dispute.claim))


def _key(title: str, name: str) -> str:
    return f"disputed {title} {name}"
