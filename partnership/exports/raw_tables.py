"""Rows into the tables of schema `raw`: every column text, plus the file and line each row came from."""

from collections.abc import Iterable, Sequence
from itertools import islice

import duckdb
import pyarrow as pa

from partnership.exports.report import RejectedRow

BATCH = 20_000


def quoted(name: str) -> str:
    """A name as an SQL identifier, whatever characters it holds."""
    return '"' + name.replace('"', '""') + '"'


def prepare(con: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> None:
    """Make raw.<table> hold these columns, beside those that earlier files brought."""
    con.execute("create schema if not exists raw")
    con.execute(f"create table if not exists raw.{quoted(table)} (_file varchar, _line bigint)")
    for column in columns:
        con.execute(
            f"alter table raw.{quoted(table)} add column if not exists {quoted(column)} varchar"
        )


def append(
    con: duckdb.DuckDBPyConnection,
    table: str,
    columns: Sequence[str],
    file: str,
    rows: Iterable[tuple[int, Sequence[str | None]]],
) -> int:
    """Append (line, values) rows of one file to raw.<table>, in batches; return how many."""
    prepare(con, table, columns)
    remaining, count = iter(rows), 0
    while batch := list(islice(remaining, BATCH)):
        _append_batch(con, table, columns, file, batch)
        count += len(batch)
    return count


def _append_batch(
    con: duckdb.DuckDBPyConnection,
    table: str,
    columns: Sequence[str],
    file: str,
    batch: Sequence[tuple[int, Sequence[str | None]]],
) -> None:
    values = list(zip(*(values for _, values in batch), strict=True)) or [()] * len(columns)
    arrays = [pa.array(column, pa.string()) for column in values]
    lines = pa.array([line for line, _ in batch], pa.int64())
    files = pa.array([file] * len(batch), pa.string())
    names = [*columns, "_file", "_line"]
    con.register("batch_of_rows", pa.table([*arrays, files, lines], names=names))
    listed = ", ".join(quoted(name) for name in names)
    con.execute(f"insert into raw.{quoted(table)} ({listed}) select {listed} from batch_of_rows")
    con.unregister("batch_of_rows")


def set_aside(con: duckdb.DuckDBPyConnection, rejected: Sequence[RejectedRow]) -> None:
    """Append rejected rows to quarantine.row, made where it is missing."""
    con.execute("create schema if not exists quarantine")
    con.execute(
        "create table if not exists quarantine.row (_file varchar, _line bigint, table_name varchar, "
        "column_name varchar, rule varchar, reason varchar, value varchar)"
    )
    if not rejected:
        return
    text = ("file", "line", "table", "column", "rule", "reason", "text")
    types = {"line": pa.int64()}
    arrays = [
        pa.array([getattr(row, name) for row in rejected], types.get(name, pa.string()))
        for name in text
    ]
    con.register("rejected_rows", pa.table(arrays, names=list(text)))
    con.execute(
        "insert into quarantine.row (_file, _line, table_name, column_name, rule, reason, value) "
        'select file, line, "table", "column", rule, reason, "text" from rejected_rows'
    )
    con.unregister("rejected_rows")
