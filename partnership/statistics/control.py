"""What changed from period to period: limits of a chart, and its two rules.

Sources: NIST/SEMATECH e-Handbook 6.3.2.2 (single values) and 6.3.3.2 (shares); Wheeler,
Understanding Variation (eight in a row); exact limits of shares as in `shares`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

import pandas as pd

from partnership.statistics.limits import funnel_limits

# What lies beyond three standard deviations is three in a thousand; 2.66 = 3 / 1.128.
THREE_SIGMA, FROM_MOVING_RANGE = 0.9973, 2.66
# Under so many points a chart has no limits: they would move with every new one.
FEWEST_POINTS = 12
IN_A_ROW = 8
BEYOND, RUN = "beyond", "run"


@dataclass(frozen=True)
class Point:
    """One period's value, its limits where the chart has any, and which rule it breaks."""

    value: float
    low: float | None
    high: float | None
    signal: str | None


@dataclass(frozen=True)
class Chart:
    """A centre line and the points around it."""

    center: float
    points: tuple[Point, ...]

    @property
    def has_limits(self) -> bool:
        """Whether it is more than a line of points with a centre."""
        return any(point.low is not None for point in self.points)


def with_signals(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of measure_months with `usual_share`, `usual_low` and `usual_high` (empty without
    limits), `signal` and `is_named`: a signal in the period asked for, behind the usual months."""
    if rows.empty:
        numbers = dict.fromkeys(("usual_share", "usual_low", "usual_high"), pd.Series(dtype=float))
        signals = {"signal": pd.Series(dtype=object), "is_named": pd.Series(dtype=bool)}
        return rows.assign(**numbers, **signals)
    return pd.concat(_with_signals(months) for _, months in rows.groupby("measure", sort=False))


def _with_signals(months: pd.DataFrame) -> pd.DataFrame:
    """The rows of one measure on its chart."""
    if months["is_single"].any():
        chart = single_values(list(months["rate"]))
    else:
        chart = shares(list(months["k"]), list(months["n"]))
    # A share of days is charted as a single value, whose limits know no 0 and no 1.
    lows = [None if point.low is None else max(point.low, 0.0) for point in chart.points]
    highs = [None if point.high is None else min(point.high, 1.0) for point in chart.points]
    signals = [point.signal if chart.has_limits else None for point in chart.points]
    known = pd.Series(signals, index=months.index, dtype=object)
    return months.assign(
        usual_share=chart.center if chart.has_limits else float("nan"),
        usual_low=pd.Series(lows, index=months.index, dtype=float),
        usual_high=pd.Series(highs, index=months.index, dtype=float),
        signal=known,
        is_named=known.notna() & months["is_asked"] & ~months["is_usual"],
    )


def single_values(values: Sequence[float], baseline: range | None = None) -> Chart:
    """A chart of one value per period (XmR).

    Centre and limits are those of the frozen `baseline`, the first twelve points unless others were
    chosen: later points are judged by them and never move them.
    """
    frozen = _frozen(values, baseline)
    if frozen is None:
        return _without_limits(values)
    center, low, high = single_value_limits(frozen)
    return _chart(values, center, [(low, high)] * len(values))


def shares(ks: Sequence[int], ns: Sequence[int], baseline: range | None = None) -> Chart:
    """A chart of one share k of n per period (p-chart), with exact limits for each period's n.

    Each period needs a case; the frozen baseline is as in `single_values`.
    """
    values = [k / n for k, n in zip(ks, ns, strict=True)]
    if _frozen(values, baseline) is None:
        return _without_limits(values)
    chosen = baseline or range(FEWEST_POINTS)
    center = sum(ks[at] for at in chosen) / sum(ns[at] for at in chosen)
    return _chart(values, center, [share_limits(n, center) for n in ns])


def single_value_limits(values: Sequence[float]) -> tuple[float, float, float]:
    """Mean, and mean ± 2.66 times the mean step from one value to the next."""
    steps = [abs(later - earlier) for earlier, later in zip(values, values[1:], strict=False)]
    center, width = fmean(values), FROM_MOVING_RANGE * fmean(steps)
    return center, center - width, center + width


def share_limits(n: int, center: float) -> tuple[float, float]:
    """Exact limits of a period's share of n; unlike center ± three deviations never below 0 or
    above 1."""
    return funnel_limits(n, center, THREE_SIGMA)


def _frozen(values: Sequence[float], baseline: range | None) -> Sequence[float] | None:
    """The values of the baseline; None where there are too few for limits."""
    chosen = [values[at] for at in baseline or range(min(FEWEST_POINTS, len(values)))]
    return chosen if len(chosen) >= FEWEST_POINTS else None


def _without_limits(values: Sequence[float]) -> Chart:
    center = median(values) if values else float("nan")
    return _chart(values, center, [(None, None)] * len(values))


def _chart(
    values: Sequence[float],
    center: float,
    limits: Sequence[tuple[float, float] | tuple[None, None]],
) -> Chart:
    """The points with the rule each one breaks; beyond a limit goes before a run."""
    runs = _runs(values, center)
    points = []
    for value, (low, high), run in zip(values, limits, runs, strict=True):
        is_beyond = low is not None and high is not None and not low <= value <= high
        signal = BEYOND if is_beyond else RUN if run >= IN_A_ROW else None
        points.append(Point(value, low, high, signal))
    return Chart(center, tuple(points))


def _runs(values: Sequence[float], center: float) -> list[int]:
    """How many points in a row, this one included, lie on its side; 0 on the centre itself."""
    runs: list[int] = []
    last = 0
    for value in values:
        side = (value > center) - (value < center)
        runs.append((runs[-1] if runs and side == last else 0) + 1 if side else 0)
        last = side
    return runs
