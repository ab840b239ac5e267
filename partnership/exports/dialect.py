"""The header of a delimited file and the character between its fields: by rule, else asked."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from partnership.answers import Answers
from partnership.errors import NeedsAnswer, UnreadableExport
from partnership.exports.csv_lines import LONGEST_RECORD, LineReader

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
NAMES = {character: name for name, character in DELIMITERS.items()}
SEPARATOR_LINE = re.compile(r"sep=(.)[\r\n]*", re.IGNORECASE)

Lines = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class Header:
    """The header's cells, the delimiter, the line it starts on and the first line after it."""

    cells: list[str]
    delimiter: str
    line: int
    next_line: int


def header_of(file: str, lines: Lines, answers: Answers) -> Header:
    """The header of a text file, of which `lines` opens the physical lines.

    The rule: one of , ; tab | splits the header into several names and the others leave it whole.
    Where several split it, the one that gives every record of the whole file as many fields as the
    header, if it is the only one; else NeedsAnswer is raised. A person's answer, a first line
    `sep=;` and the tabs of a .tsv go before the rule.
    """
    start = list(islice(lines(), LONGEST_RECORD))
    first = next((number for number, line in enumerate(start) if line.strip()), None)
    if first is None:
        raise UnreadableExport(
            f"{file} is empty: none of its lines holds any text",
            "Export it again; a table without rows still has its header.",
        )
    stated = _stated_delimiter(file, start[first], answers)
    first += SEPARATOR_LINE.fullmatch(start[first]) is not None
    readings = _readings(start, first, [stated] if stated else list(NAMES))
    splitting = [header for header in readings if len(header.cells) > 1]
    if not splitting and len(readings) < (1 if stated else len(NAMES)):
        raise UnreadableExport(
            f"{file}, line {first + 1}: the header has a quote that is not closed, or text "
            "behind a closed one",
            "Correct the header line and import the file again.",
        )
    if len(splitting) > 1:
        return _fitting_every_record(file, lines, splitting)
    return splitting[0] if splitting else readings[0]


def _stated_delimiter(file: str, line: str, answers: Answers) -> str | None:
    """What a person answered, else what a line `sep=;` says, else the tab of a .tsv."""
    answer = answers.of("delimiter", file)
    if answer:
        return DELIMITERS.get(answer, answer)
    if statement := SEPARATOR_LINE.fullmatch(line):
        return statement[1]
    return "\t" if file.lower().endswith(".tsv") and "\t" in line else None


def _readings(start: list[str], first: int, delimiters: list[str]) -> list[Header]:
    """The header as each delimiter would split it, where it can."""
    readings = []
    for delimiter in delimiters:
        reader = csv.reader(start[first:], delimiter=delimiter, strict=True)
        try:
            cells = next(reader)
        except (csv.Error, StopIteration):
            continue
        readings.append(Header(cells, delimiter, first + 1, first + 1 + reader.line_num))
    return readings


def _fitting_every_record(file: str, lines: Lines, headers: list[Header]) -> Header:
    misfits = {header.delimiter: _misfits(lines(), header) for header in headers}
    fitting = [header for header in headers if not misfits[header.delimiter]]
    if len(fitting) == 1:
        return fitting[0]
    raise NeedsAnswer(
        f"{file}: the header on line {headers[0].line} can be split in {len(headers)} ways",
        "Say which character stands between two fields.",
        question="delimiter",
        about=file,
        choices={
            NAMES[header.delimiter]: f"{len(header.cells)} columns ({', '.join(header.cells[:3])}, "
            f"…); {misfits[header.delimiter]:,} records do not fit"
            for header in headers
        },
    )


def _misfits(lines: Iterable[str], header: Header) -> int:
    """How many records do not have as many fields as the header."""
    rest = islice(lines, header.next_line - 1, None)
    reader = LineReader(rest, header.delimiter, len(header.cells))
    for _ in reader:
        pass
    return len(reader.rejected)


def header_further_down(header: Header, lines: Iterable[str]) -> tuple[int, list[str]] | None:
    """The line among the next 20 that looks more like a header than the header does, if any.

    It has more cells, all of them filled, distinct and no numbers, and the next line has as many.
    """
    start = list(islice(lines, header.next_line + 20))
    filled = sum(1 for cell in header.cells if cell.strip())
    for number, line in enumerate(start[header.next_line - 1 : -1], header.next_line):
        for delimiter in NAMES:
            cells, below = _split(line, delimiter), _split(start[number], delimiter)
            is_wider = len(cells) > filled and len(cells) == len(below)
            if is_wider and looks_like_header(cells):
                return number, cells
    return None


def looks_like_header(cells: list[str]) -> bool:
    """Whether all cells are filled, distinct and start like names."""
    names = [cell.strip().lower() for cell in cells]
    are_names = all(name and not name[0].isdigit() and "@" not in name for name in names)
    return are_names and len(set(names)) == len(names)


def preamble(place: str, cells: list[str], line: int, found: list[str]) -> UnreadableExport:
    """The error for lines above the header, naming the line that looks like it."""
    return UnreadableExport(
        f"{place}: the header should be here, but it has {len(cells)} filled "
        f"{'cell' if len(cells) == 1 else 'cells'} ({', '.join(cells)[:60]!r}); line {line} has "
        f"{len(found)} and looks like the header ({', '.join(found[:3])}, …)",
        f"Delete what stands above line {line} and import the file again.",
    )


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def refuse_conflict_markers(file: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines as they are. Raises UnreadableExport at the marks of an unfinished merge."""
    for number, line in enumerate(lines, 1):
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            raise UnreadableExport(
                f"{file}, line {number}: {line.strip()!r} marks an unfinished merge of "
                "two versions",
                "Choose one version of the file and import it again.",
            )
        yield line
