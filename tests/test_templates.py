"""A workbook to fill in: what is kept stands in it, and only what changed comes back."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from partnership.downloads import csv_file, workbook
from partnership.entries import TABLES, enter, kept, new_id, remove
from partnership.entries.tables import own_id, typed_tables
from partnership.errors import UnreadableExport, WrongEntry
from partnership.findings import records as findings
from partnership.headings import heading as titled
from partnership.pasted import from_file, pasted
from partnership.templates import filled, is_template, template

NAMES = {
    "agency_id": {"A1": "Northgate", "A2": "=Harbor", "A3": "Quay"},
    "search_id": {"S1": "Engineer, Berlin"},
}
MEETING = {
    "meeting_id": "M1",
    "agency_id": "A1",
    "search_id": "S1",
    "kind": "check_in",
    "formality": "informal",
    "starts_at": "2026-09-30T14:30",
    "status": "held",
    "topics": "market;pipeline",
}
PROMISE = {
    "commitment_id": "C1",
    "agency_id": "A2",
    "owner": "business_leader",
    "made_on": "2026-09-30",
    "due_on": "2026-10-31",
    "text": "=1+1 is a text, and\nso is this",
}
ROWS: dict[str, dict[str, str]] = {
    "meetings": MEETING,
    "commitments": PROMISE,
    "targets": {"metric": "offer_outcomes.acceptance_rate", "floor": "0.705", "target": "0.85"},
    "roles": {"task": "pre_start_contact", "owner": "hr", "agency_id": "A3"},
    "requests": {"request_id": "R1", "agency_id": "A1", "asked_at": "2026-09-01T10:00:00+02:00"},
    "brief_changes": {"search_id": "S1", "changed_at": "2026-09-01", "field": "must_have"},
    "disputes": {"dispute_id": "D1", "submission_id": "007", "raised_by": "hr"}
    | {"raised_at": "2026-09-01", "fee_at_stake": "12500.5", "currency": "EUR"},
    "verdicts": {"candidate_id_a": "K1", "candidate_id_b": "007", "verdict": "unsure"}
    | {"judged_on": "2026-09-01", "judged_by": "Ann", "reason": "=other birthday"},
    "pulse": {"response_id": "P1", "agency_id": "A1", "asked_on": "2026-09-01", "item": "goals"}
    | {"respondent": "agency", "score": "4"},
}


def edited(content: bytes, change: Callable[[Any], None]) -> bytes:
    """The workbook after somebody changed its first sheet."""
    book = load_workbook(BytesIO(content))
    change(book.worksheets[0])
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def cell(sheet: Any, heading: str, row: int = 2) -> Any:
    for found in sheet[1]:
        if found.value.rstrip(" *") == heading:
            return sheet.cell(row, found.column)
    raise KeyError(heading)


def put(sheet: Any, row: int, **values: Any) -> None:
    for heading, value in values.items():
        cell(sheet, heading.replace("_", " "), row).value = value


def test_every_table_comes_back_unchanged_where_nobody_changed_it(tmp_path: Path) -> None:
    made_on_their_own_screens = {"meeting_attendees", "reply_ticks", "kickoff_sheets"}
    made_on_their_own_screens |= {"erasures", "reviews", "review_texts", "list_comparisons"}
    assert set(ROWS) == set(TABLES) - made_on_their_own_screens
    people = [{"meeting_id": "M1", "party": "hr"}]
    rows = {table: [row] for table, row in ROWS.items()}
    enter(tmp_path, rows | {"meeting_attendees": people}, by="Ann")
    for table in ROWS:
        as_made = template(tmp_path, table, NAMES)
        assert filled(tmp_path, table, as_made, NAMES) == {}, table
        assert filled(tmp_path, table, edited(as_made, lambda sheet: None), NAMES) == {}, table


def test_it_shows_words_days_and_shares_and_holds_no_formula(tmp_path: Path) -> None:
    rows = {"commitments": [PROMISE], "targets": [ROWS["targets"]], "meetings": [MEETING]}
    enter(tmp_path, rows, by="Ann")
    content = template(tmp_path, "commitments", NAMES)
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    assert cell(sheet, "Agency").value == "=Harbor"
    assert cell(sheet, "Agency").data_type == "s"
    assert cell(sheet, "Who owns it").value == "Business leader"
    assert f"{cell(sheet, 'Due on').value:%d %b %Y}" == "31 Oct 2026"
    assert cell(sheet, "Text").value == PROMISE["text"]
    parts = zipfile.ZipFile(BytesIO(content))
    assert b"<f>" not in b"".join(parts.read(name) for name in parts.namelist() if "sheet" in name)
    sheet = load_workbook(BytesIO(template(tmp_path, "targets", NAMES))).worksheets[0]
    assert (cell(sheet, "Agency").value, cell(sheet, "Floor or limit").value) == (
        "All agencies",
        0.705,
    )
    assert cell(sheet, "Floor or limit").number_format == "0.0%"


def test_cells_offer_what_they_may_hold(tmp_path: Path) -> None:
    book = load_workbook(BytesIO(template(tmp_path, "meetings", NAMES)))
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "hidden", "hidden"]
    lists = book.worksheets[2]
    areas = [
        rule.formula1.split("!")[1].replace("$", "").split(":")
        for rule in book.worksheets[0].data_validations.dataValidation
    ]
    offered = [[row[0].value for row in lists[f"{area[0]}:{area[-1]}"]] for area in areas]
    assert list(NAMES["agency_id"].values()) in offered
    assert ["Check-in", "Kickoff", "Quarterly review", "Other"] in offered
    assert offered.count(["yes", "no"]) == 3


def test_a_changed_row_is_a_correction_and_a_row_without_a_number_is_new(tmp_path: Path) -> None:
    enter(
        tmp_path, {"requests": [ROWS["requests"], ROWS["requests"] | {"request_id": "R2"}]}, by=""
    )

    def change(sheet: Any) -> None:
        put(sheet, 2, Answered_at="2026-09-03")
        put(sheet, 5, Agency="Quay", Asked_at="30.09.2026 14:00")

    content = edited(template(tmp_path, "requests", NAMES), change)
    corrected, new = filled(tmp_path, "requests", content, NAMES)["requests"]
    assert corrected == ROWS["requests"] | {"search_id": "", "answered_at": "2026-09-03"}
    assert new.pop("request_id").startswith("typed-")
    assert (new["agency_id"], new["asked_at"]) == ("A3", "2026-09-30 14:00")
    enter(tmp_path, {"requests": [corrected]}, by="Bob")
    assert len(kept(tmp_path, "requests")) == 2


def test_who_was_at_a_meeting_is_changed_alone(tmp_path: Path) -> None:
    people = [
        {"meeting_id": "M1", "party": "hr", "email": "a@example.org"},
        {"meeting_id": "M1", "party": "agency", "attended": "false"},
    ]
    enter(tmp_path, {"meetings": [MEETING], "meeting_attendees": people}, by="Ann")

    def change(sheet: Any) -> None:
        assert [cell(sheet, f"{who} there").value for who in ("HR", "Agency")] == ["yes", "no"]
        put(sheet, 2, HR_there="no", Business_leader_there="yes")

    content = edited(template(tmp_path, "meetings", NAMES), change)
    found = filled(tmp_path, "meetings", content, NAMES)
    assert found == {
        "meeting_attendees": [
            {"meeting_id": "M1", "party": "hr", "attended": "false", "email": "a@example.org"},
            {"meeting_id": "M1", "party": "business_leader", "attended": "true", "email": ""},
        ]
    }
    enter(tmp_path, found, by="Bob")
    with pytest.raises(WrongEntry) as wrong:  # the same workbook again, of a moment long past
        filled(tmp_path, "meetings", content, NAMES)
    assert wrong.value.row == 2


def test_what_somebody_corrected_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    enter(tmp_path, {"commitments": [PROMISE, PROMISE | {"commitment_id": "C2"}]}, by="Ann")
    content = template(tmp_path, "commitments", NAMES)
    enter(tmp_path, {"commitments": [PROMISE | {"closed_on": "2026-10-20"}]}, by="Bob")
    remove(tmp_path, "commitments", {"commitment_id": "C2"}, by="Bob")
    assert filled(tmp_path, "commitments", content, NAMES) == {}  # untouched, so Bob's stay
    for row in (2, 3):
        changed = edited(content, lambda sheet, row=row: put(sheet, row, Text="x"))
        with pytest.raises(WrongEntry, match="corrected this since") as wrong:
            filled(tmp_path, "commitments", changed, NAMES)
        assert wrong.value.row == row


def test_faults_are_named_by_the_rows_of_the_sheet(tmp_path: Path) -> None:
    enter(tmp_path, {"commitments": [PROMISE]}, by="Ann")
    as_made = template(tmp_path, "commitments", NAMES)

    def fault(**values: Any) -> tuple[int, str]:
        content = edited(as_made, lambda sheet: put(sheet, 6, **values))
        with pytest.raises(WrongEntry) as wrong:
            filled(tmp_path, "commitments", content, NAMES)
        return wrong.value.row, wrong.value.column

    whole = {"Agency": "Quay", "Who_owns_it": "HR", "Promised_on": "2026-09-01", "Text": "x"}
    assert fault(**whole) == (6, "due_on")
    assert fault(**whole, Due_on="soon") == (6, "due_on")
    assert fault(**(whole | {"Agency": "Nobody"}), Due_on="2026-10-01") == (6, "agency_id")

    def copy(sheet: Any) -> None:  # a row copied with its number, to make a new one of it
        for found in sheet[2]:
            sheet.cell(3, found.column).value = found.value
        put(sheet, 2, Text="a")
        put(sheet, 3, Text="b")

    with pytest.raises(WrongEntry, match="stands in two rows"):
        filled(tmp_path, "commitments", edited(as_made, copy), NAMES)


def test_a_workbook_of_other_records_is_refused(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    enter(here, {"commitments": [PROMISE]}, by="Ann")
    enter(there, {"commitments": [PROMISE | {"commitment_id": "C7"}]}, by="Ann")
    content = edited(template(there, "commitments", NAMES), lambda sheet: put(sheet, 2, Text="x"))
    with pytest.raises(WrongEntry, match="not of what is kept here"):
        filled(here, "commitments", content, NAMES)
    other = BytesIO()
    Workbook().save(other)
    with pytest.raises(WrongEntry, match="not of what is kept here"):
        filled(here, "commitments", other.getvalue(), NAMES)
    for wrong in (b"", b"no workbook", content[: len(content) // 2]):
        with pytest.raises(UnreadableExport):
            filled(here, "commitments", wrong, NAMES)


def as_listed(name: str, row: dict[str, str]) -> pd.DataFrame:
    """The record in the list that Records offers for download."""
    shown = findings.as_row(name, row, findings.Names(NAMES["agency_id"], NAMES["search_id"]))
    own = own_id(typed_tables()[name])
    beside = {"Typed": "Ann, 1 Sep 2026", "In these figures": "no"}
    return pd.DataFrame([shown | beside | ({titled(own): row[own]} if own else {})])


def record_of(name: str) -> dict[str, str]:
    return {column.name: "" for column in typed_tables()[name].columns} | ROWS[name]


@pytest.mark.parametrize("name", ["meetings", "targets"])
def test_nothing_of_a_list_that_was_downloaded_is_new(name: str) -> None:
    row = record_of(name)
    file = workbook({"List": as_listed(name, row)}, {"About": "what this is"})
    assert not is_template(file)
    assert from_file(name, file, NAMES, kept=[row]) == {}


@pytest.mark.parametrize("name", sorted(ROWS))
def test_of_what_is_corrected_in_a_downloaded_list_only_that_comes_back(name: str) -> None:
    row, (column, said, changes) = record_of(name), CORRECTED[name]
    file = csv_file(as_listed(name, row).assign(**{column: said}))
    ((again,),) = from_file(name, file, NAMES, kept=[row]).values()
    assert again == row | changes


# Heading → what is written under it, and what of the record that changes.
CORRECTED: dict[str, tuple[str, str, dict[str, str]]] = {
    "meetings": ("State", "Nobody came", {"status": "no_show"}),
    "commitments": ("Kept on", "1 Oct 2026", {"closed_on": "2026-10-01"}),
    "targets": ("Target, %", "90.5", {"target": "0.905"}),
    "roles": ("Who promised", "Agency", {"owner": "agency"}),
    "requests": ("Answered on", "2 Sep 2026", {"answered_at": "2026-09-02"}),
    "brief_changes": ("What changed", "Pay", {"field": "pay"}),
    "disputes": ("Fee at stake", "12000", {"fee_at_stake": "12000"}),
    "verdicts": ("Reason", "-same phone", {"reason": "-same phone"}),
    "pulse": ("Score", "5", {"score": "5"}),
}


def test_what_comes_back_in_part_keeps_the_rest_and_no_strange_id_is_taken() -> None:
    before = [record_of("commitments")]
    head, line = "Promise ID;Who promised;Kept on;What was promised\n", "C1;HR;2026-10-01;Another\n"
    found = pasted("commitments", head + line, NAMES, kept=before)
    assert found["commitments"] == [
        before[0] | {"owner": "hr", "closed_on": "2026-10-01", "text": "Another"}
    ]
    with pytest.raises(WrongEntry) as wrong:
        pasted("commitments", head + line.replace("C1", "C2"), NAMES, kept=before)
    assert (wrong.value.row, wrong.value.column) == (1, "commitment_id")
    # One that another dashboard gave, such as that of the agency, is a new record's.
    sent = f"Agency;Promised on;Due on;{head}=Harbor;2026-09-30;2026-10-31;{line}"
    new = pasted("commitments", sent.replace("C1", new_id()), NAMES, kept=before)["commitments"]
    assert len(new) == 1 and new[0]["commitment_id"] != "C1"


def test_the_list_of_verdicts_comes_back_as_it_is_shown() -> None:
    names = dict.fromkeys(("candidate_id_a", "candidate_id_b"), {"K1": "K1", "K2": "K2"})
    text = "One record,Other record,Judged,Judged on,By,Reason,Counted,Candidate,Other candidate\n"
    text += "Ann Lee,Anne Lee,One person,2026-09-01,Ben,phone,in these figures,K1,K2\n"
    assert pasted("verdicts", text, names)["verdicts"] == [
        {"candidate_id_a": "K1", "candidate_id_b": "K2", "verdict": "same"}
        | {"judged_on": "2026-09-01", "judged_by": "Ben", "reason": "phone"}
    ]
