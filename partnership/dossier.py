"""The dossier: one candidate's case as one page of HTML, for us or for one agency.

In an agency's edition no other agency's name or id, no name of the candidate, no record of another
agency and no fee that is not its own ever reaches the text: what is written is written from `seen`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from partnership import figures, money
from partnership.findings.likely_owner import moment, rule
from partnership.labels import likely_owner as words
from partnership.settings import Settings

Row = Mapping[str, Any]
RULES = ' class="rules"'
# What became of another agency's submission is none of a reader's business.
OF_THE_AGENCY_ALONE = frozenset({"rejected", "withdrawn"})


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

    def html_for(self, agency_id: str | None, agencies: Mapping[str, str]) -> str:
        """The page in one edition; everything in it is text, whatever was typed."""
        sent = [str(row["agency_id"]) for row in self.events if row["what"] == "sent"]
        edition = Edition(agency_id, agencies, tuple(dict.fromkeys(sent)))
        sample = words.SAMPLE if self.is_sample else ""
        subtitle = words.SUBTITLE.format(
            **{name: _said(self.case[name]) for name in ("title", "search_id")},
            day=figures.day(self.as_of),
            sample=sample,
        )
        whose = (
            words.EDITION_OURS
            if edition.is_ours
            else words.EDITION_AGENCY.format(agency=edition.name(agency_id))
        )
        return (
            f'<article class="sheet dossier"><header><h2>{escape(words.SHEET_TITLE)}</h2>'
            f"<p>{escape(subtitle)}</p><p>{escape(whose)}</p></header>"
            f'<p class="sentence">{escape(words.ANSWER)}: {escape(self._answer(edition))}</p>'
            f"<p>{escape(words.DECIDES)}</p>"
            f"{_section(words.CANDIDATE, _lines([self._candidate(edition)]))}"
            f"{_section(words.IN_FORCE, _lines([rule(self.settings)]))}"
            f"{_section(words.HAPPENED, self._happened(edition))}"
            f"{_section(words.STAKE, _lines(self._stakes(edition)))}"
            f"{_section(words.EVERY_RULE, self._every_rule(edition), of=RULES)}"
            f"<footer>{escape(self.foot if edition.is_ours else '')}</footer></article>"
        )

    def _answer(self, edition: Edition) -> str:
        return words.BECAUSE[str(self.case["because"])].format(
            owner=edition.name(self.case["owner_agency_id"]),
            day=_day(self.case["owned_until"]),
        )

    def _candidate(self, edition: Edition) -> str:
        seen = [row for row in self.events if edition.shows(row["agency_id"])]
        records = ", ".join(dict.fromkeys(_said(row["candidate_id"]) for row in seen))
        if edition.is_ours and self.candidate:
            return words.CANDIDATE_OURS.format(name=self.candidate, records=records)
        return records if edition.is_ours else words.CANDIDATE_AGENCY.format(records=records)

    def _happened(self, edition: Edition) -> str:
        rows = [
            (moment(row), edition.name(row["agency_id"]), _event(row, edition))
            for row in self.events
            if edition.shows(row["agency_id"]) or row["what"] not in OF_THE_AGENCY_ALONE
        ]
        return _table(words.HAPPENED_COLUMNS, rows)

    def _stakes(self, edition: Edition) -> list[str]:
        said = {"hired": words.STAKE_HIRE, "disputed": words.STAKE_DISPUTE}
        lines = [
            said[row["what"]].format(fee=money.amount(row["fee"], row["currency"]))
            for row in self.events
            if row["what"] in said and _has_fee(row) and edition.shows(row["agency_id"])
        ]
        return lines or [words.STAKE_NONE if edition.is_ours else words.STAKE_HIDDEN]

    def _every_rule(self, edition: Edition) -> str:
        differing = sum(bool(row["differs"]) for row in self.rules)
        count = figures.number(differing)
        said = words.DISAGREE if differing else words.AGREE
        sentence = said.format(count=count, rules=figures.number(len(self.rules)))
        rows = [_rule_row(row, edition) for row in self.rules]
        return f"<p>{escape(sentence)}</p>{_table(words.RULE_COLUMNS, rows)}"


def _event(row: Row, edition: Edition) -> str:
    seen = edition.shows(row["agency_id"]) or figures.is_missing(row["agency_id"])
    what = str(row["what"])
    is_told = what == "sent" and seen
    if what == "sent" and figures.is_missing(row["protected_until"]):
        what = "sent_open"
    channel = str(row["channel"])
    text = words.EVENTS[what].format(
        elsewhere=_elsewhere(row, seen=edition.shows(row["agency_id"])),
        until=_day(row["protected_until"]),
        channel=words.CHANNELS.get(channel, channel),
        fee=words.FEE_OF.format(fee=money.amount(row["fee"], row["currency"]))
        if seen and _has_fee(row)
        else "",
        # What was typed may name anybody.
        said=words.SAID.format(said=row["said"])
        if edition.is_ours and not figures.is_missing(row["said"])
        else "",
    )
    return text + (words.KINDS.get(str(row["redundancy_class"]), "") if is_told else "")


def _elsewhere(row: Row, *, seen: bool) -> str:
    """That it was for another search; for which one only where the reader may know."""
    if figures.is_missing(row["sent_for"]):
        return ""
    return words.ELSEWHERE.format(search=row["sent_for"]) if seen else words.ELSEWHERE_UNNAMED


def _rule_row(row: Row, edition: Edition) -> tuple[str, ...]:
    because = str(row["because"])
    owner = words.OWNER_SHORT.get(because) or edition.name(row["owner_agency_id"])
    mark = words.DIFFERS_MARK if bool(row["differs"]) else ""
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


def _section(title: str, inside: str, *, of: str = "") -> str:
    return f"<section{of}><h3>{escape(title)}</h3>{inside}</section>"


def _lines(lines: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows with None where a value is missing."""
    plain: list[dict[str, Any]] = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return plain
