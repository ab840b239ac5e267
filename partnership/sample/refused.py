"""Offers that were declined, expired or rescinded, and those that are pending."""

import numpy as np
import pandas as pd

from partnership.sample.clock import LAST, NONE, Ints, position
from partnership.sample.demand import OPEN, Demand
from partnership.sample.draws import Flags, Floats, chance, pick, spread
from partnership.sample.holds import is_on_hold
from partnership.sample.kinds import DECLINED, EXPIRED, LEAST_WORKING_DAYS, PENDING, RESCINDED

# Offers that came to nothing, per accepted one.
SHARES = {DECLINED: 0.265, EXPIRED: 0.045, RESCINDED: 0.025}
PENDING_SHARE = 0.12


def refused(
    rng: np.random.Generator,
    demand: Demand,
    slots: pd.DataFrame,
    hired: pd.DataFrame,
    reneged: pd.DataFrame,
    strength: Floats,
) -> pd.DataFrame:
    """Each answered before its search's last hire was made an offer, and one after the other."""
    until = _offers_until(demand, slots, hired)
    room = until - slots["ready"].to_numpy() - LEAST_WORKING_DAYS - 2
    room = np.where(_had_renege(demand, slots, reneged), 0, np.maximum(room, 0))
    weights = strength[slots["agency"]] * np.minimum(room, 40)
    accepted = len(hired) + len(reneged)
    kind = np.repeat(list(SHARES), [round(accepted * share) for share in SHARES.values()])
    kind = kind[: len(kind) if weights.sum() else 0]
    slot = pick(rng, weights, len(kind)) if len(kind) else np.zeros(0, dtype=np.int64)
    earliest = slots["ready"].to_numpy()[slot] + LEAST_WORKING_DAYS
    extended = spread(rng, earliest, until[slot] - 2)
    patience = rng.integers(7, 11, len(kind))
    delay = np.where(kind == EXPIRED, patience, 1 + rng.poisson(2.4, len(kind)))
    told = {"slot": slot, "kind": kind, "seat": NONE, "extended": extended}
    told |= {"answered": np.minimum(extended + delay, until[slot]), "reneged": NONE}
    return _one_after_the_other(pd.DataFrame(told), slots["wave"].to_numpy()[slot])


def _offers_until(demand: Demand, slots: pd.DataFrame, hired: pd.DataFrame) -> Ints:
    """The last working day on which each slot may see an answer that did not fill the search."""
    closed = demand.waves["closed"].to_numpy()
    until = np.where(closed < 0, LAST - 6, position(closed) - 2)
    wave = demand.seats["wave"].to_numpy()[hired["seat"]]
    last_hire = hired.groupby(wave)["extended"].max()
    last_hire = last_hire[closed[last_hire.index] >= 0]
    until[last_hire.index] = np.minimum(until[last_hire.index], last_hire.to_numpy() - 1)
    until = np.asarray(until[slots["wave"]])
    is_released = slots["released_place"].to_numpy() >= 0
    return np.where(is_released, np.minimum(until, slots["last"]), until)


def _had_renege(demand: Demand, slots: pd.DataFrame, reneged: pd.DataFrame) -> Flags:
    """Whether somebody accepted and never came: such a wave gets no other offers beside."""
    waves = demand.seats["wave"].to_numpy()[reneged["seat"]]
    return np.isin(slots["wave"], waves)


def _one_after_the_other(rows: pd.DataFrame, wave: Ints) -> pd.DataFrame:
    """Two offers of one seat at the same time would be odd; the later one makes way."""
    rows = rows.assign(wave=wave).sort_values(["wave", "extended"], kind="stable")
    before = rows.groupby("wave")["answered"].shift().fillna(NONE)
    return rows[rows["extended"] > before].drop(columns="wave")


def pending(
    rng: np.random.Generator, demand: Demand, slots: pd.DataFrame, reneged: pd.DataFrame
) -> pd.DataFrame:
    """Offers of the last days before the export that nobody has answered, at most one a search."""
    wave = slots["wave"].to_numpy()
    is_open = np.isin(wave, demand.seats.loc[demand.seats["outcome"] == OPEN, "wave"])
    can_be = is_open & ~is_on_hold(demand.waves)[wave] & ~_had_renege(demand, slots, reneged)
    can_be &= slots["ready"].to_numpy() + LEAST_WORKING_DAYS + 4 < LAST
    can_be &= slots["released_place"].to_numpy() < 0
    slot = np.flatnonzero(can_be & chance(rng, PENDING_SHARE, len(slots)))
    slot = slot[np.unique(wave[slot], return_index=True)[1]]
    extended = LAST - rng.integers(0, 5, len(slot))
    told = {"slot": slot, "kind": PENDING, "seat": NONE, "extended": extended}
    return pd.DataFrame(told | {"answered": NONE, "reneged": NONE})
