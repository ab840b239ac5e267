"""Between which values chance alone leaves a share of so many cases.

Source: Spiegelhalter 2005, Statist. Med. 24, 1185-1202 (funnel plots, A.1.1). Apart from `shares`
because control charts need no more than this, and scipy.stats takes long to load.
"""

import math

from scipy import special

LEVEL = 0.95


def funnel_limits(
    n: int, p: float, level: float = LEVEL, overdispersion: float = 1.0
) -> tuple[float, float]:
    """Between which shares of n cases chance alone leaves an agency where the pooled one is p.

    The exact binomial quantile, made smooth by interpolating between two counts; limits of a
    prediction around p, no range around the agency. `overdispersion` above 1 widens them.
    """
    tail = (1 - level) / 2
    limits = (_binomial_limit(n, p, tail), _binomial_limit(n, p, 1 - tail))
    wide = max(overdispersion, 1.0) ** 0.5
    low, high = (min(max(p + wide * (limit - p), 0.0), 1.0) for limit in limits)
    return low, high


def _binomial_limit(n: int, p: float, probability: float) -> float:
    """The share of n at a probability of the binomial, interpolated (Spiegelhalter 2005, A.1.1)."""
    if n <= 0 or not 0 < p < 1:
        return p
    r = math.ceil(special.bdtrik(probability, n, p))
    if r > 0 and special.bdtr(r - 1, n, p) >= probability:  # as scipy.stats.binom.ppf rounds
        r -= 1
    passed = float(special.bdtr(r, n, p)) - probability
    return float(r - passed / _binomial_pmf(r, n, p)) / n


def _binomial_pmf(k: int, n: int, p: float) -> float:
    ways = special.gammaln(n + 1) - special.gammaln(k + 1) - special.gammaln(n - k + 1)
    return math.exp(ways + special.xlogy(k, p) + special.xlog1py(n - k, -p))
