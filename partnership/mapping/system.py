"""A system is a folder of selects: what its files read, carry through and need."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from pathlib import Path

from partnership.canonical import canonical_tables
from partnership.errors import UnknownMapping
from partnership.queries import QUERIES, Query, parsed

STAGING = QUERIES / "staging"
WORDS_FILE = STAGING / "words.sql"
TABLE = re.compile(r"(raw|shape)\.(\w+)(?:\(([^)]*)\))?")

CANONICAL = "canonical"
# Beside one file per canonical table, a folder may hold these.
SET_ASIDE, NOTES, SOURCES = "set_aside", "notes", "sources"

RawTables = Mapping[str, Collection[str]]


@dataclass(frozen=True)
class TableRead:
    """A table that a select names, with the columns it needs of it."""

    schema: str
    table: str
    columns: tuple[str, ...]

    def is_in(self, raw: RawTables) -> bool:
        """Whether this table came in with all these columns."""
        return self.table in raw and set(self.columns) <= set(raw[self.table])

    def is_shown_by(self, came_in: RawTables) -> bool:
        """Whether this table came in, with at least one of these columns; named with its schema."""
        columns = came_in.get(f"{self.schema}.{self.table}")
        return columns is not None and (not self.columns or bool(set(self.columns) & set(columns)))

    def __str__(self) -> str:
        return f"{self.table} ({', '.join(self.columns)})" if self.columns else self.table


@dataclass(frozen=True)
class System:
    """The selects of one folder, those of its subfolder shapes/, and the headers it recognises."""

    name: str
    selects: Mapping[str, Query]
    shapes: Mapping[str, Query] = field(default_factory=dict)
    headers: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    needed: Mapping[str, list[list[str]]] = field(default_factory=dict)
    waived: Mapping[str, list[str]] = field(default_factory=dict)

    @property
    def canonical_selects(self) -> dict[str, Query]:
        """The selects that make a canonical table."""
        return {name: q for name, q in self.selects.items() if name in canonical_tables()}

    @property
    def shapes_in_order(self) -> list[str]:
        """The names of the shapes, each after those that it reads."""
        reads = {
            name: {read.table for read in tables(shape, "reads") if read.schema == "shape"}
            for name, shape in self.shapes.items()
        }
        known = {name: sorted(reads[name] & reads.keys()) for name in sorted(reads)}
        return list(TopologicalSorter(known).static_order())

    @property
    def raw_reads(self) -> dict[str, set[str]]:
        """Every raw table that any file of the folder reads, with the columns it needs of it."""
        found: dict[str, set[str]] = {name: set() for name in self.headers}
        for select in [*self.shapes.values(), *self.selects.values()]:
            for read in tables(select, "reads"):
                if read.schema == "raw":
                    found.setdefault(read.table, set()).update(read.columns)
        return found

    @property
    def mains(self) -> list[list[TableRead]]:
        """The tables it cannot do without: of each list, one must have come in."""
        return [
            tables(select, "main")
            for select in [*self.shapes.values(), *self.selects.values()]
            if "main" in select.header
        ]

    def needs(self, table: str, owner: str) -> list[list[str]]:
        """Of each list, one column must be there in the files of this owner."""
        waived = set(self.waived.get(owner, ()))
        return [one for one in self.needed.get(table, []) if waived.isdisjoint(one)]

    def carriers(self, raw_table: str) -> list[str]:
        """The canonical tables whose rows are rows of this raw table; empty for a mere lookup."""
        return [
            name
            for name, select in self.canonical_selects.items()
            if raw_table in {read.table for read in tables(select, "carries")}
        ]

    def fits(self, raw: RawTables) -> bool:
        """Whether its main tables came in, each with the columns that show it is theirs."""
        return bool(self.mains) and all(
            any(main.is_in(raw) for main in alternatives) for alternatives in self.mains
        )


def tables(select: Query, key: str) -> list[TableRead]:
    """The tables named in a header line, as in `reads: raw.job(id, name), shape.opening`."""
    return [
        TableRead(schema, name, tuple(re.findall(r"\w+", columns or "")))
        for schema, name, columns in TABLE.findall(select.header.get(key, ""))
    ]


def built_in_names() -> list[str]:
    """The systems that come with the product; the canonical export needs no select of its own."""
    return sorted({CANONICAL, *(path.name for path in STAGING.iterdir() if path.is_dir())})


def system_named(name: str) -> System:
    """A built-in system, or the user's own folder of selects. Raises UnknownMapping for others."""
    if name == CANONICAL:
        return System(CANONICAL, {})
    folder = STAGING / name if name in built_in_names() else Path(name)
    if not folder.is_dir():
        raise UnknownMapping(
            f"there is no {name!r}",
            f"Use one of {', '.join(built_in_names())}, auto, or the folder of your own selects.",
        )
    return _read(folder)


def _read(folder: Path) -> System:
    headers_file = folder / "headers.toml"
    declared = tomllib.loads(headers_file.read_text("utf-8")) if headers_file.is_file() else {}
    needed, waived = declared.pop("needed", {}), declared.pop("waived", {})
    shapes = _queries(folder / "shapes")
    system = System(folder.name, _queries(folder), shapes, declared, needed, waived)
    others = system.selects.keys() - canonical_tables().keys() - {SET_ASIDE, NOTES, SOURCES}
    if others:
        raise UnknownMapping(
            f"{folder.name} holds {', '.join(sorted(others))}.sql, which is no canonical table",
            f"Name each file after one of {', '.join(sorted(canonical_tables()))}.",
        )
    return system


def _queries(folder: Path) -> dict[str, Query]:
    return {
        file.stem: parsed(file.stem, file.read_text("utf-8"))
        for file in sorted(folder.glob("*.sql"))
    }
