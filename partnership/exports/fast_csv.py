"""A regular CSV file read by DuckDB, trusted only where both count the same records."""

from pathlib import Path

import duckdb
import pyarrow as pa

from partnership.exports.raw_tables import prepare, quoted
from partnership.exports.report import Loaded
from partnership.exports.scan import regular_file
from partnership.exports.sources import Source

MARK_BYTES = {"utf-8": 0, "utf-8-sig": 3}


def load_fast(
    con: duckdb.DuckDBPyConnection, source: Source, codec: str, delimiter: str, names: list[str]
) -> Loaded | None:
    """All records of a UTF-8 file whose header is line 1, or None where line by line is needed."""
    if codec not in MARK_BYTES or len(delimiter.encode()) > 1 or _has_wildcard(source.path):
        return None
    shape = regular_file(source.path, delimiter, len(names), MARK_BYTES[codec])
    if shape is None or len(shape.lines) == 0:
        return None
    reading = _read_csv(delimiter, names)
    con.register("line_of_record", pa.table({"_line": shape.lines}))
    try:
        records, rows = con.execute(
            f"select count(*), count(*) filter ({_has_value(names)}) from {reading}",
            [str(source.path)],
        ).fetchall()[0]
        if records != len(shape.lines):
            return None
        if _insert(con, source, names, reading) != rows:
            con.execute(f"delete from raw.{quoted(source.table)} where _file = ?", [source.file])
            return None
    except duckdb.Error:
        return None
    finally:
        con.unregister("line_of_record")
    return Loaded(rows, [], shape.blank + records - rows, shape.physical_lines)


def _insert(con: duckdb.DuckDBPyConnection, source: Source, names: list[str], reading: str) -> int:
    """Append the records with any value; an empty field is '', which DuckDB reads as null."""
    prepare(con, source.table, names)
    listed = ", ".join(map(quoted, names))
    fields = ", ".join(f"coalesce({quoted(name)}, '')" for name in names)
    added = con.execute(
        f"insert into raw.{quoted(source.table)} ({listed}, _file, _line) "
        f"select {fields}, ?, _line from {reading} positional join line_of_record "
        f"where {_has_value(names)}",
        [source.file, str(source.path)],
    ).fetchall()
    return int(added[0][0])


def _has_value(names: list[str]) -> str:
    """The SQL condition that a record has any field that isn't blank."""
    return " or ".join(f"trim({quoted(name)}, ' \t') <> ''" for name in names)


def _read_csv(delimiter: str, names: list[str]) -> str:
    """DuckDB's reader with everything said and nothing detected; the file is its only parameter."""
    columns = ", ".join("'" + name.replace("'", "''") + "': 'VARCHAR'" for name in names)
    return (
        f"read_csv(?, columns = {{{columns}}}, auto_detect = false, header = false, skip = 1, "
        f"delim = '{delimiter}', quote = '\"', escape = '\"', comment = '', nullstr = '', "
        "compression = 'none', strict_mode = true, null_padding = false, "
        "ignore_errors = false, max_line_size = 2000000)"
    )


def _has_wildcard(path: Path) -> bool:
    """Whether DuckDB would take the path for a pattern."""
    return any(character in str(path) for character in "*?[")
