"""Who is who on 200,000 records whose truth is known: how many pairs are right, how many are found,
by what the records differ in; time and memory. Part of `make bench`.

`python bench/linkage.py [RECORDS]` for another size. Asserts nothing.
"""

import csv
import os
import platform
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
from cyclopts import App

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from people import FIELDS, people  # noqa: E402

from partnership.commands.printing import print_rows  # noqa: E402
from partnership.identity import identify  # noqa: E402

app = App()
STAGED = """create schema staging;
    create table staging.candidates as select candidate_id, null::varchar as full_name, given_name,
        family_name, email, phone, linkedin_url, null::varchar as street, city, postcode,
        date_of_birth from truth;
    create table staging.agencies as select 'agency' || unnest(range(40)) || '.example'
        as email_domain;
    create table staging.submissions (candidate_id varchar, submission_id varchar);
    create table staging.verdicts (candidate_id_a varchar, candidate_id_b varchar,
        verdict varchar, judged_on date)"""
TRUE_PAIRS = """create table true_pair as
    select least(one.candidate_id, other.candidate_id) as candidate_id_a,
        greatest(one.candidate_id, other.candidate_id) as candidate_id_b,
        coalesce(nullif(one.difference, ''), other.difference) as difference
    from truth as one inner join truth as other using (person)
    where one.candidate_id < other.candidate_id
    and (one.difference is null or other.difference is null)"""
AUTOMATIC = """create table automatic as
    select one.candidate_id as candidate_id_a, other.candidate_id as candidate_id_b,
        truth_a.person = truth_b.person as is_right
    from staging.person as one
    inner join staging.person as other using (person_id)
    inner join truth as truth_a on one.candidate_id = truth_a.candidate_id
    inner join truth as truth_b on other.candidate_id = truth_b.candidate_id
    where one.candidate_id < other.candidate_id"""
REVIEWED = """create table reviewed as
    select least(a.candidate_id, b.candidate_id) as candidate_id_a,
        greatest(a.candidate_id, b.candidate_id) as candidate_id_b
    from staging.person_link
    inner join staging.person as one on candidate_id_a = one.candidate_id
    inner join staging.person as other on candidate_id_b = other.candidate_id
    inner join staging.person as a on a.person_id = one.person_id
    inner join staging.person as b on b.person_id = other.person_id
    where status = 'review' union select candidate_id_a, candidate_id_b from automatic"""
BY_DIFFERENCE = """select difference, count(*) as pairs,
    round(avg((automatic.candidate_id_a is not null)::int), 3) as found_automatically,
    round(avg((reviewed.candidate_id_a is not null)::int), 3) as with_review
    from true_pair left join automatic using (candidate_id_a, candidate_id_b)
    left join reviewed using (candidate_id_a, candidate_id_b)
    group by rollup (difference) order by difference nulls last"""
TOTALS = """select count(*) as linked_pairs, count(*) filter (where is_right) as right_pairs,
    round(count(*) filter (where is_right) / count(*), 5) as precision,
    (select count(*) from staging.person_link where status = 'review') as pairs_to_review
    from automatic"""


@app.default
def measure(records: int = 200_000) -> None:
    """Records of known people, who is who among them, and how much of it is right."""
    with TemporaryDirectory() as name, duckdb.connect() as connection:
        connection.execute(f"set temp_directory = '{name}'; set memory_limit = '4GB'")
        connection.execute("set threads = 2")
        load(connection, Path(name) / "truth.csv", records)
        started, used = time.perf_counter(), time.process_time()
        identify(connection)
        seconds = {"seconds": round(time.perf_counter() - started, 1)}
        seconds |= {"processor_seconds": round(time.process_time() - used, 1)}
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        for sql in (TRUE_PAIRS, AUTOMATIC, REVIEWED):
            connection.execute(sql)
        totals, by_difference = asked(connection, TOTALS), asked(connection, BY_DIFFERENCE)
    print(f"{records:,} records · {os.cpu_count()} cores, {platform.machine()}")
    rows = [seconds | {"peak_mb": peak} | totals[0]]
    print_rows(rows, list(rows[0]), "table")
    print_rows(by_difference, list(by_difference[0]), "table")


def load(connection: duckdb.DuckDBPyConnection, file: Path, records: int) -> None:
    """The tables that who is who is made from, and the truth beside them."""
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, FIELDS)
        writer.writeheader()
        writer.writerows({name: getattr(one, name) for name in FIELDS} for one in people(records))
    connection.execute("create table truth as from read_csv($file, all_varchar = true)",
                       {"file": str(file)})  # fmt: skip
    connection.execute(STAGED)


def asked(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    result = connection.execute(sql)
    names = [column[0] for column in result.description or []]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


if __name__ == "__main__":
    app()
