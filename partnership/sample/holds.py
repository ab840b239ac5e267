"""Stretches on hold: one per wave at most, told as one row or as two that overlap."""

import numpy as np
import pandas as pd

from partnership.sample import clock
from partnership.sample.clock import NONE, Ints, day_at, position_from
from partnership.sample.draws import Flags, chance

HELD_SHARE, HELD_LATE_SHARE, LATE_DAYS = 0.12, 0.17, 110


def add_holds(rng: np.random.Generator, waves: pd.DataFrame) -> None:
    """Puts some waves on hold for one stretch, the union of what the table of holds will say."""
    count, opened = len(waves), waves["opened"].to_numpy()
    start = day_at(position_from(opened + rng.integers(12, 55, count)))
    is_late = opened > clock.EXPORTED_ON - LATE_DAYS
    held = chance(rng, np.where(is_late, HELD_LATE_SHARE, HELD_SHARE), count)
    held &= start < clock.EXPORTED_ON - 3
    until = start + rng.integers(9, 46, count) + np.where(is_late, 20, 0)
    cancel = waves["cancel"].to_numpy()
    held &= (cancel < 0) | (cancel > start + 5)
    until = np.where(cancel >= 0, np.minimum(until, cancel), until)
    waves["hold_from"] = np.where(held, start, NONE)
    waves["hold_until"] = np.where(held, until, NONE)


def trim_holds(waves: pd.DataFrame) -> None:
    """No hold outlives its wave; one that reaches past the export is still on."""
    start, until, closed = (
        waves[name].to_numpy() for name in ("hold_from", "hold_until", "closed")
    )
    dropped = (closed >= 0) & (start >= closed - 5)
    until = np.where((closed >= 0) & (until > closed), closed, until)
    still_on = until >= clock.EXPORTED_ON
    waves["hold_from"] = np.where(dropped, NONE, start)
    waves["hold_until"] = np.where(dropped | still_on, NONE, until)


def is_on_hold(waves: pd.DataFrame) -> Flags:
    """Whether each wave is on hold when the export is made."""
    still_on = (waves["hold_from"] >= 0) & (waves["hold_until"] < 0) & (waves["closed"] < 0)
    return np.asarray(still_on)


def hold_rows(rng: np.random.Generator, waves: pd.DataFrame, search_id: Ints) -> pd.DataFrame:
    """The table `holds`: a third of the stretches are told as two rows that overlap."""
    held = waves[waves["hold_from"] >= 0]
    start, until = held["hold_from"].to_numpy(), held["hold_until"].to_numpy()
    length = np.where(until < 0, clock.EXPORTED_ON, until) - start
    split = chance(rng, 0.33, len(held)) & (length >= 6)
    told = pd.DataFrame({"search_id": search_id[held["search"].to_numpy()], "held_from": start})
    ones = told.assign(held_until=np.where(split, start + length * 6 // 10, until))
    twos = told.assign(held_from=start + length * 4 // 10, held_until=until)[split]
    return pd.concat([ones, twos]).sort_values(["search_id", "held_from"], ignore_index=True)
