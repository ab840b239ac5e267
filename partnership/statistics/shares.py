"""Shares of few cases: exact ranges, how far agencies differ, and shares drawn together.

Sources: Brown, Cai and DasGupta 2001, Statist. Sci. 16, 101-133 (Jeffreys); Spiegelhalter 2005,
Statist. Med. 24, 1185-1202 (funnel plots); Gelman et al., Bayesian Data Analysis, ch. 5, and
Kleinman 1973, J. Am. Statist. Ass. 68, 46-54 (beta-binomial).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import optimize, special, stats

from partnership.statistics.limits import LEVEL

Numbers = npt.NDArray[np.float64]

# Fewer agencies than this say too little of how agencies differ.
FEWEST_TO_SHRINK = 5


def jeffreys(k: int, n: int, level: float = LEVEL) -> tuple[float, float]:
    """The likely range of a share by Jeffreys' prior; 0 at k = 0 and 1 at k = n."""
    tail = (1 - level) / 2
    beta = stats.beta(k + 0.5, n - k + 0.5)
    low = 0.0 if k == 0 else float(beta.ppf(tail))
    high = 1.0 if k == n else float(beta.ppf(1 - tail))
    return low, high


def two_sided_exact_p(k: int, n: int, p: float) -> float:
    """How often chance alone gives a count no likelier than k of n where the share is p."""
    return float(stats.binomtest(k, n, p).pvalue)


def overdispersion(ks: Sequence[int], ns: Sequence[int]) -> float:
    """How much more agencies differ than chance alone would have it: the mean squared z-score."""
    k, n = np.asarray(ks, float), np.asarray(ns, float)
    k, n = k[n > 0], n[n > 0]
    if not len(n):
        return 1.0
    pooled = k.sum() / n.sum()
    spread = pooled * (1 - pooled)
    return float(np.mean((k / n - pooled) ** 2 * n / spread)) if spread else 1.0


@dataclass(frozen=True)
class Prior:
    """What all agencies together say of one: Beta(a, b); without both, nothing but `pooled`."""

    pooled: float
    a: float | None = None
    b: float | None = None


def fitted_prior(ks: Sequence[int], ns: Sequence[int]) -> Prior | None:
    """The beta distribution of agencies' shares by maximum likelihood, by moments where that does
    not settle, and the pooled share alone where they differ no more than by chance; None where
    there are too few agencies to say."""
    pairs = [(k, n) for k, n in zip(ks, ns, strict=True) if n > 0]
    if len(pairs) < FEWEST_TO_SHRINK:
        return None
    k, n = np.array(pairs, float).T
    pooled = float(k.sum() / n.sum())
    start = moments(k, n)
    if start is None:
        return Prior(pooled)
    return Prior(pooled, *(_most_likely(k, n, start) or start))


def moments(
    ks: Sequence[float] | Numbers, ns: Sequence[float] | Numbers
) -> tuple[float, float] | None:
    """Beta(a, b) by the moments of the shares weighted by their cases (Kleinman 1973); None where
    they differ no more than chance has them differ."""
    k, n = np.asarray(ks, float), np.asarray(ns, float)
    weights = n / n.sum()
    mean = float(np.sum(weights * k / n))
    spread = float(np.sum(weights * (k / n - mean) ** 2))
    by_chance = mean * (1 - mean) * float(np.sum(weights * (1 - weights) / n))
    between = mean * (1 - mean) * float(np.sum(weights * (1 - weights) * (1 - 1 / n)))
    if spread <= by_chance or between <= 0:
        return None
    alike = (spread - by_chance) / between
    size = 1 / alike - 1
    return (mean * size, (1 - mean) * size) if size > 0 else None


def _most_likely(k: Numbers, n: Numbers, start: tuple[float, float]) -> tuple[float, float] | None:
    """Beta(a, b) under which the counts are most likely; None where the search finds no end."""

    def surprise(logs: Numbers) -> float:
        a, b = np.exp(logs)
        return -float(np.sum(special.betaln(a + k, b + n - k) - special.betaln(a, b)))

    found = optimize.minimize(
        surprise, np.log(start), method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-10}
    )
    a, b = (float(value) for value in np.exp(found.x))
    return (a, b) if found.success and a + b < 1e5 else None


@dataclass(frozen=True)
class Shrunk:
    """A share as it stands once all agencies have been looked at, with its likely range."""

    mean: float
    sd: float
    low: float
    high: float


def shrunk(k: int, n: int, prior: Prior, level: float = LEVEL) -> Shrunk:
    """One agency's share, drawn towards all of them the more, the fewer its cases."""
    if prior.a is None or prior.b is None:
        return Shrunk(prior.pooled, 0.0, prior.pooled, prior.pooled)
    beta = stats.beta(prior.a + k, prior.b + n - k)
    tail = (1 - level) / 2
    return Shrunk(
        *(float(value) for value in (beta.mean(), beta.std(), beta.ppf(tail), beta.ppf(1 - tail)))
    )
