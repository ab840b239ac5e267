"""How many of several things will happen, each with its own chance.

Source: Wang 1993 (the number of successes of independent trials with unequal chances).
"""

from collections.abc import Sequence

import numpy as np

LEVEL = 0.9


def likely_count(low: Sequence[float], high: Sequence[float]) -> tuple[int, int]:
    """The number of them, in nine of ten cases or more, wherever each chance lies within its own
    range: as few as the low ends allow, as many as the high ends do."""
    tail = (1 - LEVEL) / 2
    return _quantile(low, tail), _quantile(high, 1 - tail)


def _quantile(chances: Sequence[float], share: float) -> int:
    """The smallest number that is not exceeded in so many cases."""
    spread = np.ones(1)
    for chance in chances:
        spread = np.convolve(spread, (1 - chance, chance))
    # The last sum is 1 but for rounding.
    return min(int(np.searchsorted(np.cumsum(spread), share)), len(chances))
