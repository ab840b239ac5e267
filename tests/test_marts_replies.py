"""Submissions: how long agencies waited for an answer, in working days."""

from collections.abc import Mapping
from datetime import date

import numpy
import pytest
from asking import GivenExport

Row = Mapping[str, object]


def reply(given: GivenExport, submission: Row, **tables: object) -> tuple[object, ...]:
    row = given(submissions=[submission], **tables).only("submission")
    return row["feedback_outcome"], row["feedback_days"], row["is_evaluable"], row["is_on_time"]


# 2025-01-06 is a Monday.
@pytest.mark.parametrize(
    ("received_at", "decided_at", "days"),
    [
        ("2025-01-06T09:00:00Z", "2025-01-06T16:00:00Z", 0),
        ("2025-01-06T09:00:00Z", "2025-01-08T20:00:00Z", 2),
        ("2025-01-06T17:00:00Z", "2025-01-08T09:00:00Z", 2),
        ("2025-01-06T17:00:01Z", "2025-01-08T09:00:00Z", 1),
        ("2025-01-06T18:00:00Z", "2025-01-06T19:00:00Z", 0),
        ("2025-01-03T18:00:00Z", "2025-01-06T09:00:00Z", 0),
        ("2025-01-04T10:00:00Z", "2025-01-07T09:00:00Z", 1),
        ("2025-01-06", "2025-01-07", 1),
    ],
)
def test_reply_days_are_working_days_after_the_receipt(
    given: GivenExport, received_at: str, decided_at: str, days: int
) -> None:
    decided = {"received_at": received_at, "decided_at": decided_at, "decision": "rejected"}
    assert reply(given, decided) == ("answered", days, True, True)


def test_working_days_agree_with_numpy_and_know_the_sites_holidays(given: GivenExport) -> None:
    searches = [{"country": "DE", "time_zone": "Europe/Berlin", "opened_on": "2024-12-01"}]
    submissions = [
        {"received_at": f"2025-04-{day:02}T08:00:00Z", "decided_at": "2025-05-06T08:00:00Z"}
        for day in range(1, 30)
    ]
    off = ["2025-04-18", "2025-04-21", "2025-05-01"]
    rows = given(searches=searches, submissions=submissions).rows("submission", "received_at")
    starts = [numpy.busday_offset(r["received_on"], 0, "forward", holidays=off) for r in rows]
    expected = numpy.busday_count(starts, "2025-05-06", holidays=off)
    assert [r["feedback_days"] for r in rows] == expected.tolist()


def test_the_local_day_and_hour_of_the_search_count(given: GivenExport) -> None:
    # 23:30 in London on Monday is 08:30 on Tuesday in Tokyo: before five, a day later.
    submission = {"received_at": "2025-01-06T23:30:00Z", "decided_at": "2025-01-09T00:30:00Z"}
    assert reply(given, submission, searches=[{"time_zone": "Asia/Tokyo"}])[:2] == ("answered", 2)
    assert reply(given, submission)[:2] == ("answered", 2)


def test_the_first_move_by_hr_is_an_answer_but_the_agencys_is_not(given: GivenExport) -> None:
    def event(day: int, stage: str, actor: str | None) -> Row:
        at = f"2025-01-{day:02}T09:00:00Z"
        return {"submission_id": "s", "stage": stage, "actor": actor, "entered_at": at}

    events = [
        event(6, "received", "hr"),
        event(7, "screen", "agency"),
        event(8, "screen", None),
        event(10, "shortlist", "business_leader"),
        event(13, "interview", "hr"),
    ]
    assert reply(given, {"submission_id": "s"}, stage_events=events)[:2] == ("answered", 4)
    decided = {"submission_id": "s", "decided_at": "2025-01-20T09:00:00Z"}
    assert reply(given, decided, stage_events=events)[:2] == ("answered", 10)


def test_still_waiting_is_followed_to_the_as_of(given: GivenExport) -> None:
    waiting = {"received_at": "2025-01-06T09:00:00Z"}
    assert reply(given, waiting, as_of=date(2025, 1, 8)) == ("waiting", 2, False, None)
    assert reply(given, waiting, as_of=date(2025, 1, 9)) == ("waiting", 3, True, False)


def test_who_withdraws_unanswered_is_judged_at_the_withdrawal(given: GivenExport) -> None:
    early = {"withdrawn_at": "2025-01-07T09:00:00Z"}
    late = {"withdrawn_at": "2025-01-10T09:00:00Z", "decided_at": "2025-01-13T09:00:00Z"}
    answered = {"withdrawn_at": "2025-01-10T09:00:00Z", "decided_at": "2025-01-07T09:00:00Z"}
    assert reply(given, early) == ("withdrawn", 1, False, None)
    assert reply(given, late) == ("withdrawn", 4, True, False)
    assert reply(given, answered) == ("answered", 1, True, True)


def test_three_rejections_within_ten_minutes_of_closing_day_answer_nobody(
    given: GivenExport,
) -> None:
    def rejected(*minutes: str) -> list[str]:
        submissions = [
            {"decision": "rejected", "decided_at": f"2025-01-10T{at}Z"} for at in minutes
        ]
        searches = [{"status": "filled", "closed_on": "2025-01-10"}]
        rows = given(submissions=submissions, searches=searches).rows("submission", "decided_at")
        return ["bulk" if r["feedback_outcome"] == "bulk_closed" else "" for r in rows]

    assert rejected("10:00:00", "10:05:00", "10:10:00") == ["bulk"] * 3
    assert rejected("10:00:00", "10:05:00", "10:10:01") == [""] * 3
    assert rejected("09:00:00", "10:00:00", "10:04:00", "10:08:00", "10:12:00") == [
        "",
        *["bulk"] * 4,
    ]
    assert rejected("10:00:00", "10:00:00") == [""] * 2


def test_rejections_of_another_day_or_without_a_time_are_answers(given: GivenExport) -> None:
    def outcomes(closed_on: str, at: str) -> set[str]:
        submissions = [{"decision": "rejected", "decided_at": at} for _ in range(3)]
        searches = [{"status": "filled", "closed_on": closed_on}]
        rows = given(submissions=submissions, searches=searches).rows("submission")
        return {r["feedback_outcome"] for r in rows}

    assert outcomes("2025-01-11", "2025-01-10T10:00:00Z") == {"answered"}
    assert outcomes("2025-01-10", "2025-01-10") == {"answered"}


@pytest.mark.parametrize(
    ("contradiction", "reason"),
    [
        ({"decided_at": "2025-01-03T09:00:00Z"}, "answered before received"),
        ({"withdrawn_at": "2025-01-03T09:00:00Z"}, "withdrawn before received"),
        ({"decision": "rejected"}, "decision without a date"),
    ],
)
def test_what_contradicts_itself_leaves_the_reply_clock_only(
    given: GivenExport, contradiction: Row, reason: str
) -> None:
    row = given(submissions=[contradiction]).only("submission")
    assert (row["exclusion_reason"], row["is_excluded"]) == (reason, True)
    assert (row["feedback_outcome"], row["feedback_days"], row["is_on_time"]) == (None, None, None)
    assert (row["redundancy_class"], row["is_evaluable"]) == ("unique", None)
