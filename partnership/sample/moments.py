"""Working-day positions of submissions → moments on the wall clock of the search's site."""

import numpy as np
import pandas as pd

from partnership.sample import clock
from partnership.sample.clock import MINUTES, NONE, Ints, day_at
from partnership.sample.draws import Flags, chance
from partnership.sample.kinds import DECLINED, EXPIRED, RENEGED, RESCINDED

HR, AGENCY, LEADER = range(3)
PARTIES = ["hr", "agency", "business_leader"]
EVENING, NIGHT = 17 * 60 + 1, 21 * 60
CLOSING_TIME = 17 * 60 + 20


def with_moments(rng: np.random.Generator, rows: pd.DataFrame, slots: pd.DataFrame) -> pd.DataFrame:
    """The rows in the order of receipt, each working-day position replaced by a moment."""
    ready = slots["ready"].to_numpy()[rows["slot"]]
    place = {name: rows[name].to_numpy() for name in rows}
    received = _received(rng, place["received"], ready)
    rows["received"] = received
    rows["decided"] = _decided(rng, place, received)
    for name in ("withdrawn", "rejected", "reneged"):
        rows[name] = _at(rng, place[name], 9 * 60, 18 * 60)
    for name in ("first_interview", "second_interview"):
        rows[name] = _at(rng, place[name], 9 * 60, 16 * 60) // 15 * 15
        rows[name] = np.where(place[name] < 0, NONE, rows[name])
    rows["extended"] = _at(rng, place["extended"], 9 * 60, 12 * 60)
    rows["answered"] = _at(rng, place["answered"], 13 * 60, 16 * 60)
    closed = _at(rng, place["closed"], 0, 1) + CLOSING_TIME
    rows["closing_at"] = np.where(rows["closing"], closed + rng.integers(0, 9, len(rows)), NONE)
    return rows.sort_values("received", kind="stable", ignore_index=True)


def _at(rng: np.random.Generator, place: Ints, earliest: int, latest: int) -> Ints:
    return clock.moment(rng, day_at(place), earliest, latest)


def _received(rng: np.random.Generator, place: Ints, ready: Ints) -> Ints:
    """By 17:00 of the day that counts, or in the evening before, which counts as that day."""
    count = len(place)
    by_day = _at(rng, place, 7 * 60 + 30, 17 * 60)
    evening = (day_at(place) - 1) * MINUTES + rng.integers(EVENING, NIGHT, count)
    return np.where((place > ready) & chance(rng, 0.1, count), evening, by_day)


def _decided(rng: np.random.Generator, place: dict[str, Ints], received: Ints) -> Ints:
    decided = _at(rng, place["decided"], 9 * 60, 17 * 60)
    too_early = (place["decided"] >= 0) & (decided <= received)
    return np.where(too_early, received + rng.integers(10, 70, len(received)), decided)


def ended(rows: pd.DataFrame) -> tuple[Ints, Ints]:
    """When each submission's way ended without a hire and by whom; NONE for all others."""
    kind = rows["kind"].to_numpy()
    is_no = ~rows["is_advanced"].to_numpy() & (rows["decided"].to_numpy() >= 0) & (kind < 0)
    by_offer = np.isin(kind, [DECLINED, EXPIRED, RESCINDED])
    closing, withdrawn, rejected = (
        rows[name].to_numpy() for name in ("closing_at", "withdrawn", "rejected")
    )
    refuser = np.where(kind == RESCINDED, HR, AGENCY)
    cases: list[tuple[Flags, Ints, Ints | int]] = [
        (closing >= 0, closing, HR),
        (withdrawn >= 0, withdrawn, AGENCY),
        (rejected >= 0, rejected, LEADER),
        (kind == RENEGED, rows["reneged"].to_numpy(), AGENCY),
        (by_offer, rows["answered"].to_numpy(), refuser),
        (is_no, rows["decided"].to_numpy(), HR),
    ]
    conditions = [condition for condition, _, _ in cases]
    by = [np.full(len(rows), side) for _, _, side in cases]
    at = np.select(conditions, [moment for _, moment, _ in cases], NONE)
    return at, np.select(conditions, by, NONE)
