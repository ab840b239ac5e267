"""What one agency sees of the records and may type: hand-made ones of two agencies and of HR."""

from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

import pytest

from partnership import records
from partnership.entries import AgencysRecords, enter, kept, remove
from partnership.errors import NoAccess, WrongEntry

OWN = {"submissions": {"U1"}, "meetings": {"M1"}, "searches": {"S1"}, "offers": {"O1"}}
PROMISE = {"owner": "agency", "made_on": "2026-10-01", "due_on": "2026-10-31", "text": "a note"}
MEETING = {"kind": "check_in", "formality": "formal", "starts_at": "2026-10-01", "status": "held"}
DISPUTE = {"submission_id": "U1", "raised_by": "agency", "raised_at": "2026-10-02", "about": "date"}
TARGET = {"metric": "offer_outcomes.acceptance_rate", "floor": "0.7", "target": "0.8"}
SHEET = {"search_id": "S1", "meeting_id": "M1", "held_on": "2026-10-01"}


@pytest.fixture
def folder(tmp_path: Path, typed: Path) -> Path:
    """A copy of them to type into."""
    return copytree(typed, tmp_path / "records")


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each kind of record of the agency A, of its rival B, of both, and of HR alone."""
    folder = tmp_path_factory.mktemp("typed")
    for agency in ("A", "B"):
        own = {"agency_id": agency}
        rows = {
            "meetings": [MEETING | own | {"meeting_id": f"M-{agency}"}],
            "meeting_attendees": [
                {"meeting_id": f"M-{agency}", "party": "hr", "attended": "true", "email": "x@y.org"}
            ],
            "commitments": [PROMISE | own | {"commitment_id": f"C-{agency}"}],
            "targets": [TARGET | own],
            "roles": [{"task": "brief", "owner": "hr"} | own],
            "requests": [{"asked_at": "2026-10-01", "request_id": f"R-{agency}"} | own],
            "pulse": [
                {"respondent": "hr", "item": "goals", "score": "3", "asked_on": "2026-10-01"} | own
            ],
            "reply_ticks": [{"kind": "profile", "case_id": "U1"} | own],
            "kickoff_sheets": [SHEET | own],
        }
        enter(folder, rows, by="Ruth")
    both = {"targets": [TARGET | {"agency_id": ""}], "roles": [{"task": "source", "owner": "hr"}]}
    disputes = [DISPUTE | {"dispute_id": "D-A"}]
    disputes += [DISPUTE | {"dispute_id": "D-B", "submission_id": "U-B", "agency_id": "A"}]
    changes = [{"search_id": "S1", "changed_at": "2026-10-01", "field": "pay"}]
    enter(folder, both | {"disputes": disputes, "brief_changes": changes}, by="Ruth")
    return folder


@pytest.fixture
def of_a(folder: Path) -> AgencysRecords:
    return AgencysRecords(folder, "A", lambda: OWN, lambda: ["B", "Quay Partners"])


def test_an_agency_sees_its_own_rows_and_what_is_agreed_for_all(of_a: AgencysRecords) -> None:
    seen = {
        "meetings": 1, "meeting_attendees": 1, "commitments": 1, "targets": 2, "roles": 2,
        "requests": 1, "pulse": 1, "reply_ticks": 1, "kickoff_sheets": 1, "disputes": 1,
        "brief_changes": 0, "verdicts": 0,
    }  # fmt: skip
    assert {table: len(of_a.kept(table)) for table in seen} == seen
    everything = [entry for table in seen for entry in of_a.kept(table)]
    assert {entry.values.get("agency_id", "A") or "A" for entry in everything} == {"A"}


def test_it_learns_neither_who_typed_for_hr_nor_an_address(of_a: AgencysRecords) -> None:
    (there,) = of_a.kept("meeting_attendees")
    assert (there.entered_by, there.values["email"]) == ("HR", "")


def test_a_text_of_hr_that_names_another_agency_is_left_out(
    of_a: AgencysRecords, folder: Path
) -> None:
    texts = ["as fast as Quay  partners!", "as fast as Quayside", "note B", "note"]
    named = [PROMISE | {"agency_id": "A", "text": text} for text in texts]
    enter(folder, {"commitments": named}, by="Ruth")
    shown = [entry.values["text"] for entry in of_a.kept("commitments")]
    assert shown == ["a note", "", "as fast as Quayside", "", "note"]


def test_what_it_types_is_kept_under_its_name_and_it_alone_takes_it_back(
    of_a: AgencysRecords, folder: Path
) -> None:
    new = {"commitment_id": "typed-0123456789ab", "agency_id": "A"}
    of_a.enter({"commitments": [PROMISE | new]}, by="Ann")
    own = of_a.kept("commitments")[-1]
    assert (own.entered_by, own.entered_as, of_a.may_change(own)) == ("Ann", "A", True)
    of_a.enter({"commitments": [PROMISE | new | {"text": "two notes"}]}, by="Ann")
    rival = AgencysRecords(folder, "B", lambda: OWN)
    with pytest.raises(NoAccess):
        rival.remove("commitments", new, by="Bob")
    of_a.remove("commitments", new, by="Ann")
    assert [entry.values["commitment_id"] for entry in of_a.kept("commitments")] == ["C-A"]
    # Whom HR overruled can't speak again under that number.
    of_a.enter({"commitments": [PROMISE | new]}, by="Ann")
    enter(folder, {"commitments": [PROMISE | new]}, by="Ruth")
    remove(folder, "commitments", new, by="Ruth")
    with pytest.raises(NoAccess):
        of_a.enter({"commitments": [PROMISE | new]}, by="Ann")


def test_a_meeting_comes_with_who_was_there(of_a: AgencysRecords) -> None:
    new = {"meeting_id": "typed-0123456789ab"}
    there = [new | {"party": "agency", "attended": "true"}]
    meeting = MEETING | new | {"agency_id": "A"}
    of_a.enter({"meetings": [meeting], "meeting_attendees": there}, by="Ann")
    assert [entry.values["party"] for entry in of_a.kept("meeting_attendees")] == ["hr", "agency"]


REFUSED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "another's row": ("commitments", PROMISE | {"agency_id": "B"}),
    "nobody's row": ("commitments", PROMISE | {"agency_id": ""}),
    "another's promise of the exports": (
        "commitments", PROMISE | {"agency_id": "A", "commitment_id": "C-17"}),
    "another's typed promise": (
        "commitments", PROMISE | {"agency_id": "A", "commitment_id": "C-B"}),
    "what HR typed": ("commitments", PROMISE | {"agency_id": "A", "commitment_id": "C-A"}),
    "HR's sheet": ("kickoff_sheets", SHEET | {"agency_id": "A"}),
    "another's meeting": (
        "kickoff_sheets", SHEET | {"agency_id": "A", "search_id": "S2", "meeting_id": "M-B"}),
    "who was at another's meeting": (
        "meeting_attendees", {"meeting_id": "M-B", "party": "agency", "attended": "true"}),
    "another's submission": ("disputes", DISPUTE | {"submission_id": "U-B"}),
    "another's submission as its own": (
        "disputes", DISPUTE | {"submission_id": "U-B", "agency_id": "A"}),
    "another's offer": (
        "disputes", DISPUTE | {"agency_id": "A", "case_kind": "offer", "case_id": "O-B"}),
    "another's promise": (
        "disputes", DISPUTE | {"agency_id": "A", "case_kind": "promise", "case_id": "C-B"}),
    "in HR's name": ("disputes", DISPUTE | {"raised_by": "hr"}),
    "how its own dispute ended": (
        "disputes", DISPUTE | {"settled_at": "2026-10-03", "outcome": "A"}),
    "HR's answer to the survey": ("pulse", {"agency_id": "A", "respondent": "hr", "item": "goals",
                                            "score": "5", "asked_on": "2026-10-01"}),
    "a target": ("targets", TARGET | {"agency_id": "A", "metric": "retention.retained_90_rate"}),
    "a target for all": ("targets", TARGET | {"agency_id": ""}),
    "who does what": ("roles", {"task": "screen", "owner": "hr", "agency_id": "A"}),
    "a question to itself": ("requests", {"agency_id": "A", "asked_at": "2026-10-01"}),
    "a brief's change": (
        "brief_changes", {"search_id": "S1", "changed_at": "2026-10-05", "field": "pay"}),
    "who is who": (
        "verdicts", {"candidate_id_a": "P1", "candidate_id_b": "P2", "verdict": "same"}),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_an_agency_types_no(of_a: AgencysRecords, folder: Path, what: str) -> None:
    table, row = REFUSED[what]
    before = records.read(folder, table)
    with pytest.raises(NoAccess):
        of_a.enter({"pulse": [], table: [row]}, by="Ann")
    assert records.read(folder, table) == before


def test_an_id_that_its_file_does_not_hold_is_refused(of_a: AgencysRecords, folder: Path) -> None:
    with pytest.raises(WrongEntry):
        of_a.enter({"meetings": [MEETING | {"agency_id": "A", "search_id": "S-B"}]}, by="Ann")
    assert len(kept(folder, "meetings")) == 2
