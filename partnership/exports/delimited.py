"""CSV, TSV and TXT files into `raw`, by the fast reader where a file has no irregularity."""

import re
from collections.abc import Iterator
from itertools import islice

import duckdb

from partnership.answers import Answers
from partnership.errors import UnreadableExport, WrongColumns
from partnership.exports.csv_lines import LineReader
from partnership.exports.decoding import Encoding, encoding_of
from partnership.exports.dialect import (
    NAMES,
    Header,
    header_further_down,
    header_of,
    preamble,
    refuse_conflict_markers,
)
from partnership.exports.fast_csv import load_fast
from partnership.exports.names import raw_columns
from partnership.exports.raw_tables import append
from partnership.exports.report import FileReport, Limits, Loaded, RejectedRow
from partnership.exports.sources import Source

MARKUP = re.compile(r"\s*<[!?a-zA-Z]")
JSON = re.compile(r'\s*(\[\s*)?\{\s*"')


def load_delimited(
    con: duckdb.DuckDBPyConnection, source: Source, answers: Answers, limits: Limits
) -> tuple[list[FileReport], list[RejectedRow]]:
    """One text file into raw.<its table>, every record a row or set aside."""
    encoding = encoding_of(source.path, source.file, answers)
    _refuse_another_language(source, encoding)
    header = header_of(source.file, lambda: _lines(source, encoding), answers)
    limits.check_columns(source.file, len(header.cells))
    names = _names(source, encoding, header, answers.of("delimiter", source.file))
    loaded = None
    is_plain = not encoding.is_damaged and header.line == 1 and header.next_line == 2
    if is_plain and len(names) > 1:
        loaded = load_fast(con, source, encoding.codec, header.delimiter, names)
    if loaded is None:
        loaded = _load_by_line(con, source, encoding, header, names)
    limits.check_rows(source.file, loaded.rows + len(loaded.rejected))
    report = source.report(
        source.table,
        loaded,
        columns=tuple(zip(header.cells, names, strict=True)),
        encoding=encoding.codec,
        delimiter=NAMES.get(header.delimiter, header.delimiter),
    )
    return [report], loaded.rejected


def _names(source: Source, encoding: Encoding, header: Header, answered: str | None) -> list[str]:
    """The header's names in `raw`. Raises UnreadableExport where it stands further down."""
    if encoding.is_damaged and any("\udc80" <= c <= "\udcff" for c in "".join(header.cells)):
        raise UnreadableExport(
            f"{source.file}, line {header.line}: some bytes of the header are not valid UTF-8",
            "Correct the header line, or name another encoding.",
        )
    if len(header.cells) == 1 and answered is None:
        _refuse_preamble(source, encoding, header)
    try:
        return raw_columns(header.cells, f"{source.file}, line {header.line}")
    except WrongColumns:
        _refuse_preamble(source, encoding, header)
        raise


def _load_by_line(
    con: duckdb.DuckDBPyConnection,
    source: Source,
    encoding: Encoding,
    header: Header,
    names: list[str],
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
    if sum(reader.widths.values()) > count:
        _refuse_preamble(source, encoding, header)
    _refuse_header_of_another_width(source, header, reader, count)
    rejected = [
        RejectedRow(source.file, row.line, source.table, None, row.rule, row.reason, row.text)
        for row in reader.rejected
    ]
    return Loaded(count, rejected, reader.blank, header.next_line - 1 + reader.lines)


def _refuse_preamble(source: Source, encoding: Encoding, header: Header) -> None:
    found = header_further_down(header, _lines(source, encoding))
    if found:
        cells = [cell for cell in header.cells if cell.strip()]
        raise preamble(f"{source.file}, line {header.line}", cells, *found)


def _refuse_header_of_another_width(
    source: Source, header: Header, reader: LineReader, count: int
) -> None:
    """Raise where not one of several records is as wide as the header: it isn't theirs."""
    width, times = reader.widths.most_common(1)[0] if reader.widths else (0, 0)
    if count == 0 and times > 1:
        raise WrongColumns(
            f"{source.file}: the header on line {header.line} has {len(header.cells)} cells, but "
            f"no record has; {times:,} have {width}",
            "Export the file again with one header cell for each column.",
        )


def _refuse_another_language(source: Source, encoding: Encoding) -> None:
    """Raise for a page or JSON under the name of a table."""
    with source.path.open(encoding=encoding.codec, errors=encoding.errors) as text:
        beginning = text.read(2000).lstrip()
    if MARKUP.match(beginning):
        raise UnreadableExport(
            f"{source.file} is a web page or XML, not a table: it begins with {beginning[:40]!r}",
            "Sign in and export again; perhaps the login page was saved under the export's name.",
        )
    if JSON.match(beginning):
        raise UnreadableExport(
            f"{source.file} holds JSON, not a table: it begins with {beginning[:40]!r}",
            "Rename it to .json, or to .jsonl where each line is one record.",
        )


def _lines(source: Source, encoding: Encoding) -> Iterator[str]:
    r"""The physical lines with their endings (\n, \r\n or \r), decoded; nothing is translated."""
    with source.path.open(encoding=encoding.codec, errors=encoding.errors, newline="") as text:
        yield from refuse_conflict_markers(source.file, text)
