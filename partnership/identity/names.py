"""Names as they are compared: in Latin letters, and with the names they are short forms of."""

from functools import cache

import duckdb
from anyascii import anyascii
from nicknames import NickNamer

from partnership.statements import run

# A single letter may stand for any name.
SHORTEST = 2


def note_latin_names(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill staging.latin_name: each name that is written in other letters, and how it reads in
    Latin ones."""
    columns = ("full_name", "given_name", "family_name")
    every = " union ".join(f"select {name} as name from staging.candidates" for name in columns)
    written = run(
        connection,
        f"select name from ({every}) where regexp_matches(plain_text(name), '[^\\x00-\\x7f]')",
    ).fetchall()
    _keep(connection, "latin_name", {name: anyascii(name) for (name,) in written})


def note_given_forms(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill staging.given_form: each first name and the names that it may stand for."""
    names = run(
        connection,
        "select distinct given_words[1] as name from staging.candidate_name "
        "where length(name) >= $shortest order by 1",
        {"shortest": SHORTEST},
    ).fetchall()
    _keep(connection, "given_form", {name: ";".join(forms_of(name)) for (name,) in names})


@cache
def _namer() -> NickNamer:
    return NickNamer()


def forms_of(given_name: str) -> list[str]:
    """The name itself and those it is a short form of: bob gives bob, bobby, robert."""
    return sorted({given_name, *_namer().canonicals_of(given_name)})


def _keep(connection: duckdb.DuckDBPyConnection, table: str, known: dict[str, str]) -> None:
    run(connection, f"create or replace table staging.{table} (written varchar, reads varchar)")
    run(
        connection,
        f"insert into staging.{table} select unnest($written), unnest($reads)",
        {"written": list(known), "reads": list(known.values())},
    )
