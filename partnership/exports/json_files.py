"""JSON and JSON Lines into `raw`: one row per object, nested values as JSON text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

import duckdb

from partnership.answers import Answers
from partnership.errors import UnreadableExport
from partnership.exports.decoding import Encoding, encoding_of
from partnership.exports.json_records import Found, records_of_document, records_of_lines
from partnership.exports.json_text import as_text, json_text
from partnership.exports.names import raw_name
from partnership.exports.raw_tables import BATCH, append
from partnership.exports.report import FileReport, Limits, RejectedRow
from partnership.exports.sources import Source


@dataclass
class _Table:
    """One table of the file so far: header → raw name, rows waiting to be written, counts."""

    columns: dict[str, str] = field(default_factory=dict)
    waiting: list[tuple[int, dict[str, str | None]]] = field(default_factory=list)
    loaded: int = 0
    rejected: int = 0
    blank: int = 0


def load_json(
    con: duckdb.DuckDBPyConnection, source: Source, answers: Answers, limits: Limits
) -> tuple[list[FileReport], list[RejectedRow]]:
    """One JSON file into the raw tables it names, every record a row or set aside."""
    encoding = encoding_of(source.path, source.file, answers)
    tables: dict[str, _Table] = {}
    rejected: list[RejectedRow] = []
    for found in _found(source, encoding):
        table = tables.setdefault(found.table, _Table())
        if found.rule == "blank":
            table.blank += 1
            continue
        problem = (found.rule, found.reason) if found.record is None else _taken(table, found)
        if problem:
            table.rejected += 1
            rejected.append(_rejected(source, found, *problem))
        _refuse_too_many(source, table, limits)
        if len(table.waiting) >= BATCH:
            _flush(con, source, found.table, table)
    for name, table in (tables or {source.table: _Table()}).items():
        tables[name] = table
        _flush(con, source, name, table)
    return [_report(source, *named, encoding) for named in tables.items()], rejected


def _found(source: Source, encoding: Encoding) -> Iterator[Found]:
    """The file's records; a .json file that holds one object a line is JSON Lines all the same."""
    with source.path.open(encoding=encoding.codec, errors=encoding.errors, newline="\n") as lines:
        if source.format == "jsonl":
            yield from records_of_lines(source.table, lines)
            return
        first, second = next(lines, ""), next(lines, "")
        if _is_object(first) and (_is_object(second) or '"stream"' in first):
            yield from records_of_lines(source.table, chain([first, second] if second else [first], lines))
        else:
            text = first + second + lines.read()
            yield from records_of_document(source.file, source.table, text)


def _is_object(line: str) -> bool:
    return line.startswith("{") and line.rstrip().endswith("}")


def _taken(table: _Table, found: Found) -> tuple[str, str] | None:
    """Put a record on its table's waiting rows; the rule it breaks and why, where it can't be."""
    values: dict[str, str | None] = {}
    for header, value in (found.record or {}).items():
        name = table.columns.setdefault(header, _column(header))
        if name in values:
            return "repeated_key", f"two keys are both read as {name!r}"
        text = as_text(value)
        if text is not None and not _can_be_stored(text):
            return "unreadable_text", f"{header!r} holds half a character or a NUL"
        values[name] = text
    table.waiting.append((found.line, values))
    return None


def _column(header: str) -> str:
    return raw_name(header) or "unnamed"


def _can_be_stored(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def _rejected(source: Source, found: Found, rule: str, reason: str) -> RejectedRow:
    text = found.text or json_text(found.record)
    shown = text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")
    return RejectedRow(source.file, found.line, found.table, None, rule, reason, shown)


def _refuse_too_many(source: Source, table: _Table, limits: Limits) -> None:
    rows, columns = table.loaded + len(table.waiting), len(table.columns)
    if rows > limits.rows or columns > limits.columns:
        raise UnreadableExport(
            f"{source.file} has more than {limits.rows:,} rows or {limits.columns} columns",
            "Import it on the command line, which has no such limit.",
        )


def _flush(con: duckdb.DuckDBPyConnection, source: Source, name: str, table: _Table) -> None:
    columns = list(dict.fromkeys(table.columns.values()))
    rows = ((line, [values.get(column) for column in columns]) for line, values in table.waiting)
    table.loaded += append(con, name, columns, source.file, rows)
    table.waiting.clear()


def _report(source: Source, name: str, table: _Table, encoding: Encoding) -> FileReport:
    return FileReport(
        file=source.file,
        table=name,
        format=source.format,
        records=table.loaded + table.rejected,
        loaded=table.loaded,
        rejected=table.rejected,
        blank=table.blank,
        columns=tuple(table.columns.items()),
        encoding=encoding.codec,
        delimiter=None,
        sha256=source.sha256,
        bytes=source.bytes,
    )
