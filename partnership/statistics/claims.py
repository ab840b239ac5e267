"""What a claim's two groups of cases say together: chance, or more than that.

Sources: Kline and Santos 2012, J. Econometric Methods 1, 23-41 (scores of clusters with signs drawn
at random); Besag and Clifford 1991, Biometrika 78, 301-304 (drawing no longer than needed);
Benjamini and Hochberg 1995 (many comparisons at once).
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from partnership.statistics.changes import discoveries

Numbers = npt.NDArray[np.float64]

SEED = 20_250_731
MOST_DRAWS, DRAWS_AT_ONCE = 10_000, 1_000
# A sum that chance has reached so often is no rare one: no more needs to be drawn.
OFTEN_ENOUGH = 100
# Above so many clusters the sum of their scores is as good as normal.
MOST_DRAWN = 2_000
SUPPORTED, OPPOSITE, CHANCE, TOO_FEW = "supported", "opposite", "chance", "too_few"


def with_verdicts(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of claims with `p_value` and `verdict` in the place of their scores.

    A claim points one way, so it is tested that way, and the opposite by itself; the claims with
    enough searches are one family each time.
    """
    enough = rows[rows["is_enough"].astype(bool)]
    way = [-1 if less else 1 for less in enough["is_less_better"]]
    p_values = _p_values(enough, way)
    found = discoveries(p_values)
    found_opposite = discoveries(_p_values(enough, [-sign for sign in way]))
    verdicts = [
        SUPPORTED if yes and _is_apart(row, sign)
        else OPPOSITE if no and _is_apart(row, -sign)
        else CHANCE
        for row, sign, yes, no in zip(
            enough.itertuples(), way, found, found_opposite, strict=True
        )
    ]  # fmt: skip
    told = pd.Series(verdicts, index=enough.index, dtype=object).reindex(rows.index)
    return rows.drop(columns=["search_scores", "quarter_scores"]).assign(
        p_value=pd.Series(p_values, index=enough.index, dtype=float).reindex(rows.index),
        verdict=told.where(rows["is_enough"].astype(bool), TOO_FEW),
    )


def p_of_scores(scores: Sequence[float], sign: int = 1) -> float:
    """How often chance alone, giving each cluster's score either sign, would make their sum as high
    (as low where `sign` is -1)."""
    each = sign * np.asarray(scores, dtype=float)
    each = each[np.abs(each) > 1e-12]
    total = float(each.sum())
    if not len(each):
        return 1.0
    if len(each) > MOST_DRAWN:
        return math.erfc(total / math.sqrt(2 * float(each @ each))) / 2
    return _drawn_p(each, total)


def _p_values(rows: pd.DataFrame, signs: Sequence[int]) -> list[float]:
    """Of both ways to put cases together the one that is less surprised."""
    return [
        max(p_of_scores(row.search_scores, sign), p_of_scores(row.quarter_scores, sign))
        for row, sign in zip(rows.itertuples(), signs, strict=True)
    ]


def _drawn_p(scores: Numbers, total: float) -> float:
    rng = np.random.default_rng(SEED)
    drawn = as_high = 0
    while drawn < MOST_DRAWS and as_high < OFTEN_ENOUGH:
        signs = rng.integers(0, 2, size=(DRAWS_AT_ONCE, len(scores))) * 2.0 - 1
        # Equal sums may differ in rounding.
        as_high += int(np.count_nonzero(signs @ scores >= total - 1e-9))
        drawn += DRAWS_AT_ONCE
    return (1 + as_high) / (1 + drawn)


def _is_apart(row: Any, sign: int) -> bool:
    """Whether the whole likely range of the difference lies on this side of 0."""
    return bool(row.difference_low > 0 if sign > 0 else row.difference_high < 0)
