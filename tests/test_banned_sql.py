"""The selects of queries/ are the last gate: what none of them may say, and where names stand."""

import re

import pytest
from banned_sql import banned

from partnership.queries import QUERIES, query, query_names

FILES = sorted(QUERIES.rglob("*.sql"))
# Names and contact keys, and what ties two records together: asked for by these alone. The screens
# of all but `person_names` are HR's (`readers`), and an agency's file holds neither table.
ASKS_FOR_PERSONS = {
    "checks/one_person_per_candidate",
    "rows/pair_submission",
    "checks/pairs_name_known_records",
    "metrics/linkage_quality",
    "rows/pair_to_judge",
    "screens/person_names",
    "screens/records_known",
    "screens/person_search",
    "shared/links_seen",
    "shared/listed_by_us",
}


def test_nothing_is_read_from_outside_and_no_clock_is_looked_at() -> None:
    found = {file: banned(file.read_text(encoding="utf-8")) for file in FILES}
    assert len(found) >= 250
    assert {file.name: words for file, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "select now()",
        "select current_date",
        "select * from read_csv('x')",
        "SELECT * FROM READ_CSV ('x')",
        'select * from "read_parquet"(1)',
        "select x.read_text('a')",
        "from 'x'",
        "select * from marts.offer join 'x' using (a)",
        "select * from marts.offer, 'x.parquet'",
        'select * from "people.csv"',
        "select * from 's3://bucket/x'",
        "select * from glob('*')",
        "from sniff_csv('x')",
        "from csv_scan('x')",
        "with a as (from query('select 1')) select 1 from a",
        "from query_table(['marts.offer'])",
        "select columns($a) from marts.offer",
        "select columns('na.*') from marts.offer",
        "select columns(c -> c like 'n%') from marts.offer",
        "select getvariable('reader')",
        "select current_setting('memory_limit')",
        "select * from duckdb_settings()",
        "from duckdb_secrets()",
        "from pragma_database_list()",
        "select current_user",
        "set variable reader = 1",
        "select 1; attach 'a.db'",
        "copy marts.offer to 'x'",
        "install httpfs",
        "load httpfs",
        "pragma version",
        "export database 'x'",
        "call pragma_version()",
        "create macro m() as table select * from read_json('x')",
    ],
)
def test_the_ban_catches(planted: str) -> None:
    assert banned(planted)


@pytest.mark.parametrize(
    "allowed",
    [
        "select outcome is distinct from 'filled' from marts.opening",
        "select columns(* exclude (_line)) from marts.offer",
        "select 'now(' || 'read_csv(' from marts.offer -- from 'x.csv'",
        "select count(*) filter (true), load from marts.offer",
    ],
)
def test_the_ban_leaves_what_is_data(allowed: str) -> None:
    assert banned(allowed) == []


def test_few_selects_ask_for_persons() -> None:
    folders = ("metrics", "rows", "screens", "shared", "checks", "receipt")
    asking = {
        f"{folder}/{name}"
        for folder in folders
        for name in query_names(folder)
        if re.search(r"\bmarts\.person_(contact|link)\b", query(folder, name).body)
    }
    assert asking == ASKS_FOR_PERSONS


def test_no_select_takes_whatever_a_table_of_persons_holds() -> None:
    for name in ASKS_FOR_PERSONS:
        folder, _, stem = name.partition("/")
        assert "select *" not in query(folder, stem).body
