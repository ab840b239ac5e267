"""CSV, TSV and TXT files into `raw`: the fast reader for files without irregularities, else line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import duckdb
import pyarrow as pa

from partnership.answers import Answers
from partnership.errors import UnreadableExport, WrongColumns
from partnership.exports.csv_lines import LineReader
from partnership.exports.decoding import Encoding, encoding_of
from partnership.exports.dialect import (
    NAMES,
    Header,
    header_of,
    looks_like_header,
    preamble,
    refuse_conflict_markers,
)
from partnership.exports.names import raw_columns
from partnership.exports.raw_tables import append, prepare, quoted
from partnership.exports.report import FileReport, Limits, RejectedRow
from partnership.exports.scan import Regular, regular_file
from partnership.exports.sources import Source

READABLE_BY_BOTH = {"utf-8": 0, "utf-8-sig": 3}  # encoding → bytes of its mark


@dataclass(frozen=True)
class Loaded:
    """What became of a file's lines: rows loaded, blank records, physical lines, rows set aside."""

    rows: int
    blank: int
    lines: int
    rejected: list[RejectedRow]


def load_delimited(
    con: duckdb.DuckDBPyConnection, source: Source, answers: Answers, limits: Limits
) -> tuple[list[FileReport], list[RejectedRow]]:
    """One text file into raw.<its table>, every record a row or set aside."""
    encoding = encoding_of(source.path, source.file, answers)
    header = header_of(source.file, lambda: _lines(source, encoding), answers)
    names = raw_columns(header.cells, source.file, header.line)
    if len(names) > limits.columns:
        raise UnreadableExport(
            f"{source.file} has {len(names)} columns; at most {limits.columns} are read here",
            "Export only the columns that are needed, or import it on the command line.",
        )
    loaded = _loaded_fast(con, source, encoding, header, names)
    if loaded is None:
        loaded = _loaded_by_line(con, source, encoding, header, names)
    report = FileReport(
        file=source.file,
        table=source.table,
        format=source.format,
        records=loaded.rows + len(loaded.rejected),
        loaded=loaded.rows,
        rejected=len(loaded.rejected),
        blank=loaded.blank,
        columns=tuple(zip(header.cells, names, strict=True)),
        encoding=encoding.codec,
        delimiter=NAMES.get(header.delimiter, header.delimiter),
        sha256=source.sha256,
        bytes=source.bytes,
        lines=loaded.lines,
    )
    return [report], loaded.rejected


def _loaded_fast(
    con: duckdb.DuckDBPyConnection, source: Source, encoding: Encoding, header: Header, names: list[str]
) -> Loaded | None:
    """Read by DuckDB, where the bytes show no irregularity and both count the same records; else None."""
    mark = READABLE_BY_BOTH.get(encoding.codec)
    has_wildcard = any(character in str(source.path) for character in "*?[")
    if mark is None or encoding.is_damaged or has_wildcard or header.line != 1 or header.next_line != 2:
        return None
    shape = regular_file(source.path, header.delimiter, len(names), mark)
    if shape is None or not len(shape.lines):
        return None
    con.register("line_of_record", pa.table({"_line": shape.lines}))
    try:
        return _inserted(con, source, header, names, shape)
    except duckdb.Error:
        return None
    finally:
        con.unregister("line_of_record")


def _inserted(
    con: duckdb.DuckDBPyConnection, source: Source, header: Header, names: list[str], shape: Regular
) -> Loaded | None:
    reading = _read_csv(header.delimiter, names)
    counted = con.execute(f"select count(*) from {reading}", [str(source.path)]).fetchone()
    if counted is None or counted[0] != len(shape.lines):
        return None
    prepare(con, source.table, names)
    listed = ", ".join(map(quoted, names))
    kept = ", ".join(f"coalesce({quoted(name)}, '')" for name in names)
    any_value = " or ".join(f"{quoted(name)} is not null" for name in names)
    added = con.execute(
        f"insert into raw.{quoted(source.table)} ({listed}, _file, _line) "
        f"select {kept}, ?, _line from {reading} positional join line_of_record where {any_value}",
        [source.file, str(source.path)],
    ).fetchone()
    count = int(added[0]) if added else 0
    return Loaded(count, shape.blank + len(shape.lines) - count, shape.physical_lines, [])


def _read_csv(delimiter: str, names: list[str]) -> str:
    """DuckDB's reader with everything said and nothing detected; the file is its only parameter."""
    columns = ", ".join("'" + name.replace("'", "''") + "': 'VARCHAR'" for name in names)
    return (
        f"read_csv(?, columns = {{{columns}}}, auto_detect = false, header = false, skip = 1, "
        f"delim = '{delimiter}', quote = '\"', escape = '\"', comment = '', nullstr = '', compression = 'none', "
        "strict_mode = true, null_padding = false, ignore_errors = false, max_line_size = 2000000)"
    )


def _loaded_by_line(
    con: duckdb.DuckDBPyConnection, source: Source, encoding: Encoding, header: Header, names: list[str]
) -> Loaded:
    """Read in Python, accounting for every physical line."""
    lines = islice(_lines(source, encoding), header.next_line - 1, None)
    reader = LineReader(
        lines,
        header.delimiter,
        len(names),
        first_line=header.next_line,
        is_damaged=encoding.is_damaged,
    )
    count = append(con, source.table, names, source.file, reader)
    _refuse_misplaced_header(source.file, header, reader, count)
    rejected = [
        RejectedRow(source.file, row.line, source.table, None, row.rule, row.reason, row.text)
        for row in reader.rejected
    ]
    return Loaded(count, reader.blank, header.next_line - 1 + reader.lines, rejected)


def _refuse_misplaced_header(file: str, header: Header, reader: LineReader, count: int) -> None:
    """Raise where the header's width is not the records': a preamble above it, or another table's header."""
    if not reader.widths:
        return
    width, times = reader.widths.most_common(1)[0]
    line, fields = reader.first_of_width[width]
    is_above = width > len(header.cells) and times > count and looks_like_header(fields)
    if is_above and line <= header.line + 20:
        raise preamble(file, header.line, header.cells, line, fields)
    if count == 0 and times > 1:
        raise WrongColumns(
            f"{file}: the header on line {header.line} has {len(header.cells)} columns, but no record has; "
            f"{times} have {width}, the first on line {line}",
            "Export the file again with one header cell for each column.",
        )


def _lines(source: Source, encoding: Encoding) -> Iterator[str]:
    """The physical lines with their endings (\n, \r\n or \r), decoded; nothing is translated."""
    with source.path.open(encoding=encoding.codec, errors=encoding.errors, newline="") as text:
        yield from refuse_conflict_markers(source.file, text)
