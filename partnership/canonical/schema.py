"""The canonical export's tables and columns, read from queries/staging/canonical.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

SCHEMA_FILE = Path(__file__).parents[2] / "queries" / "staging" / "canonical.toml"

SQL_TYPES = {
    "id": "varchar",
    "text": "varchar",
    "words": "varchar",
    "zone": "varchar",
    "list": "varchar[]",
    "day": "date",
    "instant": "timestamptz",
    "count": "integer",
    "rating": "integer",
    "money": "decimal(18, 4)",
    "fraction": "decimal(18, 4)",
    "flag": "boolean",
}


@dataclass(frozen=True)
class Column:
    """One column: `kind` is a key of SQL_TYPES, `words` its vocabulary, `parent` a table."""

    name: str
    kind: str
    is_required: bool = False
    words: tuple[str, ...] = ()
    parent: str | None = None
    must_have_parent: bool = False

    @property
    def day_name(self) -> str:
        """The name of an instant's second column, its local day."""
        return f"{self.name.removesuffix('_at')}_on"

    @property
    def sql_columns(self) -> tuple[tuple[str, str], ...]:
        """Name and SQL type of each column this becomes; an instant becomes two."""
        own = (self.name, SQL_TYPES[self.kind])
        return (own, (self.day_name, "date")) if self.kind == "instant" else (own,)


@dataclass(frozen=True)
class Table:
    """One table; `born` is the column its rows begin to exist at, `planned` dates may lie ahead.

    `required_where` holds (column, other column, word): the column must be there where the other
    one holds the word. `typed_key` tells apart the entries that people type; none may where it is
    empty.
    """

    name: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    born: str | None = None
    planned: tuple[str, ...] = ()
    required_where: tuple[tuple[str, str, str], ...] = ()
    typed_key: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column of this name. Raises KeyError."""
        return {column.name: column for column in self.columns}[name]

    @property
    def sql_columns(self) -> tuple[tuple[str, str], ...]:
        """Name and SQL type of every typed column, without _file and _line."""
        return tuple(pair for column in self.columns for pair in column.sql_columns)


@cache
def canonical_tables() -> dict[str, Table]:
    """Every canonical table by its name, each after the tables it points to."""
    declared = tomllib.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    tables = declared_tables(declared)
    order = TopologicalSorter(
        {name: sorted(_parents(table) - {name}) for name, table in tables.items()}
    ).static_order()
    return {name: tables[name] for name in order}


def declared_tables(declared: dict[str, dict[str, object]]) -> dict[str, Table]:
    """Tables by name, from a TOML file that declares them as canonical.toml does."""
    return {name: _table(name, entry) for name, entry in declared.items()}


def _parents(table: Table) -> set[str]:
    return {column.parent for column in table.columns if column.parent}


def _table(name: str, entry: dict[str, object]) -> Table:
    columns, key = entry["columns"], entry["key"]
    assert isinstance(columns, dict) and isinstance(key, list)
    conditions = entry.get("required_where", {})
    planned, typed_key = entry.get("planned", []), entry.get("typed_key", [])
    assert isinstance(conditions, dict) and isinstance(planned, list)
    assert isinstance(typed_key, list)
    born = entry.get("born")
    return Table(
        name,
        str(entry["grain"]),
        tuple(key),
        tuple(_column(column, declared) for column, declared in columns.items()),
        born if isinstance(born, str) else None,
        tuple(planned),
        tuple(
            (column, other, word)
            for column, where in conditions.items()
            for other, word in where.items()
        ),
        tuple(typed_key),
    )


def _column(name: str, declared: str) -> Column:
    is_required = declared.endswith("!")
    kind = declared.removesuffix("!").strip()
    if kind[:2] in ("->", "~>"):
        return Column(name, "id", is_required, (), kind[2:].strip(), kind.startswith("->"))
    if kind.startswith("list "):
        return Column(name, "list", is_required, tuple(kind[5:].split("|")))
    if "|" in kind:
        return Column(name, "words", is_required, tuple(kind.split("|")))
    if kind not in SQL_TYPES:
        raise ValueError(f"{SCHEMA_FILE.name}: {name} has the unknown type {kind!r}")
    return Column(name, kind, is_required)
