"""Rows of text at random days, instants in the spellings that exports have."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

Row = dict[str, str]
Tables = dict[str, list[Row]]
FIRST = date(2025, 1, 6)


class Writer:
    """Writes tables row by row, with one source of chance."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.rows: Tables = {}

    def add(self, table: str, **values: object) -> Row:
        """One more row, its values as text."""
        row = {name: "" if value is None else str(value) for name, value in values.items()}
        self.rows.setdefault(table, []).append(row)
        return row

    def one_in(self, number: int) -> bool:
        """True once in so many times."""
        return self.random.randrange(number) == 0

    def day(self, after: date = FIRST, within: int = 300) -> date:
        """A day soon after another; sometimes later than the as-of."""
        reach = self.random.choice((3, 20, within))
        return after + timedelta(days=self.random.randint(0, reach))

    def instant(self, day: date, zone: str) -> str:
        """A moment of a local day in one of the spellings exports have: offset, naive, day only."""
        spelling = self.random.randrange(8)
        if spelling == 0:
            return str(day)
        # Not between midnight and four: there the clocks change, and a naive time may mean two.
        minute = self.random.choice((0, 0, 30, self.random.randrange(60)))
        clock = time(self.random.choice((4, 9, 9, 16, 17, 18, 23)), minute)
        naive = datetime.combine(day, clock)
        if spelling == 1:
            return naive.isoformat()
        aware = naive.replace(tzinfo=ZoneInfo(zone or "UTC"))
        if spelling < 5:
            return aware.astimezone(UTC).isoformat().replace("+00:00", "Z")
        return aware.isoformat()

    def at(self, day: date, search: Row) -> str:
        """A moment of a local day in a search's zone."""
        return self.instant(day, search["time_zone"])

    def local(self, text: str, search: Row) -> datetime:
        """The instant a text means, to put another one after it."""
        zone = ZoneInfo(search["time_zone"] or "UTC")
        read = datetime.fromisoformat(text)
        return read if read.tzinfo else read.replace(tzinfo=zone)
