"""Small exports as a test states them: the columns it is about, the rest filled in sensibly."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any

import duckdb

from partnership.answers import Answers
from partnership.canonical import canonical_tables, type_tables
from partnership.filters import EVERYTHING, Filters
from partnership.marts import create, names_in_order, needed_for, prepare
from partnership.queries import QUERIES, metric_rows, query
from partnership.settings import Settings
from partnership.statements import run

Row = Mapping[str, object]
Table = Sequence[Row]

AS_OF = "2025-07-31T23:59:59Z"
# What a row of each table says where the test does not care.
DEFAULTS: dict[str, dict[str, object]] = {
    "export": {"exported_at": AS_OF},
    "clients": {"name": "A client"},
    "agencies": {"name": "An agency"},
    "searches": {
        "search_id": "S1",
        "title": "Engineer",
        "opened_on": "2025-01-01",
        "status": "open",
    },
    "openings": {"search_id": "S1", "opened_on": "2025-01-01", "outcome": "open"},
    "briefs": {"search_id": "S1", "agency_id": "A", "briefed_at": "2025-01-01"},
    "holds": {"search_id": "S1", "held_from": "2025-01-10"},
    "candidates": {},
    "submissions": {
        "search_id": "S1",
        "channel": "agency",
        "received_at": "2025-01-06T09:00:00Z",
    },
    "stage_events": {"stage": "screen", "entered_at": "2025-01-08T09:00:00Z"},
    "interviews": {"scheduled_for": "2025-01-20T09:00:00Z", "status": "held"},
    "offers": {"extended_at": "2025-02-03T09:00:00Z", "outcome": "pending"},
    "placements": {},
    "meetings": {
        "agency_id": "A",
        "kind": "check_in",
        "starts_at": "2025-02-03T09:00:00Z",
        "status": "held",
    },
    "meeting_attendees": {"party": "hr"},
    "pulse": {
        "agency_id": "A",
        "asked_on": "2025-06-30",
        "respondent": "hr",
        "item": "goals",
        "score": 4,
    },
    "commitments": {
        "agency_id": "A",
        "owner": "hr",
        "made_on": "2025-06-30",
        "due_on": "2025-09-30",
        "text": "Answer sooner",
    },
    "roles": {"task": "source", "owner": "agency"},
    "requests": {"agency_id": "A", "asked_at": "2025-02-03T09:00:00Z"},
    "brief_changes": {"search_id": "S1", "changed_at": "2025-02-03T09:00:00Z", "field": "pay"},
    "disputes": {"raised_by": "agency", "raised_at": "2025-06-30T09:00:00Z"},
    "verdicts": {"verdict": "same"},
    "erasures": {},
    "targets": {"metric": "meeting_rhythm.rhythm_coverage", "floor": "0.8", "target": "0.9"},
}


SCHEMAS = ("mapped", "working", "typed", "quarantine", "staging", "steps", "marts")
# Databases that a test has let go of, for the next one: to start one takes a tenth of a test.
_idle: list[duckdb.DuckDBPyConnection] = []


class Given:
    """One export of canonical text values, taken the whole way: typed, cut at its as-of, marts."""

    def __init__(
        self,
        tables: Mapping[str, Table],
        *,
        as_of: date | datetime | None = None,
        settings: Settings | None = None,
    ) -> None:
        self.tables = completed(tables)
        self.as_of = as_of
        self.settings = settings or Settings()
        self._made: set[str] = set()

    @cached_property
    def _prepared(self) -> duckdb.DuckDBPyConnection:
        """The database in memory with `typed` and `staging`; marts are made when asked for."""
        connection = _idle.pop() if _idle else new_database()
        run(connection, "create schema mapped")
        for name, rows in self.tables.items():
            write_mapped(connection, name, rows)
        type_tables(connection, answers=Answers(), settings=self.settings, as_of=self.as_of)
        prepare(connection)
        return connection

    def with_marts(self, needed: Collection[str]) -> duckdb.DuckDBPyConnection:
        """The database, with these steps and marts and what they are made from."""
        for name in names_in_order():
            if name in needed and name not in self._made:
                create(self._prepared, name)
                self._made.add(name)
        return self._prepared

    @property
    def con(self) -> duckdb.DuckDBPyConnection:
        """The database with `typed`, `staging` and every mart."""
        return self.with_marts(names_in_order())

    def rows(self, mart: str, order: str = "all") -> list[dict[str, Any]]:
        """Every row of a mart, in its order of columns unless `order` names another."""
        connection = self.with_marts(needed_for(f"marts.{mart}"))
        return records(connection.execute(f"select * from marts.{mart} order by {order}"))

    def staged(self, table: str) -> list[dict[str, Any]]:
        """The rows of a canonical table as they were known at the as-of."""
        return records(self._prepared.execute(f"select * from staging.{table} order by all"))

    def by_id(self, mart: str, column: str = "") -> dict[str, dict[str, Any]]:
        """The rows of a mart by its id, or by another of its columns."""
        key = column or f"{mart}_id"
        return {row[key]: row for row in self.rows(mart)}

    def only(self, mart: str) -> dict[str, Any]:
        """The one row of a mart."""
        (row,) = self.rows(mart)
        return row

    def quarantined(self) -> list[tuple[str, str]]:
        """Table and rule of every row that was set aside."""
        select = 'select table_name, rule from quarantine."row" order by all'
        return [(table, rule) for table, rule in self._prepared.execute(select).fetchall()]

    def metric(
        self, name: str, by: str | None = None, folder: str = "metrics", **asked: Any
    ) -> list[dict[str, Any]]:
        """The rows of a metric; `asked` are fields of Filters or parameters of its own."""
        narrowed = {key: asked.pop(key) for key in list(asked) if hasattr(EVERYTHING, key)}
        reads = re.findall(r"\bmarts\.\w+", query(folder, name).sql) + [
            "marts.export",
            "marts.reader",
        ]
        connection = self.with_marts(frozenset().union(*map(needed_for, reads)))
        frame = metric_rows(connection, name, Filters(**narrowed), by=by, folder=folder, **asked)
        return frame.astype(object).where(frame.notna(), None).to_dict("records")

    def close(self) -> None:
        """Let go of the database, where one was made."""
        database = self.__dict__.pop("_prepared", None)
        if database:
            for schema in SCHEMAS:
                run(database, f"drop schema if exists {schema} cascade")
            _idle.append(database)


def new_database() -> duckdb.DuckDBPyConnection:
    """A database in memory that holds the formulas and nothing else."""
    connection = duckdb.connect(config={"threads": 1})
    # For a handful of rows a better plan takes longer to find than it saves.
    connection.execute("pragma disable_optimizer")
    connection.execute("set TimeZone = 'UTC'")
    connection.execute((QUERIES / "macros.sql").read_text(encoding="utf-8"))
    return connection


def completed(given: Mapping[str, Table]) -> dict[str, list[dict[str, str]]]:
    """The rows as text, with defaults, ids, and the parents that they name but nobody gave."""
    tables = canonical_tables()
    rows = {
        name: [completed_row(name, number, row) for number, row in enumerate(given.get(name, []))]
        for name in tables
        if name in given or name in ("export", "searches", "candidates", "submissions")
    }
    rows["export"] = rows["export"] or [completed_row("export", 0, {})]
    for name in reversed(tables):
        for row in rows.get(name, []):
            for column in tables[name].columns:
                if column.must_have_parent and column.parent and row.get(column.name):
                    (key,) = tables[column.parent].key
                    add_parent(rows, column.parent, key, row[column.name])
    return rows


def completed_row(table: str, number: int, row: Row) -> dict[str, str]:
    """One row with what every such row needs; the value None takes a default away."""
    key = canonical_tables()[table].key
    own = {key[0]: f"{table}-{number + 1}"} if len(key) == 1 else {}
    whole = own | DEFAULTS[table] | dict(row)
    if table == "submissions":
        if whole["channel"] == "agency":
            whole.setdefault("agency_id", "A")
        whole.setdefault("candidate_id", f"c-{whole['submission_id']}")
    return {name: spelled(value) for name, value in whole.items() if value is not None}


def spelled(value: object) -> str:
    """A value as an export writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value)


def add_parent(rows: dict[str, list[dict[str, str]]], table: str, column: str, key: str) -> None:
    """A row of `table` with this key, unless there is one."""
    held = rows.setdefault(table, [])
    if all(row[column] != key for row in held):
        held.append(completed_row(table, len(held), {column: key}))


def write_mapped(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, str]]
) -> None:
    """mapped.<table>: the columns that are needed or given, as text, and where each row stood."""
    named = {name for row in rows for name in row}
    columns = canonical_tables()[table].columns
    names = [column.name for column in columns if column.is_required or column.name in named]
    declared = ", ".join(f'"{name}" varchar' for name in names)
    run(connection, f'create table mapped."{table}" ({declared}, _file varchar, _line bigint)')
    if rows:
        values = [[row.get(name) for name in names] for row in rows]
        placed = [[*line, f"{table}.csv", number + 2] for number, line in enumerate(values)]
        places = ", ".join("?" for _ in placed[0])
        many = ", ".join(f"({places})" for _ in placed)
        run(
            connection,
            f'insert into mapped."{table}" values {many}',
            [cell for line in placed for cell in line],
        )


def records(result: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """The rows of a result by column name."""
    names = [column[0] for column in result.description or []]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
