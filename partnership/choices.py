"""What the shared filters offer and what was chosen, as a link and as a sentence."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from partnership.filters import Filters
from partnership.labels import shell as words
from partnership.periods import CALENDAR, Period, Quarter, compared_with, fixed

# Parameter of the address → field of Filters.
LISTS = {
    "client": "clients",
    "agency": "agencies",
    "department": "departments",
    "location": "locations",
    "role_family": "role_families",
}


# A screen about one partnership chooses these itself.
OF_A_PARTNERSHIP = ("client", "agency")


@dataclass(frozen=True)
class Chosen:
    """The reader's choice: the period by name, and per narrowed list the ids with their names."""

    period: Period
    names: Mapping[str, Mapping[str, str]]
    filters: Filters
    compare: Period | None = None
    how_compared: str = words.COMPARE_BEFORE
    is_about_one: bool = False


def options(rows: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Per parameter of the address the id → the name shown; equal names carry their id, so none
    is lost."""
    offered: dict[str, dict[str, str]] = {}
    listed = list(zip(rows["kind"], rows["value"], rows["label"], strict=True))
    times = Counter((kind, label) for kind, _, label in listed)
    for kind, value, label in listed:
        name = f"{label} ({value})" if times[kind, label] > 1 else label
        offered.setdefault(str(kind), {})[value] = name
    return offered


def chosen(
    period: Period,
    lists: Mapping[str, Sequence[str]],
    offered: Mapping[str, Mapping[str, str]],
    how_compared: str = words.COMPARE_BEFORE,
) -> Chosen:
    """The choice as filters. Nothing chosen in a list means all of it."""
    narrowed = {key: tuple(ids) for key, ids in lists.items() if ids}
    chosen_lists: dict[str, Any] = {LISTS[key]: ids for key, ids in narrowed.items()}
    filters = Filters(period.start, period.end, **chosen_lists)
    names = {key: {value: offered[key][value] for value in ids} for key, ids in narrowed.items()}
    return Chosen(period, names, filters, compared_with(period, how_compared), how_compared)


def sentence(choice: Chosen, offered: Mapping[str, Mapping[str, str]]) -> str:
    """The filters as one line: "Oct 2025 – Sep 2026 (last four quarters) · all agencies ·
    Sales"."""
    parts = [period_in_words(choice.period)]
    if choice.compare:
        parts[0] += words.AGAINST.format(period=choice.compare.days_in_words)
    for key, field in LISTS.items():
        if choice.is_about_one and key in OF_A_PARTNERSHIP:
            continue
        if key in choice.names:
            parts.append(", ".join(choice.names[key].values()))
        elif key == "department" or _is_worth_a_word(key, len(offered.get(key, {}))):
            parts.append(words.ALL[field])
    return " · ".join(parts)


def _is_worth_a_word(key: str, offered: int) -> bool:
    return (key == "client" and offered > 1) or (key == "agency" and offered != 1)


def link(
    address: str,
    choice: Chosen,
    as_of: date,
    more: Sequence[tuple[str, str]] = (),
    first_month: int = CALENDAR,
) -> str:
    """The address that opens the same screen with the same cases, also after the next update.
    `more` are the choices of that screen alone."""
    base = address.split("?")[0].split("#")[0]
    pairs = [("period", fixed(choice.period, as_of, first_month).label)]
    if choice.how_compared != words.COMPARE_BEFORE:
        pairs.append(("against", choice.how_compared))
    pairs += [(key, name) for key, names in choice.names.items() for name in names.values()]
    return f"{base}?{urlencode([*pairs, *more])}"


def of_one(choice: Chosen, key: str, value: str, name: str) -> Chosen:
    """The same choice for one agency or client alone; `key` says which of the two it is."""
    narrowed: dict[str, Any] = {LISTS[key]: (value,)}
    names = {**choice.names, key: {value: name}}
    return replace(choice, names=names, filters=replace(choice.filters, **narrowed))


def of_all(choice: Chosen, key: str) -> Chosen:
    """The same choice for all agencies or clients; `key` says which of the two they are."""
    everyone: dict[str, Any] = {LISTS[key]: None}
    names = {other: named for other, named in choice.names.items() if other != key}
    return replace(choice, names=names, filters=replace(choice.filters, **everyone))


def within(filters: Filters, quarter: Quarter) -> Filters:
    """The same cases of one quarter."""
    return replace(filters, period_start=quarter.start, period_end=quarter.end)


def before(choice: Chosen) -> Filters | None:
    """The same cases of the period compared with; None where nothing is."""
    if choice.compare is None:
        return None
    start, end = choice.compare.start, choice.compare.end
    return replace(choice.filters, period_start=start, period_end=end)


def unknown_values(
    asked: Mapping[str, Sequence[str]],
    offered: Mapping[str, Mapping[str, str]],
    periods: Sequence[Period],
) -> list[str]:
    """What an address asks for and these figures do not hold."""
    known = {key: set(offered.get(key, {}).values()) for key in LISTS} | {
        "period": {period.label for period in periods}
    }
    return [
        value
        for key, values in asked.items()
        if key in known
        for value in values
        if value not in known[key]
    ]


def period_in_words(period: Period) -> str:
    """Oct 2025 – Sep 2026 (last four quarters)."""
    if not period.days_in_words:
        return words.ALL_DATA
    if period.label.startswith(words.LAST_FOUR_QUARTERS):
        return f"{period.days_in_words} ({period.label.lower()})"
    if period.label.startswith("FY") and period.label.endswith(")"):  # it says its months itself
        return period.label
    return f"{period.label} ({period.days_in_words})"
