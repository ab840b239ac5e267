"""The database files of a build: HR's, which holds everything, and one for every agency."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from partnership.queries import QUERIES, query
from partnership.readers import agency_file_stem
from partnership.receipt import rows
from partnership.statements import run

Progress = Callable[[str, float], None]
# A small file is mostly blocks that are hardly used: smaller ones make it a tenth as large.
BLOCK, SMALL_BLOCK = 262144, 16384


def write_hr_file(connection: duckdb.DuckDBPyConnection, file: Path, progress: Progress) -> None:
    """Write every mart into a new database file."""
    names = [row["mart"] for row in rows(connection, "mart_counts")]
    with _attached(connection, file, BLOCK):
        for done, name in enumerate(names):
            progress(f"Writing {name}", done / len(names))
            _create(connection, name, f'from marts."{name}"', {})


def write_agency_files(
    connection: duckdb.DuckDBPyConnection, folder: Path, progress: Progress
) -> dict[str, str]:
    """Write what each agency may see into a file of its own; return their stems, each with its id.

    An agency's own build has no such files: its only reader is the agency itself.
    """
    if rows(connection, "export")[0]["owner"] == "agency":
        return {}
    run(
        connection,
        f"create or replace temp table texts_naming as {query('shared', 'texts_naming').sql}",
    )
    marts = [row["mart"] for row in rows(connection, "mart_counts")]
    selects = {name: query("agency_files", name).sql for name in marts}
    agencies = [row["agency_id"] for row in rows(connection, "agencies")]
    with _plainly(connection):
        for done, agency_id in enumerate(agencies):
            progress("Writing the agencies' own files", done / len(agencies))
            file = folder / f"{agency_file_stem(agency_id)}.duckdb"
            with _attached(connection, file, SMALL_BLOCK):
                for name, select in selects.items():
                    _create(connection, name, select, {"agency_id": agency_id})
    return {agency_file_stem(agency_id): agency_id for agency_id in agencies}


@contextmanager
def _plainly(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Texts written as they are. DuckDB fills the last bytes after a compressed dictionary of
    texts up to the next eight with whatever was in memory: now and then a word of another agency.
    """
    connection.execute("set disabled_compression_methods = 'dictionary,dict_fsst,fsst,zstd'")
    try:
        yield
    finally:
        connection.execute("reset disabled_compression_methods")


def create_macros(connection: duckdb.DuckDBPyConnection) -> None:
    """The formulas that marts and metrics share."""
    run(connection, (QUERIES / "macros.sql").read_text(encoding="utf-8"))


@contextmanager
def _attached(connection: duckdb.DuckDBPyConnection, file: Path, block: int) -> Iterator[None]:
    """A new database file under the name `published`, with the macros in it."""
    attached = str(file).replace("'", "''")
    home = connection.execute("select current_database()").fetchall()[0][0]
    connection.execute(f"attach '{attached}' as published (block_size {block})")
    # The macros lie inside the file, so that it answers the metrics wherever it is taken.
    connection.execute("begin")
    connection.execute("use published")
    create_macros(connection)
    connection.execute("create schema marts")
    connection.execute(f'use "{home}"')
    yield
    connection.execute("commit")
    connection.execute("detach published")


def _create(
    connection: duckdb.DuckDBPyConnection, name: str, select: str, parameters: Mapping[str, str]
) -> None:
    """Make the table of one mart, in its declared order."""
    order = query("marts", name).header["order"]
    used = {key: value for key, value in parameters.items() if f"${key}" in select}
    run(
        connection,
        f'create table published.marts."{name}" as from (\n{select}\n) order by {order}',
        used,
    )
