"""What people type: checked as a build checks, appended, corrected and removed by later rows."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from partnership import entries, records
from partnership.answers import Answers
from partnership.entries import Entry, enter, kept, remove
from partnership.errors import NeedsAnswer, WrongEntry

AT = datetime(2026, 10, 2, 9, 30, tzinfo=UTC)
MEETING = {
    "meeting_id": "M1",
    "agency_id": "A1",
    "kind": "check_in",
    "starts_at": "2026-09-30T14:00",
    "status": "held",
    "topics": "market;pay",
}
PROMISE = {
    "commitment_id": "C1",
    "agency_id": "A1",
    "owner": "hr",
    "made_on": "2026-09-30",
    "due_on": "2026-10-31",
    "text": "Answer within two days, «always»\nand say so",
}


def only(found: list[Entry]) -> Entry:
    assert len(found) == 1
    return found[0]


def test_what_was_typed_comes_back_with_who_and_when(tmp_path: Path) -> None:
    enter(tmp_path, {"commitments": [PROMISE]}, by="Ann", at=AT)
    assert only(kept(tmp_path, "commitments")) == Entry(
        "commitments",
        PROMISE | {"closed_on": "", "dropped_on": ""},
        1,
        "Ann",
        "2026-10-02T09:30:00+00:00",
    )


def test_a_file_has_every_column_of_its_table_from_the_start(tmp_path: Path) -> None:
    enter(tmp_path, {"roles": [{"task": "brief", "owner": "hr"}]}, by="Ann", at=AT)
    with (tmp_path / "roles.csv").open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines))
    about = ["entered_by", "entered_at", "removed", "entered_as"]
    assert header == ["task", "owner", "agency_id", *about]


def test_a_correction_is_a_later_row_and_the_last_one_counts(tmp_path: Path) -> None:
    enter(tmp_path, {"commitments": [PROMISE, PROMISE | {"commitment_id": "C2"}]}, by="Ann")
    enter(tmp_path, {"commitments": [PROMISE | {"closed_on": "2026-10-20"}]}, by="Bob")
    found = {e.values["commitment_id"]: e for e in kept(tmp_path, "commitments")}
    assert (found["C1"].values["closed_on"], found["C1"].entered_by) == ("2026-10-20", "Bob")
    assert [e.number for e in kept(tmp_path, "commitments")] == [2, 3]
    assert len(records.read(tmp_path, "commitments")) == 3


def test_a_removal_is_a_row_too_and_may_be_typed_again(tmp_path: Path) -> None:
    enter(tmp_path, {"commitments": [PROMISE]}, by="Ann")
    remove(tmp_path, "commitments", {"commitment_id": "C1"}, by="Bob")
    remove(tmp_path, "commitments", {"commitment_id": "unheard of"}, by="Bob")
    assert kept(tmp_path, "commitments") == []
    assert len(records.read(tmp_path, "commitments")) == 2
    enter(tmp_path, {"commitments": [PROMISE]}, by="Ann")
    assert only(kept(tmp_path, "commitments")).number == 3


@pytest.mark.parametrize(
    ("table", "one", "same", "other"),
    [
        (
            "targets",
            {"metric": "offer_outcomes.acceptance_rate", "floor": "0.7", "target": "0.8"},
            {"floor": "0.6"},
            {"agency_id": "A1"},
        ),
        (
            "meeting_attendees",
            {"meeting_id": "M1", "party": "agency", "email": "a@example.org"},
            {"attended": "false"},
            {"email": "b@example.org"},
        ),
        ("roles", {"task": "brief", "owner": "hr"}, {"owner": "agency"}, {"agency_id": "A1"}),
        (
            "brief_changes",
            {"search_id": "S1", "changed_at": "2026-09-01", "field": "pay"},
            {},
            {"field": "location"},
        ),
    ],
)
def test_tables_without_an_id_have_a_key_as_well(
    tmp_path: Path, table: str, one: dict[str, str], same: dict[str, str], other: dict[str, str]
) -> None:
    enter(tmp_path, {table: [one]}, by="Ann")
    enter(tmp_path, {table: [one | same]}, by="Ann")
    assert only(kept(tmp_path, table)).values.items() >= (one | same).items()
    enter(tmp_path, {table: [one | other]}, by="Ann")
    assert len(kept(tmp_path, table)) == 2


def test_missing_ids_are_given_and_no_spreadsheet_takes_them_for_numbers(tmp_path: Path) -> None:
    enter(tmp_path, {"meetings": [MEETING | {"meeting_id": ""} for _ in range(20)]}, by="Ann")
    ids = {entry.values["meeting_id"] for entry in kept(tmp_path, "meetings")}
    assert len(ids) == 20
    assert all(one.startswith("typed-") for one in ids)


def test_several_tables_are_saved_together_or_not_at_all(tmp_path: Path) -> None:
    people = [{"meeting_id": "M1", "party": "hr"}, {"meeting_id": "M1", "party": "nobody"}]
    with pytest.raises(WrongEntry) as wrong:
        enter(tmp_path, {"meetings": [MEETING], "meeting_attendees": people}, by="Ann")
    assert (wrong.value.table, wrong.value.row, wrong.value.column) == (
        "meeting_attendees",
        2,
        "party",
    )
    assert kept(tmp_path, "meetings") == []
    enter(tmp_path, {"meetings": [MEETING], "meeting_attendees": people[:1]}, by="Ann")
    assert len(kept(tmp_path, "meetings")) == len(kept(tmp_path, "meeting_attendees")) == 1


def test_words_days_and_numbers_are_kept_as_an_export_writes_them(tmp_path: Path) -> None:
    meeting = MEETING | {"kind": "Check in", "starts_at": "30.09.2026", "status": " Held "}
    target = {"metric": "x", "floor": "0.80", "target": "1.250", "agreed_on": "3 Apr 2026"}
    person = {"meeting_id": "M1", "party": "Business leader", "attended": "No"}
    rows = {"meetings": [meeting], "targets": [target], "meeting_attendees": [person]}
    enter(tmp_path, rows, by="Ann")
    said = only(kept(tmp_path, "meetings")).values
    assert (said["kind"], said["starts_at"], said["status"]) == ("check_in", "2026-09-30", "held")
    said = only(kept(tmp_path, "targets")).values
    assert (said["floor"], said["target"], said["agreed_on"]) == ("0.8", "1.25", "2026-04-03")
    said = only(kept(tmp_path, "meeting_attendees")).values
    assert (said["party"], said["attended"]) == ("business_leader", "false")


def test_every_fault_is_named_and_what_was_typed_is_not_repeated(tmp_path: Path) -> None:
    rows = [
        PROMISE,
        PROMISE | {"due_on": "Ann Zebra"},
        PROMISE | {"owner": "Ann Zebra"},
        PROMISE | {"text": " "},
    ]
    with pytest.raises(WrongEntry) as wrong:
        enter(tmp_path, {"commitments": rows}, by="Ann")
    assert [(f.row, f.column) for f in wrong.value.faults] == [
        (2, "due_on"),
        (3, "owner"),
        (4, "text"),
    ]
    assert "Row 2, Due on: a day such as" in wrong.value.message
    assert "business leader" in wrong.value.faults[1].expected
    assert "Zebra" not in str(wrong.value) + str(wrong.value.faults)
    assert not (tmp_path / "commitments.csv").exists()


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("weather", {"sky": "blue"}),
        ("commitments", PROMISE | {"colour": "red"}),
        ("commitments", PROMISE | {"text": "x" * 50_000}),
        ("commitments", PROMISE | {"text": "a\x00b"}),
    ],
)
def test_what_no_cell_can_hold_is_refused(tmp_path: Path, table: str, row: dict[str, str]) -> None:
    with pytest.raises(WrongEntry):
        enter(tmp_path, {table: [row]}, by="Ann")
    assert list(tmp_path.glob("*.csv")) == []


def test_ids_are_checked_where_it_is_known_which_there_are(tmp_path: Path) -> None:
    known = {"agencies": {"A1"}, "searches": {"S1"}, "meetings": set()}
    enter(tmp_path, {"meetings": [MEETING]}, by="Ann", known=known)
    for column, value in (("agency_id", "A9"), ("search_id", "S9")):
        with pytest.raises(WrongEntry) as wrong:
            enter(tmp_path, {"meetings": [MEETING | {column: value}]}, by="Ann", known=known)
        assert wrong.value.column == column
    # A meeting that was typed before, or in the same go, is one that is known.
    enter(
        tmp_path, {"meeting_attendees": [{"meeting_id": "M1", "party": "hr"}]}, by="", known=known
    )
    both = {
        "meetings": [MEETING | {"meeting_id": "M2"}],
        "meeting_attendees": [{"meeting_id": "M2", "party": "hr"}],
    }
    enter(tmp_path, both, by="", known=known)
    with pytest.raises(WrongEntry):
        lost = {"meeting_attendees": [{"meeting_id": "M3", "party": "hr"}]}
        enter(tmp_path, lost, by="", known=known)


def test_a_day_that_can_be_read_in_two_ways_is_asked_never_guessed(tmp_path: Path) -> None:
    row = PROMISE | {"made_on": "03/04/2026"}
    with pytest.raises(NeedsAnswer) as asked:
        enter(tmp_path, {"commitments": [row]}, by="Ann")
    assert asked.value.question == "date_order"
    enter(tmp_path, {"commitments": [row]}, by="Ann", answers=Answers(date_order={"*": "mdy"}))
    assert only(kept(tmp_path, "commitments")).values["made_on"] == "2026-03-04"


def test_every_table_that_can_be_typed_has_words() -> None:
    from partnership.entries.tables import typed_tables
    from partnership.labels import columns
    from partnership.labels import entries as words

    assert set(words.TABLES) == set(entries.TABLES)
    named = {c.name for table in typed_tables().values() for c in table.columns}
    assert named - set(words.FIELDS) - set(columns.HEADINGS) == set()
