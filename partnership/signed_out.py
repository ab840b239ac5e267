"""Sign-ins that were ended: kept in a file until they would have run out by themselves, so that a
copy of somebody's cookie is no way in, after a restart either."""

import os
from pathlib import Path

from partnership.files import only_writer, private_folder, replace_file

UNFINISHED = ".writing-"
# The file as it was last read: it is asked at every click, and read again when it has changed.
_read: dict[Path, tuple[tuple[int, ...], frozenset[str]]] = {}


def add(file: Path, token: str, until: float, now: float) -> None:
    """Note that this sign-in counts no more; those that have run out since are dropped.

    `token` is a digest of the sign-in, `until` when it runs out (Unix time). Raises OSError.
    """
    private_folder(file.parent)
    with only_writer(file.with_name(f".{file.name}.lock"), wait=True):
        held = {known: ends for known, ends in _lines(file).items() if ends > now} | {token: until}
        text = "".join(f"{ends:.0f} {known}\n" for known, ends in held.items())
        replace_file(file, text, prefix=UNFINISHED)
        _read.pop(file, None)


def holds(file: Path, token: str) -> bool:
    """Whether this sign-in was ended. Raises OSError where the file is there and can't be read."""
    try:
        found = os.stat(file)
    except FileNotFoundError:
        return False
    state = (found.st_mtime_ns, found.st_ino, found.st_size)
    if file not in _read or _read[file][0] != state:
        _read[file] = state, frozenset(_lines(file))
    return token in _read[file][1]


def _lines(file: Path) -> dict[str, float]:
    """Each sign-in with the time it runs out at; a line that is none is passed over."""
    if not file.exists():
        return {}
    parts = [line.split(" ") for line in file.read_text("ascii", "replace").splitlines()]
    return {two[1]: float(two[0]) for two in parts if len(two) == 2 and two[0].isdigit()}
