"""Which files a path stands for, what they hold by their first bytes, and the table each is named after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from partnership.errors import UnreadableExport
from partnership.exports.names import raw_name
from partnership.exports.report import IgnoredFile, Limits

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
MAGIC = {
    b"PK\x03\x04": ("an Excel workbook or a zip archive", {"xlsx"}),
    b"PAR1": ("a Parquet file", {"parquet"}),
    b"\xd0\xcf\x11\xe0": ("an old Excel file (.xls) or a protected workbook", set[str]()),
    b"\x1f\x8b": ("a compressed file (gzip)", set[str]()),
    b"%PDF": ("a PDF document", set[str]()),
    b"\x89PNG": ("a picture", set[str]()),
    b"SQLite format 3": ("a database file", set[str]()),
}
NOT_EXPORTS = {"readme.txt", "license.txt", "licence.txt", "requirements.txt", "notice.txt"}


@dataclass(frozen=True)
class Source:
    """One file to read. `file` is its name in every report, never with the folders of this machine."""

    path: Path
    file: str
    format: str
    sha256: str
    bytes: int

    @property
    def table(self) -> str:
        """The raw table the file is named after."""
        return raw_name(self.path.stem) or "unnamed"


def found(paths: Sequence[Path]) -> tuple[list[tuple[Path, str]], list[IgnoredFile]]:
    """(file, name in reports) of every export among files and folders, and what was passed over.

    Folders are read with the folders directly inside them. Raises UnreadableExport for a path that is not
    there and for a file, named by itself, of a kind that can't be read.
    """
    files: dict[Path, str] = {}
    ignored: list[IgnoredFile] = []
    for path in map(Path, paths):
        if path.is_dir():
            _add_folder(path, files, ignored)
        elif not path.is_file():
            raise UnreadableExport(f"there is no file or folder {path}", "Check the path.")
        elif path.suffix.lower() not in FORMATS:
            raise UnreadableExport(
                f"{path.name}: files ending in {path.suffix or 'nothing'} can't be read", f"What can be read: {READ}."
            )
        else:
            files.setdefault(path.resolve(), path.name)
    return _told_apart(files), ignored


def _add_folder(folder: Path, files: dict[Path, str], ignored: list[IgnoredFile]) -> None:
    inside = sorted(p for p in (*folder.glob("*"), *folder.glob("*/*")) if p.is_file())
    for path in inside:
        name = path.relative_to(folder).as_posix()
        reason = _why_not(path)
        if reason:
            ignored.append(IgnoredFile(name, reason))
        else:
            files.setdefault(path.resolve(), name)


def _why_not(path: Path) -> str | None:
    if path.name.startswith((".", "~$")) or path.parent.name.startswith("."):
        return "hidden or temporary"
    if path.suffix.lower() not in FORMATS:
        return f"not one of {READ}"
    return "about the files, not an export" if path.name.lower() in NOT_EXPORTS else None


def _told_apart(files: dict[Path, str]) -> list[tuple[Path, str]]:
    """Two files of the same name get the folder they lie in, as far up as it takes."""
    named = dict(files)
    for depth in range(2, 20):
        names = list(named.values())
        repeated = {path for path, name in named.items() if names.count(name) > 1}
        if not repeated:
            break
        named |= {path: "/".join(path.parts[-depth:]) for path in repeated}
    return list(named.items())


def source(path: Path, file: str, limits: Limits) -> Source:
    """What one file is. Raises UnreadableExport where its content is not what its name says."""
    size = path.stat().st_size
    if size == 0:
        raise UnreadableExport(
            f"{file} is empty (0 bytes)", "Export it again; a table without rows still has its header."
        )
    if size > limits.file_bytes:
        raise UnreadableExport(
            f"{file} has {size:,} bytes; at most {limits.file_bytes:,} are read here",
            "Import it on the command line, which has no such limit.",
        )
    format_by_name = FORMATS[path.suffix.lower()]
    with path.open("rb") as content:
        _refuse_another_kind(file, content.read(16), format_by_name)
        content.seek(0)
        digest = sha256()
        for chunk in iter(lambda: content.read(1 << 20), b""):
            digest.update(chunk)
    return Source(path, file, format_by_name, digest.hexdigest(), size)


def _refuse_another_kind(file: str, start: bytes, format_by_name: str) -> None:
    for magic, (kind, formats) in MAGIC.items():
        if start.startswith(magic) and format_by_name not in formats:
            raise UnreadableExport(
                f"{file} is {kind} under another name: it begins with {magic!r}",
                "Give it its right ending, or open it and save it as .xlsx or CSV UTF-8.",
            )
    expected = _magic_of(format_by_name)
    if expected and not start.startswith(expected):
        raise UnreadableExport(
            f"{file} is not what its ending says: it begins with {start[:8]!r} instead of {expected!r}",
            "Open it where it came from and export it again.",
        )


def _magic_of(format_by_name: str) -> bytes | None:
    kinds: Iterable[tuple[bytes, tuple[str, set[str]]]] = MAGIC.items()
    return next((magic for magic, (_, formats) in kinds if format_by_name in formats), None)
