"""Files dropped on the screen: kept apart until the figures could be updated from them.

A file that can't be read must not stand in the way of the next update, so it only joins the others
in the exports folder once a build was published with it.
"""

import os
import re
from pathlib import Path

from partnership.files import OWNER_ONLY_FILE, private_folder

WAITING = ".waiting"
UNSAFE = re.compile(r"[^\w. ()+-]")


def keep(exports: Path, name: str, content: bytes) -> Path:
    """Put a dropped file among those that wait; one of the same name is replaced."""
    folder = private_folder(exports / WAITING)
    file = folder / safe_name(name)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY_FILE)
    with open(handle, "wb") as out:
        out.write(content)
    return file


def safe_name(name: str) -> str:
    """The last part of a name that a browser sent, without signs that could lead elsewhere."""
    last = re.split(r"[/\\]", name)[-1]
    return UNSAFE.sub("_", last).lstrip(".") or "file"


def waiting(exports: Path) -> list[Path]:
    """The dropped files that no build was made with yet, by name."""
    return _files(exports / WAITING)


def to_build_from(exports: Path) -> list[Path]:
    """Every kept export, with those that wait in the place of older ones of the same name."""
    chosen = {file.name: file for file in [*_files(exports), *waiting(exports)]}
    return [chosen[name] for name in sorted(chosen)]


def accept(exports: Path) -> None:
    """Let the waiting files join the others: a build was published with them."""
    for file in waiting(exports):
        os.replace(file, exports / file.name)


def discard(exports: Path) -> None:
    """Forget the waiting files."""
    for file in waiting(exports):
        file.unlink()


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(f for f in folder.iterdir() if f.is_file() and not f.name.startswith("."))
