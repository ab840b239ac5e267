"""The dossier: one candidate's case as one page, for us or for one agency.

In an agency's edition no other agency's name or id, no name of the candidate, no record of another
agency, no fee that is not its own, and of what others did no moment but its week, counted from the
agency's own first submission, ever reaches the text, nor what the screen draws beside it: both are
made from what `Edition.seen` leaves of the events.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures, money
from partnership.dossier_paper import Page, Section
from partnership.editions import Edition, Row, edition_of
from partnership.findings.likely_owner import moment, rule
from partnership.labels import likely_owner as words
from partnership.settings import Settings


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
            answer=f"{edition.said(words.ANSWER, words.ANSWER_AGENCY)}: {self._answer(edition)}",
            decides=edition.said(words.DECIDES, words.DECIDES_AGENCY),
            sections=(
                Section(words.CANDIDATE, lines=(self._candidate(edition, seen),)),
                Section(words.IN_FORCE, lines=(rule(self.settings, is_ours=edition.is_ours),)),
                Section(
                    words.HAPPENED,
                    sentence=edition.said("", words.HAPPENED_AGENCY),
                    columns=words.HAPPENED_COLUMNS,
                    rows=_happened(seen, edition),
                ),
                Section(words.STAKE, lines=_stakes(edition, seen)),
                self._every_rule(edition),
            ),
            foot=edition.said(
                f"{words.FOOT_OURS} {self.foot}",
                words.FOOT_AGENCY.format(agency=edition.name(agency_id)),
            ),
        )

    def _subtitle(self) -> str:
        return words.SUBTITLE.format(
            **{name: _said(self.case[name]) for name in ("title", "search_id")},
            day=figures.day(self.as_of),
            sample=words.SAMPLE if self.is_sample else "",
        )

    def _answer(self, edition: Edition) -> str:
        owner, because = self.case["owner_agency_id"], str(self.case["because"])
        day = _day(self.case["owned_until"]) if edition.shows(owner) else ""
        return edition.said(words.BECAUSE, words.BECAUSE_AGENCY)[because].format(
            owner=edition.name(owner), until=words.UNTIL.format(day=day) if day else ""
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
        disagree = edition.said(words.DISAGREE, words.DISAGREE_AGENCY)
        said = disagree if others else edition.said(words.AGREE, words.AGREE_AGENCY)
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


def _happened(seen: Sequence[Row], edition: Edition) -> tuple[tuple[str, ...], ...]:
    return tuple((moment(row), row["who"], _event(row, edition)) for row in seen)


def _stakes(edition: Edition, seen: Sequence[Row]) -> tuple[str, ...]:
    said = {"hired": words.STAKE_HIRE, "disputed": words.STAKE_DISPUTE}
    lines = [
        said[row["what"]].format(fee=money.amount(row["fee"], row["currency"]))
        for row in seen
        if row["what"] in said and _has_fee(row)
    ]
    return tuple(lines) or (words.STAKE_NONE if edition.is_ours else words.STAKE_HIDDEN,)


def _event(row: Row, edition: Edition) -> str:
    what = str(row["what"])
    kinds = edition.said(words.KINDS, words.KINDS_AGENCY)
    channels = edition.said(words.CHANNELS, words.CHANNELS_AGENCY)
    kind = kinds.get(str(row["redundancy_class"]), "") if what == "sent" else ""
    if what == "sent" and figures.is_missing(row["protected_until"]):
        what = "sent_open"
    channel = str(row["channel"])
    fee = words.FEE_OF.format(fee=money.amount(row["fee"], row["currency"]))
    text = edition.said(words.EVENTS, words.EVENTS_AGENCY)[what].format(
        elsewhere=_elsewhere(row),
        until=_day(row["protected_until"]),
        channel=channels.get(channel, channel),
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
    shown = edition.shows(row["owner_agency_id"])
    short = edition.said(words.OWNER_SHORT, words.OWNER_SHORT | {"tie": words.TIE_AGENCY})
    owner = short.get(because) or edition.name(row["owner_agency_id"])
    mark = words.DIFFERS_MARK if bool(row["names_another"]) else ""
    return (
        words.BASIS_SHORT[row["basis"]],
        words.SCOPE_SHORT[row["scope"]],
        words.YES_NO[row["resets"]],
        words.YES_NO[row["self_application"]],
        owner,
        _day(row["owned_until"]) if shown else "",
        edition.said(words.OURS_MARK, words.OURS_MARK_AGENCY) if bool(row["is_in_force"]) else mark,
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
