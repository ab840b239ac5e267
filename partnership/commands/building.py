"""build and sample: what writes a build, or files to build from."""

import csv
from pathlib import Path

from partnership import builds as builds_module
from partnership.answers import Answers
from partnership.commands.printing import print_error, shown_progress
from partnership.commands.receipts import print_receipt
from partnership.commands.usage import DONE, WrongUse, by_file, day_or_instant, pair
from partnership.settings import BUILDS, RECORDS

Several = list[str] | None


def build(
    paths: list[Path],
    /,
    *,
    mapping: str = "auto",
    as_of: str | None = None,
    builds: Path = BUILDS,
    strict: bool = False,
    agencies: Path | None = None,
    agency: Several = None,
    not_agency: Several = None,
    date_order: Several = None,
    decimal: Several = None,
    delimiter: Several = None,
    encoding: Several = None,
    column: Several = None,
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
    builds
        The folder of the builds.
    strict
        Refuse when any row would be set aside.
    agencies
        A CSV file with the columns spelling and agency: which sources are agencies; blank = is not.
    agency
        A source that is an agency: SPELLING, or SPELLING=ID where several spellings are one.
    not_agency
        A source that is no agency.
    date_order
        What 03/04/2026 is: dmy, mdy or ymd; for one file, FILE=dmy.
    decimal
        The decimal mark: . or , (for one file, FILE=,).
    delimiter
        What stands between fields: a sign, or tab (for one file, FILE=tab).
    encoding
        How a text file was saved, such as cp1252 (for one file, FILE=cp1252).
    column
        Which column a header is: table.column=Header.
    records
        The folder where answers are remembered.
    quiet
        Print the build's name instead of the import report.
    """
    answers = Answers(
        delimiter=by_file("--delimiter", delimiter or [], None),
        decimal=by_file("--decimal", decimal or [], (".", ",")),
        date_order=by_file("--date-order", date_order or [], ("dmy", "mdy", "ymd")),
        encoding=by_file("--encoding", encoding or [], None),
        agencies=_agencies(agencies, agency or [], not_agency or []),
        columns=dict(_column(word) for word in column or []),
    )
    known_on = day_or_instant("--as-of", as_of) if as_of else None
    answers.write(records)
    with shown_progress() as progress:
        made = builds_module.build(
            paths,
            mapping=mapping,
            as_of=known_on,
            builds=builds,
            strict=strict,
            records=records,
            progress=progress,
        )
    if quiet:
        print(made.name)
    else:
        print_receipt(made, builds)
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
    from partnership.sample import write_sample

    if submissions < 1:
        raise WrongUse("--submissions must be 1 or more.")
    seeded = {} if seed is None else {"seed": seed}
    with shown_progress() as progress:
        write_sample(folder, submissions=submissions, progress=progress, **seeded)
    print(f"{folder} holds a synthetic export.")
    print_error("", f"`python -m partnership build {folder}` builds the figures from it.")
    return DONE


def _agencies(file: Path | None, are: list[str], are_not: list[str]) -> dict[str, str | None]:
    """Spelling → agency id, or None where it is no agency."""
    known: dict[str, str | None] = _agencies_of(file) if file else {}
    for word in are:
        spelling, equals, agency_id = word.rpartition("=")
        known[spelling if equals else word] = agency_id
    return known | dict.fromkeys(are_not, None)


def _agencies_of(file: Path) -> dict[str, str | None]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
            return {row["spelling"]: (row["agency"] or "").strip() or None for row in rows}
    except (OSError, UnicodeDecodeError, KeyError) as error:
        raise WrongUse(
            f"--agencies {file}: write a CSV file (UTF-8) with the columns spelling and agency."
        ) from error


def _column(word: str) -> tuple[tuple[str, str], str]:
    """table.column=Header → ((table, header), column)."""
    form = "table.column=Header, such as searches.opened_on=Opened"
    target, header = pair("--column", word, form)
    table, _, column = target.partition(".")
    if not column:
        raise WrongUse(f"--column {word!r}: write {form}.")
    return (table, header), column
