"""Ties between records → who is one person: groups that hang together, none of them against what
somebody said.

Reads staging.tie and staging.verdict_pair; leaves staging.component and staging.loose_tie.
"""

from collections.abc import Iterable

import duckdb

from partnership.queries import query
from partnership.statements import run

Pair = tuple[str, str]


def find_components(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill staging.component: what each tied candidate hangs together with, by one name."""
    contract(connection, "tie")
    for name in ("suspicious", "loose_tie"):
        _create(connection, "identity", name)
    if _holds(connection, "loose_tie"):
        _replace(connection, "tie", by="firm_tie")
        contract(connection, "tie")
    _create(connection, "identity", "held_apart")
    if _holds(connection, "held_apart"):
        _cut(connection)


def cut_groups(ties: Iterable[Pair], apart: Iterable[Pair]) -> dict[str, str]:
    """Each candidate's group when ties are laid one after the other, the strongest first, and none
    that would put two of a pair in `apart` into one group."""
    group: dict[str, str] = {}
    enemies = list(apart)

    def root(name: str) -> str:
        while group.setdefault(name, name) != name:
            group[name] = group[group[name]]
            name = group[name]
        return name

    for one, other in ties:
        ends = {root(one), root(other)}
        if len(ends) == 2 and not any({root(a), root(b)} == ends for a, b in enemies):
            group[max(ends)] = min(ends)
    return {name: root(name) for name in group}


def contract(connection: duckdb.DuckDBPyConnection, pairs: str) -> None:
    """Fill staging.component from the pairs of staging.<pairs>."""
    run(connection, f"create or replace view staging.joining as from staging.{pairs}")
    for name in ("component", "component_link"):
        _create(connection, "identity/contraction", name)
    while _holds(connection, "component_link"):
        _create(connection, "identity/contraction", "nearest")
        for name in ("component", "component_link"):
            _create(connection, "identity/contraction", f"joined_{name}")
            _rename(connection, f"joined_{name}", name)


def _cut(connection: duckdb.DuckDBPyConnection) -> None:
    """Lay the ties again in the groups that hold two who are different, without joining them."""
    _create(connection, "identity", "disputed_tie")
    pairs = "select candidate_id_a, candidate_id_b from staging.{} order by {}"
    apart = run(connection, pairs.format("held_apart", "all")).fetchall()
    strongest = "strength, weight desc, candidate_id_a, candidate_id_b"
    ties = run(connection, pairs.format("disputed_tie", strongest)).fetchall()
    groups = cut_groups(ties, apart)
    again = {"ids": list(groups), "groups": list(groups.values())}
    _replace(connection, "component", by="recut_component", **again)


def _holds(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    return bool(run(connection, f"select 1 from staging.{table} limit 1").fetchall())


def _replace(
    connection: duckdb.DuckDBPyConnection, table: str, *, by: str, **values: object
) -> None:
    """Put queries/identity/<by>.sql, which reads the table, in its place."""
    _create(connection, "identity", by, **values)
    _rename(connection, by, table)


def _rename(connection: duckdb.DuckDBPyConnection, table: str, name: str) -> None:
    run(connection, f"drop table staging.{name}")
    run(connection, f"alter table staging.{table} rename to {name}")


def _create(
    connection: duckdb.DuckDBPyConnection, folder: str, name: str, **values: object
) -> None:
    select = query(folder, name).sql
    run(connection, f"create or replace table staging.{name} as {select}", values or None)
