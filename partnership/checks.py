"""Promises that every build keeps: each file of queries/checks/ returns the rows that break one."""

from collections.abc import Collection
from dataclasses import dataclass

import duckdb

from partnership.queries import query, query_names
from partnership.statements import run


@dataclass(frozen=True)
class Checked:
    """One promise, and how many rows break it."""

    name: str
    promise: str
    rows: int


def checked(connection: duckdb.DuckDBPyConnection, schemas: Collection[str]) -> list[Checked]:
    """Every promise about these schemas (`staging`, `marts`), broken or kept."""
    found = []
    for name in query_names("checks"):
        check = query("checks", name)
        read = {table.split(".")[0].strip() for table in check.header["reads"].split(",")}
        if read <= set(schemas):
            broken = run(connection.cursor(), f"select count(*) from (\n{check.sql}\n)")
            rows = broken.fetchone()
            found.append(Checked(name, check.header["promise"], rows[0] if rows else 0))
    return found
