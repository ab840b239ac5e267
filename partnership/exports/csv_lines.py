"""Text lines → records, accounting for every physical line: each belongs to one record, blank or set aside.

A quote that is never closed would swallow the rest of a file. So a record that can't be read costs its first
line (or the few lines it spans) and reading starts again on the next line.
"""

import csv
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

csv.field_size_limit(2**31 - 1)  # Python's default refuses fields of more than 131,072 characters

SHORT_RECORD = 5
LONGEST_RECORD = 100


@dataclass(frozen=True)
class Rejected:
    """Lines that are no record: where they start, the rule they break, and their text."""

    line: int
    rule: str
    reason: str
    text: str


class LineReader:
    """Iterates over (line, fields) of the records with `width` fields.

    Afterwards `rejected` holds the others, `blank` the number of records without any value, `lines` how many
    physical lines were read and `widths` how many records of one line had how many fields.
    """

    def __init__(
        self, lines: Iterable[str], delimiter: str, width: int, *, first_line: int = 1, is_damaged: bool = False
    ) -> None:
        self.rejected: list[Rejected] = []
        self.blank = 0
        self.widths: Counter[int] = Counter()
        self.first_of_width: dict[int, tuple[int, list[str]]] = {}
        self._source = iter(lines)
        self._again: deque[str] = deque()
        self._taken: list[str] = []
        self._delimiter, self._width, self._is_damaged = delimiter, width, is_damaged
        self._line = first_line
        self._first_line = first_line
        self._after_rejected = False

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
                    self._line += len(self._taken)
                    self._taken.clear()
                return
            except csv.Error as error:
                self._keep_only_first_line()
                self._reject(*_broken_quotes(error))
                self._line += 1
                self._taken.clear()

    def _feed(self) -> Iterator[str]:
        """The physical lines of one record after the other; ends within a record that is too long."""
        while len(self._taken) < LONGEST_RECORD:
            line = self._again.popleft() if self._again else next(self._source, None)
            if line is None:
                return
            self._taken.append(line)
            yield line

    def _is_row(self, fields: list[str]) -> bool:
        """Whether the record just read is a row; else it is blank or gets set aside."""
        if len(fields) != self._width:
            self._count_width(fields)
            return False
        if not any(fields):
            self.blank += 1
            return False
        if self._after_rejected and "".join(self._taken).count('"') % 2:
            self._reject("broken_quotes", "the end of a quoted field that was opened in a line set aside before")
            return False
        if self._is_damaged and any(not field.isascii() and _has_lone_surrogate(field) for field in fields):
            self._reject("undecodable", "some bytes of this line are not valid UTF-8")
            return False
        self._after_rejected = False
        return True

    def _count_width(self, fields: list[str]) -> None:
        if not any(field.strip() for field in fields) and len(fields) <= 1:
            self.blank += 1
            return
        if len(self._taken) == 1:
            self.widths[len(fields)] += 1
            self.first_of_width.setdefault(len(fields), (self._line, fields))
        elif len(self._taken) > SHORT_RECORD:
            self._keep_only_first_line()
        self._reject("wrong_width", f"{len(fields)} fields where the header has {self._width}")

    def _reject(self, rule: str, reason: str) -> None:
        text = "".join(self._taken).rstrip("\r\n")
        self.rejected.append(Rejected(self._line, rule, reason, _printable(text)))
        self._after_rejected = True

    def _keep_only_first_line(self) -> None:
        self._again.extendleft(reversed(self._taken[1:]))
        del self._taken[1:]


def _broken_quotes(error: csv.Error) -> tuple[str, str]:
    if "end of data" in str(error):
        return "broken_quotes", f"a quote is opened and not closed within {LONGEST_RECORD} lines"
    return "broken_quotes", "text follows a closing quote, so a quote is missing or one too many"


def _has_lone_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _printable(text: str) -> str:
    """Text that can be stored: bytes that are no UTF-8 as \\xff."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
