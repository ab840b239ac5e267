"""What a workbook would unpack to, found out before it is unpacked."""

import re
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

from partnership.errors import UnreadableExport
from partnership.exports.report import ON_THE_COMMAND_LINE, Limits
from partnership.exports.sources import Source

SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
CELL = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')
CHUNK = 1 << 22

# A reader makes room for the whole rectangle up to the last cell, so one stray cell in the far
# corner of an empty sheet costs gigabytes. Beyond SMALL, one cell in SPARSE must hold something.
SMALL, SPARSE = 5_000_000, 50


@dataclass
class Extent:
    """How far a sheet's cells reach, and how many there are."""

    rows: int = 0
    columns: int = 0
    cells: int = 0

    def add(self, text: bytes) -> None:
        """Count the cells of a piece of the sheet."""
        for column, row in CELL.findall(text):
            self.rows = max(self.rows, int(row))
            self.columns = max(self.columns, column_number(column))
            self.cells += 1


def refuse_bombs(source: Source, limits: Limits) -> None:
    """Raise UnreadableExport for a workbook far larger than its file looks."""
    try:
        with ZipFile(source.path) as archive:
            _refuse_unpacked_size(source, archive, limits)
            for part in filter(SHEET.fullmatch, archive.namelist()):
                _refuse_extent(source, _extent(archive, part), limits)
    except (BadZipFile, EOFError, OSError) as error:
        raise UnreadableExport(
            f"{source.file} is a damaged workbook: {error}", "Export it again."
        ) from error


def _refuse_unpacked_size(source: Source, archive: ZipFile, limits: Limits) -> None:
    unpacked = sum(part.file_size for part in archive.infolist())
    is_dense = unpacked > limits.unpacked_ratio * source.bytes
    if unpacked > limits.unpacked_bytes or is_dense:
        raise UnreadableExport(
            f"{source.file} unpacks from {source.bytes:,} to {unpacked:,} bytes",
            ON_THE_COMMAND_LINE,
        )


def _extent(archive: ZipFile, part: str) -> Extent:
    extent, rest = Extent(), b""
    with archive.open(part) as content:
        while chunk := content.read(CHUNK):
            text = rest + chunk
            end = text.rfind(b">") + 1
            extent.add(text[:end])
            rest = text[end:]
    return extent


def _refuse_extent(source: Source, extent: Extent, limits: Limits) -> None:
    if extent.rows * extent.columns > max(SMALL, SPARSE * extent.cells):
        raise UnreadableExport(
            f"{source.file}: a sheet reaches over {extent.rows:,} rows and {extent.columns:,} "
            f"columns but has only {extent.cells:,} cells",
            "Delete the stray cells far from the table, or export as CSV UTF-8.",
        )
    limits.check_cells(source.file, extent.rows, extent.columns)


def column_number(letters: bytes) -> int:
    """A column's number: A is 1, XFD is 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
