"""Searches: what the company asks for, and when it gives up."""

import numpy as np
import pandas as pd

from partnership.sample import clock
from partnership.sample.clock import LAST, NONE, Ints, day_at, day_number, position, position_from
from partnership.sample.company import DEPARTMENTS, FROZEN, LEVEL_SHARES, LEVELS, SITES
from partnership.sample.draws import chance, pick, pick_in_rows

FREEZE = day_number("2025-11-12")
THAW = day_number("2026-01-15")
# Before the freeze the department wanted many people at once, and approvals dragged on.
PUSH_FROM, PUSH_UNTIL, PUSHED_SHARE = FREEZE - 230, FREEZE - 60, 0.3
DRAG_FROM, DRAG = FREEZE - 75, 2.2
# Demand grows a little over the two years.
GROWTH = 0.95
GIVEN_UP_SHARE, GIVEN_UP_WHEN_OLD_SHARE = 0.13, 0.6


def searches(rng: np.random.Generator, count: int) -> pd.DataFrame:
    """One row per search, in the order of opening."""
    department = pick(rng, [d.share for d in DEPARTMENTS], count)
    found = pd.DataFrame(
        {
            "opened": _opened(rng, department),
            "department": department,
            "site": pick(rng, [s.share for s in SITES], count),
            "family": department * 2 + chance(rng, 0.4, count),
            "level": pick(rng, LEVEL_SHARES, count),
            "seats": pick_in_rows(rng, _seat_shares()[department]) + 1,
            "difficulty": np.exp(rng.normal(0, 0.32, count)),
        }
    )
    found["title"] = found["family"] * len(LEVELS) + found["level"]
    return found.sort_values("opened", kind="stable", ignore_index=True)


def _opened(rng: np.random.Generator, department: Ints) -> Ints:
    """Working days, more of them late; none in the freeze, which puts them off."""
    span = clock.EXPORTED_ON - 6 - clock.FIRST_OPENED
    days = clock.FIRST_OPENED + (rng.random(len(department)) ** GROWTH * span).astype(np.int64)
    opened = day_at(position_from(days))
    is_before = (department == FROZEN) & (opened >= PUSH_FROM) & (opened < PUSH_UNTIL)
    is_pushed = is_before & chance(rng, PUSHED_SHARE, len(days))
    pushed = day_at(position_from(PUSH_UNTIL + (opened - PUSH_FROM) * 50 // 170))
    opened = np.where(is_pushed, pushed, opened)
    is_frozen = (department == FROZEN) & (opened >= FREEZE - 3) & (opened < THAW)
    return np.where(is_frozen, day_at(position_from(opened + 70)), opened)


def _seat_shares() -> np.ndarray:
    widest = max(len(d.seats) for d in DEPARTMENTS)
    return np.array([d.seats + (0.0,) * (widest - len(d.seats)) for d in DEPARTMENTS])


def given_up(rng: np.random.Generator, found: pd.DataFrame) -> Ints:
    """The day the company gives a search up if it is still unfilled then; NONE for never."""
    count, opened = len(found), found["opened"].to_numpy()
    at_random = chance(rng, GIVEN_UP_SHARE, count)
    when_old = ~at_random & chance(rng, GIVEN_UP_WHEN_OLD_SHARE, count)
    early, late = rng.integers(20, 110, count), rng.integers(190, 300, count)
    cancel = opened + np.where(at_random, early, late)
    in_freeze = (found["department"].to_numpy() == FROZEN) & (opened < FREEZE)
    in_freeze &= chance(rng, 0.92, count)
    frozen = FREEZE + rng.integers(0, 3, count)
    ever = at_random | when_old | in_freeze
    never = clock.EXPORTED_ON + 300
    cancel = np.where(at_random | when_old, cancel, never)
    cancel = np.where(in_freeze, np.minimum(cancel, frozen), cancel)
    cancel = day_at(position_from(np.maximum(cancel, clock.COVERS_FROM + 5)))
    return np.where(ever & (position(cancel) <= LAST), cancel, NONE)
