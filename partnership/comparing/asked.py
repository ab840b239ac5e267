"""A list's file and a published database → what they say of one another."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from partnership import queries
from partnership.answers import NO_ANSWERS, Answers
from partnership.comparing.reading import read
from partnership.comparing.result import Compared, compared, spellings, whose_list
from partnership.exports import NO_LIMITS, Limits
from partnership.mapping import AUTO
from partnership.settings import settings_from


def compare(
    database: Path,
    file: Path,
    agency_id: str | None,
    *,
    remembered: Answers,
    answers: Answers = NO_ANSWERS,
    mapping: str = AUTO,
    clients: Sequence[str] | None = None,
    limits: Limits = NO_LIMITS,
    seconds: int = queries.SECONDS,
) -> Compared:
    """The list in `file` beside that agency's submissions in `database`.

    `remembered` says what exports call the agency, `answers` how the file is written. Raises
    NotComparable, NeedsAnswer, and what reading the file raises.
    """
    with closing(queries.opened(database, seconds)) as connection:
        agency = whose_list(connection, agency_id)
        theirs = read(
            file,
            agency=spellings(agency, remembered),
            settings=settings_from(),
            mapping=mapping,
            answers=answers,
            limits=limits,
        )
        return compared(connection, theirs, agency, clients)
