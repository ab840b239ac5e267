"""Which rows are disputed, and what is said of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from partnership import figures
from partnership.labels import columns
from partnership.labels import disputed as words
from partnership.labels import records as record_words

# The column that says which case a row is → the kind of case, the most particular first.
KINDS = {
    "commitment_id": "promise",
    "request_id": "question",
    "response_id": "answer",
    "silence_id": "silence",
    "offer_id": "offer",
    "placement_id": "placement",
    "opening_id": "opening",
    "meeting_id": "meeting",
    "submission_id": "submission",
    "search_id": "search",
}
# Ids that no list shows: the row itself tells which one it is.
UNSHOWN = frozenset({"commitment_id", "request_id", "silence_id"})
# What tells one row of a list from another, beside its id, where the list has it.
TOLD_BY = ("title", "subject", "promise", "item", "agency_name", "candidate_id")
DAYS = (
    "received_on", "extended_on", "opened_on", "met_on", "started_on", "since_on", "briefed_on",
    "made_on", "due_on", "asked_on", "gap_start",
)  # fmt: skip
MARK = "disputed"
Case = tuple[str, str]


@dataclass(frozen=True)
class Dispute:
    """One that is open: about which case, of which agency, what is wrong, what would be right."""

    dispute_id: str
    kind: str
    case_id: str
    submission_id: str
    agency_id: str
    about: str
    claim: str
    raised_by: str
    raised_on: str
    is_new: bool

    @property
    def cases(self) -> frozenset[Case]:
        """Every case that it touches."""
        named = {(self.kind, self.case_id), ("submission", self.submission_id)}
        return frozenset(case for case in named if case[1])


def open_ones(rows: pd.DataFrame, typed: Iterable[Mapping[str, str]]) -> list[Dispute]:
    """The open disputes of the figures, and in the place of those typed again, and after all, what
    was typed since."""
    found: dict[str, Dispute | None] = {
        str(row["dispute_id"]): _of_figures(row) for row in rows.to_dict("records")
    }
    for values in typed:
        found[values["dispute_id"]] = None if values.get("settled_at") else _typed(values)
    return [dispute for dispute in found.values() if dispute]


def about(
    disputes: Sequence[Dispute], cases: Collection[str], counted: Collection[str]
) -> list[Dispute]:
    """Those about these cases: of what the figures count the dispute itself is named, of what was
    typed since its submission."""
    return [
        one
        for one in disputes
        if (one.dispute_id if one.dispute_id in counted else one.submission_id) in cases
    ]


def of_agencies(disputes: Sequence[Dispute], agencies: Sequence[str] | None) -> list[Dispute]:
    """Those with these agencies; None is all of them."""
    return [one for one in disputes if agencies is None or one.agency_id in agencies]


def are_cases(rows: pd.DataFrame, shown: Collection[str]) -> bool:
    """Whether a list with these columns is of cases that can be told, and not of disputes.

    An id that stands in no column can't be meant by anybody, unless the row tells it."""
    told = {*shown, *UNSHOWN} & set(rows)
    return "dispute_id" not in told and not told.isdisjoint(KINDS)


def case_of(row: Mapping[Any, Any]) -> tuple[str, str] | None:
    """The column and the kind of the most particular case that a row names; None where it names
    none."""
    return next(((c, kind) for c, kind in KINDS.items() if _text(row.get(c))), None)


def marked(rows: pd.DataFrame, disputes: Sequence[Dispute]) -> pd.DataFrame:
    """The rows with a first column that says which are disputed, where any is."""
    marks = [_mark(_touching(row, disputes)) for row in rows.to_dict("records")]
    return rows.assign(**{MARK: marks}) if any(marks) else rows


def count(rows: pd.DataFrame) -> int:
    """How many of the rows that `marked` gave are disputed."""
    return int(rows[MARK].ne("").sum()) if MARK in rows else 0


def has_new(rows: pd.DataFrame) -> bool:
    """Whether any of these disputes is in no figure yet."""
    return MARK in rows and bool(rows[MARK].str.endswith(words.NEW).any())


def choices(rows: pd.DataFrame) -> dict[int, str]:
    """The place of each row that is a case → how it is told from the others."""
    told = {}
    for place, row in enumerate(rows.to_dict("records")):
        if case := case_of(row):
            known = (name for name in (*TOLD_BY, *DAYS) if not figures.is_missing(row.get(name)))
            said = dict.fromkeys(_cell(row[name]) for name in known)
            parts = [str(row[case[0]]), *said]
            told[place] = " · ".join([*said, parts[0]] if case[0] in UNSHOWN else parts)
    return told


def to_enter(
    row: Mapping[str, Any], column: str, agency: str, entered: Mapping[str, str]
) -> dict[str, str]:
    """The dispute about a row, as it is kept."""
    case = {"submission_id": _text(row.get("submission_id")), "agency_id": agency}
    if KINDS[column] != "submission":
        case |= {"case_kind": KINDS[column], "case_id": _text(row[column])}
    return case | dict(entered)


def line(dispute: Dispute, agencies: Mapping[str, str]) -> str:
    """One dispute in words; `agencies` gives their ids names."""
    by = record_words.PARTIES.get(dispute.raised_by, dispute.raised_by)
    if dispute.raised_by == "agency":
        by = agencies.get(dispute.agency_id, by)
    return words.LINE.format(
        case=f"{words.CASES.get(dispute.kind, dispute.kind)} {dispute.case_id}",
        about=words.ABOUT.get(dispute.about, words.NOT_SAID),
        claim=words.CLAIMED.format(claim=dispute.claim) if dispute.claim else "",
        by=by,
        day=figures.day(pd.to_datetime(dispute.raised_on[:10])),
        new=words.NEW_AFTER if dispute.is_new else "",
    )


def _touching(row: Mapping[str, Any], disputes: Sequence[Dispute]) -> list[Dispute]:
    own = [(kind, _text(row[c])) for c, kind in KINDS.items() if _text(row.get(c))]
    # A search that is in dispute does not put each of its submissions in dispute.
    cases = {*own[:1], *(case for case in own if case[0] == "submission")}
    return [dispute for dispute in disputes if dispute.cases & cases]


def _mark(disputes: Sequence[Dispute]) -> str:
    about = dict.fromkeys(words.ABOUT.get(one.about, words.NOT_SAID) for one in disputes)
    new = f", {words.NEW}" if any(one.is_new for one in disputes) else ""
    return words.MARK.format(about=", ".join(about), new=new) if disputes else ""


def _of_figures(row: Mapping[Any, Any]) -> Dispute:
    return Dispute(
        str(row["dispute_id"]),
        _text(row["case_kind"]),
        _text(row["case_id"]),
        _text(row["submission_id"]),
        _text(row["agency_id"]),
        _text(row["about"]),
        _text(row["claim"]),
        _text(row["raised_by"]),
        str(row["raised_on"]),
        is_new=False,
    )


def _typed(values: Mapping[str, str]) -> Dispute:
    submission = values.get("submission_id", "")
    return Dispute(
        values["dispute_id"],
        values.get("case_kind") or "submission",
        values.get("case_id") or submission,
        submission,
        values.get("agency_id", ""),
        values.get("about", ""),
        values.get("claim", ""),
        values.get("raised_by", ""),
        values.get("raised_at", ""),
        is_new=True,
    )


def _cell(value: Any) -> str:
    return (
        figures.day(value)
        if isinstance(value, pd.Timestamp)
        else columns.WORDS.get(value, str(value))
    )


def _text(value: Any) -> str:
    return "" if figures.is_missing(value) else str(value)
