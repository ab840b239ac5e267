"""The dossier: one candidate's case as one page, for us or for one agency.

In an agency's edition no other agency's name or id, no name of the candidate, no record of another
agency and no fee that is not its own ever reaches the text, nor what the screen draws beside it:
both are made from what `Edition.seen` leaves of the events.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures, money
from partnership.dossier_paper import Page, Section
from partnership.findings.likely_owner import moment, rule
from partnership.labels import likely_owner as words
from partnership.settings import Settings

Row = Mapping[str, Any]
# What became of another agency's submission is none of a reader's business.
OF_THE_AGENCY_ALONE = frozenset({"rejected", "withdrawn"})
# What tells who another agency is, what of the person it holds, and what it earns.
HIDDEN = ("agency_id", "agency_name", "submission_id", "event_id", "candidate_id") + (
    "redundancy_class", "fee", "currency", "said",
)  # fmt: skip


@dataclass(frozen=True)
class Edition:
    """Who reads it: we ourselves where `agency_id` is None, else the one agency."""

    agency_id: str | None
    agencies: Mapping[str, str]
    order: tuple[str, ...]

    @property
    def is_ours(self) -> bool:
        """Whether names may stand in it."""
        return self.agency_id is None

    def shows(self, agency_id: object) -> bool:
        """Whether what this agency did may be told in full."""
        return self.is_ours or agency_id == self.agency_id

    def name(self, agency_id: object) -> str:
        """What an agency is called here."""
        if figures.is_missing(agency_id):
            return words.OUR_SIDE
        if self.shows(agency_id):
            return self.agencies.get(str(agency_id), str(agency_id))
        others = [each for each in self.order if each != self.agency_id]
        if len(others) < 2 or agency_id not in others:
            return words.ANOTHER
        return words.ANOTHER_OF.format(number=others.index(str(agency_id)) + 1)

    def seen(self, events: Sequence[Row]) -> list[Row]:
        """What may be told of the events, each with `who` it was."""
        return [
            self._told(row)
            for row in events
            if self.shows(row["agency_id"]) or row["what"] not in OF_THE_AGENCY_ALONE
        ]

    def _told(self, row: Row) -> Row:
        named = {**row, "who": self.name(row["agency_id"])}
        if self.is_ours:
            return named
        if self.shows(row["agency_id"]):
            return named | {"said": self._outcome(row["said"])}
        elsewhere = None if figures.is_missing(row["sent_for"]) else words.ANOTHER_SEARCH
        return named | dict.fromkeys(HIDDEN) | {"sent_for": elsewhere}

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
    sent = [str(row["agency_id"]) for row in events if row["what"] == "sent"]
    return Edition(agency_id, agencies, tuple(dict.fromkeys(sent)))


@dataclass(frozen=True)
class Dossier:
    """One case: its row of ownership, its events, its rules, and what stands around them."""

    case: Row
    events: Sequence[Row]
    rules: Sequence[Row]
    settings: Settings
    as_of: date
    is_sample: bool
    candidate: str
    foot: str

    def page_for(self, agency_id: str | None, agencies: Mapping[str, str]) -> Page:
        """What one edition says."""
        edition = edition_of(agency_id, agencies, self.events)
        seen = edition.seen(self.events)
        of_agency = words.EDITION_AGENCY.format(agency=edition.name(agency_id))
        return Page(
            title=words.SHEET_TITLE,
            subtitle=self._subtitle(),
            whose=words.EDITION_OURS if edition.is_ours else of_agency,
            answer=f"{words.ANSWER}: {self._answer(edition)}",
            decides=words.DECIDES,
            sections=(
                Section(words.CANDIDATE, lines=(self._candidate(edition, seen),)),
                Section(words.IN_FORCE, lines=(rule(self.settings),)),
                Section(words.HAPPENED, columns=words.HAPPENED_COLUMNS, rows=_happened(seen)),
                Section(words.STAKE, lines=_stakes(edition, seen)),
                self._every_rule(edition),
            ),
            foot=self.foot if edition.is_ours else "",
        )

    def _subtitle(self) -> str:
        return words.SUBTITLE.format(
            **{name: _said(self.case[name]) for name in ("title", "search_id")},
            day=figures.day(self.as_of),
            sample=words.SAMPLE if self.is_sample else "",
        )

    def _answer(self, edition: Edition) -> str:
        return words.BECAUSE[str(self.case["because"])].format(
            owner=edition.name(self.case["owner_agency_id"]),
            day=_day(self.case["owned_until"]),
        )

    def _candidate(self, edition: Edition, seen: Sequence[Row]) -> str:
        told = [row["candidate_id"] for row in seen]
        records = ", ".join(dict.fromkeys(str(one) for one in told if not figures.is_missing(one)))
        if edition.is_ours and self.candidate:
            return words.CANDIDATE_OURS.format(name=self.candidate, records=records)
        return records if edition.is_ours else words.CANDIDATE_AGENCY.format(records=records)

    def _every_rule(self, edition: Edition) -> Section:
        others = sum(bool(row["names_another"]) for row in self.rules)
        nobody = sum(
            row["because"] != "unseen" and figures.is_missing(row["owner_agency_id"])
            for row in self.rules
        )
        said = words.DISAGREE if others else words.AGREE
        sentence = said.format(count=figures.number(others), rules=figures.number(len(self.rules)))
        if nobody:
            sentence += words.NAME_NOBODY.format(count=figures.number(nobody))
        rows = tuple(_rule_row(row, edition) for row in self.rules)
        return Section(
            words.EVERY_RULE,
            sentence=sentence,
            columns=words.RULE_COLUMNS,
            rows=rows,
            is_of_rules=True,
        )


def _happened(seen: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    return tuple((moment(row), row["who"], _event(row)) for row in seen)


def _stakes(edition: Edition, seen: Sequence[Row]) -> tuple[str, ...]:
    said = {"hired": words.STAKE_HIRE, "disputed": words.STAKE_DISPUTE}
    lines = [
        said[row["what"]].format(fee=money.amount(row["fee"], row["currency"]))
        for row in seen
        if row["what"] in said and _has_fee(row)
    ]
    return tuple(lines) or (words.STAKE_NONE if edition.is_ours else words.STAKE_HIDDEN,)


def _event(row: Row) -> str:
    what = str(row["what"])
    kind = words.KINDS.get(str(row["redundancy_class"]), "") if what == "sent" else ""
    if what == "sent" and figures.is_missing(row["protected_until"]):
        what = "sent_open"
    channel = str(row["channel"])
    fee = words.FEE_OF.format(fee=money.amount(row["fee"], row["currency"]))
    text = words.EVENTS[what].format(
        elsewhere=_elsewhere(row),
        until=_day(row["protected_until"]),
        channel=words.CHANNELS.get(channel, channel),
        fee=fee if _has_fee(row) else "",
        said="" if figures.is_missing(row["said"]) else words.SAID.format(said=row["said"]),
    )
    return text + kind


def _elsewhere(row: Row) -> str:
    """That it was for another search, and for which one where the reader may know."""
    if figures.is_missing(row["sent_for"]):
        return ""
    if row["sent_for"] == words.ANOTHER_SEARCH:
        return words.ELSEWHERE_UNNAMED
    return words.ELSEWHERE.format(search=row["sent_for"])


def _rule_row(row: Row, edition: Edition) -> tuple[str, ...]:
    because = str(row["because"])
    owner = words.OWNER_SHORT.get(because) or edition.name(row["owner_agency_id"])
    mark = words.DIFFERS_MARK if bool(row["names_another"]) else ""
    return (
        words.BASIS_SHORT[row["basis"]],
        words.SCOPE_SHORT[row["scope"]],
        words.YES_NO[row["resets"]],
        words.YES_NO[row["self_application"]],
        owner,
        _day(row["owned_until"]),
        words.OURS_MARK if bool(row["is_in_force"]) else mark,
    )


def _has_fee(row: Row) -> bool:
    return not figures.is_missing(row["fee"])


def _day(value: Any) -> str:
    return "" if figures.is_missing(value) else figures.day(value)


def _said(value: Any) -> str:
    return figures.DASH if figures.is_missing(value) else str(value)


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows with None where a value is missing."""
    plain: list[dict[str, Any]] = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return plain
