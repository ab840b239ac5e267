"""Kickoffs and the rhythm of contact."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from oracle.reading import Export, Moment, Row
from oracle.working_days import days_after, working_days

INTERVAL_DAYS = 14
KICKOFF_WITHIN = 10


def held_meetings(export: Export, agency: str) -> list[Row]:
    """The meetings with an agency that took place by the as-of."""
    return [
        row
        for row in export.rows("meetings")
        if row["agency_id"] == agency and row["status"] == "held"
    ]


def submissions_of(export: Export, agency: str, search_id: str) -> list[Row]:
    """What an agency has sent for a search."""
    return [
        row
        for row in export.rows("submissions")
        if row["channel"] == "agency"
        and row["agency_id"] == agency
        and row["search_id"] == search_id
    ]


def first(moments: Iterable[Moment]) -> Moment | None:
    """The earliest of some moments."""
    return min(moments, key=lambda moment: moment.at, default=None)


@dataclass(frozen=True)
class Brief:
    """A search given to an agency, with what happened about its kickoff."""

    search: Row
    agency: str
    briefed: Moment
    released: Moment | None
    is_due: bool = False
    has_kickoff: bool = False
    is_tri_party: bool = False


def briefs(export: Export) -> list[Brief]:
    """The briefs table; without it, each agency's first submission for a search stands for one."""
    searches = export.by_id("searches", "search_id")
    if "briefs" in export.has:
        return [brief_with_kickoff(export, row, searches) for row in export.rows("briefs")]
    pairs = {
        (row["search_id"], row["agency_id"])
        for row in export.rows("submissions")
        if row["channel"] == "agency"
    }
    found = []
    for search_id, agency in sorted(pairs):
        start = first(row["received_at"] for row in submissions_of(export, agency, search_id))
        assert start is not None
        found.append(Brief(searches[search_id], agency, start, None))
    return found


def brief_with_kickoff(export: Export, row: Row, searches: dict[str, Row]) -> Brief:
    """Whether a kickoff was due, held in time, and with all three parties there.

    A search cancelled before its ten days had passed was never due one.
    """
    search, briefed = searches[row["search_id"]], row["briefed_at"]
    kickoffs = [
        meeting
        for meeting in held_meetings(export, row["agency_id"])
        if meeting["kind"] == "kickoff" and meeting.get("search_id") == row["search_id"]
    ]
    in_time = [m for m in kickoffs if is_in_time(export, m["starts_at"], row, search)]
    is_cancelled = search["status"] == "cancelled" and search.get("closed_on") is not None
    until = search["closed_on"] if is_cancelled else export.as_of.on
    elapsed = working_days(briefed.on, until, search.get("country"))
    return Brief(
        search,
        row["agency_id"],
        briefed,
        row.get("released_at"),
        bool(kickoffs) or elapsed > KICKOFF_WITHIN,
        bool(in_time),
        any(is_tri_party(export, meeting) for meeting in in_time),
    )


def is_in_time(export: Export, held: Moment, brief: Row, search: Row) -> bool:
    """Within ten working days of the brief and not after the agency's first submission."""
    submissions = submissions_of(export, brief["agency_id"], brief["search_id"])
    first_submission = first(row["received_at"] for row in submissions)
    days = working_days(brief["briefed_at"].on, held.on, search.get("country"))
    is_early = first_submission is None or not is_after(held, first_submission)
    return days <= KICKOFF_WITHIN and is_early


def is_after(moment: Moment, other: Moment) -> bool:
    """Whether one thing is known to have followed another; on a mere day, anything may have."""
    if moment.on == other.on and not other.is_exact:
        return False
    return moment.at > other.at


def is_tri_party(export: Export, meeting: Row) -> bool:
    """Whether HR, the agency and a business leader were there; invited is not attended."""
    there = {
        row["party"]
        for row in export.rows("meeting_attendees")
        if row["meeting_id"] == meeting["meeting_id"] and row.get("attended") is not False
    }
    return there == {"hr", "agency", "business_leader"}


@dataclass(frozen=True)
class Rhythm:
    """The contact of one partnership inside a period."""

    agency: str
    client: str | None
    window_days: int
    covered_days: int
    meetings_held: int
    longest_gap_days: int
    overdue_days: int


def rhythms(export: Export, start: date | None = None, end: date | None = None) -> list[Rhythm]:
    """One per agency and client that were ever given a search together."""
    together: dict[tuple[str, str | None], list[Brief]] = {}
    for brief in briefs(export):
        key = brief.agency, brief.search.get("client_id")
        together.setdefault(key, []).append(brief)
    return [rhythm(export, *key, given, start, end) for key, given in together.items()]


def client_of(meeting: Row, searches: dict[str, Row]) -> str | None:
    """The client whose search was met about; none where it was about the agency as a whole."""
    return searches.get(meeting.get("search_id") or "", {}).get("client_id")


def rhythm(
    export: Export,
    agency: str,
    client: str | None,
    given: list[Brief],
    start: date | None,
    end: date | None,
) -> Rhythm:
    """A day is covered while the contact before it is no further back than agreed.

    The days are those after the first brief; what is overdue is so on the last of them.
    """
    interval = export.by_id("agencies", "agency_id").get(agency, {}).get("meeting_interval_days")
    interval = INTERVAL_DAYS if interval is None else interval
    opens, closes = window(export, given)
    searches = export.by_id("searches", "search_id")
    days = sorted(
        meeting["starts_at"].on
        for meeting in held_meetings(export, agency)
        if opens <= meeting["starts_at"].on <= closes
        and client_of(meeting, searches) in (None, client)
    )
    gaps = list(zip([opens, *days], [*days, closes], strict=True))
    last = closes if end is None else min(closes, end - timedelta(days=1))
    counted = covered = longest = overdue = 0
    for contact, until in gaps:
        silence = [d for d in days_after(contact, min(until, last)) if start is None or d >= start]
        counted += len(silence)
        covered += sum((day - contact).days <= interval for day in silence)
        if silence:
            longest = max(longest, (silence[-1] - contact).days)
    (contact,) = [c for c, until in gaps if c <= last][-1:] or [closes]
    if last < closes or closes >= export.as_of.on:
        overdue = max(0, (last - contact).days - interval)
    in_period = [d for d in days if (start is None or d >= start) and (end is None or d < end)]
    return Rhythm(agency, client, counted, covered, len(in_period), longest, overdue)


def window(export: Export, given: list[Brief]) -> tuple[date, date]:
    """From the first brief to the as-of day, or to the last release once all are released."""
    opens = min(brief.briefed.on for brief in given)
    released = [brief.released.on for brief in given if brief.released is not None]
    closes = max(released) if len(released) == len(given) else export.as_of.on
    return opens, max(opens, closes)
