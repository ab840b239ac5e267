"""Amounts of money: never added across currencies, unless a dated rate says what one is worth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from partnership import figures
from partnership.labels import settings as words
from partnership.settings import Rate

Amount = tuple[Decimal, str]


@dataclass(frozen=True)
class Total:
    """What amounts come to: one sum per currency, or fewer where rates are there.

    `used` are the rates that were used, `lacking` the currencies that have none; `unknown` counts
    the amounts that came without a currency.
    """

    sums: tuple[Amount, ...]
    used: tuple[Rate, ...] = ()
    lacking: tuple[str, ...] = ()
    unknown: int = 0


def total(
    amounts: Iterable[tuple[object, object]], into: str, rates: Sequence[Rate], on: date
) -> Total:
    """The sum of (amount, currency) per currency, or in the currency `into` where it is not empty.

    A currency counts at its newest rate not after the day `on`. Missing amounts are left out.
    """
    sums: dict[str, Decimal] = {}
    used: dict[str, Rate] = {}
    lacking: set[str] = set()
    unknown = 0
    for amount, currency in amounts:
        if figures.is_missing(amount):
            continue
        if figures.is_missing(currency) or not str(currency).strip():
            unknown += 1
            continue
        name, value = str(currency).strip().upper(), Decimal(str(amount))
        rate = rate_of(name, rates, on) if into and name != into else None
        if rate is not None:
            used[name], name, value = rate, into, value * Decimal(str(rate.rate))
        elif into and name != into:
            lacking.add(name)
        sums[name] = sums.get(name, Decimal(0)) + value
    ordered = sorted(sums, key=lambda name: (name != into, name))
    return Total(
        tuple((sums[name], name) for name in ordered),
        tuple(used[name] for name in sorted(used)),
        tuple(sorted(lacking)),
        unknown,
    )


def means(
    parts: Iterable[tuple[object, object, int]], into: str, rates: Sequence[Rate], on: date
) -> list[tuple[Amount, int]]:
    """The amount per case, and how many cases, for each currency or in the currency `into`; the one
    of most cases first. `parts` are (sum, currency, cases)."""
    sums: dict[str, Decimal] = {}
    counts: dict[str, int] = {}
    for value, currency, cases in parts:
        for worth, name in total([(value, currency)], into, rates, on).sums:
            sums[name] = sums.get(name, Decimal(0)) + worth
            counts[name] = counts.get(name, 0) + cases
    ordered = sorted((name for name in sums if counts[name]), key=lambda name: -counts[name])
    return [((sums[name] / counts[name], name), counts[name]) for name in ordered]


def rate_of(currency: str, rates: Sequence[Rate], on: date) -> Rate | None:
    """The newest rate of a currency that is not after that day."""
    known = [rate for rate in rates if rate.currency == currency and rate.on <= on]
    return max(known, key=lambda rate: rate.on, default=None)


def in_words(found: Total) -> str:
    """18,700 EUR · 3,000 USD; a dash where there is nothing."""
    return " · ".join(amount(*each) for each in found.sums) or figures.DASH


def amount(value: object, currency: object) -> str:
    """18,700 EUR, in whole units; without a currency the number alone is no money."""
    if figures.is_missing(value):
        return figures.DASH
    whole = Decimal(str(value)).quantize(Decimal(1), ROUND_HALF_UP)
    named = words.NO_CURRENCY if figures.is_missing(currency) else str(currency)
    return f"{whole:,}{figures.NO_BREAK}{named}"


def rates_in_words(found: Total, into: str) -> str:
    """Which rates were used, with their day, and which lack; empty where none was needed."""
    parts = [
        words.RATE_USED.format(
            currency=rate.currency, rate=f"{rate.rate:g}", into=into, day=figures.day(rate.on)
        )
        for rate in found.used
    ]
    parts += [words.RATE_LACKING.format(currency=name, into=into) for name in found.lacking]
    if found.unknown:
        parts.append(words.CURRENCY_UNKNOWN.format(count=found.unknown))
    return " ".join(parts)
