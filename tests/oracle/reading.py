"""Canonical rows of text → typed rows, cut at an as-of instant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

Row = dict[str, Any]
DAYS = {"covers_from", "held_from", "held_until"}
INSTANTS = {"scheduled_for"}
COUNTS = {"openings", "ownership_days", "guarantee_days", "meeting_interval_days"}


@dataclass(frozen=True)
class Moment:
    """An instant and its local day; `is_exact` is false where only the day is known.

    Such a day is ordered among instants as if it were its local midnight.
    """

    at: datetime
    on: date
    zone: ZoneInfo
    is_exact: bool

    @property
    def local(self) -> datetime:
        """The wall clock where it happened."""
        return self.at.astimezone(self.zone)


@dataclass(frozen=True)
class AsOf:
    """The instant everything is measured to, and its day in the default zone."""

    at: datetime
    on: date

    def knows(self, value: Moment | date) -> bool:
        """Whether something dated so had happened by then."""
        return value.at <= self.at if isinstance(value, Moment) else value <= self.on


def moment(text: str, zone: ZoneInfo) -> Moment:
    """An ISO 8601 instant, or a day; without an offset it is read in `zone`."""
    if len(text) == 10:
        day = date.fromisoformat(text)
        return Moment(datetime.combine(day, time(), zone).astimezone(UTC), day, zone, False)
    read = datetime.fromisoformat(text)
    at = (read if read.tzinfo else read.replace(tzinfo=zone)).astimezone(UTC)
    return Moment(at, at.astimezone(zone).date(), zone, True)


def end_of_day(day: date, zone: str = "UTC") -> AsOf:
    """A bare day as an as-of: everything that happened on it is known."""
    midnight = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))
    return AsOf(midnight.astimezone(UTC) - timedelta(microseconds=1), day)


def respelled(text: str, known: object) -> str:
    """What an export would have said: nothing yet, another word, or the same."""
    return "" if known is None else known if isinstance(known, str) else text


# Which column says that the row exists, and which columns are not known before a later date.
BORN = {
    "searches": "opened_on",
    "openings": "opened_on",
    "submissions": "received_at",
    "briefs": "briefed_at",
    "holds": "held_from",
    "stage_events": "entered_at",
    "offers": "extended_at",
    "interviews": "invited_at",
}
LEARNT = {
    "searches": {"closed_on": {"status": "open", "closed_on": None}},
    "openings": {
        "closed_on": {"outcome": "open", "closed_on": None, "filled_by_submission_id": None}
    },
    "submissions": {
        "decided_at": {"decided_at": None, "decision": None},
        "withdrawn_at": {"withdrawn_at": None},
        "consent_at": {"consent_at": None},
    },
    "briefs": {"released_at": {"released_at": None}},
    "holds": {"held_until": {"held_until": None}},
    "offers": {"answered_at": {"outcome": "pending", "answered_at": None, "decline_reason": None}},
    "placements": {"reneged_on": {"reneged_on": None}, "left_on": {"left_on": None}},
    "meetings": {"starts_at": {"status": "scheduled"}},
    "interviews": {
        "scheduled_for": {"status": "scheduled", "recommendation": None},
        "ended_at": {"ended_at": None},
        "feedback_at": {"feedback_at": None, "recommendation": None},
    },
}
PARENTS = {
    "search_id": "searches",
    "submission_id": "submissions",
    "filled_by_submission_id": "submissions",
}
KEYS = {"searches": "search_id", "submissions": "submission_id"}
# A row of these stays when its parent is not known, with the field emptied.
LOOSE = {("meetings", "search_id"), ("openings", "filled_by_submission_id")}


class Export:
    """Typed tables as known at an as-of; a table that did not come in is absent from `has`."""

    def __init__(
        self,
        tables: Mapping[str, Sequence[Mapping[str, str]]],
        as_of: AsOf | None = None,
        default_zone: str = "UTC",
    ) -> None:
        self.default_zone = ZoneInfo(default_zone)
        self.has = set(tables)
        self._zones = {
            row["search_id"]: ZoneInfo(row["time_zone"])
            for row in tables.get("searches", [])
            if row.get("time_zone")
        }
        self._search_of = {
            r["submission_id"]: r["search_id"] for r in tables.get("submissions", [])
        }
        self._texts = tables
        self._typed = {t: [self._row(row) for row in rows] for t, rows in tables.items()}
        exported = self._typed.get("export", [{}])[0]
        self.covers_from: date | None = exported.get("covers_from")
        self.as_of = as_of or self._as_of(exported["exported_at"])
        self._known: dict[str, list[Row]] = {}
        self._ids: dict[str, set[str]] = {}

    def rows(self, table: str) -> list[Row]:
        """The rows of `table` as they were known at the as-of."""
        if table not in self._known:
            known = [self._as_known(table, row) for row in self._typed.get(table, [])]
            self._known[table] = [row for row in known if row is not None]
        return self._known[table]

    def typed(self, table: str) -> list[Row]:
        """All rows of `table`, those too that were not known at the as-of."""
        return self._typed.get(table, [])

    def texts(self, table: str) -> list[dict[str, str]]:
        """The rows of `table` as an export made at the as-of would have spelled them."""
        pairs = zip(self._texts[table], self._typed[table], strict=True)
        known = [(text, self._as_known(table, row)) for text, row in pairs]
        return [
            {name: respelled(text[name], value) for name, value in row.items()}
            for text, row in known
            if row is not None
        ]

    def by_id(self, table: str, key: str) -> dict[str, Row]:
        """The rows of `table` by their key."""
        return {row[key]: row for row in self.rows(table)}

    def _as_of(self, exported_at: Moment) -> AsOf:
        if not exported_at.is_exact:
            return end_of_day(exported_at.on, str(self.default_zone))
        return AsOf(exported_at.at, exported_at.at.astimezone(self.default_zone).date())

    def _zone(self, row: Mapping[str, str]) -> ZoneInfo:
        search = row.get("search_id") or self._search_of.get(row.get("submission_id", ""), "")
        return self._zones.get(search, self.default_zone)

    def _row(self, row: Mapping[str, str]) -> Row:
        typed = {c: self._value(c, text, self._zone(row)) for c, text in row.items()}
        # An agency named beside another channel has not put this candidate forward.
        if typed.get("channel") not in (None, "agency"):
            typed["agency_id"] = None
        return typed

    @staticmethod
    def _value(column: str, text: str, zone: ZoneInfo) -> object:
        text = text.strip()
        if not text:
            return None
        if column.endswith("_on") or column in DAYS:
            return date.fromisoformat(text)
        if column.endswith("_at") or column in INSTANTS:
            return moment(text, zone)
        if column in COUNTS:
            return int(text)
        return text == "true" if column == "attended" else text

    def _as_known(self, table: str, row: Row) -> Row | None:
        """The row as it stood at the as-of; None where there was no such row yet."""
        born = row.get(BORN.get(table, ""))
        if born is not None and not self.as_of.knows(born):
            return None
        if table == "interviews" and self._is_unheard_of(row):
            return None
        row = dict(row)
        for column, parent in PARENTS.items():
            if row.get(column) and parent != table and not self._is_known(parent, row[column]):
                if (table, column) not in LOOSE:
                    return None
                row[column] = None
        for column, unlearnt in LEARNT.get(table, {}).items():
            if row.get(column) is not None and not self.as_of.knows(row[column]):
                row |= {name: value for name, value in unlearnt.items() if name in row}
        return row

    def _is_unheard_of(self, interview: Row) -> bool:
        """Whether it took place, or did not, later, and nobody had been invited to it by then."""
        is_later = not self.as_of.knows(interview["scheduled_for"])
        is_invited = interview.get("invited_at") is not None
        return is_later and not is_invited and interview["status"] != "scheduled"

    def _is_known(self, table: str, key: str) -> bool:
        if table not in self._ids:
            self._ids[table] = {row[KEYS[table]] for row in self.rows(table)}
        return key in self._ids[table]
