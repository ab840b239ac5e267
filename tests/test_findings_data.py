"""What the Data screen says of an import, and how it proposes answers."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from partnership.findings import data as findings
from partnership.labels import data as words

RECEIPT: dict[str, Any] = {
    "name": "2025-12-28-0123456789ab",
    "as_of": "2025-12-29T04:59:59+00:00",  # the end of 28 December in New York
    "as_of_source": "latest event",
    "files": [
        {"file": "candidates.csv", "physical": 1200, "accepted": 1190, "set_aside": 10}
        | {"not_needed": 0}
    ],
    "rows": {"physical": 1200, "accepted": 1190, "set_aside": 10},
    "rules": [{"table": "submissions", "rule": "not_a_day", "rows": 10, "reason": "long_text"}],
    "examples": [
        {"file": "candidates.csv", "line": 2, "column": "received_at", "rule": "wrong_width"}
        | {"reason": "9 fields where the header has 8"},
        {"file": "candidates.csv", "line": 3, "column": None, "rule": "not_a_day", "reason": "x"},
    ],
    "flags": [{"table": "stage_events", "rule": "r", "rows": 2, "reason": "before opened_on"}],
    "cannot_answer": {"meeting_rhythm": ["meetings"]},
    "changes": None,
    "notes": [
        {"file": "a.csv", "column": "opened_on", "rule": "date_order", "reason": "day first"}
        | {"times": 1},
        {"file": "a.csv", "column": "closed_on", "rule": "date_order", "reason": "day first"}
        | {"times": 1},
        {"file": None, "column": None, "rule": "as_of", "reason": "the latest", "times": 1},
        {"file": "a.csv", "column": "channel", "rule": "source_unassigned", "reason": "nobody"}
        | {"times": 5},
    ],
    "unassigned_sources": [{"source": "Web", "rows": 5}],
    "passed_over": [],
}


def receipt(**other: Any) -> dict[str, Any]:
    return RECEIPT | other


def rows(title: str, **other: Any) -> list[list[Any]]:
    """The rows of one table of the report."""
    listed: list[list[Any]] = findings.report_tables(receipt(**other))[title].values.tolist()
    return listed


def test_the_day_is_that_of_the_figures_and_not_of_greenwich() -> None:
    assert findings.as_of(RECEIPT) == date(2025, 12, 28)
    assert findings.finding(RECEIPT) == (
        "These figures are as of 28 Dec 2025, the latest day in your files, made from 1 file "
        "with 1,200 rows. 10 of them could not be used and were set aside; each is listed below."
    )
    told = findings.finding(
        receipt(as_of_source="export", rows={"physical": 1, "accepted": 1, "set_aside": 0})
    )
    assert "28 Dec 2025, made from" in told and told.endswith("Every row was read.")


def test_reasons_and_columns_are_words() -> None:
    assert rows(words.SET_ASIDE) == [["submissions", 10, "not a day"]]
    assert rows(words.EXAMPLES) == [
        ["candidates.csv", 2, "received at", "9 fields where the header has 8"],
        ["candidates.csv", 3, "", "not a day"],
    ]
    assert rows(words.FLAGGED) == [["stage changes", 2, "before opened on"]]
    assert rows(words.LACKING) == [["In touch as agreed", "meetings"]]


def test_what_is_said_of_several_columns_is_said_once() -> None:
    assert rows(words.NOTES) == [
        ["a.csv", "opened on, closed on", "day first", 2],
        ["all files", "", "the latest", 1],
    ]


def test_tables_without_rows_are_left_out() -> None:
    assert words.PASSED_OVER not in findings.report_tables(RECEIPT)
    passed = [{"file": "notes.docx", "reason": "not one of CSV"}]
    assert rows(words.PASSED_OVER, passed_over=passed) == [["notes.docx", "not one of CSV"]]


def test_what_became_of_typed_rows_is_a_table_of_its_own() -> None:
    line = {"file": "records/meetings.csv", "table": "meetings", "physical": 9, "counted": 4}
    line |= {"later": 1, "entered_again": 2, "taken_back": 1, "set_aside": 1}
    assert rows(words.TYPED, records=[line]) == [["meetings", 9, 4, 1, 2, 1, 1]]
    overruled = [{"file": "meetings.csv", "table": "meetings", "rows": 3}]
    assert rows(words.OVERRULED, overruled=overruled) == [["meetings.csv", "meetings", 3]]


def test_an_update_says_what_is_unlike_the_last_one() -> None:
    changes: dict[str, Any] = {
        "rows": {"submissions": {"before": 200, "now": 88}},
        "new_agencies": ["Acme", "Zed"],
    }
    assert findings.updated(RECEIPT, has_earlier=True) == (
        "The figures are up to date: as of 28 Dec 2025, 1,190 rows used."
    )
    told = findings.updated(receipt(changes=changes), taken_out="meetings.csv", has_earlier=True)
    assert told.startswith("meetings.csv was taken out. The figures are up to date")
    assert "submissions 200 → 88; new agencies: Acme, Zed" in told
    assert "show the earlier figures again, below" in told
    none = findings.updated(receipt(changes=changes), has_earlier=False)
    assert "submissions 200 → 88" in none and "below" not in none
    assert "removed" in findings.earlier(1, receipt(removed={"removed": 1}))
    assert findings.earlier(2, receipt(removed={"removed": 1})) == words.EARLIER_NOTE
    report = findings.report_tables(receipt(changes=changes))
    assert report[words.CHANGED].values.tolist() == [["submissions", 200, 88]]
    assert report[words.NEW_AGENCIES].values.tolist() == [["Acme"], ["Zed"]]


def test_sources_without_an_answer_are_named_with_their_rows() -> None:
    assert findings.unassigned_sentence(receipt(unassigned_sources=[])) == ""
    assert "whether Web (5 rows) is an agency" in findings.unassigned_sentence(RECEIPT)
    two = [{"source": "Web", "rows": 5}, {"source": "Zed", "rows": 1}]
    told = findings.unassigned_sentence(receipt(unassigned_sources=two))
    assert "which of these are agencies: Web (5 rows), Zed (1 row)" in told


def test_spellings_of_one_agency_are_proposed_under_its_fullest_name() -> None:
    sources = ["ACME", "Acme GmbH", "acme, inc.", "Best People", "Übersee & Co. KG", "UBERSEE"]
    assert findings.suggested_names(sources, {}) == {
        "ACME": "acme, inc.",
        "Acme GmbH": "acme, inc.",
        "acme, inc.": "acme, inc.",
        "Best People": "Best People",
        "Übersee & Co. KG": "Übersee & Co. KG",
        "UBERSEE": "UBERSEE",
    }


def test_a_known_agency_is_proposed_for_a_new_spelling_of_it() -> None:
    known = {"ACME": "Acme", "Web": None, "Zed": "Best People"}
    suggested = findings.suggested_names(["Acme Ltd", "Web", "Zed", "..."], known)
    assert suggested == {"Acme Ltd": "Acme", "Web": "Web", "Zed": "Best People", "...": "..."}


@pytest.mark.parametrize(
    ("file", "table"),
    [
        ("Jobs October.csv", "searches"),
        ("Applications 2026.xlsx", "candidates"),
        ("job_applications.csv", ""),
        ("Bewerber.csv", ""),
    ],
)
def test_what_a_file_may_hold_is_proposed_only_where_its_name_says_one_thing(
    file: str, table: str
) -> None:
    assert findings.proposed_table(file) == table


@pytest.mark.parametrize(
    ("question", "about", "answer", "said"),
    [
        ("date_order", "a.csv", "dmy", "How are the dates in a.csv written? · the day comes first"),
        ("encoding", "a.csv", "cp1252", "How was a.csv saved? · cp1252"),
        ("delimiter", "all files", ",", "What stands between two fields in all files? · ,"),
        ("column", "jobs.No", "title", "Which column of jobs holds “title”? · No"),
        ("table", "jobs", "searches", "What do files named jobs hold? · searches"),
    ],
)  # fmt: skip
def test_an_earlier_answer_reads_as_question_and_answer(
    question: str, about: str, answer: str, said: str
) -> None:
    assert findings.answered(question, about, answer) == said


def test_choices_are_words_where_their_meaning_says_it_all() -> None:
    assert findings.choice("date_order", "dmy", "the day comes first") == "the day comes first"
    assert findings.choice("delimiter", "comma", "5 columns") == "comma: 5 columns"
    assert findings.choice("column", "job_no", "'J1', 'J2'") == "job no: 'J1', 'J2'"


def test_steps_are_the_file_and_then_words() -> None:
    assert findings.step_in_words("Reading a.csv", 0.1) == "Reading a.csv"
    assert findings.step_in_words("Writing stage_event", 0.9) == "Saving the figures"
    assert findings.step_in_words("Publishing", 1.0) == "Saving the figures"


def test_kept_files_are_shown_with_size_and_day(tmp_path: Path) -> None:
    file = tmp_path / "searches.csv"
    file.write_bytes(b"x" * 12_345)
    os.utime(file, (1_790_000_000, 1_790_000_000))
    assert findings.kept_file(file) == "searches.csv · 12 kB · added 21 Sep 2026"
    assert [findings.size(count) for count in (3, 1_234_567)] == ["1 kB", "1.2 MB"]


def test_figures_from_elsewhere_say_what_an_update_here_would_use(tmp_path: Path) -> None:
    made_from = [{"name": "searches.csv"}, {"name": "meetings.csv"}]
    assert "searches.csv, meetings.csv" in findings.made_from_others(made_from, [])
    assert "add all of them" in findings.made_from_others(made_from, [])
    kept = findings.made_from_others(made_from, [tmp_path / "candidates.csv"])
    assert "from: candidates.csv" in kept and "meetings" not in kept
