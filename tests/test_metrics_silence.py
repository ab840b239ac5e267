"""What silence goes with: withdrawals per day waited, and whom candidates waited for when they
left. Every expected number is worked out by hand."""

from datetime import date

import pytest
from asking import GivenExport
from pytest import approx
from statsmodels.stats.rates import test_poisson_2indep as poisson_test

from partnership.statistics.rates import rate_ratio

# 2025-01-06 is a Monday.
AS_OF = date(2025, 1, 31)
TOO_SLOW = {"withdrawal_reason": "Too slow"}
YES = {"received_at": "2025-01-07", "decided_at": "2025-01-07", "decision": "advanced"}


def at(day: int, hour: int = 9) -> str:
    """An hour of a day of January 2025."""
    return f"2025-01-{day:02}T{hour:02}:00:00Z"


def test_the_price_of_silence_is_withdrawals_per_day_within_and_beyond(given: GivenExport) -> None:
    # HR says yes on Tuesday the 7th and invites nobody; the limit is two working days, so who
    # leaves on Thursday the 9th left within and who leaves on the 10th beyond.
    submissions = [
        YES | TOO_SLOW | {"withdrawn_at": at(10)},
        YES | TOO_SLOW | {"withdrawn_at": at(9)},
        YES | {"withdrawal_reason": "personal reasons", "withdrawn_at": at(10)},
        YES,
        TOO_SLOW | {"received_at": at(6), "withdrawn_at": at(9)},
        TOO_SLOW | {"received_at": at(6), "withdrawn_at": at(8)},
    ]
    seen = {"submission_id": "x", "agency_id": "X", "received_at": at(31)}
    rows = [{"submission_id": f"u{n}"} | dict(row) for n, row in enumerate(submissions)]
    interviews = [{"submission_id": "x", "invited_at": at(31), "scheduled_for": at(31)}]
    export = given(submissions=[*rows, seen], interviews=interviews, as_of=AS_OF)
    (row,) = export.metric("price_of_silence", agencies=("A",))
    # Waited for the invitation 3, 2, 3 and 18 working days, for the profile 0 (four times), 3, 2.
    assert (row["within_days"], row["beyond_days"]) == (12, 19)
    assert (row["within_withdrawals"], row["beyond_withdrawals"]) == (2, 3)
    assert row["within_rate"] == approx(100 * 2 / 12) and row["beyond_rate"] == approx(300 / 19)
    assert row["rate_ratio"] == approx((3 / 19) / (2 / 12))
    # Of five withdrawals three came late. Clopper and Pearson's range of 3 of 5 is 0.1466 to
    # 0.9473 (their tables); as odds, times 12 / 19: 0.1085 and 11.35.
    assert (row["ratio_low"], row["ratio_high"]) == (approx(0.1085, abs=2e-4), approx(11.35, 0.01))


def test_where_nobody_withdrew_within_the_days_there_is_a_lower_end_only(
    given: GivenExport,
) -> None:
    left = {"submission_id": "u", "received_at": at(6), "withdrawn_at": at(13)}
    (row,) = given(submissions=[left], as_of=AS_OF).metric("price_of_silence")
    # Two days within, three beyond; 1 of 1 is at least 0.025: odds 0.02564, times 2 / 3.
    assert (row["rate_ratio"], row["ratio_high"]) == (None, None)
    assert row["ratio_low"] == approx(0.017094, abs=1e-6)


def test_without_a_date_of_any_withdrawal_nothing_can_be_said(given: GivenExport) -> None:
    (row,) = given(submissions=[{"submission_id": "u"}], as_of=AS_OF).metric("price_of_silence")
    assert row["beyond_days"] == 17
    assert (row["within_withdrawals"], row["beyond_withdrawals"], row["rate_ratio"]) == (None,) * 3


def test_the_ratio_of_two_rates_is_that_of_the_published_example() -> None:
    # The example of R's poisson.test, on deaths per person-year (Fay 2010): c(11, 6 + 8 + 7) over
    # c(800, 1083 + 1050 + 878).
    found = rate_ratio(11, 800, 21, 1083 + 1050 + 878)
    assert found == (
        approx(1.971488, abs=1e-6),
        approx(0.8584264, abs=1e-6),
        approx(4.277266, 1e-6),
    )


@pytest.mark.parametrize(
    "counts", [(85, 10109, 14, 3976), (1, 30, 4, 12), (0, 50, 3, 40), (4, 9, 0, 7)]
)
def test_at_the_ends_of_the_range_the_exact_test_is_undecided(
    counts: tuple[int, int, int, int],
) -> None:
    _, low, high = rate_ratio(*counts)
    for end, alternative in ((low, "larger"), (high, "smaller")):
        if end:
            told = poisson_test(*counts, value=end, method="exact-cond", alternative=alternative)
            assert told.pvalue == approx(0.025, abs=1e-9)
    assert (low == 0, high is None) == (counts[0] == 0, counts[2] == 0)


def test_nothing_counted_gives_no_ratio() -> None:
    assert rate_ratio(0, 10, 0, 10) == rate_ratio(1, 0, 1, 9) == (None, None, None)


# --- on whom ------------------------------------------------------------------------------------


def test_each_lost_candidate_waited_for_one_step_and_its_owner(given: GivenExport) -> None:
    left = TOO_SLOW | {"withdrawn_at": at(16)}
    submissions = {
        "profile": {"received_at": at(6)},
        "invite": YES,
        "invite of B": YES | {"agency_id": "B"},
        "feedback": YES,
        "slot": YES,
        "offer": YES,
        "offer out": YES,
        "two at once": YES,
        "in time": YES | {"withdrawn_at": at(9)},
        "nothing": YES | {"decision": "rejected"},
        "other reason": {"received_at": at(6), "withdrawal_reason": "personal reasons"},
    }
    held = {"invited_at": at(8), "scheduled_for": at(9), "ended_at": at(9, 11)}
    told = {"feedback_at": at(10), "recommendation": "yes"}
    interviews = [
        {"submission_id": "feedback"} | held,
        {"submission_id": "slot", "invited_at": at(8), "scheduled_for": at(30)}
        | {"status": "scheduled"},
        {"submission_id": "offer"} | held | told,
        {"submission_id": "offer out"} | held | told,
        # Without feedback since the 13th, one day too long; without an offer since the 9th, two.
        {"submission_id": "two at once", "scheduled_for": at(9), "ended_at": at(13)},
        {"submission_id": "two at once", "scheduled_for": at(8)}
        | told
        | {"feedback_at": at(9, 12)},
    ]
    export = given(
        submissions=[{"submission_id": n} | left | row for n, row in submissions.items()],
        interviews=interviews,
        offers=[{"submission_id": "offer out", "extended_at": at(14)}],
        roles=[{"task": "schedule", "owner": "agency", "agency_id": "B"}],
        as_of=AS_OF,
    )
    rows = export.metric("lost_by_step")
    found = {(row["step"], row["owner"]): tuple(row.values())[3:] for row in rows}
    assert found == {
        ("profile", "hr"): (1, 1, 8),
        # Waited since the 7th: 7 working days to the 16th, and 2 to the 9th, which is in time.
        ("interview_invite", "hr"): (2, 1, 7),
        ("interview_invite", "agency"): (1, 1, 7),
        ("interview_feedback", "business_leader"): (1, 1, 5),
        ("interview_slot", "both"): (1, 1, 6),
        ("offer_turnaround", "hr"): (2, 2, 5),
        ("offer_answer", "candidate"): (1, 0, None),
        ("nothing", None): (1, 0, None),
    }


def test_feedback_that_never_came_is_followed_to_the_end_of_the_candidacy(
    given: GivenExport,
) -> None:
    held = {"ended_at": at(8, 11), "scheduled_for": at(8), "feedback_at": None}
    submissions = [{"submission_id": name, "agency_id": name} for name in ("late", "soon", "open")]
    ends = [
        {"submission_id": "late", "stage": "ended", "entered_at": at(13)},
        {"submission_id": "soon", "stage": "ended", "entered_at": at(10)},
    ]
    told = {"submission_id": "told", "agency_id": "told"}
    export = given(
        submissions=[*submissions, told],
        interviews=[
            *({"submission_id": row["submission_id"]} | held for row in submissions),
            {"submission_id": "told"} | held | {"feedback_at": at(14)},
        ],
        # What was said counts, also after the end.
        stage_events=[*ends, {"submission_id": "told", "stage": "ended", "entered_at": at(9)}],
        as_of=AS_OF,
    )
    names = ("answered", "waiting", "ended", "evaluable", "on_time")
    found = export.metric("interview_feedback", by="agency")
    assert {row["group"]: tuple(row[name] for name in names) for row in found} == {
        "late": (0, 0, 1, 1, 0),
        "soon": (0, 0, 1, 0, 0),
        "open": (0, 1, 0, 1, 0),
        "told": (1, 0, 0, 1, 0),
    }


def test_the_late_ones_are_those_that_the_reply_times_judge_and_find_late(
    given: GivenExport,
) -> None:
    submissions = [
        {"submission_id": "answered late", "received_at": at(6), "decided_at": at(10)},
        {"submission_id": "in time", "received_at": at(6), "decided_at": at(7)},
        {"submission_id": "waiting", "received_at": at(27)},
        {"submission_id": "not due", "received_at": at(30)},
    ]
    export = given(
        submissions=[
            {"decision": "rejected"} | row if "decided_at" in row else row for row in submissions
        ],
        requests=[{"request_id": "q", "asked_at": at(6), "answered_at": at(9)}],
        as_of=AS_OF,
    )
    rows = export.metric("late_reply", folder="rows")
    # Four working days from Monday to Friday, and to the 31st; a question after three, limit one.
    assert [(row["case_id"], row["days"], row["over_days"]) for row in rows] == [
        ("answered late", 4, 2),
        ("q", 3, 2),
        ("waiting", 4, 2),
    ]
    (told,) = export.metric("feedback_latency")
    of_client = export.metric("late_reply", folder="rows", side="client")
    assert told["evaluable"] - told["on_time"] == len(of_client) == 2
    assert {row["wait_outcome"] for row in of_client} == {"answered", "waiting"}
