"""Attendance, market information, promises, roles, briefs, the survey: worked out by hand."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from asking import GivenExport
from pytest import approx

Row = Mapping[str, object]
AS_OF = date(2025, 1, 31)


def at(day: int, hour: int = 9) -> str:
    """An hour of a day of January 2025; the 6th is a Monday."""
    return f"2025-01-{day:02}T{hour:02}:00:00Z"


def by(rows: list[dict[str, Any]], key: str, *names: str) -> dict[object, tuple[object, ...]]:
    """What tells a row from another → these figures of it."""
    return {row[key]: tuple(row[name] for name in names) for row in rows}


# --- attendance ---------------------------------------------------------------------------------


def attendee(meeting: str, party: str, attended: object = None) -> Row:
    return {"meeting_id": meeting, "party": party, "attended": attended}


def test_a_party_came_where_one_of_its_people_did(given: GivenExport) -> None:
    meetings = [
        {"meeting_id": name, "starts_at": at(8)} for name in ("one", "two", "off", "missed")
    ]
    meetings[2] = meetings[2] | {"status": "cancelled"}
    meetings[3] = meetings[3] | {"status": "no_show"}
    attendees = [
        attendee("one", "hr", False),
        attendee("one", "hr", True),
        attendee("one", "agency"),
        attendee("two", "hr", False),
        attendee("two", "business_leader", False),
        attendee("off", "agency", False),
        attendee("missed", "agency"),
        attendee("missed", "hr", True),
    ]
    rows = given(meetings=meetings, meeting_attendees=attendees).metric("meeting_attendance")
    assert by(rows, "party", "expected", "attended", "attendance_rate") == {
        "agency": (2, 1, 0.5),
        "business_leader": (1, 0, 0.0),
        "hr": (3, 2, approx(2 / 3)),
    }


def test_a_list_of_those_who_came_shows_no_absence(given: GivenExport) -> None:
    meeting = {"meeting_id": "one", "starts_at": at(8)}
    export = given(meetings=[meeting], meeting_attendees=[attendee("one", "hr")])
    (row,) = export.metric("meeting_attendance")
    assert (row["expected"], row["attended"], row["attendance_rate"]) == (None, None, None)
    assert given(meetings=[meeting]).metric("meeting_attendance") == []


# --- market information -------------------------------------------------------------------------


def test_word_of_the_market_within_ten_working_days_of_the_brief(given: GivenExport) -> None:
    # Ten working days after Monday the 6th is Monday the 20th; the 31st lies beyond.
    topics = {
        "on day 10": {"starts_at": at(20), "topics": "pipeline; Salary"},
        "on day 11": {"starts_at": at(21), "topics": "market"},
        "before": {"starts_at": at(3), "topics": "market"},
        "off topic": {"starts_at": at(8), "topics": "supplies;offers"},
        "cancelled": {"starts_at": at(8), "topics": "market", "status": "cancelled"},
        "silent": None,
        "young": None,
        "withdrawn": None,
        "no search": {"starts_at": at(8), "topics": "market", "search_id": None},
    }
    searches = [{"search_id": name} for name in topics]
    searches[7] |= {"status": "cancelled", "closed_on": "2025-01-20"}
    briefs = [{"search_id": name, "agency_id": name, "briefed_at": at(6)} for name in topics]
    briefs[6] = briefs[6] | {"briefed_at": at(17)}
    meetings = [
        {"search_id": name, "agency_id": name} | dict(meeting)
        for name, meeting in topics.items()
        if meeting
    ]
    export = given(searches=searches, briefs=briefs, meetings=meetings, as_of=AS_OF)
    assert by(export.metric("market_information", by="agency"), "group", "due", "informed") == {
        "on day 10": (1, 1),
        "on day 11": (1, 0),
        "before": (1, 1),
        "off topic": (1, 0),
        "cancelled": (1, 0),
        "silent": (1, 0),
        "young": (0, 0),
        "withdrawn": (0, 0),
        "no search": (1, 0),
    }
    (whole,) = export.metric("market_information")
    assert (whole["due"], whole["informed"], whole["market_rate"]) == (7, 2, approx(2 / 7))


def test_whether_the_brief_was_changed_after_word_of_the_market(given: GivenExport) -> None:
    names = ("later", "same day", "sooner", "title", "never told")
    tables = {
        "briefs": [{"search_id": name, "briefed_at": at(6)} for name in names],
        "meetings": [
            {"search_id": name, "starts_at": at(8), "topics": "market"} for name in names[:-1]
        ],
    }
    days = {"later": 9, "same day": 8, "sooner": 7, "title": 9, "never told": 9}
    changes = [
        {"search_id": name, "changed_at": at(day), "field": "other" if name == "title" else "pay"}
        for name, day in days.items()
    ]
    (row,) = given(**tables, brief_changes=changes, as_of=AS_OF).metric("market_information")
    assert (row["informed"], row["changed_after"], row["changed_after_rate"]) == (4, 1, 0.25)
    (row,) = given(**tables, as_of=AS_OF).metric("market_information")
    assert (row["informed"], row["changed_after"], row["changed_after_rate"]) == (4, None, None)


def test_without_topics_or_briefs_word_of_the_market_cannot_be_seen(given: GivenExport) -> None:
    meeting = {"search_id": "S1", "starts_at": at(8)}
    for tables in (
        {"briefs": [{}], "meetings": [meeting]},
        {"submissions": [{"submission_id": "u"}], "meetings": [meeting | {"topics": "market"}]},
    ):
        (row,) = given(**tables, as_of=AS_OF).metric("market_information")
        assert (row["due"], row["informed"], row["market_rate"]) == (None, None, None)


# --- promises -----------------------------------------------------------------------------------


def test_promises_are_judged_once_their_day_has_passed(given: GivenExport) -> None:
    def promise(owner: str, due: int, closed: str | None, made: int = 6) -> Row:
        days = {"made_on": f"2025-01-{made:02}", "due_on": f"2025-01-{due:02}"}
        return {"owner": owner, "closed_on": closed} | days

    promises = [
        promise("hr", 20, "2025-01-20"),
        promise("hr", 20, "2025-01-21"),
        promise("hr", 30, None),
        promise("hr", 31, "2025-01-10"),  # due on the day of the figures: not judged yet
        promise("hr", 20, "2025-01-05"),  # closed before it was made
        promise("agency", 20, "2025-01-08"),
        promise("agency", 21, None) | {"dropped_on": "2025-01-25"},
        promise("agency", 21, "2025-01-22") | {"dropped_on": "2025-01-25"},  # done after all
        promise("business_leader", 20, "2025-02-05"),  # done after the day of the figures
    ]
    export = given(commitments=promises, as_of=AS_OF)
    rows = export.metric("promises_kept")
    figures = ("promises", "kept", "late", "dropped", "still_open", "kept_rate")
    assert by(rows, "owner", *figures) == {
        "agency": (3, 1, 1, 1, 0, approx(1 / 3)),
        "business_leader": (1, 0, 0, 0, 1, 0.0),
        "hr": (3, 1, 1, 0, 1, approx(1 / 3)),
    }
    assert export.metric("promises_kept", period_start=date(2025, 1, 31)) == []


# --- roles --------------------------------------------------------------------------------------


def test_a_task_is_done_by_the_side_that_owns_it(given: GivenExport) -> None:
    roles = [
        {"task": "feedback", "owner": "hr"},
        {"task": "negotiate", "owner": "agency"},
        {"task": "negotiate", "owner": "hr", "agency_id": "B"},
    ]

    def decided(name: str, agency: str, party: str | None) -> Row:
        decision = {"decided_at": at(8), "decision": "advanced", "decided_by": party}
        return {"submission_id": name, "agency_id": agency} | decision

    submissions = [
        decided("a1", "A", "hr"),
        decided("a2", "A", "business_leader"),
        decided("a3", "A", None),
        decided("b1", "B", "hr"),
        {"submission_id": "b2", "agency_id": "B"},
    ]
    leads = {"a1": "agency", "a2": "hr", "a3": "none", "b1": "agency", "b2": "hr"}
    offers = [
        {"submission_id": name, "negotiation_led_by": lead, "extended_at": at(15)}
        for name, lead in leads.items()
    ]
    tables = {"submissions": submissions, "offers": offers}
    export = given(roles=roles, **tables)
    rows = [row | {"key": (row["group"], row["owner"])} for row in by_agency(export)]
    assert by(rows, "key", "events", "by_owner", "unknown", "adherence_rate") == {
        ("A", "agency"): (2, 1, 0, 0.5),
        ("A", "hr"): (2, 1, 1, 0.5),
        ("B", "hr"): (3, 2, 0, approx(2 / 3)),
    }
    assert given(**tables).metric("role_adherence") == []


def by_agency(export: Any) -> list[dict[str, Any]]:
    """Role adherence of each agency."""
    rows: list[dict[str, Any]] = export.metric("role_adherence", by="agency")
    return rows


# --- changes of the brief -----------------------------------------------------------------------


def test_only_changes_after_the_kickoff_count(given: GivenExport) -> None:
    names = ("changed", "twice", "kickoff day", "other", "unchanged", "no kickoff")
    briefs = [{"search_id": name, "briefed_at": at(6)} for name in names]
    # A second agency on the same search, whose kickoff came later: still one search.
    briefs.append({"search_id": "changed", "agency_id": "B", "briefed_at": at(6)})
    kickoffs = [{"search_id": name, "kind": "kickoff", "starts_at": at(8)} for name in names[:-1]]
    kickoffs.append(
        {"search_id": "changed", "agency_id": "B", "kind": "kickoff", "starts_at": at(15)}
    )
    changes = [
        {"search_id": "changed", "changed_at": at(10), "field": "pay"},
        {"search_id": "twice", "changed_at": at(10), "field": "must_have"},
        {"search_id": "twice", "changed_at": at(13), "field": "location"},
        {"search_id": "kickoff day", "changed_at": at(8, 18)},
        {"search_id": "other", "changed_at": at(10), "field": "other"},
        {"search_id": "no kickoff", "changed_at": at(10)},
    ]
    tables = {"briefs": briefs, "meetings": kickoffs}
    (row,) = given(**tables, brief_changes=changes).metric("brief_changes")
    fields = [row[f"{name}_changes"] for name in ("must_have", "pay", "location")]
    assert (row["searches"], row["changed"], row["changed_rate"], fields) == (5, 2, 0.4, [1, 1, 1])
    (unseen,) = given(**tables).metric("brief_changes")
    assert (unseen["searches"], unseen["changed"], unseen["pay_changes"]) == (5, None, None)


# --- the survey ---------------------------------------------------------------------------------


def answer(agency: str, respondent: str, score: int, **more: object) -> Row:
    return {"agency_id": agency, "respondent": respondent, "score": score} | more


def test_favourable_is_four_or_five(given: GivenExport) -> None:
    told = [answer("A", "agency", score, item="respect") for score in (3, 4, 5)]
    told += [answer("A", "hr", 2, item="respect")]
    rows = given(pulse=told).metric("pulse")
    assert by(rows, "respondent", "answers", "favourable", "favourable_rate", "mean_score") == {
        "agency": (3, 2, approx(2 / 3), 4),
        "hr": (1, 0, 0.0, 2),
    }


def test_goals_are_compared_in_pairs(given: GivenExport) -> None:
    told = [
        # One point apart; HR asked twice and meant 4.5 on average.
        *(answer("A", "hr", score) for score in (4, 5)),
        answer("A", "agency", 4),
        # Two apart on a search of its own, and in another quarter.
        *(answer("A", party, score, search_id="S1") for party, score in (("hr", 5), ("agency", 3))),
        *(answer("B", party, 4, asked_on="2025-03-31") for party in ("hr", "business_leader")),
        answer("B", "agency", 5, asked_on="2025-04-01"),
        answer("C", "hr", 3),
        answer("C", "agency", 3, item="result"),
    ]
    rows = given(searches=[{"search_id": "S1"}], pulse=told).metric("goal_alignment", by="agency")
    figures = ("pairs", "aligned", "aligned_rate", "mean_hr", "mean_agency", "mean_gap")
    assert by(rows, "group", *figures) == {"A": (2, 1, 0.5, 4.75, 3.5, -1.25)}


# --- candidates lost while waiting --------------------------------------------------------------


def test_lost_while_our_step_was_late(given: GivenExport) -> None:
    # HR says yes on Tuesday the 7th and invites nobody; the limit is two working days, so who
    # leaves on Thursday the 9th left in time and who leaves on the 10th left late.
    yes = {"received_at": at(7), "decided_at": at(7), "decision": "advanced"}
    too_slow = {"withdrawal_reason": "Too slow"}
    submissions = [
        yes | too_slow | {"withdrawn_at": at(10)},
        yes | too_slow | {"withdrawn_at": at(9)},
        yes | {"withdrawal_reason": "personal reasons", "withdrawn_at": at(10)},
        yes,
        # Left unanswered, late and in time: before screening.
        too_slow | {"received_at": at(6), "withdrawn_at": at(9)},
        too_slow | {"received_at": at(6), "withdrawn_at": at(8)},
    ]
    seen = {"submission_id": "x", "agency_id": "X", "received_at": at(31)}
    rows = [{"submission_id": f"u{n}"} | dict(row) for n, row in enumerate(submissions)]
    interviews = [{"submission_id": "x", "invited_at": at(31), "scheduled_for": at(31)}]
    export = given(submissions=[*rows, seen], interviews=interviews, as_of=AS_OF)
    (row,) = export.metric("lost_while_waiting", agencies=("A",))
    assert (row["submissions"], row["lost"], row["lost_before_screening"]) == (4, 1, 1)


def test_where_no_withdrawal_has_a_reason_nobody_can_be_seen_to_be_lost(
    given: GivenExport,
) -> None:
    (row,) = given(submissions=[{"submission_id": "u"}]).metric("lost_while_waiting")
    assert (row["submissions"], row["lost"], row["lost_rate"]) == (0, None, None)
