"""Raw tables → typed tables, by the folder of selects that fits the system they come from.

A system is a folder queries/staging/<system>/ (or a user's own of the same shape): one select per
canonical table, each of whose header says what it `reads` (raw tables and the columns needed of
them: what did not come in is supplied as null), whose rows it `carries` through, and, once in the
folder, which `main` tables it cannot do without. shapes/ holds selects that several of them share;
set_aside.sql and notes.sql say which rows no table can take, and what else a reader should know.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from partnership.answers import Answers
from partnership.canonical import canonical_tables, prepare, type_tables
from partnership.entries import NOTHING_TYPED, Typed, add_typed
from partnership.errors import NeedsAnswer, UnknownMapping, WrongColumns
from partnership.exports import LoadReport
from partnership.mapping.headers import create_views, renamed_columns
from partnership.mapping.recognising import recognised
from partnership.mapping.system import (
    NOTES,
    SET_ASIDE,
    SOURCES,
    WORDS_FILE,
    RawTables,
    System,
    TableRead,
    system_named,
    tables,
)
from partnership.queries import Query
from partnership.settings import Settings
from partnership.statements import run

__all__ = ["AUTO", "StageReport", "map_raw", "raw_tables", "stage"]

Progress = Callable[[str, float], None]
AUTO = "auto"
# The agency whose own files these are goes by one id for ever, whatever it is called.
OWN_AGENCY, UNNAMED_AGENCY = "own", "Our agency"
NO_ROWS = "select null::varchar as _file, null::bigint as _line where false"


@dataclass(frozen=True)
class StageReport:
    """Which system it was, and what each raw table was: `carried`, `lookup` or `not needed`."""

    system: str
    roles: dict[str, str]


def stage(
    con: duckdb.DuckDBPyConnection,
    report: LoadReport,
    mapping: str,
    *,
    answers: Answers,
    settings: Settings,
    typed: Typed = NOTHING_TYPED,
    as_of: date | datetime | None = None,
    progress: Progress = lambda step, share: None,
) -> StageReport:
    """Fill `typed` and `quarantine` from `raw`, and from what people typed beside it.

    `mapping` is a built-in system, a folder, or `auto`. Raises UnknownMapping where it is none or
    its tables did not come in, NeedsAnswer where only a person can say, and what typing raises.
    """
    raw = raw_tables(con)
    system = recognised(raw) if mapping == AUTO else system_named(mapping)
    progress("Matching columns", 0.0)
    map_raw(con, system, raw, answers=answers, settings=settings)
    passing = _passing(system, raw)
    for name in sorted(passing):
        _pass_through(con, name, raw, answers)
    entered = add_typed(con, typed)
    # What was typed is written with a point, whatever the exports were answered to be.
    point = Answers(decimal=dict.fromkeys(entered.files, "."))
    answers = point.merged_with(answers)
    type_tables(con, answers=answers, settings=settings, as_of=as_of, entered=entered)
    progress("Accounting for every row", 0.9)
    roles = _roles(system, raw, passing)
    for table in sorted(table for table, role in roles.items() if role == "carried"):
        _set_aside_unused(con, table, [*system.carriers(table), *({table} & passing)])
    for schema in ("mapped", "shape", "text"):
        con.execute(f"drop schema {schema} cascade")
    return StageReport(system.name, roles)


def map_raw(
    con: duckdb.DuckDBPyConnection,
    system: System,
    raw: RawTables,
    *,
    answers: Answers,
    settings: Settings,
) -> None:
    """Fill `mapped` from `raw` by the selects of a system; nothing is typed yet.

    Raises UnknownMapping and WrongColumns where what it needs did not come in, NeedsAnswer where
    only a person can say which column is meant.
    """
    prepare(con)
    run(con, WORDS_FILE.read_text(encoding="utf-8"))
    for schema in ("text", "shape"):
        con.execute(f"create schema if not exists {schema}")
    _refuse_without_mains(system, raw)
    _create_views(con, system, raw)
    came_in = {f"raw.{table}": columns for table, columns in raw.items()}
    came_in |= _shape(con, system, raw, answers, settings)
    _map(con, system, came_in, settings.owner)


def raw_tables(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The raw tables that came in, with their columns."""
    rows = con.execute(
        "select table_name, list(column_name order by ordinal_position) "
        "from information_schema.columns where table_schema = 'raw' group by table_name"
    ).fetchall()
    return {table: columns for table, columns in rows}


def _refuse_without_mains(system: System, raw: RawTables) -> None:
    for alternatives in [*system.mains, *([TableRead("raw", t, ())] for t in system.headers)]:
        there = [main for main in alternatives if main.table in raw]
        if not there:
            raise UnknownMapping(
                f"{system.name} needs the table {' or '.join(map(str, alternatives))}; "
                f"there is {', '.join(sorted(raw)) or 'nothing'}",
                "Add that table's export. On the command line, --mapping names another system.",
            )
        if not any(main.is_in(raw) for main in there):
            lacking = [name for name in there[0].columns if name not in raw[there[0].table]]
            raise WrongColumns(
                f"{there[0].table} has no column {', '.join(map(repr, lacking))}, which "
                f"{system.name} needs",
                "Export it with these columns. On the command line, --mapping names another "
                "system.",
            )
    knows_ours_alone = not system.selects and not system.headers
    if knows_ours_alone and not set(raw) & set(canonical_tables()):
        raise UnknownMapping(
            f"no file is named after a canonical table; there is {', '.join(sorted(raw))}",
            f"Name the files after the tables they hold: {', '.join(canonical_tables())}.",
        )


def _passing(system: System, raw: RawTables) -> set[str]:
    """The raw tables that are canonical as they are, beside whatever the system reads."""
    passing = set()
    for name, table in canonical_tables().items():
        required = {column.name for column in table.columns if column.is_required}
        is_read = name in system.raw_reads
        is_plainly_canonical = name not in system.headers and required <= set(raw.get(name, ()))
        if name in raw and (not is_read or is_plainly_canonical):
            passing.add(name)
    return passing


def _create_views(con: duckdb.DuckDBPyConnection, system: System, raw: RawTables) -> None:
    """text.<table>: the columns that the selects read, null where blank or where none came in."""
    for table, columns in sorted(system.raw_reads.items()):
        there = {name: f'written("{name}")' for name in raw.get(table, ())}
        read = "".join(
            f'{there.get(name, "null::varchar")} as "{name}", ' for name in sorted(columns)
        )
        source = f'raw."{table}"' if table in raw else f"({NO_ROWS})"
        con.execute(
            f'create or replace view text."{table}" as select {read}_file, _line from {source}'
        )


def _shape(
    con: duckdb.DuckDBPyConnection,
    system: System,
    raw: RawTables,
    answers: Answers,
    settings: Settings,
) -> dict[str, list[str]]:
    """shape.answer (which sources are agencies) and shape.own_agency (the one whose files these
    are, if they are an agency's), then headers by one name, then shapes/.

    Returns the columns that the headers were found for.
    """
    con.execute("create or replace table shape.answer (spelling varchar, agency_id varchar)")
    if answers.agencies:
        con.executemany(
            "insert into shape.answer values (trim(?), ?)", sorted(answers.agencies.items())
        )
    con.execute("create or replace table shape.own_agency (agency_id varchar, name varchar)")
    if settings.owner == "agency":
        name = settings.agency_name.strip() or UNNAMED_AGENCY
        con.execute("insert into shape.own_agency values (?, ?)", [OWN_AGENCY, name])
    found = create_views(con, system, raw, answers.columns, settings.owner)
    for name in system.shapes_in_order:
        con.execute(f'create or replace table shape."{name}" as {_over_text(system.shapes[name])}')
    if SOURCES in system.selects:
        _ask_for_agencies(con, system, answers)
    return found


def _ask_for_agencies(con: duckdb.DuckDBPyConnection, system: System, answers: Answers) -> None:
    """Which sources are agencies is asked once, over all of them with their counts.

    An answer that is about none of them, such as a mistyped one, is none.
    """
    sources = con.execute(_over_text(system.selects[SOURCES])).fetchall()
    told = {spelling.strip() for spelling in answers.agencies}
    if sources and told.isdisjoint(spelling for spelling, _ in sources):
        raise NeedsAnswer(
            f"which of these {len(sources)} sources are agencies?",
            "Say it once; give two spellings of one agency the same name. It is remembered.",
            question="agencies",
            about="*",
            choices={
                str(spelling): f"{count} row{'' if count == 1 else 's'}"
                for spelling, count in sources
            },
        )


def _map(con: duckdb.DuckDBPyConnection, system: System, came_in: RawTables, owner: str) -> None:
    """mapped.<table> of each select, and what the folder sets aside and notes.

    A table that nothing in these files can show, or not in the files of this owner, is left out: it
    is unknown, not empty.
    """
    for name, select in system.canonical_selects.items():
        shown_by = tables(select, "shown_by")
        if select.header.get("of_owner", owner) != owner:
            continue
        if not shown_by or any(table.is_shown_by(came_in) for table in shown_by):
            con.execute(f'create or replace table mapped."{name}" as {_over_text(select)}')
    for file, into in ((SET_ASIDE, "row"), (NOTES, "note")):
        if file in system.selects:
            rows = _over_text(system.selects[file])
            con.execute(f'insert into quarantine."{into}" by name {rows}')


def _over_text(select: Query) -> str:
    """The select reading text.<table> instead of raw.<table>: all its columns, no blanks."""
    return re.sub(r"\braw\.", "text.", select.sql)


def _pass_through(
    con: duckdb.DuckDBPyConnection, name: str, raw: RawTables, answers: Answers
) -> None:
    """mapped.<name> from the raw table of that name; its rows win over the system's of one key."""
    renames = renamed_columns(name, raw[name], answers.columns)
    columns = ", ".join(
        f'"{column}" as "{renames.get(column, column)}"'
        for column in raw[name]
        if column in renames or column not in renames.values()
    )
    select = f'select {columns} from raw."{name}"'
    is_mapped = con.execute(
        "select 1 from information_schema.tables "
        "where table_schema = 'mapped' and table_name = $name",
        {"name": name},
    ).fetchone()
    if not is_mapped:
        con.execute(f'create view mapped."{name}" as {select}')
        return
    keys = canonical_tables()[name].key
    same = " and ".join(f'trim(own."{key}") = mapped."{key}"' for key in keys) or "false"
    con.execute(f'create or replace table shape.mapped as from mapped."{name}"')
    con.execute(
        f'create or replace table mapped."{name}" as {select} union all by name '
        f"select * from shape.mapped as mapped "
        f"where not exists (from ({select}) as own where {same})"
    )


def _roles(system: System, raw: RawTables, passing: set[str]) -> dict[str, str]:
    roles = {}
    for table in raw:
        is_carried = table in passing or bool(system.carriers(table)) or table in system.headers
        role = "lookup" if table in system.raw_reads else "not needed"
        roles[table] = "carried" if is_carried else role
    return roles


def _set_aside_unused(con: duckdb.DuckDBPyConnection, table: str, carriers: list[str]) -> None:
    """Rows of a carried table that ended nowhere: nothing that came in is dropped in silence."""
    typed = " union all ".join(f'select _file, _line from typed."{name}"' for name in carriers)
    # Only what was set aside of this table: the sheets of a workbook share a file and line numbers.
    set_aside = "select _file, _line from quarantine.row where list_contains($tables, table_name)"
    set_aside += (
        " union all select _file, _line from entered.overruled "
        "where list_contains($tables, table_name)"
    )
    con.execute(
        "insert into quarantine.row select _file, _line, $table, null, 'not_used', "
        "'nothing in this row says what to make of it', null "
        f'from raw."{table}" as rows '
        f"anti join ({typed} union all {set_aside}) as ended using (_file, _line)",
        {"table": table, "tables": [table, *carriers]},
    )
