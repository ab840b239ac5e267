"""What chance could have made of a figure: searches drawn again, and scores drawn from shares.

Sources: Efron and Tibshirani 1993 (bootstrap; searches are the clusters); OECD/JRC Handbook on
Constructing Composite Indicators 2008 (weights and how far an order depends on them).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Case = TypeVar("Case")
Numbers = npt.NDArray[np.float64]

SEED = 20_250_731
TIMES, DRAWS, WEIGHT_SETS = 1000, 20_000, 10_000
# When the order of two flips under more of the weights than this, it says nothing.
FLIPS_TOO_OFTEN = 0.2


@dataclass(frozen=True)
class Range:
    """A middle value and its likely range; None is a value that is never reached."""

    middle: float | None
    low: float | None
    high: float | None


def redrawn(
    searches: Sequence[Sequence[Case]],
    figure: Callable[[list[Case]], float | None],
    *,
    times: int = TIMES,
    level: float = 0.95,
    seed: int = SEED,
) -> Range:
    """The range of a figure when whole searches are drawn again, with all their cases.

    A drawing without the figure (its median never reached) counts as later than any other: where
    more drawings have none than lie above the range, its upper end is not reached either.
    """
    rng = np.random.default_rng(seed)
    drawings = rng.integers(len(searches), size=(times, len(searches)))
    found = [figure([case for at in drawing for case in searches[at]]) for drawing in drawings]
    values = np.array([np.inf if value is None else value for value in found])
    tail = (1 - level) / 2
    ends = np.quantile(values, [0.5, tail, 1 - tail], method="inverted_cdf")
    return Range(*(float(end) if np.isfinite(end) else None for end in ends))


def points(share: float | Numbers, floor: float, target: float) -> Numbers:
    """0 at the agreed floor or worse, 100 at the target or better; a target under its floor is one
    where less is better."""
    return np.clip(100 * (np.asarray(share, float) - floor) / (target - floor), 0, 100)


def drawn_points(
    k: int, n: int, floor: float, target: float, rng: np.random.Generator, draws: int = DRAWS
) -> Numbers:
    """The points of a share k of n, drawn from what the share may be (Jeffreys' prior)."""
    return points(rng.beta(k + 0.5, n - k + 0.5, draws), floor, target)


def score(
    pillars: Mapping[str, Sequence[Numbers]], weights: Mapping[str, float] | None = None
) -> Numbers:
    """The draws of one side's score: the mean within each pillar, then their weighted mean."""
    means = [np.mean(lines, axis=0) for lines in pillars.values()]
    shares = None if weights is None else [weights[name] for name in pillars]
    combined: Numbers = np.average(means, axis=0, weights=shares)
    return combined


def in_short(draws: Numbers, level: float = 0.9) -> Range:
    """The middle of the draws and the range that holds `level` of them."""
    tail = (1 - level) / 2
    return Range(*(float(end) for end in np.quantile(draws, [0.5, tail, 1 - tail])))


def chance_above(draws: Numbers, others: Numbers) -> float:
    """How often one score lies above the other; a tie is half of each."""
    return float(np.mean(draws > others) + np.mean(draws == others) / 2)


def rank_ranges(draws: Mapping[str, Numbers], level: float = 0.9) -> dict[str, Range]:
    """The rank of each score among all, 1 the highest, with its likely range."""
    table = np.array(list(draws.values()))
    ranks = 1 + (table[None, :, :] > table[:, None, :]).sum(axis=1).astype(float)
    tail = (1 - level) / 2
    ends = np.quantile(ranks, [0.5, tail, 1 - tail], axis=1, method="inverted_cdf").T
    return {name: Range(*map(float, three)) for name, three in zip(draws, ends, strict=True)}


def flips(
    pillars: Sequence[float], others: Sequence[float], *, sets: int = WEIGHT_SETS, seed: int = SEED
) -> float:
    """The share of all ways to weigh the pillars under which the order of two turns round."""
    apart = np.asarray(pillars, float) - np.asarray(others, float)
    weights = np.random.default_rng(seed).dirichlet(np.ones(len(apart)), sets)
    return (
        float(np.mean(np.sign(weights @ apart) == -np.sign(apart.mean()))) if apart.mean() else 0.5
    )
