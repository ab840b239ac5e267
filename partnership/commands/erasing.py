"""erase: leave one person out of every build from now on."""

from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from partnership import entries, joining, persons, published, queries, removing
from partnership.commands.usage import DONE
from partnership.labels import removing as words
from partnership.persons import Person
from partnership.readers import HR_FILE
from partnership.settings import BUILDS, RECORDS


def erase(
    person: str,
    /,
    *,
    by: str,
    reason: str = "",
    parts_too: bool = False,
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
    parts_too
        Cut the family name out of what people typed also where it stands alone.
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
        search = partial(
            queries.metric_rows, connection, "person_search", folder="screens", salt=salt
        )

        def find(text: str) -> list[Person]:
            return persons.persons_of(search(text=text))

        new = removing.new_verdicts(folder, build)
        meant = _the_one(person, joining.by_newest_verdicts(find(person), new, find))
    today = datetime.now(UTC).date()
    cleared = removing.remove(
        folder, meant, salt=salt, by=by, reason=reason, on=today, parts_too=parts_too
    )
    print(words.DONE_AT_A_SHELL.format(name=meant.name, rows=cleared))
    _print_mentions(removing.mentions(folder, meant))
    return DONE


def _print_mentions(left: list[removing.Mention]) -> None:
    if left:
        print(words.STILL_STANDS_AT_A_SHELL)
        print(
            "\n".join(
                f"  {each.table} {each.agency_id} {each.quarter}: {each.text}" for each in left
            )
        )
        print(words.PARTS_TOO_AT_A_SHELL)


def _the_one(text: str, found: list[Person]) -> Person:
    """The only one found. Raises NotRemoved where nobody or several are meant."""
    if not found:
        raise removing.NotRemoved(words.NOBODY_MEANT.format(text=text), words.SAY_MORE)
    if len(found) > 1:
        lines = [
            words.ONE_MEANT.format(person=persons.told(each), apart=persons.told_apart(each))
            for each in found
        ]
        said = words.SEVERAL_MEANT.format(text=text, count=len(found), people="".join(lines))
        raise removing.NotRemoved(said, words.SAY_WHICH)
    if found[0].is_parted:
        raise removing.NotRemoved(words.PARTED_AT_A_SHELL, words.UPDATE_FIRST)
    return found[0]
