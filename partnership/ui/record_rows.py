"""Several records at once: pasted from a spreadsheet, or filled into a workbook. What was
understood is shown first; then all of it is saved, or nothing."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

import pandas as pd
import streamlit as st

from partnership import downloads, pasted, templates
from partnership.answers import NO_ANSWERS, Answers
from partnership.entries.tables import key_of, typed_tables
from partnership.entries.wrong import field_name
from partnership.errors import NeedsAnswer, PartnershipError, WrongEntry
from partnership.findings import data as questions_in_words
from partnership.findings import records as findings
from partnership.headings import MEETINGS, PRESENT, columns_for, heading
from partnership.labels import records as words
from partnership.ui import questions, states, typed, typist
from partnership.ui.record_fields import Fields, Rows

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# How the text is written and separated, and in which way its days and its amounts are.
MOST_QUESTIONS = 5
T = TypeVar("T")


def draw(
    fields: Fields,
    *,
    title: str = words.SEVERAL,
    ways: Mapping[str, str] = words.WAYS,
    tidied: Callable[[Rows], Rows] = lambda rows: rows,
) -> None:
    """A closed panel with the ways there are; `tidied` are the rows as they are to be kept."""
    table = fields.draft.table
    if not fields.screen.is_hrs:  # a workbook holds what everybody typed
        title, ways = words.SEVERAL_PASTED, {"paste": words.WAYS["paste"]}
    panel = st.expander(
        title, key=f"several {table}", on_change="rerun", icon=":material/table_rows:"
    )
    if not panel.open:
        return
    with panel, states.alone():
        way = st.segmented_control(
            title,
            list(ways),
            format_func=ways.__getitem__,
            default=next(iter(ways)),
            required=True,
            key=f"way {table}",
            label_visibility="collapsed",
        )
        rows = {"paste": _pasted, "workbook": _filled, "file": _brought}[str(way)](fields)
        if rows is not None:
            _offer(fields, tidied(rows))


def _pasted(fields: Fields) -> Rows | None:
    """What was pasted, as it was understood; None where there is nothing to save yet."""
    table = fields.draft.table
    headings = ", ".join(heading(column) for column in columns_for(table))
    st.caption(words.PASTE_HELP.format(headings=headings))
    text = st.text_area(
        words.WAYS["paste"],
        key=_key(fields, "paste"),
        height=150,
        placeholder=words.PASTE_HERE,
        label_visibility="collapsed",
    )
    st.button(words.CHECK, key=f"check {table}")
    if not (text or "").strip():
        return None
    return answered(
        fields, partial(pasted.pasted, table, text or "", _names(fields), kept=_kept(fields))
    )


def _filled(fields: Fields) -> Rows | None:
    """What a filled-in workbook, or a table that was downloaded, adds and changes; None where there
    is nothing to save yet."""
    table = fields.draft.table
    st.caption(words.TEMPLATE_HELP)
    made = partial(templates.template, fields.folder, table, _names(fields))
    st.download_button(
        words.TEMPLATE,
        made,
        file_name=downloads.file_name(words.TABLES[table].menu, fields.screen.source.build, "xlsx"),
        mime=XLSX,
        on_click="ignore",
        icon=":material/download:",
        key=f"template {table}",
    )
    file = st.file_uploader(words.FILLED, type=["xlsx", "csv"], key=_key(fields, "filled"))
    return None if file is None else answered(fields, partial(_of_file, fields, file.getvalue()))


def _brought(fields: Fields) -> Rows | None:
    """What a CSV or Excel file holds; None where there is nothing to save yet."""
    headings = ", ".join(heading(column) for column in columns_for(fields.draft.table))
    st.caption(words.FILE_HELP.format(headings=headings))
    file = st.file_uploader(words.FILE, type=["csv", "xlsx"], key=_key(fields, "brought"))
    return None if file is None else answered(fields, partial(_of_file, fields, file.getvalue()))


def _of_file(fields: Fields, content: bytes, *, answers: Answers) -> Rows:
    table, names = fields.draft.table, _names(fields)
    if content.startswith(pasted.ZIP) and templates.is_template(content):
        return templates.filled(fields.folder, table, content, names, answers=answers)
    return pasted.from_file(table, content, names, answers=answers, kept=_kept(fields))


def _kept(fields: Fields) -> list[dict[str, str]]:
    """What is kept of this kind, as its rows may be brought back."""
    table, source = fields.draft.table, fields.screen.source
    rows = [dict(entry.values) for entry in typed.kept(source, table)]
    if table != MEETINGS:
        return rows
    there = typed.kept(source, "meeting_attendees")
    present = findings.present_by_meeting([entry.values for entry in there])
    return [
        row
        | {
            name: "true"
            for name, side in PRESENT.items()
            if side in present.get(row["meeting_id"], ())
        }
        for row in rows
    ]


def answered(fields: Fields, read: Callable[..., T]) -> T | None:
    """What was read, once every question was answered; what does not fit is said row by row."""
    answers = NO_ANSWERS
    for _ in range(MOST_QUESTIONS):
        try:
            return read(answers=answers)
        except NeedsAnswer as question:
            said = _asked(fields, question)
            if said is None:
                return None
            answers = answers.merged_with(said)
        except WrongEntry as wrong:
            _say_faults(wrong)
            return None
        except PartnershipError as error:
            states.show_error(error)
            return None
    return None


def _asked(fields: Fields, question: NeedsAnswer) -> Answers | None:
    chosen = st.radio(
        states.readable(question.message),
        list(question.choices),
        format_func=lambda choice: questions_in_words.choice(
            question.question, choice, question.choices[choice]
        ),
        index=None,
        key=_key(fields, question.question),
    )
    return questions.told(question, chosen, is_general=True) if chosen else None


def _say_faults(wrong: WrongEntry) -> None:
    st.error(words.FAULTS.format(count=findings.faults(len(wrong.faults))), title=words.NOT_SAVED)
    shown = pd.DataFrame(
        {
            words.FAULT_ROW: [fault.row for fault in wrong.faults],
            words.FAULT_FIELD: [field_name(fault.column) for fault in wrong.faults],
            words.FAULT_EXPECTED: [fault.expected for fault in wrong.faults],
        }
    )
    narrow = {words.FAULT_ROW: st.column_config.NumberColumn(width="small")}
    st.dataframe(shown, hide_index=True, column_config=narrow, alt=words.NOT_SAVED)


def _offer(fields: Fields, rows: Rows) -> None:
    """What was understood, and the button that saves all of it."""
    table = fields.draft.table
    understood = rows.get(table, ())
    if not understood:
        st.info(words.NOTHING_NEW)
        return
    said = findings.counted(table, len(understood))
    replaced = _standing_for(fields, understood)
    more = words.REPLACES.format(count=replaced) if replaced else ""
    st.markdown(f"**{words.UNDERSTOOD.format(count=said)}** {more}")
    present = findings.present_by_meeting(rows.get("meeting_attendees", ()))
    shown = [
        findings.as_row(table, row, fields.names, present.get(row.get("meeting_id", ""), ()))
        for row in understood
    ]
    st.dataframe(pd.DataFrame(shown), hide_index=True, alt=words.UNDERSTOOD.format(count=said))
    if st.button(words.SAVE_ALL.format(count=said), key=f"save all {table}", type="primary"):
        _save(fields, rows, said)


def _standing_for(fields: Fields, rows: Sequence[Mapping[str, str]]) -> int:
    """How many of them stand in the place of a record that is kept."""
    table = typed_tables()[fields.draft.table]
    kept = {key_of(table, entry.values) for entry in typed.kept(fields.screen.source, table.name)}
    return sum(key_of(table, row) in kept for row in rows)


def _save(fields: Fields, rows: Rows, said: str) -> None:
    by = typist.typed_by()
    if not by:
        states.show_problems(words.NOT_SAVED, [findings.missing_one("by")])
        return
    if refusal := fields.keep(rows, by):
        states.show_error(refusal)
        return
    fields.draft.said = words.SAVED.format(what=said)
    fields.draft.several += 1
    st.rerun()


def _names(fields: Fields) -> Mapping[str, Mapping[str, str]]:
    names = fields.names
    known = {"agency_id": names.agencies, "search_id": names.searches}
    if fields.draft.table == "disputes":
        known["submission_id"] = findings.submission_names(fields.screen.cases("submission"))
    if fields.draft.table == "verdicts":
        ids = fields.screen.rows("records_known", folder="screens")["candidate_id"]
        known |= dict.fromkeys(
            ("candidate_id_a", "candidate_id_b"), dict(zip(ids, ids, strict=True))
        )
    return known


def _key(fields: Fields, name: str) -> str:
    return f"{name} {fields.draft.table} {fields.draft.several}"
