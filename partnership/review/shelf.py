"""Where what people keep of reviews lies: each side sees and changes its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from partnership import entries
from partnership.entries import AgencysRecords, Entry
from partnership.published import Build

Rows = Mapping[str, Sequence[Mapping[str, str]]]
Side = Literal["hr", "agency"]


class Shelf(Protocol):
    """The records as one side may see and type them."""

    @property
    def side(self) -> Side:
        """Whose it is: the texts of one side are not those of the other."""

    def kept(self, table: str) -> list[Entry]:
        """What is kept of a table, the oldest first."""

    def since(self, table: str) -> list[Entry]:
        """Those of them that the figures do not count yet."""

    def enter(self, rows: Rows, *, by: str) -> None:
        """Save rows of several tables, all or none."""

    def remove(self, table: str, key: Mapping[str, str], *, by: str) -> None:
        """Take back the entry of this key."""


@dataclass(frozen=True)
class HrsShelf:
    """All of the records, for HR."""

    folder: Path
    build: Build
    side: Side = "hr"

    def kept(self, table: str) -> list[Entry]:
        """What is kept of a table, the oldest first."""
        return entries.kept(self.folder, table)

    def since(self, table: str) -> list[Entry]:
        """Those of them that the figures do not count yet."""
        return entries.since(self.folder, table, self.build)

    def enter(self, rows: Rows, *, by: str) -> None:
        """Save rows of several tables, all or none."""
        entries.enter(self.folder, rows, by=by)

    def remove(self, table: str, key: Mapping[str, str], *, by: str) -> None:
        """Take back the entry of this key."""
        entries.remove(self.folder, table, key, by=by)


@dataclass(frozen=True)
class AgencysShelf:
    """One agency's part of the records, for that agency."""

    own: AgencysRecords
    build: Build
    side: Side = "agency"

    def kept(self, table: str) -> list[Entry]:
        """What is kept of a table, the oldest first."""
        return self.own.kept(table)

    def since(self, table: str) -> list[Entry]:
        """Those of them that the figures do not count yet."""
        return self.own.since(table, self.build)

    def enter(self, rows: Rows, *, by: str) -> None:
        """Save rows of several tables, all or none."""
        self.own.enter(rows, by=by)

    def remove(self, table: str, key: Mapping[str, str], *, by: str) -> None:
        """Take back the entry of this key."""
        self.own.remove(table, key, by=by)
