"""A workbook looked at before it is unpacked into memory: how large, how far, how whole it is."""

import zlib
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from partnership.errors import UnreadableExport
from partnership.exports.report import ON_THE_COMMAND_LINE, Limits
from partnership.exports.sources import Source
from partnership.exports.workbook_xml import Sheet, parse, sheet_parts

# A reader makes room for the whole rectangle up to the last cell, so one stray cell in the far
# corner of an empty sheet costs gigabytes. Beyond SMALL, one cell in SPARSE must hold something.
SMALL, SPARSE = 5_000_000, 50

DAMAGE = (
    BadZipFile,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    expat.ExpatError,
    zlib.error,
)


def checked_sheets(source: Source, limits: Limits) -> dict[str, Sheet]:
    """Every sheet by its name.

    Raises UnreadableExport for a workbook that is far larger than its file looks, or damaged.
    """
    try:
        with ZipFile(source.path) as archive:
            _refuse_unpacked_size(source, archive, limits)
            parts = sheet_parts(archive)
            sheets = {name: Sheet() for name in parts}
            for name, part in parts.items():
                with archive.open(part) as content:
                    sheets[name].read(content)
                _refuse_extent(source, sheets[name], limits)
            for part in sorted(set(archive.namelist()) - set(parts.values())):
                if part.startswith("xl/") and part.endswith(".xml"):
                    with archive.open(part) as content:
                        parse(expat.ParserCreate(), content)
            return sheets
    except DAMAGE as error:
        raise UnreadableExport(
            f"{source.file} is a damaged workbook: {error}",
            "Open it in Excel and save it again as .xlsx, without a password.",
        ) from error


def _refuse_unpacked_size(source: Source, archive: ZipFile, limits: Limits) -> None:
    unpacked = sum(part.file_size for part in archive.infolist())
    is_dense = unpacked > limits.unpacked_ratio * source.bytes
    if unpacked > limits.unpacked_bytes or is_dense:
        raise UnreadableExport(
            f"{source.file} unpacks from {source.bytes:,} to {unpacked:,} bytes",
            ON_THE_COMMAND_LINE,
        )


def _refuse_extent(source: Source, sheet: Sheet, limits: Limits) -> None:
    if sheet.rows * sheet.columns > max(SMALL, SPARSE * sheet.cells):
        raise UnreadableExport(
            f"{source.file}: a sheet reaches over {sheet.rows:,} rows and {sheet.columns:,} "
            f"columns but has only {sheet.cells:,} cells",
            "Delete the stray cells far from the table, or export as CSV UTF-8.",
        )
    limits.check_cells(source.file, sheet.rows, sheet.columns)
