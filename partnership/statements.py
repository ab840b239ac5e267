"""SQL that is run again and again in the same words: parsed once, which often takes longer than
running it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from weakref import WeakKeyDictionary

import duckdb

Values = Mapping[str, object] | Sequence[object]


def run(
    connection: duckdb.DuckDBPyConnection, sql: str, values: Values | None = None
) -> duckdb.DuckDBPyConnection:
    """`connection.execute(sql, values)`, of several statements each after the other.

    The values are the last statement's.
    """
    *first, last = _parsed(sql)
    for statement in first:
        connection.execute(statement)
    return connection.execute(last, values or None)


# What was run once on each connection that is still open.
_done: WeakKeyDictionary[duckdb.DuckDBPyConnection, set[str]] = WeakKeyDictionary()


def run_once(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Run what holds for as long as a connection is open, such as its own macros: the first time
    alone, because a set of macros takes as long as making a mart."""
    done = _done.setdefault(connection, set())
    if sql not in done:
        run(connection, sql)
        done.add(sql)


@lru_cache(maxsize=2000)
def _parsed(sql: str) -> Sequence[duckdb.Statement]:
    return _parser().extract_statements(sql)


@lru_cache(maxsize=1)
def _parser() -> duckdb.DuckDBPyConnection:
    """A database that nothing is ever run in."""
    return duckdb.connect(config={"threads": 1})
