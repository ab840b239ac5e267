"""Who asks on the command line: HR, an agency by its id, or the one that the figures were packed
for."""

from contextlib import closing
from pathlib import Path

from partnership import entries, packs, queries
from partnership.commands.usage import WrongUse
from partnership.entries import AgencysRecords
from partnership.errors import NoAccess
from partnership.labels import comparing as words
from partnership.published import Build
from partnership.readers import Reader, reader_named
from partnership.review.saved import others_of
from partnership.review.shelf import AgencysShelf, HrsShelf, Shelf
from partnership.review.source import about


def named(name: str) -> Reader:
    """The reader of this name. Raises WrongUse where it is none."""
    try:
        return reader_named(name)
    except NoAccess as error:
        raise WrongUse(f"--reader: {error.message}. {error.next_step}") from error


def asking(name: str | None, build: Build) -> Reader:
    """The reader of this name; without one the agency whose pack this is, else HR."""
    return Reader(packs.packed_for(build)) if name is None else named(name)


def refuse_to_keep(build: Build, reader: Reader, keep: bool) -> None:
    """HR may look with an agency's eyes, but what is kept for an agency the agency keeps."""
    if keep and not reader.is_hr and packs.packed_for(build) != reader.agency_id:
        raise WrongUse(words.NOT_FOR_AN_AGENCY)


def shelf_of(build: Build, reader: Reader, records: Path) -> Shelf:
    """What the reader keeps of reviews, and may see of what is kept."""
    folder = entries.folder_of(records, build)
    agency_id = reader.agency_id
    if agency_id is None:
        return HrsShelf(folder, build)
    is_packed = packs.packed_for(build) is not None
    others = [] if is_packed else others_of(about(build), agency_id)
    ids = _own_ids(build, reader)
    return AgencysShelf(AgencysRecords(folder, agency_id, lambda: ids, lambda: others), build)


def _own_ids(build: Build, reader: Reader) -> dict[str, frozenset[str]]:
    with closing(queries.opened(reader.file_in(build.path))) as connection:
        rows = queries.metric_rows(connection, "own_ids", folder="screens")
    return {str(table): frozenset(ids["id"]) for table, ids in rows.groupby("table_name")}
