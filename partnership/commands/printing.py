"""Rows and messages on a terminal: results on standard output, the rest on standard error."""

import csv
import json
import math
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

import pandas as pd
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from partnership.downloads import defused
from partnership.errors import NeedsAnswer
from partnership.labels.comparing import SAY_WHICH

Format = Literal["table", "csv", "json"]
Row = dict[str, Any]

FLAGS = {
    "delimiter": "--delimiter",
    "decimal": "--decimal",
    "date_order": "--date-order",
    "encoding": "--encoding",
    "column": "--column",
}
MOST_SPELLED_OUT = 12
PLAIN_WORD = re.compile(r"[\w.,:/@=+-]+")


def plain_rows(frame: pd.DataFrame) -> list[Row]:
    """One dict per row, of Python's own types: days and instants as ISO text, the missing None."""
    cells = frame.astype(object).where(frame.notna(), None)
    return [
        {str(name): plain(value) for name, value in row.items()}
        for row in cells.to_dict(orient="records")
    ]


def plain(value: Any) -> Any:
    """A cell as JSON can hold it. DuckDB's days reach pandas as midnights without a time zone."""
    if hasattr(value, "tolist"):
        return [plain(item) for item in value.tolist()]
    if isinstance(value, datetime):
        return value.isoformat() if value.tzinfo else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return None if isinstance(value, float) and not math.isfinite(value) else value


def print_rows(rows: Sequence[Row], columns: Sequence[str], form: Format) -> None:
    """Rows as a table to read, as CSV for a spreadsheet, or as one JSON array of objects."""
    if form == "json":
        print(json.dumps(list(rows), ensure_ascii=False, allow_nan=False, indent=1))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([[_csv_cell(row[name]) for name in columns] for row in rows])
    else:
        _print_table(rows, columns)


def _csv_cell(value: Any) -> Any:
    return defused(value) if isinstance(value, str) else value


def _print_table(rows: Sequence[Row], columns: Sequence[str]) -> None:
    table = Table()
    for name in columns:
        is_number = any(isinstance(row[name], int | float) for row in rows)
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_shown(row[name]) for name in columns))
    # Where no one watches, nothing is cut to the width of a terminal that is not there.
    Console(width=None if sys.stdout.isatty() else 1000, markup=False).print(table)


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) and not value.is_integer() else f"{value}"


def print_error(message: str, next_step: str = "") -> None:
    """What went wrong and what to do next, on standard error."""
    console = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
    console.print(message)
    if next_step:
        console.print(f"→ {next_step}")


def print_question(question: NeedsAnswer, *, is_remembered: bool = True) -> None:
    """A question only a person can answer, its choices, and the words that answer it."""
    next_step = question.next_step if is_remembered else SAY_WHICH
    print_error(f"{question.title}: {question.message}", next_step)
    for choice, meaning in question.choices.items():
        print_error(f"    {choice}  {meaning}" if meaning else f"    {choice}")
    print_error("", f"Run it again with {answer_flags(question)}")
    if is_remembered:
        print_error("  The answer is remembered.")


def answer_flags(question: NeedsAnswer) -> str:
    """The words to add to the command line, as far as they can be known."""
    if question.question == "agencies":
        return _agency_flags(list(question.choices))
    about = "" if question.about in ("", "*") else f"{question.about}="
    choices = list(question.choices) if len(question.choices) <= MOST_SPELLED_OUT else ["ANSWER"]
    flag = FLAGS[question.question]
    return " or ".join(f"{flag} {shell_word(f'{about}{choice}')}" for choice in choices)


def _agency_flags(sources: list[str]) -> str:
    """One option per source to copy and correct: which it is, nobody knows but the reader."""
    options = " ".join(f"--agency {shell_word(source)}" for source in sources[:MOST_SPELLED_OUT])
    more = len(sources) - MOST_SPELLED_OUT
    return (
        f"one option for each source:\n    {options}{f' … and {more} more' if more > 0 else ''}\n"
        "  Write --not-agency for a source that is no agency, and --agency SPELLING=NAME for\n"
        "  another spelling of one. A CSV file with the columns spelling and agency does it, too:\n"
        "  --agencies FILE."
    )


def shell_word(word: str) -> str:
    """A word as a command line takes it: in double quotes, which every shell knows, if needed."""
    return word if PLAIN_WORD.fullmatch(word) else '"' + word.replace('"', '\\"') + '"'


@contextmanager
def shown_progress() -> Iterator[Callable[[str, float], None]]:
    """Report (what is being done, share done) to a bar on the terminal; silent without one."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    is_off = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=is_off) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda step, done: bar.update(task, description=step, completed=done)
