"""Whose day each day of an opening was: one day at a time, from what had happened by its end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from oracle.offers import is_reneged, latest_offers, placements_of
from oracle.openings import Seat, accepted_submissions, seats
from oracle.reading import Export, Moment, Row
from oracle.submissions import REDUNDANT, decision, redundancy_classes, reply
from oracle.working_days import first_working_day, reply_clock_starts, working_days

YES = ("yes", "strong yes", "hire")
# Whose turn it is by what is waited for, what decides first on top.
SIDES = {
    "before_files": "unknown",
    "hold": "hold",
    "hold_undated": "unknown",
    "renege": "candidate",
    "start": "candidate",
    "answer": "candidate",
    "offer": "hr",
    "feedback": "business_leader",
    "interview": "business_leader",
    "invitation": "hr",
    "profile": "hr",
    "unclear": "unknown",
    "reopening": "hr",
    "candidate": "agency",
    "brief_undated": "unknown",
    "briefing": "hr",
}
AGREED = {"profile": 2, "feedback": 2, "invitation": 2, "interview": 5, "offer": 3, "candidate": 5}
# What is waited for, and since when where there is an agreed limit.
Turn = tuple[str, Moment | None]


@dataclass(frozen=True)
class Day:
    """Whose day it was, for what, and whether later than agreed (None where nothing is)."""

    side: str
    step: str
    is_beyond: bool | None


@dataclass
class Candidate:
    """What is on file about somebody who was put forward, as it was known at the as-of."""

    row: Row
    is_agencys: bool
    is_contradictory: bool
    answered: Moment | None
    yes: Moment | None
    interviews: list[Row]
    offers: list[Row]
    stages: list[Row]
    gone: date | None
    signs: list[tuple[Moment, str]] = field(default_factory=list)


def by(moment: Moment | None, day: date) -> bool:
    """Whether it had happened by the end of a day."""
    return moment is not None and moment.on <= day


def arranged(interview: Row) -> Moment:
    """When it was first known of: the invitation, else its own moment."""
    moment: Moment = interview.get("invited_at") or interview["scheduled_for"]
    return moment


def days_of_openings(export: Export) -> dict[tuple[str, date], Day]:
    """Opening and day → whose it was, for every day of every opening that has a clock."""
    people = candidates(export)
    found: dict[tuple[str, date], Day] = {}
    for seat in seats(export):
        if not seat.is_excluded:
            here = people.get(seat.search["search_id"], [])
            found |= {(seat.opening_id, day): of for day, of in days_of(export, seat, here)}
    return found


def days_of(export: Export, seat: Seat, people: list[Candidate]) -> Iterator[tuple[date, Day]]:
    """The days of one opening in order."""
    assert seat.ended_on is not None
    country, since = seat.search.get("country"), None
    day = seat.opened_on
    while day < seat.ended_on:
        turns = [*of_search(export, seat, people, day)]
        for one in people:
            turns += of_candidate(export, one, day)
        step = next(name for name in SIDES if name in {turn[0] for turn in turns})
        since = (since or day) if step == "candidate" else None
        if since is not None:
            starts = first_working_day(since, country)
            is_beyond: bool | None = working_days(starts, day, country) >= AGREED["candidate"]
        elif step in AGREED:
            begun = [moment for name, moment in turns if name == step and moment is not None]
            is_beyond = any(
                working_days(reply_clock_starts(moment, country), day, country) >= AGREED[step]
                for moment in begun
            )
        else:
            is_beyond = None
        yield day, Day(SIDES[step], step, is_beyond)
        day += timedelta(days=1)


def of_search(export: Export, seat: Seat, people: list[Candidate], day: date) -> Iterator[Turn]:
    """What is waited for on this day apart from its candidates' own steps."""
    search = seat.search
    yield "briefing", None
    if "briefs" not in export.has:
        yield "brief_undated", None
    if any(by(at, day) and not by(until, day) for at, until in briefs(export, search).values()):
        yield "candidate", None
    if search["status"] in ("filled", "cancelled") and search.get("closed_on"):
        if search["closed_on"] <= day:
            yield "reopening", None
    if export.covers_from is not None and day < export.covers_from:
        yield "before_files", None
    holds = [h for h in export.rows("holds") if h["search_id"] == search["search_id"]]
    holds = [h for h in holds if (h.get("held_until") or date.max) >= h["held_from"]]
    if any(h["held_from"] <= day < (h.get("held_until") or date.max) for h in holds):
        yield "hold", None
    is_on = any(h.get("held_until") is None for h in holds)
    if is_on_hold(export, search) and not is_on and last_thing(export, search, people) <= day:
        yield "hold_undated", None
    for submission_id, accepted in accepted_submissions(export):
        submission = export.by_id("submissions", "submission_id")[submission_id]
        if submission["search_id"] == search["search_id"] and by(accepted, day):
            back = [p.get("reneged_on") for p in placements_of(export, submission_id)]
            if is_reneged(export, submission_id) and day < max(filter(None, back)):
                yield "renege", None
            filled = seat.filled_by is not None and seat.filled_by["submission_id"]
            if not is_reneged(export, submission_id) and filled == submission_id:
                yield "start", None


def briefs(export: Export, search: Row) -> dict[str, tuple[Moment, Moment | None]]:
    """Agency → when it got the search and when it was taken back; without briefs, from its first
    candidate on."""
    if "briefs" in export.has:
        rows = [b for b in export.rows("briefs") if b["search_id"] == search["search_id"]]
        return {row["agency_id"]: (row["briefed_at"], row.get("released_at")) for row in rows}
    first: dict[str, tuple[Moment, Moment | None]] = {}
    for row in sorted(export.rows("submissions"), key=lambda row: row["received_at"].at):
        if row["channel"] == "agency" and row["search_id"] == search["search_id"]:
            first.setdefault(row["agency_id"], (row["received_at"], None))
    return first


def is_on_hold(export: Export, search: Row) -> bool:
    """Whether it is called on hold, and no hold on file says that none had begun or all ended."""
    holds = [h for h in export.typed("holds") if h["search_id"] == search["search_id"]]
    now = export.as_of.on
    held = any(h["held_from"] <= now < (h.get("held_until") or date.max) for h in holds)
    return search["status"] == "on_hold" and (held or not holds)


def last_thing(export: Export, search: Row, people: list[Candidate]) -> date:
    """The last day on which anything about the search is on file."""
    days = [moment.on for moment, _ in briefs(export, search).values()]
    for one in people:
        seen = min([moment.on for moment in shown(one)], default=None)
        known = [one.row["received_at"].on, one.yes and one.yes.on, seen, one.gone]
        days += [day for day in known if day is not None]
    return max(days, default=search["opened_on"])


def shown(one: Candidate) -> Iterator[Moment]:
    """Moments that show that the profile was passed."""
    yield from (arranged(interview) for interview in one.interviews)
    yield from (offer["extended_at"] for offer in one.offers)
    yield from (s["entered_at"] for s in one.stages if s["stage"] in ("interview", "offer"))


def of_candidate(export: Export, one: Candidate, day: date) -> Iterator[Turn]:
    """What is waited for with one candidate at the end of a day."""
    if one.gone is not None and one.gone <= day:
        return
    received, is_seen = one.row["received_at"], any(by(moment, day) for moment in shown(one))
    is_waiting = by(received, day) and not by(one.answered, day) and not is_seen
    if one.is_agencys and not one.is_contradictory and is_waiting:
        yield "profile", received
    is_dated = all(interview.get("invited_at") for interview in one.interviews)
    if by(one.yes, day) and not is_seen and is_dated and shows_invitations(export):
        yield "invitation", one.yes
    for interview in one.interviews:
        yield from of_interview(export, one, interview, day)
    for first, until in appointments(one):
        if by(first, day) and not by(until, day):
            yield "interview", first
    if one.offers:
        latest = max(one.offers, key=lambda offer: (offer["extended_at"].at, offer["offer_id"]))
        begun = min((offer["extended_at"] for offer in one.offers), key=lambda moment: moment.at)
        is_dated = latest["outcome"] == "pending" or latest.get("answered_at") is not None
        if is_dated and by(begun, day) and not by(latest.get("answered_at"), day):
            yield "answer", None
    is_past = by(one.yes, day) or is_seen
    if one.is_agencys and one.is_contradictory:
        is_past = by(received, day)
    if is_past and not is_refused(one, day):
        yield "unclear", None


def of_interview(export: Export, one: Candidate, interview: Row, day: date) -> Iterator[Turn]:
    """What is waited for after an interview was held, or was not."""
    scheduled, told = interview["scheduled_for"], interview.get("feedback_at")
    if interview["status"] in ("cancelled", "no_show") and by(scheduled, day):
        if not is_followed(one, arranged(interview), day):
            yield "invitation", scheduled
    over = interview.get("ended_at") or scheduled
    is_told = by(told, day) if told else is_followed(one, over, day)
    if interview["status"] == "held" and by(over, day) and not is_told:
        if any(row.get("feedback_at") for row in export.rows("interviews")):
            yield "feedback", over
    if by(told, day) and is_last_word(one, interview) and said(one, interview) is True:
        if not is_followed(one, told, day):
            yield "offer", told


def is_followed(one: Candidate, after: Moment, day: date) -> bool:
    """Whether something went on after a moment, by the end of a day."""
    return any(moment.at > after.at and by(moment, day) for moment, _ in one.signs)


def appointments(one: Candidate) -> Iterator[tuple[Moment, Moment]]:
    """From the first invitation to the day at last; what was moved before its day is the same."""
    invited = [row for row in one.interviews if row.get("invited_at")]
    invited.sort(key=lambda row: (row["invited_at"].at, row["interview_id"]))
    first: Moment | None = None
    for number, row in enumerate(invited):
        first = first or row["invited_at"]
        after = invited[number + 1] if number + 1 < len(invited) else None
        is_moved = row["status"] == "cancelled" and after is not None
        if is_moved and after and row["scheduled_for"].at >= after["invited_at"].at:
            continue
        yield first, row["scheduled_for"]
        first = None


def is_last_word(one: Candidate, interview: Row) -> bool:
    """Whether no other interview arranged by then was still to be held or to be told of."""
    told = interview["feedback_at"].at
    others = [row for row in one.interviews if row is not interview]
    others = [row for row in others if row["status"] in ("held", "scheduled")]
    open_ones = [row for row in others if arranged(row).at <= told]
    return all(row.get("feedback_at") and row["feedback_at"].at <= told for row in open_ones)


def said(one: Candidate, interview: Row) -> bool | None:
    """Yes, no, or nothing that can be told."""
    told = interview["feedback_at"].at
    after = [(moment, kind) for moment, kind in one.signs if moment.at > told]
    soonest = min((moment.at for moment, _ in after), default=None)
    is_taken_on = any(moment.at == soonest and kind != "decision" for moment, kind in after)
    words = interview.get("recommendation")
    if is_taken_on or (words or "").lower() in YES:
        return True
    return None if words is None else False


def is_refused(one: Candidate, day: date) -> bool:
    """Whether the last word about the candidate was a no, and was said by the end of a day."""
    told = [row for row in one.interviews if row.get("feedback_at") and is_last_word(one, row)]
    if not told:
        return False
    last = max(told, key=lambda row: (row["feedback_at"].at, row["interview_id"]))
    return said(one, last) is False and by(last["feedback_at"], day)


def shows_invitations(export: Export) -> bool:
    """Whether these files show when anybody was invited."""
    invited = any(row.get("invited_at") for row in export.rows("interviews"))
    return invited or any(row["stage"] == "interview" for row in export.rows("stage_events"))


def candidates(export: Export) -> dict[str, list[Candidate]]:
    """Search → the candidates put forward for it, without redundant copies of them."""
    classes = redundancy_classes(export)
    accepted = dict(accepted_submissions(export))
    lost = {o["submission_id"]: o for o in latest_offers(export) if o["outcome"] in LOST}
    found: dict[str, list[Candidate]] = {}
    for row in export.rows("submissions"):
        if classes.get(row["submission_id"]) not in REDUNDANT:
            one = candidate(export, row)
            one.gone = min(ends(export, one, accepted, lost), default=None)
            found.setdefault(row["search_id"], []).append(one)
    return found


LOST = ("declined", "expired", "rescinded")


def candidate(export: Export, row: Row) -> Candidate:
    """Somebody with all that is on file about them."""
    own = {
        table: [r for r in export.rows(table) if r["submission_id"] == row["submission_id"]]
        for table in ("interviews", "offers", "stage_events")
    }
    is_agencys = row["channel"] == "agency"
    how = reply(export, row) if is_agencys else None
    one = Candidate(
        row,
        is_agencys,
        is_agencys and how is None,
        decision(export, row) if how and how.outcome == "answered" else None,
        None,
        own["interviews"],
        own["offers"],
        own["stage_events"],
        None,
    )
    if row.get("decision") in (None, "advanced"):
        one.yes = decision(export, row) if is_agencys else row.get("decided_at")
    one.signs = [(arranged(interview), "invitation") for interview in one.interviews]
    one.signs += [(offer["extended_at"], "offer") for offer in one.offers]
    if row.get("decided_at") and not (how and how.outcome == "bulk_closed"):
        one.signs.append((row["decided_at"], "decision"))
    return one


def ends(
    export: Export,
    one: Candidate,
    accepted: dict[str, Moment | None],
    lost: dict[str, Row],
) -> Iterable[date]:
    """The days on which a candidacy was over, for whatever reason."""
    row = one.row
    search = export.by_id("searches", "search_id")[row["search_id"]]
    moments = [row.get("withdrawn_at"), accepted.get(row["submission_id"])]
    moments += [lost.get(row["submission_id"], {}).get("answered_at")]
    moments += [stage["entered_at"] for stage in one.stages if stage["stage"] == "ended"]
    if row.get("decision") == "rejected":
        moments.append(row.get("decided_at"))
    if search["status"] in ("filled", "cancelled") and search.get("closed_on"):
        yield search["closed_on"]
    yield from (moment.on for moment in moments if moment is not None)
