"""What each reader of a dossier may be told of a case: we ourselves all of it, an agency what is
its own, and of the others that they did something, and in which week."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

import pandas as pd

from partnership import figures
from partnership.labels import likely_owner as words

Row = Mapping[str, Any]
Said = TypeVar("Said")
# What became of another agency's submission is none of a reader's business.
OF_THE_AGENCY_ALONE = frozenset({"rejected", "withdrawn"})
# What tells who another agency is, what of the person it holds, and what it earns.
HIDDEN = ("agency_id", "agency_name", "submission_id", "event_id", "candidate_id") + (
    "redundancy_class", "fee", "currency", "said", "happened_at", "protected_until",
)  # fmt: skip


@dataclass(frozen=True)
class Edition:
    """Who reads it: we ourselves where `agency_id` is None, else the one agency."""

    agency_id: str | None
    agencies: Mapping[str, str]
    order: tuple[str, ...]
    first_own: Row | None = None

    @property
    def is_ours(self) -> bool:
        """Whether names may stand in it."""
        return self.agency_id is None

    def said(self, ours: Said, agencys: Said) -> Said:
        """Words for this reader."""
        return ours if self.is_ours else agencys

    def shows(self, agency_id: object) -> bool:
        """Whether what this agency did may be told in full."""
        return self.is_ours or agency_id == self.agency_id

    def name(self, agency_id: object) -> str:
        """What an agency is called here."""
        if figures.is_missing(agency_id):
            return self.said(words.OUR_SIDE, words.OUR_SIDE_AGENCY)
        if self.shows(agency_id):
            return self.agencies.get(str(agency_id), str(agency_id))
        others = [each for each in self.order if each != self.agency_id]
        if len(others) < 2 or agency_id not in others:
            return words.ANOTHER
        return words.ANOTHER_OF.format(number=others.index(str(agency_id)) + 1)

    def seen(self, events: Sequence[Row]) -> list[Row]:
        """What may be told of the events, each with `who` it was, in the order of what is told."""
        told = [
            self._told(row)
            for row in events
            if self.shows(row["agency_id"]) or row["what"] not in OF_THE_AGENCY_ALONE
        ]
        return told if self.is_ours else sorted(told, key=_when)

    def _told(self, row: Row) -> Row:
        named: dict[str, Any] = {**row, "who": self.name(row["agency_id"])}
        if self.is_ours:
            return named
        if self.shows(row["agency_id"]):
            return named | {"said": self._outcome(row["said"])}
        elsewhere = None if figures.is_missing(row["sent_for"]) else words.ANOTHER_SEARCH
        hidden = dict.fromkeys(HIDDEN) | {"sent_for": elsewhere}
        return named | hidden | _by_weeks(row, self.first_own)

    def _outcome(self, said: object) -> str | None:
        """How a dispute of the reader's own ended, in words of ours: what was typed may name
        anybody."""
        if figures.is_missing(said):
            return None
        text = str(said).strip().lower()
        for known, told in words.OUTCOMES.items():
            if text.startswith(known):
                return told
        named = text.removeprefix(words.IN_FAVOUR).strip()
        for agency_id, name in self.agencies.items():
            if named in (agency_id.lower(), name.lower()):
                own = agency_id == self.agency_id
                return words.OUTCOME_OWN if own else words.OUTCOME_OTHER
        return words.OUTCOME_UNTOLD


def edition_of(
    agency_id: str | None, agencies: Mapping[str, str], events: Sequence[Row]
) -> Edition:
    """The edition for one agency, or for ourselves; the others are numbered as they came."""
    sent = [row for row in events if row["what"] == "sent"]
    order = dict.fromkeys(str(row["agency_id"]) for row in sent)
    own = (row for row in sent if row["agency_id"] == agency_id)
    return Edition(agency_id, agencies, tuple(order), min(own, key=_when, default=None))


def _by_weeks(row: Row, own: Row | None) -> dict[str, Any]:
    """When something was, in whole weeks from the agency's own first submission, and the middle of
    that week as the day."""
    if own is None:
        return {"happened_on": None, "told_when": words.NO_DAY}
    days = (_date(row["happened_on"]) - _date(own["happened_on"])).days
    is_after = days > 0 or (days == 0 and _when(row) > _when(own))
    weeks = abs(days) // 7 + 1
    said = words.AFTER_YOURS if is_after else words.BEFORE_YOURS
    middle = timedelta(days=(7 * weeks - 4) * (1 if is_after else -1))
    return {
        "happened_on": pd.Timestamp(_date(own["happened_on"]) + middle),
        "told_when": said.format(weeks=figures.counted(weeks, words.WEEK, words.WEEKS)),
    }


def _when(row: Row) -> pd.Timestamp:
    """The instant, or the first one of the day."""
    known = row["happened_on"] if figures.is_missing(row["happened_at"]) else row["happened_at"]
    at = pd.Timestamp(known)
    return at if at.tzinfo else at.tz_localize("UTC")


def _date(value: Any) -> date:
    day: date = pd.Timestamp(value).date()
    return day
