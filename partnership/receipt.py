"""The data receipt: what became of every row that came in, and what the figures can say."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import duckdb

from partnership.canonical import canonical_tables
from partnership.exports import LoadReport
from partnership.mapping import StageReport
from partnership.queries import Query, query, query_names
from partnership.statements import run

Row = dict[str, Any]
NOTABLE_CHANGE = 0.30
# Lists that people keep: that they grow says nothing about the exports.
KEPT_LISTS = frozenset({"erasures", "verdicts"})

# The exported table that a mart stands on. A mart that is not named here can be made without one.
STANDS_ON = {
    "search": "searches",
    "opening": "searches",
    "submission": "submissions",
    "stage_event": "stage_events",
    "interview": "interviews",
    "offer": "offers",
    "placement": "placements",
    "meeting": "meetings",
    "contact_gap": "meetings",
    "commitment": "commitments",
    "target": "targets",
    "dispute": "disputes",
    "pulse_response": "pulse",
}


def receipt_of(
    connection: duckdb.DuckDBPyConnection,
    loaded: LoadReport,
    staged: StageReport,
    facts: Mapping[str, Any],
    previous: Mapping[str, Any] | None,
) -> Row:
    """The receipt of the build in `connection`: `facts` first, then every row accounted for.

    `previous` is the receipt of the build being shown, to say what changed.
    """
    files = _files(connection, loaded, staged)
    tables = {row["table"]: row["rows"] for row in rows(connection, "tables") if row["is_present"]}
    receipt = {
        **facts,
        "files": files,
        "rows": {fate: sum(file[fate] for file in files) for fate in FATES},
        "records": rows(connection, "records"),
        "overruled": rows(connection, "overruled"),
        "passed_over": [{"file": file.file, "reason": file.reason} for file in loaded.ignored],
        "rules": rows(connection, "set_aside_by_rule"),
        "examples": rows(connection, "first_set_aside"),
        "notes": rows(connection, "notes"),
        "flags": rows(connection, "flags"),
        "unassigned_sources": rows(connection, "unassigned_sources"),
        "tables": tables,
        "agencies": [row["name"] for row in rows(connection, "agencies")],
        **_metrics(set(tables)),
    }
    return receipt | {"changes": _changes(receipt, previous)}


# Every physical row has one of accepted, set aside, not needed; some accepted ones only in part.
FATES = ("physical", "accepted", "in_part", "set_aside", "not_needed", "blank")


def _files(
    connection: duckdb.DuckDBPyConnection, loaded: LoadReport, staged: StageReport
) -> list[Row]:
    """Per file: its physical rows, and how many of them were accepted, set aside or not needed.

    Not needed are the tables that the system only looks things up in, or does not read at all.
    """
    _list_lines(connection)
    fates = {row.pop("file"): row for row in rows(connection, "fates")}
    files: dict[str, Row] = {}
    for part in loaded.files:
        nothing = {"physical": 0, "blank": 0, "accepted": 0, "in_part": 0, "set_aside": 0}
        known = {"file": part.file, "bytes": part.bytes, "sha256": part.sha256, "tables": []}
        file = files.setdefault(part.file, known | nothing | fates.get(part.file, {}))
        file["tables"].append({"table": part.table, "role": staged.roles[part.table]})
        file["physical"] += part.records
        file["blank"] += part.blank
    for file in files.values():
        file["not_needed"] = file["physical"] - file["accepted"] - file["set_aside"]
    return [files[name] for name in sorted(files)]


def _list_lines(connection: duckdb.DuckDBPyConnection) -> None:
    """accounting.line: file and line of every row that was typed, and of every one set aside;
    accounting.known: those of tables that may be typed, as known at the as-of instant."""
    known = [
        f"select '{name}' as table_name, _file, _line from staging.\"{name}\""
        for name, table in canonical_tables().items()
        if table.typed_key
    ]
    connection.execute("create schema if not exists accounting")
    connection.execute(f"create or replace view accounting.known as {' union all '.join(known)}")
    typed = [
        f'select _file, _line, true as is_accepted from typed."{t}"' for t in canonical_tables()
    ]
    set_aside = 'select _file, _line, false as is_accepted from quarantine."row"'
    connection.execute(
        f"create or replace view accounting.line as {' union all '.join([*typed, set_aside])}"
    )


def _metrics(present: set[str]) -> Row:
    """Which metrics these tables can answer, and what the others lack."""
    lacking = {name: sorted(needed_tables(name) - present) for name in query_names("metrics")}
    return {
        "can_answer": [name for name, tables in lacking.items() if not tables],
        "cannot_answer": {name: tables for name, tables in lacking.items() if tables},
    }


def needed_tables(metric: str) -> set[str]:
    """The exported tables a metric needs: those named under `needs`, else what its marts need."""
    asked = query("metrics", metric)
    if "needs" in asked.header:
        return set(_words(asked, "needs"))
    marts = {table.removeprefix("marts.") for table in _words(asked, "reads")}
    return {STANDS_ON[mart] for mart in marts if mart in STANDS_ON}


def _words(asked: Query, key: str) -> list[str]:
    return [word.strip() for word in asked.header.get(key, "").split(",") if word.strip()]


def _changes(receipt: Row, previous: Mapping[str, Any] | None) -> Row | None:
    """What is unlike the build being shown; None without one, or between sample and real data."""
    if previous is None or previous["is_synthetic"] != receipt["is_synthetic"]:
        return None
    before, now = previous["tables"], receipt["tables"]
    moved = {
        table: {"before": before.get(table, 0), "now": now.get(table, 0)}
        for table in sorted((set(before) | set(now)) - KEPT_LISTS)
        if abs(now.get(table, 0) - before.get(table, 0)) > NOTABLE_CHANGE * before.get(table, 0)
    }
    new_agencies = sorted(set(receipt["agencies"]) - set(previous["agencies"]))
    return {"compared_with": previous["name"], "rows": moved, "new_agencies": new_agencies}


def rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[Row]:
    """Rows of queries/receipt/<name>.sql, days and instants as ISO text."""
    answer = run(connection.cursor(), query("receipt", name).sql)
    columns = [column[0] for column in answer.description or []]
    return [dict(zip(columns, map(_plain, row), strict=True)) for row in answer.fetchall()]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value
