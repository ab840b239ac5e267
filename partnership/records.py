"""What people type: one append-only CSV file per table, in one folder to back up as it is.

A file is replaced whole, never written into: at any moment it is what it was or what it becomes,
whoever is killed and however full the disk. Where several files change together, a list of them
is put down first; whoever comes next finishes what a killed writer had begun to put in place.
"""

import csv
import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from partnership.errors import UnreadableRecords, WrongColumns
from partnership.files import flush, only_writer, private_folder, replace_file, write_private

NEW, PLACING = ".new-", ".placing"
# What csv.reader takes for one cell. Nobody types so much; a lost quotation mark reads so much.
csv.field_size_limit(1_000_000)

Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Physical:
    """One row as it lies in the file: its first line there, and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Content:
    """A file's column names, and every row under them."""

    header: tuple[str, ...]
    rows: tuple[Physical, ...]

    def values(self, row: Physical) -> dict[str, str]:
        """A row by column name; a column that its end lacks is empty."""
        cells = (*row.cells, *("",) * len(self.header))
        return dict(zip(self.header, cells, strict=False))


NOTHING = Content((), ())


def append(records: Path, table: str, rows: Rows) -> None:
    """Add rows to records/<table>.csv, all of them or none, on disk before this returns.

    The first row's names make a new file's header. Raises WrongColumns where rows have others.
    """
    if rows:
        with writing(records) as folder:
            header = content(folder, table).header or tuple(rows[0])
            append_all(folder, {table: rows}, {table: header})


@contextmanager
def writing(records: Path) -> Iterator[Path]:
    """Be the only one who writes to the folder, after finishing what a killed writer began."""
    private_folder(records)
    with only_writer(records / ".lock", wait=True):
        _put_in_place(records)
        yield records


def append_all(
    records: Path, rows: Mapping[str, Rows], columns: Mapping[str, Sequence[str]]
) -> None:
    """Add rows to several tables, in all of them or in none; only for who is `writing`.

    `columns` are those of each table: a file that lacks some is given them. Raises WrongColumns
    where rows, or the file, have others.
    """
    texts = {table: _grown(records, table, more, columns[table]) for table, more in rows.items()}
    try:
        for table, text in texts.items():
            write_private(records / f"{NEW}{table}.csv", text)
        if len(texts) > 1:
            replace_file(records / PLACING, "\n".join(texts), prefix=NEW)
    except BaseException:
        (records / PLACING).unlink(missing_ok=True)
        _drop_begun(records)
        raise
    _place(records, texts)


def rewrite(
    records: Path, table: str, changed: Callable[[dict[str, str]], dict[str, str] | None]
) -> int:
    """Replace rows by what `changed` makes of them, None for taking them out; gives how many.

    Only for who is `writing`, and only where somebody's words must not be kept at all: else a
    later row corrects an earlier one.
    """
    there = content(records, table)
    kept, count = [], 0
    for row in there.rows:
        values = there.values(row)
        now = changed(dict(values))
        count += now != values
        if now is not None:
            new = tuple(now[name] for name in there.header)
            kept.append(row.cells if now == values else new)
    if count:
        text = _as_csv(there.header, kept, [])
        replace_file(records / f"{table}.csv", text, prefix=NEW)
    return count


def read(records: Path, table: str) -> list[dict[str, str]]:
    """Every row of records/<table>.csv in the order entered; none where there is no such file."""
    lying = content(records, table)
    return [lying.values(row) for row in lying.rows]


def content(records: Path, table: str) -> Content:
    """What lies in records/<table>.csv; nothing where there is no such file.

    Raises UnreadableRecords where it is no text of comma-separated rows.
    """
    if (records / PLACING).is_file():
        with only_writer(records / ".lock", wait=True):
            _put_in_place(records)
    file = records / f"{table}.csv"
    if not file.is_file():
        return NOTHING
    try:
        found = _parsed(file.read_bytes().decode("utf-8-sig"))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableRecords(
            f"{file.name} in the records folder is not as it was saved: {error}",
            "Put back the copy of it from your backup, or save it again as CSV UTF-8.",
        ) from error
    return found


def digest(rows: Sequence[Mapping[str, str]]) -> str:
    """The SHA-256 of what rows say, however the file that they lie in spells it."""
    said = sha256()
    for row in rows:
        cells = sorted((name, value) for name, value in row.items() if value)
        said.update(repr(cells).encode())
    return said.hexdigest()


def _parsed(text: str) -> Content:
    reader = csv.reader(io.StringIO(text, newline=""))
    found, before = [], 0
    for cells in reader:
        if cells:
            found.append(Physical(before + 1, tuple(cells)))
        before = reader.line_num
    return Content(found[0].cells, tuple(found[1:])) if found else NOTHING


def _grown(records: Path, table: str, more: Rows, columns: Sequence[str]) -> str:
    """The text of a file with more rows under it, and the columns it lacked."""
    file, there = records / f"{table}.csv", content(records, table)
    if there.header and set(columns).isdisjoint(there.header):
        raise WrongColumns(
            f"{file.name} in the records folder has none of the columns {', '.join(columns)}",
            "Put back the copy of it from your backup, or move the file away.",
        )
    unknown = {name for row in more for name in row} - set(columns)
    if unknown:
        raise WrongColumns(
            f"{file.name} has no column {', '.join(sorted(unknown))}",
            f"Its columns are: {', '.join(columns)}.",
        )
    lacking = [name for name in columns if name not in there.header]
    if lacking:
        return _as_csv([*there.header, *lacking], _widened(there, len(lacking)), more)
    before = file.read_bytes().decode("utf-8-sig")
    is_ended = not before or before.endswith("\n")  # else someone edited the file by hand
    return before + ("" if is_ended else "\n") + _as_csv(there.header, [], more, with_header=False)


def _widened(there: Content, by: int) -> list[tuple[str, ...]]:
    """The rows with so many cells more; one that does not fit its header stays as it is."""
    whole, padding = len(there.header), ("",) * by
    return [(*r.cells, *padding) if len(r.cells) == whole else r.cells for r in there.rows]


def _as_csv(
    header: Sequence[str], old: Sequence[Sequence[str]], more: Rows, *, with_header: bool = True
) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    if with_header:
        writer.writerow(header)
    writer.writerows(old)
    writer.writerows([row.get(name, "") for name in header] for row in more)
    return text.getvalue()


def _place(records: Path, tables: Mapping[str, str] | Sequence[str]) -> None:
    """Give every new file its name, then forget the list of them."""
    for table in tables:
        with suppress(FileNotFoundError):  # in place already
            os.replace(records / f"{NEW}{table}.csv", records / f"{table}.csv")
    flush(records)
    (records / PLACING).unlink(missing_ok=True)


def _put_in_place(records: Path) -> None:
    """Finish, or drop, what a killed writer left; only for the holder of the lock."""
    if (records / PLACING).is_file():
        _place(records, (records / PLACING).read_text(encoding="utf-8").split())
    _drop_begun(records)


def _drop_begun(records: Path) -> None:
    for begun in records.glob(f"{NEW}*"):
        with suppress(OSError):
            begun.unlink()
