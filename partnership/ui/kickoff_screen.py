"""The kickoff sheet on screen: begin it, save it in one go, show it as paper."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from partnership import entries, figures, kickoff_paper
from partnership.errors import PartnershipError
from partnership.findings import kickoff_sheet as findings
from partnership.findings.kickoff_sheet import Sheet, Standing
from partnership.labels import kickoff_sheet as words
from partnership.labels import shell
from partnership.ui import paper, states, typist
from partnership.ui import typed as typed_records
from partnership.ui.kickoff_form import KickoffForm
from partnership.ui.screen import Screen

READ = ("kickoff_sheets", "meetings", "meeting_attendees", "roles", "targets")
OF_HR = ("roles", "targets")
SAID = "kickoff saved"
SEARCH = "search"


def draw(screen: Screen, agency: str | None) -> None:
    """The sheet of one agency and search, or the blank one."""
    kind = screen.switch("sheet", words.SHEETS, label=words.SHEET)
    if kind == words.BLANK:
        _draw_blank(screen)
    elif agency is None:
        screen.say(words.NO_AGENCY)
    else:
        searches = screen.source.rows("kickoff_searches", folder="screens")
        if searches.empty:
            screen.say(words.NO_SEARCH)
            return
        named = findings.searches_for(searches, agency)
        chosen = screen.pick(SEARCH, named, label=words.SEARCH, width=480)
        search = dict(searches[searches["search_id"] == chosen].iloc[0])
        _draw_sheet(screen, agency, search)


def _draw_sheet(screen: Screen, agency: str, search: Mapping[str, Any]) -> None:
    typed = _typed(screen)
    agreed = _standing(screen, agency, typed)
    values = {table: [entry.values for entry in kept] for table, kept in typed.items()}
    begun = findings.begun(search, agency, _interval(screen, agency), agreed, values)
    if paper.is_paper() or not _may_fill_in(screen, begun, typed["kickoff_sheets"]):
        screen.page(_on_paper(screen, begun, search))
        return
    st.caption(states.readable(findings.facts(search)))
    _say_state(screen, begun, search, typed["kickoff_sheets"])
    is_sample = screen.facts.is_sample
    usual_day = screen.facts.as_of if is_sample else date.today()
    form = KickoffForm(begun, usual_day, is_agencys=not screen.is_hrs)
    sheet = form.draw()
    refused = st.container()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        pressed = st.button(words.SAVE, key="save kickoff", type="primary", icon=":material/save:")
        by = typist.ask_name()
    st.caption(words.PRINT_NOTE)
    if pressed:
        before = [
            values
            for values in values["meeting_attendees"]
            if values["meeting_id"] == sheet.meeting_id
        ]
        with refused:
            _save(screen, sheet, agreed, by, before)


def _may_fill_in(screen: Screen, sheet: Sheet, kept: list[entries.Entry]) -> bool:
    """Not who only looks on, nor an agency where HR has filled it in."""
    of_sheet = [entry for entry in kept if entry.values["search_id"] == sheet.search_id
                and entry.values["agency_id"] == sheet.agency_id]  # fmt: skip
    source = screen.source
    return source.may_type and all(typed_records.may_change(source, e) for e in of_sheet)


def _save(screen: Screen, sheet: Sheet, agreed: Standing, by: str, before: list[Any]) -> None:
    """Everything in one go, or nothing and why."""
    if missing := findings.problems(sheet, by):
        states.show_problems(words.NOT_SAVED, missing)
        return
    whole = sheet if sheet.meeting_id else replace(sheet, meeting_id=entries.new_id())
    rows = findings.to_enter(whole, agreed, screen.names["agency"][sheet.agency_id], before)
    if not screen.is_hrs:  # what was agreed stood there to be read
        rows = {table: more for table, more in rows.items() if table not in OF_HR}
    try:
        typed_records.enter(screen.source, rows, by=by)
    except PartnershipError as error:
        states.show_error(error)
        return
    st.session_state[SAID] = findings.saved(rows, whole)
    st.rerun()


def _say_state(
    screen: Screen, sheet: Sheet, search: Mapping[str, Any], kept: list[entries.Entry]
) -> None:
    """What was just saved, whose sheet this is and how old."""
    if said := st.session_state.pop(SAID, ""):
        st.success(states.readable(said), icon=":material/check_circle:")
    agency = sheet.agency_id
    if agency not in str(search["agency_ids"]).split(";"):
        text = words.NOT_BRIEFED.format(agency=screen.names["agency"][agency])
        st.caption(states.readable(text))
    own = [entry for entry in kept if entry.values["meeting_id"] == sheet.meeting_id]
    if own:
        day = figures.day(date.fromisoformat(own[-1].entered_at[:10]))
        later = typed_records.since(screen.source, "meetings")
        is_later = sheet.meeting_id in [entry.values["meeting_id"] for entry in later]
        said_of_it = words.SAVED_BEFORE if is_later else words.SAVED_AND_COUNTED
        text = said_of_it.format(by=own[-1].entered_by, day=day)
        st.caption(states.readable(text))
    else:
        st.caption(words.FROM_FILES)


def _draw_blank(screen: Screen) -> None:
    html = kickoff_paper.html_of(words.PAPER_TITLE_BLANK, foot=words.BLANK_FOOT)
    screen.page(html)


def _on_paper(screen: Screen, sheet: Sheet, search: Mapping[str, Any]) -> str:
    screen.shown.about.pop(shell.ABOUT_FILTERS, None)
    return kickoff_paper.html_of(
        words.PAPER_TITLE.format(title=search["title"]),
        facts=findings.paper_facts(sheet, search, screen.names["agency"][sheet.agency_id]),
        terms=sheet.terms,
        attendees=sheet.attendees,
        roles=sheet.roles,
        targets=sheet.targets,
        foot=screen.origin_in_words,
    )


def _typed(screen: Screen) -> dict[str, list[entries.Entry]]:
    return {table: typed_records.kept(screen.source, table) for table in READ}


def _standing(screen: Screen, agency: str, typed: Mapping[str, list[entries.Entry]]) -> Standing:
    return findings.standing(
        agency,
        screen.source.rows("agreed_roles", folder="screens"),
        screen.source.rows("agreed_targets", folder="screens"),
        {table: [entry.values for entry in kept] for table, kept in typed.items()},
    )


def _interval(screen: Screen, agency: str) -> int | None:
    rows = screen.source.rows("agreed_intervals", folder="screens")
    own = rows[rows["agency_id"] == agency]
    return None if own.empty else int(own["meeting_interval_days"].iloc[0])
