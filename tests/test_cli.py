"""The command line: what it prints, where, and with which exit code."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from small_export import SEARCHES, write_export, write_table

from partnership.__main__ import app, main
from partnership.commands.printing import plain_rows
from partnership.queries import query_names

ROOT = Path(__file__).parent.parent
Run = Callable[..., tuple[int, str, str]]

TIME_TO_FILL = (
    "group, openings, filled, open, cancelled, excluded, naive_median_days, median_days, "
    "median_low, median_high, rmst90_days, filled_by_30_rate, filled_by_60_rate, filled_by_90_rate"
).split(", ")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """`run("metric", "funnel")` is the exit code, standard output and standard error of it."""

    def ran(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return ran


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one export, its builds and records."""
    folder = tmp_path_factory.mktemp("made")
    write_export(folder / "export")
    arguments = [folder / "export", "--builds", folder / "builds", "--records", folder / "records"]
    assert main(["build", *map(str, arguments), "--quiet"]) == 0
    return folder


@pytest.fixture
def builds(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made / "builds", tmp_path / "builds")


def test_build_prints_the_receipt_and_exits_0(run: Run, tmp_path: Path) -> None:
    export = write_export(
        tmp_path / "export",
        searches=[*SEARCHES, SEARCHES[0] | {"search_id": "S3", "opened_on": "2026-02-30"}],
    )
    code, out, err = run("build", export, "--builds", tmp_path / "b", "--records", tmp_path / "r")
    assert (code, err) == (0, "")
    for told in (
        "is shown: as of 01 Mar 2026 23:59 UTC (latest event)",
        "searches.csv",
        "opened_on is not a day",
        "searches.csv, line 4, opened_on",
        "meeting_rhythm needs meetings",
        "Can be computed: ",
        "rows.csv",
    ):
        assert told in out
    assert "Zebra" not in out


def test_build_strict_exits_1_and_says_which_row(run: Run, tmp_path: Path) -> None:
    export = write_export(tmp_path, searches=[*SEARCHES, SEARCHES[0]])
    code, out, err = run("build", export, "--strict", "--builds", tmp_path / "b")
    assert (code, out) == (1, "")
    assert "searches.csv, line" in err and "--strict" in err


def test_metric_as_json_is_one_array_of_objects(run: Run, builds: Path) -> None:
    code, out, err = run("metric", "time_to_fill", "--builds", builds, "--format", "json")
    (row,) = json.loads(out)
    assert (code, err) == (0, "")
    assert list(row) == TIME_TO_FILL
    assert row["group"] is None
    assert (row["openings"], row["filled"], row["open"]) == (2, 1, 1)
    assert row["filled_by_60_rate"] == 1.0
    assert row["median_low"] is None


def test_metric_by_a_column_names_each_group(run: Run, builds: Path) -> None:
    code, out, _ = run(
        "metric", "time_to_fill", "--by", "quarter", "--builds", builds, "--format", "json"
    )
    assert code == 0
    assert [row["group"] for row in json.loads(out)] == ["2026Q1"]


def test_the_active_clock_leaves_days_on_hold_out(run: Run, tmp_path: Path) -> None:
    """S1 is filled after a time of which ten days were on hold."""
    holds = [{"search_id": "S1", "held_from": "2026-01-10", "held_until": "2026-01-20"}]
    export = write_export(tmp_path / "export", holds=holds)
    run("build", export, "--builds", tmp_path / "b", "--records", tmp_path / "r", "--quiet")
    asked = ["metric", "time_to_fill", "--builds", tmp_path / "b", "--format", "json", "--clock"]
    (calendar,), (active,) = (json.loads(run(*asked, c)[1]) for c in ("calendar", "active"))
    assert calendar["naive_median_days"] - active["naive_median_days"] == 10


def test_periods_are_half_open(run: Run, builds: Path) -> None:
    asked = ["metric", "time_to_fill", "--builds", builds, "--format", "json"]
    openings = {
        (start, end): sum(
            row["openings"] for row in json.loads(run(*asked, "--from", start, "--to", end)[1])
        )
        for start, end in [
            ("2026-01-05", "2026-02-01"),
            ("2026-01-06", "2026-02-02"),
            ("2026-01-05", "2026-01-05"),
        ]
    }
    assert list(openings.values()) == [1, 1, 0]


def test_a_period_that_ends_before_it_begins_is_wrong_use(run: Run, builds: Path) -> None:
    asked = ["metric", "funnel", "--builds", builds, "--from", "2026-06-01", "--to", "2026-01-01"]
    code, _, said = run(*asked)
    assert code == 2
    assert "--from 2026-06-01 is after --to 2026-01-01" in said


EVERY_TYPE = """
    select
        date '2026-02-01' as opened_on,
        timestamptz '2026-02-01 10:00:00+00' as received_at,
        0.25 as share,
        1.5::double as days,
        null::double as low,
        'nan'::double as nothing,
        null::date as closed_on,
        7::bigint as openings,
        true as is_open,
        ['pay', 'start'] as terms,
        null::varchar as "group"
    union all
    select null, null, null, null, 1, null, null, null, null, null, 'A1'
    order by openings nulls last
"""


def test_every_type_is_plain_in_json() -> None:
    with closing(duckdb.connect()) as connection:
        connection.execute("set TimeZone = 'UTC'")
        first, second = plain_rows(connection.execute(EVERY_TYPE).df())
    assert json.loads(json.dumps(first, allow_nan=False)) == {
        "opened_on": "2026-02-01",
        "received_at": "2026-02-01T10:00:00+00:00",
        "share": 0.25,
        "days": 1.5,
        "low": None,
        "nothing": None,
        "closed_on": None,
        "openings": 7,
        "is_open": True,
        "terms": ["pay", "start"],
        "group": None,
    }
    assert isinstance(first["openings"], int)
    told = {name: value for name, value in second.items() if value is not None}
    assert json.loads(json.dumps(told)) == {"low": 1.0, "group": "A1"}


def test_text_that_a_spreadsheet_would_run_is_defused_in_csv(run: Run, tmp_path: Path) -> None:
    export = write_export(tmp_path, searches=[SEARCHES[0] | {"department": "=1+1"}])
    run("build", export, "--builds", tmp_path / "b", "--records", tmp_path / "r")
    asked = ["metric", "time_to_fill", "--by", "department", "--builds", tmp_path / "b"]
    assert "\n'=1+1," in run(*asked, "--format", "csv")[1]
    assert json.loads(run(*asked, "--format", "json")[1])[0]["group"] == "=1+1"


def test_a_table_is_not_cut_where_no_one_watches(run: Run, builds: Path) -> None:
    code, out, _ = run("metric", "time_to_fill", "--builds", builds)
    assert code == 0
    assert all(name in out for name in TIME_TO_FILL)
    assert "…" not in out


def test_metric_list_names_them_all_with_question_and_unit(run: Run) -> None:
    code, out, _ = run("metric", "--list", "--format", "json")
    listed = json.loads(out)
    assert code == 0
    assert [row["metric"] for row in listed] == query_names("metrics")
    assert all(row["question"].endswith("?") and row["unit"] for row in listed)


def test_check_verifies_the_files_and_the_promises(run: Run, builds: Path) -> None:
    code, out, err = run("check", "--builds", builds)
    assert (code, err) == (0, "")
    assert "3 files are as published" in out


def test_check_of_a_damaged_build_exits_1(run: Run, builds: Path) -> None:
    (database,) = builds.glob("*/partnership.duckdb")
    os.truncate(database, 1000)
    code, _, err = run("check", "--builds", builds)
    assert code == 1
    assert "damaged" in err and "partnership.duckdb" in err


def test_a_damaged_build_is_not_read_silently(run: Run, builds: Path, tmp_path: Path) -> None:
    export = write_export(tmp_path / "export", searches=SEARCHES[:1])
    run("build", export, "--builds", builds, "--records", tmp_path / "r")
    shown = (builds / "CURRENT").read_text().strip()
    os.truncate(builds / shown / "partnership.duckdb", 1000)
    code, out, err = run("metric", "time_to_fill", "--builds", builds, "--format", "json")
    assert (code, json.loads(out)[0]["openings"]) == (0, 2)
    assert shown in err and "shown instead" in err


def test_builds_and_rollback(run: Run, builds: Path, tmp_path: Path) -> None:
    first = (builds / "CURRENT").read_text().strip()
    export = write_export(tmp_path / "export", searches=SEARCHES[:1])
    run("build", export, "--builds", builds, "--records", tmp_path / "r")
    listed = json.loads(run("builds", "--builds", builds, "--format", "json")[1])
    assert [row["shown"] for row in listed] == ["shown", ""]
    assert listed[1]["build"] == first
    assert listed[0]["exports"] == "candidates.csv, searches.csv, submissions.csv"
    assert {row["state"] for row in listed} == {"intact"}
    code, out, _ = run("rollback", "--builds", builds)
    assert (code, out) == (0, f"{first} is shown again.\n")
    code, _, err = run("rollback", "--builds", builds)
    assert code == 1 and listed[0]["build"] in err and "There are no figures yet" not in err
    assert run("rollback", listed[0]["build"], "--builds", builds)[0] == 0


WRONG_USE = {
    "an unknown command": (["buidl"], "build"),
    "an unknown option": (["build", "x", "--strickt"], "--strict"),
    "no path": (["build"], "PATHS"),
    "an unknown metric": (["metric", "time_to_fil"], "time_to_fill"),
    "no metric": (["metric"], "metric --list"),
    "an unknown group": (["metric", "time_to_fill", "--by", "colour"], "quarter"),
    "no such day": (["metric", "time_to_fill", "--from", "2026-02-30"], "--from"),
    "no such format": (["metric", "time_to_fill", "--format", "xml"], "json"),
    "no such reader": (["metric", "time_to_fill", "--reader", "boss"], "agency:ID"),
    "no such as-of": (["build", "x", "--as-of", "yesterday"], "2026-09-30"),
    "no such date order": (["build", "x", "--date-order", "dym"], "dmy"),
    "half a column": (["build", "x", "--column", "Opened"], "table.column=Header"),
    "no table of a column": (["build", "x", "--column", "opened_on=Opened"], "searches.opened_on"),
    "no file of agencies": (["build", "x", "--agencies", "nowhere.csv"], "spelling and agency"),
}


@pytest.mark.parametrize("case", WRONG_USE)
def test_wrong_use_exits_2_and_says_what_would_be_right(run: Run, case: str) -> None:
    arguments, hint = WRONG_USE[case]
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert hint in err
    assert "--help" in err
    assert "Traceback" not in err


def test_what_is_refused_exits_1_with_the_next_step(run: Run, builds: Path, tmp_path: Path) -> None:
    refused = {
        "no build": (["metric", "time_to_fill", "--builds", tmp_path / "none"], "command line"),
        "no path": (["build", tmp_path / "none", "--builds", tmp_path / "b"], "Check the path"),
        "no such build": (["rollback", "x", "--builds", builds], "There are: "),
        "no agency's own file": (
            ["metric", "time_to_fill", "--reader", "agency:A9", "--builds", builds],
            "Did you mean A1",
        ),
        "an unknown agency": (
            ["metric", "time_to_fill", "--agency", "A2", "--builds", builds],
            "Did you mean A1",
        ),
    }
    for case, (arguments, next_step) in refused.items():
        code, out, err = run(*arguments)
        assert (code, out) == (1, ""), case
        assert next_step in err, case


def test_a_question_is_asked_with_its_choices_and_the_flag_and_remembered(
    run: Run, tmp_path: Path
) -> None:
    export = write_export(
        tmp_path / "export", searches=[SEARCHES[0] | {"opened_on": "03/04/2025", "closed_on": ""}]
    )
    asked = ["build", export, "--builds", tmp_path / "b", "--records", tmp_path / "r"]
    code, out, err = run(*asked)
    assert (code, out) == (1, "")
    assert "searches.csv" in err
    flag = "--date-order searches.csv=dmy"
    assert flag in err and "--date-order searches.csv=mdy" in err
    assert run(*asked, *flag.split(), "--quiet")[0] == 0
    assert run(*asked, "--quiet")[0] == 0  # without the flag: it is remembered


TWO_FILES = {
    "jobs.csv": "Job ID;Job Title;Date Opened;Status\nJ1;Engineer;05.01.2026;Open\n",
    "candidates.csv": (
        "Job ID;Candidate Name;Source;Date Received;Current Stage\n"
        "J1;Ann Zebra;Northgate;10.01.2026;Screen\n"
        "J1;Bob Yak;Northgate Ltd;13.01.2026;Screen\n"
        "J1;Cid Gnu;LinkedIn;14.01.2026;Screen\n"
    ),
}


def test_two_plain_files_and_which_sources_are_agencies(run: Run, tmp_path: Path) -> None:
    for name, text in TWO_FILES.items():
        (tmp_path / name.replace("jobs", "searches")).write_text(text, encoding="utf-8")
    files = [tmp_path / "searches.csv", tmp_path / "candidates.csv"]
    where = ["--builds", tmp_path / "b", "--records", tmp_path / "r"]
    code, _, err = run("build", *files, *where)
    assert code == 1
    assert all(source in err for source in ("Northgate", "Northgate Ltd", "LinkedIn"))
    assert "--agency" in err and "--not-agency" in err
    write_table(
        tmp_path / "agencies.csv",
        [
            {"spelling": "Northgate", "agency": "northgate"},
            {"spelling": "Northgate Ltd", "agency": "northgate"},
            {"spelling": "LinkedIn", "agency": ""},
        ],
    )
    answer = ["--agencies", tmp_path / "agencies.csv", "--date-order", "dmy"]
    assert run("build", *files, *where, *answer, "--quiet")[0] == 0
    asked = ["metric", "redundant_submissions", "--by", "agency", "--format", "json"]
    (row,) = json.loads(run(*asked, "--builds", tmp_path / "b")[1])
    assert (row["group"], row["submissions"]) == ("northgate", 2)


def test_sample_writes_an_export_of_any_size(run: Run, tmp_path: Path) -> None:
    code, out, err = run("sample", tmp_path / "sample", "--submissions", 150, "--seed", 7)
    assert code == 0
    assert "build" in err and "sample" in out
    again = run("sample", tmp_path / "again", "--submissions", 150, "--seed", 7)
    assert again[0] == 0
    files = {file.name: file.read_bytes() for file in (tmp_path / "sample").iterdir()}
    assert len(files) >= 20
    assert files == {file.name: file.read_bytes() for file in (tmp_path / "again").iterdir()}


@pytest.mark.parametrize("command", ["", *(name for name in app if not name.startswith("-"))])
def test_every_command_has_help(run: Run, command: str) -> None:
    code, out, _ = run(*command.split(), "--help")
    assert code == 0
    assert "Usage: python -m partnership" in out


def test_the_process_exits_as_the_command_says(made: Path) -> None:
    """Once as a user runs it: errors on standard error, no progress where no one watches."""
    asked = [sys.executable, "-m", "partnership", "metric"]
    right = subprocess.run(
        [*asked, "funnel", "--builds", made / "builds", "--format", "json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (right.returncode, right.stderr) == (0, "")
    assert json.loads(right.stdout)
    wrong = subprocess.run([*asked, "funel"], cwd=ROOT, capture_output=True, text=True)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "funnel" in wrong.stderr


def test_progress_is_shown_on_a_terminal_and_only_there(tmp_path: Path) -> None:
    export = write_export(tmp_path / "export")
    asked = [sys.executable, "-m", "partnership", "build", export, "--quiet"]
    asked += ["--builds", tmp_path / "b", "--records", tmp_path / "r"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(asked, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        name = process.stdout.read() if process.stdout else b""
    os.close(ours)
    assert process.returncode == 0
    assert re.search(rb"\d:\d\d:\d\d", shown), "no time was shown going by"
    assert name.decode().strip() == (tmp_path / "b" / "CURRENT").read_text().strip()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""
