"""Likely ranges of middle values and gaps: searches drawn again, all of their cases with them.

Sources: Efron and Tibshirani 1993 (bootstrap; searches are the clusters, their cases no separate
ones); Hesterberg 2015, Am. Statist. 69, 371-386 (few of them: the range is too narrow unless it is
taken further out); Woodruff 1952, J. Am. Statist. Ass. 47, 635-646 (middle values by the share that
lies below).
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import special

from partnership.statistics.drawn import SEED, TIMES

Numbers = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Ends = tuple[float, float]
Ranged = Callable[[Numbers, Ints], Ends]

TAIL = 0.025
# Under so many searches nothing is said; above so many, their sum is as good as normal and a
# thousand drawings would say the same, later.
FEWEST, MOST = 5, 200


def with_median_range(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the range of `median_days` behind it; `case_days` and `case_searches` list the
    days of each case and the number of its search."""
    return _with_range(rows, "median_days", "case_days", "median", median_range)


def with_gap_range(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the range of `mean_gap` behind it; `case_gaps` and `case_searches` list the gap
    of each pair and the number of its search."""
    return _with_range(rows, "mean_gap", "case_gaps", "gap", mean_range)


def median_range(values: Numbers, searches: Ints) -> Ends:
    """The range of the middle value when searches are drawn again; nan of too few."""
    found, place = np.unique(values, return_inverse=True)
    of, sizes = _numbered(searches)
    if len(sizes) < FEWEST:
        return np.nan, np.nan
    if len(sizes) > MOST:
        return _median_of_many(found, place, of, len(sizes))
    cases = np.zeros((len(sizes), len(found)))
    np.add.at(cases, (of, place), 1)
    # In an order of their own, so that no name of a search moves a figure.
    cases = cases[np.lexsort(cases.T)]
    below = np.cumsum(_drawings(len(sizes)) @ cases, axis=1)
    n = below[:, -1:]
    lower, upper = ((below <= at).sum(axis=1) for at in ((n - 1) // 2, n // 2))
    return _ends((found[lower] + found[upper]) / 2, len(sizes))


def mean_range(values: Numbers, searches: Ints) -> Ends:
    """The range of the mean when searches are drawn again; nan of too few."""
    of, sizes = _numbered(searches)
    if len(sizes) < FEWEST:
        return np.nan, np.nan
    sums = np.bincount(of, values)
    if len(sizes) > MOST:
        mean = values.mean()
        spread = _reach(len(sizes)) * np.sqrt(((sums - mean * sizes) ** 2).sum()) / len(values)
        return float(mean - spread), float(mean + spread)
    order, drawings = np.lexsort((sizes, sums)), _drawings(len(sizes))
    return _ends(drawings @ sums[order] / (drawings @ sizes[order]), len(sizes))


def _median_of_many(found: Numbers, place: Ints, of: Ints, searches: int) -> Ends:
    """The values at which half of the cases may lie: for each value, the cases below half less
    those above are a sum over searches, which is normal."""
    at_most = np.zeros(searches)
    half = np.bincount(of, minlength=searches) / 2
    order = np.argsort(place, kind="stable")
    steps = np.split(of[order], np.cumsum(np.bincount(place))[:-1])
    signs = np.empty(len(found))
    for at, entering in enumerate(steps):
        np.add.at(at_most, entering, 1)
        apart = at_most - half
        signs[at] = apart.sum() / max(np.sqrt(((apart - apart.mean()) ** 2).sum()), 1e-9)
    reach = _reach(searches)
    return float(found[np.argmax(signs >= -reach)]), float(found[np.argmax(signs >= reach)])


def _drawings(searches: int) -> Numbers:
    """How often each search is drawn, in each of so many drawings."""
    drawn = np.random.default_rng(SEED).integers(searches, size=(TIMES, searches))
    places = drawn + searches * np.arange(TIMES)[:, None]
    counts = np.bincount(places.ravel(), minlength=TIMES * searches)
    return counts.reshape(TIMES, searches).astype(float)


def _numbered(searches: Ints) -> tuple[Ints, Ints]:
    """Each case's search, numbered from 0, and the cases of each."""
    _, of, sizes = np.unique(searches, return_inverse=True, return_counts=True)
    return of, sizes


def _reach(searches: int) -> float:
    """How many standard deviations the range goes to each side: more, the fewer searches."""
    further = np.sqrt(searches / (searches - 1)) * special.stdtrit(searches - 1, 1 - TAIL)
    return float(further)


def _ends(figures: Numbers, searches: int) -> Ends:
    tail = special.ndtr(-_reach(searches))
    low, high = np.quantile(figures, [tail, 1 - tail], method="inverted_cdf")
    return float(low), float(high)


def _with_range(
    rows: pd.DataFrame, figure: str, cases: str, name: str, ranged: Ranged
) -> pd.DataFrame:
    ends = [
        _range_of(*pair, ranged) for pair in zip(rows[cases], rows["case_searches"], strict=True)
    ]
    finished = rows.drop(columns=[cases, "case_searches"])
    place = list(finished.columns).index(figure) + 1
    for column, values in ((f"{name}_high", [high for _, high in ends]),
                           (f"{name}_low", [low for low, _ in ends])):  # fmt: skip
        finished.insert(place, column, pd.Series(values, index=rows.index, dtype=float))
    return finished


def _range_of(values: object, searches: object, ranged: Ranged) -> Ends:
    if not isinstance(values, list | np.ndarray):
        return np.nan, np.nan
    return ranged(np.asarray(values, float), np.asarray(searches, np.int64))
