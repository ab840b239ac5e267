"""Calendar quarters, and the periods a reader can choose. All are counted from the data's own as-
of day."""

from dataclasses import dataclass
from datetime import date, timedelta

from partnership.labels import shell as words


@dataclass(frozen=True, order=True)
class Quarter:
    """A calendar quarter, number 1 to 4."""

    year: int
    number: int

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def end(self) -> date:
        """The first day after it."""
        return self.plus(1).start

    @property
    def label(self) -> str:
        """As screens name it: 2026 Q3."""
        return f"{self.year} Q{self.number}"

    def plus(self, quarters: int) -> "Quarter":
        """So many quarters later; earlier where negative."""
        year, index = divmod(self.year * 4 + self.number - 1 + quarters, 4)
        return Quarter(year, index + 1)


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


def quarter_of(day: date) -> Quarter:
    """The quarter a day lies in."""
    return Quarter(day.year, (day.month + 2) // 3)


def last_complete_quarter(as_of: date) -> Quarter:
    """The newest quarter whose last day is not after the as-of day."""
    return quarter_of(as_of + timedelta(days=1)).plus(-1)


def complete_quarters(first_day: date, as_of: date, at_most: int = 8) -> list[Quarter]:
    """The newest complete quarters that begin not before the data's first quarter, oldest first."""
    last = last_complete_quarter(as_of)
    newest_first = [last.plus(-back) for back in range(at_most)]
    return [quarter for quarter in reversed(newest_first) if quarter >= quarter_of(first_day)]


def four_quarters_to(last: Quarter, label: str = "") -> Period:
    """The four quarters that end with `last`."""
    named = label or words.FOUR_QUARTERS_TO.format(quarter=last.label)
    return Period(named, last.plus(-3).start, last.end)


def periods(first_day: date, as_of: date) -> list[Period]:
    """Every period a reader can choose, the default first.

    The default and "All data" move on with the data; every other one names its days for ever, which
    is why a copied link uses those.
    """
    last = last_complete_quarter(as_of)
    quarters = complete_quarters(first_day, as_of, at_most=40)[::-1]
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


def fixed(period: Period, as_of: date) -> Period:
    """The same period by a name that will not move on with newer data."""
    if period.label == words.LAST_FOUR_QUARTERS:
        return four_quarters_to(last_complete_quarter(as_of))
    return period


def _months_between(start: date, end: date) -> int:
    return 12 * (end.year - start.year) + end.month - start.month


def _months_back(day: date, months: int) -> date:
    year, month = divmod(12 * day.year + day.month - 1 - months, 12)
    return date(year, month + 1, day.day)


def _month(day: date) -> str:
    return f"{words.MONTHS[day.month - 1]} {day.year}"
