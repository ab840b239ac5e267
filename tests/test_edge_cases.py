"""Each awkward case × each metric it touches, asked of the product and of the oracle alike."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from asking import ask_oracle
from conftest import GivenExport
from given import Given
from pytest import approx

Answer = Callable[..., Any]


@pytest.fixture(params=["oracle", "product"])
def answer(request: pytest.FixtureRequest) -> Answer:
    """The one row of an ungrouped metric, or all rows where there is one per group or day."""

    def one(export: Given, metric: str, by: str | None = None, **asked: Any) -> Any:
        ask = ask_oracle if request.param == "oracle" else Given.metric
        rows = ask(export, metric, by, **asked)
        if by or metric == "time_to_fill_curve":
            return rows
        return rows[0] if rows else defaultdict(int)  # of nothing, there may be no row at all

    return one


def fills(row: dict[str, Any]) -> tuple[int, int, int, int]:
    """Filled, open, cancelled, excluded."""
    return row["filled"], row["open"], row["cancelled"], row["excluded"]


ACCEPTED = {"submission_id": "b1", "outcome": "accepted", "answered_at": "2025-02-06T09:00:00Z"}
RENEGED = {"submission_id": "b1", "reneged_on": "2025-02-20"}


# A hire goes back on an acceptance


@pytest.mark.parametrize("are_openings_given", [True, False])
def test_reneged_fill_is_void_and_its_clock_never_stopped(
    given: GivenExport, answer: Answer, are_openings_given: bool
) -> None:
    seat = {"outcome": "filled", "closed_on": "2025-02-06", "filled_by_submission_id": "b1"}
    more = {"openings": [seat]} if are_openings_given else {}
    tables = given(offers=[ACCEPTED], placements=[RENEGED], **more)
    row = answer(tables, "time_to_fill")
    assert (fills(row), row["median_days"], row["rmst90_days"]) == ((0, 1, 0, 0), None, 90)
    (last,) = answer(tables, "time_to_fill_curve")[-1:]
    assert (last["day"], last["still_open"], last["at_risk"]) == (211, 1, 1)


def test_rhythm_continues_after_a_renege(given: GivenExport, answer: Answer) -> None:
    tables = given(offers=[ACCEPTED], placements=[RENEGED], briefs=[{}], meetings=[
        {"starts_at": "2025-01-01T10:00:00Z"}])  # fmt: skip
    row = answer(tables, "meeting_rhythm")
    assert (row["window_days"], row["covered_days"], row["overdue_days"]) == (211, 14, 197)


def test_ownership_continues_after_a_renege(given: GivenExport, answer: Answer) -> None:
    later = {"submission_id": "b2", "candidate_id": "c-b1", "agency_id": "B"}
    tables = given(
        submissions=[{"submission_id": "b1"}, later | {"received_at": "2025-03-03T09:00:00Z"}],
        offers=[ACCEPTED],
        placements=[RENEGED],
    )
    assert answer(tables, "redundant_submissions")["collision"] == 1


def test_reneged_offer_counts_as_accepted_and_nets_to_nothing(
    given: GivenExport, answer: Answer
) -> None:
    row = answer(given(offers=[ACCEPTED], placements=[RENEGED]), "offer_outcomes")
    assert (row["accepted"], row["reneged"], row["started"]) == (1, 1, 0)
    assert (row["acceptance_rate"], row["net_acceptance_rate"]) == (1, 0)


# A starter leaves inside the guarantee


LEFT = {"submission_id": "b1", "started_on": "2025-03-03", "left_on": "2025-04-01"}


def test_replacement_seat_has_its_own_clock_and_the_first_stays_filled(
    given: GivenExport, answer: Answer
) -> None:
    first = {"opening_id": "S1-1", "outcome": "filled", "closed_on": "2025-02-06"}
    again = {"opening_id": "S1-2", "opened_on": "2025-04-01", "replaces_opening_id": "S1-1"}
    tables = given(
        openings=[first | {"filled_by_submission_id": "b1"}, again],
        offers=[ACCEPTED],
        placements=[LEFT],
    )
    row = answer(tables, "time_to_fill")
    assert (fills(row), row["naive_median_days"], row["median_days"]) == ((1, 1, 0, 0), 36, 36)
    assert answer(tables, "time_to_fill", period_start=date(2025, 4, 1))["open"] == 1


def test_starter_who_left_stays_a_start(given: GivenExport, answer: Answer) -> None:
    row = answer(given(offers=[ACCEPTED], placements=[LEFT]), "offer_outcomes")
    assert (row["started"], row["reneged"], row["net_acceptance_rate"]) == (1, 0, 1)


def test_replacement_search_needs_its_own_kickoff_and_gives_a_fresh_window(
    given: GivenExport, answer: Answer
) -> None:
    tables = given(
        briefs=[{}, {"search_id": "S2", "briefed_at": "2025-04-01T09:00:00Z"}],
        meetings=[{"kind": "kickoff", "search_id": "S1", "starts_at": "2025-01-03T09:00:00Z"}],
        submissions=[
            {"submission_id": "b1", "decision": "rejected", "decided_at": "2025-01-20T09:00:00Z"},
            {"submission_id": "b2", "candidate_id": "c-b1", "search_id": "S2"}
            | {"received_at": "2025-04-02T09:00:00Z"},
        ],
    )
    row = answer(tables, "kickoff_coverage")
    assert (row["due"], row["kickoffs"]) == (2, 1)
    assert answer(tables, "redundant_submissions")["redundant"] == 0


# On hold


HOLDS = [
    {"held_from": "2025-01-10", "held_until": "2025-01-20"},
    {"held_from": "2025-01-15", "held_until": "2025-01-25"},
    {"held_from": "2025-02-01", "held_until": ""},
]


def test_hold_counts_on_the_calendar_and_freezes_the_active_clock_by_its_union(
    given: GivenExport,
    answer: Answer,
) -> None:
    tables = given(
        export=[{"exported_at": "2025-02-10T12:00:00Z"}],
        searches=[{"status": "on_hold", "opened_on": "2025-01-01"}],
        holds=HOLDS,
    )
    for clock, days in (("calendar", 40), ("active", 40 - 24)):
        row = answer(tables, "time_to_fill_curve", clock=clock)[-1]
        assert (row["day"], row["still_open"]) == (days, 1)


def test_rhythm_redundancy_and_offers_do_not_pause_on_hold(
    given: GivenExport, answer: Answer
) -> None:
    tables = given(
        holds=[{"held_from": "2025-01-03", "held_until": ""}],
        briefs=[{}],
        meetings=[{"starts_at": "2025-01-10T09:00:00Z"}],
        submissions=[{"submission_id": "b1"}, {"submission_id": "b2", "candidate_id": "c-b1"}],
        offers=[ACCEPTED],
    )
    assert answer(tables, "meeting_rhythm")["window_days"] == 211
    assert answer(tables, "redundant_submissions")["resubmitted"] == 1
    assert answer(tables, "offer_outcomes")["accepted"] == 1


# Several seats


def test_each_seat_of_a_search_is_one_row(given: GivenExport, answer: Answer) -> None:
    second = ACCEPTED | {"submission_id": "b2", "answered_at": "2025-03-03T09:00:00Z"}
    tables = given(searches=[{"openings": 3}], offers=[ACCEPTED, second])
    row = answer(tables, "time_to_fill")
    assert (fills(row), row["naive_median_days"]) == ((2, 1, 0, 0), (36 + 61) / 2)
    assert answer(tables, "offer_outcomes")["accepted"] == 2


def test_acceptances_beyond_the_seats_fill_none(given: GivenExport, answer: Answer) -> None:
    second = ACCEPTED | {"submission_id": "b2", "answered_at": "2025-01-20T09:00:00Z"}
    row = answer(given(offers=[ACCEPTED, second]), "time_to_fill")
    assert (fills(row), row["naive_median_days"]) == ((1, 0, 0, 0), 19)


def test_several_seats_share_one_kickoff_and_one_owner(given: GivenExport, answer: Answer) -> None:
    tables = given(
        searches=[{"openings": 3}],
        briefs=[{}],
        meetings=[{"kind": "kickoff", "search_id": "S1", "starts_at": "2025-01-03T09:00:00Z"}],
        submissions=[
            {"submission_id": "b1"},
            {"submission_id": "b2", "candidate_id": "c-b1", "agency_id": "B"},
        ],
    )
    row = answer(tables, "kickoff_coverage")
    assert (row["due"], row["kickoffs"]) == (1, 1)
    assert answer(tables, "redundant_submissions")["collision"] == 1


# Dates that contradict one another


def test_negative_days_are_excluded_and_counted_and_the_same_day_is_zero(
    given: GivenExport, answer: Answer
) -> None:
    tables = given(
        openings=[
            {"outcome": "filled", "closed_on": "2024-12-31"},
            {"outcome": "cancelled", "closed_on": "2024-12-30"},
            {"outcome": "filled", "closed_on": "2025-01-01"},
        ]
    )
    row = answer(tables, "time_to_fill")
    assert (fills(row), row["openings"], row["median_days"]) == ((1, 0, 0, 2), 1, 0)


def test_brief_released_before_it_was_given_has_no_days(given: GivenExport, answer: Answer) -> None:
    tables = given(briefs=[{"released_at": "2024-12-01T09:00:00Z"}], meetings=[
        {"starts_at": "2025-01-10T09:00:00Z"}])  # fmt: skip
    row = answer(tables, "meeting_rhythm")
    assert (row["window_days"], row["rhythm_coverage"]) == (0, None)


def test_submissions_follow_one_another_by_receipt_then_id_whatever_was_decided_when(
    given: GivenExport,
    answer: Answer,
) -> None:
    one = {"submission_id": "b2", "candidate_id": "k", "agency_id": "A"}
    tables = given(
        submissions=[
            one | {"decision": "rejected", "decided_at": "2025-01-03T09:00:00Z"},
            one | {"submission_id": "b1", "agency_id": "B"},
        ]
    )
    by_agency = {r["group"]: r for r in answer(tables, "redundant_submissions", by="agency")}
    assert (by_agency["B"]["redundant"], by_agency["A"]["collision"]) == (0, 1)
    assert answer(tables, "feedback_latency")["submissions"] == 1


def test_offer_answered_before_it_was_made_keeps_its_outcome(
    given: GivenExport, answer: Answer
) -> None:
    offer = ACCEPTED | {"extended_at": "2025-02-10T09:00:00Z"}
    assert answer(given(offers=[offer]), "offer_outcomes")["accepted"] == 1


# Dates that are missing


@pytest.mark.parametrize("status", ["filled", "cancelled"])
def test_ending_without_a_date_is_excluded_not_open(
    given: GivenExport, answer: Answer, status: str
) -> None:
    row = answer(given(searches=[{"status": status, "closed_on": ""}]), "time_to_fill")
    assert (fills(row), row["openings"], row["median_days"]) == ((0, 0, 0, 1), 0, None)


def test_meeting_without_a_date_is_not_counted(given: GivenExport, answer: Answer) -> None:
    days = [{"starts_at": "2025-01-10T09:00:00Z"}, {"starts_at": ""}]
    row = answer(given(briefs=[{}], meetings=days), "meeting_rhythm")
    assert row["meetings_held"] == 1


def test_submission_without_receipt_cannot_own(given: GivenExport, answer: Answer) -> None:
    tables = given(
        submissions=[
            {"submission_id": "b1", "candidate_id": "k", "received_at": ""},
            {"submission_id": "b2", "candidate_id": "k", "agency_id": "B"},
        ]
    )
    row = answer(tables, "redundant_submissions")
    assert (row["submissions"], row["redundant"]) == (1, 0)


def test_undated_answer_is_not_pending(given: GivenExport, answer: Answer) -> None:
    offers = [
        {"submission_id": "b1", "outcome": "declined", "answered_at": "", "decline_reason": " "}
    ]
    row = answer(given(offers=offers), "offer_outcomes")
    assert (row["declined"], row["pending"], row["acceptance_rate"]) == (1, 0, 0)
    (reason,) = answer(given(offers=offers), "decline_reasons", by="agency")
    assert (reason["reason"], reason["share"]) == ("unknown", 1)


# Time zones


def test_days_are_those_of_the_search_site(given: GivenExport, answer: Answer) -> None:
    """2 January 23:30 in New York is 3 January in UTC."""
    offer = ACCEPTED | {
        "extended_at": "2025-04-01T02:00:00Z",
        "answered_at": "2025-04-01T03:30:00Z",
    }
    tables = given(
        searches=[{"time_zone": "America/New_York"}],
        offers=[offer],
        briefs=[{"briefed_at": "2025-01-03T04:30:00Z"}],
        meetings=[{"search_id": "S1", "starts_at": "2025-01-17T03:00:00Z"}],
    )
    assert answer(tables, "time_to_fill")["median_days"] == 89
    assert answer(tables, "offer_outcomes", by="quarter")[0]["group"] == "2025Q1"
    row = answer(tables, "meeting_rhythm")
    assert (row["window_days"], row["longest_gap_days"]) == (210, 196)


@pytest.mark.parametrize(("second", "resubmitted"), [("T07:59:59Z", 1), ("T08:00:00Z", 0)])
def test_ownership_ends_by_instants_across_a_change_of_clocks(
    given: GivenExport, answer: Answer, second: str, resubmitted: int
) -> None:
    """180 days after 9:00 in winter are 10:00 by the clock on the wall in summer."""
    tables = given(
        searches=[{"time_zone": "Europe/Berlin"}],
        submissions=[
            {"submission_id": "b1", "candidate_id": "k", "received_at": "2025-01-10T09:00:00"},
            {"submission_id": "b2", "candidate_id": "k", "received_at": f"2025-07-09{second}"},
        ],
    )
    assert answer(tables, "redundant_submissions")["resubmitted"] == resubmitted


# Cancelled searches


CANCELLED = {"status": "cancelled", "closed_on": "2025-02-01"}


def test_cancelled_seat_competes(given: GivenExport, answer: Answer) -> None:
    tables = given(
        openings=[
            {"outcome": "cancelled", "closed_on": "2025-01-12"},
            {"outcome": "filled", "closed_on": "2025-01-22"},
        ]
    )
    row = answer(tables, "time_to_fill")
    assert (row["median_days"], row["filled_by_30_rate"]) == (21, 0.5)
    last = answer(tables, "time_to_fill_curve")[-1]
    assert (last["still_open"], last["cancelled"], last["filled_otherwise"]) == (0, 0.5, 0.5)


@pytest.mark.parametrize(("closed_on", "due"), [("2025-01-08", 0), ("2025-02-01", 1)])
def test_brief_of_a_search_cancelled_before_its_kickoff_was_due_is_out(
    given: GivenExport, answer: Answer, closed_on: str, due: int
) -> None:
    tables = given(searches=[CANCELLED | {"closed_on": closed_on}], briefs=[{}], meetings=[{
        "starts_at": "2025-03-01T09:00:00Z"}])  # fmt: skip
    assert answer(tables, "kickoff_coverage")["due"] == due


def test_submissions_and_pending_offers_of_a_cancelled_search_still_count(
    given: GivenExport, answer: Answer
) -> None:
    tables = given(
        searches=[CANCELLED],
        submissions=[{"submission_id": "b1"}, {"submission_id": "b2", "candidate_id": "c-b1"}],
        offers=[{"submission_id": "b1", "outcome": "pending"}],
    )
    row = answer(tables, "redundant_submissions")
    assert (row["submissions"], row["resubmitted"]) == (2, 1)
    row = answer(tables, "offer_outcomes")
    assert (row["pending"], row["acceptance_rate"]) == (1, None)


# Candidates who withdraw


def test_withdrawn_candidate_leaves_the_reply_clock_and_may_be_sent_again(
    given: GivenExport, answer: Answer
) -> None:
    tables = given(
        submissions=[
            {"submission_id": "b1", "withdrawn_at": "2025-01-08T09:00:00Z"},
            {"submission_id": "b2", "candidate_id": "c-b1", "received_at": "2025-02-03T09:00:00Z"},
        ]
    )
    row = answer(tables, "feedback_latency")
    assert (row["submissions"], row["answered"], row["waiting"]) == (2, 0, 1)
    assert (row["evaluable"], row["on_time_rate"]) == (1, 0)
    assert answer(tables, "redundant_submissions")["redundant"] == 0


def test_withdrawal_after_the_deadline_is_a_late_answer(given: GivenExport, answer: Answer) -> None:
    """Monday to Thursday are three working days."""
    tables = given(submissions=[{"submission_id": "b1", "withdrawn_at": "2025-01-09T09:00:00Z"}])
    row = answer(tables, "feedback_latency")
    assert (row["evaluable"], row["on_time"], row["median_days"]) == (1, 0, None)


def test_withdrawal_without_an_offer_is_no_decline(given: GivenExport, answer: Answer) -> None:
    tables = given(
        submissions=[
            {"submission_id": "b1", "withdrawn_at": "2025-01-15T09:00:00Z"},
            {"submission_id": "b2"},
        ],
        offers=[{"submission_id": "b2", "outcome": "declined", "decline_reason": "pay"}],
    )
    row = answer(tables, "offer_outcomes")
    assert (row["extended"], row["declined"]) == (1, 1)


# Offers taken back


def test_rescinded_offer_fills_nothing_and_is_in_no_denominator(
    given: GivenExport, answer: Answer
) -> None:
    tables = given(
        offers=[
            {"submission_id": "b1", "outcome": "rescinded", "answered_at": "2025-02-05T09:00:00Z"},
            {"submission_id": "b2", "outcome": "declined"},
        ]
    )
    assert fills(answer(tables, "time_to_fill")) == (0, 1, 0, 0)
    row = answer(tables, "offer_outcomes")
    assert (row["extended"], row["rescinded"], row["acceptance_rate"]) == (2, 1, 0)


def test_of_several_offers_the_latest_counts_and_at_one_instant_the_higher_id(
    given: GivenExport,
    answer: Answer,
) -> None:
    one = {"submission_id": "b1", "offer_id": "o1", "outcome": "declined"}
    tables = given(offers=[one, one | {"offer_id": "o2", "outcome": "pending"}])
    row = answer(tables, "offer_outcomes")
    assert (row["extended"], row["pending"], row["declined"]) == (1, 1, 0)


# Others fill


@pytest.mark.parametrize("channel", ["direct", "internal", "referral", "sourced"])
def test_hire_without_an_agency_is_filled_otherwise(
    given: GivenExport, answer: Answer, channel: str
) -> None:
    tables = given(
        submissions=[{"submission_id": "b1", "channel": channel}, {"submission_id": "b2"}],
        offers=[ACCEPTED],
        briefs=[{}],
    )
    (step,) = answer(tables, "time_to_fill_curve")
    assert (step["filled_otherwise"], step["filled_by_agency"]) == (1, 0)
    (group,) = answer(tables, "time_to_fill", by="agency")
    assert (group["group"], group["filled"]) == ("A", 1)
    assert answer(tables, "redundant_submissions")["redundant"] == 0


# One agency follows another


def test_replaced_agency_keeps_its_window_and_its_own_days(
    given: GivenExport, answer: Answer
) -> None:
    tables = given(
        briefs=[
            {"released_at": "2025-02-01T09:00:00Z"},
            {"agency_id": "B", "briefed_at": "2025-02-01T09:00:00Z"},
        ],
        submissions=[
            {"submission_id": "b1"},
            {"submission_id": "b2", "candidate_id": "c-b1", "agency_id": "B"}
            | {"received_at": "2025-02-10T09:00:00Z"},
        ],
        offers=[ACCEPTED],
        meetings=[{"starts_at": "2025-01-09T09:00:00Z"}],
    )
    days = {r["group"]: r["window_days"] for r in answer(tables, "meeting_rhythm", by="agency")}
    assert days == {"A": 31, "B": 180}
    assert answer(tables, "redundant_submissions")["collision"] == 1
    seats = {r["group"]: fills(r) for r in answer(tables, "time_to_fill", by="agency")}
    assert seats == {"A": (1, 0, 0, 0), "B": (1, 0, 0, 0)}
    by_agency = {r["group"]: r for r in answer(tables, "time_to_fill_curve", by="agency")}
    assert by_agency["A"]["filled_by_agency"] == by_agency["B"]["filled_otherwise"] == 1


# Rejected all at once


@pytest.mark.parametrize(("minutes", "answered"), [((0, 5, 10), 0), ((0, 5, 11), 3), ((0, 10), 2)])
def test_bulk_rejection_at_closing_is_no_answer(
    given: GivenExport, answer: Answer, minutes: tuple[int, ...], answered: int
) -> None:
    tables = given(
        searches=[{"status": "cancelled", "closed_on": "2025-02-03"}],
        submissions=[
            {"submission_id": f"b{n}", "decision": "rejected"}
            | {"decided_at": f"2025-02-03T12:{m:02}:00Z"}
            for n, m in enumerate(minutes)
        ],
    )
    row = answer(tables, "feedback_latency")
    assert (row["answered"], row["waiting"]) == (answered, 0)
    assert row["evaluable"] == len(minutes)


# An as-of before the last event


def test_earlier_as_of_takes_back_what_was_not_known(given: GivenExport, answer: Answer) -> None:
    tables = given(
        as_of=date(2025, 1, 15),
        searches=[{"status": "filled", "closed_on": "2025-02-10"}],
        briefs=[{}],
        meetings=[
            {"kind": "kickoff", "search_id": "S1", "starts_at": "2025-01-20T09:00:00Z"},
            {"starts_at": "2025-01-10T09:00:00Z"},
        ],
        submissions=[
            {"submission_id": "b1", "decision": "advanced", "decided_at": "2025-01-16T09:00:00Z"},
            {"submission_id": "b2", "candidate_id": "c-b1", "received_at": "2025-01-20T09:00:00Z"},
        ],
        offers=[ACCEPTED],
    )
    row = answer(tables, "time_to_fill")
    assert (fills(row), row["rmst90_days"]) == ((0, 1, 0, 0), 90)
    assert answer(tables, "time_to_fill_curve")[-1]["day"] == 14
    row = answer(tables, "meeting_rhythm")
    assert (row["window_days"], row["meetings_held"], row["longest_gap_days"]) == (14, 1, 9)
    row = answer(tables, "redundant_submissions")
    assert (row["submissions"], row["redundant"]) == (1, 0)
    assert answer(tables, "offer_outcomes")["extended"] == 0
    row = answer(tables, "feedback_latency")
    assert (row["answered"], row["waiting"], row["evaluable"]) == (0, 1, 1)
    assert answer(tables, "kickoff_coverage")["due"] == 0


def test_offer_answered_after_the_as_of_is_pending(given: GivenExport, answer: Answer) -> None:
    row = answer(given(offers=[ACCEPTED], as_of=date(2025, 2, 5)), "offer_outcomes")
    assert (row["extended"], row["pending"], row["accepted"]) == (1, 1, 0)


# Published and hand-worked examples, whole


def test_redundancy_classes_of_the_worked_example(given: GivenExport, answer: Answer) -> None:
    def sent(number: int, day: str, agency: str, person: str, search: str = "S1") -> dict[str, str]:
        row = {"submission_id": f"s{number}", "received_at": f"{day}T09:00:00Z"}
        return row | {
            "agency_id": agency,
            "candidate_id": f"{person}-{number}",
            "search_id": search,
        }

    submissions = [
        sent(1, "2025-01-02", "A", "Ana"),
        sent(2, "2025-01-05", "B", "Ana"),
        sent(3, "2025-01-09", "A", "Ana"),
        sent(4, "2025-01-06", "B", "Ben"),
        sent(5, "2025-01-10", "C", "Cleo"),
        sent(6, "2025-01-11", "C", "Dev"),
        sent(7, "2025-01-12", "A", "Ben", "S2"),
        sent(8, "2025-07-10", "B", "Ana"),
        sent(9, "2024-12-20", "", "Cleo") | {"channel": "direct"},
        sent(10, "2024-12-20", "", "Dev", "S2") | {"channel": "sourced"},
    ]
    tables = given(
        searches=[{"search_id": s, "opened_on": "2024-12-01"} for s in ("S1", "S2")],
        submissions=submissions,
        candidates=[
            {"candidate_id": row["candidate_id"]}
            | {"linkedin_url": f"https://linkedin.com/in/{row['candidate_id'].split('-')[0]}"}
            for row in submissions
        ],
    )
    row = answer(tables, "redundant_submissions")
    found = {name: row[name] for name in ("resubmitted", "known_here", "collision", "post_reject")}
    assert found == {"resubmitted": 1, "known_here": 1, "collision": 1, "post_reject": 0}
    assert (row["submissions"], row["known_elsewhere"], row["redundancy_rate"]) == (8, 2, 3 / 8)
    by_agency = {
        r["group"]: r["redundant"] for r in answer(tables, "redundant_submissions", by="agency")
    }
    assert by_agency == {"A": 1, "B": 1, "C": 1}


def test_offers_of_the_worked_example(given: GivenExport, answer: Answer) -> None:
    outcomes = ["accepted"] * 6 + ["declined"] * 2 + ["rescinded", "pending"]
    answered = [{} if o == "pending" else {"answered_at": "2025-02-06T09:00:00Z"} for o in outcomes]
    tables = given(
        offers=[
            {"submission_id": f"b{n}", "outcome": outcome} | when
            for n, (outcome, when) in enumerate(zip(outcomes, answered, strict=True))
        ],
        placements=[{"submission_id": "b0", "reneged_on": "2025-02-20"}]
        + [{"submission_id": f"b{n}", "started_on": "2025-03-03"} for n in range(1, 6)],
    )
    row = answer(tables, "offer_outcomes")
    assert (row["extended"], row["accepted"], row["reneged"], row["started"]) == (10, 6, 1, 5)
    assert (row["acceptance_rate"], row["net_acceptance_rate"]) == (6 / 8, 5 / 8)
    limits = row["acceptance_low"], row["acceptance_high"]
    assert limits == approx((0.409, 0.929), abs=5e-4)


def test_cadence_of_the_worked_example(given: GivenExport, answer: Answer) -> None:
    tables = given(
        export=[{"exported_at": "2025-04-02T12:00:00Z"}],
        briefs=[{"briefed_at": "2025-01-02T09:00:00Z"}],
        meetings=[
            {"starts_at": f"{day}T10:00:00Z"}
            for day in ("2025-01-02", "2025-01-12", "2025-02-01", "2025-02-11", "2025-03-18")
        ],
    )
    row = answer(tables, "meeting_rhythm")
    assert (row["window_days"], row["covered_days"], row["meetings_held"]) == (90, 62, 5)
    assert (row["longest_gap_days"], row["overdue_days"]) == (35, 1)
    assert row["rhythm_coverage"] == approx(62 / 90)


def test_replies_of_the_worked_example(given: GivenExport, answer: Answer) -> None:
    """Received on Monday 2 June; answered after 1, 2, 2, 3, 5 working days, three still waiting."""
    days = ["2025-06-03", "2025-06-04", "2025-06-04", "2025-06-05", "2025-06-09"]
    received = ["2025-06-02"] * 5 + ["2025-06-10", "2025-06-06", "2025-06-02"]
    tables = given(
        export=[{"exported_at": "2025-06-16T12:00:00Z"}],
        submissions=[
            {"submission_id": f"b{n}", "received_at": f"{day}T09:00:00Z"}
            | ({"decided_at": f"{days[n]}T09:00:00Z", "decision": "advanced"} if n < 5 else {})
            for n, day in enumerate(received)
        ],
    )
    row = answer(tables, "feedback_latency")
    assert (row["answered"], row["waiting"], row["median_days"]) == (5, 3, 3)
    assert (row["evaluable"], row["on_time"], row["on_time_rate"]) == (8, 3, 3 / 8)
