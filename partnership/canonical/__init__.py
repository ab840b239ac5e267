"""Canonical text tables → typed tables; each row ends in one of them or is set aside with a reason.

Reads schema `mapped` (a table or view per canonical table that came in: text columns, `_file`,
`_line`) and writes `typed.*`, `typed.present`, `quarantine.row` (set aside) and `quarantine.note`
(read, with a remark). How text becomes a value is in queries/staging/types.sql, which columns there
are in canonical.toml; here the one is put to the other.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from pathlib import Path

import duckdb

from partnership.answers import Answers
from partnership.canonical.as_of import type_export
from partnership.canonical.cleaning import NAMED_BY_CHILDREN, clean, name_from_children
from partnership.canonical.entered import NOTHING_ENTERED, Entered
from partnership.canonical.reading import (
    Source,
    note_rounding,
    note_spellings,
    nothing_to_read,
    read_values,
    set_aside_faults,
    source_of,
)
from partnership.canonical.schema import Column, Table, canonical_tables
from partnership.canonical.set_aside import set_aside_orphans, set_aside_repeats
from partnership.canonical.spelling import Spelling, spellings
from partnership.settings import Settings
from partnership.statements import run, run_once

__all__ = [
    "Column",
    "Entered",
    "Table",
    "canonical_tables",
    "prepare",
    "type_alone",
    "type_tables",
]

# The one table that every figure needs: without a file of it, of no row.
EXPORT = "export"
TYPES_FILE = Path(__file__).parents[2] / "queries" / "staging" / "types.sql"


def type_tables(
    con: duckdb.DuckDBPyConnection,
    *,
    answers: Answers,
    settings: Settings,
    as_of: date | datetime | None = None,
    entered: Entered = NOTHING_ENTERED,
) -> None:
    """Fill `typed`, `quarantine.row` and `quarantine.note` from `mapped`.

    `entered` says which of its rows people typed. Raises WrongColumns where a table lacks a column
    it needs, NeedsAnswer where a column's dates or decimals can be read in two ways, BuildRefused
    where `as_of` is later than the export.
    """
    prepare(con)
    came_in = _columns_of_mapped(con)
    tables = canonical_tables()
    for table in tables.values():
        clean(con, table, came_in.get(table.name))
    derived = {name for name in NAMED_BY_CHILDREN if name not in came_in}
    there = {name: came_in.get(name, []) for name in tables if name in {*came_in, *derived, EXPORT}}
    for name in sorted(derived):
        there[name] = name_from_children(con, tables[name], came_in, entered)
    spelled = spellings(con, [tables[name] for name in there], there, answers)
    for table in tables.values():
        if table.name in there:
            own = [spelling for spelling in spelled if spelling.table == table.name]
            zone = settings.default_time_zone
            _read(con, source_of(con, table, there[table.name], zone, own))
        else:
            nothing_to_read(con, table)
    type_export(con, settings, as_of, entered, there)
    _finish(con, there, came_in.keys() - set(entered.tables))


def type_alone(
    con: duckdb.DuckDBPyConnection, tables: Sequence[Table], answers: Answers, settings: Settings
) -> list[Spelling]:
    """Type the rows of these tables by the same rules, joined to nothing: what people just typed.

    Fills `typed` and `quarantine.row` from `mapped`; returns how dates and decimals were read.
    Raises NeedsAnswer where they can be read in two ways.
    """
    came_in = _columns_of_mapped(con)
    for table in tables:
        clean(con, table, came_in[table.name])
    spelled = spellings(con, tables, came_in, answers)
    for name in {"searches", "submissions"} - came_in.keys():
        nothing_to_read(con, canonical_tables()[name])
    for table in tables:
        own = [spelling for spelling in spelled if spelling.table == table.name]
        source = source_of(con, table, came_in[table.name], settings.default_time_zone, own)
        read_values(source)
        set_aside_faults(source)
    return spelled


def _read(con: duckdb.DuckDBPyConnection, source: Source) -> None:
    """working.<table> → typed.<table> and quarantine.row: type, then key, then join."""
    read_values(source)
    set_aside_faults(source)
    note_spellings(source)
    note_rounding(source)
    set_aside_repeats(con, source.table)
    set_aside_orphans(con, source.table, canonical_tables())


def prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Create the macros, the schemas, and the two tables of what was set aside and noted."""
    if run(
        con, "select 1 from duckdb_tables() where schema_name = 'working' and table_name = '_zone'"
    ).fetchone():
        return
    run(con, "set TimeZone = 'UTC'")
    run_once(con, TYPES_FILE.read_text(encoding="utf-8"))
    for schema in ("mapped", "working", "typed", "quarantine"):
        run(con, f"create schema if not exists {schema}")
    for table in ("row", "note"):
        run(
            con,
            f'create table if not exists quarantine."{table}" (_file varchar, _line bigint, '
            "table_name varchar, column_name varchar, rule varchar, reason varchar, value varchar)",
        )
    # ICU knows abbreviations too: BST is Bangladesh there; India, Israel and Ireland share IST.
    run(
        con,
        "create or replace table working._zone as select name from pg_timezone_names() "
        "where name like '%/%' and name not like 'SystemV/%' or name in ('UTC', 'GMT')",
    )


def _columns_of_mapped(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    rows = run(
        con,
        "select table_name, list(column_name order by column_index) "
        "from duckdb_columns() where schema_name = 'mapped' group by table_name",
    ).fetchall()
    return {name: columns for name, columns in rows}


def _finish(
    con: duckdb.DuckDBPyConnection, there: Collection[str], came_in: Collection[str]
) -> None:
    """Drop what was only needed on the way, and list which tables came in, exported or typed."""
    for name in there:
        if name != EXPORT:
            run(con, f'alter table typed."{name}" drop column _row')
            run(con, f'alter table typed."{name}" drop column _fault')
    present = " union all ".join(
        f"select '{name}' as table_name, list_contains($came_in, '{name}') "
        f"or '{name}' <> 'export' and count(*) > 0 as is_present, count(*) as rows "
        f'from typed."{name}"'
        for name in canonical_tables()
    )
    run(con, f"create or replace table typed.present as {present}", {"came_in": sorted(came_in)})
    run(con, "drop schema working cascade")
