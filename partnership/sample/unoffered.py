"""Submissions that never reached an offer, told forwards from receipt in working-day positions."""

import numpy as np
import pandas as pd

from partnership.sample.characters import TINY, TINY_SUBMISSIONS
from partnership.sample.clock import LAST, NONE, Ints, last_before, position
from partnership.sample.company import SLOW
from partnership.sample.demand import Demand
from partnership.sample.draws import Floats, chance, pick
from partnership.sample.kinds import NO_OFFER
from partnership.sample.replies import reply_days

SILENT_SHARE, ADVANCED_SHARE = 0.05, 0.36
# How likely a candidate gives up on each working day without an answer, after the first three.
IMPATIENCE, PATIENT_DAYS, SILENCE = 0.022, 3, 20
LATER_WITHDRAWALS = 0.12
# How far an advanced candidate gets: no interview, one, two.
FURTHEST_SHARES = [0.14, 0.52, 0.34]


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
    rows = pd.DataFrame({"slot": slot, "kind": NO_OFFER})
    for name in ("seat", "extended", "answered", "reneged"):
        rows[name] = NONE
    for name in ("wave", "search", "agency"):
        rows[name] = slots[name].to_numpy()[slot]
    # Most come early.
    share = rng.beta(1.0, 1.9, len(rows))
    rows["received"] = first + ((last - first + 1) * share).astype(np.int64)
    closed = position(demand.waves["closed"].to_numpy())[rows["wave"]]
    rows["closed"] = closed
    _add_answers(rng, found["department"].to_numpy()[rows["search"]], rows)
    _cut(rows, last_before(demand.waves["closed"].to_numpy())[rows["wave"]])
    return rows


def _slots(rng: np.random.Generator, slots: pd.DataFrame, taken: pd.DataFrame, count: int) -> Ints:
    is_tiny = (slots["agency"] == TINY).to_numpy()
    weight: Floats = np.where(slots["last"] >= slots["ready"], slots["weight"], 0.0)
    few = min(max(TINY_SUBMISSIONS - int((taken["agency"] == TINY).sum()), 0), count)
    few = few if weight[is_tiny].sum() else 0
    of_tiny = pick(rng, np.where(is_tiny, weight, 0.0), few)
    return np.concatenate([of_tiny, pick(rng, np.where(is_tiny, 0.0, weight), count - few)])


def _add_answers(rng: np.random.Generator, department: Ints, rows: pd.DataFrame) -> None:
    """Decision, interviews, the later no and withdrawals as they would come without an end."""
    count, received = len(rows), rows["received"].to_numpy()
    wait = reply_days(rng, department, received)
    is_silent = chance(rng, SILENT_SHARE, count)
    patience = rng.geometric(IMPATIENCE, count) + PATIENT_DAYS
    gives_up = patience < np.where(is_silent, SILENCE, wait)
    gives_up &= rows["agency"].to_numpy() >= 0
    decided = np.where(is_silent | gives_up, NONE, received + wait)
    advanced = (decided >= 0) & chance(rng, ADVANCED_SHARE, count)
    furthest = np.where(advanced, pick(rng, FURTHEST_SHARES, count), 0)
    first = decided + rng.integers(3, 9, count)
    second = first + rng.integers(3, 10, count)
    after = np.select([furthest == 2, furthest == 1], [second, first], decided)
    end = after + 1 + rng.integers(0, 4, count) * np.where(department == SLOW, 3, 1)
    withdraws = advanced & chance(rng, LATER_WITHDRAWALS, count)
    rows["decided"], rows["is_advanced"] = decided, advanced
    rows["first_interview"] = np.where(furthest >= 1, first, NONE)
    rows["second_interview"] = np.where(furthest == 2, second, NONE)
    rows["rejected"] = np.where(advanced & ~withdraws, end, NONE)
    rows["withdrawn"] = np.select([withdraws, gives_up], [end, received + patience], NONE)


def _cut(rows: pd.DataFrame, until: Ints) -> None:
    """What had not happened by `until`, when the wave ended or the export was made, did not happen.

    `closing` marks whom the wave's end rejected; interviews planned for soon after stay as plans.
    """
    is_closed = rows["closed"].to_numpy() >= 0
    for name in ("decided", "withdrawn", "rejected"):
        rows[name] = np.where(rows[name] > until, NONE, rows[name])
    rows["is_advanced"] &= rows["decided"] >= 0
    latest = np.where(is_closed, until + 5, LAST + 12)
    for name in ("first_interview", "second_interview"):
        # A plan is for after the export's own day: what was due on that day is told already.
        planned = np.where(rows[name] == LAST + 1, LAST + 2, rows[name])
        rows[name] = np.where(rows["is_advanced"] & (planned <= latest), planned, NONE)
    was_held = rows["first_interview"] <= until
    rows["second_interview"] = np.where(was_held, rows["second_interview"], NONE)
    was_rejected = (rows["decided"] >= 0) & ~rows["is_advanced"]
    is_over = was_rejected | (rows["withdrawn"] >= 0) | (rows["rejected"] >= 0)
    rows["closing"] = is_closed & ~is_over
