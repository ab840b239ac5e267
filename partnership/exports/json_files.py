"""JSON and JSON Lines into `raw`: one row per object, nested values as JSON text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

import duckdb

from partnership.answers import Answers
from partnership.exports.decoding import Encoding, encoding_of
from partnership.exports.json_records import Found, records_of_document, records_of_lines
from partnership.exports.json_text import as_text, json_text
from partnership.exports.names import raw_name
from partnership.exports.raw_tables import BATCH, append
from partnership.exports.report import FileReport, Limits, Loaded, RejectedRow
from partnership.exports.sources import Source

UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass
class _Table:
    """One table of the file so far: key → raw name, rows not yet written, the other counts."""

    columns: dict[str, str] = field(default_factory=dict)
    waiting: list[tuple[int, dict[str, str | None]]] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    rows: int = 0
    blank: int = 0


def load_json(
    con: duckdb.DuckDBPyConnection, source: Source, answers: Answers, limits: Limits
) -> tuple[list[FileReport], list[RejectedRow]]:
    """One JSON file into the raw tables it names, every record a row or set aside."""
    encoding = encoding_of(source.path, source.file, answers)
    tables: dict[str, _Table] = {}
    for found in _found(source, encoding):
        table = tables.setdefault(found.table, _Table())
        _take(source, table, found)
        limits.check_cells(source.file, table.rows + len(table.waiting), len(table.columns))
        if len(table.waiting) >= BATCH:
            _write(con, source, found.table, table)
    for name, table in tables.items():
        _write(con, source, name, table)
    reports = [_report(source, name, table, encoding) for name, table in tables.items()]
    return reports, [row for table in tables.values() for row in table.rejected]


def _found(source: Source, encoding: Encoding) -> Iterator[Found]:
    """The file's records. A .json file with an object on each line is JSON Lines all the same."""
    errors = "backslashreplace" if encoding.is_damaged else "strict"
    with source.path.open(encoding=encoding.codec, errors=errors, newline="\n") as lines:
        if source.format == "jsonl":
            yield from records_of_lines(source.table, lines)
            return
        start = [line for line in (next(lines, ""), next(lines, "")) if line]
        if all(map(_is_object, start)) and (len(start) == 2 or '"stream"' in start[0]):
            yield from records_of_lines(source.table, chain(start, lines))
        else:
            text = "".join(start) + lines.read()
            yield from records_of_document(source.file, source.table, text)


def _is_object(line: str) -> bool:
    return line.startswith("{") and line.rstrip().endswith("}")


def _take(source: Source, table: _Table, found: Found) -> None:
    """Count a found record as blank, set it aside, or let it wait to be written."""
    if found.rule in ("blank", "table"):
        table.blank += found.rule == "blank"
        return
    if found.record is None:
        table.rejected.append(_rejected(source, found, found.rule, found.reason))
        return
    values: dict[str, str | None] = {}
    columns = {key: raw_name(key) or "unnamed" for key in found.record}
    problem = _fill(values, columns, found.record)
    if problem:
        table.rejected.append(_rejected(source, found, *problem))
    else:
        table.columns |= columns
        table.waiting.append((found.line, values))


def _fill(
    values: dict[str, str | None], columns: dict[str, str], record: dict[str, object]
) -> tuple[str, str] | None:
    """Fill in a record's values by raw name; the rule it breaks, if it does, and why."""
    for key, value in record.items():
        if columns[key] in values:
            return "repeated_key", f"two keys are both read as {columns[key]!r}"
        values[columns[key]] = text = as_text(value)
        if text is not None and not _can_be_stored(text):
            return "unreadable_text", f"{key!r} holds a NUL or half a character"
    return None


def _can_be_stored(text: str) -> bool:
    return UNSTORABLE.search(text) is None


def _rejected(source: Source, found: Found, rule: str, reason: str) -> RejectedRow:
    text = found.text or json_text(found.record)
    stored = text.encode("utf-8", "backslashreplace").decode()
    return RejectedRow(source.file, found.line, found.table, None, rule, reason, stored)


def _write(con: duckdb.DuckDBPyConnection, source: Source, name: str, table: _Table) -> None:
    columns = list(dict.fromkeys(table.columns.values()))
    rows = ((line, [values.get(column) for column in columns]) for line, values in table.waiting)
    table.rows += append(con, name, columns, source.file, rows)
    table.waiting.clear()


def _report(source: Source, name: str, table: _Table, encoding: Encoding) -> FileReport:
    loaded = Loaded(table.rows, table.rejected, table.blank)
    return source.report(name, loaded, tuple(table.columns.items()), encoding.codec)
