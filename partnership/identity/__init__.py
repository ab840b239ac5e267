"""Candidate records → persons: who several records turn out to be.

Exact contact keys first, then what is probable by Splink, then what people said, which goes before
both and for ever. Reads staging.candidates, staging.submissions, staging.agencies and
staging.verdicts; leaves staging.person, staging.person_link and what they are made from. The rules
are in queries/identity/, the weights in weights.py.
"""

import duckdb

from partnership.identity.clusters import contract, find_components
from partnership.identity.linking import weigh_pairs
from partnership.identity.names import note_given_forms, note_latin_names
from partnership.identity.weights import AUTOMATIC
from partnership.queries import QUERIES, query
from partnership.statements import run, run_once

MACROS = QUERIES / "identity" / "macros.sql"


def identify(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill staging.person (each candidate's person) and staging.person_link (the pairs and why)."""
    run_once(connection, MACROS.read_text(encoding="utf-8"))
    note_latin_names(connection)
    _create(connection, "candidate_name")
    note_given_forms(connection)
    for name in ("contact_key", "link", "record", "block", "verdict_pair"):
        _create(connection, name)
    contract(connection, "link")
    for name in ("known_by_keys", "to_compare"):
        _create(connection, name)
    weigh_pairs(connection)
    for name in ("tie", "judged"):
        _create(connection, name, automatic=AUTOMATIC)
    find_components(connection)
    for name in ("person", "left_apart", "person_link"):
        _create(connection, name)


def _create(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> None:
    select = query("identity", name).sql
    run(connection, f"create or replace table staging.{name} as {select}", values or None)
