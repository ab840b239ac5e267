"""Agencies beside each other: what chance leaves of their shares, of their order, of a suspicion.

Sources: as in `shares` and `changes`; every figure here is for people who know their methods.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from partnership.statistics.changes import discoveries
from partnership.statistics.drawn import DRAWS, SEED, Numbers, Range, rank_ranges
from partnership.statistics.shares import Prior, fitted_prior, shrunk, two_sided_exact_p

# At most this share of those flagged, or watched, is to be expected to be chance.
FLAG, WATCH = "flag", "watch"
RATES = {WATCH: 0.10, FLAG: 0.05}


@dataclass(frozen=True)
class Standing:
    """One agency's share once all have been looked at, and between which ranks it may lie."""

    agency: str
    k: int
    n: int
    mean: float
    low: float
    high: float
    rank_low: float
    rank_high: float


def league(counts: Mapping[str, tuple[int, int]], *, is_upward: bool) -> list[Standing]:
    """Each agency's share k of n drawn towards all of them, the best first; none where there are
    too few agencies to say."""
    held = {agency: (k, n) for agency, (k, n) in counts.items() if n > 0}
    prior = fitted_prior(*zip(*held.values(), strict=True)) if held else None
    if prior is None:
        return []
    ranks = _ranks(held, prior, is_upward)
    rows = []
    for agency, (k, n) in held.items():
        whole = shrunk(k, n, prior)
        ends = (ranks[agency].low or 0.0, ranks[agency].high or 0.0)
        rows.append(Standing(agency, k, n, whole.mean, whole.low, whole.high, *ends))
    return sorted(rows, key=lambda row: (-row.mean if is_upward else row.mean, row.agency))


def pooled_p_values(counts: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """How often chance alone would leave each agency as far from the share of all together."""
    whole = sum(n for _, n in counts.values())
    pooled = sum(k for k, _ in counts.values()) / whole if whole else 0.0
    return {agency: two_sided_exact_p(k, n, pooled) for agency, (k, n) in counts.items() if n > 0}


def flags(p_values: Sequence[float]) -> list[str]:
    """Which of one family of p-values are to be watched, and which flagged."""
    found = [""] * len(p_values)
    for name, rate in RATES.items():
        called = discoveries(p_values, rate) if p_values else []
        found = [name if is_called else old for is_called, old in zip(called, found, strict=True)]
    return found


def _ranks(held: Mapping[str, tuple[int, int]], prior: Prior, is_upward: bool) -> dict[str, Range]:
    rng = np.random.default_rng(SEED)
    draws = {agency: _drawn(k, n, prior, rng) for agency, (k, n) in held.items()}
    return rank_ranges({agency: d if is_upward else -d for agency, d in draws.items()})


def _drawn(k: int, n: int, prior: Prior, rng: np.random.Generator) -> Numbers:
    if prior.a is None or prior.b is None:
        return np.full(DRAWS, prior.pooled)
    return rng.beta(prior.a + k, prior.b + n - k, DRAWS)
