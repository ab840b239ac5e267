"""What was answered once is kept, the last entry winning, and nothing is ever overwritten."""

import csv
from datetime import UTC, datetime
from pathlib import Path

from partnership.answers import Answers

FIRST, SECOND = datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 2, 5, tzinfo=UTC)


def test_answers_are_read_back_as_written(tmp_path: Path) -> None:
    answers = Answers(
        delimiter={"a.csv": "semicolon"},
        decimal={"*": ","},
        date_order={"a.csv": "dmy", "*": "ymd"},
        encoding={"old, odd.csv": "cp1252"},
        agencies={"ACME GmbH": "a-1", "Acme": "a-1", "Career page": None, "  ": None},
        columns={("searches", "Opened. On"): "opened_on"},
    )
    answers.write(tmp_path / "records", "Prüfer", FIRST)
    assert Answers.read(tmp_path / "records") == answers


def test_no_records_are_no_answers(tmp_path: Path) -> None:
    assert Answers.read(tmp_path) == Answers()
    Answers().write(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_later_answer_wins_and_the_earlier_one_stays_on_file(tmp_path: Path) -> None:
    Answers(decimal={"*": "."}, agencies={"Acme": None}).write(tmp_path, "anna", FIRST)
    Answers(decimal={"*": ","}, agencies={"Acme": "a-1"}).write(tmp_path, "bert", SECOND)
    assert Answers.read(tmp_path) == Answers(decimal={"*": ","}, agencies={"Acme": "a-1"})
    with (tmp_path / "answers.csv").open(newline="") as file:
        assert list(csv.reader(file)) == [
            ["question", "about", "answer", "entered_by", "entered_at"],
            ["decimal", "*", ".", "anna", "2026-01-05T00:00:00+00:00"],
            ["decimal", "*", ",", "bert", "2026-02-05T00:00:00+00:00"],
        ]
    with (tmp_path / "agency_names.csv").open(newline="") as file:
        assert [row[:3] for row in csv.reader(file)] == [
            ["spelling", "agency_id", "is_agency"],
            ["Acme", "", "false"],
            ["Acme", "a-1", "true"],
        ]


def test_what_is_on_file_already_is_not_written_again(tmp_path: Path) -> None:
    answers = Answers(encoding={"a.csv": "cp1252"}, agencies={"Acme": "a-1"})
    answers.write(tmp_path, entered_at=FIRST)
    before = [(tmp_path / name).read_bytes() for name in ("answers.csv", "agency_names.csv")]
    answers.write(tmp_path, entered_at=SECOND)
    after = [(tmp_path / name).read_bytes() for name in ("answers.csv", "agency_names.csv")]
    assert before == after


def test_an_answer_about_one_file_goes_before_that_about_all() -> None:
    answers = Answers(date_order={"a.csv": "mdy", "*": "dmy"})
    assert answers.of("date_order", "a.csv") == "mdy"
    assert answers.of("date_order", "b.csv") == "dmy"
    assert answers.of("decimal", "b.csv") is None


def test_merging_keeps_both_and_the_later_wins() -> None:
    merged = Answers(decimal={"a": ",", "b": ","}).merged_with(Answers(decimal={"b": "."}))
    assert merged == Answers(decimal={"a": ",", "b": "."})


def test_a_blank_answer_takes_one_back(tmp_path: Path) -> None:
    given = Answers(
        date_order={"a.csv": "dmy", "*": "mdy"}, columns={("candidates", "Quelle"): "source"}
    )
    given.write(tmp_path)
    Answers(date_order={"a.csv": ""}, columns={("candidates", "Quelle"): ""}).write(tmp_path)
    assert Answers.read(tmp_path) == Answers(date_order={"*": "mdy"})
    given.write(tmp_path)
    assert Answers.read(tmp_path) == given
