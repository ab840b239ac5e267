"""Searches, their seats, holds and endings: what the company asks for and what becomes of it.

A wave is one stretch of recruiting for a search: the first from its opening, a second where a frozen search
was taken up again or a starter who left within the guarantee is replaced.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from partnership.sample import clock
from partnership.sample.clock import LAST, NONE, Ints, day_at, day_number, position, position_from
from partnership.sample.company import (
    DEPARTMENTS,
    FILL_DAYS,
    FROZEN,
    LEVEL_SHARES,
    LEVELS,
    SITES,
)
from partnership.sample.draws import Floats, chance, pick, pick_in_rows

FREEZE = day_number("2025-11-12")
THAW = day_number("2026-01-15")
TAKEN_UP = day_number("2026-02-02")
FEWEST_WORKING_DAYS = 12
FILLED, OPEN, CANCELLED = range(3)
OUTCOMES = ["filled", "open", "cancelled"]


@dataclass
class Demand:
    """Waves and their seats; `waves.search` and `seats.search` are row numbers of the searches."""

    waves: pd.DataFrame
    seats: pd.DataFrame


def searches(rng: np.random.Generator, count: int) -> pd.DataFrame:
    """One row per search, in the order of opening."""
    opened = day_at(position_from(rng.integers(clock.FIRST_OPENED, clock.EXPORTED_ON - 6, count)))
    department = pick(rng, [d.share for d in DEPARTMENTS], count)
    is_frozen = (department == FROZEN) & (opened >= FREEZE - 3) & (opened < THAW)
    opened = np.where(is_frozen, day_at(position_from(opened + 70)), opened)
    widest = max(len(d.seats) for d in DEPARTMENTS)
    seats = np.array([d.seats + (0.0,) * (widest - len(d.seats)) for d in DEPARTMENTS])
    site = pick(rng, [s.share for s in SITES], count)
    found = pd.DataFrame(
        {
            "opened": opened,
            "department": department,
            "site": site,
            "family": department * 2 + chance(rng, 0.4, count),
            "level": pick(rng, LEVEL_SHARES, count),
            "seats": pick_in_rows(rng, seats[department]) + 1,
            "difficulty": np.exp(rng.normal(0, 0.28, count)),
        }
    )
    found["title"] = found["family"] * len(LEVELS) + found["level"]
    return found.sort_values("opened", kind="stable", ignore_index=True)


def first_waves(rng: np.random.Generator, found: pd.DataFrame) -> Demand:
    """Every search's recruiting from its opening; searches over before the export begins stay out."""
    waves = pd.DataFrame({"search": np.arange(len(found)), "opened": found["opened"]})
    waves["cancel"] = _cancellation(rng, found)
    _add_holds(rng, waves)
    seat_wave = np.repeat(np.arange(len(waves)), found["seats"])
    return _played_out(rng, found, waves, pd.DataFrame({"wave": seat_wave, "replaces": NONE}))


def second_waves(
    rng: np.random.Generator, found: pd.DataFrame, first: Demand, leavers: pd.DataFrame
) -> Demand:
    """Frozen searches taken up again, and seats whose starter left within the guarantee (`leavers`: seat, left)."""
    again = _taken_up_again(rng, found, first)
    done = first.waves.index[first.waves["closed"].to_numpy() >= 0]
    fallen = leavers.drop_duplicates("wave")
    fallen = fallen[fallen["wave"].isin(done) & ~fallen["wave"].isin(again["wave"])]
    opened = day_at(position_from(fallen["left"].to_numpy() + 2))
    replaced = pd.DataFrame(
        {"wave": fallen["wave"].to_numpy(), "opened": opened, "seat": fallen["seat"].to_numpy()}
    )
    late_enough = opened > first.waves["closed"].to_numpy()[replaced["wave"]]
    replaced = replaced[late_enough & (position(opened) < LAST - 1)]
    seats = pd.concat([again.assign(seat=NONE), replaced], ignore_index=True)
    waves = seats.drop_duplicates("wave", ignore_index=True)
    place = pd.Series(waves.index, index=waves["wave"])
    new = pd.DataFrame({"search": waves["wave"], "opened": waves["opened"]})
    new["cancel"] = new["hold_from"] = new["hold_until"] = NONE
    new["first_wave"] = waves["wave"]
    seat_rows = pd.DataFrame({"wave": place[seats["wave"]].to_numpy(), "replaces": seats["seat"]})
    return _played_out(rng, found, new, seat_rows)


def _taken_up_again(rng: np.random.Generator, found: pd.DataFrame, first: Demand) -> pd.DataFrame:
    department = found["department"].to_numpy()[first.seats["search"]]
    ended = first.seats["ended"].to_numpy()
    is_frozen = (first.seats["outcome"] == CANCELLED) & (department == FROZEN)
    is_frozen &= (ended >= FREEZE) & (ended < FREEZE + 5)
    waves = np.unique(first.seats.loc[is_frozen, "wave"].to_numpy())
    waves = waves[chance(rng, 0.4, len(waves))]
    opened = dict(
        zip(
            waves,
            day_at(position_from(rng.integers(TAKEN_UP, TAKEN_UP + 20, len(waves)))),
            strict=True,
        )
    )
    seats = first.seats.loc[is_frozen & first.seats["wave"].isin(waves), "wave"].to_numpy()
    return pd.DataFrame(
        {"wave": seats, "opened": np.array([opened[w] for w in seats], dtype=np.int64)}
    )


def _cancellation(rng: np.random.Generator, found: pd.DataFrame) -> Ints:
    """The day the company gives a search up if it is still unfilled then; NONE for never."""
    count, opened = len(found), found["opened"].to_numpy()
    at_random = chance(rng, 0.11, count)
    cancel = np.where(
        at_random, opened + rng.integers(20, 110, count), opened + rng.integers(190, 300, count)
    )
    in_freeze = (
        (found["department"].to_numpy() == FROZEN) & (opened < FREEZE) & chance(rng, 0.92, count)
    )
    cancel = np.where(in_freeze, np.minimum(cancel, FREEZE + rng.integers(0, 3, count)), cancel)
    cancel = day_at(position_from(np.maximum(cancel, clock.COVERS_FROM + 5)))
    never = ~at_random & ~in_freeze & chance(rng, 0.25, count)
    return np.where(never | (position(cancel) > LAST), NONE, cancel)


def _add_holds(rng: np.random.Generator, waves: pd.DataFrame) -> None:
    """One stretch on hold for some waves, as the union of what the table of holds will say."""
    count, opened = len(waves), waves["opened"].to_numpy()
    start = day_at(position_from(opened + rng.integers(12, 55, count)))
    is_late = opened > clock.EXPORTED_ON - 110
    held = chance(rng, np.where(is_late, 0.17, 0.12), count) & (start < clock.EXPORTED_ON - 3)
    until = start + rng.integers(9, 46, count) + np.where(is_late, 20, 0)
    cancel = waves["cancel"].to_numpy()
    held &= (cancel < 0) | (cancel > start + 5)
    until = np.where(cancel >= 0, np.minimum(until, cancel), until)
    waves["hold_from"] = np.where(held, start, NONE)
    waves["hold_until"] = np.where(held, until, NONE)


def _played_out(
    rng: np.random.Generator, found: pd.DataFrame, waves: pd.DataFrame, seats: pd.DataFrame
) -> Demand:
    """When each seat is filled, given up or still open, and so when each wave ends."""
    wave = seats["wave"].to_numpy()
    seats["search"] = waves["search"].to_numpy()[wave]
    seats["opened"] = waves["opened"].to_numpy()[wave]
    filled = _fill_day(rng, found, waves, seats)
    cancel = waves["cancel"].to_numpy()[wave]
    is_cancelled = (cancel >= 0) & (filled >= cancel)
    is_filled = ~is_cancelled & (position(filled) <= LAST)
    seats["outcome"] = np.select([is_cancelled, is_filled], [CANCELLED, FILLED], OPEN)
    seats["ended"] = np.select([is_cancelled, is_filled], [cancel, filled], NONE)
    by_wave = seats.groupby("wave", sort=True)
    is_open = by_wave["outcome"].agg(lambda outcome: (outcome == OPEN).any()).to_numpy()
    waves["closed"] = np.where(is_open, NONE, by_wave["ended"].max().to_numpy())
    _trim_holds(waves)
    return Demand(waves, seats)


def _fill_day(
    rng: np.random.Generator, found: pd.DataFrame, waves: pd.DataFrame, seats: pd.DataFrame
) -> Ints:
    search, wave = seats["search"].to_numpy(), seats["wave"].to_numpy()
    opened = seats["opened"].to_numpy()
    middle: Floats = (
        FILL_DAYS[found["department"].to_numpy()[search]] * found["difficulty"].to_numpy()[search]
    )
    days = middle * np.exp(rng.normal(0, 0.42, len(seats)))
    filled = opened + np.maximum(days, 1).astype(np.int64)
    least = day_at(position(opened) + FEWEST_WORKING_DAYS)
    filled = np.maximum(filled, least)
    start, until = (waves[name].to_numpy()[wave] for name in ("hold_from", "hold_until"))
    filled = np.where((start >= 0) & (filled >= start), filled + until - start + 1, filled)
    # A search from before the export's first day is in it only because it was still open then.
    is_too_early = (opened < clock.COVERS_FROM) & (filled < clock.COVERS_FROM + 20)
    filled = np.where(is_too_early, filled + 62, filled)
    return day_at(position_from(np.minimum(filled, clock.EXPORTED_ON + 300)))


def _trim_holds(waves: pd.DataFrame) -> None:
    """No hold outlives its wave; one that reaches past the export is still on."""
    start, until, closed = (
        waves[name].to_numpy() for name in ("hold_from", "hold_until", "closed")
    )
    dropped = (closed >= 0) & (start >= closed - 5)
    until = np.where((closed >= 0) & (until > closed), closed, until)
    still_on = until >= clock.EXPORTED_ON
    waves["hold_from"] = np.where(dropped, NONE, start)
    waves["hold_until"] = np.where(dropped | still_on, NONE, until)


def is_on_hold(waves: pd.DataFrame) -> Ints:
    """Whether each wave is on hold when the export is made."""
    return (
        (waves["hold_from"] >= 0) & (waves["hold_until"] < 0) & (waves["closed"] < 0)
    ).to_numpy()


def hold_rows(rng: np.random.Generator, waves: pd.DataFrame, search_id: Ints) -> pd.DataFrame:
    """The table `holds`: a third of the stretches are told as two rows that overlap."""
    held = waves[waves["hold_from"] >= 0]
    start, until = held["hold_from"].to_numpy(), held["hold_until"].to_numpy()
    length = np.where(until < 0, clock.EXPORTED_ON, until) - start
    split = chance(rng, 0.33, len(held)) & (length >= 6)
    search = search_id[held["search"].to_numpy()]
    ones = pd.DataFrame({"search_id": search, "held_from": start, "held_until": until})
    ones["held_until"] = np.where(split, start + length * 6 // 10, until)
    twos = pd.DataFrame(
        {"search_id": search, "held_from": start + length * 4 // 10, "held_until": until}
    )[split]
    return pd.concat([ones, twos]).sort_values(["search_id", "held_from"], ignore_index=True)


def last_waves(waves: pd.DataFrame) -> pd.DataFrame:
    """Each search's latest wave, in the order of the searches."""
    return waves.sort_values(["search", "opened"], kind="stable").drop_duplicates(
        "search", keep="last"
    )
