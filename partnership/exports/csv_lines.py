"""Text lines → records: every physical line belongs to a row, is blank or is set aside.

A quote that is never closed would swallow the rest of a file. So a record that can't be read costs
its first line, or the few lines it spans, and reading starts again on the next one.
"""

import csv
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

csv.field_size_limit(2**31 - 1)  # Python's default refuses fields of more than 131,072 characters

# A record of up to SHORT_RECORD lines with the wrong number of fields is set aside as a whole: some
# of its lines could pass for rows. A longer one has more likely lost a quote: its first line goes.
SHORT_RECORD = 5
LONGEST_RECORD = 100


@dataclass(frozen=True)
class Rejected:
    """Lines that are no row: where they start, the rule they break, and their text."""

    line: int
    rule: str
    reason: str
    text: str


class LineReader:
    """Iterates over (line, fields) of the records with `width` fields and at least one value.

    Afterwards `rejected` holds the others, `blank` counts records without any value, `lines` is how
    many physical lines were read, and `widths` how often each other number of fields occurred.
    """

    def __init__(
        self,
        lines: Iterable[str],
        delimiter: str,
        width: int,
        *,
        first_line: int = 1,
        is_damaged: bool = False,
    ) -> None:
        self.rejected: list[Rejected] = []
        self.blank = 0
        self.widths: Counter[int] = Counter()
        self._source = iter(lines)
        self._again: deque[str] = deque()
        self._taken: list[str] = []  # the physical lines of the record being read
        self._delimiter, self._width, self._is_damaged = delimiter, width, is_damaged
        self._line = self._first_line = first_line

    @property
    def lines(self) -> int:
        """How many physical lines have been accounted for."""
        return self._line - self._first_line

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        while True:
            reader = csv.reader(self._feed(), delimiter=self._delimiter, strict=True)
            try:
                for fields in reader:
                    if self._is_row(fields):
                        yield self._line, fields
                    self._next_record()
                return
            except csv.Error as error:
                self._keep_only_first_line()
                self._reject("broken_quotes", _what_is_broken(error))
                self._next_record()

    def _feed(self) -> Iterator[str]:
        """One physical line after the other; ends inside a record that is too long."""
        while len(self._taken) < LONGEST_RECORD:
            line = self._again.popleft() if self._again else next(self._source, None)
            if line is None:
                return
            self._taken.append(line)
            yield line

    def _next_record(self) -> None:
        self._line += len(self._taken)
        self._taken.clear()

    def _is_row(self, fields: list[str]) -> bool:
        """Whether the record just read is a row; otherwise it is counted as blank or set aside."""
        if not "".join(fields).strip(" \t"):
            self.blank += 1
            return False
        broken = self._broken_rule(fields)
        if broken:
            self._reject(*broken)
            return False
        return True

    def _broken_rule(self, fields: list[str]) -> tuple[str, str] | None:
        """The rule that a record with some value breaks, and why; None where it is a row."""
        if len(fields) != self._width:
            self.widths[len(fields)] += 1
            if len(self._taken) > SHORT_RECORD:
                self._keep_only_first_line()
            return "wrong_width", f"{len(fields)} fields where the header has {self._width}"
        if sum(line.count('"') for line in self._taken) % 2:
            return "broken_quotes", "a quote stands alone, neither opening nor closing a field"
        if self._is_damaged and _has_undecodable(self._taken):
            return "undecodable", "some bytes of this record are not valid UTF-8"
        return None

    def _reject(self, rule: str, reason: str) -> None:
        text = "".join(self._taken).rstrip("\r\n")
        self.rejected.append(Rejected(self._line, rule, reason, shown(text)))

    def _keep_only_first_line(self) -> None:
        self._again.extendleft(reversed(self._taken[1:]))
        del self._taken[1:]


def _what_is_broken(error: csv.Error) -> str:
    if "end of data" in str(error):
        return f"a quote is opened here and not closed within {LONGEST_RECORD} lines"
    return "text follows a closing quote: a quote is missing, or there is one too many"


def _has_undecodable(lines: Iterable[str]) -> bool:
    return any(not line.isascii() and shown(line) != line for line in lines)


def shown(text: str) -> str:
    r"""Text as it can be stored: a byte that is no UTF-8 becomes \xff."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
