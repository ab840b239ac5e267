"""Whose day it was: every rule on an opening whose days are worked out by hand.

The opening is of Wednesday 1 January 2025 and the figures are of Friday the 31st, unless a test
says otherwise. "6 agency candidate" are the days from the 6th on, "!" those later than agreed.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from asking import GivenExport
from given import Given

Row = Mapping[str, object]
FRIDAY_31 = date(2025, 1, 31)


def at(day: int, hour: int = 9) -> str:
    """An hour of a day of January 2025."""
    return f"2025-01-{day:02}T{hour:02}:00:00Z"


def turns(export: Given, opening: str = "S1#1") -> str:
    """The days of one opening as "6 agency candidate, 13! agency candidate, …, 31"."""
    rows = [row for row in export.rows("opening_day", "from_on") if row["opening_id"] == opening]
    said = [
        f"{row['from_on'].day}{'!' if row['is_beyond'] else ''} {row['side']} {row['step']}"
        for row in rows
    ]
    return ", ".join([*said, str(rows[-1]["until_on"].day)]) if rows else ""


def course(given: GivenExport, **tables: Any) -> str:
    """The days of the opening of a search that was given to agency A on Monday the 6th."""
    known = {"briefs": [{"briefed_at": at(6)}], "as_of": FRIDAY_31}
    return turns(given(**(known | tables)))


def sent(day: int, name: str = "u", **more: object) -> Row:
    return {"submission_id": name, "received_at": at(day)} | more


def advanced(day: int, **more: object) -> Row:
    """A profile of the 8th that got its yes on a day."""
    return sent(8, decision="advanced", decided_at=at(day), **more)


def met(invited: int, day: int, **more: object) -> Row:
    return {"submission_id": "u", "invited_at": at(invited), "scheduled_for": at(day)} | more


YES = {"recommendation": "yes"}
ADVANCED = "1 hr briefing, 6 agency candidate, 8 hr invitation"
BRIEFED = "1 hr briefing, 6 agency candidate, 8 hr profile"


def test_one_candidate_from_the_brief_to_the_yes(given: GivenExport) -> None:
    # Two working days to the answer are over on Friday the 10th, two to the feedback on Friday
    # the 24th; the fifth working day after the invitation is the day of the interview.
    found = course(
        given,
        searches=[{"status": "filled", "closed_on": "2025-01-31"}],
        submissions=[advanced(14)],
        interviews=[met(15, 22, feedback_at=at(27), **YES)],
        offers=[
            {"submission_id": "u", "extended_at": at(29), "answered_at": at(31)}
            | {"outcome": "accepted"}
        ],
    )
    assert found == (
        f"{BRIEFED}, 10! hr profile, 14 hr invitation, 15 business_leader interview, "
        "22 business_leader feedback, 24! business_leader feedback, 27 hr offer, "
        "29 candidate answer, 31"
    )


def test_nobody_in_process_is_the_agencys_turn_anew_each_time(given: GivenExport) -> None:
    # Five working days from Monday the 6th are over on the 13th, from Tuesday the 14th on the 21st.
    rejected = sent(14, decision="rejected", decided_at=at(16))
    same_day = sent(20, "v", decision="rejected", decided_at=at(20))
    assert course(given, submissions=[rejected, same_day]) == (
        "1 hr briefing, 6 agency candidate, 13! agency candidate, 14 hr profile, "
        "16 agency candidate, 23! agency candidate, 31"
    )


def test_before_a_brief_and_after_it_was_taken_back_it_is_hrs_turn(given: GivenExport) -> None:
    briefs = [
        {"briefed_at": at(6), "released_at": at(9)},
        {"briefed_at": at(8), "released_at": at(10), "agency_id": "B"},
    ]
    assert course(given, briefs=briefs) == "1 hr briefing, 6 agency candidate, 10 hr briefing, 31"
    assert course(given, searches=[{}], briefs=[{"search_id": "S2"}]) == "1 hr briefing, 31"


def test_a_hold_beats_everything_and_overlapping_ones_are_one(given: GivenExport) -> None:
    holds = [
        {"held_from": "2025-01-09", "held_until": "2025-01-13"},
        {"held_from": "2025-01-12", "held_until": "2025-01-15"},
        {"held_from": "2025-01-29"},
    ]
    # The answer is due on the 10th; a hold does not move that.
    assert course(given, submissions=[sent(8)], holds=holds) == (
        f"{BRIEFED}, 9 hold hold, 15! hr profile, 29 hold hold, 31"
    )


def test_a_hold_since_nobody_knows_when_is_unknown_after_the_last_thing_on_file(
    given: GivenExport,
) -> None:
    on_hold = [{"status": "on_hold"}]
    rejected = sent(8, decision="rejected", decided_at=at(9))
    assert course(given, searches=on_hold, submissions=[rejected]) == (
        f"{BRIEFED}, 9 unknown hold_undated, 31"
    )


def test_of_several_candidates_the_furthest_ones_step_decides(given: GivenExport) -> None:
    # v's profile waits from the 7th on; u's interview of the 13th comes before it.
    found = course(
        given,
        submissions=[sent(7, "v", candidate_id="c2"), advanced(8)],
        interviews=[met(9, 13, feedback_at=at(15), recommendation="no")],
    )
    assert found == (
        "1 hr briefing, 6 agency candidate, 7 hr profile, 8 hr invitation, "
        "9 business_leader interview, 13 business_leader feedback, 15! hr profile, 31"
    )


def test_of_candidates_at_one_step_the_one_that_waited_longest_counts(given: GivenExport) -> None:
    submissions = [
        sent(7, "u", decision="rejected", decided_at=at(13)),
        sent(10, "v", decision="rejected", decided_at=at(20)),
    ]
    # Late from the 9th for u; v, of Friday, is late from Tuesday the 14th.
    assert course(given, submissions=submissions) == (
        "1 hr briefing, 6 agency candidate, 7 hr profile, 9! hr profile, 13 hr profile, "
        "14! hr profile, 20 agency candidate, 27! agency candidate, 31"
    )


def test_nobody_came_so_it_is_hrs_turn_until_the_next_invitation(given: GivenExport) -> None:
    interviews = [met(9, 13, status="no_show"), met(16, 20, status="scheduled")]
    assert course(given, submissions=[advanced(8)], interviews=interviews) == (
        f"{ADVANCED}, 9 business_leader interview, 13 hr invitation, 15! hr invitation, "
        "16 business_leader interview, 20 unknown unclear, 31"
    )


def test_an_appointment_that_was_moved_keeps_its_first_invitation(given: GivenExport) -> None:
    moved = [met(9, 13, status="cancelled"), met(10, 20, status="held", feedback_at=at(20), **YES)]
    # The fifth working day after the 9th is the 16th.
    assert course(given, submissions=[advanced(8)], interviews=moved) == (
        f"{ADVANCED}, 9 business_leader interview, 16! business_leader interview, 20 hr offer, "
        "23! hr offer, 31"
    )
    late = [met(9, 13, status="cancelled"), met(14, 20, status="held", feedback_at=at(20), **YES)]
    assert course(given, submissions=[advanced(8)], interviews=late) == (
        f"{ADVANCED}, 9 business_leader interview, 13 hr invitation, "
        "14 business_leader interview, 20 hr offer, 23! hr offer, 31"
    )


def test_an_interview_of_which_nobody_noted_whether_it_was_held_is_unknown(
    given: GivenExport,
) -> None:
    assert course(
        given, submissions=[advanced(8)], interviews=[met(9, 13, status="scheduled")]
    ) == (f"{ADVANCED}, 9 business_leader interview, 13 unknown unclear, 31")


def test_an_interview_without_the_day_of_its_invitation(given: GivenExport) -> None:
    no = {"feedback_at": at(14), "recommendation": "no"}
    assert course(
        given, submissions=[advanced(8)], interviews=[met(9, 13, invited_at=None) | no]
    ) == (
        "1 hr briefing, 6 agency candidate, 8 unknown unclear, 13 business_leader feedback, "
        "14 agency candidate, 21! agency candidate, 31"
    )
