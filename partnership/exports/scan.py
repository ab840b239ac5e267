"""An independent, quote-aware count of a CSV file's records, from its bytes alone.

It decides whether the fast reader may be used: only for a file without a single irregularity.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

CHUNK = 1 << 23
LONGEST_LINE = 1_000_000
MOST_LINES = 1_000  # of one record, where a chunk ends inside a quoted field
NEWLINE, RETURN, QUOTE = 10, 13, 34

Bytes = npt.NDArray[np.uint8]
Positions = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]


class Irregular(Exception):
    """The file needs the reader that accounts for every line."""


@dataclass(frozen=True)
class Regular:
    """The line each record starts on, header left out; blank lines and all lines counted."""

    lines: Positions
    blank: int
    physical_lines: int


def regular_file(path: Path, delimiter: str, width: int, skip_bytes: int) -> Regular | None:
    """The shape of a file without irregularities, else None.

    Regular: one kind of line ending, quotes only around whole fields, every record as wide as
    the header.
    """
    starts, lines, blank, returns = [], 0, 0, None
    try:
        with path.open("rb") as content:
            content.seek(skip_bytes)
            for whole_records in _chunks(content):
                chunk = np.frombuffer(whole_records, np.uint8)
                if returns is None:
                    returns = RETURN in chunk
                ends, newlines = _record_ends(chunk, ord(delimiter), width, returns)
                is_blank = np.diff(ends, prepend=-1) == 1 + returns
                line_after = lines + np.searchsorted(newlines, ends) + 2
                starts.append(np.concatenate([[lines + 1], line_after[:-1]])[~is_blank])
                blank += int(is_blank.sum())
                lines += len(newlines)
    except Irregular:
        return None
    return Regular(np.concatenate(starts)[1:], blank, lines) if starts else None


def _chunks(content: BinaryIO) -> Iterator[bytes]:
    """Pieces that end where a record ends; the last gets the line ending that it may lack."""
    returns = False
    while chunk := content.read(CHUNK):
        lines = [chunk, content.readline(LONGEST_LINE)]
        quotes = sum(line.count(b'"') for line in lines)
        while quotes % 2 and len(lines) < MOST_LINES and lines[-1]:
            lines.append(content.readline(LONGEST_LINE))
            quotes += lines[-1].count(b'"')
        whole = b"".join(lines)
        returns = returns or b"\r" in whole
        if not whole.endswith(b"\n"):
            if content.read(1):
                raise Irregular  # a line too long for DuckDB's reader
            whole += b"\r\n" if returns else b"\n"
        yield whole


def _record_ends(
    chunk: Bytes, delimiter: int, width: int, returns: bool
) -> tuple[Positions, Positions]:
    """Where the records end, and where the lines do. Raises Irregular."""
    newlines, delimiters = np.flatnonzero(chunk == NEWLINE), np.flatnonzero(chunk == delimiter)
    ends, is_quoted = newlines, _quoted(chunk, delimiter)
    if is_quoted is not None:
        ends, delimiters = newlines[~is_quoted[newlines]], delimiters[~is_quoted[delimiters]]
    _require(np.array_equal(np.flatnonzero(chunk == RETURN), ends - 1 if returns else []))
    lengths = np.diff(ends, prepend=-1)
    delimiters_in = np.diff(np.searchsorted(delimiters, ends), prepend=0)
    is_blank = lengths == 1 + returns
    _require(bool(lengths.max() < LONGEST_LINE))
    _require(bool(((delimiters_in == width - 1) | is_blank).all()))
    return ends, newlines


def _quoted(chunk: Bytes, delimiter: int) -> Truths | None:
    """For each byte whether it stands in quotes; None where there are no quotes.

    Raises Irregular where a quote opens behind text, or closes before it.
    """
    is_quote = chunk == QUOTE
    quotes = np.flatnonzero(is_quote)
    if not len(quotes):
        return None
    _require(len(quotes) % 2 == 0)
    opening, closing = quotes[::2], quotes[1::2]
    before, after = chunk[opening[opening > 0] - 1], chunk[closing + 1]
    _require(bool(np.isin(before, [delimiter, NEWLINE, QUOTE]).all()))
    _require(bool(np.isin(after, [delimiter, NEWLINE, RETURN, QUOTE]).all()))
    return np.bitwise_xor.accumulate(is_quote.view(np.uint8)).view(np.bool_)


def _require(holds: bool) -> None:
    if not holds:
        raise Irregular
