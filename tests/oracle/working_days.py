"""Working days, counted one by one."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import holidays

from oracle.reading import Moment

CUT_OFF_HOUR = 17


@cache
def public_holidays(country: str) -> holidays.HolidayBase:
    """The public holidays of a country; none where no country is given."""
    return holidays.country_holidays(country) if country else holidays.HolidayBase()


def is_working_day(day: date, country: str | None) -> bool:
    """A weekday that is no public holiday of the site."""
    return day.weekday() < 5 and day not in public_holidays(country or "")


def days_after(day: date, until: date) -> Iterator[date]:
    """Each day after `day`, up to and including `until`."""
    while day < until:
        day += timedelta(days=1)
        yield day


def working_days(after: date, until: date, country: str | None) -> int:
    """Working days after one day, up to and including another; 0 where that is not later."""
    return sum(is_working_day(day, country) for day in days_after(after, until))


def first_working_day(day: date, country: str | None) -> date:
    """The day itself if it is a working day, else the next one that is."""
    while not is_working_day(day, country):
        day += timedelta(days=1)
    return day


def reply_clock_starts(received: Moment, country: str | None) -> date:
    """The day a receipt counts from: the next working day after 17:00 or on a day off."""
    clock = received.local
    is_late = received.is_exact and (clock.hour, clock.minute, clock.second, clock.microsecond) > (
        CUT_OFF_HOUR,
        0,
        0,
        0,
    )
    is_late = is_late and is_working_day(received.on, country)
    return first_working_day(received.on + timedelta(days=int(is_late)), country)
