"""Seats and waves: what becomes of what the company asks for.

A wave is one stretch of recruiting for a search: the first from its opening, a second where a
frozen search was taken up again or a starter who left within the guarantee is replaced.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from partnership.sample import clock
from partnership.sample.clock import LAST, NONE, Ints, day_at, day_number, position, position_from
from partnership.sample.company import FILL_DAYS, FROZEN
from partnership.sample.draws import Floats, chance
from partnership.sample.holds import add_holds, trim_holds
from partnership.sample.searches import DRAG, DRAG_FROM, FREEZE, given_up

TAKEN_UP, TAKEN_UP_SHARE = day_number("2026-02-02"), 0.4
# The shortest way from opening to acceptance that leaves room for every step.
FEWEST_WORKING_DAYS = 12
SEAT_SPREAD = 0.45
FILLED, OPEN, CANCELLED = range(3)
OUTCOMES = ["filled", "open", "cancelled"]


@dataclass
class Demand:
    """Waves and their seats; `waves.search` and `seats.search` are row numbers of the searches."""

    waves: pd.DataFrame
    seats: pd.DataFrame

    def followed_by(self, other: "Demand") -> "Demand":
        """Both, with the other's waves and seats numbered on."""
        seats = other.seats.assign(wave=other.seats["wave"] + len(self.waves))
        return Demand(
            pd.concat([self.waves, other.waves], ignore_index=True),
            pd.concat([self.seats, seats], ignore_index=True),
        )


def first_waves(rng: np.random.Generator, found: pd.DataFrame) -> Demand:
    """Every search's recruiting from its opening."""
    waves = pd.DataFrame({"search": np.arange(len(found)), "opened": found["opened"]})
    waves["cancel"] = given_up(rng, found)
    add_holds(rng, waves)
    seat_wave = np.repeat(np.arange(len(waves)), found["seats"])
    seats = pd.DataFrame({"wave": seat_wave, "replaces": NONE})
    return _played_out(rng, found, waves, seats)


def second_waves(
    rng: np.random.Generator, found: pd.DataFrame, first: Demand, leavers: pd.DataFrame
) -> Demand:
    """Frozen searches taken up again, and the seats of `leavers` (wave, seat, left)."""
    again = _taken_up_again(rng, found, first)
    replaced = _replaced(first, leavers[~leavers["wave"].isin(again["wave"])])
    seats = pd.concat([again, replaced], ignore_index=True)
    waves = seats.drop_duplicates("wave", ignore_index=True)
    place = pd.Series(waves.index, index=waves["wave"])
    new = pd.DataFrame({"search": waves["wave"], "opened": waves["opened"]})
    new["cancel"] = new["hold_from"] = new["hold_until"] = NONE
    numbered = {"wave": place[seats["wave"]].to_numpy(), "replaces": seats["seat"]}
    return _played_out(rng, found, new, pd.DataFrame(numbered))


def _taken_up_again(rng: np.random.Generator, found: pd.DataFrame, first: Demand) -> pd.DataFrame:
    department = found["department"].to_numpy()[first.seats["search"]]
    ended = first.seats["ended"].to_numpy()
    is_frozen = (first.seats["outcome"] == CANCELLED) & (department == FROZEN)
    is_frozen &= (ended >= FREEZE) & (ended < FREEZE + 5)
    waves = np.unique(first.seats.loc[is_frozen, "wave"].to_numpy())
    waves = waves[chance(rng, TAKEN_UP_SHARE, len(waves))]
    opened = pd.Series(
        day_at(position_from(rng.integers(TAKEN_UP, TAKEN_UP + 20, len(waves)))), index=waves
    )
    seats = first.seats.loc[is_frozen & first.seats["wave"].isin(waves), "wave"]
    days = opened[seats].to_numpy(dtype=np.int64)
    return pd.DataFrame({"wave": seats.to_numpy(), "opened": days, "seat": NONE})


def _replaced(first: Demand, leavers: pd.DataFrame) -> pd.DataFrame:
    """One replacement per search that was closed when the starter left."""
    fallen = leavers.drop_duplicates("wave")
    opened = day_at(position_from(fallen["left"].to_numpy() + 2))
    closed = first.waves["closed"].to_numpy()[fallen["wave"]]
    can_be = (closed >= 0) & (opened > closed) & (position(opened) < LAST - 1)
    return fallen[["wave", "seat"]].assign(opened=opened)[can_be]


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
    open_seats = np.bincount(wave, seats["outcome"] == OPEN, len(waves))
    last_end = seats.groupby("wave")["ended"].max().reindex(range(len(waves))).to_numpy()
    waves["closed"] = np.where(open_seats > 0, NONE, last_end).astype(np.int64)
    trim_holds(waves)
    return Demand(waves, seats)


def _fill_day(
    rng: np.random.Generator, found: pd.DataFrame, waves: pd.DataFrame, seats: pd.DataFrame
) -> Ints:
    search, wave = seats["search"].to_numpy(), seats["wave"].to_numpy()
    opened = seats["opened"].to_numpy()
    department = found["department"].to_numpy()[search]
    middle: Floats = FILL_DAYS[department] * found["difficulty"].to_numpy()[search]
    drags = (department == FROZEN) & (opened >= DRAG_FROM) & (opened < FREEZE)
    middle = middle * np.where(drags, DRAG, 1.0)
    days = middle * np.exp(rng.normal(0, SEAT_SPREAD, len(seats)))
    filled = opened + np.maximum(days, 1).astype(np.int64)
    filled = np.maximum(filled, day_at(position(opened) + FEWEST_WORKING_DAYS))
    start, until = (waves[name].to_numpy()[wave] for name in ("hold_from", "hold_until"))
    filled = np.where((start >= 0) & (filled >= start), filled + until - start + 1, filled)
    # A search from before the export's first day is in it only because it was still open then.
    is_too_early = (opened < clock.COVERS_FROM) & (filled < clock.COVERS_FROM + 20)
    filled = np.where(is_too_early, filled + 40, filled)
    return day_at(position_from(np.minimum(filled, clock.EXPORTED_ON + 300)))


def last_waves(waves: pd.DataFrame) -> pd.DataFrame:
    """Each search's latest wave, in the order of the searches."""
    by_time = waves.sort_values(["search", "opened"], kind="stable")
    return by_time.drop_duplicates("search", keep="last")
