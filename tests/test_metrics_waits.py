"""How long each side waits for the other: every rule on rows whose answer is worked out by hand."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import numpy
from asking import GivenExport
from pytest import approx

Row = Mapping[str, object]
# 2025-01-06 is a Monday; figures to Friday the 31st unless a test says otherwise.
FRIDAY_31 = date(2025, 1, 31)


def at(day: int, hour: int = 9) -> str:
    """An hour of a day of January 2025."""
    return f"2025-01-{day:02}T{hour:02}:00:00Z"


def only(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The one row of a metric."""
    (row,) = rows
    return row


# --- the first candidate after a brief ----------------------------------------------------------


def sent(day: int, **more: object) -> Row:
    return {"received_at": at(day)} | more


def stands(row: Row) -> tuple[object, ...]:
    """How the one wait stands: answered, waiting or ended, its median, judged and in time."""
    done = next(row[name] for name in ("sent", "answered", "extended", "done") if name in row)
    names = ("waiting", "ended", "median_days", "evaluable", "on_time")
    return (done, *(row[name] for name in names))


def by_agency(rows: list[dict[str, Any]]) -> dict[object, tuple[object, ...]]:
    """How the one wait of each agency stands."""
    return {row["group"]: stands(row) for row in rows}


def first(given: GivenExport, cases: Mapping[str, Mapping[str, Any]], **tables: Any) -> Any:
    """Case → how its wait stands: each a search and an agency of its own, briefed on the 6th."""
    searches = [{"search_id": name} | case.get("search", {}) for name, case in cases.items()]
    briefs = [
        {"search_id": name, "agency_id": name, "briefed_at": at(6)} | case.get("brief", {})
        for name, case in cases.items()
    ]
    submissions = [
        {"submission_id": f"{name} {n}", "search_id": name, "agency_id": name} | dict(submission)
        for name, case in cases.items()
        for n, submission in enumerate(case.get("sent", ()))
    ]
    export = given(searches=searches, briefs=briefs, submissions=submissions, **tables)
    return by_agency(export.metric("first_candidate", agencies=tuple(cases), by="agency"))


def test_the_first_candidate_that_counts_ends_the_wait(given: GivenExport) -> None:
    rejected = {"decided_at": at(20), "decision": "rejected"}
    advanced = {"decided_at": at(20), "decision": "advanced"}
    mail = {"full_name": "Ana Test", "email": "ana@example.org"}
    other = sent(2, submission_id="early", agency_id="other", candidate_id="c1")
    cases = {
        # Turned down at first sight on Tuesday, one in process on Friday: four working days.
        "rejected first": {"sent": [sent(7, **rejected), sent(10), sent(13, **advanced)]},
        "interviewed": {"sent": [sent(7, **rejected)]},
        "sent again": {"sent": [other, sent(8, candidate_id="c2"), sent(15)]},
        "nobody": {},
        "before the brief": {"brief": {"briefed_at": at(8)}, "sent": [sent(7)]},
    }
    interview = {"submission_id": "interviewed 0", "scheduled_for": at(15), "status": "held"}
    people = [{"candidate_id": "c1"} | mail, {"candidate_id": "c2"} | mail]
    tables = {"interviews": [interview], "candidates": people, "as_of": FRIDAY_31}
    assert first(given, cases, **tables) == {
        "rejected first": (1, 0, 0, 4, 1, 1),
        "interviewed": (1, 0, 0, 1, 1, 1),
        "sent again": (1, 0, 0, 7, 1, 0),
        "nobody": (0, 1, 0, None, 1, 0),
    }


def test_an_end_without_a_candidate_is_judged_only_after_five_days(given: GivenExport) -> None:
    def closed(day: int) -> Row:
        return {"status": "cancelled", "closed_on": f"2025-01-{day:02}"}

    cases = {
        "on day 5": {"search": closed(13), "sent": [sent(30)]},
        "on day 6": {"search": closed(14), "sent": [sent(30)]},
        "released": {"brief": {"released_at": at(10)}, "sent": [sent(30)]},
        "closed before the brief": {"search": closed(3), "sent": [sent(7)]},
    }
    assert first(given, cases, as_of=FRIDAY_31) == {
        "on day 5": (0, 0, 1, None, 0, 0),
        "on day 6": (0, 0, 1, None, 1, 0),
        "released": (0, 0, 1, None, 0, 0),
        "closed before the brief": (1, 0, 0, 1, 1, 1),
    }


def test_what_begins_after_five_or_on_a_day_off_counts_from_the_next_working_day(
    given: GivenExport,
) -> None:
    cases = {
        "after five": {"brief": {"briefed_at": at(6, 18)}, "sent": [sent(8)]},
        "saturday": {"brief": {"briefed_at": at(11)}, "sent": [sent(13)]},
    }
    found = first(given, cases, as_of=FRIDAY_31)
    assert {name: days for name, (_, _, _, days, *_) in found.items()} == {
        "after five": 1,
        "saturday": 0,
    }


def test_an_assumed_brief_has_no_clock(given: GivenExport) -> None:
    submission = {"submission_id": "u", "received_at": at(7)}
    assumed = given(submissions=[submission], as_of=FRIDAY_31)
    assert assumed.metric("first_candidate") == []
    assert assumed.metric("request_replies") == []  # no questions came in: no zero either


def test_the_median_counts_those_who_still_wait(given: GivenExport) -> None:
    # Sent after 1, 2, 2, 3 and 5 working days, waiting for 4, 6 and 10: half after 3, and of the
    # eight only those that waited for more than five days or were sent can be judged.
    as_of = date(2025, 1, 31)
    ended = {days: numpy.busday_offset("2025-01-06", days) for days in (1, 2, 3, 5)}
    searches, briefs, submissions = [], [], []
    for number, days in enumerate((1, 2, 2, 3, 5, -4, -6, -10)):
        search = f"S{number}"
        searches.append({"search_id": search})
        start = "2025-01-06" if days > 0 else str(numpy.busday_offset("2025-01-31", days))
        briefs.append({"search_id": search, "briefed_at": start})
        if days > 0:
            submissions.append(
                {"submission_id": search, "search_id": search, "received_at": str(ended[days])}
            )
    tables = {"searches": searches, "briefs": briefs, "submissions": submissions}
    row = only(given(**tables, as_of=as_of).metric("first_candidate"))
    assert (row["briefs"], row["sent"], row["waiting"], row["median_days"]) == (8, 5, 3, 3)
    assert (row["evaluable"], row["on_time"], row["on_time_rate"]) == (7, 5, approx(5 / 7))


def test_working_days_agree_with_numpy_and_know_the_sites_holidays(given: GivenExport) -> None:
    # Good Friday, Easter Monday and the First of May are days off in Germany.
    off = ["2025-04-18", "2025-04-21", "2025-05-01"]
    days = [date(2025, 4, 1) + timedelta(days=number) for number in range(30)]
    searches = [{"search_id": f"S{day}", "country": "DE"} for day in days]
    asked = [
        {"search_id": f"S{day}", "asked_at": str(day), "answered_at": "2025-05-06"} for day in days
    ]
    rows = given(searches=searches, requests=asked).rows("wait", "started_on")
    starts = [numpy.busday_offset(day, 0, "forward", holidays=off) for day in days]
    expected = numpy.busday_count(starts, "2025-05-06", holidays=off)
    assert [row["days"] for row in rows] == expected.tolist()


# --- feedback after an interview ----------------------------------------------------------------


def after_interview(given: GivenExport, cases: Mapping[str, Mapping[str, Any]]) -> Any:
    """Case → how its waits stand; each is an agency of its own with one candidate."""
    held = {"ended_at": at(8, 11), "scheduled_for": at(8)}
    submissions, interviews, offers = [], [], []
    for name, case in cases.items():
        whose = {"submission_id": name}
        submissions.append(whose | {"agency_id": name} | case.get("submission", {}))
        interviews += [whose | held | dict(row) for row in case.get("interviews", [{}])]
        offers += [whose | dict(row) for row in case.get("offers", ())]
    export = given(submissions=submissions, interviews=interviews, offers=offers, as_of=FRIDAY_31)
    return by_agency(export.metric("interview_feedback", by="agency"))


def test_feedback_counts_from_the_end_of_the_interview(given: GivenExport) -> None:
    cases = {
        "told": {"interviews": [{"feedback_at": at(10)}]},
        "late": {"interviews": [{"feedback_at": at(13)}]},
        "waiting": {},
        "before the end": {"interviews": [{"feedback_at": at(7)}]},
        "cancelled": {"interviews": [{"status": "cancelled"}]},
        "missed": {"interviews": [{"status": "no_show"}]},
        "to come": {"interviews": [{"status": "scheduled"}]},
        "withdrew in time": {"submission": {"withdrawn_at": at(10)}},
        "withdrew late": {"submission": {"withdrawn_at": at(13)}},
    }
    assert after_interview(given, cases) == {
        "told": (1, 0, 0, 2, 1, 1),
        "late": (1, 0, 0, 3, 1, 0),
        "waiting": (0, 1, 0, None, 1, 0),
        "withdrew in time": (0, 0, 1, None, 0, 0),
        "withdrew late": (0, 0, 1, None, 1, 0),
    }


def test_what_says_yes_or_no_answers_where_no_feedback_is_on_file(given: GivenExport) -> None:
    invited = {"invited_at": at(9), "scheduled_for": at(30), "status": "scheduled"}
    cases = {
        "invited": {"interviews": [{}, {"ended_at": None} | invited]},
        "offer": {"offers": [{"extended_at": at(10)}]},
        "decided": {"submission": {"decided_at": at(13), "decision": "rejected"}},
        "decided before": {"submission": {"decided_at": at(7), "decision": "advanced"}},
        "told": {"interviews": [{"feedback_at": at(8, 12)}]},
    }
    assert after_interview(given, cases) == {
        "invited": (1, 0, 0, 1, 1, 1),
        "offer": (1, 0, 0, 2, 1, 1),
        "decided": (1, 0, 0, 3, 1, 0),
        "decided before": (0, 1, 0, None, 1, 0),
        "told": (1, 0, 0, 0, 1, 1),
    }


def test_where_no_interview_has_feedback_nothing_can_be_seen(given: GivenExport) -> None:
    interview = {"submission_id": "u", "scheduled_for": at(8), "status": "held"}
    export = given(submissions=[{"submission_id": "u"}], interviews=[interview], as_of=FRIDAY_31)
    assert export.metric("interview_feedback") == []


# --- from the yes to the interview --------------------------------------------------------------


def test_the_way_to_the_interview_has_two_steps(given: GivenExport) -> None:
    # HR's yes is on Tuesday the 7th.
    planned = {"invited_at": at(30), "scheduled_for": "2025-02-03T09:00:00Z", "status": "scheduled"}
    cancelled = {"invited_at": at(8), "scheduled_for": at(13), "status": "cancelled"}
    missed = cancelled | {"status": "no_show"}
    held = {"invited_at": at(13), "scheduled_for": at(17)}
    cases: dict[str, tuple[Row, list[Row]]] = {
        "held": ({}, [{"invited_at": at(9), "scheduled_for": at(20)}]),
        "nobody invited": ({}, []),
        "moved": ({}, [cancelled, held]),
        "missed": ({}, [missed, held]),
        "to come": ({}, [planned]),
        "left in time": ({"withdrawn_at": at(9)}, []),
        "left late": ({"withdrawn_at": at(10)}, []),
        "undated": ({}, [{"scheduled_for": at(20)}]),
        "before the yes": ({}, [{"invited_at": at(6), "scheduled_for": at(8)}]),
        "no yes": ({"decision": "rejected"}, []),
    }
    yes = {"decided_at": at(7), "decision": "advanced"}
    submissions = [
        {"submission_id": name, "agency_id": name} | yes | dict(row)
        for name, (row, _) in cases.items()
    ]
    interviews = [
        {"submission_id": name} | dict(row) for name, (_, rows) in cases.items() for row in rows
    ]
    export = given(submissions=submissions, interviews=interviews, as_of=FRIDAY_31)
    found = export.metric("interview_scheduling", by="agency")
    invite = by_agency([row for row in found if row["step"] == "invite"])
    assert invite == {
        "held": (1, 0, 0, 2, 1, 1),
        "nobody invited": (0, 1, 0, None, 1, 0),
        "moved": (1, 0, 0, 1, 1, 1),
        "missed": (1, 0, 0, 1, 1, 1),
        "to come": (1, 0, 0, 17, 1, 0),
        "left in time": (0, 0, 1, None, 0, 0),
        "left late": (0, 0, 1, None, 1, 0),
    }
    slot = by_agency([row for row in found if row["step"] == "slot"])
    assert slot == {
        "held": (1, 0, 0, 7, 1, 0),
        "moved": (1, 0, 0, 7, 1, 0),
        "missed": (1, 0, 0, 3, 1, 1),
        "to come": (0, 1, 0, None, 0, 0),
        "before the yes": (1, 0, 0, 2, 1, 1),
    }


def test_each_step_has_a_median_of_its_own(given: GivenExport) -> None:
    yes = {"decided_at": at(7), "decision": "advanced"}
    submissions = [{"submission_id": name} | yes for name in "abc"]
    interviews = [
        {"submission_id": name, "invited_at": at(day), "scheduled_for": at(20)}
        for name, day in zip("abc", (8, 9, 16), strict=True)
    ]
    export = given(submissions=submissions, interviews=interviews, as_of=FRIDAY_31)
    rows = export.metric("interview_scheduling")
    # Invited after 1, 2 and 7 working days; interviewed 8, 7 and 2 working days after that.
    assert [(row["step"], row["waits"], row["median_days"]) for row in rows] == [
        ("invite", 3, 2),
        ("slot", 3, 7),
    ]


# --- offers and questions -----------------------------------------------------------------------


def test_the_final_yes_is_the_last_feedback_before_the_first_offer(given: GivenExport) -> None:
    told = [{"feedback_at": at(9)}, {"feedback_at": at(14)}, {"feedback_at": at(29)}]
    yes = {"feedback_at": at(9), "recommendation": "Strong yes"}
    planned = {"invited_at": at(10), "scheduled_for": at(30), "status": "scheduled"}
    cases: dict[str, tuple[Row, list[Row], list[int]]] = {
        "offered": ({}, told, [17, 24]),
        "waiting": ({}, [yes], []),
        "no": ({}, [yes | {"recommendation": "no"}], []),
        # The last feedback says nothing, so nobody knows of a final yes.
        "nothing said last": ({}, [yes, {"feedback_at": at(14)}], []),
        "another round": ({}, [yes, planned], []),
        "left in time": ({"withdrawn_at": at(10)}, [yes], []),
        "no feedback before": ({}, [{"feedback_at": at(9)}], [8]),
    }
    submissions, interviews, offers = [], [], []
    for name, (submission, rounds, extended) in cases.items():
        whose = {"submission_id": name}
        submissions.append(whose | {"agency_id": name} | dict(submission))
        interviews += [whose | {"scheduled_for": at(8)} | dict(row) for row in rounds]
        offers += [whose | {"extended_at": at(day)} for day in extended]
    export = given(submissions=submissions, interviews=interviews, offers=offers, as_of=FRIDAY_31)
    assert by_agency(export.metric("offer_turnaround", by="agency")) == {
        "offered": (1, 0, 0, 3, 1, 1),
        "waiting": (0, 1, 0, None, 1, 0),
        "left in time": (0, 0, 1, None, 0, 0),
    }


def test_questions_to_an_agency_answered_waiting_and_ended_with_the_search(
    given: GivenExport,
) -> None:
    searches = [{"search_id": "S1"}, {"status": "filled", "closed_on": "2025-01-09"}]
    searches[1]["search_id"] = "S2"
    asked = [
        {"asked_at": at(6), "answered_at": at(7)},
        {"asked_at": at(6), "answered_at": at(8), "search_id": "S1"},
        {"asked_at": at(30)},
        {"asked_at": at(9), "search_id": "S2"},
        {"asked_at": at(9), "answered_at": at(8)},
    ]
    row = only(given(searches=searches, requests=asked, as_of=FRIDAY_31).metric("request_replies"))
    assert (row["requests"], row["answered"], row["waiting"], row["ended"]) == (4, 2, 1, 1)
    assert (row["evaluable"], row["on_time"], row["on_time_rate"]) == (2, 1, 0.5)
