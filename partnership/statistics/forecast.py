"""When an open search will be filled: its chance in the next days, and how earlier ones came out.

Sources: Aalen and Johansen 1978 (shares filled, cancelling competing, of those still open at an
age); Gelman et al., Bayesian Data Analysis, ch. 5 (shares of few cases drawn towards that of all);
Kish 1965 (seats of one search are no separate cases); Brier 1950 (score of forecasts).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

Numbers = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

WITHIN = (30, 60)
LEVEL = 0.9
OPEN, FILLED, CANCELLED = range(3)
# Of fewer separate openings that reached an age, nothing is said.
FEWEST = 10
# How many openings the curve of all may weigh against a group's own: from groups that have little
# in common to groups that are one.
WEIGHTS: Numbers = np.array([2.0**power for power in range(1, 10)])
# Beforehand, each likeness 1 / (1 + weight) is as likely as any other.
BEFOREHAND = 1 / WEIGHTS
# Up to this age it is looked at how alike groups are, and the seats of one search.
OLDEST_STEP = 180
PRIOR = 5.0
HISTORY = ("group", "search", "days", "entry_days", "ended_as")
CHANCES = [f"filled_in_{days}_{name}" for days in WITHIN for name in ("rate", "low", "high")]
CHECK_COLUMNS = (
    "within_days", "forecast_from", "forecast_to", "forecasts", "forecast_rate", "filled",
    "filled_rate", "filled_low", "filled_high", "score", "score_without",
)  # fmt: skip
BINS = np.array([0, 0.2, 0.4, 0.6, 0.8, 1])


@dataclass(frozen=True)
class History:
    """Openings as they stood on one day: each one's group, search, age then or at its end, age at
    which it came into view, and how it stood."""

    group: Ints
    search: Ints
    days: Ints
    entry_days: Ints
    outcome: Ints


@dataclass(frozen=True)
class Chances:
    """The chance at each asked group and age, with its range; nan where it can't be told.
    `alike_weighs` is how much more an opening of the same group counts in it than another one."""

    rate: Numbers
    low: Numbers
    high: Numbers
    alike_weighs: Numbers


@dataclass(frozen=True)
class Curves:
    """By group and age, all groups together in the last row: of how many the chance is known, and
    what it was."""

    n: Numbers
    chance: Numbers


@dataclass(frozen=True)
class _Likeness:
    """How alike the groups are (the weight of each of WEIGHTS), and by how much the seats of one
    search make its group's cases fewer."""

    weights: Numbers
    fewer: Numbers


def with_chances(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of steps.chance: the openings asked about, with their chances, and what makes them."""
    asked = rows[rows["is_asked"].astype(bool)].sort_values(
        ["days", "opening_id"], ascending=[False, True], ignore_index=True
    )
    named = asked[["opening_id", "search_id", "is_on_hold"]].assign(age_days=asked["days"])
    if len(rows) < FEWEST:
        return named.assign(alike_weighs=1.0, **dict.fromkeys(CHANCES, np.nan))
    groups, ages = _ints(asked["group"]), _ints(asked["days"])
    found = [chances(_history(rows), groups, ages, within) for within in WITHIN]
    held = asked["is_on_hold"].to_numpy(bool)
    for name in ("rate", "low", "high"):
        # Each horizon has its own estimate; the longer one includes the shorter one.
        grown = np.maximum.accumulate([getattr(chance, name) for chance in found])
        for within, values in zip(WITHIN, grown, strict=True):
            named[f"filled_in_{within}_{name}"] = np.where(held, np.nan, values)
    return named.assign(alike_weighs=np.max([chance.alike_weighs for chance in found], axis=0))


def chances(history: History, groups: Ints, ages: Ints, within: int) -> Chances:
    """The chance of being filled within so many days, of openings of these groups still open at
    these ages; the range holds the true one of that group and age in LEVEL of all cases."""
    from scipy import special  # Its start takes as long as a build of few openings.

    mean, spread, alike_weighs = _expected(history, groups, ages, within)
    with np.errstate(divide="ignore", invalid="ignore"):
        size = mean * (1 - mean) / spread - 1
    tail = (1 - LEVEL) / 2
    low, high = (
        special.betaincinv(mean * size, (1 - mean) * size, end) for end in (tail, 1 - tail)
    )
    return Chances(mean, low, high, alike_weighs)


def _expected(
    history: History, groups: Ints, ages: Ints, within: int
) -> tuple[Numbers, Numbers, Numbers]:
    """The mean and the variance of what the chance may be, and the weight of the group's openings
    in it: the group's own share drawn towards that of all, with every weight of all that the groups
    allow."""
    of, alike = curves(history, within), _likeness(history, within)
    at = np.minimum(ages, of.n.shape[1] - 1)
    of_all, n_all = of.chance[-1, at], of.n[-1, at] / alike.fewer[-1]
    n = of.n[groups, at] / alike.fewer[groups]
    k = of.chance[groups, at] * n
    middle = (of_all * n_all + 0.5) / (n_all + 1)
    unsure = middle * (1 - middle) / (n_all + 2)
    can_be_told = (n_all >= FEWEST) & (ages == at)
    if len(of.n) == 2:  # one group, which is all there is
        return np.where(can_be_told, middle, np.nan), unsure, np.ones(len(ages))
    weight = WEIGHTS[:, None]
    means = (weight * middle + k) / (weight + n)
    spreads = means * (1 - means) / (weight + n + 1) + (weight / (weight + n)) ** 2 * unsure
    mean = alike.weights @ means
    spread = alike.weights @ (spreads + means**2) - mean**2
    of_all_in_it = alike.weights @ (weight / (weight + n))
    alike_weighs = 1 + (1 - of_all_in_it) / of_all_in_it * of.n[-1, at] / np.maximum(
        of.n[groups, at], 1
    )
    return np.where(can_be_told, mean, np.nan), spread, alike_weighs


def curves(history: History, within: int) -> Curves:
    """Of the openings at risk at each age, the share filled in the days that follow (Aalen and
    Johansen), and how many openings it stands on: who left or came into view meanwhile is half a
    case. Where nobody of a group was followed, all groups together stand for it."""
    groups, longest = int(history.group.max(initial=-1)) + 1, int(history.days.max(initial=0))
    width = longest + within + 2
    entry = np.maximum(history.entry_days, 0)
    seen = (entry == 0) | (entry < history.days)

    def counted(days: Ints, which: npt.NDArray[np.bool_]) -> Numbers:
        at = history.group[which] * width + days[which]
        table = np.bincount(at, minlength=groups * width).reshape(groups, width)
        return np.vstack([table, table.sum(axis=0)]).astype(float)

    leaving, entering = counted(history.days, seen), counted(entry, seen & (entry > 0))
    filled = counted(history.days, seen & (history.outcome == FILLED))
    ended = filled + counted(history.days, seen & (history.outcome == CANCELLED))
    at_risk = np.cumsum((leaving - entering)[:, ::-1], axis=1)[:, ::-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        fill, end = filled / at_risk, ended / at_risk
    fill, end = (np.where(at_risk > 0, each, each[-1]) for each in (fill, end))
    ages = longest + 1
    still_open, chance = np.ones((groups + 1, ages)), np.zeros((groups + 1, ages))
    for day in range(1, within + 1):
        # Once all have ended, nobody is at risk, and nothing is missing.
        going_on = still_open > 0
        chance += np.where(going_on, still_open * fill[:, day : day + ages], 0)
        still_open = np.where(going_on, still_open * (1 - end[:, day : day + ages]), 0)
    moved = np.cumsum(entering - (leaving - ended), axis=1)
    halves = (moved[:, within - 1 : within - 1 + ages] - moved[:, :ages]) / 2
    return Curves(np.maximum(at_risk[:, 1 : ages + 1] + halves, 0), chance)


def _likeness(history: History, within: int) -> _Likeness:
    """How much groups differ beyond chance, and by how much more alike the seats of one search are,
    by what openings did from step to step of so many days."""
    from scipy import special

    steps = [_at_step(history, start, start + within) for start in range(0, OLDEST_STEP, within)]
    fewer = _fewer(history, steps)
    groups = len(fewer) - 1
    fit = np.zeros(len(WEIGHTS))
    for step in steps:
        of = history.group[step.at_risk]
        n = np.bincount(of, minlength=groups) / fewer[:-1]
        k = np.bincount(of, step.hit, minlength=groups) / fewer[:-1]
        a, b = WEIGHTS[:, None] * step.middle, WEIGHTS[:, None] * (1 - step.middle)
        fit += (special.betaln(a + k, b + n - k) - special.betaln(a, b)).sum(axis=1)
    weights = BEFOREHAND * np.exp(fit - fit.max())
    return _Likeness(weights / weights.sum(), fewer)


@dataclass(frozen=True)
class _Step:
    """The openings at risk at an age of which is known whether they were filled by a later one,
    which of them were, and the share that was."""

    at_risk: Ints
    hit: Numbers
    middle: float


def _at_step(history: History, start: int, end: int) -> _Step:
    known = (history.outcome != OPEN) | (history.days >= end)
    at_risk = np.flatnonzero((history.days > start) & (history.entry_days <= start) & known)
    is_filled = (history.outcome == FILLED) & (history.days <= end)
    hit = is_filled[at_risk].astype(float)
    return _Step(at_risk, hit, float(hit.sum() + 0.5) / (len(hit) + 1))


def _fewer(history: History, steps: Sequence[_Step]) -> Numbers:
    """By how much each group's separate cases are fewer than its openings, all groups together
    last: the correlation within a search, times the seats of one."""
    together, expected = PRIOR * 0.5, PRIOR
    for step in steps:
        of, apart = history.search[step.at_risk], step.hit - step.middle
        sums, sizes = np.bincount(of, apart), np.bincount(of)
        together += float((sums**2).sum() - (apart**2).sum())
        expected += float((sizes * (sizes - 1)).sum()) * step.middle * (1 - step.middle)
    alike = min(max(together / expected, 0.0), 1.0)
    seats = np.bincount(history.search)[history.search].astype(float)
    size = np.maximum(np.bincount(history.group), 1)
    means = np.bincount(history.group, seats) / size
    of_all = seats.mean() if len(seats) else 1.0
    return 1 + (np.append(np.maximum(means, 1), of_all) - 1) * alike


def _history(rows: pd.DataFrame) -> History:
    return History(*(_ints(rows[name]) for name in HISTORY))


def _ints(values: pd.Series) -> Ints:
    return np.asarray(values, np.int64)


def checked(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of forecast_check: what was forecast at the end of earlier months and what happened."""
    made = [_made(seen, within) for _, seen in rows.groupby("seen_on") for within in WITHIN]
    forecasts = pd.concat(made) if made else pd.DataFrame(columns=["within_days", "chance", "hit"])
    found = [
        row
        for within, of_days in forecasts.groupby("within_days")
        for row in _table(int(str(within)), of_days["chance"].to_numpy(), of_days["hit"].to_numpy())
    ]
    return pd.DataFrame(found, columns=CHECK_COLUMNS)


def _made(seen: pd.DataFrame, within: int) -> pd.DataFrame:
    """The forecasts of one day of which is known what became of them."""
    asked = seen[seen["is_asked"] & (seen["followed_days"] >= within)]
    chance, *_ = _expected(_history(seen), _ints(asked["group"]), _ints(asked["days"]), within)
    hit = (asked["filled_after_days"].to_numpy(float, na_value=np.nan) <= within).astype(float)
    made = pd.DataFrame({"within_days": within, "chance": chance, "hit": hit})
    return made.dropna(subset=["chance"])


def _table(within: int, chance: Numbers, hit: Numbers) -> list[tuple[object, ...]]:
    from partnership.statistics.shares import jeffreys  # nor is scipy.stats for every build

    bins = np.clip(np.digitize(chance, BINS) - 1, 0, len(BINS) - 2)
    parts = [(BINS[at], BINS[at + 1], bins == at) for at in np.unique(bins)]
    parts.append((None, None, np.ones(len(chance), bool)))
    rows: list[tuple[object, ...]] = []
    for low, high, which in parts:
        n, k = int(which.sum()), int(hit[which].sum())
        score = float(((chance - hit)[which] ** 2).mean())
        mean, share = float(chance[which].mean()), k / n
        without = share * (1 - share)
        rows.append((within, low, high, n, mean, k, share, *jeffreys(k, n), score, without))
    return rows
