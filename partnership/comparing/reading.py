"""An agency's own list of submissions, read by the very rules that a build reads exports by."""

import tomllib
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from partnership.answers import NO_ANSWERS, Answers
from partnership.canonical import Table, prepare, type_alone
from partnership.canonical.schema import declared_tables
from partnership.canonical.set_aside import set_aside_repeats
from partnership.errors import UnknownMapping, UnreadableExport
from partnership.exports import NO_LIMITS, Limits, LoadReport, load
from partnership.labels import comparing as words
from partnership.mapping import AUTO, map_raw, raw_tables
from partnership.mapping.system import CANONICAL, STAGING, System, system_named
from partnership.settings import Settings

LIST = "list"
# Of several sheets, the one of such a name is the list.
NAMED = ("submissions", "candidates", "applications", LIST)
# Each column, and how the two-file start spells it.
SPELLED = {
    "submission_id": ("candidates", "application_id"),
    "search_id": ("searches", "search_id"),
    "title": ("searches", "title"),
    "candidate_id": ("candidates", "candidate_id"),
    "email": ("candidates", "email"),
    "agency": ("candidates", "agency"),
    "received_at": ("candidates", "received_on"),
}
NEEDED = {LIST: [["received_at"], ["submission_id", "candidate_id", "email"]]}
# Nothing of a list is written to disk, were it as large as memory.
IN_MEMORY_ALONE: dict[str, str | bool | int | float | list[str]] = {
    "temp_directory": "",
    "memory_limit": "1GB",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}
INTO_REFUSED = 'insert into quarantine."row"'
COLUMNS = ("submission_id", "search_id", "title", "candidate_id", "email", "received_on")


class Refused(NamedTuple):
    """One row of the list that is not compared, and why."""

    file: str
    line: int
    column: str | None
    reason: str


@dataclass(frozen=True)
class AgencyList:
    """`entries` as queries/shared/listed_by_agency.sql takes them: `place` counts `lines`, which
    say where each stands; `not_read` are sheets beside the list."""

    name: str
    entries: list[dict[str, Any]]
    lines: list[tuple[str, int]]
    refused: list[Refused]
    not_read: tuple[str, ...] = ()


@cache
def list_table() -> Table:
    """The columns that a list may have."""
    text = (STAGING / "agency_list.toml").read_text(encoding="utf-8")
    return declared_tables(tomllib.loads(text))[LIST]


def read(
    file: Path,
    *,
    agency: Collection[str],
    settings: Settings,
    mapping: str = AUTO,
    answers: Answers = NO_ANSWERS,
    limits: Limits = NO_LIMITS,
) -> AgencyList:
    """The rows of a list, each an entry or refused; `agency` are the ways the agency is spelled.

    Raises what `exports.load` and `mapping.map_raw` raise where the file as a whole can't be read.
    """
    with closing(duckdb.connect(config=IN_MEMORY_ALONE)) as con:
        prepare(con)
        loaded = load(con, [file], answers, limits=limits)
        if mapping in (AUTO, CANONICAL):
            raw, not_read = _take_the_list(con, loaded, file.name)
            map_raw(con, _by_headings(), raw_tables(con), answers=answers, settings=settings)
            con.execute(f'create view mapped."{LIST}" as from shape."{LIST}"')
        else:
            system, not_read = system_named(mapping), ()
            map_raw(con, system, raw_tables(con), answers=answers, settings=settings)
            raw = _take_submissions(con, system)
        type_alone(con, [list_table()], answers, settings)
        _set_aside(con, raw, agency)
        rows = con.execute(
            f'select _file, _line, {", ".join(COLUMNS)} from typed."{LIST}" order by 1, 2'
        ).fetchall()
        refused = [Refused(*row) for row in _refused(con)]
    return AgencyList(
        name=file.name,
        entries=[
            {"place": place, **dict(zip(COLUMNS, row[2:], strict=True))}
            for place, row in enumerate(rows)
        ],
        lines=[(str(row[0]), int(row[1])) for row in rows],
        refused=refused,
        not_read=not_read,
    )


def _by_headings() -> System:
    """The list as a system of one table, which is known by the headings of its columns."""
    two_files = system_named("two_files").headers
    headings = {
        column: [name, *two_files[table][name]] for column, (table, name) in SPELLED.items()
    }
    return System(LIST, {}, headers={LIST: headings}, needed=NEEDED)


def _take_the_list(
    con: duckdb.DuckDBPyConnection, loaded: LoadReport, file: str
) -> tuple[list[str], tuple[str, ...]]:
    """Call the table that is the list by that name; gives it, and the sheets that are not it.

    Raises UnreadableExport where none has a row, or several could be it.
    """
    filled = list(dict.fromkeys(report.table for report in loaded.files if report.records))
    if not filled:
        raise UnreadableExport(words.NO_ROWS.format(file=file), words.NO_ROWS_NEXT)
    named = [table for table in NAMED if table in filled]
    if len(filled) > 1 and not named:
        raise UnreadableExport(
            words.WHICH_SHEET.format(file=file, sheets=", ".join(filled)), words.WHICH_SHEET_NEXT
        )
    table = (named or filled)[0]
    if table != LIST:
        con.execute(f'drop table if exists raw."{LIST}"')
        con.execute(f'alter table raw."{table}" rename to "{LIST}"')
    con.execute('delete from quarantine."row" where table_name <> $table', {"table": table})
    return [LIST], tuple(name for name in filled if name != table)


def _take_submissions(con: duckdb.DuckDBPyConnection, system: System) -> list[str]:
    """mapped.list from the submissions of a system's selects; gives the raw tables whose rows they
    are. Raises UnknownMapping where its folder makes none."""
    columns = dict(
        con.execute(
            "select table_name, list(column_name) from duckdb_columns() "
            "where schema_name = 'mapped' group by 1"
        ).fetchall()
    )
    if "submissions" not in columns:
        raise UnknownMapping(words.NO_SUBMISSIONS.format(system=system.name), words.MAKE_SOME)
    own = ("submission_id", "search_id", "candidate_id", "received_at", "_file", "_line")
    taken = [name for name in own if name in columns["submissions"]]
    select = ", ".join(f'listed."{name}"' for name in taken)
    if "agency_id" in columns["submissions"]:
        select += ", listed.agency_id as agency"
    is_mailed = {"candidate_id", "email"} <= set(columns.get("candidates", ()))
    if is_mailed and "candidate_id" in taken:
        select += ", (select any_value(email) from mapped.candidates as c "
        select += "where c.candidate_id = listed.candidate_id) as email"
    con.execute(f'create view mapped."{LIST}" as select {select} from mapped.submissions as listed')
    raw = raw_tables(con)
    carried = [name for name in raw if "submissions" in system.carriers(name)]
    return carried or list(raw)


def _set_aside(
    con: duckdb.DuckDBPyConnection, raw: Collection[str], agency: Collection[str]
) -> None:
    """Refuse what can't be compared: rows of another agency, rows without anything to know them
    by, rows said before, and rows that became none."""
    known = ", ".join(_quoted(name.strip().lower()) for name in agency)
    _refuse(con, words.OF_ANOTHER, "agency", f"lower(trim(agency)) not in ({known})")
    has_case = "candidate_id is not null and coalesce(search_id, title) is not null"
    is_known = f"submission_id is not null or email is not null or ({has_case})"
    _refuse(con, words.NOTHING_TO_KNOW_BY, None, f"not ({is_known})")
    set_aside_repeats(con, list_table())
    twice = "row_number() over (partition by submission_id order by _file, _line, _row) > 1"
    later = f'select _row from typed."{LIST}" where submission_id is not null qualify {twice}'
    _refuse(con, words.SAME_ID, "submission_id", f"_row in ({later})")
    for table in raw:
        con.execute(
            f"{INTO_REFUSED} select _file, _line, $table, null, 'not_used', $reason, null "
            f'from raw."{table}" anti join (select _file, _line from typed."{LIST}" union all '
            'select _file, _line from quarantine."row") using (_file, _line)',
            {"table": LIST, "reason": words.NOT_USED},
        )


def _refuse(con: duckdb.DuckDBPyConnection, reason: str, column: str | None, where: str) -> None:
    con.execute(
        f"{INTO_REFUSED} select _file, _line, $table, $column, 'not_compared', $reason, null "
        f'from typed."{LIST}" where {where}',
        {"table": LIST, "column": column, "reason": reason},
    )
    con.execute(f'delete from typed."{LIST}" where {where}')


def _refused(con: duckdb.DuckDBPyConnection) -> list[tuple[str, int, str | None, str]]:
    return con.execute(
        'select _file, _line, column_name, reason from quarantine."row" order by all'
    ).fetchall()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
