"""An agreed floor and target, and the two things one may say of a number against them."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from partnership import figures
from partnership.figures import Number
from partnership.labels import shell as words

# Under so many cases a number gets no colour, whatever its range.
FEWEST_FOR_EVIDENCE = 10


@dataclass(frozen=True)
class Target:
    """Fractions; where the target lies below the floor, less is better."""

    floor: float
    target: float

    @property
    def is_upward(self) -> bool:
        """Whether more is better."""
        return self.target >= self.floor

    def fact(self, rate: Number) -> str:
        """Met or not met in this period, which chance alone may have done."""
        if rate is None or figures.is_missing(rate):
            return ""
        met = rate >= self.target if self.is_upward else rate <= self.target
        said = words.TARGET_MET if met else words.TARGET_NOT_MET
        sign = "" if self.is_upward else "≤ "
        return said.format(target=sign + figures.percent(self.target))

    def evidence(self, low: Number, high: Number, n: Number) -> str:
        """What the whole likely range says: clearly at target, clearly past the floor, or
        nothing."""
        if low is None or high is None or figures.is_missing(low) or figures.is_missing(high):
            return ""
        worst, best = (low, high) if self.is_upward else (high, low)
        is_enough = n is not None and n >= FEWEST_FOR_EVIDENCE
        if is_enough and self._is_as_good(worst, self.target):
            return words.CLEARLY_AT_TARGET
        if is_enough and not self._is_as_good(best, self.floor):
            return words.CLEARLY_BELOW if self.is_upward else words.CLEARLY_ABOVE
        if not self._is_as_good(best, self.target):
            sign = "" if self.is_upward else "≤ "
            return words.SHORT_OF_TARGET.format(floor=sign + figures.percent(self.floor))
        return words.COULD_BE_CHANCE

    def _is_as_good(self, rate: float, than: float) -> bool:
        return rate >= than if self.is_upward else rate <= than


def target_of(
    agreed: pd.DataFrame, metric: str, agencies: Sequence[str] | None = None
) -> Target | None:
    """The target of a metric: one chosen agency's own where it has one, else the one for all."""
    own = agencies[0] if agencies and len(agencies) == 1 else None
    rows = agreed[agreed["metric"] == metric]
    for found in (rows[rows["agency_id"] == own], rows[rows["agency_id"].isna()]):
        if len(found):
            return Target(float(found["floor"].iloc[0]), float(found["target"].iloc[0]))
    return None
