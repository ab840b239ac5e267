"""Two rates of rare events, each over the days it was counted in: how far apart they may be.

Source: Clopper and Pearson 1934, Biometrika 26, 404-413, on the share of all events that fell into
the one kind of days; given their sum, that share is binomial (Przyborowski and Wilenski 1940,
Biometrika 31, 313-323).
"""

import pandas as pd
from scipy import stats

LEVEL = 0.95


def rate_ratio(
    k: int, days: int, other_k: int, other_days: int, level: float = LEVEL
) -> tuple[float | None, float | None, float | None]:
    """How many times the other's rate k events in `days` are, with the exact likely range; None is
    an end, or a ratio, that no number says."""
    n = k + other_k
    if not n or not days or not other_days:
        return None, None, None
    tail = (1 - level) / 2
    low = float(stats.beta.ppf(tail, k, other_k + 1)) if k else 0.0
    high = float(stats.beta.ppf(1 - tail, k + 1, other_k)) if other_k else 1.0
    known = (k / n, low, high)
    ratio, least, most = (
        share / (1 - share) * other_days / days if share < 1 else None for share in known
    )
    return ratio, least, most


def with_rate_ratio(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of price_of_silence with rate_ratio, ratio_low and ratio_high: beyond over within."""
    counted = rows[["beyond_withdrawals", "beyond_days", "within_withdrawals", "within_days"]]
    found = [
        rate_ratio(*map(int, counts)) if not pd.isna(counts).any() else (None, None, None)
        for counts in counted.to_numpy(dtype="float64", na_value=float("nan"))
    ]
    names = ("rate_ratio", "ratio_low", "ratio_high")
    columns = zip(*found, strict=True) if found else [()] * len(names)
    return rows.assign(
        **{
            name: pd.Series(column, index=rows.index, dtype="float64")
            for name, column in zip(names, columns, strict=True)
        }
    )
