"""Kaplan–Meier, Aalen–Johansen, Wilson, medians: from their definitions, in exact fractions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, inf, log, sqrt

Z = 1.959963984540054
OPEN = "open"


@dataclass(frozen=True)
class Life:
    """One clock: under observation from `entry` to `end`, which came about by `cause`."""

    end: int
    cause: str = OPEN
    entry: int = 0

    def was_seen(self) -> bool:
        """Whether it was under observation at all: one that ended before its entry never was."""
        return self.entry == 0 or self.entry < self.end

    def is_at_risk(self, day: int) -> bool:
        """Whether it was under observation and still running just before `day` was over."""
        return self.end >= day and (self.entry == 0 or self.entry < day)


@dataclass(frozen=True)
class Step:
    """The survival curve from `day` on; `spread` is Greenwood's sum."""

    day: int
    at_risk: int
    survival: Fraction
    spread: Fraction

    @property
    def band(self) -> tuple[float | None, float | None]:
        """The log-log band at 95 %; there is none where the curve is 1 or 0."""
        if not 0 < self.survival < 1:
            return None, None
        s = float(self.survival)
        width = Z * sqrt(self.spread) / abs(log(s))
        return s ** exp(width), s ** exp(-width)


FEWEST_AT_RISK = 5


def thin_from(lives: Sequence[Life]) -> float:
    """With late entries: the first day that something ends while fewer than five are at risk.

    One end among so few, with others still to enter, would pull down the whole curve behind it.
    """
    seen = [life for life in lives if life.was_seen()]
    thin = [
        life.end
        for life in seen
        if life.cause != OPEN
        and sum(other.is_at_risk(life.end) for other in seen) < FEWEST_AT_RISK
        and any(other.entry >= life.end for other in seen if other.entry > 0)
    ]
    return float(min(thin, default=inf))


def survival_curve(lives: Sequence[Life], is_event: Callable[[str], bool]) -> list[Step]:
    """Kaplan–Meier: one step per day on which something ended; what is no event is censored.

    What is censored on the day of an event still counts as at risk on that day.
    """
    seen = [life for life in lives if life.was_seen()]
    survival, spread, steps = Fraction(1), Fraction(0), []
    for day in sorted({life.end for life in seen}):
        at_risk = sum(life.is_at_risk(day) for life in seen)
        events = sum(life.end == day and is_event(life.cause) for life in seen)
        survival *= 1 - Fraction(events, at_risk)
        if at_risk > events:
            spread += Fraction(events, at_risk * (at_risk - events))
        steps.append(Step(day, at_risk, survival, spread))
    return steps


def incidence_curve(lives: Sequence[Life], cause: str) -> list[tuple[int, Fraction]]:
    """Aalen–Johansen: the share ended by `cause` from each day on, others competing."""
    seen = [life for life in lives if life.was_seen()]
    still_going, incidence, steps = Fraction(1), Fraction(0), []
    for step in survival_curve(seen, lambda c: c != OPEN):
        ended = sum(life.end == step.day and life.cause == cause for life in seen)
        incidence += still_going * Fraction(ended, step.at_risk)
        still_going = step.survival
        steps.append((step.day, incidence))
    return steps


def incidence_at(curve: Sequence[tuple[int, Fraction]], day: int) -> float:
    """The height of the last step that is not after `day`."""
    return float(([Fraction(0)] + [height for start, height in curve if start <= day])[-1])


def survival_at(curve: Sequence[Step], day: int) -> float:
    """The height of the last step that is not after `day`."""
    return float(([Fraction(1)] + [step.survival for step in curve if step.day <= day])[-1])


def median_day(curve: Sequence[Step]) -> int | None:
    """The first day on which half or less is left."""
    return min((step.day for step in curve if step.survival <= Fraction(1, 2)), default=None)


def median_limits(curve: Sequence[Step]) -> tuple[int | None, int | None]:
    """The first days on which the lower and the upper band are at or below a half."""
    limits = []
    for side in (0, 1):
        reached = [s.day for s in curve if s.band[side] is not None and s.band[side] <= 0.5]
        limits.append(min(reached, default=None))
    return limits[0], limits[1]


def mean_days_within(curve: Sequence[Step], horizon: int) -> float:
    """The area under the survival curve from 0 to `horizon`."""
    area, height, start = Fraction(0), Fraction(1), 0
    for step in curve:
        if step.day < horizon:
            area += height * (step.day - start)
            height, start = step.survival, step.day
    return float(area + height * (horizon - start))


def middle(values: Sequence[int]) -> float | None:
    """The plain median; the mean of the two in the middle where their number is even."""
    ordered = sorted(values)
    if not ordered:
        return None
    half = len(ordered) // 2
    return float(ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2)


def wilson(k: int, n: int) -> tuple[float | None, float | None]:
    """Wilson's interval for k of n at 95 %."""
    if n == 0:
        return None, None
    share, z2 = k / n, Z * Z
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def rate(k: int | None, n: int | None) -> float | None:
    """k of n; nothing where there is no n."""
    return k / n if n and k is not None else None
