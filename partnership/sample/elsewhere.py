"""People who are put forward for one search while they are live on another of the department."""

import numpy as np
import pandas as pd

from partnership.sample.clock import Ints
from partnership.sample.draws import Flags, chance

WISHED_SHARE, ATTEMPTS = 0.06, 4
# How far back among the department's submissions the other one may lie.
REACH = 40


def known_elsewhere(
    rng: np.random.Generator, department: Ints, rows: pd.DataFrame, is_free: Flags
) -> Ints:
    """The person of each row so far: itself, or an earlier row of somebody live elsewhere."""
    person = np.arange(len(rows))
    order = np.lexsort((np.arange(len(rows)), department))
    is_wished = is_free & (rows["kind"].to_numpy() < 0) & chance(rng, WISHED_SHARE, len(rows))
    wished = np.flatnonzero(is_wished[order])
    for _ in range(ATTEMPTS):
        before = np.maximum(wished - rng.integers(1, REACH, len(wished)), 0)
        late, earlier = order[wished], order[before]
        fits = _fits(rows, department, late, earlier) & is_free[earlier] & ~is_wished[earlier]
        person[late[fits]] = earlier[fits]
        wished = wished[~fits]
    return person


def _fits(rows: pd.DataFrame, department: Ints, late: Ints, earlier: Ints) -> Flags:
    """Whether the earlier row's person may be the later one's: another search, still live."""

    def value(name: str) -> Ints:
        return np.asarray(rows[name].to_numpy()[earlier])

    received = rows["received"].to_numpy()
    search = rows["search"].to_numpy()
    ends = [value(name) for name in ("withdrawn", "rejected", "closing_at")]
    ends.append(np.where(rows["is_advanced"].to_numpy()[earlier], -1, value("decided")))
    is_live = np.all([(end < 0) | (end > received[late]) for end in ends], axis=0)
    is_other = (search[late] != search[earlier]) & (department[late] == department[earlier])
    is_earlier = received[earlier] < received[late]
    return np.asarray(is_live & is_other & is_earlier & (value("kind") < 0))
