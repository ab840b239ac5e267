"""Who waits for whom, worked out by hand; and that one agency's rows hold nothing of another's."""

from datetime import date
from typing import Any

import pytest
from asking import GivenExport

# All figures are as of Thursday, 31 July 2025.
CLOSED = {"search_id": "S9", "status": "filled", "closed_on": "2025-07-01"}
SEARCHES = [{}, {"search_id": "S2"}, {"search_id": "S3", "status": "on_hold"}, CLOSED]
MARCH = {"received_at": "2025-03-03T09:00:00Z"}
ADVANCED = MARCH | {"decision": "advanced", "decided_at": "2025-03-04T09:00:00Z"}
REJECTED = MARCH | {"decision": "rejected", "decided_at": "2025-07-29T09:00:00Z"}
SUBMISSIONS = [
    {"submission_id": "monday", "received_at": "2025-07-28T09:00:00Z"},
    {"submission_id": "after five", "received_at": "2025-07-30T18:00:00Z"},
    {"submission_id": "closed", "search_id": "S9"} | MARCH,
    {"submission_id": "met"} | ADVANCED,
    {"submission_id": "meets again"} | ADVANCED,
    {"submission_id": "refused"} | REJECTED,
    {"submission_id": "offered"} | ADVANCED,
]
FRIDAY, WEDNESDAY = "2025-07-25T09:00:00Z", "2025-08-06T09:00:00Z"
INTERVIEWS = [
    {"interview_id": name, "submission_id": name, "scheduled_for": FRIDAY}
    for name in ("met", "meets again", "refused", "offered")
] + [
    {"interview_id": "next", "submission_id": "meets again", "scheduled_for": WEDNESDAY}
    | {"status": "scheduled"}
]
PROMISES = [
    {"commitment_id": "ours", "due_on": "2025-07-21"},
    {"commitment_id": "kept", "due_on": "2025-07-21", "closed_on": "2025-07-22"},
    {"commitment_id": "dropped", "due_on": "2025-07-21", "dropped_on": "2025-07-22"},
    {"commitment_id": "not due", "due_on": "2025-07-31"},
    {"commitment_id": "theirs", "due_on": "2025-07-30", "owner": "agency"},
]
REQUESTS = [
    {"request_id": "saturday", "asked_at": "2025-07-26T10:00:00Z"},
    {"request_id": "answered", "asked_at": FRIDAY, "answered_at": "2025-07-28T09:00:00Z"},
]
BRIEFS = [
    {"briefed_at": "2025-01-02"},
    {"search_id": "S2", "briefed_at": "2025-07-01"},
    {"search_id": "S3", "briefed_at": "2025-07-01"},
]
EXPORT: dict[str, Any] = {
    "searches": SEARCHES,
    "submissions": SUBMISSIONS,
    "interviews": INTERVIEWS,
    "commitments": PROMISES,
    "requests": REQUESTS,
    "briefs": BRIEFS,
    "offers": [{"submission_id": "offered", "extended_at": "2025-07-29T09:00:00Z"}],
}


def waits(rows: list[dict[str, Any]]) -> list[tuple[object, ...]]:
    return [
        (row["kind"], row["case_id"], row["waiting_days"])
        + (row["due_by"] and row["due_by"].date(), row["is_past_due"])
        for row in rows
        if row["is_search_open"]
    ]


def test_what_waits_for_the_client(given: GivenExport) -> None:
    rows = given(**EXPORT).metric("waiting_on_client", folder="rows")
    assert waits(rows) == [
        ("promise", "ours", 8, date(2025, 7, 21), True),
        ("feedback", "met", 4, date(2025, 7, 29), True),
        ("profile", "monday", 3, date(2025, 7, 30), True),
        ("profile", "after five", 0, date(2025, 8, 4), False),
    ]
    assert [row["case_id"] for row in rows if not row["is_search_open"]] == ["closed"]


def test_what_waits_for_the_agency(given: GivenExport) -> None:
    rows = given(**EXPORT).metric("waiting_on_agency", folder="rows")
    assert [wait[:3] for wait in waits(rows)] == [
        ("brief", "S2", 22),
        ("request", "saturday", 3),
        ("offer", "offers-1", 2),
        ("promise", "theirs", 1),
    ]
    assert [wait[3:] for wait in waits(rows)] == [
        # Five working days after Tuesday the 1st; one after Monday, from which a Saturday counts.
        (date(2025, 7, 8), True),
        (date(2025, 7, 29), True),
        (None, False),
        (date(2025, 7, 30), True),
    ]


def test_a_yes_without_an_invitation_or_an_offer_waits_and_has_its_owner(
    given: GivenExport,
) -> None:
    # Wanted on Monday the 28th: an invitation is due on Wednesday; the final yes of the 25th is
    # due for an offer on Wednesday, too.
    yes = {"decision": "advanced", "decided_at": "2025-07-28T09:00:00Z"}
    held = {"invited_at": FRIDAY, "scheduled_for": FRIDAY, "feedback_at": FRIDAY}
    export = given(
        submissions=[
            {"submission_id": "wanted"} | MARCH | yes,
            {"submission_id": "chosen", "agency_id": "B"} | ADVANCED,
        ],
        interviews=[{"submission_id": "chosen", "recommendation": "yes"} | held],
        roles=[
            {"task": "schedule", "owner": "business_leader"},
            {"task": "offer_letter", "owner": "agency", "agency_id": "B"},
        ],
    )
    rows = export.metric("waiting_on_client", folder="rows")
    assert waits(rows) == [
        ("extend", "chosen", 4, date(2025, 7, 30), True),
        ("invite", "wanted", 3, date(2025, 7, 30), True),
    ]
    # What waits for the client is owned there, whatever the agency took over.
    assert [row["owner"] for row in rows] == ["hr", "business_leader"]


def test_how_much_waits_now(given: GivenExport) -> None:
    rows = given(**EXPORT).metric("waiting_now")
    found = {(row["side"], row["kind"]): tuple(row.values())[2:] for row in rows}
    assert found == {
        ("client", "feedback"): (1, 1, 4, 0),
        ("client", "profile"): (2, 1, 3, 1),
        ("client", "promise"): (1, 1, 8, 0),
        ("agency", "brief"): (1, 1, 22, 0),
        ("agency", "offer"): (1, 0, 2, 0),
        ("agency", "promise"): (1, 1, 1, 0),
        ("agency", "request"): (1, 1, 3, 0),
    }


def test_nothing_waits_for_whom_the_filters_leave_out(given: GivenExport) -> None:
    assert given(**EXPORT).metric("waiting_now", agencies=("nobody",)) == []


def test_what_concerns_no_single_search_stays_whatever_the_department(given: GivenExport) -> None:
    rows = given(**EXPORT).metric("waiting_now", departments=("nowhere",))
    assert {(row["side"], row["kind"]) for row in rows} == {
        ("client", "promise"),
        ("agency", "promise"),
        ("agency", "request"),
    }


def test_open_searches_with_the_agencys_own_work(given: GivenExport) -> None:
    found = given(**EXPORT).metric("open_search", folder="rows")
    rows = {row["search_id"]: row for row in found}
    assert set(rows) == {"S1", "S2", "S3"}
    assert (rows["S1"]["sent"], rows["S1"]["waiting"], rows["S1"]["age_days"]) == (6, 2, 211)
    assert rows["S1"]["last_activity_on"].date() == date(2025, 7, 30)
    assert (rows["S2"]["sent"], rows["S2"]["last_activity_on"].date()) == (0, date(2025, 7, 1))
    assert [rows[name]["is_on_hold"] for name in ("S1", "S2", "S3")] == [False, False, True]


@pytest.mark.parametrize(
    ("promise", "state"),
    [
        ({"due_on": "2025-07-31"}, "open"),
        ({"due_on": "2025-07-30"}, "past_due"),
        ({"due_on": "2025-07-30", "closed_on": "2025-07-30"}, "kept"),
        ({"due_on": "2025-07-30", "closed_on": "2025-07-31"}, "kept_late"),
    ],
)
def test_how_a_promise_stands(given: GivenExport, promise: dict[str, str], state: str) -> None:
    row = given(commitments=[promise]).metric("commitment", folder="rows")[0]
    assert row["promise_state"] == state


def test_open_promises_stay_whatever_the_period(given: GivenExport) -> None:
    promises = [{"commitment_id": "open"}, {"commitment_id": "kept", "closed_on": "2025-07-01"}]
    later = {"period_start": date(2025, 7, 1)}
    rows = given(commitments=promises).metric("commitment", folder="rows", **later)
    assert [row["commitment_id"] for row in rows] == ["open"]


# Everything that the other agency has, by words that nothing of A's holds.
CANARY = "canary"
SEEN_BY_A = [
    ("rows", "waiting_on_client"),
    ("rows", "waiting_on_agency"),
    ("rows", "open_search"),
    ("rows", "partner_opening"),
    ("rows", "open_at_end"),
    ("rows", "partner_submission"),
    ("rows", "offer"),
    ("rows", "commitment"),
    ("metrics", "waiting_now"),
    ("metrics", "fill_counts"),
    ("metrics", "redundant_submissions"),
    ("metrics", "feedback_latency"),
    ("metrics", "offer_outcomes"),
    ("metrics", "partnership_contact"),
]


def of_two_agencies() -> dict[str, Any]:
    """A search of both; the other agency sent the same person first, and filled it."""
    other: dict[str, Any] = {"agency_id": CANARY}
    person = {"full_name": "Ann Zebra", "email": "ann.zebra@example.com"}
    return {
        "agencies": [{"agency_id": "A", "name": "Alpha"}, other | {"name": "canary people"}],
        "searches": [{"openings": 2}],
        "candidates": [{"candidate_id": "a"} | person, {"candidate_id": "canary c"} | person],
        "submissions": [
            {"submission_id": "a1", "candidate_id": "a", "received_at": "2025-07-08T09:00:00Z"},
            other
            | {"submission_id": "canary s", "candidate_id": "canary c"}
            | {"received_at": "2025-07-01T09:00:00Z"},
            {"submission_id": "a2", "received_at": "2025-07-09T09:00:00Z"},
        ],
        "briefs": [{}, other],
        "interviews": [{"submission_id": "canary s", "interview_id": "canary i"}],
        "offers": [
            {"submission_id": "a2"},
            {"submission_id": "canary s", "offer_id": "canary o", "outcome": "accepted"}
            | {"answered_at": "2025-07-10T09:00:00Z"},
        ],
        "requests": [other | {"request_id": "canary r"}],
        "commitments": [{"text": "ours"}, other | {"commitment_id": CANARY, "text": "canary text"}],
        "meetings": [{}, other | {"meeting_id": "canary m", "topics": "canary topic"}],
    }


@pytest.mark.parametrize(("folder", "name"), SEEN_BY_A)
def test_a_partner_sees_nothing_of_another(given: GivenExport, folder: str, name: str) -> None:
    export = given(**of_two_agencies())
    assert name == "waiting_now" or export.metric(name, folder=folder, agencies=(CANARY,))
    rows = export.metric(name, folder=folder, agencies=("A",))
    assert rows or name == "waiting_on_agency"
    assert CANARY not in repr(rows)


def test_what_the_agency_learns_of_its_redundant_submission(given: GivenExport) -> None:
    rows = given(**of_two_agencies()).metric("partner_submission", folder="rows", agencies=("A",))
    row = next(row for row in rows if row["submission_id"] == "a1")
    assert row["redundancy_class"] == "collision"
    assert (row["earlier_submission_id"], row["days_after_earlier"]) == (None, 7)
