"""An independent, quote-aware count of a CSV file's records, from its bytes alone.

It decides whether the fast reader may be used: only for a file without a single irregularity.
"""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

CHUNK = 1 << 23
LONGEST_LINE = 1_000_000
NEWLINE, RETURN, QUOTE = 10, 13, 34

Bytes = npt.NDArray[np.uint8]
Positions = npt.NDArray[np.int64]


class Irregular(Exception):
    """The file needs the reader that accounts for every line."""


@dataclass
class _State:
    """What one chunk hands to the next. Chunks end at line ends, so quotes never straddle two of them."""

    line: int = 1
    in_quotes: bool = False
    fields_open: int = 0
    uses_returns: bool | None = None
    starts: list[Positions] = field(default_factory=list)
    record_line: int = 1
    record_bytes: int = 0
    blank: int = 0


@dataclass(frozen=True)
class Regular:
    """A file whose every record has the header's width: the line each record starts on, header left out."""

    lines: Positions
    blank: int
    physical_lines: int


def regular_file(path: Path, delimiter: str, width: int, skip_bytes: int) -> Regular | None:
    """The shape of a file without irregularities, else None.

    Regular: one kind of line ending, quotes only around whole fields, every record as wide as the header.
    """
    state = _State()
    try:
        with path.open("rb") as content:
            content.seek(skip_bytes)
            while chunk := content.read(CHUNK) + content.readline(LONGEST_LINE):
                _scan(np.frombuffer(chunk, np.uint8), ord(delimiter), width, state)
    except Irregular:
        return None
    if state.in_quotes or not state.starts:
        return None
    return Regular(np.concatenate(state.starts)[1:], state.blank, state.line - 1)


def _scan(chunk: Bytes, delimiter: int, width: int, state: _State) -> None:
    if chunk[-1] != NEWLINE:
        chunk = np.append(chunk, np.uint8(NEWLINE)) if not state.uses_returns else np.append(
            chunk, np.array([RETURN, NEWLINE], np.uint8)
        )
    newlines = np.flatnonzero(chunk == NEWLINE)
    inside = _inside_quotes(chunk, delimiter, state)
    ends, delimiters = newlines, np.flatnonzero(chunk == delimiter)
    if inside is not None:
        ends, delimiters = newlines[~inside[newlines]], delimiters[~inside[delimiters]]
    _check_returns(chunk, newlines, ends, state)
    _check_records(newlines, ends, delimiters, width, state)


def _inside_quotes(chunk: Bytes, delimiter: int, state: _State) -> npt.NDArray[np.bool_] | None:
    """For each byte whether it is quoted; None where the whole chunk is free of quotes."""
    quotes = np.flatnonzero(chunk == QUOTE)
    if not len(quotes) and not state.in_quotes:
        return None
    opens_first = 1 if state.in_quotes else 0
    opening, closing = quotes[opens_first::2], quotes[1 - opens_first :: 2]
    before = chunk[opening - 1][opening > 0]
    after = chunk[closing + 1]
    _require(np.isin(before, [delimiter, NEWLINE, QUOTE]))
    _require(np.isin(after, [delimiter, NEWLINE, RETURN, QUOTE]))
    inside = ((np.cumsum(chunk == QUOTE, dtype=np.int64) + opens_first) & 1).astype(np.bool_)
    state.in_quotes = bool(inside[-1])
    return inside


def _check_returns(chunk: Bytes, newlines: Positions, ends: Positions, state: _State) -> None:
    """Either no line ends in a carriage return, or every record does and no other place holds one."""
    returns = np.flatnonzero(chunk == RETURN)
    if state.uses_returns is None:
        state.uses_returns = len(returns) > 0
    if not state.uses_returns:
        if len(returns):
            raise Irregular
        return
    if len(returns) != len(ends) or not np.array_equal(returns + 1, ends):
        raise Irregular


def _check_records(
    newlines: Positions, ends: Positions, delimiters: Positions, width: int, state: _State
) -> None:
    ending = 2 if state.uses_returns else 1
    begins = np.concatenate([[0], ends + 1])[:-1] if len(ends) else np.empty(0, np.int64)
    lengths = ends - begins
    if len(ends):
        lengths[0] += state.record_bytes
        _require(lengths < LONGEST_LINE)
    is_blank = lengths == ending - 1
    splits = np.searchsorted(delimiters, ends)
    counts = np.diff(splits, prepend=0)
    if len(counts):
        counts[0] += state.fields_open
    _require((counts == width - 1) | is_blank)
    if width == 1 and is_blank.any():
        raise Irregular
    _note_lines(newlines, ends, is_blank, state)
    last = int(ends[-1]) + 1 if len(ends) else 0
    open_delimiters = len(delimiters) - (int(splits[-1]) if len(splits) else 0)
    carried = 0 if len(ends) else 1
    state.fields_open = open_delimiters + carried * state.fields_open
    state.record_bytes = (int(newlines[-1]) + 1 - last) + carried * state.record_bytes
    state.line += len(newlines)


def _note_lines(newlines: Positions, ends: Positions, is_blank: npt.NDArray[np.bool_], state: _State) -> None:
    """The physical line on which each record of the chunk starts."""
    if not len(ends):
        return
    next_lines = state.line + np.searchsorted(newlines, ends) + 1
    starts = np.concatenate([[state.record_line], next_lines[:-1]])
    state.starts.append(starts[~is_blank])
    state.blank += int(is_blank.sum())
    state.record_line = int(next_lines[-1])


def _require(condition: npt.NDArray[np.bool_]) -> None:
    if not condition.all():
        raise Irregular
