"""Files of ours: for their owner alone, flushed to disk, checksummed, one writer at a time."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
    import msvcrt

OWNER_ONLY_FILE, OWNER_ONLY_FOLDER = 0o600, 0o700


class Busy(Exception):
    """Raised by `only_writer` where another process holds the lock and waiting is off."""


class BrokenSeal(Exception):
    """Raised by `sealed_json` for text that is not, byte for byte, what `write_sealed` wrote."""


def private_folder(folder: Path) -> Path:
    """The folder, made where it is missing so that only its owner may look inside."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=OWNER_ONLY_FOLDER, exist_ok=True)
    return folder


def write_private(file: Path, text: str) -> None:
    """Write a new file that only its owner may read, and flush it to disk."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY_FILE)
    with open(handle, "w", encoding="utf-8", newline="") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def replace_file(file: Path, text: str, prefix: str) -> None:
    """Replace a file in one step: readers find the old text or the new one, never a part of it."""
    beside = file.with_name(f"{prefix}{file.name}")
    write_private(beside, text)
    os.replace(beside, file)
    flush(file.parent)


def flush(entry: Path) -> None:
    """Have the system write a file, or a folder's list of names, to disk now."""
    if entry.is_dir() and os.name == "nt":
        return  # Windows has no handle for a folder and keeps its names by itself
    handle = os.open(entry, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_tree(folder: Path) -> None:
    """Close a folder to all but its owner and flush it and everything in it to disk."""
    for entry in (*folder.rglob("*"), folder):
        entry.chmod(OWNER_ONLY_FOLDER if entry.is_dir() else OWNER_ONLY_FILE)
        flush(entry)


def checksum(file: Path) -> str:
    """A file's SHA-256, in hexadecimal."""
    with file.open("rb") as handle:
        return file_digest(handle, "sha256").hexdigest()


def as_json(facts: Any) -> str:
    """Readable JSON, the same text for the same facts."""
    return json.dumps(facts, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def write_sealed(file: Path, facts: dict[str, Any]) -> None:
    """Write facts as JSON with the checksum of that JSON among them."""
    write_private(file, as_json(facts | {"seal": sha256(as_json(facts).encode()).hexdigest()}))


def sealed_json(file: Path) -> dict[str, Any]:
    """The facts that `write_sealed` wrote. Raises BrokenSeal where a byte is another."""
    try:
        text = file.read_text(encoding="utf-8")
        facts: dict[str, Any] = json.loads(text)
        seal = facts.pop("seal")
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise BrokenSeal(f"{file.name} is not what was written") from error
    whole = as_json(facts | {"seal": seal}) == text
    if not whole or seal != sha256(as_json(facts).encode()).hexdigest():
        raise BrokenSeal(f"{file.name} is not what was written")
    return facts


@contextmanager
def only_writer(lock_file: Path, *, wait: bool) -> Iterator[None]:
    """Hold `lock_file` while the block runs; the lock falls with the process that holds it.

    Raises Busy where another process holds it and `wait` is off.
    """
    handle = os.open(lock_file, os.O_RDWR | os.O_CREAT, OWNER_ONLY_FILE)
    try:
        _lock(handle, wait)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, wait: bool) -> None:
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        else:
            # Windows waits for ten seconds at most, then gives up.
            mode = msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK  # type: ignore[attr-defined]
            msvcrt.locking(handle, mode, 1)  # type: ignore[attr-defined]
    except OSError as error:
        raise Busy(str(error)) from error
