"""What was known at the as-of instant: later rows are ignored, outcomes fall back."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from asking import GivenExport

Row = Mapping[str, object]
AS_OF = date(2025, 3, 31)


def staged(given: GivenExport, table: str, *rows: Row, **others: object) -> list[dict[str, Any]]:
    """The rows of one table as they were known at the end of 31 March."""
    return given(as_of=AS_OF, **{table: rows}, **others).staged(table)


# A table's row that was known on 31 March, and one dated after it.
LATER: dict[str, tuple[Row, Row]] = {
    "searches": ({"opened_on": "2025-03-31"}, {"opened_on": "2025-04-01"}),
    "openings": ({"opened_on": "2025-03-31"}, {"opened_on": "2025-04-01"}),
    "briefs": (
        {"briefed_at": "2025-03-31T23:59:59Z"},
        {"briefed_at": "2025-04-01T00:00:00Z", "agency_id": "B"},
    ),
    "holds": ({"held_from": "2025-03-31"}, {"held_from": "2025-04-01"}),
    "submissions": (
        {"received_at": "2025-03-31T23:59:59Z"},
        {"received_at": "2025-04-01T01:00:00+00:00"},
    ),
    "offers": (
        {"submission_id": "s", "extended_at": "2025-03-31"},
        {"submission_id": "s", "extended_at": "2025-04-01"},
    ),
    "stage_events": (
        {"submission_id": "s", "entered_at": "2025-03-31"},
        {"submission_id": "s", "entered_at": "2025-04-01"},
    ),
    "pulse": ({"asked_on": "2025-03-31"}, {"asked_on": "2025-04-01"}),
    "requests": ({"asked_at": "2025-03-31"}, {"asked_at": "2025-04-01"}),
    "brief_changes": ({"changed_at": "2025-03-31"}, {"changed_at": "2025-04-01"}),
}


@pytest.mark.parametrize("table", LATER)
def test_rows_dated_after_the_as_of_are_ignored(given: GivenExport, table: str) -> None:
    known, later = LATER[table]
    numbered = ({"search_id": "S1"}, {"search_id": "S2"}) if table == "searches" else ({}, {})
    assert len(staged(given, table, known | numbered[0], later | numbered[1])) == 1


def test_what_closed_later_was_open(given: GivenExport) -> None:
    (search,) = staged(given, "searches", {"status": "filled", "closed_on": "2025-04-01"})
    assert (search["status"], search["closed_on"]) == ("open", None)
    cancelled = {"outcome": "cancelled", "closed_on": "2025-04-01"}
    (opening,) = staged(given, "openings", cancelled)
    assert (opening["outcome"], opening["closed_on"]) == ("open", None)
    (kept,) = staged(given, "searches", {"status": "cancelled", "closed_on": "2025-03-31"})
    assert (kept["status"], str(kept["closed_on"])) == ("cancelled", "2025-03-31")


def test_a_search_was_on_hold_only_if_its_hold_had_begun(given: GivenExport) -> None:
    def status(*held_from: str) -> str:
        holds = [{"held_from": day} for day in held_from]
        (search,) = staged(given, "searches", {"status": "on_hold"}, holds=holds)
        return str(search["status"])

    assert [status("2025-03-01"), status("2025-04-02"), status()] == ["on_hold", "open", "on_hold"]


def test_a_decision_withdrawal_or_consent_that_came_later_had_not_been_made(
    given: GivenExport,
) -> None:
    later = "2025-04-01T00:00:00Z"
    row = {"decided_at": later, "decision": "rejected", "decision_reason": "pay"}
    row |= {"decided_by": "hr", "withdrawn_at": later, "withdrawal_reason": "x"}
    (submission,) = staged(given, "submissions", row | {"consent_at": later})
    gone = [name for name in submission if name.startswith(("deci", "withdr", "consent"))]
    assert len(gone) == 10
    assert {submission[name] for name in gone} == {None}


def test_an_offer_answered_later_was_pending_but_its_start_stays_planned(
    given: GivenExport,
) -> None:
    row = {"submission_id": "s", "outcome": "declined", "decline_reason": "pay"}
    row |= {"answered_at": "2025-04-02", "starts_on": "2025-06-01"}
    (offer,) = staged(given, "offers", row)
    assert (offer["outcome"], offer["answered_on"], offer["decline_reason"]) == (
        "pending",
        None,
        None,
    )
    assert str(offer["starts_on"]) == "2025-06-01"


def test_of_a_placement_the_planned_start_stays_and_what_followed_is_unknown(
    given: GivenExport,
) -> None:
    later = {"left_on": "2025-04-02", "leave_reason": "resigned", "reneged_on": "2025-04-02"}
    later |= {"manager_rating": 4, "rated_on": "2025-04-02", "started_on": "2025-04-02"}
    (placement,) = staged(given, "placements", {"submission_id": "s"} | later)
    unknown = ("left_on", "leave_reason", "reneged_on", "manager_rating", "rated_on")
    assert [placement[name] for name in unknown] == [None] * 5
    assert str(placement["started_on"]) == "2025-04-02"


def test_a_hold_or_brief_that_ended_later_was_still_on(given: GivenExport) -> None:
    (hold,) = staged(given, "holds", {"held_until": "2025-04-01"})
    (brief,) = staged(given, "briefs", {"released_at": "2025-04-01"})
    assert (hold["held_until"], brief["released_at"], brief["released_on"]) == (None, None, None)


def test_a_meeting_that_became_something_later_is_ignored_and_a_planned_one_stays(
    given: GivenExport,
) -> None:
    meetings = [
        {"starts_at": "2025-04-02", "status": status}
        for status in ("held", "cancelled", "no_show", "scheduled")
    ]
    assert [row["status"] for row in staged(given, "meetings", *meetings)] == ["scheduled"]


def test_an_interview_held_later_was_planned_once_its_invitation_had_gone_out(
    given: GivenExport,
) -> None:
    later = {"submission_id": "s", "scheduled_for": "2025-04-02", "recommendation": "yes"}
    interviews = [
        later | {"interview_id": "invited", "invited_at": "2025-03-30"},
        later | {"interview_id": "unknown"},
        later | {"interview_id": "later", "invited_at": "2025-04-01"},
        later | {"interview_id": "planned", "status": "scheduled"},
    ]
    rows = staged(given, "interviews", *interviews)
    found = {row["interview_id"]: (row["status"], row["recommendation"]) for row in rows}
    assert found == {"invited": ("scheduled", None), "planned": ("scheduled", None)}


def test_commitments_disputes_and_targets_are_never_cut(given: GivenExport) -> None:
    export = given(
        as_of=AS_OF,
        commitments=[{"made_on": "2025-05-01"}],
        disputes=[{"submission_id": "s", "raised_at": "2025-05-01"}],
        submissions=[{"submission_id": "s", "received_at": "2025-04-20"}],
        targets=[{"agreed_on": "2025-05-01"}],
    )
    assert len(export.rows("commitment")) == len(export.rows("target")) == 1
    dispute = export.only("dispute")
    assert (dispute["submission_id"], dispute["agency_id"]) == ("s", None)


def test_an_instant_cuts_within_the_day(given: GivenExport) -> None:
    submissions = [{"received_at": f"2025-03-31T{hour}:00:00Z"} for hour in (10, 12, 14)]
    export = given(as_of=datetime(2025, 3, 31, 12, tzinfo=UTC), submissions=submissions)
    assert len(export.rows("submission")) == 2
    assert str(export.only("export")["as_of_on"]) == "2025-03-31"


def test_what_was_sent_to_a_search_that_was_not_open_yet_waits_with_it(given: GivenExport) -> None:
    export = given(
        as_of=AS_OF,
        searches=[{"opened_on": "2025-05-01"}],
        submissions=[{"submission_id": "s"}],
        offers=[{"submission_id": "s"}],
        meetings=[{"search_id": "S1"}],
    )
    assert [export.rows(mart) for mart in ("search", "submission", "offer", "opening")] == [[]] * 4
    assert export.only("meeting")["search_id"] is None


def test_contradictions_are_flagged_and_counted_where_their_dates_are_not_needed(
    given: GivenExport,
) -> None:
    s1 = {"submission_id": "s1"}
    export = given(
        searches=[{"status": "filled", "closed_on": "2025-01-05"}],
        submissions=[s1 | {"received_at": "2025-01-08", "decided_at": "2025-01-07"}],
        interviews=[s1 | {"interview_id": "i", "scheduled_for": "2025-01-02"}],
        offers=[s1 | {"offer_id": "o", "extended_at": "2025-01-07", "outcome": "declined"}],
        placements=[
            s1 | {"placement_id": "p", "started_on": "2025-03-01", "left_on": "2025-02-01"}
        ],
        holds=[{"held_from": "2025-02-01", "held_until": "2025-01-01"}],
        briefs=[{"briefed_at": "2025-01-03", "released_at": "2025-01-02"}],
        meetings=[{"kind": "kickoff", "search_id": "S1", "starts_at": "2025-01-02"}],
        stage_events=[s1 | {"entered_at": "2025-01-02"}],
    )
    flags = {(r["table_name"], r["row_id"], r["rule"]) for r in export.rows("data_flag")}
    assert flags == {
        ("submissions", "s1", "received_after_search_closed"),
        ("submissions", "s1", "decided_before_received"),
        ("interviews", "i", "before_submission"),
        ("offers", "o", "extended_before_submission"),
        ("offers", "o", "answered_without_date"),
        ("placements", "p", "left_before_started"),
        ("placements", "p", "without_accepted_offer"),
        ("holds", "S1 2025-02-01", "ended_before_it_began"),
        ("briefs", "S1 A", "released_before_briefed"),
        ("meetings", "meetings-1", "kickoff_before_brief"),
        ("stage_events", "s1 screen", "entered_before_received"),
    }
    assert export.only("submission")["redundancy_class"] == "unique"
