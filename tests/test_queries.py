"""Every file of queries/: what its header promises, which layer it reads, and that it runs."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd
import pytest
import sqlglot
from screen_builds import made_once
from sqlglot import exp

from partnership.errors import MetricRefused, UnknownMetric
from partnership.filters import Filters
from partnership.published import current
from partnership.queries import Query, metric_rows, opened, parsed, query, query_names
from partnership.readers import HR

ASKED = ("metrics", "rows", "screens")
REQUIRED = {
    "metrics": "question grain reads by unit attribution direction owner smallest_n readers source",
    "rows": "question grain reads attribution readers",
    "screens": "question grain reads readers",
    "shared": "grain reads",
    "steps": "grain key reads",
    "marts": "grain key reads order",
}
OPTIONAL = {
    "metrics": "with note then refuses needs",
    "rows": "with note",
    "screens": "with note by",
}
# What a layer may read. Nothing reads metrics: a figure that needs another shares its chain.
LAYERS = {
    "metrics": {"marts"},
    "rows": {"marts"},
    "screens": {"marts"},
    "shared": {"marts"},
    "marts": {"staging", "steps", "marts"},
    "steps": {"staging", "steps", "marts"},
}
MAY_BE_BLANK = {"by", "key", "reads"}
FILES = [(folder, name) for folder in REQUIRED for name in query_names(folder)]
ASKED_FILES = [(folder, name) for folder in ASKED for name in query_names(folder)]
every_file = pytest.mark.parametrize(("folder", "name"), FILES)
every_asked_file = pytest.mark.parametrize(("folder", "name"), ASKED_FILES)

# The columns that the command line promises, in their order.
CONTRACT = {
    "time_to_fill": "group openings filled open cancelled excluded naive_median_days median_days"
    " median_low median_high rmst90_days filled_by_30_rate filled_by_60_rate filled_by_90_rate",
    "time_to_fill_curve": "group day at_risk still_open low high filled_by_agency filled_otherwise"
    " cancelled",
    "meeting_rhythm": "group window_days covered_days rhythm_coverage meetings_held"
    " longest_gap_days overdue_days",
    "kickoff_coverage": "group due kickoffs kickoff_rate tri_party tri_party_rate tri_party_low"
    " tri_party_high",
    "redundant_submissions": "group submissions redundant redundancy_rate redundancy_low"
    " redundancy_high resubmitted known_here collision post_reject known_elsewhere unreviewed",
    "offer_outcomes": "group extended accepted declined expired rescinded pending acceptance_rate"
    " acceptance_low acceptance_high started reneged net_acceptance_rate",
    "decline_reasons": "group reason offers share",
    "feedback_latency": "group submissions answered waiting median_days evaluable on_time"
    " on_time_rate",
    "funnel": "group received redundant submissions interviewed offered accepted started",
    "retention": "group starters left retained_90_rate retained_365_rate",
}
CONTRACT_BY = {
    "time_to_fill": "agency client department location role_family level quarter",
    "time_to_fill_curve": "agency client department location role_family level quarter",
    "meeting_rhythm": "agency client",
    "kickoff_coverage": "agency client department quarter",
    "redundant_submissions": "agency client department role_family quarter",
    "offer_outcomes": "agency client department quarter negotiation_led_by",
    "decline_reasons": "agency client department quarter negotiation_led_by",
    "feedback_latency": "agency client department quarter",
    "funnel": "agency channel client department quarter",
    "retention": "agency channel client department quarter",
}
# What answers for one agency alone, asked for one of the sample's.
OF_ONE_AGENCY = {"peer_band": Filters(agencies=("A-01",))}
# A scorecard has a row for each of its lines, however few the cases.
MOST_ROWS = {"scorecard_lines": 19, "line_case": 19}
EVERY_FILTER = Filters(
    period_start=date(2023, 1, 1),
    period_end=date(2025, 1, 1),
    clients=("c1",),
    agencies=("north", "south"),
    departments=("Sales",),
    locations=("Oslo",),
    role_families=("Sales",),
)


Marts = Callable[[str], duckdb.DuckDBPyConnection]


@pytest.fixture(scope="session")
def marts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marts]:
    """The published file of the build that is `empty`, of `one row` or of the `sample`."""

    @cache
    def file_of(kind: str) -> duckdb.DuckDBPyConnection:
        builds = made_once(kind, tmp_path_factory.getbasetemp())
        return opened(HR.file_in(current(builds).path))

    yield file_of


@cache
def tables_named(sql: str) -> set[str]:
    found = sqlglot.parse_one(sql, dialect="duckdb").find_all(exp.Table)
    return {f"{table.db}.{table.name}" for table in found if table.db}


def listed(text: str) -> set[str]:
    return {part.strip() for part in text.split(",") if part.strip()}


def test_the_files_are_found() -> None:
    assert len(query_names("metrics")) >= 20
    assert len(query_names("rows")) >= 7


@every_file
def test_the_header_is_complete(folder: str, name: str) -> None:
    header = query(folder, name).header
    required = set(REQUIRED[folder].split())
    assert required <= header.keys()
    assert {key for key in required - MAY_BE_BLANK if not header[key]} == set()
    if folder in OPTIONAL:
        assert header.keys() <= required | set(OPTIONAL[folder].split())


@every_file
def test_reads_names_the_tables_that_are_read(folder: str, name: str) -> None:
    asked = query(folder, name)
    assert listed(asked.header["reads"]) == tables_named(asked.sql)


@every_file
def test_a_layer_reads_only_what_lies_under_it(folder: str, name: str) -> None:
    schemas = {table.partition(".")[0] for table in tables_named(query(folder, name).sql)}
    assert schemas <= LAYERS[folder]


@every_file
def test_it_is_one_select(folder: str, name: str) -> None:
    statements = sqlglot.parse(query(folder, name).sql, dialect="duckdb")
    assert [type(statement) for statement in statements if statement] in ([exp.Select], [exp.Union])


@pytest.mark.parametrize("name", CONTRACT)
def test_columns_and_groups_are_those_of_the_contract(name: str, marts: Marts) -> None:
    promised = CONTRACT[name].split()
    # Others may stand behind them.
    assert list(metric_rows(marts("empty"), name).columns)[: len(promised)] == promised
    assert query("metrics", name).by == tuple(CONTRACT_BY[name].split())


@every_asked_file
def test_it_runs_on_an_empty_build(folder: str, name: str, marts: Marts) -> None:
    for rows in every_way(marts("empty"), folder, name):
        assert rows.empty or folder == "screens"


@every_asked_file
def test_it_runs_on_a_build_of_one_row(folder: str, name: str, marts: Marts) -> None:
    for rows in every_way(marts("one row"), folder, name):
        # At most one of each measure: nothing multiplies a single case.
        assert len(rows) <= MOST_ROWS.get(name, 6) or folder == "screens"


@every_asked_file
def test_the_grain_is_unique(folder: str, name: str, marts: Marts) -> None:
    grain = [column.strip() for column in query(folder, name).header["grain"].split(",")]
    asked = (OF_ONE_AGENCY.get(name, Filters()),)
    for rows in every_way(marts("sample"), folder, name, filters=asked):
        if grain == ["one row"]:
            assert len(rows) == 1
        else:
            assert len(rows) > 0
            assert not rows.duplicated(grain).any()


@pytest.mark.parametrize("by", ["department", "client", "quarter", "level", "negotiation_led_by"])
@pytest.mark.parametrize("name", CONTRACT)
def test_the_groups_add_up_to_the_whole(name: str, by: str, marts: Marts) -> None:
    if by not in CONTRACT_BY[name].split() or name.endswith("_curve"):
        return
    whole, parts = (metric_rows(marts("sample"), name, by=asked) for asked in (None, by))
    for column in ADDITIVE & set(whole.columns):
        assert whole[column].sum() == parts[column].sum(), column


def test_nothing_that_matches_gives_no_row(marts: Marts) -> None:
    for narrowed in (Filters(departments=("nowhere",)), Filters(agencies=())):
        assert metric_rows(marts("sample"), "offer_outcomes", narrowed).empty


def test_a_limit_cuts_the_rows_behind_a_figure(marts: Marts) -> None:
    assert len(metric_rows(marts("sample"), "submission", folder="rows", row_limit=7)) == 7


def test_the_cases_of_a_number_are_as_many_as_it_counts(marts: Marts) -> None:
    """Of each line of the scorecard, and of the profiles that nobody answered."""
    sample, year = marts("sample"), Filters(period_start=date(2025, 10, 1))
    lines = metric_rows(sample, "scorecard_lines", year).set_index("line")
    cases = metric_rows(sample, "line_case", year, folder="rows", line=None).groupby("line")
    found = cases["is_counted"].agg(["sum", "size"])
    assert len(found) >= 12
    assert found["size"].to_dict() == lines.loc[found.index, "n"].to_dict()
    assert found["sum"].to_dict() == lines.loc[found.index, "k"].to_dict()
    silent = metric_rows(sample, "silent_submission", year, folder="rows")
    assert [len(silent)] == list(metric_rows(sample, "silent_submissions", year)["silent"])


def test_an_unknown_group_is_refused_with_the_choices(marts: Marts) -> None:
    with pytest.raises(MetricRefused, match="agency, client"):
        metric_rows(marts("empty"), "meeting_rhythm", by="level")


def test_an_unknown_metric_names_the_closest() -> None:
    with pytest.raises(UnknownMetric, match="offer_outcomes"):
        query("metrics", "offer_outcome")


def test_a_header_line_without_a_name_continues_the_one_above() -> None:
    found = parsed("x", "-- note: one\n-- two\n-- by: a, b\n\nselect 1\n")
    assert found == Query("x", {"note": "one two", "by": "a, b"}, "select 1")


ADDITIVE = {"openings", "filled", "open", "cancelled", "excluded", "due", "kickoffs", "tri_party"}
ADDITIVE |= {"submissions", "redundant", "collision", "answered", "waiting", "evaluable", "on_time"}
ADDITIVE |= {"extended", "accepted", "declined", "pending", "started", "received", "interviewed"}
ADDITIVE |= {"starters", "left"}


def every_way(
    connection: duckdb.DuckDBPyConnection,
    folder: str,
    name: str,
    filters: tuple[Filters, ...] = (Filters(), EVERY_FILTER),
) -> list[pd.DataFrame]:
    """The rows for every group, clock and filter."""
    asked = query(folder, name)
    clocks = ("calendar", "active") if "clock" in asked.parameters else ("calendar",)
    return [
        metric_rows(connection, name, narrowed, by=by, folder=folder, clock=clock)
        for by in (None, *asked.by)
        for narrowed in filters
        for clock in clocks
    ]


def test_figures_of_an_earlier_version_are_to_be_updated(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "older.duckdb")) as older:
        older.execute("create schema marts")
    connection = opened(tmp_path / "older.duckdb")
    with pytest.raises(MetricRefused, match="another version") as refused:
        metric_rows(connection, "meeting_mix")
    connection.close()
    assert "Update the figures" in refused.value.next_step
