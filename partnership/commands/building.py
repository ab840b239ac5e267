"""build and sample: what writes a build, or files to build from."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

from partnership import builds as figures
from partnership.commands.given_answers import GivenAnswers
from partnership.commands.printing import print_error, shown_progress
from partnership.commands.receipts import print_receipt
from partnership.commands.usage import DONE, day_or_instant
from partnership.settings import BUILDS, RECORDS, settings_from

NO_ANSWERS_GIVEN = GivenAnswers()


def build(
    paths: list[Path],
    /,
    *,
    mapping: str = "auto",
    as_of: str | None = None,
    owner: Literal["company", "agency"] | None = None,
    builds: Path = BUILDS,
    strict: bool = False,
    answers: GivenAnswers = NO_ANSWERS_GIVEN,
    records: Path = RECORDS,
    quiet: bool = False,
) -> int:
    """Build the figures from exported files, and show them.

    Parameters
    ----------
    paths
        Files and folders: CSV, TSV, XLSX, Parquet, JSON, JSON Lines.
    mapping
        The system they come from (canonical, greenhouse, lever), a folder of selects, or auto.
    as_of
        Count as if this were the day of the export; a bare day means its end. Only earlier ones.
    owner
        Whose files these are: the company's, or an agency's own with its clients. For this build;
        `owner` in data/settings.toml says it once and for all.
    builds
        The folder of the builds.
    strict
        Refuse when any row would be set aside.
    records
        The folder where answers are remembered.
    quiet
        Print the build's name instead of the import report.
    """
    settings = settings_from()
    known_on = day_or_instant("--as-of", as_of) if as_of else None
    answers.as_answers().write(records)
    with shown_progress() as progress:
        made = figures.build(
            paths,
            mapping=mapping,
            as_of=known_on,
            builds=builds,
            strict=strict,
            records=records,
            settings=replace(settings, owner=owner or settings.owner),
            progress=progress,
        )
    if quiet:
        print(made.name)
    else:
        print_receipt(made, builds)
        print("\nTo see the figures on a screen: streamlit run dashboard.py")
    return DONE


def sample(folder: Path, /, *, submissions: int = 4000, seed: int | None = None) -> int:
    """Write a synthetic export of an invented company, of any size.

    Parameters
    ----------
    folder
        Where to write it; files of the same names are replaced.
    submissions
        How many; everything else follows from it.
    seed
        The same number gives the same files.
    """
    from partnership.sample import SEED, write_sample

    with shown_progress() as progress:
        write_sample(folder, submissions, SEED if seed is None else seed, progress)
    print(f"{folder} holds a synthetic export.")
    print_error("", f"`python -m partnership build {folder}` builds the figures from it.")
    return DONE
