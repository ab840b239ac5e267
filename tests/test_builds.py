"""Exports → one immutable build: the same for the same inputs, whole or not at all."""

import csv
import json
import shutil
import stat
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from small_export import SEARCHES, SUBMISSIONS, write_export, write_table

from partnership import builds as figures
from partnership import records as typed_records
from partnership.answers import Answers
from partnership.builds import Build, build, current
from partnership.errors import BuildRefused, NeedsAnswer, WrongColumns
from partnership.published import all_builds, pointed_at
from partnership.queries import metric_rows, opened
from partnership.readers import agency_file_stem
from partnership.settings import Settings

FAULTY_SEARCH = {"search_id": "S9", "title": "=Pilot", "opened_on": "2026-02-30", "status": "open"}


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return write_export(tmp_path / "export")


@pytest.fixture
def builds(tmp_path: Path) -> Path:
    return tmp_path / "builds"


def tables_of(made: Build) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every mart, in the order it lies in the file."""
    with closing(opened(made.path / "partnership.duckdb")) as connection:
        return {
            mart: connection.execute(f"from marts.{mart}").fetchall()
            for mart in made.manifest["counts"]
        }


def left_in(builds: Path) -> list[str]:
    return sorted(entry.name for entry in builds.iterdir() if entry.name != ".lock")


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_same_inputs_give_the_same_name_and_the_same_rows(tmp_path: Path, export: Path) -> None:
    copy = shutil.copytree(export, tmp_path / "copy")
    one = build([export], builds=tmp_path / "one")
    other = build(sorted(copy.iterdir(), reverse=True), builds=tmp_path / "other")
    assert one.name == other.name
    assert one.name.startswith("2026-03-01-")
    assert tables_of(one) == tables_of(other)
    assert sum(map(len, tables_of(one).values())) > 20


def test_the_same_inputs_again_are_only_shown_again(export: Path, builds: Path) -> None:
    first = build([export], builds=builds)
    made_at = first.manifest["created_at"]
    write_export(export, searches=SEARCHES[:1])
    second = build([export], builds=builds)
    assert second.name != first.name and current(builds).name == second.name
    write_export(export)
    again = build([export], builds=builds)
    assert again.name == first.name == current(builds).name
    assert again.manifest["created_at"] == made_at
    assert len(all_builds(builds)) == 2


def test_every_input_that_decides_a_number_is_in_the_name(export: Path, tmp_path: Path) -> None:
    records, later = tmp_path / "records", tmp_path / "later"
    typed_records.append(records, "meetings", [{"meeting_id": "M1"}])
    typed_records.append(later, "meetings", [{"meeting_id": "M2"}])
    variants: list[dict[str, Any]] = [
        {},
        {"as_of": date(2026, 2, 15)},
        {"settings": Settings(default_time_zone="Asia/Tokyo")},
        {"settings": Settings(owner="agency")},
        {"answers": Answers(date_order={"*": "dmy"})},
        {"records": records},
        {"records": later},
    ]
    names = [build([export], builds=tmp_path / "builds", **v).name for v in variants]
    assert len({name[-12:] for name in names}) == len(variants)


def test_what_decides_no_number_is_not_in_the_name(export: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    answers = Answers(date_order={"*": "dmy"}, agencies={"A1": "A1"})
    answers.write(one, entered_by="Ann", entered_at=datetime(2026, 1, 1, tzinfo=UTC))
    answers.write(two, entered_by="Bob", entered_at=datetime(2026, 2, 2, tzinfo=UTC))
    settings = Settings(memory_limit="300MB", set_aside_days=7)
    made = [
        build([export], builds=tmp_path / "builds", records=one),
        build([export], builds=tmp_path / "builds", records=two, settings=settings),
        build([export], builds=tmp_path / "builds", answers=answers),
    ]
    assert len({made_one.name for made_one in made}) == 1


def test_an_earlier_as_of_is_in_the_name_and_in_the_figures(export: Path, builds: Path) -> None:
    made = build([export], builds=builds, as_of=date(2026, 2, 15))
    assert made.name.startswith("2026-02-15-")
    with closing(opened(made.path / "partnership.duckdb")) as connection:
        row = metric_rows(connection, "time_to_fill").iloc[0]
    assert (row["openings"], row["filled"], row["open"]) == (2, 0, 2)


def test_a_build_that_fails_leaves_everything_as_it_was(export: Path, builds: Path) -> None:
    build([export], builds=builds)
    before = left_in(builds)
    write_table(export / "searches.csv", [{"colour": "red", "title": "x"}])
    with pytest.raises(WrongColumns):
        build([export], builds=builds)
    assert left_in(builds) == before


def test_strict_refuses_rows_that_would_be_set_aside(export: Path, builds: Path) -> None:
    write_export(export, searches=[*SEARCHES, FAULTY_SEARCH])
    with pytest.raises(BuildRefused, match=r"1 row.*searches\.csv, line 4, opened_on"):
        build([export], builds=builds, strict=True)
    assert left_in(builds) == []
    lenient = build([export], builds=builds)
    with pytest.raises(BuildRefused):  # though it is only a matter of showing it again
        build([export], builds=builds, strict=True)
    assert current(builds).name == lenient.name


def test_every_physical_row_is_accounted_for(export: Path, builds: Path) -> None:
    orphan = SUBMISSIONS[0] | {"submission_id": "U9", "search_id": "nowhere"}
    write_export(
        export, searches=[*SEARCHES, FAULTY_SEARCH], submissions=[*SUBMISSIONS, orphan, orphan]
    )
    write_table(export / "weather.csv", [{"day": "2026-01-01", "sky": "blue"}])
    receipt = build([export], builds=builds).receipt
    counted = {file["file"]: file for file in receipt["files"]}
    assert set(counted) == {file.name for file in export.iterdir()}
    for name, file in counted.items():
        physical = len(rows_of(export / name))
        assert file["physical"] == physical
        assert physical == file["accepted"] + file["set_aside"] + file["not_needed"]
    assert counted["searches.csv"]["set_aside"] == 1
    assert counted["submissions.csv"]["set_aside"] == 2
    assert counted["weather.csv"]["not_needed"] == 1
    assert receipt["rows"]["physical"] == 3 + 2 + 4 + 1
    assert receipt["rows"]["accepted"] == 2 + 2 + 2


def test_rows_set_aside_are_kept_for_their_owner_with_formulas_defused(
    export: Path, builds: Path
) -> None:
    write_export(export, searches=[*SEARCHES, FAULTY_SEARCH | {"opened_on": "=1+1"}])
    made = build([export], builds=builds)
    folder = builds.with_name("quarantine") / made.name
    rows = rows_of(folder / "rows.csv")
    assert [(row["file"], row["line"], row["column"], row["value"]) for row in rows] == [
        ("searches.csv", "4", "opened_on", "'=1+1")
    ]
    assert stat.S_IMODE((folder / "rows.csv").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "=1+1" not in json.dumps(made.receipt)
    assert made.receipt["rules"][0]["rule"] == made.receipt["examples"][0]["rule"] == "not_a_day"


def test_names_are_in_one_table_and_nowhere_else(export: Path, builds: Path) -> None:
    made = build([export], builds=builds)
    names = ("Zebra", "zebra", "Yak", "yak")
    texts = {mart: str(rows) for mart, rows in tables_of(made).items()}
    assert [m for m, text in texts.items() if any(n in text for n in names)] == ["person_contact"]
    files = {file.name: file.read_bytes() for file in builds.rglob("*") if file.is_file()}
    told = [f for f, content in files.items() if any(name.encode() in content for name in names)]
    assert told == ["partnership.duckdb"]
    assert left_in(made.path) == ["agencies", "manifest.json", "partnership.duckdb", "receipt.json"]


def test_the_manifest_says_what_the_build_is_made_from(export: Path, builds: Path) -> None:
    manifest = build([export], builds=builds).manifest
    assert [one["name"] for one in manifest["exports"]] == [
        "candidates.csv",
        "searches.csv",
        "submissions.csv",
    ]
    sizes = [(export / one["name"]).stat().st_size for one in manifest["exports"]]
    assert [one["bytes"] for one in manifest["exports"]] == sizes
    assert manifest["counts"]["submission"] == 2
    assert manifest["agencies"] == {agency_file_stem("A1"): "A1"}
    assert set(manifest["versions"]) == {"partnership", "python", "duckdb"}
    assert manifest["is_synthetic"] is False
    (agencys,) = (f"agencies/{stem}.duckdb" for stem in manifest["agencies"])
    assert set(manifest["files"]) == {"partnership.duckdb", "receipt.json", agencys}


def test_the_receipt_says_which_metrics_lack_which_table(export: Path, builds: Path) -> None:
    receipt = build([export], builds=builds).receipt
    assert {"time_to_fill", "redundant_submissions", "funnel"} <= set(receipt["can_answer"])
    assert receipt["cannot_answer"]["meeting_rhythm"] == ["meetings"]
    assert receipt["cannot_answer"]["offer_outcomes"] == ["offers"]
    assert receipt["cannot_answer"]["kickoff_coverage"] == ["briefs", "meetings"]


def test_the_receipt_says_what_changed(export: Path, builds: Path) -> None:
    assert build([export], builds=builds).receipt["changes"] is None
    more = [SUBMISSIONS[0] | {"submission_id": f"X{n}", "agency_id": "A2"} for n in range(5)]
    write_export(export, submissions=[*SUBMISSIONS, *more])
    first = current(builds).name
    changes = build([export], builds=builds).receipt["changes"]
    assert changes["compared_with"] == first
    assert changes["rows"]["submissions"] == {"before": 2, "now": 7}
    assert "searches" not in changes["rows"]
    assert changes["new_agencies"] == ["A2"]


def test_too_little_room_is_refused_before_anything_is_written(
    export: Path, builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "SPACE_PER_BYTE", 10**12)
    with pytest.raises(BuildRefused, match=r"MB are needed.*MB are free"):
        build([export], builds=builds)
    assert left_in(builds) == []


def test_a_folder_that_cannot_be_written_is_said_in_words(export: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BuildRefused) as refused:
        build([export], builds=tmp_path / "file" / "builds")
    assert "What was shown before still is" in refused.value.next_step


def test_a_question_is_passed_on_and_nothing_is_left(export: Path, builds: Path) -> None:
    undecidable = [SEARCHES[0] | {"opened_on": "03/04/2026", "closed_on": ""}]
    write_export(export, searches=undecidable)
    with pytest.raises(NeedsAnswer) as asked:
        build([export], builds=builds)
    assert asked.value.question == "date_order"
    assert left_in(builds) == []
    made = build([export], builds=builds, answers=Answers(date_order={"*": "dmy"}))
    assert tables_of(made)["search"]


def test_answers_given_now_win_over_those_remembered(export: Path, tmp_path: Path) -> None:
    write_export(export, searches=[SEARCHES[0] | {"opened_on": "03/04/2025", "closed_on": ""}])
    records = tmp_path / "records"
    Answers(date_order={"*": "mdy"}).write(records)
    opened_on = {}
    for answers in (None, Answers(date_order={"*": "dmy"})):
        made = build([export], builds=tmp_path / "builds", records=records, answers=answers)
        with closing(opened(made.path / "partnership.duckdb")) as connection:
            row = connection.execute("select opened_on from marts.search").fetchone()
        opened_on[answers is None] = row and row[0]
    assert opened_on == {True: date(2025, 3, 4), False: date(2025, 4, 3)}


def test_progress_only_grows_and_ends_near_the_end(export: Path, builds: Path) -> None:
    told: list[tuple[str, float]] = []
    build([export], builds=builds, progress=lambda step, share: told.append((step, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.1 and 0.9 < shares[-1] <= 1
    assert all(step for step, _ in told)


def test_a_memory_limit_is_kept_to(export: Path, builds: Path) -> None:
    tiny = replace(Settings(), memory_limit="1MB")
    with pytest.raises(BuildRefused, match="more memory is needed"):
        build([export], builds=builds, settings=tiny)
    assert left_in(builds) == [] and pointed_at(builds) is None


def test_the_receipt_never_repeats_a_value(export: Path, builds: Path) -> None:
    """A value that landed in the wrong column may be a name; only the rows set aside hold it."""
    wrong = [
        SUBMISSIONS[0] | {"submission_id": f"W{number}", column: "Zebra, Ann"}
        for number, column in enumerate(["received_at", "channel", "search_id", "candidate_id"])
    ]
    twice = SUBMISSIONS[0] | {"channel": "direct"}
    write_export(export, submissions=[*SUBMISSIONS, *wrong, twice])
    with (export / "candidates.csv").open("a") as lines:
        lines.write("C3,Cid,Zebra,one cell too many\n")
    made = build([export], builds=builds)
    assert made.receipt["rows"]["set_aside"] == 6
    assert "Zebra" not in json.dumps(made.receipt)
    set_aside = (builds.with_name("quarantine") / made.name / "rows.csv").read_text()
    assert set_aside.count("Zebra") >= 5
