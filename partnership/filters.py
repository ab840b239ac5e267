"""What the reader chose: a period and some narrowing lists; to and from plain URL parameters."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta


@dataclass(frozen=True)
class Filters:
    """The cases a figure is about. None means not narrowed; an empty tuple means no rows at all.

    `period_start` and `period_end` are half-open days and apply to the date that the metric's
    header names under `attribution`.
    """

    period_start: date | None = None
    period_end: date | None = None
    clients: tuple[str, ...] | None = None
    agencies: tuple[str, ...] | None = None
    departments: tuple[str, ...] | None = None
    locations: tuple[str, ...] | None = None
    role_families: tuple[str, ...] | None = None

    def parameters(self) -> dict[str, object]:
        """The values by the names that the SQL files use for them ($period_start, $agencies, …)."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: list(v) if isinstance(v, tuple) else v for name, v in values.items()}

    def reaching_day(self, days: int) -> "Filters":
        """The same cases shifted so that what fell in the period is each case's day `days`."""
        back = timedelta(days=days)
        return replace(
            self,
            period_start=self.period_start and self.period_start - back,
            period_end=self.period_end and self.period_end - back,
        )


EVERYTHING = Filters()
