"""Text as exported → text or null: white space, words for nothing, fillers, missing columns."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches

import duckdb

from partnership.canonical.entered import NOT_ENTERED, Entered
from partnership.canonical.schema import Column, Table, canonical_tables
from partnership.errors import WrongColumns
from partnership.statements import run

# Parents that need nothing but their key: where no such table came in, the keys its children name
# are all there is to know, and that is no fault of the children.
NAMED_BY_CHILDREN = ("clients", "agencies", "candidates")
FILLER_TESTS = {"day": "is_filler_day", "instant": "is_filler_day", "id": "is_filler_id"}


def clean(con: duckdb.DuckDBPyConnection, table: Table, columns: Sequence[str] | None) -> None:
    """working.<table>: all canonical columns as text, null where nothing or a filler was written.

    `columns` are those of mapped.<table>, None where it did not come in. Raises WrongColumns where
    a column that must be there is not among them.
    """
    if columns is None:
        empty = ", ".join(f'"{column.name}" varchar' for column in table.columns)
        run(con, f'create table working."{table.name}" (_file varchar, _line bigint, {empty})')
        return
    _refuse_missing_columns(con, table, columns)
    _note_ignored_columns(con, table, columns)
    written = ", ".join(
        f'{_written(column.name, columns)} as "{column.name}"' for column in table.columns
    )
    cleaned = ", ".join(
        f'{_cleaned(column, columns)} as "{column.name}"' for column in table.columns
    )
    run(
        con,
        f'create table working."{table.name}" as select _file, _line, {cleaned} '
        "from (select _file::varchar as _file, _line::bigint as _line, "
        f'{written} from mapped."{table.name}")',
    )
    _empty_fillers(con, table, columns)


def name_from_children(
    con: duckdb.DuckDBPyConnection, table: Table, came_in: Collection[str], entered: Entered
) -> list[str]:
    """Rows of a table that did not come in: one per key its exported children name, named by it.

    Returns the columns that hold it.
    """
    key = table.key[0]
    children = " union ".join(
        f'select "{column.name}" as key from working."{child.name}" where {NOT_ENTERED}'
        for child in canonical_tables().values()
        for column in child.columns
        if column.parent == table.name and column.must_have_parent and child.name in came_in
    )
    filled = [column.name for column in table.columns if column.is_required]
    if not children:
        return filled
    names = ", ".join(f'"{name}"' for name in filled)
    run(
        con,
        f'insert into working."{table.name}" ({names}) '
        f"select distinct {', '.join('key' for _ in filled)} from ({children}) "
        "where key is not null order by 1",
        entered.parameter,
    )
    run(
        con,
        "insert into quarantine.note select null, null, $table, $key, 'derived', "
        "'no such table came in: ' || count(*) || ' were taken from the rows that name them', null "
        f'from working."{table.name}" having count(*) > 0',
        {"table": table.name, "key": key},
    )
    return filled


def _written(name: str, columns: Sequence[str]) -> str:
    return f'written("{name}"::varchar)' if name in columns else "null::varchar"


def _cleaned(column: Column, columns: Sequence[str]) -> str:
    text = f'"{column.name}"'
    if column.kind == "text" or column.name not in columns:
        return text
    if "none" in column.words:
        return f"case when lower({text}) = 'none' then 'none' else given({text}) end"
    return f"given({text})"


def _refuse_missing_columns(
    con: duckdb.DuckDBPyConnection, table: Table, columns: Sequence[str]
) -> None:
    missing = [c.name for c in table.columns if c.is_required and c.name not in columns]
    if not missing:
        return
    files = run(con, f'select distinct _file from mapped."{table.name}" order by 1').fetchall()
    where = ", ".join(str(file) for (file,) in files) or table.name
    others = [name for name in columns if not name.startswith("_")]
    closest = {name: get_close_matches(name, others, n=1, cutoff=0.5) for name in missing}
    hints = "".join(
        f" Closest to {name!r}: {match[0]!r}." for name, match in closest.items() if match
    )
    raise WrongColumns(
        f"{where} has no column {', '.join(map(repr, missing))}, which {table.name} needs.{hints}",
        f"Rename it in the export, or say which it is: --column {table.name}.{missing[0]}=HEADER.",
    )


def _note_ignored_columns(
    con: duckdb.DuckDBPyConnection, table: Table, columns: Sequence[str]
) -> None:
    known = {column.name for column in table.columns}
    for name in columns:
        if name not in known and not name.startswith("_"):
            run(
                con,
                "insert into quarantine.note "
                "select _file, null, $table, $column, 'column_ignored', "
                f"'no column of ' || $table || ': ignored', null from mapped.\"{table.name}\" "
                f'where "{name}" is not null group by _file order by _file',
                {"table": table.name, "column": name},
            )


def _empty_fillers(con: duckdb.DuckDBPyConnection, table: Table, columns: Sequence[str]) -> None:
    tests = {
        column.name: f'{FILLER_TESTS[column.kind]}("{column.name}")'
        for column in table.columns
        if column.kind in FILLER_TESTS and column.name in columns
    }
    asked = ", ".join(f"coalesce(bool_or({test}), false)" for test in tests.values()) or "false"
    found = run(con, f'select {asked} from working."{table.name}"').fetchone() or ()
    for (name, test), is_there in zip(tests.items(), found, strict=False):
        if not is_there:
            continue
        run(
            con,
            "insert into quarantine.note select _file, _line, $table, $column, 'filler', "
            f"'stands for nothing: read as empty', \"{name}\" "
            f'from working."{table.name}" where {test}',
            {"table": table.name, "column": name},
        )
        run(con, f'update working."{table.name}" set "{name}" = null where {test}')
