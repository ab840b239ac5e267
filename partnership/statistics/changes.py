"""How surprising several differences are together.

Source: Benjamini and Hochberg 1995, J. R. Statist. Soc. B 57, 289-300 (many comparisons at once).
"""

import math
from collections.abc import Sequence

import pandas as pd

# Of the changes that are named, at most this share is expected to be chance alone.
FALSE_DISCOVERY_RATE = 0.05


def two_sided_p(k: int, n: int, before_k: int, before_n: int) -> float:
    """How often chance alone would move k of n this far from before_k of before_n: the pooled
    z-test of two shares; 1 where both are all or nothing."""
    pooled = (k + before_k) / (n + before_n)
    spread = math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / before_n))
    return math.erfc(abs(k / n - before_k / before_n) / spread / math.sqrt(2)) if spread else 1.0


def discoveries(p_values: Sequence[float], rate: float = FALSE_DISCOVERY_RATE) -> list[bool]:
    """Which of several p-values may be called a finding when at most `rate` of those called so are
    to be chance: Benjamini and Hochberg's step-up rule."""
    ordered = sorted(p_values)
    last = max(
        (p for rank, p in enumerate(ordered, 1) if p <= rank * rate / len(ordered)), default=-1.0
    )
    return [p <= last for p in p_values]


def with_changes(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of measure_changes with `p_value` and `is_change`; all agencies together and each alone
    are two families."""
    counts = rows[["k", "n", "before_k", "before_n"]].itertuples(index=False)
    p_values = [two_sided_p(*(int(count) for count in four)) for four in counts]
    judged = rows.assign(p_value=pd.Series(p_values, index=rows.index, dtype=float))
    found = pd.Series(False, index=rows.index)
    for family in (rows["agency_id"].isna(), rows["agency_id"].notna()):
        if family.any():
            found[family] = discoveries(list(judged.loc[family, "p_value"]))
    apart = (rows["difference_low"] > 0) | (rows["difference_high"] < 0)
    return judged.assign(is_change=found & apart)
