"""The card of a rate that a metric gives, for every screen."""

from collections.abc import Sequence

import pandas as pd

from partnership import figures
from partnership.figures import Card, Judge


def rate_card(
    label: str,
    rows: pd.DataFrame | None,
    quarters: pd.DataFrame,
    names: Sequence[str],
    *,
    of: str,
    explained: str = "",
    target: Judge | None = None,
) -> Card:
    """The card of the first row: `names` are its columns k, n and rate, and where there are any
    the two ends of its likely range. `quarters` holds one row per quarter. Without `rows` the files
    can't show it.
    """
    k, n, rate, *ends = names
    if rows is None:
        return figures.share_card(label, None, None, None, explained=explained)
    if rows.empty:
        return figures.share_card(label, 0, 0, None, explained=explained)
    row = rows.iloc[0]
    low, high = [row[name] for name in ends] or [None, None]
    return figures.share_card(
        label,
        row[k],
        row[n],
        row[rate],
        of=of,
        low=low,
        high=high,
        trend=figures.trend_of(quarters, rate, n),
        explained=explained,
        target=target,
    )
