"""Builds on disk: written under a temporary name, flushed, published by a pointer, never changed.

A process may be killed at any moment and a disk may fill up at any write: what `CURRENT` names is
whole, and what is not finished carries a name that readers ignore and the next build sweeps.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from partnership.errors import BuildRefused, NoSuchBuild
from partnership.files import (
    Busy,
    checksum,
    flush,
    flush_tree,
    only_writer,
    private_folder,
    replace_file,
    write_sealed,
)
from partnership.published import MANIFEST, POINTER, Build, all_builds, pointed_at, verify
from partnership.settings import BUILDS

UNFINISHED = ".building-"
KEPT_BUILDS = 3


@contextmanager
def draft_in(builds: Path) -> Iterator[Path]:
    """An empty folder to build in, gone afterwards unless it was published.

    Sweeps what killed builds left. Raises BuildRefused while another build is under way.
    """
    private_folder(builds)
    try:
        with only_writer(builds / ".lock", wait=False):
            sweep(builds)
            draft = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=builds))
            try:
                yield draft
            finally:
                shutil.rmtree(draft, ignore_errors=True)
    except Busy as error:
        raise BuildRefused(
            "another update of the figures is under way", "Wait until it is done, then try again."
        ) from error


def remove_unfinished(builds: Path) -> None:
    """Free at once the room that a killed build took, unless another build is under way."""
    if builds.is_dir():
        with suppress(Busy), only_writer(builds / ".lock", wait=False):
            sweep(builds)


def sweep(builds: Path) -> None:
    """Remove what killed builds left behind; only for the holder of the lock."""
    for stray in builds.glob(f"{UNFINISHED}*"):
        if stray.is_dir():
            shutil.rmtree(stray, ignore_errors=True)
        else:
            stray.unlink(missing_ok=True)


def seal(draft: Path, name: str, facts: dict[str, Any]) -> None:
    """Write the manifest of a finished draft: the facts, and every file's checksum and size."""
    files = {
        file.relative_to(draft).as_posix(): {"sha256": checksum(file), "bytes": file.stat().st_size}
        for file in sorted(draft.rglob("*"))
        if file.is_file()
    }
    write_sealed(draft / MANIFEST, {**facts, "name": name, "files": files})


def publish(draft: Path, builds: Path, name: str) -> Build:
    """Flush a sealed draft to disk, give it its final name, show it, drop the oldest."""
    flush_tree(draft)
    replaced = builds / f"{UNFINISHED}replaced-{name}"
    if (builds / name).exists():  # damaged, else it would have been shown again as it is
        (builds / name).rename(replaced)
    draft.rename(builds / name)
    flush(builds)
    show(builds, name)
    prune(builds)
    shutil.rmtree(replaced, ignore_errors=True)
    return Build(builds / name)


def show(builds: Path, name: str) -> None:
    """Point CURRENT at a build: the one moment at which readers move over."""
    replace_file(builds / POINTER, name + "\n", prefix=UNFINISHED)


def prune(builds: Path) -> None:
    """Remove all but the newest builds; the one being shown always stays."""
    shown = pointed_at(builds)
    for build in all_builds(builds)[KEPT_BUILDS:]:
        if build.name != shown:
            shutil.rmtree(build.path, ignore_errors=True)


def rollback(builds: Path = BUILDS, name: str | None = None) -> Build:
    """Show an earlier build again: `name`, else the newest one older than the one being shown.

    Raises NoSuchBuild where there is none, DamagedBuild where it is not intact.
    """
    names = [build.name for build in all_builds(builds)]
    shown = pointed_at(builds)
    others = ", ".join(other for other in names if other != shown) or "none"
    if name is None:
        older = names[names.index(shown) + 1 :] if shown in names else names
        if not older:
            raise NoSuchBuild("no build is older than the one being shown", f"Others: {others}.")
        name = older[0]
    if name not in names:
        raise NoSuchBuild(
            f"there is no build {name!r}", f"There are: {', '.join(names) or 'none'}."
        )
    build = Build(builds / name)
    verify(build)
    show(builds, name)
    return build
