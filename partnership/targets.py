"""An agreed floor and target, and the two things one may say of a number against them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from partnership import figures
from partnership.figures import Number
from partnership.labels import shell as words


@dataclass(frozen=True)
class Target:
    """Fractions; where the target lies below the floor, less is better. `is_new` where it was
    entered after the figures."""

    floor: float
    target: float
    is_new: bool = False

    @property
    def is_upward(self) -> bool:
        """Whether more is better."""
        return self.target >= self.floor

    def fact(self, rate: Number) -> str:
        """Met or not met in this period, which chance alone may have done."""
        if rate is None or figures.is_missing(rate):
            return ""
        said = words.TARGET_MET if self.is_as_good(rate, self.target) else words.TARGET_NOT_MET
        sign = "" if self.is_upward else "≤ "
        fact = said.format(target=sign + figures.percent(self.target))
        return f"{fact} {words.TARGET_IS_NEW}" if self.is_new else fact

    def evidence(self, low: Number, high: Number, n: Number) -> str:
        """What the whole likely range says: clearly at target, clearly past the floor, or
        nothing."""
        if low is None or high is None or figures.is_missing(low) or figures.is_missing(high):
            return ""
        worst, best = (low, high) if self.is_upward else (high, low)
        is_enough = figures.is_enough_for_evidence(n)
        if is_enough and self.is_as_good(worst, self.target):
            return words.CLEARLY_AT_TARGET
        if is_enough and not self.is_as_good(best, self.floor):
            return words.CLEARLY_BELOW if self.is_upward else words.CLEARLY_ABOVE
        is_between = not self.is_as_good(best, self.target) and not self.is_as_good(
            self.floor, worst
        )
        if is_enough and is_between:
            return words.BETWEEN
        return words.COULD_BE_CHANCE

    def is_as_good(self, rate: float, than: float) -> bool:
        """Whether a share is as good as another one, or better."""
        return rate >= than if self.is_upward else rate <= than


def target_of(
    agreed: pd.DataFrame, metric: str, agencies: Sequence[str] | None = None
) -> Target | None:
    """The target of a metric: one chosen agency's own where it has one, else the one for all."""
    own = agencies[0] if agencies and len(agencies) == 1 else None
    rows = agreed[agreed["metric"] == metric]
    for found in (rows[rows["agency_id"] == own], rows[rows["agency_id"].isna()]):
        if len(found):
            row = found.iloc[0]
            return Target(float(row["floor"]), float(row["target"]), bool(row.get("is_new", False)))
    return None


def with_typed(agreed: pd.DataFrame, typed: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    """The agreed targets with those entered after the figures in the place of the older ones."""
    if not typed:
        return agreed
    new = pd.DataFrame(
        {
            "agency_id": [entry.get("agency_id") or None for entry in typed],
            "metric": [entry["metric"] for entry in typed],
            "floor": [float(entry["floor"]) for entry in typed],
            "target": [float(entry["target"]) for entry in typed],
            "is_new": True,
        }
    )
    both = pd.concat([new, agreed.assign(is_new=False)], ignore_index=True)
    return both.drop_duplicates(["agency_id", "metric"], ignore_index=True)
