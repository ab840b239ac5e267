"""What people typed → the mapped tables of a build, beside what the exports hold."""

from collections.abc import Iterable, Sequence

import duckdb
import pyarrow as pa

from partnership.canonical import Column, Entered
from partnership.entries.snapshot import MAPPED, SET_ASIDE, Typed, TypedFile, TypedRow

ROWS = """
create schema if not exists entered;
create or replace table entered.row (
    table_name varchar, _file varchar, _line bigint, number bigint, fate varchar
);
create or replace table entered.overruled (table_name varchar, _file varchar, _line bigint)
"""


def add_typed(con: duckdb.DuckDBPyConnection, typed: Typed) -> Entered:
    """Put what counts of what was typed into mapped.<table>; a typed row wins over an exported one.

    entered.row says what became of every typed row, entered.overruled which exported ones a typed
    one of the same key stands for.
    """
    con.execute(ROWS).fetchall()
    files = typed.beside(_is_sample(con))
    only_typed = []
    for name, file in files.items():
        _note_rows(con, file)
        if any(row.fate == MAPPED for row in file.rows):
            only_typed += [] if _columns(con, name) else [name]
            _merge(con, file)
    return Entered([file.file for file in files.values()], only_typed)


def _is_sample(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether the export says that it is synthetic."""
    if "synthetic" not in _columns(con, "export"):
        return False
    said = con.execute(
        "select bool_or(as_flag(written(synthetic::varchar))) from mapped.export"
    ).fetchall()
    return bool(said[0][0])


def _note_rows(con: duckdb.DuckDBPyConnection, file: TypedFile) -> None:
    """entered.row, quarantine.row and, where any count, entered.<table>."""
    name = file.table.name
    _register(con, file, file.rows)
    con.execute(
        f"insert into entered.row select '{name}', _file, _line, _number, _fate from typed_rows"
    )
    con.execute(
        f"""insert into quarantine."row" select _file, _line, '{name}', null, 'broken_record', """
        "'the row does not have one value for each column', null "
        "from typed_rows where _fate = $fate",
        {"fate": SET_ASIDE},
    )
    con.execute(
        f'create table entered."{name}" as select * exclude (_number, _fate) '
        "from typed_rows where _fate = $fate",
        {"fate": MAPPED},
    )
    con.unregister("typed_rows")


def _merge(con: duckdb.DuckDBPyConnection, file: TypedFile) -> None:
    """mapped.<table>: the typed rows, and the exported ones that have another key."""
    name = file.table.name
    there = _columns(con, name)
    if not there:
        con.execute(f'create table mapped."{name}" as from entered."{name}"').fetchall()
        return
    same = " and ".join(_same(file.table.column(key), there) for key in file.table.typed_key)
    overruled = f'exists (from entered."{name}" as typed where {same})'
    con.execute(f'create or replace temp table exported as from mapped."{name}"')
    con.execute(
        "insert into entered.overruled "
        f"select '{name}', _file, _line from exported where {overruled}"
    )
    con.execute(f'drop {_kind(con, name)} mapped."{name}"')
    con.execute(
        f'create table mapped."{name}" as from entered."{name}" '
        f"union all by name select * from exported where not {overruled}"
    )
    con.execute("drop table exported").fetchall()


def _same(column: Column, there: Iterable[str]) -> str:
    """Whether a typed and an exported row agree in one column of the key; blank is blank."""
    read = {"words": "as_word(written({v}))", "id": "given(written({v}))"}
    text = f"coalesce({read.get(column.kind, 'written({v})')}, '')"
    typed = f'typed."{column.name}"'
    exported = f'exported."{column.name}"::varchar' if column.name in there else "null::varchar"
    return f"{text.format(v=typed)} = {text.format(v=exported)}"


def _columns(con: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    """The columns of mapped.<name>; none where it did not come in."""
    found = con.execute(
        "select column_name from information_schema.columns "
        "where table_schema = 'mapped' and table_name = $name",
        {"name": name},
    ).fetchall()
    return [column for (column,) in found]


def _kind(con: duckdb.DuckDBPyConnection, name: str) -> str:
    found = con.execute(
        "select table_type from information_schema.tables "
        "where table_schema = 'mapped' and table_name = $name",
        {"name": name},
    ).fetchone()
    return "view" if found and found[0] == "VIEW" else "table"


def _register(con: duckdb.DuckDBPyConnection, file: TypedFile, rows: Sequence[TypedRow]) -> None:
    """Make `typed_rows` hold rows: their columns as text, where they lie, what becomes of them."""
    columns: dict[str, pa.Array] = {
        column.name: pa.array([row.values.get(column.name, "") for row in rows], pa.string())
        for column in file.table.columns
    }
    columns["_file"] = pa.array([file.file] * len(rows), pa.string())
    columns["_line"] = pa.array([row.line for row in rows], pa.int64())
    columns["_number"] = pa.array([row.number for row in rows], pa.int64())
    columns["_fate"] = pa.array([row.fate for row in rows], pa.string())
    # Whatever ran before was fetched to its end: registering waits for nobody.
    con.register("typed_rows", pa.table(columns))
