"""Whose identity goes from the figures: who asked to be removed, and whom nobody met for long.

They are linked as ever, in memory, so that what was derived stays as it was; then their names,
contact keys, links and own words go, before any file is written. Their rows stay counted under a
number that leads nowhere. Reads `staging.erasures`; the rules are in queries/erasure/.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import duckdb

from partnership.queries import query
from partnership.statements import run

# Marts that hold somebody's identity, a record's id, or words that may be about one person alone.
STRIPPED = (
    "submission",
    "offer",
    "interview",
    "dispute",
    "commitment",
    "person_contact",
    "person_link",
)


NAMES_RECORDS = re.compile(r"(candidate|applicant|person|contact)|^_?id$", re.IGNORECASE)


@dataclass(frozen=True)
class Gone:
    """Who is gone: how many people and why, their records' ids, which files still hold them."""

    removed: int = 0
    expired: int = 0
    candidates: frozenset[str] = frozenset()
    held_in: list[dict[str, Any]] = field(default_factory=list)

    @property
    def counted(self) -> dict[str, Any]:
        """What the receipt says: no record's id."""
        return {"removed": self.removed, "expired": self.expired, "held_in": self.held_in}


def set_apart(connection: duckdb.DuckDBPyConnection) -> None:
    """Make those who were removed together one person, whatever else looks like them since."""
    for name in ("erased", "person"):
        _create(connection, name)


def strip(connection: duckdb.DuckDBPyConnection, months: int) -> Gone:
    """Take everybody who is gone out of the marts, and out of the rows that were set aside."""
    _create(connection, "gone", months=months)
    counted = connection.execute(
        "select why, count(distinct person_id) from staging.gone group by why"
    ).fetchall()
    if not counted:
        return Gone()
    for name in ("common_words", "gone_value"):
        _create(connection, name)
    for mart in STRIPPED:
        run(connection, f"create or replace table marts.{mart} as {query('erasure', mart).sql}")
    _note_lines(connection)
    connection.execute(
        'update quarantine."row" set value = null where value is not null and '
        "((_file, _line) in (select _file, _line from staging.gone_line) "
        "or value in (select said from staging.gone_value))"
    )
    ids = connection.execute("select candidate_id from staging.gone").fetchall()
    held = connection.execute(query("erasure", "held").sql).fetchall()
    return Gone(
        **dict(counted),
        candidates=frozenset(candidate for (candidate,) in ids),
        held_in=[{"file": file, "rows": rows} for file, rows in held],
    )


def _note_lines(connection: duckdb.DuckDBPyConnection) -> None:
    """staging.gone_line: every line of the files that names somebody who is gone."""
    tables = connection.execute(
        "select table_name, list(column_name) from information_schema.columns "
        "where table_schema = 'raw' and left(column_name, 1) <> '_' group by table_name"
    ).fetchall()
    connection.execute(
        "create or replace table staging.cell_of_gone "
        "(_file varchar, _line bigint, candidate_id varchar, why varchar, is_identity boolean)"
    )
    for table, columns in tables:
        cells = ", ".join(_cell(column) for column in columns)
        connection.execute(
            "insert into staging.cell_of_gone "
            "select _file, _line, candidate_id, why, is_identity "
            f'from (select _file, _line, unnest([{cells}]) as cell from raw."{table}") '
            "inner join staging.gone_value on cell.said = gone_value.said "
            "where is_identity or cell.may_be_an_id"
        )
    _create(connection, "gone_line")


def _cell(column: str) -> str:
    """A raw cell, and whether a record's id in it would be one: elsewhere 12 is a number."""
    may_be_an_id = str(NAMES_RECORDS.search(column) is not None).lower()
    return f'struct_pack(said := trim("{column}"::varchar), may_be_an_id := {may_be_an_id})'


def _create(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> None:
    select = query("erasure", name).sql
    run(connection, f"create or replace table staging.{name} as {select}", values or None)
