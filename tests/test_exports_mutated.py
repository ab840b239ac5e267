"""Five hundred damaged files: no physical line is unaccounted for, and no value is changed.

The reader that checks is written here from scratch: bytes → physical lines → fields, a character
at a time, without csv, DuckDB or any of the importer's code.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from mutate import header_of, mutated_csv

from partnership.answers import Answers
from partnership.errors import NeedsAnswer, PartnershipError
from partnership.exports import FileReport, LoadReport, load

FILES = 10_000 if os.environ.get("RELIABILITY") == "full" else 500
GROUPS = 10
# Damage in one place below the header costs the records beside it, not the rest of the file.
MOST_LINES_LOST = 10
IN_ONE_PLACE = {
    "cut bytes",
    "insert a delimiter",
    "insert a quote",
    "insert two quotes",
    "lose a quote",
    "insert a line break",
    "insert a long field",
    "insert a footer",
    "drop a line",
    "repeat a line",
    "join two lines",
}
CHARACTERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}


def physical_lines(content: bytes, codec: str) -> list[str]:
    """The lines of a text, ended by CRLF, CR or LF, without their endings."""
    text = content.decode(codec, "surrogateescape" if "utf-8" in codec else "strict")
    lines = re.split("\r\n|\r|\n", text)
    return lines[:-1] if lines[-1] == "" else lines


def fields_of(text: str, delimiter: str) -> list[str]:
    """The fields of one record: a quote at a field's start opens it, a doubled one is a quote."""
    fields: list[str] = []
    field: list[str] = []
    position, is_quoted, at_start = 0, False, True
    while position < len(text):
        character = text[position]
        if is_quoted and text[position : position + 2] == '""':
            field.append('"')
            position += 1
        elif is_quoted and character == '"':
            is_quoted = False
        elif not is_quoted and character == '"' and at_start:
            is_quoted = True
        elif not is_quoted and character == delimiter:
            fields.append("".join(field))
            field.clear()
        else:
            field.append(character)
        at_start = not is_quoted and character == delimiter
        position += 1
    return [*fields, "".join(field)]


@dataclass
class Read:
    """What the importer made of a file, and the file."""

    report: LoadReport
    rows: list[tuple[object, ...]]
    lines: list[str]

    @property
    def file(self) -> FileReport:
        return self.report.files[0]


def read(con: duckdb.DuckDBPyConnection, path: Path, content: bytes) -> Read | None:
    """The importer's reading, its questions answered; None where the file as a whole is refused."""
    path.write_bytes(content)
    answers = Answers()
    for _ in range(3):
        con.execute("drop schema if exists raw cascade")
        try:
            report = load(con, [path], answers)
            rows = con.execute("select _line, * exclude (_file, _line) from raw.mutated").fetchall()
            return Read(report, rows, physical_lines(content, report.files[0].encoding or ""))
        except NeedsAnswer as question:
            wanted = ("utf-8", "utf-16-be", "comma", "semicolon", *question.choices)
            answer = next(choice for choice in wanted if choice in question.choices)
            answers = answers.merged_with(Answers(**{question.question: {"*": answer}}))
        except PartnershipError as refusal:
            assert path.name in refusal.message and refusal.next_step
            return None
    raise AssertionError("asked the same question again")


def span(first: int, text: str) -> range:
    """The physical lines of a record that starts on `first`."""
    return range(first, first + 1 + len(re.findall("\r\n|\r|\n", text)))


def unaccounted(read: Read) -> list[int]:
    """Physical lines that are in no row, not set aside, not the header, and hold something."""
    taken = [
        line for row in read.rows for line in span(int(str(row[0])), "".join(map(str, row[1:])))
    ]
    taken += [line for row in read.report.rejected for line in span(row.line, row.text)]
    assert len(taken) == len(set(taken)), "a line is in two records"
    delimiter = CHARACTERS[str(read.file.delimiter)]
    header = {line for line in range(1, min([*taken, len(read.lines) + 1]))}
    left = set(range(1, len(read.lines) + 1)) - set(taken)
    holding = [n for n in left if read.lines[n - 1].replace(delimiter, "").strip(' \t"')]
    blank_above = [n for n in header if n not in holding]
    assert len(left) - len(holding) - len(blank_above) <= read.file.blank <= len(left) - 1
    return sorted(set(holding) - header)


def changed(read: Read) -> list[tuple[int, list[str], list[str]]]:
    """Rows whose values are not those of their lines: (line, in the file, as loaded)."""
    wrong = []
    for line, *values in read.rows:
        texts = [str(value) for value in values]
        numbers = span(int(str(line)), "".join(texts))
        joined = "\n".join(read.lines[number - 1] for number in numbers)
        expected = fields_of(joined, CHARACTERS[str(read.file.delimiter)])
        loaded = [re.sub("\r\n|\r", "\n", text) for text in texts]
        if expected != loaded:
            wrong.append((int(str(line)), expected, loaded))
    return wrong


@pytest.mark.parametrize("group", range(GROUPS))
def test_no_line_is_lost_and_no_value_changed(group: int, tmp_path: Path) -> None:
    read_files = refused = undamaged = rows = rejected = 0
    con = duckdb.connect(config={"threads": "1"})
    for seed in range(group, FILES, GROUPS):
        damage, content = mutated_csv(seed)
        found = read(con, tmp_path / "mutated.csv", content)
        if found is None:
            refused += 1
            continue
        assert unaccounted(found) == [], (seed, damage)
        assert changed(found) == [], (seed, damage)
        assert found.file.records == found.file.loaded + found.file.rejected
        assert found.file.loaded == len(found.rows), (seed, damage)
        assert found.file.lines == len(found.lines), (seed, damage)
        if damage in IN_ONE_PLACE and found.lines[0] == header_of(seed):
            lines = [line for row in found.report.rejected for line in span(row.line, row.text)]
            assert len(lines) <= MOST_LINES_LOST, (seed, damage)
        if damage == "nothing":
            assert found.report.rejected == [] and found.file.blank == 0, seed
            undamaged += 1
        read_files, rows = read_files + 1, rows + len(found.rows)
        rejected += len(found.report.rejected)
    con.close()
    # A floor under what was really tried.
    assert read_files + refused == FILES // GROUPS and read_files >= 0.8 * FILES // GROUPS
    assert rows > 500 and rejected > 10 and undamaged > 3


def test_the_checking_reader_reads_by_the_rules() -> None:
    assert fields_of('a,"b,""c""",,d', ",") == ["a", 'b,"c"', "", "d"]
    assert fields_of('the "big" one;"x\ny";', ";") == ['the "big" one', "x\ny", ""]
    assert physical_lines(b"a\r\nb\rc\n\nd", "utf-8") == ["a", "b", "c", "", "d"]
