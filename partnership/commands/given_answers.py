"""The options of `build` that answer what only a person can decide."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from partnership.answers import Answers
from partnership.commands.usage import WrongUse, by_file, pair

Several = list[str] | None


def option(text: str) -> Parameter:
    """An option with its line of help."""
    return Parameter(help=text)


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class HowWritten:
    """Answers on the command line to how a file is written."""

    date_order: Annotated[
        Several, option("What 03/04/2026 is: dmy, mdy or ymd; for one file, FILE=dmy.")
    ] = None
    decimal: Annotated[Several, option("The decimal mark: . or , (for one file, FILE=,).")] = None
    delimiter: Annotated[
        Several, option("What stands between fields: a sign or tab; for one file, FILE=tab.")
    ] = None
    encoding: Annotated[
        Several, option("How a text file was saved, such as cp1252; for one file, FILE=cp1252.")
    ] = None
    column: Annotated[
        Several, option("The header of a column under another name: table.column=Header.")
    ] = None

    def as_answers(self) -> Answers:
        """What was said, by file. Raises WrongUse where it can't be understood."""
        return Answers(
            delimiter=by_file("--delimiter", self.delimiter or [], None),
            decimal=by_file("--decimal", self.decimal or [], (".", ",")),
            date_order=by_file("--date-order", self.date_order or [], ("dmy", "mdy", "ymd")),
            encoding=by_file("--encoding", self.encoding or [], None),
            columns=dict(_column(word) for word in self.column or []),
        )


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class GivenAnswers(HowWritten):
    """Answers on the command line; each is remembered."""

    agencies: Annotated[
        Path | None,
        option("A CSV file with the columns spelling and agency (its id; blank = is no agency)."),
    ] = None
    agency: Annotated[
        Several,
        option(
            "A source that is an agency: SPELLING, or SPELLING=ID for several spellings of one."
        ),
    ] = None
    not_agency: Annotated[Several, option("A source that is no agency: SPELLING.")] = None

    def as_answers(self) -> Answers:
        """What was said, by file and source. Raises WrongUse where it can't be understood."""
        return replace(super().as_answers(), agencies=self._agencies())

    def _agencies(self) -> dict[str, str | None]:
        """Spelling → agency id, or None where it is no agency."""
        known = _agencies_of(self.agencies) if self.agencies else {}
        for word in self.agency or []:
            spelling, equals, agency_id = word.rpartition("=")
            known[spelling if equals else word] = agency_id
        return known | dict.fromkeys(self.not_agency or [], None)


def _agencies_of(file: Path) -> dict[str, str | None]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows: Sequence[dict[str, str | None]] = list(csv.DictReader(lines))
            return {str(row["spelling"]): (row["agency"] or "").strip() or None for row in rows}
    except (OSError, UnicodeDecodeError, KeyError) as error:
        raise WrongUse(
            f"--agencies {file}: write a CSV file (UTF-8) with the columns spelling and agency."
        ) from error


def _column(word: str) -> tuple[tuple[str, str], str]:
    """table.column=Header → ((table, header), column)."""
    form = "table.column=Header, such as searches.opened_on=Opened"
    target, header = pair("--column", word, form)
    table, _, column = target.partition(".")
    if not column:
        raise WrongUse(f"--column {word!r}: write {form}.")
    return (table, header), column
