"""What was typed, checked by the very rules that a build types exported rows by."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing

import duckdb
import pyarrow as pa

from partnership.answers import ANY_FILE, NO_ANSWERS, Answers
from partnership.canonical import Column, Table, prepare, type_alone
from partnership.canonical.spelling import Spelling
from partnership.entries.tables import columns_of, typed_tables
from partnership.entries.wrong import wrong_entry
from partnership.errors import Fault, NeedsAnswer
from partnership.labels import entries as words
from partnership.settings import Settings

Rows = Sequence[Mapping[str, str]]
Known = Mapping[str, Collection[str]]

MOST_CHARACTERS = 20_000
# A file of one name, so that what is asked of it can be answered for all that is typed.
TYPED = "what was typed"
POINT = Answers(decimal={TYPED: "."})


def checked(
    rows: Mapping[str, Rows],
    *,
    known: Known | None = None,
    answers: Answers = NO_ANSWERS,
    numbers: Sequence[int] = (),
) -> dict[str, list[dict[str, str]]]:
    """The rows in canonical text: days ISO 8601, true or false, the vocabulary's own words.

    Raises WrongEntry with all that a build would set aside, NeedsAnswer where a date can be read in
    two ways. `known` holds the ids there are, per table that rows may point to; `numbers` are what
    errors call the rows of the one table there is.
    """
    faults = [fault for table in rows for fault in _misplaced(table, rows[table])]
    if not faults:
        found, faults = _typed(rows, answers)
        faults += [f for table in _tables(rows) for f in _unknown(table, rows, known or {})]
    if faults:
        called = [f._replace(row=numbers[f.row - 1]) for f in faults] if numbers else faults
        raise wrong_entry(sorted(called), {} if numbers else rows)
    return found


def _tables(rows: Mapping[str, Rows]) -> list[Table]:
    return [table for name, table in typed_tables().items() if rows.get(name)]


def _typed(
    rows: Mapping[str, Rows], answers: Answers
) -> tuple[dict[str, list[dict[str, str]]], list[Fault]]:
    """The rows as they were understood, and what was not; a row of the latter is left out."""
    tables = _tables(rows)
    with closing(duckdb.connect()) as con:
        prepare(con)
        for table in tables:
            _map(con, table, rows[table.name])
        try:
            spelled = type_alone(con, tables, answers, Settings())
        except NeedsAnswer as question:
            raise NeedsAnswer(
                question.message,
                words.SAY_WHICH,
                question=question.question,
                about=ANY_FILE,
                choices=question.choices,
            ) from None
        return {table.name: _values(con, table, spelled) for table in tables}, _set_aside(con)


def _misplaced(name: str, rows: Rows) -> Iterator[Fault]:
    """Rows of no table, cells of no column, and what no cell may hold."""
    if name not in typed_tables():
        yield Fault(name, 1, "", words.EXPECTED["no_such_table"])
        return
    allowed = set(columns_of(typed_tables()[name]))
    for number, row in enumerate(rows, 1):
        for column, value in row.items():
            if column not in allowed:
                yield Fault(name, number, column, words.EXPECTED["no_such_column"])
            elif len(value) > MOST_CHARACTERS:
                expected = words.EXPECTED["too_long"].format(most=f"{MOST_CHARACTERS:,}")
                yield Fault(name, number, column, expected)
            elif any(ord(sign) < 32 and sign not in "\t\n\r" for sign in value):
                yield Fault(name, number, column, words.EXPECTED["not_text"])


def _map(con: duckdb.DuckDBPyConnection, table: Table, rows: Rows) -> None:
    """mapped.<table> of these rows, each numbered as it was given."""
    columns = {
        column.name: pa.array([row.get(column.name, "") for row in rows], pa.string())
        for column in table.columns
    }
    columns["_file"] = pa.array([TYPED] * len(rows), pa.string())
    columns["_line"] = pa.array(range(1, len(rows) + 1), pa.int64())
    con.register("typed_rows", pa.table(columns))
    con.execute(f'create table mapped."{table.name}" as from typed_rows').fetchall()
    con.unregister("typed_rows")


def _set_aside(con: duckdb.DuckDBPyConnection) -> list[Fault]:
    found = con.execute(
        'select table_name, _line, column_name, rule from quarantine."row"'
    ).fetchall()
    return [Fault(t, line, column, _expected(t, column, rule)) for t, line, column, rule in found]


def _expected(table: str, column: str, rule: str) -> str:
    allowed = typed_tables()[table].column(column).words
    return words.EXPECTED[rule].format(words=", ".join(words.WORDS.get(w, w) for w in allowed))


def _unknown(table: Table, rows: Mapping[str, Rows], known: Known) -> Iterator[Fault]:
    """The ids that neither the files nor what is typed with them hold."""
    for column in table.columns:
        if column.parent is None or column.parent not in known:
            continue
        there = {*known[column.parent], *(r.get(column.name) for r in rows.get(column.parent, ()))}
        for number, row in enumerate(rows[table.name], 1):
            value = (row.get(column.name) or "").strip()
            if value and value not in there:
                yield Fault(table.name, number, column.name, words.EXPECTED["unknown_id"])


def _values(
    con: duckdb.DuckDBPyConnection, table: Table, spelled: Sequence[Spelling]
) -> list[dict[str, str]]:
    """The rows as a records file holds them."""
    order = {s.column: s.choice for s in spelled if s.table == table.name}
    texts = ", ".join(
        f"coalesce({_text(column, order)}, '') as \"{column.name}\"" for column in table.columns
    )
    answer = con.execute(
        f'select {texts} from typed."{table.name}" as t '
        f'inner join working."{table.name}" as c on t._row = c.rowid order by t._line'
    )
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def _text(column: Column, order: Mapping[str, str]) -> str:
    value = f't."{column.name}"'
    if column.kind == "list":
        return f"array_to_string({value}, ';')"
    if column.kind == "instant":  # a day stays a day, a time without an offset stays without one
        return f"""as_iso(c."{column.name}", '{order.get(column.name, "dmy")}')"""
    if column.kind in ("money", "fraction"):
        return f"rtrim(rtrim({value}::varchar, '0'), '.')"
    return f"{value}::varchar"
