"""Which agency a spelling of the files means: the same answers as the Data screen's."""

import streamlit as st

from partnership import records
from partnership.answers import NAMES_TABLE, Answers
from partnership.findings import records as findings
from partnership.labels import records as words
from partnership.ui import states, typist
from partnership.ui.record_fields import Fields

IS_AGENCY = "true"


def draw(fields: Fields) -> None:
    """One spelling and its agency to save, and below it every spelling that was answered."""
    draft, about = fields.draft, words.TABLES[fields.draft.table]
    draft.say()
    with st.container(border=True, gap="small"):
        st.subheader(about.form, anchor=False)
        st.caption(about.note)
        left, right = st.columns(2)
        with left:
            spelling = fields.text("spelling")
        with right:
            agency = fields.agency(all_as=words.IS_NO_AGENCY)
        refused = st.container()
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            pressed = st.button(words.SAVE, key="save agency_names", type="primary")
            by = typist.ask_name()
        if pressed:
            with refused:
                _save(fields, spelling, agency, by)
    _draw_kept(fields)


def _save(fields: Fields, spelling: str, agency: str, by: str) -> None:
    if problems := findings.missing({"spelling": spelling, "by": by}, ("spelling", "by")):
        states.show_problems(words.NOT_SAVED, problems)
        return
    Answers(agencies={spelling: agency or None}).write(fields.folder, by)
    fields.draft.begin(said=words.SAVED.format(what=spelling))
    st.rerun()


def _draw_kept(fields: Fields) -> None:
    st.subheader(words.KEPT, anchor=False)
    rows = {row["spelling"]: row for row in records.read(fields.folder, NAMES_TABLE)}
    st.caption(words.NAMES_NOTE if rows else words.NO_SPELLING)
    for spelling, row in reversed(rows.items()):
        is_agency = row["is_agency"] == IS_AGENCY
        agency = fields.names.read("agency_id", row["agency_id"]) if is_agency else ""
        said = words.STANDS_FOR.format(spelling=spelling, agency=agency or words.IS_NO_AGENCY)
        stamp = findings.stamp(row["entered_by"], row["entered_at"])
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            readable = f"{states.readable(said)}  \n:small[:gray[{states.readable(stamp)}]]"
            st.markdown(readable, width="stretch")
            st.button(
                words.CORRECT, key=f"correct agency_names {spelling}", type="tertiary",
                icon=":material/edit:", on_click=fields.draft.begin,
                args=({"spelling": spelling, "agency_id": row["agency_id"]},),
            )  # fmt: skip
