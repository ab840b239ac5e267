"""Typed tables → marts: what was known at the as-of date, who is who, then what we talk about.

Every table is one select of queries/: as_of (typed → staging), identity (staging), steps (parts of
a mart, one rule each, dropped at the end) and marts. The order follows from their `reads` headers.
"""

from collections.abc import Callable, Sequence
from functools import cache
from graphlib import TopologicalSorter

import duckdb
import pandas as pd

from partnership.erasing import set_apart
from partnership.identity import identify
from partnership.queries import finished, query, query_names
from partnership.statements import run

Progress = Callable[[str, float], None]

# What agencies were told of the others by the figures made until now: rows of marts.peer_part.
CELL = ("agency_id", "line", "since_on", "until_on")
PUBLISHED_PEER = (
    "agency_id varchar, line varchar, since_on date, until_on date, peer_id varchar, "
    "k bigint, n bigint, has_enough boolean, is_shown boolean"
)


def build_marts(connection: duckdb.DuckDBPyConnection, progress: Progress | None = None) -> None:
    """Fill `staging` and `marts` from `typed`; `progress` hears of each table and the share done.

    Everything follows from `typed` alone: the same tables give the same marts, row for row.
    """
    report = progress or (lambda step, share: None)
    report("Who is who", 0.0)
    prepare(connection)
    names = names_in_order()
    for number, name in enumerate(names):
        report(name, number / len(names))
        create(connection, name)
    run(connection, "drop schema steps cascade")


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill `staging`, all that the steps and marts are made from."""
    run(connection, "set TimeZone = 'UTC'")
    for schema in ("staging", "steps", "marts"):
        run(connection, f"create schema if not exists {schema}")
    run(connection, f"create table if not exists staging.published_peer ({PUBLISHED_PEER})")
    cut_at_as_of(connection)
    identify(connection)
    set_apart(connection)


def cut_at_as_of(connection: duckdb.DuckDBPyConnection) -> None:
    """Make staging.* show each typed table as it was known at the as-of instant."""
    cuts = set(query_names("as_of"))
    typed = run(
        connection, "select table_name from duckdb_tables() where schema_name = 'typed'"
    ).fetchall()
    for (name,) in typed:
        if name in cuts:
            select = query("as_of", name).sql
            run(connection, f"create or replace table staging.{name} as {select}")
        else:
            run(connection, f"create or replace view staging.{name} as from typed.{name}")


def note_published(connection: duckdb.DuckDBPyConnection, told: Sequence[pd.DataFrame]) -> None:
    """Keep what agencies were told before, so that no two updates can be subtracted: of each cell
    the first of `told`, which are marts.peer_part of one build each, the newest first."""
    every = pd.concat([parts.assign(place=place) for place, parts in enumerate(told)])
    last = every.groupby(list(CELL))["place"].transform("min")
    parts = every[every["place"] == last].drop(columns="place")
    connection.execute("create schema if not exists staging")
    connection.execute(f"create table staging.published_peer ({PUBLISHED_PEER})")
    connection.register("parts_told", parts)
    connection.execute("insert into staging.published_peer by name from parts_told")
    connection.unregister("parts_told")


@cache
def names_in_order() -> tuple[str, ...]:
    """The names of the steps and marts, each after those that it reads."""
    return tuple(TopologicalSorter(_reads()).static_order())


@cache
def needed_for(name: str) -> frozenset[str]:
    """A step or mart and all that have to be there before it."""
    return frozenset({name}).union(*(needed_for(read) for read in _reads()[name]))


@cache
def _reads() -> dict[str, list[str]]:
    """Each step and mart with the steps and marts it reads."""
    reads = {
        f"{folder}.{name}": query(folder, name).header["reads"].replace(" ", "").split(",")
        for folder in ("steps", "marts")
        for name in query_names(folder)
    }
    reads["steps.holiday"] = ["steps.site", "steps.span"]
    return {name: sorted(reads.keys() & set(reads[name])) for name in sorted(reads)}


def create(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Make one step or mart from what it reads."""
    if name == "steps.holiday":
        note_holidays(connection)
        return
    folder, _, stem = name.partition(".")
    asked = query(folder, stem)
    if "then" in asked.header:
        rows = finished(asked, run(connection, asked.sql).df())
        connection.register("finished_rows", rows)
        run(connection, f"create or replace table {name} as from finished_rows")
        connection.unregister("finished_rows")
        return
    kind = asked.header.get("as", "table")
    run(connection, f"create or replace {kind} {name} as {asked.sql}")


def note_holidays(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill steps.holiday with the public holidays of each site; a country nobody knows has none."""
    run(connection, "create or replace table steps.holiday (site varchar, day date)")
    rows = run(
        connection,
        "select site, year(first_on), year(last_on) "
        "from steps.site cross join steps.span where site <> ''",
    ).fetchall()
    for site, first_year, last_year in rows:
        days = public_holidays(site, first_year, last_year)
        run(
            connection,
            "insert into steps.holiday select $site, unnest($days)",
            {"site": site, "days": days},
        )


@cache
def public_holidays(country: str, first_year: int, last_year: int) -> list[str]:
    """The public holidays of a country, named by code or in English, from one year to another."""
    import holidays  # Its start costs as much as a small build; most exports name no country.

    try:
        found = holidays.country_holidays(country.strip(), years=range(first_year, last_year + 1))
    except NotImplementedError:
        return []
    return sorted(str(day) for day in found)
