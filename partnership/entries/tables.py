"""Which tables people may type into, and which entries of one are the same thing, typed again."""

import tomllib
from collections.abc import Mapping
from functools import cache

from partnership.canonical import Table, canonical_tables
from partnership.canonical.schema import declared_tables
from partnership.queries import QUERIES

TYPED_ONLY = QUERIES / "staging" / "typed_only.toml"
ABOUT_THE_ENTRY = ("entered_by", "entered_at", "removed", "entered_as")
REMOVED = "true"


@cache
def typed_tables() -> dict[str, Table]:
    """Every table that may be typed, each after the tables it points to."""
    only_typed = declared_tables(tomllib.loads(TYPED_ONLY.read_text(encoding="utf-8")))
    return {n: t for n, t in canonical_tables().items() if t.typed_key} | only_typed


def columns_of(table: Table) -> tuple[str, ...]:
    """The columns of its records file."""
    return (*(column.name for column in table.columns), *ABOUT_THE_ENTRY)


def key_of(table: Table, values: Mapping[str, str]) -> tuple[str, ...]:
    """What tells an entry from others: two of one key are one thing, typed twice."""
    return tuple((values.get(name) or "").strip() for name in table.typed_key)


def own_id(table: Table) -> str | None:
    """The column that holds the entry's own id, where it has one."""
    alone = table.typed_key if len(table.typed_key) == 1 else ()
    column = table.column(alone[0]) if alone else None
    return column.name if column and column.kind == "id" and not column.parent else None
