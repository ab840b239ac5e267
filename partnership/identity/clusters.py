"""Ties between records → who is one person: groups that hang together, none of them against what
somebody said.

Reads staging.tie and staging.verdict_pair; leaves staging.component and staging.loose_tie.
"""

from collections.abc import Iterable

import duckdb

from partnership.queries import query

Pair = tuple[str, str]


def find_components(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill staging.component: what each tied candidate hangs together with, by one name."""
    contract(connection, "tie")
    if _loosen(connection):
        contract(connection, "tie")
    apart = _apart(connection)
    if apart:
        _cut(connection, apart)


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
    connection.execute(f"create or replace view staging.joining as from staging.{pairs}")
    for name in ("component", "component_link"):
        _create(connection, "identity/contraction", name)
    while connection.execute("select 1 from staging.component_link limit 1").fetchall():
        _create(connection, "identity/contraction", "nearest")
        for name in ("component", "component_link"):
            _create(connection, "identity/contraction", f"joined_{name}")
            connection.execute(f"drop table staging.{name}")
            connection.execute(f"alter table staging.joined_{name} rename to {name}")


def _loosen(connection: duckdb.DuckDBPyConnection) -> bool:
    """Take the probable ties out of groups that hang together too loosely; whether there were
    any."""
    _create(connection, "identity", "suspicious")
    connection.execute(
        "create or replace table staging.loose_tie as select tie.* from staging.tie "
        "inner join staging.component on candidate_id_a = candidate_id "
        "semi join staging.suspicious using (component) where rule = 'probable'"
    )
    connection.execute(
        "delete from staging.tie where (candidate_id_a, candidate_id_b) in "
        "(select (candidate_id_a, candidate_id_b) from staging.loose_tie)"
    )
    return bool(connection.execute("select 1 from staging.loose_tie limit 1").fetchall())


def _apart(connection: duckdb.DuckDBPyConnection) -> list[Pair]:
    """The pairs that somebody said are different and that hang together all the same."""
    return connection.execute(
        "select candidate_id_a, candidate_id_b from staging.verdict_pair "
        "inner join staging.component as one on candidate_id_a = one.candidate_id "
        "inner join staging.component as other on candidate_id_b = other.candidate_id "
        "where verdict = 'different' and one.component = other.component order by all"
    ).fetchall()


def _cut(connection: duckdb.DuckDBPyConnection, apart: list[Pair]) -> None:
    """Lay the ties of the groups that hold such a pair again, without joining the two."""
    everyone = {name for pair in apart for name in pair}
    touched = (
        "select component from staging.component where candidate_id in (select unnest($names))"
    )
    ties = connection.execute(
        "select candidate_id_a, candidate_id_b from staging.tie inner join staging.component on "
        f"candidate_id_a = candidate_id where component in ({touched}) "
        "order by strength, weight desc, candidate_id_a, candidate_id_b",
        {"names": sorted(everyone)},
    ).fetchall()
    groups = cut_groups(ties, apart)
    connection.execute(
        "create or replace table staging.component as "
        "select candidate_id, coalesce(recut.component, component.component) as component "
        "from staging.component left join (select unnest($ids) as candidate_id, "
        "unnest($groups) as component) as recut using (candidate_id)",
        {"ids": list(groups), "groups": list(groups.values())},
    )


def _create(connection: duckdb.DuckDBPyConnection, folder: str, name: str) -> None:
    connection.execute(f"create or replace table staging.{name} as {query(folder, name).sql}")
