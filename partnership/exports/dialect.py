"""The header of a delimited file and the character between its fields: by rule, else asked, never sniffed."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from partnership.answers import Answers
from partnership.errors import NeedsAnswer, UnreadableExport
from partnership.exports.csv_lines import LONGEST_RECORD, LineReader

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
NAMES = {character: name for name, character in DELIMITERS.items()}
SEPARATOR_LINE = re.compile(r"sep=(.)[\r\n]*", re.IGNORECASE)
MARKUP = re.compile(r"\s*<[!?a-zA-Z]")


@dataclass(frozen=True)
class Header:
    """The header's cells, the delimiter, the line it starts on and the first line after it."""

    cells: list[str]
    delimiter: str
    line: int
    next_line: int


def header_of(file: str, lines: Callable[[], Iterable[str]], answers: Answers) -> Header:
    """The header of a text file. Raises NeedsAnswer where two delimiters are possible.

    The rule: one of , ; tab | splits the header into several names, and the others leave it whole. Where
    several split it, the one that gives every record of the file as many fields as the header, if only one does.
    """
    start = list(islice(lines(), LONGEST_RECORD))
    _refuse_what_is_no_table(file, start)
    first = next((number for number, line in enumerate(start) if line.strip()), None)
    if first is None:
        raise UnreadableExport(
            f"{file} is empty: no line holds any text", "Export it again; a table without rows still has its header."
        )
    stated = _stated_delimiter(file, start[first], answers)
    if SEPARATOR_LINE.fullmatch(start[first]):
        first += 1
    headers = _readings(start, first, [stated] if stated else list(NAMES))
    if not headers:
        raise UnreadableExport(
            f"{file}, line {first + 1}: the header opens a quote that is not closed",
            "Correct the header line and import the file again.",
        )
    splitting = [header for header in headers if len(header.cells) > 1]
    if stated or len(headers) == 1:
        return headers[0]
    if len(splitting) > 1:
        return _fitting_every_record(file, lines, splitting)
    return splitting[0] if splitting else _single_column(file, lines, headers[0])


def _stated_delimiter(file: str, line: str, answers: Answers) -> str | None:
    """What a person answered, else what a first line `sep=;` says, else the tab that `.tsv` promises."""
    answer = answers.of("delimiter", file)
    if answer:
        return DELIMITERS.get(answer, answer)
    if statement := SEPARATOR_LINE.fullmatch(line):
        return statement[1]
    return "\t" if file.lower().endswith(".tsv") and "\t" in line else None


def _readings(start: list[str], first: int, delimiters: list[str]) -> list[Header]:
    """The header as each delimiter would split it, where it can."""
    headers = []
    for delimiter in delimiters:
        reader = csv.reader(start[first:], delimiter=delimiter, strict=True)
        try:
            cells = next(reader)
        except (csv.Error, StopIteration):
            continue
        headers.append(Header(cells, delimiter, first + 1, first + 1 + reader.line_num))
    return headers


def _fitting_every_record(
    file: str, lines: Callable[[], Iterable[str]], headers: list[Header]
) -> Header:
    misfits = {header.delimiter: _misfits(lines(), header) for header in headers}
    fitting = [header for header in headers if misfits[header.delimiter] == 0]
    if len(fitting) == 1:
        return fitting[0]
    choices = {
        NAMES[header.delimiter]: f"{len(header.cells)} columns ({', '.join(header.cells[:3])}, …), "
        + (f"{misfits[header.delimiter]} records do not fit" if misfits[header.delimiter] else "all records fit")
        for header in headers
    }
    raise NeedsAnswer(
        f"{file}: the header on line {headers[0].line} can be split at {' or at '.join(choices)}",
        "Say which character stands between two fields.",
        question="delimiter",
        about=file,
        choices=choices,
    )


def _misfits(lines: Iterable[str], header: Header) -> int:
    """How many records do not have as many fields as the header."""
    rest = islice(lines, header.next_line - 1, None)
    reader = LineReader(rest, header.delimiter, len(header.cells))
    for _ in reader:
        pass
    return len(reader.rejected)


def _single_column(file: str, lines: Callable[[], Iterable[str]], header: Header) -> Header:
    """The header is one name. Fine, unless a later line is split by some delimiter: then it is a preamble."""
    rest = islice(lines(), header.next_line - 1, None)
    for number, line in enumerate(rest, header.next_line):
        delimiter = next((d for d in NAMES if len(_split(line, d)) > 1), None)
        if delimiter:
            raise preamble(file, header.line, header.cells, number, _split(line, delimiter))
    return header


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def preamble(
    file: str, line: int, cells: list[str], header_line: int, header: list[str]
) -> UnreadableExport:
    """The error for lines above the header, naming the line that looks like it."""
    shown = ", ".join(repr(cell) for cell in header[:4])
    return UnreadableExport(
        f"{file}: line {line} ({', '.join(cells)[:60]!r}) should be the header but has {len(cells)} "
        f"{'field' if len(cells) == 1 else 'fields'}; line {header_line} has {len(header)} and looks like the header ({shown}, …)",
        f"Delete the lines above line {header_line} and import the file again.",
    )


def looks_like_header(cells: list[str]) -> bool:
    """Whether all cells are distinct, filled and start like a name."""
    names = [cell.strip().lower() for cell in cells]
    return all(name and not name[0].isdigit() and "@" not in name for name in names) and len(
        set(names)
    ) == len(names)


def _refuse_what_is_no_table(file: str, start: list[str]) -> None:
    beginning = "".join(start[:20]).lstrip()
    if MARKUP.match(beginning):
        raise UnreadableExport(
            f"{file} is a web page or XML, not a table: it begins with {beginning[:40]!r}",
            "Sign in to the system and export again; a login page may have been saved under the export's name.",
        )
    if beginning.startswith(('{"', "[{", "[\n", "{\n")):
        raise UnreadableExport(
            f"{file} holds JSON, not delimited text: it begins with {beginning[:40]!r}",
            "Rename it to .json (or .jsonl) and import it again.",
        )


def refuse_conflict_markers(file: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines as they are. Raises UnreadableExport at the marks of an unfinished merge."""
    for number, line in enumerate(lines, 1):
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            raise UnreadableExport(
                f"{file}, line {number}: {line.strip()!r} marks an unfinished merge of two versions of this file",
                "Choose one version and import it again.",
            )
        yield line


__all__ = ["DELIMITERS", "NAMES", "Header", "header_of", "looks_like_header", "preamble", "chain"]
