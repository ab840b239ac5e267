"""Submissions that reached an offer, told backwards from the answer so that seats and hires agree.

Every filled seat has one standing acceptance; some seats had an earlier one that was reneged; the rest of the
offers were declined, expired, rescinded or are pending. Working-day positions: `received` < `decided` <
`first_interview` < `second_interview` < `extended` < `answered`.
"""

import numpy as np
import pandas as pd

from partnership.sample.agencies import Agency, numbers
from partnership.sample.clock import LAST, NONE, Ints, position
from partnership.sample.demand import CANCELLED, FILLED, OPEN, Demand, is_on_hold
from partnership.sample.draws import Floats, chance, pick, pick_in_rows, spread
from partnership.sample.replies import reply_days

HIRED, RENEGED, DECLINED, EXPIRED, RESCINDED, PENDING = range(6)
COMPANY_STRENGTH = 0.75
LEAST_WORKING_DAYS = 6
# Offers that came to nothing, per accepted one.
DECLINED_SHARE, EXPIRED_SHARE, RESCINDED_SHARE = 0.235, 0.04, 0.025


def offered(
    rng: np.random.Generator,
    agencies: list[Agency],
    found: pd.DataFrame,
    demand: Demand,
    slots: pd.DataFrame,
) -> pd.DataFrame:
    """One row per offered submission: its slot, kind, seat and working days."""
    strength = np.append(numbers(agencies, "strength"), COMPANY_STRENGTH)
    table = _slot_table(slots, len(demand.waves))
    hires = _hires(rng, demand, slots, table, strength)
    reneged = _reneged(
        rng, demand, hires, slots, table, strength * np.append(numbers(agencies, "renege"), 1.0)
    )
    accepted = len(hires) + len(reneged)
    others = _others(rng, demand, hires, reneged, slots, strength, accepted)
    rows = pd.concat([hires, reneged, others], ignore_index=True)
    for name in ("wave", "search", "agency"):
        rows[name] = slots[name].to_numpy()[rows["slot"]]
    return _with_steps(rng, found, rows, slots)


def _slot_table(slots: pd.DataFrame, waves: int) -> Ints:
    nth = slots.groupby("wave").cumcount().to_numpy()
    table = np.full((waves, int(nth.max()) + 1), NONE)
    table[slots["wave"], nth] = np.arange(len(slots))
    return table


def _slot_for(
    rng: np.random.Generator,
    slots: pd.DataFrame,
    table: Ints,
    strength: Floats,
    wave: Ints,
    extended: Ints,
) -> Ints:
    """Who sent the person that got an offer on the working day `extended`."""
    options = table[wave]
    possible = options >= 0
    possible &= slots["ready"].to_numpy()[options] + LEAST_WORKING_DAYS <= extended[:, None]
    possible &= (slots["released_place"].to_numpy()[options] < 0) | (
        slots["last"].to_numpy()[options] > extended[:, None]
    )
    column = pick_in_rows(
        rng, np.where(possible, strength[slots["agency"].to_numpy()[options]], 0.0)
    )
    return options[np.arange(len(wave)), column]


def _hires(
    rng: np.random.Generator, demand: Demand, slots: pd.DataFrame, table: Ints, strength: Floats
) -> pd.DataFrame:
    seat = np.flatnonzero(demand.seats["outcome"] == FILLED)
    wave = demand.seats["wave"].to_numpy()[seat]
    answered = position(demand.seats["ended"].to_numpy()[seat])
    ready = slots["ready"].to_numpy()[table[wave, 0]]
    delay = np.minimum(1 + rng.poisson(1.6, len(seat)), answered - ready - LEAST_WORKING_DAYS)
    extended = answered - np.maximum(delay, 0)
    slot = _slot_for(rng, slots, table, strength, wave, extended)
    return pd.DataFrame(
        {
            "slot": slot,
            "kind": HIRED,
            "seat": seat,
            "extended": extended,
            "answered": answered,
            "reneged": NONE,
        }
    )


def _reneged(
    rng: np.random.Generator,
    demand: Demand,
    hires: pd.DataFrame,
    slots: pd.DataFrame,
    table: Ints,
    strength: Floats,
) -> pd.DataFrame:
    """Accepted, then never started: before the seat's final hire, or with the seat open since."""
    seats = demand.seats
    wave = seats["wave"].to_numpy()
    last = slots["last"].to_numpy()[table[wave, 0]]
    last[hires["seat"]] = hires["extended"].to_numpy() - 2
    ready = slots["ready"].to_numpy()[table[wave, 0]]
    can_be = (seats["outcome"].to_numpy() != CANCELLED) & (ready + 40 < last)
    seat = np.flatnonzero(can_be & chance(rng, 0.13, len(seats)))
    first, latest = ready[seat] + 14, last[seat] - 6
    answered = spread(rng, first, latest)
    extended = answered - rng.integers(1, 4, len(seat))
    reneged = np.minimum(answered + rng.integers(4, 16, len(seat)), last[seat])
    slot = _slot_for(rng, slots, table, strength, wave[seat], extended)
    return pd.DataFrame(
        {
            "slot": slot,
            "kind": RENEGED,
            "seat": seat,
            "extended": extended,
            "answered": answered,
            "reneged": reneged,
        }
    )


def _others(
    rng: np.random.Generator,
    demand: Demand,
    hires: pd.DataFrame,
    reneged: pd.DataFrame,
    slots: pd.DataFrame,
    strength: Floats,
    accepted: int,
) -> pd.DataFrame:
    """Offers that were not accepted; each answered before its search's last hire was made an offer."""
    wave = slots["wave"].to_numpy()
    until = _offers_until(demand, hires)[wave]
    until = np.where(slots["released_place"] < 0, until, np.minimum(until, slots["last"]))
    has_renege = np.isin(wave, demand.seats["wave"].to_numpy()[reneged["seat"]])
    room = np.where(
        has_renege, 0, np.maximum(until - slots["ready"].to_numpy() - LEAST_WORKING_DAYS - 2, 0)
    )
    weights = strength[slots["agency"]] * np.minimum(room, 40)
    shares = [(DECLINED, DECLINED_SHARE), (EXPIRED, EXPIRED_SHARE), (RESCINDED, RESCINDED_SHARE)]
    kind = np.repeat([k for k, _ in shares], [round(accepted * share) for _, share in shares])
    if not weights.sum():
        kind = kind[:0]
    slot = pick(rng, weights, len(kind)) if len(kind) else np.zeros(0, dtype=np.int64)
    extended = spread(rng, slots["ready"].to_numpy()[slot] + LEAST_WORKING_DAYS, until[slot] - 2)
    delay = np.where(
        kind == EXPIRED, rng.integers(7, 11, len(kind)), 1 + rng.poisson(2.4, len(kind))
    )
    rows = pd.DataFrame({"slot": slot, "kind": kind, "seat": NONE, "extended": extended})
    rows["answered"], rows["reneged"] = np.minimum(extended + delay, until[slot]), NONE
    # Two offers of one seat at the same time would be odd; the later one makes way.
    rows["wave"] = wave[slot]
    rows = rows.sort_values(["wave", "extended"], kind="stable")
    overlaps = rows["extended"] <= rows.groupby("wave")["answered"].shift().fillna(NONE)
    return pd.concat(
        [rows[~overlaps].drop(columns="wave"), _pending(rng, demand, slots, reneged)],
        ignore_index=True,
    )


def _offers_until(demand: Demand, hires: pd.DataFrame) -> Ints:
    """The last working day on which a wave may answer an offer that did not fill it."""
    closed = demand.waves["closed"].to_numpy()
    until = np.where(closed < 0, LAST - 6, position(closed) - 2)
    last_hire = hires.groupby(demand.seats["wave"].to_numpy()[hires["seat"]])["extended"].max()
    is_filled = closed[last_hire.index] >= 0
    until[last_hire.index[is_filled]] = np.minimum(
        until[last_hire.index[is_filled]], last_hire.to_numpy()[is_filled] - 1
    )
    return until


def _pending(
    rng: np.random.Generator, demand: Demand, slots: pd.DataFrame, reneged: pd.DataFrame
) -> pd.DataFrame:
    open_waves = demand.seats.loc[demand.seats["outcome"] == OPEN, "wave"].unique()
    is_free = np.isin(slots["wave"], open_waves) & ~np.isin(
        slots["wave"], np.flatnonzero(is_on_hold(demand.waves))
    )
    is_free &= ~np.isin(slots["wave"], demand.seats["wave"].to_numpy()[reneged["seat"]])
    slot = np.flatnonzero(
        is_free & (slots["ready"] + LEAST_WORKING_DAYS + 4 < LAST) & (slots["released_place"] < 0)
    )
    slot = slot[chance(rng, 0.06, len(slot))]
    slot = slot[np.unique(slots["wave"].to_numpy()[slot], return_index=True)[1]]
    extended = LAST - rng.integers(0, 5, len(slot))
    return pd.DataFrame(
        {
            "slot": slot,
            "kind": PENDING,
            "seat": NONE,
            "extended": extended,
            "answered": NONE,
            "reneged": NONE,
        }
    )


def _with_steps(
    rng: np.random.Generator, found: pd.DataFrame, rows: pd.DataFrame, slots: pd.DataFrame
) -> pd.DataFrame:
    """The working days of receipt, decision and two interviews before the offer."""
    extended, ready = rows["extended"].to_numpy(), slots["ready"].to_numpy()[rows["slot"]]
    department = found["department"].to_numpy()[rows["search"]]
    wait = reply_days(rng, department, extended - 15)
    length = LEAST_WORKING_DAYS + wait + rng.integers(4, 17, len(rows))
    received = np.maximum(ready, extended - length)
    room = extended - received
    rows["received"] = received
    rows["decided"] = received + np.minimum(wait, room * 35 // 100)
    rows["first_interview"] = received + room * 55 // 100
    rows["second_interview"] = received + room * 8 // 10
    rows["withdrawn"] = rows["rejected"] = rows["closed"] = NONE
    rows["is_advanced"], rows["closing"] = True, False
    return rows
