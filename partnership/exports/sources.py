"""Which files a path stands for, whether they hold what their names say, their tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from partnership.errors import UnreadableExport
from partnership.exports.names import raw_name
from partnership.exports.report import (
    ON_THE_COMMAND_LINE,
    FileReport,
    IgnoredFile,
    Limits,
    Loaded,
)

FORMATS = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".parquet": "parquet",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
READ = "CSV, TSV, TXT, XLSX, Parquet, JSON and JSON Lines"
BEGINNINGS = {
    b"PK\x03\x04": "an Excel workbook or a zip archive",
    b"PAR1": "a Parquet file",
    b"\xd0\xcf\x11\xe0": "an old Excel file (.xls) or a workbook with a password",
    b"\x1f\x8b": "a compressed file (gzip)",
    b"%PDF": "a PDF document",
    b"\x89PNG": "a picture",
    b"SQLite format 3": "a database",
}
BEGINNING_OF = {"xlsx": b"PK\x03\x04", "parquet": b"PAR1"}
NOT_EXPORTS = {"readme.txt", "license.txt", "licence.txt", "notice.txt", "requirements.txt"}


@dataclass(frozen=True)
class Source:
    """One file to read. `file` is its name in every report, without the folders of this machine."""

    path: Path
    file: str
    format: str
    sha256: str
    bytes: int

    @property
    def table(self) -> str:
        """The raw table the file is named after."""
        return raw_name(self.path.stem) or "unnamed"

    def report(
        self,
        table: str,
        loaded: Loaded,
        columns: tuple[tuple[str, str], ...],
        encoding: str | None = None,
        delimiter: str | None = None,
    ) -> FileReport:
        """This file's share of a table, as it is reported."""
        return FileReport(
            file=self.file,
            table=table,
            format=self.format,
            records=loaded.rows + len(loaded.rejected),
            loaded=loaded.rows,
            rejected=len(loaded.rejected),
            blank=loaded.blank,
            columns=columns,
            encoding=encoding,
            delimiter=delimiter,
            sha256=self.sha256,
            bytes=self.bytes,
            lines=loaded.lines,
        )


def found(paths: Sequence[Path]) -> tuple[list[tuple[Path, str]], list[IgnoredFile]]:
    """(file, its name in reports) of every export in the paths, and what was passed over.

    A folder is read with the folders directly inside it. Raises UnreadableExport for a path that is
    not there and for a file, named by itself, of a kind that can't be read.
    """
    files: dict[Path, tuple[Path, str]] = {}  # by where a link leads, so that no file is read twice
    ignored: list[IgnoredFile] = []
    for path in map(Path, paths):
        if path.is_dir():
            ignored += _add_folder(path, files)
        else:
            _refuse_other_kinds(path)
            files.setdefault(path.resolve(), (path, path.name))
    return _told_apart(list(files.values())), ignored


def _add_folder(folder: Path, files: dict[Path, tuple[Path, str]]) -> list[IgnoredFile]:
    ignored = []
    for path in sorted((*folder.glob("*"), *folder.glob("*/*"))):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and (reason := _why_not(path)):
            ignored.append(IgnoredFile(name, reason))
        elif path.is_file():
            files.setdefault(path.resolve(), (path, name))
    return ignored


def _why_not(path: Path) -> str | None:
    if path.name.startswith((".", "~$")) or path.parent.name.startswith("."):
        return "hidden or temporary"
    if path.suffix.lower() not in FORMATS:
        return f"not one of {READ}"
    return "about the files, not an export" if path.name.lower() in NOT_EXPORTS else None


def _refuse_other_kinds(path: Path) -> None:
    if not path.is_file():
        raise UnreadableExport(f"there is no file or folder {path}", "Check the path.")
    if path.suffix.lower() not in FORMATS:
        raise UnreadableExport(
            f"{path.name}: files that end in {path.suffix or 'nothing'} can't be read",
            f"What can be read: {READ}.",
        )


def _told_apart(files: list[tuple[Path, str]]) -> list[tuple[Path, str]]:
    """Files of one name get the folder they lie in, as far up as it takes."""
    deepest = max((len(path.absolute().parts) for path, _ in files), default=0)
    for depth in range(2, deepest + 1):
        names = [name for _, name in files]
        files = [
            (path, name if names.count(name) == 1 else "/".join(path.absolute().parts[-depth:]))
            for path, name in files
        ]
    return files


def source(path: Path, file: str, limits: Limits) -> Source:
    """What one file is. Raises UnreadableExport where its content is not what its name says."""
    size = path.stat().st_size
    if size == 0:
        raise UnreadableExport(
            f"{file} is empty (0 bytes)",
            "Export it again; a table without rows still has its header.",
        )
    if size > limits.file_bytes:
        raise UnreadableExport(
            f"{file} has {size:,} bytes; at most {limits.file_bytes:,} are read here",
            ON_THE_COMMAND_LINE,
        )
    kind = FORMATS[path.suffix.lower()]
    with path.open("rb") as content:
        _refuse_another_kind(file, kind, content.read(16))
        content.seek(0)
        digest = file_digest(content, "sha256").hexdigest()
    return Source(path, file, kind, digest, size)


def _refuse_another_kind(file: str, kind: str, start: bytes) -> None:
    expected = BEGINNING_OF.get(kind)
    if expected and start.startswith(expected):
        return
    for beginning, meaning in BEGINNINGS.items():
        if start.startswith(beginning):
            raise UnreadableExport(
                f"{file} is {meaning} under another name: it begins with {beginning!r}",
                "Give it its right ending, or open it and save it as .xlsx or CSV UTF-8.",
            )
    if expected:
        raise UnreadableExport(
            f"{file} is not what its ending says: it begins with {start[:8]!r}, not {expected!r}",
            "Export it again.",
        )
