"""What a metric is asked for, and how its facts fall into groups."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from oracle.reading import Row

SEARCH_COLUMNS = {
    "client": "client_id",
    "department": "department",
    "location": "location",
    "role_family": "role_family",
    "level": "level",
}


@dataclass(frozen=True)
class Asked:
    """What a metric was asked for; the period is half-open."""

    by: str | None = None
    start: date | None = None
    end: date | None = None
    agencies: frozenset[str] | None = None
    clock: str = "calendar"

    def has_day(self, day: date) -> bool:
        """Whether a day lies in the period."""
        return (self.start is None or day >= self.start) and (self.end is None or day < self.end)

    def has_agency(self, agency: str | None) -> bool:
        """Whether an agency is among those asked for."""
        return self.agencies is None or agency in self.agencies


def quarter(day: date) -> str:
    """The calendar quarter of a day."""
    return f"{day.year}Q{(day.month + 2) // 3}"


def search_group(by: str | None, search: Row, day: date, agency: str | None = None) -> Hashable:
    """The group of a fact of one search."""
    if by in SEARCH_COLUMNS:
        return search.get(SEARCH_COLUMNS[by])
    return {None: None, "quarter": quarter(day), "agency": agency}[by]


def grouped(
    by: str | None, facts: Iterable[Any], groups: Callable[[Any], Iterable[Hashable]]
) -> dict[Any, list[Any]]:
    """The facts of each group; a fact may stand in several."""
    found: dict[Any, list[Any]] = {} if by else {None: []}
    for fact in facts:
        for group in groups(fact):
            found.setdefault(group, []).append(fact)
    return found
