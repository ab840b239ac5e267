"""A named .sql file: its header, its parameters, its rows for a reader."""

import re
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Lock

import duckdb
import pandas as pd

from partnership import memory
from partnership.errors import MetricRefused, UnknownMetric
from partnership.filters import EVERYTHING, Filters
from partnership.readers import HR_FILE
from partnership.settings import current
from partnership.statements import run

Connection = duckdb.DuckDBPyConnection
DatabaseError = duckdb.Error

QUERIES = Path(__file__).parent.parent / "queries"
HEADER_LINE = re.compile(r"--\s*(\w+):\s*(.*)")
CONTINUATION = re.compile(r"--\s*(\S.*)")
PARAMETER = re.compile(r"\$([a-z_]+)")

# The one configuration every reader opens a published file with: a second one in the same process
# is refused by DuckDB. Defence in depth; the real wall is what the file does not hold.
READ_ONLY: dict[str, str | bool | int | float | list[str]] = {
    "threads": "2",
    "async_threads": "1",
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",
    "max_temp_directory_size": "2GB",
}
# How long one query may take: a screen's reader waits, and others wait behind; who asks on the
# command line has chosen to wait, may have a million submissions, and can stop it.
SECONDS, SECONDS_AT_A_SHELL = 10, 60

# One thread is enough for an agency's rows, and many such files may be open at once: what a query
# needed is given back.
SPARING: dict[str, str | bool | int | float | list[str]] = {
    "threads": "1",
    "allocator_flush_threshold": "100KB",
    "allocator_bulk_deallocation_flush_threshold": "100KB",
}


# Connections to one file share its settings, and whoever comes second finds them locked.
_opening = Lock()


@dataclass(frozen=True)
class Query:
    """One .sql file: `header` is its comment lines by name, `body` the select under them."""

    name: str
    header: Mapping[str, str]
    body: str

    @property
    def by(self) -> tuple[str, ...]:
        """The columns it can be grouped by."""
        return _listed(self.header.get("by", ""))

    @property
    def sql(self) -> str:
        """The select as it runs: the chains named under `with`, then the body."""
        chains = _chains(self.header)
        if not chains:
            return self.body
        put_in_front = ",\n".join(f"{alias} as (\n{sql}\n)" for alias, sql in chains.items())
        own = re.match(r"\s*with\s", self.body)
        rest = ",\n" + self.body[own.end() :] if own else "\n" + self.body
        return f"with\n{put_in_front}{rest}"

    @property
    def parameters(self) -> set[str]:
        """The names of its $parameters, without the dollar."""
        return set(PARAMETER.findall(self.sql))


@cache
def query(folder: str, name: str) -> Query:
    """The file queries/<folder>/<name>.sql. Raises UnknownMetric naming the closest file."""
    file = QUERIES / folder / f"{name}.sql"
    if not re.fullmatch(r"[a-z0-9_]+", name) or not file.is_file():
        close = get_close_matches(name, query_names(folder), n=1)
        hint = f"Did you mean {close[0]}? " if close else ""
        raise UnknownMetric(f"there is no {name!r}", f"{hint}`metric --list` names them all.")
    return parsed(name, file.read_text(encoding="utf-8"))


def parsed(name: str, text: str) -> Query:
    """A .sql file's text as a Query; a comment line without a name continues the one above it."""
    header: dict[str, str] = {}
    lines = text.splitlines()
    last = None
    for number, line in enumerate(lines):
        if match := HEADER_LINE.match(line):
            last = match[1]
            header[last] = match[2].strip()
        elif last and (match := CONTINUATION.match(line)):
            header[last] += " " + match[1].strip()
        else:
            return Query(name, header, "\n".join(lines[number:]).strip().rstrip(";"))
    return Query(name, header, "")


def query_names(folder: str) -> list[str]:
    """The names of the .sql files in queries/<folder>/, in alphabetical order."""
    return sorted(file.stem for file in (QUERIES / folder).glob("*.sql"))


def opened(file: Path, seconds: int = SECONDS) -> Connection:
    """A published database file, read-only and locked down; use a cursor of it for every query.

    Of two that open it in one process, the first one's `seconds` hold.
    """
    with _opening:
        more = {} if file.name == HR_FILE else SPARING
        connection = duckdb.connect(str(file), read_only=True, config=READ_ONLY | more)
        if setting_of(connection, "lock_configuration") != "true":
            connection.execute("set global TimeZone = 'UTC'")
            _limit_memory(connection, file)
            connection.execute(f"set global max_execution_time = {seconds * 1000:d}")
            connection.execute("set lock_configuration = true")
    return connection


def setting_of(connection: Connection, name: str) -> str:
    """What DuckDB is set to."""
    row = connection.execute("select current_setting($name)::varchar", {"name": name}).fetchone()
    return str(row[0]) if row else ""


def _limit_memory(connection: Connection, file: Path) -> None:
    """An agency's file gets little, HR's what the settings say, else a part of the machine's."""
    usual = memory.quarter(setting_of(connection, "memory_limit"))
    limit = (current().memory_limit or usual) if file.name == HR_FILE else memory.OF_AN_AGENCY
    try:
        connection.execute("set memory_limit = $limit", {"limit": limit})
    except duckdb.Error:  # The next update says what is wrong with it; reading goes on.
        connection.execute("set memory_limit = $limit", {"limit": usual})


def holds_tables_alone(file: Path) -> bool:
    """Whether a file is a database without a view, and so without a select of somebody else's."""
    try:
        with closing(opened(file)) as connection:
            found = connection.execute("select 1 from duckdb_views() where not internal").fetchall()
    except duckdb.Error:
        return False
    return not found


def metric_rows(
    connection: Connection,
    name: str,
    filters: Filters = EVERYTHING,
    *,
    by: str | None = None,
    folder: str = "metrics",
    **more: object,
) -> pd.DataFrame:
    """Rows of queries/<folder>/<name>.sql for the chosen cases, one per the file's `grain`.

    Durations are days, rates fractions; empty, with the same columns, when nothing matches. `more`
    are parameters beyond the filters (`clock='active'`). Raises UnknownMetric naming the closest
    file and MetricRefused where the file can't be grouped so, or the data can't answer honestly.
    """
    asked = query(folder, name)
    if by is not None and by not in asked.by:
        choices = ", ".join(asked.by) or "nothing"
        raise MetricRefused(
            f"{name} cannot be grouped by {by!r}", f"It can be grouped by: {choices}."
        )
    cursor = connection.cursor()
    values = filters.parameters() | {"by": by, "clock": "calendar"} | of_display() | more
    try:
        refuse_what_cannot_be_answered(cursor, asked)
        rows = run(cursor, asked.sql, {key: values.get(key) for key in asked.parameters}).df()
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise MetricRefused(
            f"{asked.name} needs what these figures do not hold: another version made them",
            "Update the figures from their files, on the Data screen or with `build`; an agency "
            "asks HR to.",
        ) from error
    except duckdb.Error as error:
        raise MetricRefused(*_why(asked.name, error)) from error
    return finished(asked, rows)


def _why(name: str, error: duckdb.Error) -> tuple[str, str]:
    """What the database ran into, in words, and what to do about it; never with a value of rows."""
    if isinstance(error, duckdb.InterruptException):
        return f"{name} took longer than a figure may take", "Choose a shorter period, or a part."
    if isinstance(error, duckdb.OutOfMemoryException):
        return (
            f"{name} needs more memory than there is",
            "Choose a shorter period, or raise `memory_limit` in the settings.",
        )
    return (
        f"{name} can't be asked with these values",
        "Choose from the lists on the screen; `check` says whether the figures are whole.",
    )


def of_display() -> dict[str, object]:
    """The settings that a select is asked with: how figures are shown, and who owns."""
    now = current()
    return {
        "first_month": now.fiscal_year_start,
        "fewest_for_evidence": now.fewest_for_evidence,
        "usual_from": f"{now.usual_from}-01" if now.usual_from else None,
        "fewest_for_a_share": now.fewest_for_a_share,
        "ownership_basis": now.ownership_basis,
        "ownership_scope": now.ownership_scope,
        "ownership_resets": now.ownership_resets,
        "self_application": now.self_application,
    }


def finished(asked: Query, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as the function returns them that the header names: `statistics.module.function`.

    Its module is loaded now: scipy's start takes longer than most figures.
    """
    module, _, name = asked.header.get("then", "").rpartition(".")
    if not name:
        return rows
    done: pd.DataFrame = getattr(import_module(f"partnership.{module}"), name)(rows)
    return done


def refuse_what_cannot_be_answered(cursor: Connection, asked: Query) -> None:
    """Raise MetricRefused where the header's `refuses` condition holds for this build.

    Likewise where an agency's own file is asked for what HR alone may read.
    """
    if asked.header.get("readers") == "hr":
        file = cursor.execute("select agency_id from marts.reader").fetchone()
        if file and file[0] is not None:
            raise MetricRefused(
                f"{asked.name} compares agencies with one another: it is for HR alone",
                "Ask as HR, or for another metric: "
                f"`metric --list --reader agency:{file[0]}` names those an agency may ask for.",
            )
    refusal = asked.header.get("refuses")
    if refusal == "selected by closing":
        row = cursor.execute("select selected_by from marts.export").fetchone()
        if row and row[0] == "closed":
            raise MetricRefused(
                f"{asked.name} needs searches that are still open, but this export was selected by "
                "closing date, so every slow search that is still open is missing from it",
                "Export all searches, or those opened since a date, and update the figures.",
            )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _chains(header: Mapping[str, str]) -> dict[str, str]:
    """Alias → select of every chain named under `with`, those that a chain itself needs first."""
    chains: dict[str, str] = {}
    for entry in _listed(header.get("with", "")):
        name, _, alias = entry.partition(" as ")
        chain = query("shared", name.strip())
        chains |= {key: sql for key, sql in _chains(chain.header).items() if key not in chains}
        chains[alias.strip() or name.strip()] = chain.body
    return chains
