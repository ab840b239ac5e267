"""How many likely ranges hold the true figure, method by method, on simulated data.

`make coverage`, or `python bench/coverage.py [SETS]` for another number of data sets. Each method
is the one that the figures use: the selects' formulas in DuckDB, the functions of `statistics`.
What is simulated stands in each row. A range at 95 % should hold the truth in about 95 of 100.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from cyclopts import App
from scipy import stats

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from mart_rows import with_lifetimes, with_macros  # noqa: E402
from simulated_openings import World, covered  # noqa: E402

from partnership.commands.printing import print_rows  # noqa: E402
from partnership.queries import query  # noqa: E402
from partnership.statistics import forecast, resampled  # noqa: E402
from partnership.statistics.rates import rate_ratio  # noqa: E402
from partnership.statistics.shares import jeffreys  # noqa: E402

app = App()
Ints = npt.NDArray[np.int64]
Row = dict[str, Any]
Ends = Iterable[tuple[float | None, float | None]]
SEED = 20_260_930
SHARES = ((10, 0.3), (30, 0.5), (30, 0.9), (100, 0.8), (300, 0.05))
DIFFERENCES = ((20, 0.5, 20, 0.5), (40, 0.8, 60, 0.6), (150, 0.1, 90, 0.2))
RATES = ((300, 0.02, 600, 0.01), (2000, 0.02, 4000, 0.02))
LIVES = (20, 50, 200)
SEARCHES = (8, 40, 150, 400)
# Days to fill: log-normal around 60; some are given up before, after 400 days on average.
MIDDLE, SPREAD, CANCELLED, HORIZON = 60.0, 0.6, 400.0, 60
WORLDS = {
    "300 searches, 8 role families apart": World(),
    "role families alike": World(apart=0.0),
    "role families far apart": World(apart=0.6),
    "seats of a search much alike": World(alike=0.8),
    "one role family": World(groups=1),
    "60 searches": World(searches=60),
    "60 searches, families far apart": World(searches=60, apart=0.6),
    "1,000 searches, 20 families": World(searches=1000, groups=20),
    "slow ones drag on": World(spread=1.2),
}
# The expression of measure_changes for two shares, k of n and j of m.
NEWCOMBE = """
select
    k / $n - j / $m
    - sqrt(pow(k / $n - wilson_low(k, $n), 2) + pow(wilson_high(j, $m) - j / $m, 2)),
    k / $n - j / $m
    + sqrt(pow(wilson_high(k, $n) - k / $n, 2) + pow(j / $m - wilson_low(j, $m), 2))
from (select unnest($ks) as k, unnest($js) as j)
"""
WILSON = "select wilson_low(k, $n), wilson_high(k, $n) from (select unnest($ks) as k)"
ON_THE_DAY = (
    f'where day <= {HORIZON} qualify row_number() over (partition by "group" order by day desc) = 1'
)


@app.default
def measure(sets: int = 1000) -> None:
    """Every method on so many data sets."""
    rng = np.random.default_rng(SEED)
    rows = [
        *_wilson(rng, sets),
        *_newcombe(rng, sets),
        *_jeffreys(rng, sets),
        *_ratios(rng, sets),
        *_curves(rng, sets),
        *_resampled(rng, sets),
        *_forecasts(max(sets // 5, 1)),
    ]
    print_rows(rows, list(rows[0]), "table")


def _row(method: str, case: str, ends: Ends, true: float) -> Row:
    """The share of the ranges that hold the true figure; an end that is not reached is beyond any
    figure."""
    known = [
        (-np.inf if low is None else low) <= true <= (np.inf if high is None else high)
        for low, high in ends
    ]
    return _said(method, case, 0.95, sum(known), len(known))


def _said(method: str, case: str, level: float, held: int, n: int) -> Row:
    at, share = f"{100 * level:.0f} %", f"{100 * held / n:.1f} %"
    return {"range": method, "on": case, "at": at, "held": share, "of": n}


def _wilson(rng: np.random.Generator, sets: int) -> Iterator[Row]:
    connection = with_macros()
    for n, p in SHARES:
        apart, alike = rng.binomial(n, p, sets), _alike(rng, n, p, sets)
        for hits, note in ((apart, ""), (alike, ", three alike to a search")):
            ends = connection.execute(WILSON, {"n": n, "ks": hits.tolist()}).fetchall()
            yield _row("share, Wilson", f"{p} of {n}{note}", ends, p)


def _alike(rng: np.random.Generator, n: int, p: float, sets: int) -> Ints:
    """Hits of n cases, three to a search and correlated within it."""
    of_search = rng.normal(size=(sets, -(-n // 3))).repeat(3, axis=1)[:, :n]
    noise = np.sqrt(0.4) * of_search + np.sqrt(0.6) * rng.normal(size=(sets, n))
    return np.asarray((noise < stats.norm.ppf(p)).sum(axis=1), np.int64)


def _newcombe(rng: np.random.Generator, sets: int) -> Iterator[Row]:
    connection = with_macros()
    for n, p, m, q in DIFFERENCES:
        ks, js = (rng.binomial(count, share, sets).tolist() for count, share in ((n, p), (m, q)))
        ends = connection.execute(NEWCOMBE, {"n": n, "m": m, "ks": ks, "js": js}).fetchall()
        yield _row("difference, Newcombe", f"{p} of {n} less {q} of {m}", ends, p - q)


def _jeffreys(rng: np.random.Generator, sets: int) -> Iterator[Row]:
    for n, p in SHARES:
        ends = [jeffreys(k, n) for k in range(n + 1)]
        drawn = [ends[k] for k in rng.binomial(n, p, sets)]
        yield _row("share, Jeffreys", f"{p} of {n}", drawn, p)


def _ratios(rng: np.random.Generator, sets: int) -> Iterator[Row]:
    for days, rate, other_days, other in RATES:
        ks, js = rng.poisson(days * rate, sets), rng.poisson(other_days * other, sets)
        pairs = zip(ks.tolist(), js.tolist(), strict=True)
        ends = [rate_ratio(k, days, j, other_days)[1:] for k, j in pairs]
        case = f"{days} days at {rate}, {other_days} at {other}"
        yield _row("ratio of rates, exact", case, ends, rate / other)


def _curves(rng: np.random.Generator, sets: int) -> Iterator[Row]:
    """Openings of many companies at once, each of them a group of the shared curves; they are
    followed for 20 to 200 days, every fourth one from day 10 on only."""
    still_open = 1 - stats.norm.cdf(np.log(HORIZON / MIDDLE) / SPREAD)
    figures = (
        ("median, log-log", "medians", "median_low, median_high", "", MIDDLE),
        ("open on day 60, log-log", "survival", "kaplan_meier_low, kaplan_meier_high", ON_THE_DAY,
         still_open),
        ("filled by day 60, log-log", "incidence_bands", "low, high", ON_THE_DAY, _incidence()),
    )  # fmt: skip
    for n in LIVES:
        connection = with_lifetimes(*_lives(rng, sets, n))
        for method, chain, names, where, true in figures:
            sql = f"with chain as (\n{query('shared', chain).sql}\n) select {names} from chain "
            ends = connection.execute(sql + where).fetchall()
            known = [pair for pair in ends if pair[0] is not None]
            yield _row(method, f"{n} openings", known, float(true))


def _lives(rng: np.random.Generator, sets: int, n: int) -> Iterator[tuple[object, ...]]:
    group = np.repeat(np.arange(sets), n)
    filled = np.ceil(MIDDLE * np.exp(SPREAD * rng.normal(size=len(group))))
    given_up = np.ceil(rng.exponential(CANCELLED, len(group)))
    days = np.minimum(np.minimum(filled, given_up), rng.integers(20, 200, len(group)))
    cause = np.where(days == filled, 1, np.where(days == given_up, 3, 0))
    entry = np.where(rng.random(len(group)) < 0.25, 10, 0)
    columns = (part[days > entry].tolist() for part in (days, cause, entry, group))
    for life in zip(*columns, strict=True):
        yield (*life[:3], str(life[3]))


def _incidence() -> float:
    """The true share filled by day 60: each day's fills, of what is not given up before it."""
    days = np.arange(HORIZON + 1)
    by = stats.norm.cdf(np.log(np.maximum(days, 1e-9) / MIDDLE) / SPREAD)
    return float((np.diff(by) * np.exp(-days[:-1] / CANCELLED)).sum())


def _resampled(rng: np.random.Generator, sets: int) -> Iterator[Row]:
    for searches in SEARCHES:
        medians, means = [], []
        for _ in range(sets):
            of = np.repeat(np.arange(searches), rng.integers(1, 4, searches))
            pace = (rng.normal(size=searches)[of] + rng.normal(size=len(of))) / np.sqrt(2)
            medians.append(resampled.median_range(30 * np.exp(0.5 * pace), of))
            means.append(resampled.mean_range(pace, of))
        case = f"{searches} searches, 1 to 3 alike to each"
        yield _row("median, searches drawn again", case, medians, 30)
        yield _row("mean gap, searches drawn again", case, means, 0)


def _forecasts(sets: int) -> Iterator[Row]:
    for name, world in WORLDS.items():
        for within, (held, n, _) in covered(world, sets, seed=SEED).items():
            case = f"{name}, {within} days"
            yield _said("chance of being filled", case, forecast.LEVEL, held, n)


if __name__ == "__main__":
    app()
