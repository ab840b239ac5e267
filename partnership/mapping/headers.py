"""Header cells as people's systems spell them → the columns that a folder of selects reads."""

from collections.abc import Collection, Mapping, Sequence

import duckdb

from partnership.errors import NeedsAnswer, WrongColumns
from partnership.exports import raw_name
from partnership.mapping.system import RawTables, System

Renames = Mapping[tuple[str, str], str]
LONGEST_EXAMPLE = 30


def create_views(
    con: duckdb.DuckDBPyConnection, system: System, raw: RawTables, renames: Renames, owner: str
) -> dict[str, list[str]]:
    """shape.<table> for every table of headers.toml: its columns by their one name, else null.

    `renames` maps (raw table, header) to a column and wins. Returns the columns that were found,
    by shape.<table>. Raises NeedsAnswer where two headers stand for one column, or none for one
    that is needed.
    """
    all_found = {}
    for table, spellings in system.headers.items():
        found = {
            column: _headers_of(con, table, column, names, raw[table], renames)
            for column, names in spellings.items()
        }
        _ask_for_missing(con, table, found, system, raw[table], owner)
        _note_ignored(con, table, found, raw[table])
        columns = ", ".join(
            f"{_first_of(headers)} as {_quoted(column)}" for column, headers in found.items()
        )
        con.execute(
            f"create or replace view shape.{_quoted(table)} as "
            f"select {columns}, _file, _line from raw.{_quoted(table)}"
        )
        all_found[f"shape.{table}"] = [column for column, headers in found.items() if headers]
    return all_found


def renamed_columns(table: str, columns: Collection[str], renames: Renames) -> dict[str, str]:
    """Raw column → canonical column, as a person said. Raises WrongColumns for unknown headers."""
    found = {}
    for (about, header), column in renames.items():
        if about == table:
            name = raw_name(header)
            if name not in columns:
                raise WrongColumns(
                    f"{table} has no column {header!r}; it has {', '.join(_shown(columns))}",
                    f"Name one of them: --column {table}.{column}=HEADER.",
                )
            found[name] = column
    return found


def _headers_of(
    con: duckdb.DuckDBPyConnection,
    table: str,
    column: str,
    names: list[str],
    columns: Collection[str],
    renames: Renames,
) -> list[str]:
    """The raw columns that hold this one: one at most in each file."""
    named = renamed_columns(table, columns, renames)
    if column in named.values():
        return [name for name, to in named.items() if to == column]
    spellings = dict.fromkeys([column, *(raw_name(name) for name in names)])
    headers = [name for name in spellings if name in columns and name not in named]
    if len(headers) > 1:
        filled = " and ".join(f"count({_quoted(name)}) > 0" for name in headers[:2])
        both = con.execute(
            f"select _file from raw.{_quoted(table)} group by _file having {filled} limit 1"
        ).fetchone()
        if both or len(headers) > 2:
            shown = " and ".join(map(repr, headers))
            raise _which_column(
                con,
                f"{both[0] if both else table}: {shown} could each be {table}.{column}",
                f"{table}.{column}",
                headers,
            )
    return headers


def _ask_for_missing(
    con: duckdb.DuckDBPyConnection,
    table: str,
    found: Mapping[str, list[str]],
    system: System,
    columns: Collection[str],
    owner: str,
) -> None:
    """Raise NeedsAnswer for the first column that is needed and has no header."""
    free = _free(found, columns)
    for choices in system.needs(table, owner):
        if not any(found[column] for column in choices):
            spelled = system.headers[table][choices[0]]
            message = (
                f"{table} has no column for {' or '.join(choices)} "
                f"(such as {', '.join(map(repr, spelled[:3]))})"
            )
            if not free:
                raise WrongColumns(
                    f"{message}; it has {', '.join(_shown(columns))}",
                    "Export it again with that column.",
                )
            raise _which_column(con, message, f"{table}.{choices[0]}", free)


def _note_ignored(
    con: duckdb.DuckDBPyConnection,
    table: str,
    found: Mapping[str, list[str]],
    columns: Collection[str],
) -> None:
    """Say which headers are read as nothing, so that no column is lost unseen."""
    for name in _free(found, columns):
        con.execute(
            "insert into quarantine.note select _file, null, $table, $column, 'column_ignored', "
            f"'no column of ' || $table || ': ignored', null from raw.{_quoted(table)} "
            f"where written({_quoted(name)}) is not null group by _file order by _file",
            {"table": table, "column": name},
        )


def _free(found: Mapping[str, list[str]], columns: Collection[str]) -> list[str]:
    """The headers that no column has taken."""
    taken = {header for headers in found.values() for header in headers}
    return [name for name in columns if not name.startswith("_") and name not in taken]


def _which_column(
    con: duckdb.DuckDBPyConnection, message: str, about: str, headers: Sequence[str]
) -> NeedsAnswer:
    table = about.partition(".")[0]
    return NeedsAnswer(
        message,
        "Say which column it is, or export the file again with that column.",
        question="column",
        about=about,
        choices={header: _example(con, table, header) for header in headers},
    )


def _example(con: duckdb.DuckDBPyConnection, table: str, header: str) -> str:
    """The first two values of a column, to know it by."""
    column = f"written({_quoted(header)})"
    rows = con.execute(
        f"select {column} as value from raw.{_quoted(table)} where {column} is not null "
        "group by value order by min(_line), value limit 2"
    ).fetchall()
    return ", ".join(repr(str(value)[:LONGEST_EXAMPLE]) for (value,) in rows) or "empty"


def _first_of(headers: list[str]) -> str:
    """What stands in the one of these columns that the row's file has."""
    written = ", ".join(f"written({_quoted(header)})" for header in headers)
    return f"coalesce({written})" if headers else "null::varchar"


def _shown(columns: Collection[str]) -> list[str]:
    return [repr(name) for name in columns if not name.startswith("_")]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
