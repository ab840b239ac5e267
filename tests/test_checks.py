"""Promises of every build: kept by any export, and noticed when broken."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from given import Given
from how_many import seeds
from random_exports import random_export
from screen_builds import made_once
from small_export import write_export

from partnership import making
from partnership.builds import build
from partnership.checks import checked
from partnership.errors import BuildRefused, NoBuild
from partnership.published import current
from partnership.queries import query, query_names

BOTH = ("staging", "marts")
# For each promise, a change to the sample's marts that breaks it.
BREAKS = {
    "days_of_openings_add_up": "delete from marts.opening_day where side = 'hold'",
    "each_agency_submission_has_one_class": "update marts.submission set redundancy_class = null",
    "every_agency_is_known": "delete from marts.agency",
    "every_case_has_its_search": "delete from marts.search where search_id like '%1'",
    "no_day_runs_backwards": "update marts.opening set active_days = days + 1",
    "no_submission_lost": "delete from marts.submission where submission_id like '%7'",
    "nothing_is_known_too_early": "update marts.export set as_of_on = as_of_on - 100",
    "one_brief_per_agency": "insert into marts.brief from marts.brief limit 1",
    "one_person_per_candidate": "update marts.submission set person_id = submission_id",
    "one_row_per_key": "insert into marts.offer from marts.offer limit 1",
    "openings_end_when_they_do": "update marts.opening set ended_on = null",
    "pairs_name_known_records": "delete from marts.person_contact where candidate_id in "
    "(select candidate_id_b from marts.person_link)",
    "redundant_ones_follow_another": "update marts.submission set earlier_submission_id = null",
    "silences_add_up": "delete from marts.contact_gap where is_open",
    "steps_are_in_order": "update marts.submission set is_offered = false",
}


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The sample's marts in memory, and of staging what the checks read."""
    published = current(made_once("sample", tmp_path_factory.getbasetemp())).path
    with closing(duckdb.connect()) as connection:
        connection.execute(f"attach '{published}/partnership.duckdb' as published (read_only)")
        connection.execute("create schema marts; create schema staging")
        for (mart,) in connection.execute(
            "select table_name from duckdb_tables() where schema_name = 'marts'"
        ).fetchall():
            connection.execute(f"create table marts.{mart} as from published.marts.{mart}")
        connection.execute("create table staging.submissions as from marts.submission")
        yield connection


def test_every_promise_has_a_case_that_breaks_it() -> None:
    assert set(BREAKS) == set(query_names("checks"))
    assert all(query("checks", name).header["promise"] for name in BREAKS)


def test_the_sample_keeps_every_promise(sample: duckdb.DuckDBPyConnection) -> None:
    results = checked(sample, BOTH)
    assert len(results) == len(BREAKS)
    assert [result for result in results if result.rows] == []


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_promise_is_noticed(sample: duckdb.DuckDBPyConnection, name: str) -> None:
    sample.execute(BREAKS[name])
    assert name in {result.name for result in checked(sample, BOTH) if result.rows}


def test_a_published_build_is_asked_only_what_it_can_answer(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    asked = {result.name for result in checked(sample, ("marts",))}
    assert asked == set(BREAKS) - {"no_submission_lost"}


@pytest.mark.parametrize("seed", seeds(3, 25))
def test_promises_hold_whatever_the_export_holds(seed: int) -> None:
    given = Given(random_export(seed))
    with closing(given):
        assert [result for result in checked(given.con, BOTH) if result.rows] == []


def test_a_build_that_breaks_a_promise_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_marts = making.marts.build_marts

    def forgetful(connection: duckdb.DuckDBPyConnection, **named: object) -> None:
        build_marts(connection, **named)
        connection.execute("delete from marts.submission where submission_id = 'U2'")

    monkeypatch.setattr(making.marts, "build_marts", forgetful)
    with pytest.raises(BuildRefused, match=r"no_submission_lost: 1 rows"):
        build([write_export(tmp_path / "export")], builds=tmp_path / "builds")
    with pytest.raises(NoBuild):
        current(tmp_path / "builds")
