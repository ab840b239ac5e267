"""Submissions that never reached an offer, told forwards from their receipt, in working-day positions."""

import numpy as np
import pandas as pd

from partnership.sample.agencies import TINY, TINY_SUBMISSIONS
from partnership.sample.clock import LAST, NONE, Ints, position
from partnership.sample.company import SLOW
from partnership.sample.demand import Demand
from partnership.sample.draws import Floats, chance, pick
from partnership.sample.replies import reply_days

NO_OFFER = NONE
SILENT_SHARE, ADVANCED_SHARE = 0.05, 0.36
# How likely a candidate gives up on each working day without an answer, and later between two steps.
IMPATIENCE, LATER_WITHDRAWALS = 0.016, 0.12
WAIT_STARTS = 2


def unoffered(
    rng: np.random.Generator,
    found: pd.DataFrame,
    demand: Demand,
    slots: pd.DataFrame,
    taken: pd.DataFrame,
    count: int,
) -> pd.DataFrame:
    """`count` submissions over the slots' working days; `taken` are the offered ones."""
    slot = _slots(rng, slots, taken, count)
    first, last = (slots[name].to_numpy()[slot] for name in ("ready", "last"))
    rows = pd.DataFrame(
        {
            "slot": slot,
            "kind": NO_OFFER,
            "seat": NONE,
            "extended": NONE,
            "answered": NONE,
            "reneged": NONE,
        }
    )
    for name in ("wave", "search", "agency"):
        rows[name] = slots[name].to_numpy()[slot]
    rows["received"] = first + ((last - first + 1) * rng.beta(1.0, 1.9, len(rows))).astype(np.int64)
    rows["last_received"] = last
    return _with_outcome(rng, found, demand, rows)


def _slots(rng: np.random.Generator, slots: pd.DataFrame, taken: pd.DataFrame, count: int) -> Ints:
    is_tiny = (slots["agency"] == TINY).to_numpy()
    weight: Floats = np.where(slots["last"] >= slots["ready"], slots["weight"], 0.0)
    few = min(max(TINY_SUBMISSIONS - int((taken["agency"] == TINY).sum()), 0), count)
    few = few if weight[is_tiny].sum() else 0
    of_tiny = pick(rng, np.where(is_tiny, weight, 0.0), few) if few else np.zeros(0, dtype=np.int64)
    return np.concatenate([of_tiny, pick(rng, np.where(is_tiny, 0.0, weight), count - few)])


def _with_outcome(
    rng: np.random.Generator, found: pd.DataFrame, demand: Demand, rows: pd.DataFrame
) -> pd.DataFrame:
    """Decision, withdrawal and interviews as they would come, then cut by the wave's end and the export."""
    count, received = len(rows), rows["received"].to_numpy()
    department = found["department"].to_numpy()[rows["search"]]
    wait = reply_days(rng, department, received)
    is_silent = chance(rng, SILENT_SHARE, count)
    patience = rng.geometric(IMPATIENCE, count) + WAIT_STARTS
    gives_up = (patience < np.where(is_silent, 60, wait)) & (rows["agency"].to_numpy() >= 0)
    rows["decided"] = np.where(is_silent | gives_up, NONE, received + wait)
    rows["withdrawn"] = np.where(gives_up, received + patience, NONE)
    rows["is_advanced"] = ~is_silent & ~gives_up & chance(rng, ADVANCED_SHARE, count)
    _add_interviews(rng, department, rows)
    closed = demand.waves["closed"].to_numpy()[rows["wave"]]
    rows["closed"] = position(closed)
    return _cut(rows)


def _add_interviews(rng: np.random.Generator, department: Ints, rows: pd.DataFrame) -> None:
    """How far an advanced candidate gets: no interview, one or two, and then the no, or a withdrawal."""
    count, advanced = len(rows), rows["is_advanced"].to_numpy()
    furthest = np.where(advanced, pick(rng, [0.14, 0.52, 0.34], count), 0)
    slow = np.where(department == SLOW, 3, 1)
    first = rows["decided"].to_numpy() + rng.integers(3, 9, count)
    second = first + rng.integers(3, 10, count)
    after = np.select([furthest == 2, furthest == 1], [second, first], rows["decided"].to_numpy())
    end = after + 1 + rng.integers(0, 4, count) * slow
    withdraws = advanced & chance(rng, LATER_WITHDRAWALS, count)
    rows["first_interview"] = np.where(furthest >= 1, first, NONE)
    rows["second_interview"] = np.where(furthest == 2, second, NONE)
    rows["rejected"] = np.where(advanced & ~withdraws, end, NONE)
    rows["withdrawn"] = np.where(withdraws, end, rows["withdrawn"])


def _cut(rows: pd.DataFrame) -> pd.DataFrame:
    """What had not happened when the wave ended or the export was made did not happen.

    `closing` marks what the wave's end rejected; an interview planned for after the export stays as a plan.
    """
    closed = rows["closed"].to_numpy()
    until = np.where(closed < 0, LAST, closed - 1)
    for name in ("decided", "withdrawn", "rejected"):
        rows[name] = np.where(rows[name] > until, NONE, rows[name])
    rows["is_advanced"] &= rows["decided"] >= 0
    latest = np.where(closed < 0, LAST + 12, closed + 4)
    for name in ("first_interview", "second_interview"):
        keep = rows["is_advanced"] & (rows[name] <= latest)
        # A plan is for after the export's own day: what was due on that day is already told.
        planned = np.where(rows[name] == LAST + 1, LAST + 2, rows[name])
        rows[name] = np.where(keep, planned, NONE)
    first_is_held = rows["first_interview"] <= until
    rows["second_interview"] = np.where(first_is_held, rows["second_interview"], NONE)
    is_over = (
        (rows["withdrawn"] >= 0)
        | (rows["rejected"] >= 0)
        | ((rows["decided"] >= 0) & ~rows["is_advanced"])
    )
    rows["closing"] = (closed >= 0) & ~is_over
    return rows
