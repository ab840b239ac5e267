"""Candidate records → persons: who several records turn out to be, by exact contact keys.

Reads staging.candidates, staging.submissions and staging.agencies; leaves staging.person,
staging.person_link and what they are made from. The rules are in queries/identity/.
"""

import duckdb

from partnership.queries import QUERIES, query

MACROS = QUERIES / "identity" / "macros.sql"


def identify(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill staging.person (each candidate's person) and staging.person_link (the pairs and why)."""
    connection.execute(MACROS.read_text(encoding="utf-8"))
    for name in ("candidate_name", "contact_key", "link"):
        _create(connection, "identity", name)
    _find_components(connection)
    for name in ("person", "person_link"):
        _create(connection, "identity", name)


def _find_components(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill staging.component: what each linked candidate hangs together with, by one name."""
    for name in ("component", "component_link"):
        _create(connection, "identity/contraction", name)
    while _has_rows(connection, "staging.component_link"):
        _create(connection, "identity/contraction", "nearest")
        for name in ("component", "component_link"):
            _create(connection, "identity/contraction", f"joined_{name}")
            connection.execute(f"drop table staging.{name}")
            connection.execute(f"alter table staging.joined_{name} rename to {name}")


def _create(connection: duckdb.DuckDBPyConnection, folder: str, name: str) -> None:
    connection.execute(f"create or replace table staging.{name} as {query(folder, name).sql}")


def _has_rows(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    return connection.execute(f"select 1 from {table} limit 1").fetchone() is not None
