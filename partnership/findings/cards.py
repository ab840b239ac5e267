"""The card of a rate that a metric gives, for every screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from partnership import figures
from partnership.figures import Card, Judge


@dataclass(frozen=True)
class Measured:
    """What a card is made of: the row of a metric (None where the files can't show it), one for
    each quarter, that of the period compared with, and what was agreed."""

    rows: pd.DataFrame | None
    quarters: pd.DataFrame
    before: pd.DataFrame | None
    target: Judge | None

    @property
    def seen(self) -> pd.DataFrame:
        """The rows; none where the files can't show them."""
        return pd.DataFrame() if self.rows is None else self.rows


def rate_card(
    label: str,
    rows: pd.DataFrame | None,
    quarters: pd.DataFrame,
    names: Sequence[str],
    *,
    of: str,
    explained: str = "",
    target: Judge | None = None,
    before: pd.DataFrame | None = None,
) -> Card:
    """The card of the first row: `names` are its columns k, n and rate, and where there are any
    the two ends of its likely range. `quarters` holds one row per quarter, `before` the row of the
    period compared with. Without `rows` the files can't show it.
    """
    k, n, rate, *ends = names
    if rows is None:
        return figures.share_card(label, None, None, None, explained=explained)
    if rows.empty:
        return figures.share_card(label, 0, 0, None, explained=explained)
    row = rows.iloc[0]
    low, high = [row[name] for name in ends] or [None, None]
    card = figures.share_card(
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
    return replace(card, before=figures.compared(before, names))


def measured_card(
    label: str, measured: Measured, names: Sequence[str], *, of: str, explained: str = ""
) -> Card:
    """The card of what was measured; `names` as in `rate_card`."""
    return rate_card(
        label,
        measured.rows,
        measured.quarters,
        names,
        of=of,
        explained=explained,
        target=measured.target,
        before=measured.before,
    )
