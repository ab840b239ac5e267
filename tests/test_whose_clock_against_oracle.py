"""Whose day it was on random exports, against a loop over the days that knows no SQL."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

import pytest
from asking import oracle_export
from export_writing import Tables
from given import Given
from oracle.asking import search_group
from oracle.openings import seats
from oracle.whose_day import AGREED, SIDES, Day, briefs, days_of_openings
from random_exports import random_export

# Few, but among them every turn, in time and late.
SEEDS = (9, 15, 23, 51, 60)
ASKED: tuple[dict[str, Any], ...] = (
    {},
    {"by": "agency"},
    {"agencies": ("00", "02"), "period_start": date(2025, 2, 10), "period_end": date(2025, 6, 1)},
)
GROUPS = ("quarter", "client", "department", "location", "role_family", "level")
RECOMMENDED = ("yes", "Strong yes", "no", "maybe", "")


def export_of(seed: int) -> Given:
    """A random export with invitations, feedback and second rounds; every other as of earlier."""
    random = Random(seed)
    tables = random_export(seed)
    with_details_of_interviews(tables, random)
    given = Given(tables)
    if seed % 2:
        given.as_of = oracle_export(given).as_of.on - timedelta(days=3 * seed)
    return given


def with_details_of_interviews(tables: Tables, random: Random) -> None:
    """What the interviews of a random export lack, and another round for some."""
    rows = tables.get("interviews", [])
    for row in list(rows):
        if random.random() < 0.5:
            later = moved(row["scheduled_for"], random.choice((0, 2, 9)))
            again = {"interview_id": f"{row['interview_id']}b", "scheduled_for": later}
            rows.append(row | again | {"status": random.choice(("held", "scheduled"))})
    # Some exports know nothing of invitations, or of feedback.
    shows_invited, shows_told = random.random() < 0.8, random.random() < 0.8
    for row in rows:
        day = row["scheduled_for"]
        is_invited = shows_invited and random.random() < 0.85
        is_told = shows_told and row["status"] == "held" and random.random() < 0.7
        row["invited_at"] = moved(day, -random.choice((0, 1, 4, 12))) if is_invited else ""
        row["ended_at"] = moved(day, random.choice((0, 1))) if random.random() < 0.3 else ""
        row["feedback_at"] = moved(day, random.choice((1, 3, 20))) if is_told else ""
        row["recommendation"] = random.choice(RECOMMENDED) if is_told else ""


def moved(text: str, days: int) -> str:
    """A day or an instant some days later, or earlier, spelled alike."""
    if len(text) == 10:
        return str(date.fromisoformat(text) + timedelta(days=days))
    return (datetime.fromisoformat(text) + timedelta(days=days)).isoformat()


def days_in(given: Given) -> dict[tuple[str, date], Day]:
    """The rows of the product, day by day."""
    return {
        (row["opening_id"], row["from_on"] + timedelta(days=number)): Day(
            row["side"], row["step"], row["is_beyond"]
        )
        for row in given.rows("opening_day")
        for number in range(row["days"])
    }


@cache
def expected(seed: int) -> dict[tuple[str, date], Day]:
    """The days of an export as the loop finds them."""
    return days_of_openings(oracle_export(export_of(seed)))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_day_is_whose_the_loop_over_the_days_says(seed: int) -> None:
    with closing(export_of(seed)) as given:
        days, found = expected(seed), days_in(given)
        assert days.keys() == found.keys()
        differing = [(key, days[key], found[key]) for key in days if days[key] != found[key]]
        assert differing[:3] == []
        for how in (*ASKED, {"by": GROUPS[seed % len(GROUPS)]}):
            assert sums_of(given.metric("open_days_by_side", **how)) == by_side(seed, **how), how
            assert given_back(given.metric("days_to_give_back", **how)) == beyond(seed, **how), how


def test_these_exports_hold_every_turn_in_time_and_late() -> None:
    seen = {(day.step, day.is_beyond) for seed in SEEDS for day in expected(seed).values()}
    assert seen == {
        (step, late) for step in SIDES for late in ((True, False) if step in AGREED else (None,))
    }


def grouped(
    seed: int,
    by: str | None = None,
    agencies: tuple[str, ...] | None = None,
    period_start: date = date.min,
    period_end: date = date.max,
) -> Iterator[tuple[Any, Day]]:
    """Group and day, a day as often as there are partnerships that have it."""
    export = oracle_export(export_of(seed))
    searches = {seat.opening_id: seat.search for seat in seats(export)}
    given = {row["search_id"]: briefs(export, row) for row in searches.values()}
    for (opening, on), day in expected(seed).items():
        search = searches[opening]
        spans = given[search["search_id"]]
        chosen = {name: span for name, span in spans.items() if not agencies or name in agencies}
        if not period_start <= on < period_end:
            continue
        if by == "agency":
            yield from ((name, day) for name, span in chosen.items() if is_within(on, [span]))
        elif agencies is None or is_within(on, list(chosen.values())):
            yield search_group(by, search, on), day


def is_within(on: date, spans: list[Any]) -> bool:
    """Whether a day lies between the first brief and the last taking back."""
    starts = [start.on for start, _ in spans]
    ends = [end.on if end else date.max for _, end in spans]
    return bool(spans) and min(starts) <= on < max(ends)


def by_side(seed: int, **how: Any) -> Counter[tuple[Any, str]]:
    """Group and side → days."""
    return Counter((group, day.side) for group, day in grouped(seed, **how))


def beyond(seed: int, **how: Any) -> dict[tuple[Any, str], tuple[int, int | None]]:
    """Group and side → its days, and those later than agreed."""
    found: dict[tuple[Any, str], list[Day]] = {}
    for group, day in grouped(seed, **how):
        if day.side in ("hr", "agency", "business_leader"):
            found.setdefault((group, day.side), []).append(day)
    return {
        key: (
            len(days),
            None
            if all(day.is_beyond is None for day in days)
            else sum(day.is_beyond is True for day in days),
        )
        for key, days in found.items()
    }


def sums_of(rows: list[dict[str, Any]]) -> Counter[tuple[Any, str]]:
    """The same of the product's rows; what can't be seen has no days."""
    sides = ("hr", "agency", "business_leader", "candidate", "hold", "unknown")
    found = Counter(
        {(row["group"], side): row[f"{side}_days"] or 0 for row in rows for side in sides}
    )
    assert all(row["days"] == sum(row[f"{side}_days"] or 0 for side in sides) for row in rows)
    return +found


def given_back(rows: list[dict[str, Any]]) -> dict[tuple[Any, str], tuple[int, int | None]]:
    """The same of the product's rows."""
    return {(row["group"], row["side"]): (row["days"], row["beyond_days"]) for row in rows}
