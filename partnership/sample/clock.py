"""The generator's sense of time: local minutes, working days, offsets of zones.

A moment is a whole number of minutes since 1970 on the wall clock of the search's site, a day a
whole number of days since 1970, a working day its position in `WORKING_DAYS`. NONE is "not yet".
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

NONE = -1
MINUTES = 24 * 60
EPOCH = date(1970, 1, 1)


def day_number(day: str) -> int:
    """`2026-09-30` as days since 1970."""
    return (date.fromisoformat(day) - EPOCH).days


COVERS_FROM = day_number("2024-10-01")
EXPORTED_ON = day_number("2026-09-30")
EXPORTED_AT = "2026-09-30T18:00:00Z"
FIRST_OPENED = day_number("2024-09-09")

_TABLE_FROM, _TABLE_UNTIL = day_number("2024-01-01"), day_number("2028-01-01")
_DAYS = np.arange(_TABLE_FROM, _TABLE_UNTIL)


def _is_working(day: int) -> bool:
    """Weekdays without the days around Christmas on which every site is closed."""
    on = EPOCH + timedelta(days=day)
    is_closed = (on.month, on.day) in {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)}
    return on.weekday() < 5 and not is_closed


_WORKING = np.array([_is_working(day) for day in _DAYS.tolist()])
WORKING_DAYS: Ints = _DAYS[_WORKING].astype(np.int64)
_POSITION: Ints = np.cumsum(_WORKING).astype(np.int64) - 1


def position(day: Ints) -> Ints:
    """The last working day up to and including each day; NONE stays NONE."""
    return np.where(day < 0, NONE, _POSITION[np.maximum(day - _TABLE_FROM, 0)])


def position_from(day: Ints) -> Ints:
    """The first working day from each day on; NONE stays NONE."""
    return np.where(day < 0, NONE, position(day - 1) + 1)


def day_at(place: Ints) -> Ints:
    """The day of each working day; NONE stays NONE."""
    return np.where(place < 0, NONE, WORKING_DAYS[np.maximum(place, 0)])


# Nothing but plans happens on the day of the export itself, so no moment can lie behind it.
LAST = int(position(np.array([EXPORTED_ON - 1]))[0])


def last_before(closed: Ints) -> Ints:
    """The last working day before each day of closing, or of all where nothing closed."""
    return np.where(closed < 0, LAST, position(closed) - 1)


def moment(
    rng: np.random.Generator, day: Ints, earliest: int = 9 * 60, latest: int = 17 * 60
) -> Ints:
    """A moment on each day between two times of day given in minutes; NONE stays NONE."""
    return np.where(day < 0, NONE, day * MINUTES + rng.integers(earliest, latest, len(day)))


def offsets(zones: list[str], zone: Ints, minute: Ints) -> Ints:
    """Minutes east of UTC at each local moment. No moment lies in a night of the change."""
    table = np.array([_offsets_by_day(name) for name in zones])
    day = np.where(minute < 0, _TABLE_FROM, minute // MINUTES)
    return np.asarray(table[zone, day - _TABLE_FROM])


@cache
def _offsets_by_day(zone: str) -> list[int]:
    return [_offset(zone, day) for day in _DAYS.tolist()]


def _offset(zone: str, day: int) -> int:
    noon = datetime(1970, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
    shift = noon.astimezone(ZoneInfo(zone)).utcoffset()
    return int(shift.total_seconds() // 60) if shift else 0
