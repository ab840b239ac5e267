"""What one review asks of the figures, as the `metric` command is asked; every number that is read
is noted, so that it can be asked for again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from partnership import figures, queries, tables, wording
from partnership.filters import Filters
from partnership.labels import metrics as definitions
from partnership.periods import Quarter, four_quarters_to, last_complete_quarter
from partnership.review.kept import NOTHING_KEPT, Kept
from partnership.review.model import Edition, Figure, Tone
from partnership.settings import Settings
from partnership.targets import Target, target_of

# Spans of time: the four quarters, the quarter itself, the same four a year before, and whatever
# is so on the day of the figures.
YEAR, QUARTER, BEFORE, NOW = "year", "quarter", "before", "now"


class Row(Mapping[str, Any]):
    """One row of a metric; whatever is read of it is noted."""

    def __init__(self, asked: "Asked", about: Figure, values: Mapping[str, Any]) -> None:
        self._asked, self._about, self._values = asked, about, values
        self._names = {"group", *dict(about.where)}  # which row it is, no figure

    def __getitem__(self, column: str) -> Any:
        value = plain(self._values[column])
        if column not in self._names:
            self._asked.note(replace(self._about, column=column, value=value))
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


@dataclass(kw_only=True)
class Asked:
    """One agency, one quarter, one edition, and the figures of it noted so far."""

    connection: queries.Connection
    agency_id: str
    agency: str
    quarter: Quarter
    edition: Edition
    tone: Tone
    as_of: Any
    rules: Settings
    kept: Kept = NOTHING_KEPT
    first_day: date | None = None  # on which the files begin
    _noted: dict[Figure, None] = field(default_factory=dict)
    _known: dict[tuple[Any, ...], pd.DataFrame] = field(default_factory=dict)
    _read: dict[tuple[Any, ...], list[dict[Any, Any]]] = field(default_factory=dict)
    _targets: dict[str, Target | None] = field(default_factory=dict)

    @property
    def is_latest(self) -> bool:
        """Whether what is open or waits now belongs to this review: of earlier quarters it says
        what was open when they ended."""
        return self.quarter >= last_complete_quarter(self.as_of, self.quarter.first_month)

    @property
    def last_day(self) -> date:
        """The quarter's last day."""
        return self.quarter.end - timedelta(days=1)

    def filters(self, span: str) -> Filters:
        """The agency's cases of a span of time."""
        of_agency = Filters(agencies=(self.agency_id,))
        if span == NOW:
            return of_agency
        last = self.quarter.plus(-4) if span == BEFORE else self.quarter
        start = self.quarter.start if span == QUARTER else four_quarters_to(last).start
        return replace(of_agency, period_start=start, period_end=last.end)

    def frame(
        self,
        name: str,
        span: str | Filters = YEAR,
        *,
        by: str | None = None,
        folder: str = "metrics",
        **more: Any,
    ) -> pd.DataFrame:
        """The rows as they come; nothing of them is noted."""
        filters = self.filters(span) if isinstance(span, str) else span
        key = (folder, name, filters, by, tuple(sorted(more.items())))
        if key not in self._known:
            rows = queries.metric_rows(self.connection, name, filters, by=by, folder=folder, **more)
            self._known[key] = tables.of_one_agency(rows, self.agency_id)
        return self._known[key]

    def rows(self, name: str, span: str | Filters = YEAR, *, by: str | None = None) -> list[Row]:
        """The rows of a metric, each noting what is read of it."""
        filters = self.filters(span) if isinstance(span, str) else span
        found = self._records(name, filters, by)
        return [self._row(name, filters, by, values) for values in found]

    def row(
        self,
        name: str,
        span: str | Filters = YEAR,
        *,
        by: str | None = None,
        where: Sequence[tuple[str, Any]] = (),
    ) -> Row | None:
        """The first row of a metric whose columns have these values; None where there is none."""
        filters = self.filters(span) if isinstance(span, str) else span
        for values in self._records(name, filters, by):
            if all(values[column] == value for column, value in where):
                return self._row(name, filters, by, values)
        return None

    def cases(self, name: str, span: str = QUARTER, **more: Any) -> pd.DataFrame:
        """The cases behind a number: queries/rows/<name>.sql."""
        return self.frame(name, span, folder="rows", row_limit=None, **more)

    def read(self, name: str, span: str = YEAR, *, columns: Sequence[str]) -> pd.DataFrame:
        """The rows of a metric for a function that wants them whole, with these columns noted."""
        for row in self.rows(name, span):
            for column in columns:
                row[column]
        return self.frame(name, span)

    def shows(self, table: str) -> bool:
        """Whether this table came in: without it its figures can't be seen, which is not zero."""
        present = self.frame("tables_present", NOW, folder="screens")
        return bool(present.loc[present["table_name"] == table, "is_present"].any())

    def target(self, metric: str) -> Target | None:
        """What was agreed with the agency, or with all, before these figures."""
        if metric not in self._targets:
            agreed = self.frame("agreed_targets", NOW, folder="screens")
            self._targets[metric] = target_of(agreed, metric, (self.agency_id,))
        return self._targets[metric]

    def note(self, figure: Figure) -> None:
        """Keep in mind that this number was read."""
        self._noted[figure] = None

    def taken(self) -> tuple[Figure, ...]:
        """The numbers noted since this was last asked."""
        noted = tuple(self._noted)
        self._noted = {}
        return noted

    def in_words(self, text: str) -> str:
        """A text of ours with the numbers that are settings, and the agency's name."""
        said = wording.with_settings(text, self.rules).replace("{agency}", self.agency)
        return wording.for_reader(said, self.agency)

    def defined(self, *metrics: str) -> str:
        """The rules of some metrics, as the Definitions say them."""
        found = [definitions.of(name) for name in metrics]
        said = " ".join(f"{each.title}: {each.rule}" for each in found)
        return self.in_words(said.replace("*", ""))

    def _records(self, name: str, filters: Filters, by: str | None) -> list[dict[Any, Any]]:
        key = (name, filters, by)
        if key not in self._read:
            self._read[key] = self.frame(name, filters, by=by).to_dict("records")
        return self._read[key]

    def _row(self, name: str, filters: Filters, by: str | None, values: Mapping[Any, Any]) -> Row:
        grain = queries.query("metrics", name).header["grain"].split(",")
        where = [(key, plain(values[key])) for part in grain if (key := part.strip()) != "group"]
        about = Figure(
            name, "", None, filters.period_start, filters.period_end, by,
            plain(values.get("group")), tuple(where),
        )  # fmt: skip
        return Row(self, about, {str(key): value for key, value in values.items()})


def plain(value: Any) -> Any:
    """A cell as Python's own type; None where it is missing. Lists stay as they are."""
    if hasattr(value, "__len__") and not isinstance(value, str):
        return tuple(value)
    if figures.is_missing(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value.item() if hasattr(value, "item") else value
