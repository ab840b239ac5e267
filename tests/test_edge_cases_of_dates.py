"""Each awkward case × each metric it touches: dates that contradict, lack or lie ahead."""

from datetime import date

import pytest
from asking import Answer, GivenExport
from edge_rows import ACCEPTED, fills

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


def test_offer_answered_before_it_was_made_has_no_days(given: GivenExport) -> None:
    offers = [ACCEPTED, ACCEPTED | {"submission_id": "b2", "extended_at": "2025-02-10T09:00:00Z"}]
    (row,) = given(offers=offers).metric("time_to_accept")
    assert (row["offers"], row["half_accepted_days"]) == (1, 3)
