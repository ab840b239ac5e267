"""What people typed, on its way into the figures: beside every export, over none of it silently."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from small_export import write_export

from partnership import entries, records
from partnership.builds import Build, build
from partnership.canonical import canonical_tables
from partnership.entries import enter, folder_of, kept, remove, since
from partnership.errors import UnreadableRecords
from partnership.queries import opened

AGENCIES = [{"agency_id": "A1", "name": "Acme"}]
EXPORTED = {"exported_at": "2026-03-31T23:59:59Z"}
MEETING = {
    "meeting_id": "M1",
    "agency_id": "A1",
    "kind": "check_in",
    "starts_at": "2026-03-02T09:00:00Z",
    "status": "held",
}
PROMISE = {
    "commitment_id": "C1",
    "agency_id": "A1",
    "owner": "hr",
    "made_on": "2026-03-02",
    "due_on": "2026-06-30",
    "text": "Answer sooner",
}
TARGET = {"agency_id": "A1", "metric": "meeting_rhythm.rhythm_coverage", "floor": "0.7"}


class Place:
    """A folder with an export, records and builds."""

    def __init__(self, folder: Path, **tables: list[dict[str, str]]) -> None:
        self.records, self.builds = folder / "records", folder / "builds"
        self.export = write_export(folder / "export", **({"agencies": AGENCIES} | tables))

    def built(self, **how: Any) -> Build:
        return build([self.export], builds=self.builds, records=self.records, **how)

    def enter(self, **rows: Iterable[Mapping[str, str]]) -> None:
        enter(self.records, {table: list(more) for table, more in rows.items()}, by="Ann")


def asked(made: Build, sql: str) -> list[tuple[Any, ...]]:
    with closing(opened(made.path / "partnership.duckdb")) as connection:
        return connection.execute(sql).fetchall()


def line_of(made: Build, file: str) -> dict[str, Any]:
    """What the import report says of one records file; its rows add up."""
    line = next(row for row in made.receipt["records"] if row["file"] == file)
    fates = ("counted", "later", "entered_again", "taken_back", "set_aside")
    assert line["physical"] == sum(line[fate] for fate in fates)
    return {fate: line[fate] for fate in fates if line[fate]}


def test_what_was_typed_counts_like_an_export_and_the_report_says_so(tmp_path: Path) -> None:
    place = Place(tmp_path, export=[EXPORTED])
    without = place.built()
    assert without.receipt["records"] == []
    assert "meeting_rhythm" in without.receipt["cannot_answer"]
    assert len(since(place.records, "meetings", without)) == 0
    place.enter(
        meetings=[MEETING, MEETING | {"meeting_id": "M2", "kind": "other"}],
        meeting_attendees=[{"meeting_id": "M1", "party": "hr"}],
        targets=[TARGET | {"target": "0.9"}],
        commitments=[PROMISE, PROMISE | {"commitment_id": "C2", "made_on": "2026-05-01"}],
        roles=[{"task": "brief", "owner": "hr"}],
        requests=[{"request_id": "R1", "agency_id": "A1", "asked_at": "2026-03-01"}],
        brief_changes=[{"search_id": "S1", "changed_at": "2026-02-01", "field": "pay"}],
        disputes=[
            {
                "dispute_id": "D1",
                "submission_id": "U1",
                "raised_by": "hr",
                "raised_at": "2026-05-01",
            }
        ],
        pulse=[
            {"response_id": "P1", "agency_id": "A1", "asked_on": "2026-03-01", "respondent": "hr"}
            | {"item": "goals", "score": "4"}
        ],
        verdicts=[{"candidate_id_a": "C1", "candidate_id_b": "C2", "verdict": "same"}],
        erasures=[{"candidate_id": "C2", "erasure_id": "1"}],
        reply_ticks=[{"submission_id": "U1", "answered_on": "2026-04-02"}],
    )
    assert len(since(place.records, "meetings", without)) == 2
    place.enter(meetings=[MEETING | {"kind": "quarterly_review"}])
    remove(place.records, "meetings", {"meeting_id": "M2"}, by="Bob")
    made = place.built()
    assert asked(made, "select meeting_id, kind from marts.meeting") == [("M1", "quarterly_review")]
    # Promises and disputes are about what comes after: the as-of day does not cut them.
    assert asked(made, "select count(*) from marts.commitment") == [(2,)]
    assert asked(made, "select count(*) from marts.dispute") == [(1,)]
    assert asked(made, "select floor::double, target::double from marts.target") == [(0.7, 0.9)]
    present = asked(made, "select table_name from marts.present where is_present")
    typed = set(entries.TABLES) & set(canonical_tables())  # the others are in no figure
    assert typed <= {table for (table,) in present}
    assert "meeting_rhythm" in made.receipt["can_answer"]
    assert line_of(made, "records/meetings.csv") == {
        "counted": 1,
        "entered_again": 2,
        "taken_back": 1,
    }
    assert line_of(made, "records/commitments.csv") == {"counted": 2}
    assert all(since(place.records, table, made) == [] for table in typed)
    assert since(place.records, "reply_ticks", made)
    assert {file["file"] for file in made.receipt["files"]} == {
        file.name for file in place.export.iterdir()
    }


def test_a_typed_row_wins_over_the_exported_one_and_no_import_over_it(tmp_path: Path) -> None:
    moved = MEETING | {"starts_at": "2026-03-05T09:00:00Z"}
    export = [MEETING, MEETING | {"meeting_id": "M2"}]
    place = Place(tmp_path, export=[EXPORTED], meetings=export, targets=[TARGET | {"target": "1"}])
    place.enter(meetings=[moved], targets=[TARGET | {"target": "0.8"}])
    made = place.built()
    when = "select meeting_id, met_on::varchar from marts.meeting order by all"
    assert asked(made, when) == [("M1", "2026-03-05"), ("M2", "2026-03-02")]
    assert asked(made, "select target::double from marts.target") == [(0.8,)]
    assert made.receipt["overruled"] == [
        {"file": "meetings.csv", "table": "meetings", "rows": 1},
        {"file": "targets.csv", "table": "targets", "rows": 1},
    ]
    meetings = next(file for file in made.receipt["files"] if file["file"] == "meetings.csv")
    assert (meetings["physical"], meetings["accepted"], meetings["set_aside"]) == (2, 1, 0)
    assert made.receipt["rules"] == []
    # Taken back, the exported row counts again.
    remove(place.records, "meetings", {"meeting_id": "M1"}, by="Ann")
    again = place.built()
    assert asked(again, when) == [("M1", "2026-03-02"), ("M2", "2026-03-02")]
    assert line_of(again, "records/meetings.csv") == {"entered_again": 1, "taken_back": 1}


def test_what_is_typed_never_moves_the_day_the_figures_are_as_of(tmp_path: Path) -> None:
    place = Place(tmp_path)
    assert place.built().name.startswith("2026-03-01-")
    later = MEETING | {"starts_at": "2026-03-20T09:00:00Z"}
    place.enter(
        meetings=[later, MEETING | {"meeting_id": "M2", "starts_at": "2026-02-20T09:00:00Z"}],
        pulse=[
            {"response_id": "P1", "agency_id": "A1", "asked_on": "2026-09-01", "respondent": "hr"}
            | {"item": "goals", "score": "4"}
        ],
        commitments=[PROMISE | {"made_on": "2026-09-01"}],
    )
    made = place.built()
    assert made.name.startswith("2026-03-01-")
    assert asked(made, "select meeting_id from marts.meeting") == [("M2",)]
    assert asked(made, "select count(*) from marts.commitment") == [(1,)]
    assert line_of(made, "records/meetings.csv") == {"counted": 1, "later": 1}
    # It stays marked as not counted, though the update has read it.
    assert [e.values["meeting_id"] for e in since(place.records, "meetings", made)] == ["M1"]


def test_an_agency_nobody_exported_is_set_aside_and_not_invented(tmp_path: Path) -> None:
    place = Place(tmp_path, export=[EXPORTED])
    (place.export / "agencies.csv").unlink()  # agencies are then those that exported rows name
    place.enter(meetings=[MEETING | {"agency_id": "A9"}])
    made = place.built()
    assert asked(made, "select agency_id from marts.agency") == [("A1",)]
    assert line_of(made, "records/meetings.csv") == {"set_aside": 1}
    assert [(r["table"], r["rule"]) for r in made.receipt["rules"]] == [
        ("meetings", "parent_missing")
    ]
    # A table of which nothing counts can't be seen from these files: it is not empty.
    assert "meeting_rhythm" in made.receipt["cannot_answer"]
    assert len(since(place.records, "meetings", made)) == 1


def test_a_file_broken_by_hand_costs_its_broken_rows_and_says_which(tmp_path: Path) -> None:
    place = Place(tmp_path, export=[EXPORTED])
    place.enter(meetings=[MEETING, MEETING | {"meeting_id": "M2"}])
    file = place.records / "meetings.csv"
    broken = file.read_text(encoding="utf-8")
    broken += "M3,A1,,check_in,,2026-02-30,held,,Bob,,,\n\nM1,torn\nM4,A1,,party,,2026-03-01\n"
    broken += ",A1,,check_in,,2026-03-01,held,,Bob,,,\n,A1,,other,,2026-03-01,held,,Bob,,,\n"
    file.write_text(broken, encoding="utf-8")
    made = place.built()
    assert asked(made, "select meeting_id from marts.meeting order by 1") == [("M1",), ("M2",)]
    assert line_of(made, "records/meetings.csv") == {"counted": 2, "set_aside": 5}
    told = {(e["line"], e["rule"]) for e in made.receipt["examples"]}
    assert told >= {(4, "not_an_instant"), (6, "broken_record"), (7, "broken_record")}
    assert {(8, "missing"), (9, "missing")} <= told


@pytest.mark.parametrize(
    "text",
    [
        "meeting_id;agency_id;kind\nM1;A1;check_in\n",
        "topic\npay\n",
        "meeting_id,topics\nM1,größer\n",
    ],
)
def test_a_file_saved_in_another_way_is_refused_by_name_not_passed_over(
    tmp_path: Path, text: str
) -> None:
    place = Place(tmp_path, export=[EXPORTED])
    place.records.mkdir()
    (place.records / "meetings.csv").write_bytes(text.encode("cp1252"))
    with pytest.raises(UnreadableRecords, match=r"meetings\.csv"):
        place.built()
    with pytest.raises(Exception, match=r"meetings\.csv"):
        place.enter(meetings=[MEETING])
    assert (place.records / "meetings.csv").read_bytes() == text.encode("cp1252")


def test_what_is_typed_beside_the_sample_stays_beside_it(tmp_path: Path) -> None:
    sample = Place(tmp_path, export=[EXPORTED | {"synthetic": "true"}])
    shown = sample.built()
    assert folder_of(sample.records, shown) == sample.records / "sample"
    enter(folder_of(sample.records, shown), {"targets": [TARGET | {"target": "1"}]}, by="Ann")
    sample.enter(targets=[TARGET | {"target": "0.8", "agency_id": ""}])
    made = sample.built()
    assert asked(made, "select agency_id, target::double from marts.target") == [("A1", 1)]
    assert line_of(made, "records/sample/targets.csv") == {"counted": 1}
    assert since(folder_of(sample.records, made), "targets", made) == []
    own = Place(tmp_path, export=[EXPORTED])
    assert asked(own.built(), "select agency_id, target::double from marts.target") == [(None, 0.8)]


def test_the_same_entries_give_the_same_name_and_others_another(tmp_path: Path) -> None:
    place = Place(tmp_path, export=[EXPORTED])
    place.enter(meetings=[MEETING])
    first = place.built()
    assert place.built().name == first.name
    records.append(place.records, "answers", [{"question": "x", "about": "y", "answer": "z"}])
    place.enter(reply_ticks=[{"submission_id": "U1"}])
    assert place.built().name == first.name  # neither is in any figure
    file = place.records / "meetings.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("held", "cancelled"), "utf-8")
    assert len(since(place.records, "meetings", first)) == len(kept(place.records, "meetings"))
    assert place.built().name != first.name


def test_two_plain_files_take_typed_rows_too(tmp_path: Path) -> None:
    from two_files import SEARCHES as JOBS
    from two_files import candidates

    from partnership.answers import Answers

    export = tmp_path / "export"
    export.mkdir()
    (export / "searches.csv").write_text(JOBS, encoding="utf-8")
    (export / "candidates.csv").write_text(candidates(), encoding="utf-8")
    told = {"Acme GmbH": "acme", "ACME": "acme", "Best People": "best", "Careers page": None}
    meeting = MEETING | {"agency_id": "acme", "search_id": "J1", "starts_at": "2025-04-01"}
    enter(tmp_path / "records", {"meetings": [meeting]}, by="Ann")
    made = build(
        [export],
        builds=tmp_path / "builds",
        records=tmp_path / "records",
        answers=Answers(agencies=told),
    )
    assert asked(made, "select agency_id, search_id from marts.meeting") == [("acme", "J1")]
