"""Each awkward case × each metric it touches: cancelled, withdrawn, replaced, rejected."""

import pytest
from asking import Answer, GivenExport
from edge_rows import ACCEPTED, fills

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


# An owner's window ends


def test_at_the_end_of_a_window_the_next_one_owns(given: GivenExport, answer: Answer) -> None:
    """A owns for 180 days; B comes in at the very instant they are over, C a day later."""
    one = {"candidate_id": "k"}
    export = given(
        submissions=[
            one | {"submission_id": "b1", "received_at": "2025-01-06T09:00:00Z"},
            one | {"submission_id": "b2", "received_at": "2025-07-05T09:00:00Z", "agency_id": "B"},
            one | {"submission_id": "b3", "received_at": "2025-07-06T09:00:00Z", "agency_id": "C"},
        ]
    )
    row = answer(export, "redundant_submissions")
    assert (row["redundant"], row["collision"]) == (1, 1)
    by_agency = answer(export, "redundant_submissions", "agency")
    assert {r["group"]: r["collision"] for r in by_agency} == {"A": 0, "B": 0, "C": 1}


def test_nobody_collides_with_a_window_at_the_instant_it_ends(
    given: GivenExport, answer: Answer
) -> None:
    """A owns for 10 days. C comes in as they end, after a no to B: sent again, no collision."""
    one = {"candidate_id": "k"}
    no = {"decision": "rejected", "decided_at": "2025-07-03T09:00:00Z"}
    export = given(
        agencies=[{"agency_id": "A", "ownership_days": 10}, {"agency_id": "B"}, {"agency_id": "C"}],
        submissions=[
            one | {"submission_id": "b1", "received_at": "2025-07-01T09:00:00Z"},
            one | no | {"submission_id": "b2", "agency_id": "B", "received_at": "2025-07-02"},
            one | {"submission_id": "b3", "received_at": "2025-07-11T09:00:00Z", "agency_id": "C"},
        ],
    )
    row = answer(export, "redundant_submissions")
    assert (row["collision"], row["post_reject"]) == (1, 1)


def test_sent_twice_outranks_known_here(given: GivenExport, answer: Answer) -> None:
    one = {"candidate_id": "k"}
    export = given(
        submissions=[
            one | {"submission_id": "b0", "channel": "direct", "received_at": "2025-01-03"},
            one | {"submission_id": "b1", "received_at": "2025-01-06T09:00:00Z"},
            one | {"submission_id": "b2", "received_at": "2025-01-08T09:00:00Z"},
        ]
    )
    row = answer(export, "redundant_submissions")
    assert (row["known_here"], row["resubmitted"]) == (1, 1)


def test_what_ends_at_the_very_instant_of_a_receipt_had_not_ended_before(
    given: GivenExport, answer: Answer
) -> None:
    """A sends again as it withdraws: sent twice. D sends as C gets its no: not after it."""
    at = "2025-02-03T09:00:00Z"
    no = {"decision": "rejected", "decided_at": at}
    export = given(
        agencies=[{"agency_id": "A"}, {"agency_id": "C", "ownership_days": 10}]
        + [{"agency_id": "D"}],
        submissions=[
            {"submission_id": "b1", "candidate_id": "k", "withdrawn_at": at},
            {"submission_id": "b2", "candidate_id": "k", "received_at": at},
            no | {"submission_id": "b3", "candidate_id": "m", "agency_id": "C"},
            {"submission_id": "b4", "candidate_id": "m", "agency_id": "D", "received_at": at},
        ],
    )
    row = answer(export, "redundant_submissions")
    assert (row["resubmitted"], row["post_reject"], row["redundant"]) == (1, 0, 1)


def test_what_is_redundant_owns_nothing_and_resending_extends_nothing(
    given: GivenExport, answer: Answer
) -> None:
    """A owns to 5 July whatever it sends again; B's collision gives B nothing afterwards."""
    one = {"candidate_id": "k"}
    export = given(
        submissions=[
            one | {"submission_id": "b1", "received_at": "2025-01-06T09:00:00Z"},
            one | {"submission_id": "b2", "received_at": "2025-06-01T09:00:00Z"},
            one | {"submission_id": "b3", "received_at": "2025-06-02T09:00:00Z", "agency_id": "B"},
            one | {"submission_id": "b4", "received_at": "2025-07-06T09:00:00Z", "agency_id": "C"},
        ]
    )
    row = answer(export, "redundant_submissions")
    assert (row["resubmitted"], row["collision"], row["redundant"]) == (1, 1, 2)


def test_known_here_has_no_window_and_outranks_a_collision(
    given: GivenExport, answer: Answer
) -> None:
    one = {"candidate_id": "k"}
    export = given(
        submissions=[
            one | {"submission_id": "b0", "channel": "direct", "received_at": "2023-01-06"},
            one | {"submission_id": "b1", "received_at": "2025-01-06T09:00:00Z"},
            one | {"submission_id": "b2", "received_at": "2025-01-07T09:00:00Z", "agency_id": "B"},
        ],
        searches=[{"opened_on": "2023-01-01"}],
    )
    row = answer(export, "redundant_submissions")
    assert (row["known_here"], row["collision"]) == (2, 0)


@pytest.mark.parametrize(
    ("received", "found"), [("2025-07-29T09:00:00Z", "post_reject"), ("2025-07-30T09:00:00Z", "")]
)
def test_a_no_holds_for_the_days_of_the_agency_that_got_it(
    given: GivenExport, answer: Answer, received: str, found: str
) -> None:
    """A's window of 10 days is over, its no of 20 July holds 10 more, to the instant."""
    no = {"decision": "rejected", "decided_at": "2025-07-20T09:00:00Z"}
    export = given(
        agencies=[{"agency_id": "A", "ownership_days": 10}, {"agency_id": "B"}],
        submissions=[
            no | {"submission_id": "b1", "candidate_id": "k", "received_at": "2025-07-01"},
            {"submission_id": "b2", "candidate_id": "k", "agency_id": "B", "received_at": received},
        ],
    )
    row = answer(export, "redundant_submissions")
    assert (row["post_reject"], row["redundant"]) == ((1, 1) if found else (0, 0))
