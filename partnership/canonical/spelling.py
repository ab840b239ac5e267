"""How a column of a file writes its dates and decimals: decided by the whole column, or asked.

A date such as 03/04/2026 says nothing about its order, and 1.234 nothing about its decimal mark.
Other values of the same column of the same file do (25/04/2026; 1.50): the column is read by that.
A column that shows nothing is read like the file's other columns, where those agree.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import duckdb

from partnership.answers import Answers
from partnership.canonical.schema import Table
from partnership.errors import NeedsAnswer
from partnership.statements import run

# One slip must not turn a whole column into a question; a mixture must not be read as one order.
CLEAR_MAJORITY = 20


@dataclass(frozen=True)
class _Question:
    """Two choices, and the tests of a value: plain, showing one, showing the other, unclear."""

    choices: tuple[str, str]
    plain: str
    shows_one: str
    shows_other: str
    unclear: str
    asked: str


MEANINGS = {
    "dmy": "the day comes first: 03/04/2026 is 3 April 2026",
    "mdy": "the month comes first: 03/04/2026 is March 4, 2026",
    ".": "a point before the decimals: 1.234 is a little more than one, 1,234 is a thousand",
    ",": "a comma before the decimals: 1,234 is a little more than one, 1.234 is a thousand",
}

# Only unequal parts are unclear: 03/03/2026 is the same day in either order.
DATE_ORDER = _Question(
    ("dmy", "mdy"),
    plain="is_iso_day({v}) or is_iso_naive({v}) or is_iso_instant({v})",
    shows_one="is_numbered_day({v}) and first_part({v}) > 12 and second_part({v}) <= 12",
    shows_other="is_numbered_day({v}) and second_part({v}) > 12 and first_part({v}) <= 12",
    unclear="is_numbered_day({v}) and greatest(first_part({v}), second_part({v})) <= 12 "
    "and first_part({v}) <> second_part({v})",
    asked="which part of a date is the day",
)
DECIMAL = _Question(
    (".", ","),
    plain="regexp_full_match({v}, '[+-]?\\d+')",
    shows_one="is_point_number(bare_number({v})) and not is_comma_number(bare_number({v}))",
    shows_other="is_comma_number(bare_number({v})) and not is_point_number(bare_number({v}))",
    unclear="regexp_full_match(bare_number({v}), '[+-]?[1-9]\\d{{0,2}}[.,]\\d{{3}}')",
    asked="the decimal mark",
)
QUESTIONS = {"date_order": DATE_ORDER, "decimal": DECIMAL}
QUESTION_OF = {
    "day": "date_order",
    "instant": "date_order",
    "money": "decimal",
    "fraction": "decimal",
}


@dataclass(frozen=True)
class Spelling:
    """How one column of one file is written; `shown` says why, empty where either will do."""

    table: str
    file: str
    column: str
    question: str
    choice: str
    shown: str


@dataclass(frozen=True)
class _Evidence:
    """How many values of a file's column show the one choice, the other, or neither; one each."""

    table: str
    file: str
    column: str
    question: str
    one: int
    one_value: str | None
    other: int
    other_value: str | None
    unclear: int
    unclear_value: str | None


def spellings(
    con: duckdb.DuckDBPyConnection,
    tables: Iterable[Table],
    came_in: Mapping[str, Collection[str]],
    answers: Answers,
) -> list[Spelling]:
    """How the columns of working.<table> (text, with _file) write dates and decimals.

    `came_in` names the columns of each that came in. Only for columns where a value is not written
    plainly (ISO 8601, digits alone). Raises NeedsAnswer where neither the column, nor the rest of
    its file, nor an answer decides.
    """
    found = [each for table in tables for each in _evidence(con, table, came_in[table.name])]
    return [_decided(evidence, found, answers) for evidence in found]


def _evidence(
    con: duckdb.DuckDBPyConnection, table: Table, came_in: Collection[str]
) -> Iterator[_Evidence]:
    questions = {
        column.name: QUESTION_OF[column.kind]
        for column in table.columns
        if column.kind in QUESTION_OF and column.name in came_in
    }
    if not questions:
        return
    source = f'working."{table.name}"'
    plain = ", ".join(
        f"""coalesce(bool_and({QUESTIONS[name].plain.format(v=f'"{column}"')}), true)"""
        for column, name in questions.items()
    )
    # One pass over everything first: most files write plainly, and then this is all it takes.
    are_plain = run(con, f"select {plain} from {source}").fetchone() or ()
    for (column, name), is_plain in zip(questions.items(), are_plain, strict=True):
        if not is_plain:
            for row in run(con, _evidence_sql(QUESTIONS[name], column, source)).fetchall():
                yield _Evidence(table.name, row[0], column, name, *row[1:])


def _evidence_sql(question: _Question, column: str, source: str) -> str:
    """Counts per file. Plainly written values are passed over before the costly tests."""
    value = f'"{column}"'
    tests = (question.shows_one, question.shows_other, question.unclear)
    counts = ", ".join(
        f"count(*) filter ({test}), min({value}) filter ({test})"
        for test in (test.format(v=value) for test in tests)
    )
    return (
        f"select _file, {counts} from {source} where not ({question.plain.format(v=value)}) "
        "group by _file order by _file"
    )


def _decided(found: _Evidence, others: Iterable[_Evidence], answers: Answers) -> Spelling:
    one, other = QUESTIONS[found.question].choices
    about = (found.table, found.file, found.column, found.question)
    if found.one + found.other + found.unclear == 0:
        return Spelling(*about, one, "")
    if found.one > found.other * CLEAR_MAJORITY:
        return Spelling(*about, one, f"as {found.one_value!r} shows")
    if found.other > found.one * CLEAR_MAJORITY:
        return Spelling(*about, other, f"as {found.other_value!r} shows")
    answer = answers.of(found.question, found.file)
    if answer:
        return Spelling(*about, answer, "as answered")
    shown = _shown_elsewhere(found, others)
    if shown and found.one == found.other == 0:
        choice, evidence = shown
        return Spelling(*about, choice, f"as {evidence!r} elsewhere in the file shows")
    raise _needs_answer(found)


def _shown_elsewhere(found: _Evidence, others: Iterable[_Evidence]) -> tuple[str, str] | None:
    """The choice that all other columns of the file show, with a value; None where they differ."""
    shown: dict[str, str] = {}
    for evidence in others:
        if (evidence.file, evidence.question) == (found.file, found.question):
            one, other = QUESTIONS[found.question].choices
            shown |= {one: evidence.one_value} if evidence.one_value else {}
            shown |= {other: evidence.other_value} if evidence.other_value else {}
    return next(iter(shown.items())) if len(shown) == 1 else None


def _needs_answer(found: _Evidence) -> NeedsAnswer:
    question = QUESTIONS[found.question]
    if found.one and found.other:
        shown = f"holds both {found.one_value!r} and {found.other_value!r}"
    else:
        shown = f"holds {found.unclear_value!r}, and no other value shows how to read it"
    return NeedsAnswer(
        f"{found.file}: the column {found.column} {shown}",
        f"Say once {question.asked} in this file; the answer is remembered.",
        question=found.question,
        about=found.file,
        choices={choice: MEANINGS[choice] for choice in question.choices},
    )
