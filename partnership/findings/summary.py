"""What a partnership's one-page summary says: short lines for each side, nothing drawn."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures
from partnership.figures import Card
from partnership.findings import overview
from partnership.labels import partnership_summary as words
from partnership.sheets import Sheet

# A page holds no more; the rest is counted.
MOST_LINES = 4
OURS = ("hr", "business_leader")
Lines = list[str]


def sheet(
    agency: str,
    *,
    period: str,
    as_of: date,
    is_sample: bool,
    sentence: str,
    cards: Sequence[Card],
    ours: Lines,
    theirs: Lines,
    meetings: Lines,
    searches: Lines,
    promises: pd.DataFrame | None,
    foot: str,
    is_agencys_own: bool = False,
) -> Sheet:
    """The page: numbers above, what each side did, meetings and searches, promises, decisions.
    `ours` is what a client did and `theirs` what an agency did; in an agency's own figures the
    agency's side is ours, and `agency` the client."""
    them, their = (
        said.format(agency=agency) for said in (words.AGENCY_SIDE, words.PROMISED_BY_AGENCY)
    )
    client, other = (them, words.OUR_SIDE) if is_agencys_own else (words.CLIENT_SIDE, them)
    by_client, by_agency = (
        (their, words.PROMISED_BY_US) if is_agencys_own else (words.PROMISED_BY_HR, their)
    )
    subtitle = words.SUBTITLE.format(
        period=period, day=figures.day(as_of), sample=words.SAMPLE if is_sample else ""
    )
    return Sheet(
        words.SHEET_TITLE.format(agency=agency),
        subtitle,
        sentence,
        words.HEADLINES,
        words.HEADLINE_COLUMNS,
        cards,
        {
            client: ours,
            other: theirs,
            words.MEETINGS: meetings,
            words.SEARCHES: searches,
            by_client: open_promises(promises, ours=True),
            by_agency: open_promises(promises, ours=False),
        },
        words.DECIDE,
        words.DECIDE_COLUMNS,
        foot,
    )


def status(statuses: pd.DataFrame) -> str:
    """The state in a word and why, from rows of partnership_status; of several clients the one
    that needs a conversation most."""
    if statuses.empty:
        return ""
    row = overview.partnership_table(statuses).to_dict("records")[0]
    return f"{row['state']}: {overview.status_in_words(row)}"


def our_side(replies: pd.DataFrame | None, kickoffs: pd.DataFrame | None) -> Lines:
    """HR's answers and kickoffs, from rows of feedback_latency and kickoff_coverage."""
    if replies is None or replies.empty:
        return [words.CANT_BE_SEEN]
    row = replies.iloc[0]
    lines = [_answered(row), _median(row["median_days"]), _waiting(row["waiting"])]
    if kickoffs is not None and len(kickoffs):
        k_of_n = figures.k_of_n(kickoffs["tri_party"].iloc[0], kickoffs["due"].iloc[0])
        lines.append(words.KICKOFFS.format(k_of_n=k_of_n))
    return [line for line in lines if line]


def agency_side(overview: pd.DataFrame, funnel: pd.DataFrame) -> Lines:
    """What the agency was given, sent and filled: rows of partnership_overview and funnel."""
    if overview.empty:
        return [words.CANT_BE_SEEN]
    row = overview.iloc[0]
    briefed = words.BRIEFED.format(
        searches=figures.counted(row["searches"], words.SEARCH, words.SEARCHES_MANY),
        openings=figures.counted(row["openings_filled"], words.OPENING, words.OPENINGS),
    )
    said = words.SENT_UNSEEN if figures.is_missing(row["redundant"]) else words.SENT
    sent = said.format(
        submissions=figures.counted(row["submissions"], words.SUBMISSION, words.SUBMISSIONS),
        redundant=figures.number(row["redundant"]),
    )
    return [briefed, sent, *_on_the_way(funnel)]


def meetings(contacts: pd.DataFrame | None) -> Lines:
    """Last, next and the longest silence, from rows of partnership_contact; one client a line."""
    if contacts is None or contacts.empty:
        return [words.CANT_BE_SEEN]
    row = contacts.sort_values("overdue_days", ascending=False, na_position="last").iloc[0]
    return [
        _last(row),
        _next(row),
        words.LONGEST.format(
            days=figures.days(row["longest_gap_days"]), interval=figures.days(row["interval_days"])
        ),
        words.HELD.format(held=figures.number(row["held"]), missed=figures.number(row["missed"])),
        words.NO_INFORMAL
        if figures.is_missing(row["last_informal_on"])
        else words.INFORMAL.format(day=figures.day(row["last_informal_on"])),
    ]


def open_searches(ages: pd.DataFrame, openings: pd.DataFrame) -> Lines:
    """How many are open and the oldest by name, from open_search_age and the rows behind it, each
    with its chance of being filled in words."""
    if ages.empty:
        return [words.NONE_OPEN]
    row = ages.iloc[0]
    oldest, on_hold = row["oldest_age_days"], row["on_hold"]
    said = words.ALL_ON_HOLD if figures.is_missing(oldest) else words.OPEN
    if not figures.is_missing(oldest) and not on_hold:
        said = words.OPEN_NO_HOLD
    first = said.format(
        openings=figures.counted(row["open"], words.OPENING, words.OPENINGS),
        on_hold=figures.number(on_hold),
        days=figures.days(oldest),
    )
    named = [
        words.OPEN_SEARCH.format(
            search=_title_and_place(opening),
            days=figures.days(opening["age_days"]),
            hold=words.ON_HOLD if opening["is_on_hold"] else "",
            chance=words.CHANCE.format(chance=opening["chance"]) if opening["chance"] else "",
        )
        for opening in openings.to_dict("records")
    ]
    has_chances = any(openings["chance"]) if len(openings) else False
    return [first + words.CHANCES * has_chances, *_shortened(named)]


def open_promises(commitments: pd.DataFrame | None, *, ours: bool) -> Lines:
    """The open promises of one side, the first due first."""
    if commitments is None:
        return [words.CANT_BE_SEEN]
    of_side = commitments["owner"].isin(OURS) == ours
    still_open = commitments[of_side & commitments["is_open"].astype(bool)]
    lines = [
        words.PROMISE.format(
            promise=row["promise"],
            due=words.NO_DAY if figures.is_missing(row["due_on"]) else figures.day(row["due_on"]),
            overdue=words.OVERDUE if row["is_overdue"] is True else "",
        )
        for row in still_open.to_dict("records")
    ]
    return _shortened(lines) or [words.NO_PROMISES]


def _shortened(lines: Sequence[str]) -> Lines:
    more = len(lines) - MOST_LINES
    if more <= 0:
        return list(lines)
    return [*lines[:MOST_LINES], words.AND_MORE.format(count=more)]


def _answered(row: Any) -> str:
    k_of_n = figures.k_of_n(row["on_time"], row["evaluable"])
    if not figures.is_enough(row["evaluable"]):
        return words.ANSWERED_FEW.format(k_of_n=k_of_n)
    return words.ANSWERED.format(share=figures.percent(row["on_time_rate"]), k_of_n=k_of_n)


def _median(days: float | None) -> str:
    if days is None or figures.is_missing(days):
        return ""
    return words.MEDIAN_ANSWER.format(
        days=figures.counted(days, words.WORKING_DAY, words.WORKING_DAYS)
    )


def _waiting(count: int) -> str:
    if not count:
        return words.NONE_WAITING
    named = figures.counted(count, words.SUBMISSION, words.SUBMISSIONS)
    return words.WAITING.format(submissions=named)


def _on_the_way(funnel: pd.DataFrame) -> Lines:
    if funnel.empty:
        return []
    row = funnel.iloc[0]
    # A step that the files can't show is left out.
    steps = [
        words.STEP.format(count=figures.number(row[step]), step=said)
        for step, said in words.STEPS.items()
        if not figures.is_missing(row[step])
    ]
    sent = figures.number(row["submissions"])
    return [words.ON_THE_WAY.format(submissions=sent, steps=", ".join(steps))] if steps else []


def _title_and_place(opening: Any) -> str:
    known = (opening[name] for name in ("title", "location"))
    return ", ".join(str(part) for part in known if not figures.is_missing(part)) or figures.DASH


def _last(row: Any) -> str:
    if figures.is_missing(row["last_contact_on"]):
        return words.NEVER_MET
    day, days = figures.day(row["last_contact_on"]), row["silent_days"]
    said = words.LAST.format(day=day, days=figures.days(days))
    return said.split(",")[0] if figures.is_missing(days) else said


def _next(row: Any) -> str:
    if figures.is_missing(row["next_due_on"]):
        return words.NONE_DUE
    late = row["overdue_days"]
    state = words.IS_OVERDUE.format(days=figures.days(late)) if late else words.IS_DUE
    return words.NEXT_DUE.format(day=figures.day(row["next_due_on"]), state=state)
