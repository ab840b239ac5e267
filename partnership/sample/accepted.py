"""Offers that were accepted: one that stands for each filled seat, and some that were reneged."""

import numpy as np
import pandas as pd

from partnership.sample.clock import NONE, Ints, position
from partnership.sample.demand import CANCELLED, FILLED, Demand
from partnership.sample.draws import Floats, chance, pick_in_rows, spread
from partnership.sample.kinds import HIRED, LEAST_WORKING_DAYS, RENEGED

# Of the seats that were open long enough for it, where all who send carry the usual risk.
RENEGED_SHARE, MOST_RENEGED, LONG_ENOUGH = 0.085, 0.5, 40


def hires(
    rng: np.random.Generator, demand: Demand, slots: pd.DataFrame, strength: Floats
) -> pd.DataFrame:
    """The standing acceptance of each filled seat, on the day it was filled."""
    seat = np.flatnonzero(demand.seats["outcome"] == FILLED)
    wave = demand.seats["wave"].to_numpy()[seat]
    table = slot_table(slots, len(demand.waves))
    answered = position(demand.seats["ended"].to_numpy()[seat])
    ready = slots["ready"].to_numpy()[table[wave, 0]]
    longest = np.maximum(answered - ready - LEAST_WORKING_DAYS, 0)
    extended = answered - np.minimum(1 + rng.poisson(1.6, len(seat)), longest)
    slot = _slot_for(rng, slots, table[wave], strength, extended)
    told = {"slot": slot, "kind": HIRED, "seat": seat, "extended": extended}
    return pd.DataFrame(told | {"answered": answered, "reneged": NONE})


def reneged(
    rng: np.random.Generator,
    demand: Demand,
    slots: pd.DataFrame,
    hired: pd.DataFrame,
    strength: Floats,
    risk: Floats,
) -> pd.DataFrame:
    """Accepted, then never started: before the seat's final hire, or with the seat open since.

    `risk` multiplies the usual one, by agency.
    """
    wave = demand.seats["wave"].to_numpy()
    options = slot_table(slots, len(demand.waves))[wave]
    own = options[:, 0]
    last, ready = slots["last"].to_numpy()[own], slots["ready"].to_numpy()[own]
    last[hired["seat"]] = hired["extended"].to_numpy() - 2
    can_be = (demand.seats["outcome"].to_numpy() != CANCELLED) & (ready + LONG_ENOUGH < last)
    agency = slots["agency"].to_numpy()[options]
    weights = np.where(options >= 0, strength[agency], 0.0)
    share = RENEGED_SHARE * (weights * risk[agency]).sum(axis=1) / weights.sum(axis=1)
    seat = np.flatnonzero(can_be & chance(rng, np.minimum(share, MOST_RENEGED), len(wave)))
    answered = spread(rng, ready[seat] + 14, last[seat] - 6)
    extended = answered - rng.integers(1, 4, len(seat))
    gone = np.minimum(answered + rng.integers(4, 16, len(seat)), last[seat])
    slot = _slot_for(rng, slots, options[seat], strength * risk, extended)
    told = {"slot": slot, "kind": RENEGED, "seat": seat, "extended": extended}
    return pd.DataFrame(told | {"answered": answered, "reneged": gone})


def slot_table(slots: pd.DataFrame, waves: int) -> Ints:
    """The slots of each wave, the company's own first; NONE where there are fewer."""
    nth = slots.groupby("wave").cumcount().to_numpy()
    table = np.full((waves, int(nth.max(initial=0)) + 1), NONE)
    table[slots["wave"], nth] = np.arange(len(slots))
    return table


def _slot_for(
    rng: np.random.Generator, slots: pd.DataFrame, options: Ints, strength: Floats, extended: Ints
) -> Ints:
    """Who sent the person that got an offer on the working day `extended`."""
    ready, last, released = (
        slots[name].to_numpy()[options] for name in ("ready", "last", "released_place")
    )
    possible = (options >= 0) & (ready + LEAST_WORKING_DAYS <= extended[:, None])
    possible &= (released < 0) | (last > extended[:, None])
    weights = strength[slots["agency"].to_numpy()[options]]
    column = pick_in_rows(rng, np.where(possible, weights, 0.0))
    return options[np.arange(len(options)), column]
