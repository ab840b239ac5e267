"""Rows into the tables of schema `raw`: every column text, plus the file and line of each."""

from collections.abc import Iterable, Sequence
from itertools import islice

import duckdb
import pyarrow as pa

from partnership.exports.report import RejectedRow

BATCH = 20_000
QUARANTINE = """
create table if not exists quarantine.row (
    _file varchar, _line bigint, table_name varchar, column_name varchar,
    rule varchar, reason varchar, value varchar
)
"""

Row = tuple[int, Sequence[str | None]]


def quoted(name: str) -> str:
    """A name as an SQL identifier, whatever characters it holds."""
    return '"' + name.replace('"', '""') + '"'


def prepare(con: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> None:
    """Make raw.<table> hold these columns, beside those that earlier files brought."""
    con.execute("create schema if not exists raw")
    declared = "".join(f"{quoted(column)} varchar, " for column in columns)
    con.execute(
        f"create table if not exists raw.{quoted(table)} ({declared}_file varchar, _line bigint)"
    )
    there = {row[0] for row in con.execute(f"describe raw.{quoted(table)}").fetchall()}
    for column in columns:
        if column not in there:
            con.execute(f"alter table raw.{quoted(table)} add column {quoted(column)} varchar")


def append(
    con: duckdb.DuckDBPyConnection,
    table: str,
    columns: Sequence[str],
    file: str,
    rows: Iterable[Row],
) -> int:
    """Append (line, values) rows of one file to raw.<table>, in batches; return how many."""
    prepare(con, table, columns)
    remaining, count = iter(rows), 0
    while batch := list(islice(remaining, BATCH)):
        values = zip(*(values for _, values in batch), strict=True) if columns else ()
        content = [pa.array(column, pa.string()) for column in values]
        lines = pa.array([line for line, _ in batch], pa.int64())
        files = pa.array([file] * len(batch), pa.string())
        names = [*columns, "_file", "_line"]
        _insert(con, f"raw.{quoted(table)}", pa.table([*content, files, lines], names=names))
        count += len(batch)
    return count


def set_aside(con: duckdb.DuckDBPyConnection, rejected: Sequence[RejectedRow]) -> None:
    """Append rejected rows to quarantine.row, made where it is missing."""
    con.execute("create schema if not exists quarantine")
    con.execute(QUARANTINE)
    for start in range(0, len(rejected), BATCH):
        batch = rejected[start : start + BATCH]
        columns: dict[str, list[object]] = {
            "_file": [row.file for row in batch],
            "_line": [row.line for row in batch],
            "table_name": [row.table for row in batch],
            "column_name": [row.column for row in batch],
            "rule": [row.rule for row in batch],
            "reason": [row.reason for row in batch],
            "value": [row.text for row in batch],
        }
        types = {name: pa.int64() if name == "_line" else pa.string() for name in columns}
        _insert(con, "quarantine.row", pa.table(columns, schema=pa.schema(types.items())))


def _insert(con: duckdb.DuckDBPyConnection, into: str, rows: pa.Table) -> None:
    con.register("rows_to_insert", rows)
    con.execute(f"insert into {into} by name select * from rows_to_insert").fetchall()
    con.unregister("rows_to_insert")
