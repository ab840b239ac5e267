"""What came in: one report per file and table, and every row that was set aside."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

UNLIMITED = sys.maxsize


@dataclass(frozen=True)
class Limits:
    """Caps for files of unknown origin; the default is none, for files of one's own."""

    file_bytes: int = UNLIMITED
    unpacked_bytes: int = UNLIMITED
    unpacked_ratio: int = UNLIMITED
    rows: int = UNLIMITED
    columns: int = UNLIMITED
    cells: int = UNLIMITED


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
    """One physical record that was set aside; `text` is what stands in the file, as far as it can be read."""

    file: str
    line: int
    table: str
    column: str | None
    rule: str
    reason: str
    text: str


@dataclass(frozen=True)
class FileReport:
    """One file's share of one raw table: `records` = `loaded` + rejected; `blank` ones are apart.

    `columns` pairs each header cell as exported with its name in `raw`. `lines` counts physical lines of
    text files, header included.
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
    """Everything that was found: files read, rows set aside, files of a folder that are no exports."""

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
