"""What came in: one report per file and table, and every row that was set aside."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from partnership.errors import UnreadableExport

UNLIMITED = sys.maxsize
ON_THE_COMMAND_LINE = "Export less at a time, or import it on the command line, which has no limit."


@dataclass(frozen=True)
class Limits:
    """Caps for files of unknown origin. The default is none, except on columns."""

    file_bytes: int = UNLIMITED
    unpacked_bytes: int = UNLIMITED
    unpacked_ratio: int = UNLIMITED
    rows: int = UNLIMITED
    columns: int = 5_000
    cells: int = UNLIMITED

    def check_rows(self, file: str, rows: int) -> None:
        """Raise UnreadableExport for more rows than are read."""
        if rows > self.rows:
            raise UnreadableExport(
                f"{file} has {rows:,} rows or more; at most {self.rows:,} are read here",
                ON_THE_COMMAND_LINE,
            )

    def check_columns(self, file: str, columns: int) -> None:
        """Raise UnreadableExport for more columns than are read."""
        if columns > self.columns:
            raise UnreadableExport(
                f"{file} has {columns:,} columns; at most {self.columns:,} are read",
                "Export only the columns that are needed.",
            )

    def check_cells(self, file: str, rows: int, columns: int) -> None:
        """Raise UnreadableExport for a table with more rows, columns or values than are read."""
        self.check_rows(file, rows)
        self.check_columns(file, columns)
        if rows * columns > self.cells:
            raise UnreadableExport(
                f"{file} has {rows:,} rows of {columns:,} columns; at most {self.cells:,} values "
                "are read here",
                ON_THE_COMMAND_LINE,
            )


UPLOAD_LIMITS = Limits(
    file_bytes=200_000_000,
    unpacked_bytes=600_000_000,
    unpacked_ratio=200,
    rows=2_000_000,
    columns=500,
    cells=100_000_000,
)


@dataclass(frozen=True)
class RejectedRow:
    """One physical record that was set aside; `text` is what stands in the file."""

    file: str
    line: int
    table: str
    column: str | None
    rule: str
    reason: str
    text: str


@dataclass(frozen=True)
class Loaded:
    """What became of one table's records in a file; `lines` counts the physical lines of a text."""

    rows: int
    rejected: list[RejectedRow]
    blank: int = 0
    lines: int | None = None


@dataclass(frozen=True)
class FileReport:
    """One file's share of one raw table: `records` = `loaded` + rejected; `blank` ones are apart.

    `columns` pairs each header cell as exported with its name in `raw`. `lines` counts the physical
    lines of a text file, header included.
    """

    file: str
    table: str
    format: str
    records: int
    loaded: int
    rejected: int
    blank: int
    columns: tuple[tuple[str, str], ...]
    encoding: str | None
    delimiter: str | None
    sha256: str
    bytes: int
    lines: int | None = None


@dataclass(frozen=True)
class IgnoredFile:
    """A file of a folder that is no export, and why."""

    file: str
    reason: str


@dataclass
class LoadReport:
    """All that was found: files read, rows set aside, files of a folder that are no exports."""

    files: list[FileReport] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    ignored: list[IgnoredFile] = field(default_factory=list)

    @property
    def tables(self) -> set[str]:
        """The raw tables that came in."""
        return {file.table for file in self.files}

    def of_table(self, table: str) -> Iterator[FileReport]:
        """The files that supplied one raw table."""
        return (file for file in self.files if file.table == table)
