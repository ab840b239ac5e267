"""Random draws over whole columns, from one independent stream per theme."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
import numpy.typing as npt
import pandas as pd

from partnership.sample.clock import Ints

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class Streams:
    """Random generators by theme, so that tuning one theme leaves the others as they are."""

    def __init__(self, seed: int, block: int) -> None:
        self.seed, self.block = seed, block

    def __call__(self, theme: str) -> np.random.Generator:
        return np.random.default_rng([self.seed, self.block, crc32(theme.encode())])


def chance(rng: np.random.Generator, probability: Floats | float, count: int) -> Flags:
    """True with each row's probability."""
    return rng.random(count) < probability


def spread(rng: np.random.Generator, low: Ints, high: Ints) -> Ints:
    """A whole number from `low` to `high`, both included; `low` where `high` is below it."""
    width = np.maximum(high - low, 0) + 1
    return np.asarray(low + (rng.random(len(low)) * width).astype(np.int64))


def pick(rng: np.random.Generator, weights: Floats | Sequence[float], count: int) -> Ints:
    """`count` positions in `weights`, drawn with replacement."""
    steps = np.cumsum(np.asarray(weights, dtype=float))
    drawn = np.searchsorted(steps, rng.random(count) * steps[-1], side="right")
    return np.asarray(drawn, dtype=np.int64)


def share_out(rng: np.random.Generator, shares: Sequence[float], count: int) -> Ints:
    """`count` positions in `shares` in random order, each as often as its share says."""
    steps = np.round(np.cumsum(shares) / np.sum(shares) * count).astype(np.int64)
    return rng.permutation(np.searchsorted(steps, np.arange(count), side="right"))


def pick_in_rows(rng: np.random.Generator, weights: Floats) -> Ints:
    """One column per row, by that row's weights; -1 where they are all 0."""
    steps = np.cumsum(weights, axis=1)
    drawn = rng.random(len(weights)) * steps[:, -1]
    column = (steps <= drawn[:, None]).sum(axis=1)
    return np.where(steps[:, -1] > 0, np.minimum(column, weights.shape[1] - 1), -1)


def pick_few(rng: np.random.Generator, weights: Floats, most: int) -> Ints:
    """Up to `most` different columns per row, likelier first; -1 for columns of weight 0."""
    with np.errstate(divide="ignore"):
        keys = np.log(weights) + rng.gumbel(size=weights.shape)
    order = np.argsort(-keys, axis=1)[:, :most]
    return np.where(np.take_along_axis(weights, order, axis=1) > 0, order, -1)


def words(codes: npt.ArrayLike, vocabulary: Sequence[str]) -> pd.Categorical:
    """The words that codes stand for; -1 becomes an empty cell."""
    return pd.Categorical.from_codes(np.asarray(codes), categories=list(vocabulary))
