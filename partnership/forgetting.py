"""Other builds and set-aside rows that still name somebody who is gone: removed, for good."""

import shutil
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from partnership.errors import PartnershipError
from partnership.published import Build, all_builds
from partnership.quarantine import ROWS, folder_beside
from partnership.queries import DatabaseError, opened
from partnership.readers import HR_FILE


def forget_elsewhere(builds: Path, shown: Build, gone: Collection[str]) -> list[str]:
    """Remove the other builds that hold a record of `gone`, and what was set aside for them.

    Returns their names. Nobody can go back to before it; a build that can't be read may hold one.
    """
    if not gone:
        return []
    others = [build for build in all_builds(builds) if build.name != shown.name]
    named = [build for build in others if _names_any(build, gone)]
    for build in named:
        shutil.rmtree(build.path, ignore_errors=True)
    for folder in folder_beside(builds).glob("*"):
        is_anothers = (folder / ROWS).is_file() and folder.name != shown.name
        if is_anothers and (named or not (builds / folder.name).is_dir()):
            shutil.rmtree(folder, ignore_errors=True)
    return [build.name for build in named]


def _names_any(build: Build, gone: Collection[str]) -> bool:
    try:
        with closing(opened(build.path / HR_FILE)) as connection:
            rows = connection.execute("select candidate_id from marts.person_contact").fetchall()
    except (DatabaseError, OSError, PartnershipError):
        return True
    return not set(gone).isdisjoint(candidate for (candidate,) in rows)
