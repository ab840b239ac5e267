"""What the records folder holds at one moment: what a build is made from, and named after."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from partnership import records
from partnership.canonical import Table, canonical_tables
from partnership.entries.tables import REMOVED, key_of
from partnership.errors import UnreadableRecords
from partnership.records import Content, Physical

OF_THE_SAMPLE = "sample"
# What becomes of a row: it counts like an exported one, or a later one of its key does, or
# somebody took it back, or it is set aside.
MAPPED, ENTERED_AGAIN, TAKEN_BACK, SET_ASIDE = "mapped", "entered again", "taken back", "set aside"


@dataclass(frozen=True)
class TypedRow:
    """One row of a records file; `number` is its place among the rows, `line` its place in the
    text."""

    number: int
    line: int
    values: Mapping[str, str]
    fate: str
    reason: str = ""


@dataclass(frozen=True)
class TypedFile:
    """One table's file; `file` is its name in every report."""

    file: str
    table: Table
    content: Content

    @cached_property
    def rows(self) -> list[TypedRow]:
        """Every row with what becomes of it; the last of a key decides."""
        last = {key: number for number, key in self._keys()}
        keys = dict(self._keys())
        return [self._row(n, row, last.get(keys.get(n, ()))) for n, row in self._numbered()]

    @property
    def digest(self) -> str:
        """The checksum of what its rows say."""
        return records.digest([self.content.values(row) for row in self.content.rows])

    def _numbered(self) -> Iterator[tuple[int, Physical]]:
        return enumerate(self.content.rows, 1)

    def _keys(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Rows that are whole, with their keys; where a part that must be there lacks, its own."""
        required = [name for name in self.table.typed_key if self.table.column(name).is_required]
        for number, row in self._numbered():
            if len(row.cells) == len(self.content.header):
                values = self.content.values(row)
                is_whole = all(values.get(name, "").strip() for name in required)
                yield number, key_of(self.table, values) if is_whole else (str(number),)

    def _row(self, number: int, row: Physical, last: int | None) -> TypedRow:
        values = self.content.values(row)
        about = (number, row.line, values)
        if last is None:
            cells, columns = len(row.cells), len(self.content.header)
            return TypedRow(*about, SET_ASIDE, f"has {cells} cells, the header has {columns}")
        if number != last:
            line = self.content.rows[last - 1].line
            return TypedRow(*about, ENTERED_AGAIN, f"line {line} says it again")
        is_removed = values.get("removed", "").strip().lower() == REMOVED
        return TypedRow(*about, TAKEN_BACK if is_removed else MAPPED)


@dataclass(frozen=True)
class Typed:
    """Every file that a build reads, by table; those typed beside the sample are kept apart."""

    own: Mapping[str, TypedFile] = field(default_factory=dict)
    beside_sample: Mapping[str, TypedFile] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path | None) -> "Typed":
        """What lies there now. Raises UnreadableRecords where a file as a whole can't be read."""
        if folder is None:
            return NOTHING_TYPED
        return cls(_files(folder, "records"), _files(folder / OF_THE_SAMPLE, "records/sample"))

    def beside(self, is_synthetic: bool) -> Mapping[str, TypedFile]:
        """The files that belong to the sample, or to everything else."""
        return self.beside_sample if is_synthetic else self.own

    @property
    def digests(self) -> dict[str, str]:
        """The checksum of every file's rows."""
        files = (*self.own.values(), *self.beside_sample.values())
        return {typed.file: typed.digest for typed in files}


NOTHING_TYPED = Typed()


def _files(folder: Path, shown_as: str) -> dict[str, TypedFile]:
    found = {}
    for name, table in canonical_tables().items():
        content = records.content(folder, name) if table.typed_key else records.NOTHING
        if content.rows:
            found[name] = TypedFile(f"{shown_as}/{name}.csv", table, content)
            _refuse_other_columns(found[name])
    return found


def _refuse_other_columns(typed: TypedFile) -> None:
    """Figures without all that was typed would be wrong without a word."""
    header = typed.content.header
    missing = [name for name in typed.table.typed_key if name not in header]
    if missing or len(set(header)) < len(header):
        what = f"no column {', '.join(missing)}" if missing else "two columns of one name"
        raise UnreadableRecords(
            f"{typed.file} has {what}: somebody saved it in another way",
            "Put back the copy of it from your backup, or save it again as comma-separated UTF-8.",
        )
