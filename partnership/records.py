"""What people type: one append-only CSV file per table, in one folder to back up as it is."""

import csv
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from partnership.errors import WrongColumns
from partnership.files import OWNER_ONLY_FILE, checksum, flush, only_writer, private_folder


def append(records: Path, table: str, rows: Sequence[Mapping[str, str]]) -> None:
    """Add rows to records/<table>.csv, all of them or none, on disk before this returns.

    The first row's names make a new file's header. Raises WrongColumns where rows have others.
    """
    if not rows:
        return
    private_folder(records)
    file = records / f"{table}.csv"
    with only_writer(records / ".lock", wait=True):
        header = _header(file) or list(rows[0])
        unknown = {name for row in rows for name in row} - set(header)
        if unknown:
            raise WrongColumns(
                f"{file.name} has no column {', '.join(sorted(unknown))}",
                f"Its columns are: {', '.join(header)}.",
            )
        _append_text(file, _as_csv(header, rows, with_header=_is_new(file)))


def read(records: Path, table: str) -> list[dict[str, str]]:
    """Every row of records/<table>.csv in the order entered; none where there is no such file."""
    file = records / f"{table}.csv"
    if not file.is_file():
        return []
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [{name: value or "" for name, value in row.items()} for row in csv.DictReader(lines)]


def checksums(records: Path) -> dict[str, str]:
    """The SHA-256 of every table there is, by its name."""
    return {file.stem: checksum(file) for file in sorted(records.glob("*.csv"))}


def _is_new(file: Path) -> bool:
    return not file.is_file() or not file.stat().st_size


def _header(file: Path) -> list[str]:
    if _is_new(file):
        return []
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return next(csv.reader(lines), [])


def _as_csv(header: list[str], rows: Sequence[Mapping[str, str]], *, with_header: bool) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, restval="", lineterminator="\n")
    if with_header:
        writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _ends_a_line(out: BinaryIO, size: int) -> bool:
    out.seek(size - 1)
    return out.read(1) == b"\n"


def _append_text(file: Path, text: str) -> None:
    """Append and flush; where the disk is full, leave the file as it was."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, OWNER_ONLY_FILE)
    size = os.lseek(handle, 0, os.SEEK_END)
    try:
        with open(handle, "r+b", closefd=False) as out:
            if size and not _ends_a_line(out, size):  # someone edited the file by hand
                text = "\n" + text
            out.seek(size)
            out.write(text.encode())
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise
    finally:
        os.close(handle)
    flush(file.parent)
