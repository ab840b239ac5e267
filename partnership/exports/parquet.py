"""Parquet into `raw`: page checksums verified where the file has them, every value as text."""

from collections.abc import Iterator

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from partnership.answers import Answers
from partnership.errors import UnreadableExport
from partnership.exports.names import raw_columns
from partnership.exports.raw_tables import prepare, quoted
from partnership.exports.report import FileReport, Limits, Loaded, RejectedRow
from partnership.exports.sources import Source

BATCH = 50_000

# How a value of a type is spelled, where a plain cast would not do. A whole number that was stored
# as a double, as pandas does where a column has gaps, loses its `.0`.
ISO_INSTANT = "replace(({0} at time zone 'UTC')::varchar, ' ', 'T') || '+00:00'"
ISO_MOMENT = "replace({0}::varchar, ' ', 'T')"
NUMBER = "regexp_replace({0}::varchar, '\\.0$', '')"
BYTES = "coalesce(try(decode({0})), {0}::varchar)"
SPELLINGS = {
    "TIMESTAMP WITH TIME ZONE": ISO_INSTANT,
    "TIMESTAMP": ISO_MOMENT,
    "TIMESTAMP_S": ISO_MOMENT,
    "TIMESTAMP_MS": ISO_MOMENT,
    "TIMESTAMP_NS": ISO_MOMENT,
    "DOUBLE": NUMBER,
    "FLOAT": NUMBER,
    "BLOB": BYTES,
}
NESTED = ("STRUCT", "MAP", "UNION")


def load_parquet(
    con: duckdb.DuckDBPyConnection, source: Source, answers: Answers, limits: Limits
) -> tuple[list[FileReport], list[RejectedRow]]:
    """One Parquet file into raw.<its table>; `_line` is the number of the record."""
    try:
        with pq.ParquetFile(source.path, page_checksum_verification=True) as content:
            header = [str(name) for name in content.schema_arrow.names]
            names = raw_columns(header, source.file)
            rows: int = content.metadata.num_rows
            limits.check_cells(source.file, rows, len(names))
            prepare(con, source.table, names)
            for first, batch in _numbered(content, rows):
                _append(con, source, names, batch, first)
    except (MemoryError, duckdb.OutOfMemoryException):
        raise  # too little memory is no damage: the builder says what to do about it
    except (pa.ArrowException, OSError, duckdb.Error) as error:
        raise UnreadableExport(
            f"{source.file} is damaged, or holds values that can't be read: {error}",
            "Export it again, or as CSV UTF-8.",
        ) from error
    return [
        source.report(source.table, Loaded(rows, []), tuple(zip(header, names, strict=True)))
    ], []


def _numbered(content: pq.ParquetFile, rows: int) -> Iterator[tuple[int, pa.RecordBatch]]:
    """Each batch with the number of its first record. Raises where records are missing."""
    first = 1
    for batch in content.iter_batches(batch_size=BATCH):
        yield first, batch
        first += batch.num_rows
    if first - 1 != rows:
        raise pa.ArrowInvalid(f"{first - 1} records instead of {rows}")


def _append(
    con: duckdb.DuckDBPyConnection,
    source: Source,
    names: list[str],
    batch: pa.RecordBatch,
    first: int,
) -> None:
    lines = pa.array(range(first, first + batch.num_rows), pa.int64())
    con.register("records", pa.table([*batch.columns, lines], names=[*names, "_line"]))
    types = {row[0]: row[1] for row in con.execute("describe from records").fetchall()}
    values = ", ".join(_as_text(name, types[name]) for name in names)
    listed = ", ".join(map(quoted, names))
    con.execute(
        f"insert into raw.{quoted(source.table)} ({listed}, _file, _line) "
        f"select {values}, ?, _line from records",
        [source.file],
    ).fetchall()
    con.unregister("records")


def _as_text(name: str, kind: str) -> str:
    """The SQL that spells a column's values as text."""
    is_nested = kind.startswith(NESTED) or kind.endswith("]")
    spelling = "to_json({0})::varchar" if is_nested else SPELLINGS.get(kind, "{0}::varchar")
    return spelling.format(quoted(name))
