"""What is kept of one kind of record: each with who and when, to correct and to remove."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from partnership import comparing
from partnership.entries import Entry
from partnership.entries.tables import own_id, typed_tables
from partnership.findings import records as findings
from partnership.headings import heading
from partnership.labels import columns
from partnership.labels import records as words
from partnership.ui import paper, record_promises, states, typed
from partnership.ui.record_draft import Draft
from partnership.ui.record_fields import Fields
from partnership.ui.source import Source
from partnership.ui.typist import typed_by

SHOWN_AT_ONCE = 8
DATA_PAGE = "data.py"


@dataclass(frozen=True)
class Kept:
    """The records of one kind, newest first; `new` are the places of those no figure counts."""

    table: str
    entries: list[Entry]
    new: frozenset[int]
    present: Mapping[str, list[str]]

    def present_at(self, entry: Entry) -> list[str]:
        """The sides that were at a meeting."""
        return self.present.get(entry.values.get("meeting_id", ""), [])


def kept_of(source: Source, table: str) -> Kept:
    """What is kept of one kind, read anew each time: somebody else may be typing too."""
    rows = sorted(typed.kept(source, table), key=lambda entry: -entry.number)
    new = frozenset(entry.number for entry in typed.since(source, table))
    return Kept(table, rows, new, _present(source) if table == "meetings" else {})


def draw_kept(fields: Fields) -> None:
    """The list, and how many of it the figures do not count yet."""
    screen, draft = fields.screen, fields.draft
    kept = kept_of(screen.source, draft.table)
    name = words.TABLES[draft.table].many.capitalize()
    if paper.is_paper():
        screen.table(name, _as_table(kept, fields), note=words.KEPT)
        return
    st.subheader(words.KEPT, anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        is_sample = screen.facts.is_sample
        new = [entry.values for entry in kept.entries if entry.number in kept.new]
        ends = None if is_sample else screen.facts.as_of
        said = findings.kept_sentence(draft.table, len(kept.entries), new, ends)
        st.caption(screen.in_words(said), width="content")
        if kept.new and not is_sample and DATA_PAGE in screen.screens:
            st.page_link(DATA_PAGE, label=words.OPEN_DATA, icon=":material/refresh:")
    found = _find(fields, kept)
    limit = st.session_state.get(f"shown {draft.table}", SHOWN_AT_ONCE)
    for entry in found[:limit]:
        draw_entry(fields, kept, entry)
    rest = len(found) - limit
    if rest > 0:
        st.button(
            words.SHOW_MORE.format(count=min(rest, 5 * SHOWN_AT_ONCE)),
            key=f"more {draft.table}",
            type="tertiary",
            on_click=_show_more,
            args=(draft.table, limit),
        )
    if kept.entries:
        screen.shown.tables[name] = _to_take_along(kept, fields)


def _find(fields: Fields, kept: Kept) -> list[Entry]:
    """The entries that hold what is looked for; where they are few, all of them."""
    if len(kept.entries) <= SHOWN_AT_ONCE:
        return kept.entries
    sought = st.text_input(
        words.FIND,
        key=f"find {kept.table}",
        placeholder=words.FIND,
        icon=":material/search:",
        label_visibility="collapsed",
        width=320,
    )
    names = fields.names
    return [
        entry
        for entry in kept.entries
        if (sought or "").lower()
        in " ".join(findings.told(kept.table, entry.values, names, kept.present_at(entry))).lower()
    ]


def draw_entry(fields: Fields, kept: Kept, entry: Entry) -> None:
    """One record in words, with who and when, and what may be done with it."""
    table = kept.table
    asked = st.session_state.get(f"asked {table}") == entry.number
    bold, rest = findings.told(table, entry.values, fields.names, kept.present_at(entry))
    mark = f" :blue-badge[{words.AFTER}]" if entry.number in kept.new else ""
    stamp = _stamp(fields, entry)
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(
            f"**{states.readable(bold)}**{mark}  \n{states.readable(rest)}"
            f" :small[:gray[{states.readable(stamp)}]]",
            width="stretch",
        )
        if asked:
            _ask_once(fields, entry, bold)
        elif typed.may_change(fields.screen.source, entry) and not paper.is_paper():
            if table == record_promises.TABLE and not record_promises.has_ended(entry.values):
                record_promises.offer_endings(fields, entry.values, bold)
            _offer(fields.draft, entry, kept.present_at(entry))


def _offer(draft: Draft, entry: Entry, present: Sequence[str]) -> None:
    key = f"{entry.table} {entry.number}"
    if entry.table != comparing.TABLE:  # what a file said is compared again, not corrected
        st.button(
            words.CORRECT, key=f"correct {key}", type="tertiary", icon=":material/edit:",
            on_click=_correct, args=(draft, entry, present),
        )  # fmt: skip
    st.button(
        words.REMOVE, key=f"remove {key}", type="tertiary", icon=":material/delete:",
        on_click=_ask, args=(entry.table, entry.number),
    )  # fmt: skip


def _ask_once(fields: Fields, entry: Entry, said: str) -> None:
    key = f"{entry.table} {entry.number}"
    st.markdown(words.REMOVE_ASKED.format(one=words.TABLES[entry.table].one), width="content")
    st.button(words.REMOVE_YES, key=f"yes {key}", on_click=_remove, args=(fields, entry, said))
    st.button(
        words.REMOVE_NO, key=f"no {key}", type="tertiary", on_click=_ask, args=(entry.table, None)
    )


def _correct(draft: Draft, entry: Entry, present: Sequence[str]) -> None:
    draft.begin(dict(entry.values) | {"attendees": ";".join(present)}, correct=True)


def _ask(table: str, number: int | None) -> None:
    st.session_state[f"asked {table}"] = number


def _remove(fields: Fields, entry: Entry, said: str) -> None:
    # A callback runs before the screen is drawn: what it raises would take the screen down.
    _ask(entry.table, None)
    if not typed_by():
        fields.draft.refused = findings.missing_one("by")
        return
    for each in [*_belonging_to(fields.screen.source, entry), entry]:
        if refusal := fields.take_back(each.table, each.values, typed_by()):
            fields.draft.refused = refusal.message
            return
    fields.draft.said = words.REMOVED.format(what=said)


def _belonging_to(source: Source, entry: Entry) -> list[Entry]:
    """Who was there goes with the meeting."""
    if entry.table != "meetings":
        return []
    meeting = entry.values["meeting_id"]
    attendees = typed.kept(source, "meeting_attendees")
    return [each for each in attendees if each.values["meeting_id"] == meeting]


def _show_more(table: str, limit: int) -> None:
    st.session_state[f"shown {table}"] = limit + 5 * SHOWN_AT_ONCE


def _stamp(fields: Fields, entry: Entry) -> str:
    by = entry.entered_by
    if entry.entered_as and fields.screen.is_hrs:
        agency = fields.names.read("agency_id", entry.entered_as)
        by = words.OF_AGENCY.format(name=by, agency=agency)
    return findings.stamp(by, entry.entered_at)


def _present(source: Source) -> dict[str, list[str]]:
    attendees = typed.kept(source, "meeting_attendees")
    return findings.present_by_meeting([entry.values for entry in attendees])


def _to_take_along(kept: Kept, fields: Fields) -> pd.DataFrame:
    """The same with each record's own id: by it a row that comes back is known again."""
    shown, own = _as_table(kept, fields), own_id(typed_tables()[kept.table])
    return shown.assign(**{heading(own): [e.values[own] for e in kept.entries]}) if own else shown


def _as_table(kept: Kept, fields: Fields) -> pd.DataFrame:
    """The records as people read them."""
    names = fields.names
    rows = []
    for entry in kept.entries:
        is_new = columns.NO if entry.number in kept.new else columns.YES
        rows.append(
            findings.as_row(kept.table, entry.values, names, kept.present_at(entry))
            | {words.TYPED: _stamp(fields, entry)}
            | {words.IN_FIGURES: is_new}
        )
    return pd.DataFrame(rows)
