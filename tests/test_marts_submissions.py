"""Submissions: redundancy and ownership, the reply clock, and how far they came."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from random import Random

import numpy
import pytest
from asking import GivenExport
from given import Given

Row = Mapping[str, object]


def sent(number: int, day: str, agency: str, person: str, **more: object) -> Row:
    """A submission of a person, whom the profile gives away; no agency means it came directly."""
    row = {"submission_id": f"s{number}", "received_at": f"{day}T09:00:00Z"}
    row |= {"candidate_id": f"{person}-{number}"}
    row |= {"agency_id": agency} if agency else {"channel": "direct"}
    return row | more


def received(given: GivenExport, *submissions: Row, **tables: object) -> Given:
    """An export of these submissions; a candidate's name before the dash is the profile."""
    candidates = [
        {"candidate_id": row["candidate_id"], "linkedin_url": f"x.com/in/{name}"}
        for row in submissions
        for name in [str(row["candidate_id"]).split("-")[0]]
    ]
    return given(submissions=submissions, candidates=candidates, **tables)


def classes(export: Given) -> dict[str, str | None]:
    return {r["submission_id"]: r["redundancy_class"] for r in export.rows("submission")}


def test_the_worked_example_of_redundancy(given: GivenExport) -> None:
    export = received(
        given,
        sent(1, "2025-01-02", "A", "Ana"),
        sent(2, "2025-01-05", "B", "Ana"),
        sent(3, "2025-01-09", "A", "Ana"),
        sent(4, "2025-01-06", "B", "Ben"),
        sent(5, "2025-01-10", "C", "Cleo"),
        sent(6, "2025-01-11", "C", "Dev"),
        sent(7, "2025-01-12", "A", "Ben", search_id="S2"),
        sent(8, "2025-07-10", "B", "Ana"),
        sent(20, "2024-12-20", "", "Cleo"),
        sent(21, "2024-12-21", "", "Dev", search_id="S2"),
    )
    assert classes(export) == {
        "s1": "unique",
        "s2": "collision",
        "s3": "resubmitted",
        "s4": "unique",
        "s5": "known_here",
        "s6": "known_elsewhere",
        "s7": "known_elsewhere",
        "s8": "unique",
        "s20": None,
        "s21": None,
    }
    rows = export.by_id("submission")
    redundant = {name for name, row in rows.items() if row["is_redundant"]}
    assert redundant == {"s2", "s3", "s5"}
    blamed = {name: rows[name]["earlier_submission_id"] for name in ("s2", "s3", "s5", "s8")}
    assert blamed == {"s2": "s1", "s3": "s1", "s5": "s20", "s8": None}
    assert rows["s3"]["days_after_earlier"] == 7
    owners = {n: (rows[n]["owner_agency_id"], rows[n]["owned_until"]) for n in ("s2", "s8")}
    assert owners == {"s2": ("A", date(2025, 7, 1)), "s8": ("B", date(2026, 1, 6))}


def test_the_window_is_half_open_in_instants(given: GivenExport) -> None:
    agencies = [{"agency_id": "A", "ownership_days": 10}, {"agency_id": "B"}]
    first = sent(1, "2025-01-01", "A", "Ana")

    def after_ten_days_less(seconds: int, agency: str) -> str | None:
        at = datetime(2025, 1, 11, 9, tzinfo=UTC) - timedelta(seconds=seconds)
        later = sent(2, "", agency, "Ana") | {"received_at": at.isoformat()}
        return classes(received(given, first, later, agencies=agencies))["s2"]

    assert after_ten_days_less(1, "A") == "resubmitted"
    assert after_ten_days_less(0, "A") == "unique"
    assert after_ten_days_less(1, "B") == "collision"
    assert after_ten_days_less(0, "B") == "unique"


def test_ties_go_by_the_id_of_the_submission(given: GivenExport) -> None:
    tie = [sent(2, "2025-01-01", "B", "Ana"), sent(1, "2025-01-01", "A", "Ana")]
    assert classes(received(given, *tie)) == {"s1": "unique", "s2": "collision"}


def test_a_redundant_submission_never_owns_and_resubmitting_extends_nothing(
    given: GivenExport,
) -> None:
    agencies = [{"agency_id": a, "ownership_days": 10} for a in "ABC"]
    export = received(
        given,
        sent(1, "2025-01-01", "A", "Ana"),
        sent(2, "2025-01-09", "A", "Ana"),
        sent(3, "2025-01-10", "B", "Ana"),
        sent(4, "2025-01-12", "C", "Ana"),
        sent(5, "2025-01-13", "A", "Ana"),
        agencies=agencies,
    )
    assert list(classes(export).values()) == [
        "unique",
        "resubmitted",
        "collision",
        "unique",
        "resubmitted",
    ]
    assert export.by_id("submission")["s5"]["owner_agency_id"] == "C"


def test_after_a_withdrawal_the_same_agency_may_send_again_and_still_owns(
    given: GivenExport,
) -> None:
    export = received(
        given,
        sent(1, "2025-01-01", "A", "Ana", withdrawn_at="2025-01-05T09:00:00Z"),
        sent(2, "2025-01-10", "A", "Ana"),
        sent(3, "2025-01-11", "B", "Ana"),
    )
    assert classes(export) == {"s1": "unique", "s2": "unique", "s3": "collision"}
    assert export.by_id("submission")["s3"]["earlier_submission_id"] == "s1"


def test_sent_again_after_a_no(given: GivenExport) -> None:
    no = {"decision": "rejected", "decided_at": "2025-02-01T09:00:00Z"}
    agencies = [{"agency_id": "A", "ownership_days": 60}, {"agency_id": "B"}]
    first = sent(1, "2025-01-01", "A", "Ana", **no)
    owned = sent(2, "2025-02-20", "B", "Ana")
    free = sent(3, "2025-03-10", "B", "Ana")
    assert classes(received(given, first, owned, agencies=agencies))["s2"] == "collision"
    assert classes(received(given, first, free, agencies=agencies))["s3"] == "post_reject"
    late = sent(4, "2025-04-02", "B", "Ana") | {"received_at": "2025-04-02T09:00:00Z"}
    assert classes(received(given, first, late, agencies=agencies))["s4"] == "unique"


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ({}, "known_elsewhere"),
        ({"decision": "advanced", "decided_at": "2025-01-05"}, "known_elsewhere"),
        ({"decision": "rejected", "decided_at": "2025-01-05"}, "unique"),
        ({"decision": "rejected", "decided_at": "2025-03-05"}, "known_elsewhere"),
        ({"decision": "rejected"}, "unique"),
        ({"withdrawn_at": "2025-01-05"}, "unique"),
    ],
)
def test_known_elsewhere_is_live_on_another_search(
    given: GivenExport, elsewhere: Row, expected: str
) -> None:
    other = sent(1, "2025-01-01", "A", "Ana", search_id="S2", **elsewhere)
    assert classes(received(given, other, sent(2, "2025-01-10", "B", "Ana")))["s2"] == expected


def test_a_record_nobody_has_judged_is_counted_apart(given: GivenExport) -> None:
    phone = "+49 170 1234560"
    export = given(
        candidates=[
            {"candidate_id": "c1", "full_name": "Ana Kova", "phone": phone},
            {"candidate_id": "c2", "full_name": "Zoe Lind", "phone": phone},
        ],
        submissions=[
            {"submission_id": "s1", "candidate_id": "c1"},
            {"submission_id": "s2", "candidate_id": "c2", "received_at": "2025-02-01"},
        ],
    )
    rows = export.by_id("submission")
    assert [rows[name]["is_unreviewed"] for name in ("s1", "s2")] == [False, True]
    assert rows["s2"]["redundancy_class"] == "unique"


def slow_classes(rows: list[dict[str, object]], windows: Mapping[str, int]) -> dict[str, str]:
    """The rule once more, one submission at a time, for one person on one search."""
    found: dict[str, str] = {}
    owner: tuple[str, datetime] | None = None
    for place, row in enumerate(rows):
        at, agency = row["at"], row["agency"]
        earlier = rows[:place]
        is_owned = owner is not None and at < owner[1]
        if any(
            e["agency"] == agency and at < e["at"] + timedelta(windows[agency]) for e in earlier
        ):
            found[row["id"]] = "resubmitted"
        elif is_owned and owner[0] != agency:
            found[row["id"]] = "collision"
        else:
            found[row["id"]] = "unique"
            if not is_owned:
                owner = (agency, at + timedelta(windows[agency]))
    return found


@pytest.mark.parametrize("seed", range(3))
def test_long_chains_of_owners_follow_the_rule_step_by_step(given: GivenExport, seed: int) -> None:
    random = Random(seed)
    windows = {"A": 0, "B": 3, "C": 20, "D": 61}
    hours = sorted(random.sample(range(24 * 300), 80))
    start = datetime(2025, 1, 1, tzinfo=UTC) - timedelta(days=300)
    rows = [
        {"id": f"s{n:03}", "at": start + timedelta(hours=hour), "agency": random.choice("ABCD")}
        for n, hour in enumerate(hours)
    ]
    export = given(
        agencies=[{"agency_id": a, "ownership_days": d} for a, d in windows.items()],
        submissions=[
            {
                "submission_id": row["id"],
                "candidate_id": "c",
                "agency_id": row["agency"],
                "received_at": row["at"],
            }
            for row in rows
        ],
    )
    assert classes(export) == slow_classes(rows, windows)


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


def test_only_agencies_have_a_class_a_reply_clock_and_an_agency(given: GivenExport) -> None:
    row = given(submissions=[{"channel": "referral", "agency_id": "A"}]).only("submission")
    empty = ("redundancy_class", "agency_id", "feedback_outcome", "is_evaluable", "owner_agency_id")
    assert [row[name] for name in empty] == [None] * 5
    assert row["is_redundant"] is False


def test_each_step_is_implied_by_any_later_one(given: GivenExport) -> None:
    started = {"started_on": "2025-03-01"}
    export = given(
        submissions=[{"submission_id": f"s{n}"} for n in range(7)],
        interviews=[
            {"submission_id": "s1"},
            {"submission_id": "s0", "status": "no_show"},
        ],
        stage_events=[
            {"submission_id": "s2", "stage": "offer"},
            {"submission_id": "s2", "stage": "screen", "entered_at": "2025-03-01T09:00:00Z"},
        ],
        offers=[{"submission_id": "s3", "outcome": "declined"}],
        placements=[
            {"submission_id": "s4"} | started,
            {"submission_id": "s5", "started_on": "2026-01-01"},
        ],
    )
    steps = ("is_interviewed", "is_offered", "is_accepted", "is_started")
    reached = {
        name: sum(row[step] for step in steps) for name, row in export.by_id("submission").items()
    }
    assert reached == {"s0": 0, "s1": 1, "s2": 2, "s3": 2, "s4": 4, "s5": 0, "s6": 0}


def test_a_step_that_no_file_can_show_is_unknown(given: GivenExport) -> None:
    steps = ("is_interviewed", "is_offered", "is_accepted", "is_started")

    def shown(**tables: object) -> list[bool | None]:
        row = given(submissions=[{"submission_id": "s1"}], **tables).only("submission")
        return [row[step] for step in steps]

    assert shown() == [None] * 4
    assert shown(interviews=[]) == [False, None, None, None]
    assert shown(stage_events=[]) == [False, False, False, None]
    assert shown(placements=[]) == [None, None, None, False]
    declined = [{"submission_id": "s1", "outcome": "declined"}]
    assert shown(offers=declined) == [True, True, False, None]


def test_a_backward_move_stays_a_row(given: GivenExport) -> None:
    moves = [("screen", 1), ("interview", 2), ("screen", 3), ("hired", 4), ("offer", 4)]
    events = [
        {"submission_id": "s", "stage": stage, "entered_at": f"2025-02-0{day}T09:00:00Z"}
        for stage, day in moves
    ]
    rows = given(stage_events=events).rows("stage_event")
    marked = {(r["stage"], r["entered_on"].day): r["is_backward"] for r in rows}
    assert [move for move, is_backward in marked.items() if is_backward] == [("screen", 3)]
