"""Files dropped on the screen: kept apart until the figures could be updated from them.

A file that can't be read must not stand in the way of the next update, so it only joins the others
in the exports folder once a build was published with it.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from partnership.exports import raw_name
from partnership.exports.sources import FORMATS
from partnership.files import OWNER_ONLY_FILE, private_folder

WAITING = ".waiting"
UNSAFE = re.compile(r"[^\w. ()+-]")
# What a browser adds to the name of a file that it downloads a second time.
COPY = re.compile(r" ?\(\d{1,3}\)$")
LONGEST_STEM = 80
NOT_NAMED: Mapping[str, str] = {}


def keep(exports: Path, name: str, content: bytes, named: Mapping[str, str] = NOT_NAMED) -> Path:
    """Put a dropped file among those that wait, in the place of one that holds the same table.

    `named` says of a file's name which table it holds, where somebody has said so.
    """
    folder = private_folder(exports / WAITING)
    file = folder / safe_name(name)
    file = file.with_stem(named.get(spoken_name(file), file.stem))
    for older in waiting(exports):
        if same_table(older, file):
            older.unlink()
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY_FILE)
    with open(handle, "wb") as out:
        out.write(content)
    return file


def safe_name(name: str) -> str:
    """The last part of a name that a browser sent, without signs that could lead elsewhere.

    `searches (1).csv` is searches.csv, downloaded once more.
    """
    last = UNSAFE.sub("_", unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1]))
    stem, dot, ending = last.lstrip(". ").rpartition(".")
    stem, ending = (stem, ending) if dot else (ending, "")
    return f"{COPY.sub('', stem)[:LONGEST_STEM].strip() or 'file'}{dot}{ending[:10]}"


def spoken_name(file: Path) -> str:
    """A file's name without its ending, as answers know it."""
    return raw_name(file.stem)


def name_waiting(exports: Path, named: Mapping[str, str]) -> dict[str, str]:
    """Name those waiting files after the table they hold of which somebody has said it.

    Returns old name → new name.
    """
    new_names = {}
    for file in waiting(exports):
        if table := named.get(spoken_name(file)):
            new_names[file.name] = file.with_stem(table).name
            os.replace(file, file.with_stem(table))
    return new_names


def same_table(one: Path, other: Path) -> bool:
    """Whether two files are named after the same table, whatever their kind: one replaces the
    other."""
    return spoken_name(one) == spoken_name(other)


def waiting(exports: Path) -> list[Path]:
    """The dropped files that no build was made with yet, by name."""
    return _files(exports / WAITING)


def accepted(exports: Path) -> list[Path]:
    """The files that are kept for the next update, by name."""
    return [file for file in _files(exports) if file.suffix.lower() in FORMATS]


def to_build_from(exports: Path, *, without: str = "") -> list[Path]:
    """Every kept export but the one named `without`, with those that wait in the place of older
    ones."""
    new = waiting(exports)
    kept = [file for file in accepted(exports) if not _is_replaced(file, new)]
    return sorted((f for f in (*kept, *new) if f.name != without), key=lambda file: file.name)


def accept(exports: Path, built: Sequence[Path]) -> None:
    """Let those of the waiting files that a build was published with join the others."""
    new = [file for file in waiting(exports) if file in built]
    for older in accepted(exports):
        if _is_replaced(older, new):
            older.unlink()
    for file in new:
        os.replace(file, exports / file.name)


def discard(exports: Path) -> None:
    """Forget the waiting files."""
    for file in waiting(exports):
        file.unlink()


def remove(exports: Path, name: str) -> None:
    """Forget one of the accepted files."""
    for file in accepted(exports):
        if file.name == name:
            file.unlink()


def are_those_of(exports: Path, made_from: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a build's exports (name and bytes, as in its manifest) are the files kept here."""
    kept = {(file.name, file.stat().st_size) for file in accepted(exports)}
    return kept == {(export["name"], export["bytes"]) for export in made_from}


def _is_replaced(file: Path, by: Iterable[Path]) -> bool:
    return any(same_table(file, newer) for newer in by)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(f for f in folder.iterdir() if f.is_file() and not f.name.startswith("."))
