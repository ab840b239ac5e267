"""Redundancy classes, reply clocks and steps, one submission at a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from oracle.people import persons
from oracle.reading import Export, Moment, Row
from oracle.working_days import reply_clock_starts, working_days

OWNERSHIP_DAYS = 180
REDUNDANT = ("resubmitted", "known_here", "collision", "post_reject")
BULK = 3
BULK_WITHIN = timedelta(minutes=10)
SLA_DAYS = 2


def ownership(export: Export, agency: str) -> timedelta:
    """How long an agency's submission protects, in instants."""
    days = export.by_id("agencies", "agency_id").get(agency, {}).get("ownership_days")
    return timedelta(days=OWNERSHIP_DAYS if days is None else days)


def order(row: Row) -> tuple[datetime, str]:
    """Submissions follow one another by receipt, then by id."""
    return row["received_at"].at, row["submission_id"]


def in_order(export: Export) -> list[Row]:
    """All submissions in that order, each with its person.

    A record that was not put forward yet can't say that two others are one person.
    """
    put_forward = {row["candidate_id"] for row in export.rows("submissions")}
    known = [row for row in export.rows("candidates") if row["candidate_id"] in put_forward]
    person = persons(known)
    rows = [row | {"person": person[row["candidate_id"]]} for row in export.rows("submissions")]
    return sorted(rows, key=order)


def is_before(moment: Moment | None, at: datetime) -> bool:
    """Whether something is known to have happened before an instant."""
    return moment is not None and moment.at < at


@dataclass
class Ownership:
    """Which agency owns a person on a search, and until when."""

    agency: str
    until: datetime


def redundancy_classes(export: Export) -> dict[str, str]:
    """Submission id → class, for agency submissions."""
    classes: dict[str, str] = {}
    owners: dict[tuple[str, str], Ownership] = {}
    earlier: list[Row] = []
    for row in in_order(export):
        if row["channel"] == "agency":
            at, key = row["received_at"].at, (row["search_id"], row["person"])
            owner = owners.get(key)
            owner = owner if owner and at < owner.until else None
            classes[row["submission_id"]] = found = redundancy_class(export, row, earlier, owner)
            if found not in REDUNDANT and owner is None:
                owners[key] = Ownership(row["agency_id"], at + ownership(export, row["agency_id"]))
        earlier.append(row)
    return classes


def redundancy_class(export: Export, row: Row, earlier: list[Row], owner: Ownership | None) -> str:
    """The first rule that fits, given what came before and who owns the person now."""
    at = row["received_at"].at
    same_person = [e for e in earlier if e["person"] == row["person"]]
    here = [e for e in same_person if e["search_id"] == row["search_id"]]
    elsewhere = [e for e in same_person if e["search_id"] != row["search_id"]]
    if any(is_resubmission(export, row, e) for e in here):
        return "resubmitted"
    if any(e["channel"] != "agency" for e in here):
        return "known_here"
    if owner is not None and owner.agency != row["agency_id"]:
        return "collision"
    if any(was_rejected_lately(export, e, at) for e in here):
        return "post_reject"
    if any(is_live(e, at) for e in elsewhere):
        return "known_elsewhere"
    return "unique"


def is_resubmission(export: Export, row: Row, e: Row) -> bool:
    """Whether `e` is the same agency's, still inside its window and not withdrawn before."""
    at = row["received_at"].at
    is_same = e["channel"] == "agency" and e["agency_id"] == row["agency_id"]
    in_window = is_same and at < e["received_at"].at + ownership(export, e["agency_id"])
    return in_window and not is_before(e.get("withdrawn_at"), at)


def was_rejected_lately(export: Export, e: Row, at: datetime) -> bool:
    """Whether `e` was rejected before `at`, and less than its submitter's window before."""
    decided = e.get("decided_at")
    if e.get("decision") != "rejected" or not is_before(decided, at):
        return False
    return bool(at < decided.at + ownership(export, e.get("agency_id") or ""))


def is_live(e: Row, at: datetime) -> bool:
    """Whether `e` was neither decided against nor withdrawn before `at`.

    Before, as in every other class: of what bears one instant, the receipt comes first.
    """
    decided = e.get("decided_at")
    is_rejected = e.get("decision") == "rejected" and (decided is None or is_before(decided, at))
    return not is_rejected and not is_before(e.get("withdrawn_at"), at)


def decision(export: Export, row: Row) -> Moment | None:
    """`decided_at`, else the first stage row beyond received by HR or a business leader."""
    if row.get("decided_at") is not None:
        return row["decided_at"]
    moves = [
        event["entered_at"]
        for event in export.rows("stage_events")
        if event["submission_id"] == row["submission_id"]
        and event["stage"] != "received"
        and event.get("actor") in ("hr", "business_leader")
    ]
    return min(moves, key=lambda moment: moment.at, default=None)


def is_bulk_closed(export: Export, row: Row) -> bool:
    """Whether it is one of three rejections of its search in 10 minutes of its closing day."""
    closed_on = export.by_id("searches", "search_id")[row["search_id"]].get("closed_on")
    times = [
        other["decided_at"].at
        for other in export.rows("submissions")
        if other["search_id"] == row["search_id"] and is_closing_rejection(other, closed_on)
    ]
    if not is_closing_rejection(row, closed_on):
        return False
    own = row["decided_at"].at
    starts = [t for t in times if t <= own <= t + BULK_WITHIN]
    return any(sum(s <= t <= s + BULK_WITHIN for t in times) >= BULK for s in starts)


def is_closing_rejection(row: Row, closed_on: object) -> bool:
    """Whether it was rejected at a known time of the day its search closed."""
    decided = row.get("decided_at")
    is_rejection = row.get("decision") == "rejected" and decided is not None
    return is_rejection and decided.is_exact and decided.on == closed_on


@dataclass(frozen=True)
class Reply:
    """How long an agency has waited for an answer, in working days, and how that ended."""

    days: int
    outcome: str
    elapsed: int

    @property
    def is_evaluable(self) -> bool:
        """Whether it can be said already if it was answered on time."""
        return self.outcome == "answered" or self.elapsed > SLA_DAYS

    @property
    def is_on_time(self) -> bool:
        """Whether it was answered within two working days."""
        return self.outcome == "answered" and self.days <= SLA_DAYS


def reply(export: Export, row: Row) -> Reply | None:
    """The reply clock of one agency submission; none where its dates contradict one another.

    It ends with the withdrawal or the decision, whichever came first. A decision whose day is not
    known has an end that is not known.
    """
    country = export.by_id("searches", "search_id")[row["search_id"]].get("country")
    starts = reply_clock_starts(row["received_at"], country)
    to_as_of = working_days(starts, export.as_of.on, country)
    decided, withdrawn = decision(export, row), row.get("withdrawn_at")
    if withdrawn is not None and (decided is None or withdrawn.at < decided.at):
        days = working_days(starts, withdrawn.on, country)
        is_possible = withdrawn.on >= row["received_at"].on
        return Reply(days, "withdrawn", days) if is_possible else None
    if decided is None:
        return None if row.get("decision") else Reply(to_as_of, "waiting", to_as_of)
    if decided.on < row["received_at"].on:
        return None
    outcome = "bulk_closed" if is_bulk_closed(export, row) else "answered"
    return Reply(working_days(starts, decided.on, country), outcome, to_as_of)
