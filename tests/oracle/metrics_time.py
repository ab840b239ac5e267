"""time_to_fill and its curve."""

from collections.abc import Hashable, Iterable
from typing import Any

from oracle import openings
from oracle.asking import Asked, grouped, search_group
from oracle.reading import Export, Row
from oracle.survival import (
    Life,
    incidence_at,
    incidence_curve,
    mean_days_within,
    median_day,
    median_limits,
    middle,
    survival_curve,
    thin_from,
)


def seats_by_group(export: Export, asked: Asked) -> dict[Any, list[openings.Seat]]:
    """An agency's seats are all those of the searches that were given to it."""

    def groups(seat: openings.Seat) -> Iterable[Hashable]:
        if asked.by == "agency":
            return [agency for agency in seat.briefed if asked.has_agency(agency)]
        return [search_group(asked.by, seat.search, seat.opened_on)]

    facts = [
        seat
        for seat in openings.seats(export)
        if asked.has_day(seat.opened_on)
        and (asked.agencies is None or seat.briefed & asked.agencies)
    ]
    return grouped(asked.by, facts, groups)


def time_to_fill(export: Export, asked: Asked) -> list[Row]:
    """How long it takes to fill what was opened."""
    return [
        {"group": group} | time_to_fill_of(export, seats, asked.clock)
        for group, seats in seats_by_group(export, asked).items()
    ]


def time_to_fill_of(export: Export, seats: list[openings.Seat], clock: str) -> Row:
    """The figures of one group of seats."""
    counted = [seat for seat in seats if not seat.is_excluded]
    lives = [openings.life(export, seat, clock, None) for seat in counted]
    number = {o: sum(s.outcome == o for s in counted) for o in ("filled", "open", "cancelled")}
    fills = [
        life.end for life, seat in zip(lives, counted, strict=True) if seat.outcome == "filled"
    ]
    thin, is_seen = thin_from(lives), any(life.was_seen() for life in lives)
    curve = [step for step in survival_curve(lives, is_fill) if step.day < thin]
    low, high = median_limits(curve)
    any_fill = incidence_curve(
        [Life(x.end, "fill" if is_fill(x.cause) else x.cause, x.entry) for x in lives], "fill"
    )
    row: Row = {"openings": len(counted)} | number
    row |= {"excluded": len(seats) - len(counted), "naive_median_days": middle(fills)}
    row |= {"median_days": median_day(curve), "median_low": low, "median_high": high}
    row["rmst90_days"] = mean_days_within(curve, 90) if is_seen and thin > 90 else None
    for day in (30, 60, 90):
        row[f"filled_by_{day}_rate"] = (
            incidence_at(any_fill, day) if is_seen and thin > day else None
        )
    return row


def is_fill(cause: str) -> bool:
    """Whether a clock ended with a hire, by whomever."""
    return cause in ("agency", "otherwise")


def time_to_fill_curve(export: Export, asked: Asked) -> list[Row]:
    """What share was filled, and by whom, by each day on which anything ended."""
    rows = []
    for group, seats in seats_by_group(export, asked).items():
        theirs = frozenset([group]) if asked.by == "agency" else asked.agencies
        lives = [
            openings.life(export, seat, asked.clock, theirs)
            for seat in seats
            if not seat.is_excluded
        ]
        causes = {c: dict(incidence_curve(lives, c)) for c in ("agency", "otherwise", "cancelled")}
        for step in survival_curve(lives, lambda cause: cause != "open"):
            low, high = step.band
            row: Row = {"group": group, "day": step.day, "at_risk": step.at_risk}
            row |= {"still_open": float(step.survival), "low": low, "high": high}
            row |= {"filled_by_agency": float(causes["agency"][step.day])}
            row |= {"filled_otherwise": float(causes["otherwise"][step.day])}
            row |= {"cancelled": float(causes["cancelled"][step.day])}
            if step.day < thin_from(lives):
                rows.append(row)
    return rows
