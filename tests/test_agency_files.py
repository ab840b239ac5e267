"""An agency's own file: HR's figures of that agency, less what it can't know, and nobody else."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
import sqlglot
from how_many import IS_FULL, seeds
from screen_builds import made_once
from sqlglot import exp

from partnership import queries
from partnership.__main__ import main
from partnership.errors import MetricRefused
from partnership.filters import Filters
from partnership.published import Build, current
from partnership.queries import metric_rows, opened, query, query_names
from partnership.readers import HR_FILE, Reader, agency_file_stem
from partnership.statistics.forecast import CHANCES

# Those with the most submissions first, so that a short run sees the busiest.
AGENCIES = [f"A-{number:02}" for number in (1, 2, 9, 7, 3, 4, 5, 6, 8, 10, 11, 12)]
ASKED = [
    (folder, name)
    for folder in ("metrics", "rows")
    for name in query_names(folder)
    if query(folder, name).header["readers"] != "hr"
]
HRS_ALONE = [
    (folder, name)
    for folder in ("metrics", "rows", "screens")
    for name in query_names(folder)
    if query(folder, name).header["readers"] == "hr"
]

# What an agency's file can't know: column → what stands there instead (any of these values).
NOBODY = {"hr_partner": (None,), "business_leader": (None,)}
UNKNOWN: dict[str, dict[str, tuple[Any, ...]]] = {
    # Who else filled a seat, and by which way they came.
    "opening": {
        "filled_by_channel": ("otherwise",),
        "filled_by_agency_name": (None,),
        "filled_by_submission_id": (None,),
    },
    # Whose submission came first; the days since then are whole weeks. A person is numbered anew.
    "submission": {
        "earlier_submission_id": (None,),
        "owner_agency_name": (None,),
        "owned_until": (None,),
    },
    "partner_submission": {},
    # How many other agencies have the search, and who stands for the client.
    "open_opening": NOBODY | {"agencies": (None,)},
    "late_reply": NOBODY,
    "waiting_on_agency": NOBODY,
    "waiting_on_client": NOBODY,
    # Chances from which another agency's openings could be told.
    "fill_forecast": dict.fromkeys(CHANCES, (None,)),
    # Whether managers rate anybody: with no rating of its own, an agency's file can't tell.
    "manager_rating": dict.fromkeys(
        (
            *("rated", "response_rate", "favourable", "favourable_at_least", "favourable_at_most"),
            *(f"rated_{points}" for points in range(1, 6)),
        ),
        (None,),
    ),
    # Three definitions count every hire and every offer of a search, whoever sent the candidate.
    "vendor_definitions": dict.fromkeys(
        (
            *("cases", "left_out", "left_out_open", "days"),
            *("difference_days", "filled_only_days", "mean_days", "rule_days"),
        ),
        (None,),
    ),
}
OF_EVERYONE = {"jobscore_start", "lever_hire", "greenhouse"}


@cache
def opened_file(file: Path) -> duckdb.DuckDBPyConnection:
    return opened(file)


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return current(made_once("sample", tmp_path_factory.getbasetemp()))


@pytest.fixture(scope="session")
def hr(build: Build) -> duckdb.DuckDBPyConnection:
    return opened_file(build.path / HR_FILE)


def own_file(build: Build, agency: str) -> duckdb.DuckDBPyConnection:
    return opened_file(Reader(agency).file_in(build.path))


def columns_of(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    select = (
        "select table_name, column_name, data_type from duckdb_columns() "
        "where schema_name = 'marts' order by table_name, column_index"
    )
    for table, column, kind in connection.cursor().execute(select).fetchall():
        found.setdefault(table, []).append((column, kind))
    return found


# --- which tables, which columns ------------------------------------------------------------


def test_of_every_mart_it_is_decided_what_an_agency_may_see() -> None:
    assert query_names("agency_files") == query_names("marts")


@pytest.mark.parametrize("name", query_names("agency_files"))
def test_the_header_is_complete_and_names_what_is_read(name: str) -> None:
    asked = query("agency_files", name)
    assert {"keeps", "reads"} <= asked.header.keys() <= {"keeps", "reads", "with", "note"}
    (statement,) = sqlglot.parse(asked.sql, dialect="duckdb")
    assert isinstance(statement, exp.Select)
    tables = {f"{t.db}.{t.name}" for t in statement.find_all(exp.Table) if t.db}
    assert {part.strip() for part in asked.header["reads"].split(",")} == tables
    assert all(table.startswith("marts.") for table in tables)
    # Every column is named: one that a mart gets later has to be decided upon.
    assert not statement.is_star


@pytest.mark.parametrize("agency", [AGENCIES[at] for at in seeds(2, 12)])
def test_it_has_the_tables_and_columns_of_hrs_file(
    build: Build, hr: duckdb.DuckDBPyConnection, agency: str
) -> None:
    assert columns_of(own_file(build, agency)) == columns_of(hr)


def test_every_agency_has_a_file_and_nobody_else(
    build: Build, hr: duckdb.DuckDBPyConnection
) -> None:
    ids = [row[0] for row in hr.cursor().execute("select agency_id from marts.agency").fetchall()]
    assert build.manifest["agencies"] == {agency_file_stem(one): one for one in ids}
    files = {f"agencies/{stem}.duckdb" for stem in build.manifest["agencies"]}
    assert files == set(build.manifest["files"]) - {HR_FILE, "receipt.json"}
    assert len(files) == 12


@pytest.mark.parametrize("agency", [AGENCIES[at] for at in seeds(2, 12)])
def test_no_column_names_another_agency_or_a_person(
    build: Build, hr: duckdb.DuckDBPyConnection, agency: str
) -> None:
    own = own_file(build, agency).cursor()
    for table, columns in columns_of(hr).items():
        for column, _ in columns:
            if column.endswith("agency_id"):
                found = own.execute(f'select distinct "{column}" from marts."{table}"').fetchall()
                assert {row[0] for row in found} <= {agency, None}, (table, column)
            if column in ("hr_partner", "business_leader", "agreed_by"):
                found = own.execute(f'select count("{column}") from marts."{table}"').fetchall()
                assert found == [(0,)], (table, column)
    for table in ("person_contact", "person_link"):
        assert own.execute(f"select count(*) from marts.{table}").fetchall() == [(0,)]
    assert own.execute("select agency_id from marts.reader").fetchall() == [(agency,)]
    assert hr.cursor().execute("select agency_id from marts.reader").fetchall() == [(None,)]


# --- the same figures as HR's ---------------------------------------------------------------


def told(rows: pd.DataFrame, column: str) -> list[Any]:
    """The column's values, those that aren't there as None."""
    return list(rows[column].astype(object).where(rows[column].notna(), None))


def alike(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, int | float):
        return one == pytest.approx(other, rel=1e-9, abs=1e-12)
    return bool(one == other) if not hasattr(one, "__len__") else str(one) == str(other)


def differing(whole: pd.DataFrame, own: pd.DataFrame) -> Iterator[tuple[str, int, Any, Any]]:
    """Column, row, HR's value and the agency's, wherever they differ."""
    assert list(own.columns) == list(whole.columns)
    assert len(own) == len(whole)
    for column in whole:
        for at, pair in enumerate(zip(told(whole, column), told(own, column), strict=True)):
            if not alike(*pair):
                yield column, at, *pair


@pytest.fixture
def unfinished(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows of the selects themselves: whatever finishes them sees nothing else, and takes
    most of the time."""
    monkeypatch.setattr(queries, "finished", lambda asked, rows: rows)


@pytest.mark.usefixtures("unfinished")
@pytest.mark.parametrize("agency", [AGENCIES[at] for at in seeds(1, 12)])
def test_figures_and_rows_are_those_of_hr(
    build: Build, hr: duckdb.DuckDBPyConnection, agency: str
) -> None:
    own = own_file(build, agency)
    learnt_less = set()
    for folder, name in ASKED:
        for by in (None, *query(folder, name).by[: None if IS_FULL else 1]):
            if by == "step":
                continue
            more = {"by": by, "folder": folder}
            whole = metric_rows(hr, name, Filters(agencies=(agency,)), **more)
            rows = metric_rows(own, name, Filters(), **more)
            for column, at, hrs, agencys in differing(whole, rows):
                learnt_less.add(name)
                if column == "person_id":
                    assert agencys.startswith("P")
                elif column == "days_after_earlier":
                    assert agencys % 7 == 0 and 1 <= agencys - hrs <= 7
                else:
                    assert agencys in UNKNOWN[name][column], (name, column, hrs, agencys)
                if name == "vendor_definitions":
                    assert whole["definition"][at] in OF_EVERYONE
    # What is listed as unknown is unknown, and nothing is listed that isn't.
    assert learnt_less <= set(UNKNOWN)
    if agency == AGENCIES[0]:
        assert {"opening", "submission", "partner_submission", "vendor_definitions"} <= learnt_less


@pytest.mark.usefixtures("unfinished")
def test_a_filter_for_the_agency_changes_nothing_in_its_file(build: Build) -> None:
    own = own_file(build, AGENCIES[0])
    for folder, name in ASKED[:: 1 if IS_FULL else 4]:
        free = metric_rows(own, name, Filters(), folder=folder)
        chosen = metric_rows(own, name, Filters(agencies=(AGENCIES[0],)), folder=folder)
        assert list(differing(free, chosen)) == [], name
        other = metric_rows(own, name, Filters(agencies=(AGENCIES[1],)), folder=folder)
        assert other.empty or not other.iloc[:, 1:].notna().any(axis=None), name


def test_an_opening_has_one_chance_whoever_is_told_it(
    build: Build, hr: duckdb.DuckDBPyConnection
) -> None:
    known = told = 0
    told_to = dict(
        hr.cursor().execute("select opening_id, told_to from marts.opening_chance").fetchall()
    )
    for agency in AGENCIES:
        own = metric_rows(own_file(build, agency), "fill_forecast").set_index("opening_id")
        whole = metric_rows(hr, "fill_forecast", Filters(agencies=(agency,)))
        may = [agency in (told_to[name] or ()) for name in whole["opening_id"]]
        hidden = whole[CHANCES].where(pd.Series(may), axis=0)
        assert own.equals(whole.assign(**hidden).set_index("opening_id"))
        known += int(whole["filled_in_30_rate"].notna().sum())
        told += int(own["filled_in_30_rate"].notna().sum())
    # Where twelve agencies share the searches, hardly a chance tells of one of them.
    assert 0.9 * known < told < known


def test_which_step_a_day_waited_at_is_told_of_the_agencys_own_steps_alone(
    build: Build, hr: duckdb.DuckDBPyConnection
) -> None:
    agency = AGENCIES[0]
    asked: dict[str, Any] = {"by": "step"}
    own = metric_rows(own_file(build, agency), "days_to_give_back", Filters(), **asked)
    whole = metric_rows(hr, "days_to_give_back", Filters(agencies=(agency,)), **asked)
    assert set(own["group"]) <= {"in_process", "candidate", "briefing", "reopening"}
    assert {"profile", "invitation"} <= set(whole["group"])
    assert own["days"].sum() == whole["days"].sum()
    assert own["beyond_days"].sum() == whole["beyond_days"].sum()


def test_every_select_of_a_screen_runs_on_it(build: Build) -> None:
    own = own_file(build, AGENCIES[0])
    for name in query_names("screens"):
        if ("screens", name) not in HRS_ALONE:
            metric_rows(own, name, Filters(), folder="screens")
    choices = metric_rows(own, "filter_choices", Filters(), folder="screens")
    assert list(choices.loc[choices["kind"] == "agency", "value"]) == [AGENCIES[0]]


@pytest.mark.parametrize(("folder", "name"), HRS_ALONE)
def test_what_is_for_hr_alone_is_refused(build: Build, folder: str, name: str) -> None:
    with pytest.raises(MetricRefused, match="for HR alone"):
        metric_rows(own_file(build, AGENCIES[0]), name, folder=folder)


def test_on_the_command_line(build: Build, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--builds", str(build.path.parent), "--reader", f"agency:{AGENCIES[0]}"]
    assert main(["metric", "funnel", "--by", "agency", "--format", "csv", *where]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0] for line in lines] == ["group", AGENCIES[0]]
    assert main(["metric", "claims", *where]) == 1
    refused = capsys.readouterr().err
    assert "for HR alone" in refused
    assert f"`metric --list --reader agency:{AGENCIES[0]}`" in refused
    assert main(["metric", "--list", "--format", "csv", *where]) == 0
    listed = {line.split(",")[0] for line in capsys.readouterr().out.splitlines()}
    assert "funnel" in listed and not {"claims", "ownership", "unique_reach"} & listed
    assert main(["metric", "funnel", *where[:-1], "agency:nobody"]) == 1
    refused = capsys.readouterr().err
    assert "know no agency 'nobody'" in refused
    assert all(agency in refused for agency in AGENCIES)
