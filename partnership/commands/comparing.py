"""compare: an agency's own list of submissions against ours."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from partnership import comparing, entries, published, queries
from partnership.answers import Answers
from partnership.commands.asking import asking, refuse_to_keep
from partnership.commands.given_answers import HowWritten
from partnership.commands.printing import (
    Format,
    plain_rows,
    print_error,
    print_question,
    print_rows,
)
from partnership.commands.usage import DONE, REFUSED, WrongUse
from partnership.comparing import Compared
from partnership.errors import NeedsAnswer
from partnership.labels import comparing as words
from partnership.readers import Reader
from partnership.settings import BUILDS, RECORDS

AS_WRITTEN = HowWritten()
# What fits on a line; CSV and JSON hold all.
IN_A_TABLE = (
    *("outcome", "line", "submission_id", "search_id", "candidate_id", "their_day", "our_day"),
    *("days_later", "matched_by", "their_submission_id", "their_search", "their_candidate_id"),
    "reason",
)
Several = list[str] | None


def compare(
    file: Path,
    /,
    *,
    agency: str | None = None,
    client: Several = None,
    mapping: str = "auto",
    written: HowWritten = AS_WRITTEN,
    reader: str | None = None,
    keep: bool = False,
    builds: Path = BUILDS,
    records: Path = RECORDS,
    form: Annotated[Format, Parameter("--format")] = "table",
) -> int:
    """Compare an agency's own list of submissions with ours.

    Parameters
    ----------
    file
        The list: CSV, XLSX or another file that `build` reads, a row for each submission.
    agency
        Whose list it is, by the agency's id; not needed where these figures hold one.
    client
        Only this client (its id), in an agency's own figures; repeatable.
    mapping
        auto knows the columns by their headings; else a system or a folder of selects, as `build`.
    reader
        hr, or agency:ID to compare with that agency's own file; without it HR, in an opened pack
        the agency it was packed for.
    keep
        Keep the counts, without any name, for the review's slide Where we disagree.
    builds
        The folder of the builds.
    records
        The folder of what people typed.
    form
        How to print it. Of a table the rows that agree are left out; CSV and JSON hold every row.
    """
    build = published.current(builds)
    if build.warning:
        print_error(build.warning)
    who = asking(reader, build)
    _refuse_anothers_list(who, agency)
    refuse_to_keep(build, who, keep)
    try:
        found = comparing.compare(
            who.file_in(build.path), file, agency or who.agency_id,
            remembered=Answers.read(records), answers=written.as_answers(), mapping=mapping,
            clients=client, seconds=queries.SECONDS_AT_A_SHELL,
        )  # fmt: skip
    except NeedsAnswer as question:
        print_question(question, is_remembered=False)
        return REFUSED
    if keep:  # before the rows: who reads them may stop at the first
        folder = entries.folder_of(records, build)
        comparing.keep(folder, found, build, who, by=words.BY_COMMAND)
        print_error(words.KEPT)
    _print(found, form)
    return DONE


def _refuse_anothers_list(who: Reader, agency: str | None) -> None:
    if who.agency_id is not None and agency not in (None, who.agency_id):
        raise WrongUse(
            f"--agency {agency}: the reader agency:{who.agency_id} has its own list alone."
        )


def _print(found: Compared, form: Format) -> None:
    """The counts in words, beside the rows: on standard error where a program reads the rows."""
    for said in comparing.in_words(found):
        print(said) if form == "table" else print_error(said)
    rows = plain_rows(found.rows)
    columns = list(found.rows.columns)
    if form == "table":
        rows = [row for row in rows if row["outcome"] != "both" or row["has_other_day"]]
        columns = [name for name in IN_A_TABLE if any(row[name] is not None for row in rows)]
    if rows or form != "table":
        print_rows(rows, columns, form)
