"""The Records screen: which kind of record, its form, what is kept of it."""

from datetime import date

import streamlit as st

from partnership import comparing
from partnership.entries.tables import key_of, typed_tables
from partnership.errors import PartnershipError
from partnership.findings import records as findings
from partnership.labels import records as words
from partnership.ui import (
    paper,
    record_compare,
    record_list,
    record_names,
    record_promises,
    record_rows,
    states,
    typed,
    typist,
)
from partnership.ui.record_draft import Draft, draft_of
from partnership.ui.record_fields import LAST_DAY, Fields
from partnership.ui.record_forms import FORMS, Filled
from partnership.ui.screen import Screen

NAMES = "agency_names"
ONCE, NEXT = "once", "next"
# What no agency sees: a brief's changes name none, and spellings are how HR's files call agencies.
OF_HR = frozenset({"brief_changes", NAMES})
# Forms that hold everything already: after saving there is no other one to add.
AT_ONCE = frozenset({"roles"})
# The day that the next form begins with.
DAY_OF = {"meetings": "starts_at", "requests": "asked_at", "brief_changes": "changed_at"}


def lead(screen: Screen) -> str:
    """What this screen is for, to whoever reads it."""
    if not screen.source.may_type:
        return words.LEAD_LOOKING_ON
    return words.LEAD if screen.is_hrs else words.LEAD_OF_AGENCY


def pick_table(screen: Screen) -> str:
    """Which kind of record this is about, kept in the address."""
    tables = [table for table in words.TABLES if table in FORMS or table == NAMES]
    if record_compare.is_offered(screen):
        tables.append(comparing.TABLE)
    if not screen.is_hrs:
        tables = [table for table in tables if table not in OF_HR]
    shown = st.pills(
        words.WHICH,
        tables,
        format_func=lambda table: words.TABLES[table].menu,
        default=tables[0],
        required=True,
        key="record",
        bind="query-params",
        label_visibility="collapsed",
    )
    return str(shown)


def draw(screen: Screen, table: str) -> None:
    """The form of one kind of record and, below it, what is kept."""
    if not screen.names.get("agency"):
        states.show_empty(words.NO_AGENCIES_HINT, words.NO_AGENCIES)
        return
    fields = Fields(screen, draft_of(table))
    if table == NAMES:
        with screen.part():
            record_names.draw(fields)
        return
    if table == comparing.TABLE:
        with screen.part():
            record_compare.draw(fields)
        return
    may_type = typed.may_type(screen.source, table)
    if may_type and not paper.is_paper():
        with screen.part():
            _draw_form(fields)
        with screen.part():
            record_rows.draw(fields)
    elif screen.source.may_type and not may_type:
        screen.say(words.ONLY_HR)
    if table == record_promises.TABLE and screen.is_hrs:
        with screen.part():
            record_promises.draw_open(fields)
    with screen.part():
        record_list.draw_kept(fields)


def _draw_form(fields: Fields) -> None:
    draft, about = fields.draft, words.TABLES[fields.draft.table]
    draft.say()
    with st.container(border=True, gap="small"):
        heading = words.CORRECTING.format(what=about.one) if draft.is_correction else about.form
        st.subheader(heading, anchor=False)
        if about.note:
            st.caption(about.note)
        filled = FORMS[draft.table](fields)
        refused = st.container()
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            pressed = _buttons(draft)
            by = typist.ask_name()
        if pressed:
            with refused:
                _save(fields, filled, by, is_next=pressed == NEXT)


def _buttons(draft: Draft) -> str:
    """Draw the buttons; gives which one was pressed."""
    label = words.SAVE_CORRECTION if draft.is_correction else words.SAVE
    saves = st.button(label, key=f"save {draft.table}", type="primary", icon=":material/check:")
    if draft.is_correction:
        st.button(words.CANCEL, key=f"cancel {draft.table}", type="tertiary", on_click=draft.begin)
    elif draft.table not in AT_ONCE and st.button(
        words.SAVE_AND_NEXT, key=f"next {draft.table}", icon=":material/add:"
    ):
        return NEXT
    return ONCE if saves else ""


def _save(fields: Fields, filled: Filled, by: str, *, is_next: bool) -> None:
    draft = fields.draft
    problems = [*filled.problems] + ([] if by else [findings.missing_one("by")])
    if problems:
        states.show_problems(words.NOT_SAVED, problems)
        return
    if refusal := fields.keep(filled.rows, by):
        states.show_error(refusal)
        return
    left = _left_behind(fields, filled, by) if draft.is_correction else None
    said = words.CORRECTED if draft.is_correction else words.SAVED
    _remember_day(draft.table, filled)
    draft.begin(filled.keeps if is_next else None, said=said.format(what=filled.said))
    draft.refused = left.message if left else ""
    st.rerun()


def _left_behind(fields: Fields, filled: Filled, by: str) -> PartnershipError | None:
    """A target corrected from all agencies to one is another target: the old one goes. Gives what
    kept it from going."""
    table, old = typed_tables()[fields.draft.table], fields.draft.start
    new = filled.rows[table.name][0]
    if table.name in AT_ONCE or key_of(table, old) == key_of(table, new):
        return None
    return fields.take_back(table.name, old, by)


def _remember_day(table: str, filled: Filled) -> None:
    if table in DAY_OF:
        st.session_state[LAST_DAY] = date.fromisoformat(filled.rows[table][0][DAY_OF[table]])
