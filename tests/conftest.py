"""What tests are given."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from given import Given, Table

from partnership.settings import Settings

GivenExport = Callable[..., Given]


@pytest.fixture
def given() -> Iterator[GivenExport]:
    """`given(offers=[dict(outcome="accepted")])`: an export with such an offer, and its marts.

    Values are canonical text (or days and numbers, which are spelled as text). What a row needs
    beside them is filled in, and so are the parents it names; tables nobody names did not come in,
    except searches, candidates and submissions. `as_of` and `settings` are those of a build.
    """
    made: list[Given] = []

    def export(
        *,
        as_of: date | datetime | None = None,
        settings: Settings | None = None,
        **tables: Table,
    ) -> Given:
        made.append(Given(tables, as_of=as_of, settings=settings))
        return made[-1]

    yield export
    for one in made:
        one.close()
