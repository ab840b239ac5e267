"""Submissions that reached an offer, told backwards from the answer so that seats and hires agree.

Every filled seat has one standing acceptance; some seats had an earlier one that was reneged; the
rest of the offers came to nothing. Working-day positions: `received` ≤ `decided` <
`first_interview` < `second_interview` < `extended` ≤ `answered`.
"""

import numpy as np
import pandas as pd

from partnership.sample.accepted import hires, reneged
from partnership.sample.agencies import with_company
from partnership.sample.characters import Agency
from partnership.sample.clock import NONE, Ints
from partnership.sample.demand import Demand
from partnership.sample.kinds import LEAST_WORKING_DAYS
from partnership.sample.refused import pending, refused
from partnership.sample.replies import reply_days

COMPANY_STRENGTH = 0.75


def offered(
    rng: np.random.Generator,
    agencies: list[Agency],
    found: pd.DataFrame,
    demand: Demand,
    slots: pd.DataFrame,
) -> pd.DataFrame:
    """One row per offered submission: its slot, kind, seat and working days."""
    strength = with_company(agencies, "strength", COMPANY_STRENGTH)
    sway = with_company(agencies, "sway", 1.0)
    renege = with_company(agencies, "renege", 1.0)
    hired = hires(rng, demand, slots, strength * sway)
    gone = reneged(rng, demand, slots, hired, strength, renege)
    came_to_nothing = refused(rng, demand, slots, hired, gone, strength / sway)
    waiting = pending(rng, demand, slots, gone)
    rows = pd.concat([hired, gone, came_to_nothing, waiting], ignore_index=True)
    for name in ("wave", "search", "agency"):
        rows[name] = slots[name].to_numpy()[rows["slot"]]
    return _with_steps(rng, found, rows, slots["ready"].to_numpy()[rows["slot"]])


def _with_steps(
    rng: np.random.Generator, found: pd.DataFrame, rows: pd.DataFrame, ready: Ints
) -> pd.DataFrame:
    """The working days of receipt, decision and two interviews before the offer."""
    extended = rows["extended"].to_numpy()
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
