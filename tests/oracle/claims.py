"""Who stands in which group of a claim, and what came of it: five claims with many rules."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from oracle import meetings, offers, openings, submissions
from oracle.reading import Export, Row
from oracle.working_days import days_after, reply_clock_starts, working_days

# Of a case: the claim, its submission or search, is it with, did it happen.
Case = tuple[str, str, bool, bool]
TOLD_APART = timedelta(days=14)
MONTH, DAY_60 = timedelta(days=30), timedelta(days=60)
# What tells an agency nothing, of the words that these exports use.
TELLS_NOTHING = {"", "not suitable", "not a fit", "other"}


def claim_cases(export: Export) -> list[Case]:
    """All cases of the five, in any order."""
    found = [*fills(export), *negotiations(export)]
    for row in submissions.in_order(export):
        if row["channel"] == "agency":
            found += [*rhythm(export, row), *answers(export, row), *reasons(export, row)]
    return found


def fills(export: Export) -> Iterator[Case]:
    """A kickoff of all three within fourteen days of the first brief, and filled by day 60."""
    if not {"briefs", "meetings", "meeting_attendees"} <= export.has:
        return
    for seat in openings.seats(export):
        given = [b for b in briefs_of(export) if b.search is seat.search or same(b, seat)]
        is_seen_late = export.covers_from is not None and seat.opened_on < export.covers_from
        if not given or seat.is_excluded or is_seen_late:
            continue
        told = min(brief.briefed.on for brief in given) + TOLD_APART
        day_60 = seat.opened_on + DAY_60
        is_open = seat.outcome == "open" or (seat.ended_on is not None and seat.ended_on > told)
        if day_60 <= export.as_of.on and told < day_60 and is_open:
            is_with = any(met(export, brief, told) for brief in given)
            is_hit = seat.outcome == "filled" and seat.ended_on <= day_60
            yield "kickoff_fill", seat.search["search_id"], is_with, is_hit


def same(brief: meetings.Brief, seat: openings.Seat) -> bool:
    """Whether a brief is of the seat's search."""
    return bool(brief.search["search_id"] == seat.search["search_id"])


def met(export: Export, brief: meetings.Brief, until: date) -> bool:
    """Whether all three met in time for a kickoff with this agency, no later than on that day."""
    row = next(
        row
        for row in export.rows("briefs")
        if row["search_id"] == brief.search["search_id"] and row["agency_id"] == brief.agency
    )
    return any(
        meeting["kind"] == "kickoff"
        and meeting.get("search_id") == row["search_id"]
        and meeting["starts_at"].on <= until
        and meetings.is_in_time(export, meeting["starts_at"], row, brief.search)
        and meetings.is_tri_party(export, meeting)
        for meeting in meetings.held_meetings(export, brief.agency)
    )


def rhythm(export: Export, row: Row) -> Iterator[Case]:
    """In touch on the day a submission came, by the last contact on an earlier day."""
    searches = export.by_id("searches", "search_id")
    client = searches[row["search_id"]].get("client_id")
    given = [
        brief
        for brief in briefs_of(export)
        if brief.agency == row["agency_id"] and brief.search.get("client_id") == client
    ]
    day = row["received_at"].on
    if "meetings" not in export.has or not given:
        return
    opens, closes = meetings.window(export, given)
    if not opens < day <= closes:
        return
    agency = export.by_id("agencies", "agency_id").get(row["agency_id"], {})
    interval = agency.get("meeting_interval_days")
    interval = meetings.INTERVAL_DAYS if interval is None else interval
    contacts = [
        meeting["starts_at"].on
        for meeting in meetings.held_meetings(export, row["agency_id"])
        if meetings.client_of(meeting, searches) in (None, client)
    ]
    last = max(on for on in [opens, *contacts] if opens <= on < day)
    is_hit = is_redundant(export, row)
    yield "rhythm_redundancy", row["submission_id"], (day - last).days <= interval, is_hit


def answers(export: Export, row: Row) -> Iterator[Case]:
    """Were HR's answers for the search that fell due last before it all in time?"""
    by_day: dict[date, list[bool]] = {}
    for other in export.rows("submissions"):
        if other["channel"] == "agency" and other["search_id"] == row["search_id"]:
            reply = replies_of(export)[other["submission_id"]]
            if reply is not None and reply.is_evaluable:
                by_day.setdefault(due_on(export, other), []).append(reply.is_on_time)
    earlier = [day for day in by_day if day < row["received_at"].on]
    if earlier and is_followed(export, row):
        withdrawn = row.get("withdrawn_at")
        is_hit = withdrawn is not None and withdrawn.on <= row["received_at"].on + MONTH
        yield "answers_withdrawal", row["submission_id"], all(by_day[max(earlier)]), is_hit


def reasons(export: Export, row: Row) -> Iterator[Case]:
    """Did the last no to this agency on this search, on an earlier day, say why?"""
    by_day: dict[date, list[bool]] = {}
    for other in export.rows("submissions"):
        is_no = other.get("decision") == "rejected" and other.get("decided_at") is not None
        is_same = (other["search_id"], other.get("agency_id")) == (
            row["search_id"],
            row["agency_id"],
        )
        if is_no and is_same and replies_of(export)[other["submission_id"]] is not None:
            said = (other.get("decision_reason") or "").replace("_", " ").strip(" .").lower()
            tells = said not in TELLS_NOTHING and not submissions.is_bulk_closed(export, other)
            by_day.setdefault(other["decided_at"].on, []).append(tells)
    earlier = [day for day in by_day if day < row["received_at"].on]
    if earlier and is_followed(export, row):
        decided = row.get("decided_at")
        is_yes = row.get("decision") == "advanced" and decided is not None
        is_hit = is_yes and decided.on <= row["received_at"].on + MONTH
        yield "reasons_yes", row["submission_id"], any(by_day[max(earlier)]), is_hit


def negotiations(export: Export) -> Iterator[Case]:
    """Who led, of offers to agencies' candidates whose end is known."""
    for fact in offers.offer_facts(export):
        led = fact.offer.get("negotiation_led_by")
        is_over = fact.outcome in ("declined", "expired") or (
            fact.outcome == "accepted" and fact.is_start_due
        )
        is_agencys = fact.submission["channel"] == "agency"
        if "placements" in export.has and is_agencys and is_over and led not in (None, "none"):
            id_ = fact.submission["submission_id"]
            yield "negotiation_start", id_, led == "agency", fact.is_started


@cache
def classes_of(export: Export) -> dict[str, str]:
    """The class of every submission of an agency."""
    return submissions.redundancy_classes(export)


@cache
def replies_of(export: Export) -> dict[str, submissions.Reply | None]:
    """The reply clock of every submission of an agency."""
    rows = [row for row in export.rows("submissions") if row["channel"] == "agency"]
    return {row["submission_id"]: submissions.reply(export, row) for row in rows}


@cache
def briefs_of(export: Export) -> list[meetings.Brief]:
    """Every brief."""
    return meetings.briefs(export)


def is_redundant(export: Export, row: Row) -> bool:
    """Whether the submission is of a class that counts as redundant."""
    return classes_of(export)[row["submission_id"]] in submissions.REDUNDANT


def is_followed(export: Export, row: Row) -> bool:
    """Whether one that counts was followed for thirty days, by dates that can be."""
    received, withdrawn = row["received_at"].on, row.get("withdrawn_at")
    return (
        not is_redundant(export, row)
        and replies_of(export)[row["submission_id"]] is not None
        and received + MONTH <= export.as_of.on
        and (withdrawn is None or withdrawn.on >= received)
    )


def due_on(export: Export, row: Row) -> date:
    """The working day until which an answer is in time."""
    country = export.by_id("searches", "search_id")[row["search_id"]].get("country")
    starts = reply_clock_starts(row["received_at"], country)
    ahead = days_after(starts, starts + timedelta(days=40))
    return next(day for day in ahead if working_days(starts, day, country) == submissions.SLA_DAYS)
