"""Published builds: which one is shown, what it holds, whether it is still as it was published."""

import json
import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from partnership.errors import DamagedBuild, NoBuild
from partnership.files import BrokenSeal, checksum, sealed_json
from partnership.settings import BUILDS

POINTER, MANIFEST, RECEIPT = "CURRENT", "manifest.json", "receipt.json"
BUILD_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-[0-9a-f]{12}")

# What the files of a build looked like when their checksums were last found right: hashing a large
# build at every click would cost more than the click. Another size or time is read again.
_found_intact: dict[Path, list[tuple[str, int, int]]] = {}


@dataclass(frozen=True)
class Build:
    """One published folder. `warning` is set where it is shown in place of a damaged one."""

    path: Path
    warning: str = ""

    @property
    def name(self) -> str:
        """`<as-of>-<hash>`, the folder's name."""
        return self.path.name

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What the build consists of and was made from. Raises DamagedBuild."""
        file = self.path / MANIFEST
        try:
            found = file.stat()
            return _read_once(file, found.st_mtime_ns, found.st_size)
        except (BrokenSeal, OSError) as error:
            raise _damaged(self, f"{MANIFEST} is missing or not what was published") from error

    @cached_property
    def receipt(self) -> dict[str, Any]:
        """What became of every row that came in."""
        receipt: dict[str, Any] = json.loads((self.path / RECEIPT).read_text(encoding="utf-8"))
        return receipt


@lru_cache(maxsize=32)
def _read_once(manifest: Path, changed: int, size: int) -> dict[str, Any]:
    return sealed_json(manifest)


def current(builds: Path = BUILDS) -> Build:
    """The build being shown; where it is damaged, the newest intact one, with a warning.

    Raises NoBuild where there is none, DamagedBuild where none is intact.
    """
    named, kept = pointed_at(builds), all_builds(builds)
    if not kept:
        raise NoBuild(
            "nothing has been built yet",
            "Add your files on the Data screen, or build from them on the command line.",
        )
    damage = f"{POINTER} names no build that is there"
    for build in sorted(kept, key=lambda build: build.name != named):
        try:
            verify(build)
        except DamagedBuild as error:
            damage = error.message if build.name == named else damage
        else:
            instead = f"{damage}. The figures of {build.name} are shown instead."
            return build if build.name == named else replace(build, warning=instead)
    raise DamagedBuild(damage, "Build again from the exports.")


def pointed_at(builds: Path) -> str | None:
    """The name that CURRENT holds; None where it can't be read."""
    try:
        return (builds / POINTER).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None


def all_builds(builds: Path = BUILDS) -> list[Build]:
    """Every published folder, newest first; those with a damaged manifest last."""
    folders = (entry for entry in builds.glob("*") if BUILD_NAME.fullmatch(entry.name))
    return sorted((Build(f) for f in folders if f.is_dir()), key=created_at, reverse=True)


def created_at(build: Build) -> str:
    """When it was made, ISO 8601 in UTC; empty where its manifest is damaged."""
    try:
        return str(build.manifest["created_at"])
    except DamagedBuild:
        return ""


def verify(build: Build) -> None:
    """Raise DamagedBuild unless every file is, byte for byte, the one that was published."""
    state = _state(build.path)
    if _found_intact.get(build.path) == state:
        return
    if build.manifest["name"] != build.name:
        raise _damaged(build, f"its manifest is that of {build.manifest['name']}")
    for name, published in build.manifest["files"].items():
        file = build.path / name
        if not file.is_file() or checksum(file) != published["sha256"]:
            raise _damaged(build, f"{name} is missing or not what was published")
    # A write-ahead log beside a database would be replayed into it, or keep it from opening.
    if logs := [entry for entry, _, _ in state if entry.endswith(".wal")]:
        raise _damaged(build, f"{logs[0]} does not belong there")
    _found_intact[build.path] = state


def _state(folder: Path) -> list[tuple[str, int, int]]:
    """Name, size and time of every file, which change whenever a file does."""
    files = sorted(entry for entry in folder.rglob("*") if entry.is_file())
    return [(f.name, f.stat().st_size, f.stat().st_mtime_ns) for f in files]


def _damaged(build: Build, what: str) -> DamagedBuild:
    return DamagedBuild(
        f"{build.name}: {what}",
        "Show earlier figures again (`rollback`), or update them from the files.",
    )
