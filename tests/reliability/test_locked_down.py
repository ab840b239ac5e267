"""A published file is read and nothing else: what is refused, and that a value is data."""

import random
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from screen_builds import made_once

from partnership.errors import PartnershipError
from partnership.filters import EVERYTHING, Filters
from partnership.published import current
from partnership.queries import Connection, metric_rows, opened, setting_of
from partnership.readers import HR, reader_named

# What DuckDB would do for anybody who could say it; {folder} is one that holds `people.csv`.
READING = """
select * from read_csv('{folder}/people.csv')
select * from read_csv_auto('{folder}/people.csv')
select * from sniff_csv('{folder}/people.csv')
select * from '{folder}/people.csv'
select * from read_text('{folder}/people.csv')
select * from read_blob('{folder}/people.csv')
select * from read_json('{folder}/people.csv')
select * from read_json_auto('{folder}/people.csv')
select * from read_json_objects('{folder}/people.csv')
select * from read_ndjson('{folder}/people.csv')
select * from read_parquet('{folder}/people.parquet')
select * from parquet_scan('{folder}/people.parquet')
select * from parquet_metadata('{folder}/people.parquet')
select * from parquet_schema('{folder}/people.parquet')
select * from parquet_file_metadata('{folder}/people.parquet')
select * from parquet_kv_metadata('{folder}/people.parquet')
select * from glob('{folder}/*')
select * from read_csv('/etc/passwd')
select * from read_text('/proc/self/environ')
select * from query('select * from read_text(''{folder}/people.csv'')')
select * from 'https://example.com/people.csv'
select * from read_csv('s3://bucket/people.csv')
select getenv('HOME')
""".strip().splitlines()
LEAVING = """
attach '{folder}/other.duckdb'
attach ':memory:' as other
attach '{folder}/people.csv' as other (type sqlite)
copy marts.submission to '{folder}/out.csv'
copy (select 1) to '{folder}/out.parquet'
copy marts.submission from '{folder}/people.csv'
copy (select 1) to '/dev/stdout'
export database '{folder}/out'
import database '{folder}/out'
install httpfs
force install spatial
install httpfs from community
load httpfs
load '{folder}/x.duckdb_extension'
update extensions
create secret (type s3, key_id 'a', secret 'b')
create persistent secret (type s3, key_id 'a', secret 'b')
select * from planted
""".strip().splitlines()
CHANGING = """
create table marts.mine (a int)
create view marts.mine as select 1
create schema mine
create macro mine() as 1
create sequence mine
create type mine as enum ('a')
create index mine on marts.submission (submission_id)
insert into marts.submission (submission_id) values ('x')
update marts.submission set agency_id = 'A-01'
delete from marts.submission
truncate marts.submission
drop table marts.submission
drop schema marts cascade
drop macro share
alter table marts.submission add column mine int
alter table marts.submission rename to mine
comment on table marts.submission is 'mine'
merge into marts.offer using marts.offer as o on false when not matched then insert
""".strip().splitlines()
SETTING = """
set enable_external_access = true
set lock_configuration = false
set memory_limit = '99GB'
set threads = 64
set max_execution_time = 0
set max_temp_directory_size = '99GB'
set temp_directory = '{folder}'
set allowed_directories = ['{folder}']
set allowed_paths = ['{folder}/people.csv']
set allow_community_extensions = true
set allow_unsigned_extensions = true
set autoload_known_extensions = true
set autoinstall_known_extensions = true
set extension_directory = '{folder}'
set custom_extension_repository = 'http://example.com'
set home_directory = '{folder}'
set secret_directory = '{folder}'
set allow_persistent_secrets = true
set file_search_path = '{folder}'
set python_enable_replacements = true
set global TimeZone = 'Asia/Tokyo'
set enable_logging = true
reset lock_configuration
reset enable_external_access
reset memory_limit
reset max_execution_time
pragma memory_limit = '99GB'
pragma threads = 64
pragma enable_profiling = 'json'
pragma profiling_output = '{folder}/out.json'
call enable_logging(storage = 'file', storage_config = {{'path': '{folder}'}})
""".strip().splitlines()
FORBIDDEN = [*READING, *LEAVING, *CHANGING, *SETTING]
SECRET = "Planted Person, planted@example.com"

HOSTILE = """
' or 1=1 --|'; drop table marts.submission; --|" or ""="|') or true or ('|$agencies|?
:agencies|{{x}}|%|_|%%%|*|\\|\\'|/* */|--|;|null|NULL|None|nan|NaN|inf|true|0|-1|1e308|1E5|0x1F
[]|['A-01']|{'a': 1}|read_csv('/etc/passwd')|(select max(agency_id) from marts.agency)
a-01|A-01 |\u00a0A-01|А-01|A\u200b-01|columns(*)|group by all|union select * from marts.person_contact|\u202eA-01|${jndi:ldap://x}
../../x
""".replace("\n", "|").split("|")


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """The sample's file as the dashboard opens it."""
    builds = made_once("sample", tmp_path_factory.getbasetemp())
    with closing(opened(HR.file_in(current(builds).path))) as connection:
        yield connection


def test_what_is_forbidden_is_refused(
    locked: Connection, tmp_path: Path, figure: Callable[..., None]
) -> None:
    (tmp_path / "people.csv").write_text(f"name\n{SECRET}\n", encoding="utf-8")
    planted = pd.DataFrame({"name": [SECRET]})
    assert len(planted) == 1
    with duckdb.connect() as other:
        other.execute(f"copy planted to '{tmp_path}/people.parquet'")
    came_through = []
    for statement in FORBIDDEN:
        try:
            locked.cursor().execute(statement.format(folder=tmp_path)).fetchall()
        except duckdb.Error:
            continue
        came_through.append(statement)
    assert came_through == []
    assert len(FORBIDDEN) >= 70
    assert sorted(file.name for file in tmp_path.iterdir()) == ["people.csv", "people.parquet"]
    figure("forbidden statements", tried=len(FORBIDDEN), let_through=len(came_through))


def test_the_same_statements_pass_where_nothing_is_locked(tmp_path: Path) -> None:
    """So that they are refused for what they do, not for how they are written."""
    (tmp_path / "people.csv").write_text("name\nx\n", encoding="utf-8")
    passing = 0
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as free:
        free.execute("create schema marts; create table marts.submission as select 1 as a")
        for statement in (*READING[:8], *LEAVING[:2], *CHANGING[:6], *SETTING[2:8]):
            with suppress(duckdb.Error):
                free.execute(statement.format(folder=tmp_path)).fetchall()
                passing += 1
    assert passing >= 18


def test_the_file_stays_as_it_is_for_the_next_who_opens_it(locked: Connection) -> None:
    for connection in (locked, locked.cursor(), locked.cursor().cursor()):
        assert setting_of(connection, "lock_configuration") == "true"
        assert setting_of(connection, "enable_external_access") == "false"
        assert setting_of(connection, "max_execution_time") == "10000"
        assert setting_of(connection, "TimeZone") == "UTC"


def test_a_query_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "slow.duckdb")) as made:
        made.execute("create table numbers as select 1 as a")
    with closing(opened(tmp_path / "slow.duckdb", seconds=1)) as connection:
        with pytest.raises(duckdb.InterruptException):
            connection.cursor().execute(
                "select count(*) from range(1000000000000) as t(i) where i % 7 = 3"
            )
        assert connection.cursor().execute("select a from numbers").fetchall() == [(1,)]


FIELDS = {
    "clients": "client_id",
    "agencies": "agency_id",
    "departments": "department",
    "locations": "location",
    "role_families": "role_family",
}


def test_a_value_is_data_and_nothing_else(
    locked: Connection, times: Callable[[int, int], int], figure: Callable[..., None]
) -> None:
    """The rows of a select are those that a plain comparison with the value picks."""
    columns = ", ".join(["submission_id", *FIELDS.values()])
    everything = locked.cursor().execute(f"select {columns} from marts.submission").df()
    rng, unexpected, tried = random.Random(20260930), [], times(40, 1200)
    for _ in range(tried):
        field = rng.choice(list(FIELDS))
        known = [str(each) for each in everything[FIELDS[field]].dropna().unique()]
        values = tuple(value_of(rng, known) for _ in range(rng.randint(0, 3)))
        narrowed = replace(EVERYTHING, **{field: values})
        try:
            found = metric_rows(locked, "submission", narrowed, folder="rows")
            received = metric_rows(locked, "funnel", narrowed)["received"].sum()
        except PartnershipError:
            if not any(is_no_text(value) for value in values):
                unexpected.append((field, values))
            continue
        picked = everything[everything[FIELDS[field]].isin(values)]
        same = sorted(found["submission_id"]) == sorted(picked["submission_id"])
        if not same or received != len(picked):
            unexpected.append((field, values))
    assert unexpected == []
    figure("fuzzed values", tried=tried, unexpected=len(unexpected))


def test_a_name_is_one_of_ours_or_refused(
    locked: Connection, times: Callable[[int, int], int], figure: Callable[..., None]
) -> None:
    """Metrics, groups, folders and readers are chosen from lists; all else is refused in words."""
    rng, unexpected, tried = random.Random(20260930), [], times(60, 800)
    ways: list[Callable[[str], object]] = [
        lambda name: metric_rows(locked, name),
        lambda name: metric_rows(locked, "offer_outcomes", by=name),
        lambda name: metric_rows(locked, "submission", Filters(), folder="rows", by=name),
        lambda name: reader_named(f"agency:{name}").file_in(Path("/nowhere")),
        lambda name: reader_named(name),
    ]
    for _ in range(tried):
        name, way = (
            value_of(rng, ["offer_outcomes", "agency", "../metrics/funnel"]),
            rng.choice(ways),
        )
        try:
            way(name)
        except PartnershipError:
            continue
        except Exception as error:
            unexpected.append((ways.index(way), name, repr(error)))
            continue
        if name not in ("offer_outcomes", "agency"):
            unexpected.append((ways.index(way), name, "accepted"))
    assert unexpected == []
    figure("fuzzed names", tried=tried, unexpected=len(unexpected))


def value_of(rng: random.Random, known: list[str]) -> str:
    """A hostile text, one of ours, one of ours slightly changed, or any characters."""
    kind = rng.randrange(4)
    if kind == 0:
        return rng.choice(HOSTILE)
    if kind == 1 and known:
        return rng.choice(known)
    if kind == 2 and known:
        one = rng.choice(known)
        return rng.choice([one.upper(), one.lower(), f" {one}", f"{one}\x00", one[::-1], one * 2])
    return "".join(chr(rng.choice(RANGES)(rng)) for _ in range(rng.randint(0, 12)))


RANGES: list[Callable[[random.Random], int]] = [
    lambda rng: rng.randrange(32, 127),
    lambda rng: rng.randrange(0, 32),
    lambda rng: rng.randrange(0xA0, 0x2FFF),
    lambda rng: rng.randrange(0xD800, 0xE000),
    lambda rng: rng.randrange(0x1F300, 0x1FAFF),
]


def is_no_text(value: str) -> bool:
    """Whether half a character stands in it, which nothing can write."""
    return any(0xD800 <= ord(each) < 0xE000 for each in value)
