"""Exports → one immutable, checked, published build, or nothing at all."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import duckdb

from partnership import making
from partnership.answers import NO_ANSWERS, Answers
from partnership.errors import BuildRefused, DamagedBuild
from partnership.exports import NO_LIMITS, Limits
from partnership.fingerprint import Inputs
from partnership.forgetting import forget_elsewhere
from partnership.published import Build, all_builds, current, verify
from partnership.publishing import draft_in, publish, rollback, show
from partnership.settings import BUILDS, Settings, settings_from

__all__ = ["Build", "all_builds", "build", "current", "rollback", "verify"]

Progress = Callable[[str, float], None]
# What does not fit into memory is spilled, as text and typed, beside the file being written.
SPACE_PER_BYTE = 5


def build(
    paths: Sequence[Path],
    *,
    mapping: str = "auto",
    as_of: date | datetime | None = None,
    builds: Path = BUILDS,
    strict: bool = False,
    answers: Answers | None = None,
    settings: Settings | None = None,
    records: Path | None = None,
    limits: Limits = NO_LIMITS,
    progress: Progress = lambda step, share: None,
) -> Build:
    """Publish the build of these exports; the same inputs again only show it again.

    `records` holds what people typed and answered; `answers` given here win over those. Whatever
    goes wrong, what was shown before still is. Raises NeedsAnswer, UnreadableExport, WrongColumns
    and UnknownMapping for what a person must decide or mend, else BuildRefused.
    """
    kept = Answers.read(records) if records else NO_ANSWERS
    inputs = Inputs(
        paths=paths,
        mapping=mapping,
        as_of=as_of,
        answers=kept.merged_with(answers or NO_ANSWERS),
        settings=settings or settings_from(),
        records=records,
    )
    with refused_in_words(builds), draft_in(builds) as draft:
        same = same_inputs(builds, inputs.fingerprint)
        if same:
            making.refuse_set_aside(same.receipt, strict)
            show(builds, same.name)
            return same
        refuse_full_disk(builds, inputs.bytes)
        made = making.Making(inputs, builds, draft, strict, limits, progress)
        name, gone = made.sealed_draft()
        progress("Publishing", 0.98)
        published = publish(draft, builds, name)
        forget_elsewhere(builds, published, gone.candidates)
        return published


def same_inputs(builds: Path, fingerprint: str) -> Build | None:
    """The intact build of the same inputs, where there is one."""
    for build in all_builds(builds):
        if build.name.endswith(f"-{fingerprint}"):
            try:
                verify(build)
            except DamagedBuild:
                return None
            return build
    return None


def refuse_full_disk(builds: Path, exported: int) -> None:
    """Raise BuildRefused, before anything is written, where there is too little room."""
    free, needed = shutil.disk_usage(builds).free, SPACE_PER_BYTE * exported
    if free < needed:
        raise BuildRefused(
            f"{needed / 1e6:,.0f} MB are needed in {builds}, {free / 1e6:,.0f} MB are free",
            "Make room; what was shown before still is. On the command line, --builds names "
            "another folder.",
        )


@contextmanager
def refused_in_words(builds: Path) -> Iterator[None]:
    """Turn what the disk or the database refuses into BuildRefused, saying what still holds."""
    try:
        yield
    except (MemoryError, duckdb.OutOfMemoryException) as error:
        what = str(error).partition("\n")[0] or "the memory of this machine is used up"
        raise BuildRefused(
            f"more memory is needed than a build may use: {what}",
            "Raise `memory_limit` in data/settings.toml. What was shown before still is.",
        ) from error
    except (OSError, duckdb.Error) as error:
        what = str(error).splitlines()[0]
        free = shutil.disk_usage(builds).free / 1e6 if builds.is_dir() else 0
        raise BuildRefused(
            f"{type(error).__name__}: {what} ({free:,.0f} MB are free)",
            "What was shown before still is. Mend what it names, then try again.",
        ) from error
