"""Parquet into `raw`: page checksums verified where the file has them, every value as text."""

from collections.abc import Iterator

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from partnership.answers import Answers
from partnership.errors import UnreadableExport
from partnership.exports.names import raw_columns
from partnership.exports.raw_tables import prepare, quoted
from partnership.exports.report import FileReport, Limits, RejectedRow
from partnership.exports.sources import Source

BATCH = 50_000


def load_parquet(
    con: duckdb.DuckDBPyConnection, source: Source, answers: Answers, limits: Limits
) -> tuple[list[FileReport], list[RejectedRow]]:
    """One Parquet file into raw.<its table>; `_line` is the number of the record."""
    try:
        with pq.ParquetFile(source.path, page_checksum_verification=True) as content:
            header = [str(name) for name in content.schema_arrow.names]
            names = raw_columns(header, source.file, 0)
            _refuse_too_large(source, content.metadata.num_rows, len(names), limits)
            prepare(con, source.table, names)
            for first, batch in _numbered(content):
                _append(con, source, names, batch.rename_columns(names), first)
            records = content.metadata.num_rows
    except (pa.ArrowException, OSError, duckdb.Error) as error:
        raise UnreadableExport(
            f"{source.file} is a damaged Parquet file, or of a kind that can't be read: {error}",
            "Export it again, or as CSV UTF-8.",
        ) from error
    return [_report(source, header, names, records)], []


def _numbered(content: pq.ParquetFile) -> Iterator[tuple[int, pa.RecordBatch]]:
    first = 1
    for batch in content.iter_batches(batch_size=BATCH):
        yield first, batch
        first += batch.num_rows
    if first - 1 != content.metadata.num_rows:
        raise pa.ArrowInvalid(f"{first - 1} records instead of {content.metadata.num_rows}")


def _refuse_too_large(source: Source, rows: int, columns: int, limits: Limits) -> None:
    """Sizes in the file's footer can lie about bytes, not about how many rows come out."""
    if rows > limits.rows or columns > limits.columns or rows * columns > limits.cells:
        raise UnreadableExport(
            f"{source.file} has {rows:,} rows of {columns} columns; at most {limits.rows:,} rows, "
            f"{limits.columns} columns and {limits.cells:,} values are read here",
            "Import it on the command line, which has no such limit.",
        )


def _append(
    con: duckdb.DuckDBPyConnection, source: Source, names: list[str], batch: pa.RecordBatch, first: int
) -> None:
    lines = pa.array(range(first, first + batch.num_rows), pa.int64())
    table = pa.table([*batch.columns, lines], names=[*names, "_line"])
    con.register("batch_of_records", table)
    described = con.execute("describe select * from batch_of_records").fetchall()
    values = ", ".join(_as_text(name, kind) for name, kind, *_ in described if name != "_line")
    listed = ", ".join(map(quoted, names))
    con.execute(
        f"insert into raw.{quoted(source.table)} ({listed}, _file, _line) "
        f"select {values}, ?, _line from batch_of_records",
        [source.file],
    )
    con.unregister("batch_of_records")


def _as_text(name: str, kind: str) -> str:
    """The SQL that spells a value of this type: ISO dates, whole doubles without `.0`, nested as JSON."""
    column = quoted(name)
    if kind.startswith("TIMESTAMP"):
        zoned = "WITH TIME ZONE" in kind
        return f"replace(({column}{' at time zone ' + chr(39) + 'UTC' + chr(39) if zoned else ''})::varchar, ' ', 'T')" + (
            " || '+00:00'" if zoned else ""
        )
    if kind in ("DOUBLE", "FLOAT"):
        return (
            f"case when {column} = trunc({column}) and abs({column}) < 9007199254740992 "
            f"then {column}::bigint::varchar else {column}::varchar end"
        )
    if kind == "BLOB":
        return f"coalesce(try(decode({column})), {column}::varchar)"
    return f"to_json({column})::varchar" if kind.endswith(("]", ")")) and not kind.startswith("DECIMAL") else f"{column}::varchar"


def _report(source: Source, header: list[str], names: list[str], records: int) -> FileReport:
    return FileReport(
        file=source.file,
        table=source.table,
        format="parquet",
        records=records,
        loaded=records,
        rejected=0,
        blank=0,
        columns=tuple(zip(header, names, strict=True)),
        encoding=None,
        delimiter=None,
        sha256=source.sha256,
        bytes=source.bytes,
    )
