"""An agency's own list of submissions beside HR's: brought, compared, looked at, kept."""

import os
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from partnership import comparing, dropped, settings
from partnership.answers import NO_ANSWERS, Answers
from partnership.comparing import Compared
from partnership.exports import Limits
from partnership.files import OWNER_ONLY_FILE
from partnership.findings import lists_compared as findings
from partnership.findings import records as record_findings
from partnership.labels import lists_compared as words
from partnership.labels import records as record_words
from partnership.published import Build
from partnership.ui import paper, record_list, record_rows, states, typed, typist
from partnership.ui.record_fields import Fields
from partnership.ui.record_list import Kept
from partnership.ui.screen import Screen

# A list of submissions is no export of a whole system.
LIMITS = Limits(
    file_bytes=20_000_000, unpacked_bytes=200_000_000, unpacked_ratio=200, rows=100_000,
    columns=500, cells=5_000_000,
)  # fmt: skip


def is_offered(screen: Screen) -> bool:
    """Whether this reader may compare: who types, beside the figures of a company."""
    may_type = typed.may_type(screen.source, comparing.TABLE)
    return may_type and not screen.facts.is_agencys_own


def draw(fields: Fields) -> None:
    """Which agency and its file, what came out, and what is kept."""
    about = record_words.TABLES[comparing.TABLE]
    fields.draft.say()
    if not paper.is_paper():
        with st.container(border=True, gap="small"):
            st.subheader(about.form, anchor=False)
            st.caption(about.note)
            agency = fields.agency()
            file = st.file_uploader(
                words.FILE,
                type=["csv", "xlsx", "tsv", "txt"],
                key=f"list {fields.draft.serial}",
            )
            found = None
            if agency and file is not None:
                read = partial(_compared, fields, agency, file.name, file.getvalue())
                found = record_rows.answered(fields, read)
        if found:
            _draw_found(fields, found)
    _draw_kept(fields)


def _compared(
    fields: Fields, agency: str, name: str, content: bytes, *, answers: Answers = NO_ANSWERS
) -> Compared:
    """The file compared; it lies on disk no longer than that takes."""
    source = fields.screen.source
    remembered = Answers.read(settings.RECORDS) if source.reader.is_hr else NO_ANSWERS
    with TemporaryDirectory() as folder:
        file = Path(folder) / dropped.safe_name(name)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT, OWNER_ONLY_FILE)
        with open(handle, "wb") as out:
            out.write(content)
        return comparing.compare(
            source.file, file, agency, remembered=remembered, answers=answers, limits=LIMITS
        )


def _draw_found(fields: Fields, found: Compared) -> None:
    screen, count = fields.screen, found.counts
    screen.finding(findings.finding(count, found.agency, found.first, found.last))
    screen.cards(findings.cards(count, found.agency))
    screen.say(f":small[{states.readable(findings.explained(count, found.spans, found.not_read))}]")
    _offer_to_keep(fields, found)
    for kind, title in findings.titles(found.agency).items():
        rows = findings.rows_of(found.rows, kind)
        screen.table(title, rows, note=words.NOTES[kind], instead=words.NONE)


def _offer_to_keep(fields: Fields, found: Compared) -> None:
    refused = st.container()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        pressed = st.button(
            words.KEEP, key="keep comparison", type="primary", icon=":material/check:"
        )
        by = typist.ask_name()
    if not pressed:
        return
    with refused:
        if not by:
            missing = [record_findings.missing_one("by")]
            states.show_problems(record_words.NOT_SAVED, missing)
            return
        source = fields.screen.source
        row = comparing.row_to_keep(found, Build(settings.BUILDS / source.build), source.reader)
        if refusal := fields.keep({comparing.TABLE: [row]}, by):
            states.show_error(refusal)
            return
    said = words.KEPT.format(agency=found.agency, name=found.list_name)
    fields.draft.said = f"{said}."
    st.rerun()


def _draw_kept(fields: Fields) -> None:
    """What was kept, the newest first; no figure counts it, so none of it is new to them."""
    st.subheader(words.KEPT_TITLE, anchor=False)
    entries = sorted(
        typed.kept(fields.screen.source, comparing.TABLE), key=lambda entry: -entry.number
    )
    if not entries:
        st.caption(words.NOTHING_KEPT)
    for entry in entries:
        kept = Kept(comparing.TABLE, entries, frozenset(), {})
        record_list.draw_entry(fields, kept, entry)
