"""Marts and lifetimes filled by hand, for tests of the selects alone."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import duckdb
import pandas as pd

from partnership.answers import NO_ANSWERS
from partnership.canonical import type_tables
from partnership.marts import build_marts
from partnership.queries import QUERIES, query
from partnership.settings import settings_from

Row = dict[str, Any]

DAY_0 = date(2024, 1, 1)


def day(number: int) -> date:
    """So many days after the first."""
    return DAY_0 + timedelta(days=number)


AS_OF = day(150)


def with_macros() -> duckdb.DuckDBPyConnection:
    """A database in memory that holds the formulas and nothing else."""
    connection = duckdb.connect()
    connection.execute("set TimeZone = 'UTC'")
    connection.execute((QUERIES / "macros.sql").read_text(encoding="utf-8"))
    return connection


@cache
def shape_of_marts() -> tuple[str, ...]:
    """The `create table` of every mart, as a build of no rows at all makes them."""
    connection = with_macros()
    connection.execute("create schema mapped")
    type_tables(connection, answers=NO_ANSWERS, settings=settings_from(), as_of=AS_OF)
    build_marts(connection)
    tables = "select sql from duckdb_tables() where schema_name = 'marts'"
    return tuple(row[0] for row in connection.execute(tables).fetchall())


def marts_of(**tables: Iterable[Row]) -> duckdb.DuckDBPyConnection:
    """Marts of the given rows; unless said otherwise, a company's export with every table in it."""
    connection = with_macros()
    connection.execute("create schema marts")
    for create in shape_of_marts():
        connection.execute(create)
    export = {"as_of_on": AS_OF, "selected_by": "all", "owner": "company"}
    said = [dict(row) for row in tables.pop("export", [{}])]
    insert(connection, "marts.export", [export | row for row in said])
    absent = {row["table_name"] for row in tables.pop("present", [])}
    known = ("meetings", "placements", "briefs", "offers", "submissions")
    present = [{"table_name": name, "is_present": name not in absent} for name in known]
    insert(connection, "marts.present", present)
    for table, rows in tables.items():
        insert(connection, f"marts.{table}", rows)
    return connection


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row]) -> None:
    """Rows that name only the columns they are about; the others stay null."""
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(tuple(row), []).append(row)
    for columns, together in alike.items():
        names = ", ".join(f'"{name}"' for name in columns)
        places = ", ".join([f"({', '.join('?' * len(columns))})"] * len(together))
        values = [value for row in together for value in row.values()]
        connection.execute(f"insert into {table} ({names}) values {places}", values)


def only_row(rows: pd.DataFrame) -> Row:
    """The one row of a metric, with None where it is null."""
    assert len(rows) == 1
    return {str(key): None if pd.isna(value) else value for key, value in rows.iloc[0].items()}


def submission(number: int, **more: object) -> Row:
    """A new submission of the agency north."""
    return {
        "submission_id": f"u{number:02}",
        "search_id": "s1",
        "person_id": f"p{number:02}",
        "channel": "agency",
        "agency_id": "north",
        "received_at": datetime(2024, 1, 1, 9, tzinfo=UTC) + timedelta(minutes=number),
        "received_on": DAY_0,
        "redundancy_class": "unique",
        "is_redundant": False,
        "is_after_a_no": False,
        "is_unreviewed": False,
        "is_excluded": False,
    } | more


# Profiles answered after 1, 2, 2, 3 and 5 working days, and waiting for 4, 6 and 10.
ANSWERED, WAITING = (1, 2, 2, 3, 5), (4, 6, 10)


def profile(number: int, days: int, outcome: str, **more: object) -> Row:
    """A submission and HR's reply to it."""
    is_on_time = outcome == "answered" and days <= 2
    reply = {"feedback_days": days, "feedback_outcome": outcome, "is_on_time": is_on_time}
    return submission(number, is_evaluable=True) | reply | more


def profiles() -> list[Row]:
    """The eight profiles."""
    answered = [profile(number, days, "answered") for number, days in enumerate(ANSWERED)]
    return answered + [profile(10 + days, days, "waiting") for days in WAITING]


# Twelve openings: days, and who filled them (a an agency, o otherwise), c cancelled, + still open.
TWELVE = "20a 30a 30o 42a 45c 60a 60+ 75o 90+ 110+ 120a 150+".split()
OUTCOMES = {"a": "filled", "o": "filled", "c": "cancelled", "+": "open"}


def opening(number: int, spelled: str, **more: object) -> Row:
    """An opening spelled as in TWELVE."""
    days, end = int(spelled[:-1]), spelled[-1]
    return {
        "opening_id": f"o{number:02}",
        "search_id": f"s{number:02}",
        "opened_on": DAY_0,
        "ended_on": None if end == "+" else day(days),
        "outcome": OUTCOMES[end],
        "filled_by_channel": {"a": "agency", "o": "direct"}.get(end),
        "filled_by_agency_id": "north" if end == "a" else None,
        "days": days,
        "active_days": days,
        "entry_days": 0,
        "active_entry_days": 0,
        "is_excluded": False,
        "is_on_hold": False,
    } | more


def twelve(**more: object) -> list[Row]:
    """The twelve openings."""
    return [opening(number, spelled, **more) for number, spelled in enumerate(TWELVE)]


# Ten offers: six accepted (the first never started), two declined, one taken back, one pending.
TEN = ["accepted"] * 6 + ["declined"] * 2 + ["rescinded", "pending"]


def offer(number: int, outcome: str, **more: object) -> Row:
    """An offer; an accepted one was due to start, and did unless it is number 0."""
    return {
        "offer_id": f"f{number}",
        "submission_id": f"u{number}",
        "extended_on": DAY_0,
        "outcome": outcome,
        "days_to_answer": number + 1,
        "is_started": outcome == "accepted" and number > 0,
        "is_reneged": outcome == "accepted" and number == 0,
        "is_start_due": outcome == "accepted",
        "is_excluded": False,
    } | more


def ten(**more: object) -> list[Row]:
    """The ten offers."""
    return [offer(number, outcome, **more) for number, outcome in enumerate(TEN)]


# Meetings on days 0, 10, 30, 40 and 75 of a partnership briefed on day 0, seen on day 90.
MET = [0, 10, 30, 40, 75]


def meetings(**more: object) -> list[Row]:
    """The five meetings."""
    met = {"agency_id": "north", "status": "held"} | more
    return [{"meeting_id": f"m{number}", "met_on": day(number)} | met for number in MET]


def gaps(**more: object) -> list[Row]:
    """The silences of a partnership with the five meetings."""
    window = {"window_start": DAY_0, "window_end": day(90), "interval_days": 14}
    kind = {"agency_id": "north", "starts_with": "meeting"} | window | more
    return [
        {"gap_start": day(a), "gap_end": day(b), "gap_days": b - a, "is_open": b == 90} | kind
        for a, b in zip(MET, [*MET[1:], 90], strict=True)
    ]


def in_touch(**tables: Iterable[Row]) -> duckdb.DuckDBPyConnection:
    """Marts of that partnership on day 90."""
    partnership = {"contact_gap": gaps(), "meeting": meetings()}
    return marts_of(**{"export": [{"as_of_on": day(90)}], **partnership, **tables})


def with_lifetimes(*lives: tuple[object, ...]) -> duckdb.DuckDBPyConnection:
    """A table `lifetimes` of (days, cause), (days, cause, entry_days) or those and a group."""
    connection = with_macros()
    connection.execute(
        'create table lifetimes (days double, cause integer, entry_days double, "group" varchar)'
    )
    rows = [(*life, 0, None)[:4] if len(life) == 2 else (*life, None)[:4] for life in lives]
    columns = list(zip(*rows, strict=True))
    connection.execute(
        "insert into lifetimes select unnest(?), unnest(?), unnest(?), unnest(?)",
        [list(column) for column in columns],
    )
    return connection


def survival(*lives: tuple[object, ...]) -> dict[float, dict[str, float]]:
    """The survival chain over one group: day → its row."""
    rows = rows_of(with_lifetimes(*lives), query("shared", "survival").sql)
    return {row["day"]: row for row in sorted(rows, key=lambda row: row["day"])}


def median(*lives: tuple[object, ...]) -> tuple[float | None, ...]:
    """The median of one group, and the days its lower and its upper band reach one half."""
    (row,) = rows_of(with_lifetimes(*lives), query("shared", "medians").sql)
    return row["median_days"], row["median_low"], row["median_high"]


def rows_of(connection: duckdb.DuckDBPyConnection, sql: str, **values: object) -> list[Row]:
    """The rows of a select as dicts."""
    done = connection.execute(sql, values) if values else connection.execute(sql)
    names = [column[0] for column in done.description or []]
    return [dict(zip(names, row, strict=True)) for row in done.fetchall()]
