"""Quarters of the fiscal year, and the periods a reader can choose. All are counted from the data's
own as-of day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from partnership.labels import shell as words

CALENDAR = 1
CALENDAR_QUARTER = re.compile(r"(\d{4}) Q([1-4])")
FISCAL_QUARTER = re.compile(r"FY\d\d Q([1-4]) \(.*?([A-Z][a-z]{2}) (\d{4})\)")


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter, number 1 to 4, of the fiscal year that begins in `first_month` and is named after
    the calendar year in which it ends."""

    year: int
    number: int
    first_month: int = CALENDAR

    @property
    def start(self) -> date:
        """Its first day."""
        begins = self.year - (self.first_month > CALENDAR)
        year, month = divmod(12 * begins + self.first_month - 1 + 3 * (self.number - 1), 12)
        return date(year, month + 1, 1)

    @property
    def end(self) -> date:
        """The first day after it."""
        return self.plus(1).start

    @property
    def label(self) -> str:
        """As screens name it: 2026 Q3; FY27 Q1 (Apr–Jun 2026) where the year does not begin in
        January."""
        if self.first_month == CALENDAR:
            return f"{self.year} Q{self.number}"
        months = _months(self.start, self.end - timedelta(days=1))
        return f"FY{self.year % 100:02} Q{self.number} ({months})"

    def plus(self, quarters: int) -> "Quarter":
        """So many quarters later; earlier where negative."""
        year, index = divmod(self.year * 4 + self.number - 1 + quarters, 4)
        return Quarter(year, index + 1, self.first_month)


@dataclass(frozen=True)
class Period:
    """A choice of the period filter: half-open days, None where not narrowed."""

    label: str
    start: date | None
    end: date | None

    @property
    def days_in_words(self) -> str:
        """Oct 2025 – Sep 2026; empty for all data."""
        if self.start is None or self.end is None:
            return ""
        first, last = _month(self.start), _month(self.end - timedelta(days=1))
        return first if first == last else f"{first} – {last}"


def quarter_of(day: date, first_month: int = CALENDAR) -> Quarter:
    """The quarter a day lies in."""
    since = (day.month - first_month) % 12
    ends_later = first_month > CALENDAR and day.month >= first_month
    return Quarter(day.year + ends_later, since // 3 + 1, first_month)


def group_of(quarter: Quarter) -> str:
    """The quarter as metrics name it when grouped: 2026Q3; FY27Q1."""
    return quarter.label.split(" (")[0].replace(" ", "")


def quarter_named(name: str, known: Sequence[Quarter]) -> Quarter | None:
    """Which of these quarters has this name, written with or without a space."""
    wanted = name.replace(" ", "").upper()
    return next((quarter for quarter in known if group_of(quarter) == wanted), None)


def last_complete_quarter(as_of: date, first_month: int = CALENDAR) -> Quarter:
    """The newest quarter whose last day is not after the as-of day."""
    return quarter_of(as_of + timedelta(days=1), first_month).plus(-1)


def complete_quarters(
    first_day: date, as_of: date, at_most: int = 8, first_month: int = CALENDAR
) -> list[Quarter]:
    """The newest complete quarters that begin not before the data's first quarter, oldest first."""
    last, first = last_complete_quarter(as_of, first_month), quarter_of(first_day, first_month)
    newest_first = [last.plus(-back) for back in range(at_most)]
    return [quarter for quarter in reversed(newest_first) if quarter >= first]


def four_quarters_to(last: Quarter, label: str = "") -> Period:
    """The four quarters that end with `last`."""
    named = label or words.FOUR_QUARTERS_TO.format(quarter=last.label)
    return Period(named, last.plus(-3).start, last.end)


def quarters_held(last: Quarter, first_day: date) -> int:
    """How many of the four quarters that end with `last` lie wholly in files from this day on."""
    return sum(last.plus(-back).start >= first_day for back in range(4))


def periods(first_day: date, as_of: date, first_month: int = CALENDAR) -> list[Period]:
    """Every period a reader can choose, the default first.

    The default and "All data" move on with the data; every other one names its days for ever, which
    is why a copied link uses those.
    """
    last = last_complete_quarter(as_of, first_month)
    quarters = complete_quarters(first_day, as_of, 40, first_month)[::-1]
    choices = [four_quarters_to(last, words.LAST_FOUR_QUARTERS), Period(words.ALL_DATA, None, None)]
    if last.end <= as_of:
        current = last.plus(1)
        choices.append(
            Period(words.SO_FAR.format(quarter=current.label), current.start, current.end)
        )
    choices += [Period(quarter.label, quarter.start, quarter.end) for quarter in quarters]
    return choices + [four_quarters_to(quarter) for quarter in quarters or [last]]


def compared_with(period: Period, how: str) -> Period | None:
    """The period that a period is held against: the one as long before it, the same a year earlier,
    or none."""
    if period.start is None or period.end is None or how == words.COMPARE_NOTHING:
        return None
    months = 12 if how == words.COMPARE_YEAR else _months_between(period.start, period.end)
    return Period("", _months_back(period.start, months), _months_back(period.end, months))


def fixed(period: Period, as_of: date, first_month: int = CALENDAR) -> Period:
    """The same period by a name that will not move on with newer data."""
    if period.label == words.LAST_FOUR_QUARTERS:
        return four_quarters_to(last_complete_quarter(as_of, first_month))
    return period


def _months_between(start: date, end: date) -> int:
    return 12 * (end.year - start.year) + end.month - start.month


def _months_back(day: date, months: int) -> date:
    year, month = divmod(12 * day.year + day.month - 1 - months, 12)
    return date(year, month + 1, day.day)


def named(label: str) -> Period | None:
    """The period of a name that says its own days, whichever month the fiscal year begins in now:
    links that were copied before it was set otherwise still mean what they meant."""
    before, _, after = words.FOUR_QUARTERS_TO.partition("{quarter}")
    is_four = label.startswith(before)
    quarter = _quarter_named(label.removeprefix(before).removesuffix(after) if is_four else label)
    if quarter is None:
        return None
    return four_quarters_to(quarter) if is_four else Period(label, quarter.start, quarter.end)


def _quarter_named(label: str) -> Quarter | None:
    if found := CALENDAR_QUARTER.fullmatch(label):
        return Quarter(int(found[1]), int(found[2]))
    found = FISCAL_QUARTER.fullmatch(label)
    if not found or found[2] not in words.MONTHS:
        return None
    number, last_month, year = int(found[1]), words.MONTHS.index(found[2]) + 1, int(found[3])
    first_month = (last_month - 3 * number) % 12 + 1
    quarter = quarter_of(date(year, last_month, 1), first_month)
    return quarter if quarter.label == label else None


def _months(first: date, last: date) -> str:
    """Apr–Jun 2026; Nov 2026–Jan 2027."""
    begin = words.MONTHS[first.month - 1] if first.year == last.year else _month(first)
    return f"{begin}–{_month(last)}"


def _month(day: date) -> str:
    return f"{words.MONTHS[day.month - 1]} {day.year}"
