"""What waits, as a list whose lines can be ticked as answered since, and as e-mails to copy."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from partnership import figures
from partnership.errors import PartnershipError
from partnership.findings import waiting as findings
from partnership.findings.my_partnership import Sides
from partnership.labels import records as record_words
from partnership.labels import waiting as words
from partnership.ui import paper, typed, typist
from partnership.ui.screen import Screen
from partnership.ui.source import Source

TABLE = "reply_ticks"
REFUSED = "why a tick was not kept"


def draw_waiting(screen: Screen, of: Sides) -> None:
    """The list, whatever the period: who waits on whom on the day of the figures."""
    on_client, on_agency = (
        screen.cases(f"waiting_on_{side}", filters=screen.whole_time)
        for side in ("client", "agency")
    )
    as_of = screen.facts.as_of
    rows = findings.waiting(
        on_client, on_agency, _ticked(screen.source), of, screen.names.get("agency", {}), as_of
    )
    title = words.TITLE.format(day=figures.day(as_of))
    note, more = findings.note(rows, of), findings.ended_note(findings.ended(on_client, on_agency))
    is_to_tick = typed.may_type(screen.source, TABLE) and not paper.is_paper()
    if screen.is_on_a_wall or rows.empty or not is_to_tick:
        left = rows[~rows["is_ticked"]] if len(rows) else rows
        columns = words.ON_A_WALL if screen.is_on_a_wall else words.ON_PAPER
        screen.table(title, left, columns=columns, note=note, instead=words.NOTHING)
        screen.say(more)
        return
    screen.tick_list(
        title,
        rows,
        columns=words.COLUMNS,
        note=note,
        ticked="is_ticked",
        on_tick=lambda row, is_on: _keep(screen.source, row, is_on=is_on),
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        typist.ask_name()
        st.caption(f"{findings.ticked_note(rows)} {more}".strip())
    screen.link("records.py", words.TO_RECORDS)
    if refused := st.session_state.pop(REFUSED, ""):
        st.error(refused, title=words.NOT_KEPT, icon=":material/error:")
    _draw_letters(screen, rows)


def _draw_letters(screen: Screen, rows: pd.DataFrame) -> None:
    written = findings.letters(rows, screen.facts.as_of)
    if not written:
        return
    panel = st.expander(words.COPY, key="copy waiting", on_change="rerun", icon=":material/mail:")
    if panel.open:
        with panel:
            owner = screen.pick("for", {name: name for name in written}, label=words.COPY_FOR)
            st.caption(words.COPY_NOTE)
            st.code(written[owner], language=None, wrap_lines=True)


def _ticked(source: Source) -> Mapping[str, str]:
    try:
        kept = typed.kept(source, TABLE)
    except PartnershipError:
        # The Records screen says what is wrong; the list stands on the figures alone.
        return {}
    return findings.ticked_days((entry.values, entry.entered_at) for entry in kept)


def _keep(source: Source, row: Mapping[str, Any], *, is_on: bool) -> None:
    # A callback runs before the screen is drawn: what it raises would take the screen down.
    by = typist.typed_by()
    if not by:
        st.session_state[REFUSED] = record_words.MISSING["by"]
        return
    kind, agency, case = findings.key_of(row)
    values = {"kind": kind, "agency_id": agency, "case_id": case}
    try:
        if is_on:
            typed.enter(source, {TABLE: [values]}, by=by)
        else:
            for key in (values, {"submission_id": case}):
                typed.remove(source, TABLE, key, by=by)
    except PartnershipError as error:
        st.session_state[REFUSED] = error.message
