"""erase: leave one person out of every build from now on."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from partnership import entries, published, queries, removing
from partnership.commands.usage import DONE
from partnership.labels import removing as words
from partnership.readers import HR_FILE
from partnership.settings import BUILDS, RECORDS


def erase(
    person: str,
    /,
    *,
    by: str,
    reason: str = "",
    builds: Path = BUILDS,
    records: Path = RECORDS,
) -> int:
    """Leave a person out of every build from now on; their rows stay counted, without a name.

    Parameters
    ----------
    person
        A name, an e-mail address, or the id of one of the person's records.
    by
        Who notes it.
    reason
        Why; no name.
    builds
        The folder of the builds.
    records
        The folder of what people typed.
    """
    build = published.current(builds)
    folder = entries.folder_of(records, build)
    salt = removing.salt_of(folder)
    file = build.path / HR_FILE
    with closing(queries.opened(file, queries.SECONDS_AT_A_SHELL)) as connection:
        rows = queries.metric_rows(
            connection, "person_search", folder="screens", text=person, salt=salt
        )
    meant = _the_one(person, removing.persons_of(rows))
    today = datetime.now(UTC).date()
    cleared = removing.remove(folder, meant, salt=salt, by=by, reason=reason, on=today)
    print(words.DONE_AT_A_SHELL.format(name=meant.name, rows=cleared))
    return DONE


def _the_one(text: str, found: list[removing.Person]) -> removing.Person:
    """The only one found. Raises NotRemoved where nobody or several are meant."""
    if not found:
        raise removing.NotRemoved(words.NOBODY_MEANT.format(text=text), words.SAY_MORE)
    if len(found) > 1:
        people = "; ".join(f"{each.name} ({', '.join(each.records)})" for each in found)
        said = words.SEVERAL_MEANT.format(text=text, count=len(found), people=people)
        raise removing.NotRemoved(said, words.SAY_WHICH)
    return found[0]
