"""How long each side waits for the other: every rule on rows whose answer is worked out by hand."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import numpy
import pytest
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


def first(given: GivenExport, *submissions: Row, brief: Row | None = None, **more: Any) -> Any:
    brief = {"briefed_at": at(6)} | dict(brief or {})
    export = given(briefs=[brief], submissions=submissions, as_of=FRIDAY_31, **more)
    return only(export.metric("first_candidate"))


def sent(day: int, **more: object) -> Row:
    return {"submission_id": f"u{day}", "received_at": at(day)} | more


def stands(row: Row) -> tuple[object, ...]:
    """How the one wait stands: answered, waiting or ended, its median, judged and in time."""
    done = next(row[name] for name in ("sent", "answered", "extended", "done") if name in row)
    names = ("waiting", "ended", "median_days", "evaluable", "on_time")
    return (done, *(row[name] for name in names))


def test_the_first_candidate_that_counts_ends_the_wait(given: GivenExport) -> None:
    rejected = {"decided_at": at(9), "decision": "rejected"}
    advanced = {"decided_at": at(20), "decision": "advanced"}
    # Turned down at first sight on Tuesday, one in process on Friday: four working days.
    row = first(given, sent(7, **rejected), sent(10), sent(13, **advanced))
    assert stands(row) == (1, 0, 0, 4, 1, 1)


def test_one_who_was_rejected_after_an_interview_counts(given: GivenExport) -> None:
    rejected = {"decided_at": at(20), "decision": "rejected"}
    interview = {"submission_id": "u7", "scheduled_for": at(15), "status": "held"}
    row = first(given, sent(7, **rejected), interviews=[interview])
    assert stands(row) == (1, 0, 0, 1, 1, 1)


def test_a_candidate_sent_again_does_not_count(given: GivenExport) -> None:
    mail = {"full_name": "Ana Test", "email": "ana@example.org"}
    people = [{"candidate_id": "c1"} | mail, {"candidate_id": "c2"} | mail]
    other = sent(2, agency_id="B", candidate_id="c1")
    again = sent(8, candidate_id="c2")
    row = first(given, other, again, sent(15), candidates=people)
    assert stands(row) == (1, 0, 0, 7, 1, 0)


def test_no_candidate_yet_is_still_waiting_and_late(given: GivenExport) -> None:
    assert stands(first(given)) == (0, 1, 0, None, 1, 0)


@pytest.mark.parametrize(("day", "judged"), [(13, 0), (14, 1)])
def test_a_search_that_closes_first_is_judged_only_after_five_days(
    given: GivenExport, day: int, judged: int
) -> None:
    closed = [{"status": "cancelled", "closed_on": f"2025-01-{day}"}]
    row = first(given, sent(30), searches=closed)
    assert stands(row) == (0, 0, 1, None, judged, 0)


def test_a_release_ends_the_wait_like_the_end_of_the_search(given: GivenExport) -> None:
    row = first(given, sent(30), brief={"released_at": at(10)})
    assert stands(row) == (0, 0, 1, None, 0, 0)


def test_an_assumed_brief_and_a_candidate_before_the_brief_have_no_clock(
    given: GivenExport,
) -> None:
    assumed = given(submissions=[sent(7)], as_of=FRIDAY_31)
    assert assumed.metric("first_candidate") == []
    before = given(briefs=[{"briefed_at": at(8)}], submissions=[sent(7)], as_of=FRIDAY_31)
    assert before.metric("first_candidate") == []


def test_what_begins_after_five_or_on_a_day_off_counts_from_the_next_working_day(
    given: GivenExport,
) -> None:
    late = first(given, sent(8), brief={"briefed_at": at(6, 18)})
    saturday = first(given, sent(13), brief={"briefed_at": at(11)})
    assert (late["median_days"], saturday["median_days"]) == (1, 0)


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


def after_interview(given: GivenExport, *interviews: Row, **more: Any) -> list[dict[str, Any]]:
    known = {"submission_id": "u", "ended_at": at(8, 11), "scheduled_for": at(8)}
    submission = {"submission_id": "u"} | dict(more.pop("submission", {}))
    rows = [known | dict(interview) for interview in interviews]
    # One with feedback in another agency's search: so that feedback can be seen in these files.
    other = {"submission_id": "x", "feedback_at": at(9)}
    rows.append(known | other)
    export = given(
        submissions=[submission, {"submission_id": "x", "agency_id": "X"}],
        interviews=rows,
        as_of=FRIDAY_31,
        **more,
    )
    return export.metric("interview_feedback", agencies=("A",))


def test_feedback_counts_from_the_end_of_the_interview(given: GivenExport) -> None:
    row = only(after_interview(given, {"feedback_at": at(10)}))
    assert stands(row) == (1, 0, 0, 2, 1, 1)


def test_an_interview_without_feedback_waits(given: GivenExport) -> None:
    assert stands(only(after_interview(given, {}))) == (0, 1, 0, None, 1, 0)


@pytest.mark.parametrize("status", ["cancelled", "no_show", "scheduled"])
def test_an_interview_that_was_not_held_is_left_out(given: GivenExport, status: str) -> None:
    assert after_interview(given, {"status": status}) == []


def test_the_next_invitation_an_offer_or_a_decision_answers_where_no_feedback_is_on_file(
    given: GivenExport,
) -> None:
    invited = {"invited_at": at(9), "scheduled_for": at(30), "status": "scheduled"}
    row = only(after_interview(given, {}, {"ended_at": None} | invited))
    assert (row["answered"], row["median_days"]) == (1, 1)
    offer = {"submission_id": "u", "extended_at": at(10)}
    assert only(after_interview(given, {}, offers=[offer]))["median_days"] == 2
    decided = {"decided_at": at(13), "decision": "rejected"}
    assert only(after_interview(given, {}, submission=decided))["median_days"] == 3
    before = {"decided_at": at(7), "decision": "advanced"}
    assert only(after_interview(given, {}, submission=before))["answered"] == 0


@pytest.mark.parametrize(("day", "judged"), [(10, 0), (13, 1)])
def test_who_withdraws_unanswered_is_judged_only_after_the_reply_days(
    given: GivenExport, day: int, judged: int
) -> None:
    row = only(after_interview(given, {}, submission={"withdrawn_at": at(day)}))
    assert stands(row) == (0, 0, 1, None, judged, 0)


def test_feedback_before_the_end_leaves_the_clock(given: GivenExport) -> None:
    assert after_interview(given, {"feedback_at": at(7)}) == []


def test_where_no_interview_has_feedback_nothing_can_be_seen(given: GivenExport) -> None:
    interview = {"submission_id": "u", "scheduled_for": at(8), "status": "held"}
    export = given(submissions=[{"submission_id": "u"}], interviews=[interview], as_of=FRIDAY_31)
    assert export.metric("interview_feedback") == []


# --- from the yes to the interview --------------------------------------------------------------


def scheduling(given: GivenExport, *interviews: Row, **submission: object) -> dict[str, Any]:
    """Step → how its one wait stands; another agency's interview shows that invitations are."""
    advanced = {"submission_id": "u", "decided_at": at(7), "decision": "advanced"} | submission
    seen = {"submission_id": "x", "invited_at": at(8), "scheduled_for": at(9)}
    rows = [{"submission_id": "u"} | dict(interview) for interview in interviews]
    export = given(
        submissions=[advanced, {"submission_id": "x", "agency_id": "X"}],
        interviews=[*rows, seen],
        as_of=FRIDAY_31,
    )
    found = export.metric("interview_scheduling", agencies=("A",))
    return {row["step"]: stands(row) for row in found}


def test_the_way_to_the_interview_has_two_steps(given: GivenExport) -> None:
    found = scheduling(given, {"invited_at": at(9), "scheduled_for": at(20)})
    assert found == {"invite": (1, 0, 0, 2, 1, 1), "slot": (1, 0, 0, 7, 1, 0)}


def test_nobody_invited_is_waiting_for_the_invitation(given: GivenExport) -> None:
    assert scheduling(given) == {"invite": (0, 1, 0, None, 1, 0)}


def test_a_moved_interview_keeps_the_first_invitation(given: GivenExport) -> None:
    cancelled = {"invited_at": at(8), "scheduled_for": at(13), "status": "cancelled"}
    held = {"invited_at": at(13), "scheduled_for": at(17), "status": "held"}
    assert scheduling(given, cancelled, held)["slot"] == (1, 0, 0, 7, 1, 0)
    missed = {"invited_at": at(8), "scheduled_for": at(13), "status": "no_show"}
    assert scheduling(given, missed, held)["slot"] == (1, 0, 0, 3, 1, 1)


def test_a_slot_still_to_come_counts_as_waiting(given: GivenExport) -> None:
    planned = {"invited_at": at(30), "scheduled_for": "2025-02-03T09:00:00Z", "status": "scheduled"}
    assert scheduling(given, planned)["slot"] == (0, 1, 0, None, 0, 0)


def test_who_leaves_before_the_invitation_ends_its_wait(given: GivenExport) -> None:
    assert scheduling(given, withdrawn_at=at(9))["invite"] == (0, 0, 1, None, 0, 0)
    assert scheduling(given, withdrawn_at=at(10))["invite"] == (0, 0, 1, None, 1, 0)


def test_an_invitation_without_a_date_or_before_the_yes_is_left_out(given: GivenExport) -> None:
    assert scheduling(given, {"scheduled_for": at(20)}) == {}
    before = {"invited_at": at(6), "scheduled_for": at(8)}
    assert scheduling(given, before) == {"slot": (1, 0, 0, 2, 1, 1)}


# --- offers and questions -----------------------------------------------------------------------


def turnaround(given: GivenExport, *interviews: Row, **more: Any) -> list[dict[str, Any]]:
    rows = [{"submission_id": "u", "scheduled_for": at(8)} | dict(row) for row in interviews]
    submission = {"submission_id": "u"} | dict(more.pop("submission", {}))
    export = given(submissions=[submission], interviews=rows, as_of=FRIDAY_31, **more)
    return export.metric("offer_turnaround")


def test_the_last_feedback_before_the_first_offer_is_the_final_yes(given: GivenExport) -> None:
    told = [{"feedback_at": at(9)}, {"feedback_at": at(14)}, {"feedback_at": at(29)}]
    versions = [{"submission_id": "u", "extended_at": at(day)} for day in (17, 24)]
    row = only(turnaround(given, *told, offers=versions))
    assert stands(row) == (1, 0, 0, 3, 1, 1)


def test_a_yes_without_an_offer_waits_and_a_no_does_not(given: GivenExport) -> None:
    yes = {"feedback_at": at(9), "recommendation": "Strong yes"}
    assert stands(only(turnaround(given, yes))) == (0, 1, 0, None, 1, 0)
    assert turnaround(given, yes | {"recommendation": "no"}) == []
    planned = {"invited_at": at(10), "scheduled_for": at(30), "status": "scheduled"}
    assert turnaround(given, yes, planned) == []


def test_who_leaves_before_the_offer_ends_the_wait(given: GivenExport) -> None:
    yes = {"feedback_at": at(9), "recommendation": "yes"}
    left = {"withdrawn_at": at(10)}
    assert stands(only(turnaround(given, yes, submission=left))) == (0, 0, 1, None, 0, 0)


def test_an_offer_without_feedback_before_it_has_no_clock(given: GivenExport) -> None:
    offer = {"submission_id": "u", "extended_at": at(8)}
    assert turnaround(given, {"feedback_at": at(9)}, offers=[offer]) == []


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


def test_without_questions_in_the_files_there_is_no_figure_and_no_zero(given: GivenExport) -> None:
    assert given(submissions=[sent(7)]).metric("request_replies") == []
