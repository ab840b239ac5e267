"""How numbers and days read on a screen, and the rule for few cases."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

import pandas as pd

from partnership.labels import settings as settings_words
from partnership.labels import shell as words
from partnership.settings import current

# FY27 Q1 (Apr–Jun 2026), FY27 Q4 (Nov 2026–Jan 2027): its name and, without years, its months.
FISCAL = re.compile(r"(FY\d\d Q[1-4]) \((\w{3})[^–]*–(\w{3}) \d{4}\)")
DASH = "–"
NO_BREAK = "\u00a0"

Number = float | int | None


@dataclass(frozen=True)
class Card:
    """One headline number: `value` large, then what it is of, its likely range, and its
    quarters; `also` is a second figure of the same cases, in words; `disputed` how many of them
    somebody says are wrong."""

    label: str
    value: str
    basis: str = ""
    likely: str = ""
    trend: Sequence[float | None] = ()
    explained: str = ""
    target: str = ""
    evidence: str = ""
    before: str = ""
    also: str = ""
    disputed: str = ""


class Judge(Protocol):
    """What says something of a number against an agreed target."""

    def fact(self, rate: Number) -> str:
        """Met or not met."""

    def evidence(self, low: Number, high: Number, n: Number) -> str:
        """What the likely range says."""


def is_missing(value: object) -> bool:
    """Whether a value is absent: None, NaN or NaT."""
    return value is None or bool(pd.isna(value))


def number(value: Number, decimals: int = 0) -> str:
    """1,092; a dash where there is none."""
    return DASH if value is None or is_missing(value) else f"{value:,.{decimals}f}"


def percent(fraction: Number) -> str:
    """0.474 as 47 %; a dash where there is none."""
    return DASH if fraction is None or is_missing(fraction) else f"{100 * fraction:.0f}{NO_BREAK}%"


def days(value: Number) -> str:
    """61 days, 1 day; halves keep their decimal."""
    if value is None or is_missing(value):
        return DASH
    shown = number(value, 0 if float(value).is_integer() else 1)
    return f"{shown}{NO_BREAK}{'day' if shown == '1' else 'days'}"


def day(value: object) -> str:
    """30 Sep 2026, whatever the machine's language."""
    if not isinstance(value, date | datetime) or is_missing(value):
        return DASH
    return f"{value.day} {words.MONTHS[value.month - 1]} {value.year}"


def month(value: date) -> str:
    """August 2026, whatever the machine's language."""
    return f"{settings_words.MONTH_NAMES[value.month - 1]} {value.year}"


def quarter(label: str) -> str:
    """2026Q3, as the metrics name it, as 2026 Q3; FY27Q1 as FY27 Q1. The months that a fiscal
    quarter names go below it."""
    if len(label) == 6 and label[4] == "Q":
        return f"{label[:4]} {label[4:]}"
    found = FISCAL.fullmatch(label)
    return f"{found[1]}<br>{found[2]}–{found[3]}" if found else label


def k_of_n(k: Number, n: Number) -> str:
    """39 of 84."""
    return f"{number(k)} of {number(n)}"


def counted(n: Number, one: str, many: str) -> str:
    """1 search, 12 searches."""
    return f"{number(n)} {one if n == 1 else many}"


def is_enough(n: Number) -> bool:
    """Whether there are enough cases to say a share: under so many it is said as "2 of 3", without
    a percentage and without a colour."""
    return _reaches(n, current().fewest_for_a_share)


def is_enough_without_cases(n: Number) -> bool:
    """Whether a share can stand alone; under so many cases they are listed beside it."""
    return _reaches(n, current().fewest_without_cases)


def is_enough_for_a_median(n: Number) -> bool:
    """Whether there are enough cases for a middle value."""
    return _reaches(n, current().fewest_for_a_median)


def is_enough_for_evidence(n: Number) -> bool:
    """Whether a number may get a colour; under so many cases it does not, whatever its range."""
    return _reaches(n, current().fewest_for_evidence)


def _reaches(n: Number, fewest: int) -> bool:
    return n is not None and not is_missing(n) and n >= fewest


def share(k: Number, n: Number, rate: Number) -> str:
    """A share by the rule for few cases: 47 %, or "2 of 3" under five, or a dash."""
    if n is None or is_missing(n) or n == 0:
        return DASH
    return percent(rate) if is_enough(n) else k_of_n(k, n)


def likely_range(low: Number, high: Number) -> str:
    """likely range 37–58 %; empty where there is none."""
    if low is None or high is None or is_missing(low) or is_missing(high):
        return ""
    return words.LIKELY_RANGE.format(low=f"{100 * low:.0f}", high=percent(high))


def likely_days(low: Number, high: Number) -> str:
    """likely range 28–30 days; empty where there is none."""
    if low is None or high is None or is_missing(low) or is_missing(high):
        return ""
    return words.LIKELY_RANGE.format(low=number(low), high=days(high))


def share_card(
    label: str,
    k: Number,
    n: Number,
    rate: Number,
    *,
    of: str = "",
    low: Number = None,
    high: Number = None,
    trend: Sequence[float | None] = (),
    explained: str = "",
    target: Judge | None = None,
) -> Card:
    """The card of a share `rate` = k of n cases, n counted in `of` ("searches")."""
    card = Card(label, DASH, explained=explained)
    if n is None or is_missing(n) or is_missing(k):
        return replace(card, basis=words.CANT_BE_SEEN)
    if n == 0:
        return replace(card, basis=words.NO_CASES)
    if not is_enough(n):
        basis = ", ".join(part for part in (of, words.TOO_FEW) if part)
        return replace(card, value=k_of_n(k, n), basis=basis)
    return replace(
        card,
        value=percent(rate),
        basis=f"{k_of_n(k, n)} {of}".strip(),
        likely=likely_range(low, high),
        trend=tuple(trend),
        target=target.fact(rate) if target else words.NO_TARGET,
        evidence=target.evidence(low, high, n) if target else "",
    )


def compared(rows: pd.DataFrame | None, names: Sequence[str]) -> str:
    """The share of the period compared with, as "before 41 % of 95"; empty where there is none, or
    only a few cases. `names` are its columns k, n and rate."""
    if rows is None or rows.empty or not is_enough(rows[names[1]].iloc[0]):
        return ""
    n, rate = (rows[name].iloc[0] for name in names[1:3])
    return words.BEFORE.format(share=percent(rate), of=number(n))


def trend_of(rows: pd.DataFrame, rate: str, n: str) -> list[float | None]:
    """A rate's values in the order of the rows, without those that stand on too few cases."""
    if rows.empty:
        return []
    pairs = zip(rows[rate], rows[n], strict=True)
    return [
        None if not is_enough(count) or is_missing(value) else float(value)
        for value, count in pairs
    ]
