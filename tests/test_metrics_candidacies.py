"""Rejections with a reason, silence, time to hire and to start, worked out by hand.

The cases of one export differ by agency or channel, so that one build answers for all of them.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from asking import GivenExport
from pytest import approx

Row = Mapping[str, object]
AS_OF = date(2025, 3, 31)


def by_group(rows: list[dict[str, Any]], *names: str) -> dict[object, tuple[object, ...]]:
    """Group → these figures of it."""
    return {row["group"]: tuple(row[name] for name in names) for row in rows}


# --- rejections ---------------------------------------------------------------------------------


def rejected(agency: str, reason: str | None, **more: object) -> Row:
    decided = {"decision": "rejected", "decided_at": "2025-01-08T09:00:00Z"}
    return {"agency_id": agency, "decision_reason": reason} | decided | more


def test_a_reason_that_tells_nothing_counts_as_none(given: GivenExport) -> None:
    told = ["language", "Not suitable", "not_suitable.", "  other ", None, "asks too much"]
    submissions = [rejected("A", reason) for reason in told]
    submissions += [rejected("B", "no"), {"agency_id": "C"}, rejected("D", "pay")]
    submissions[-1] = dict(submissions[-1]) | {"channel": "direct", "agency_id": None}
    rows = given(submissions=numbered(submissions)).metric("rejections_with_reason", by="agency")
    found = by_group(rows, "rejections", "with_reason", "reason_rate")
    assert found == {"A": (6, 2, approx(1 / 3)), "B": (1, 0, 0.0)}
    assert (rows[0]["reason_low"], rows[0]["reason_high"]) == approx((0.0968, 0.7000), abs=5e-5)


def test_rejections_in_bulk_at_the_end_of_a_search_tell_nothing(given: GivenExport) -> None:
    closed = {"search_id": "S1", "status": "filled", "closed_on": "2025-01-08"}
    bulk = [rejected("A", "search filled") for _ in range(3)]
    export = given(searches=[closed], submissions=numbered(bulk))
    (row,) = export.metric("rejections_with_reason")
    assert (row["rejections"], row["with_reason"]) == (3, 0)


def test_where_no_submission_has_a_reason_it_cannot_be_seen(given: GivenExport) -> None:
    (row,) = given(submissions=numbered([rejected("A", None)])).metric("rejections_with_reason")
    assert (row["rejections"], row["with_reason"], row["reason_rate"]) == (1, None, None)


def test_rejections_count_on_the_day_of_the_decision(given: GivenExport) -> None:
    export = given(submissions=numbered([rejected("A", "pay"), rejected("A", "language")]))
    asked = {"period_start": date(2025, 1, 8), "period_end": date(2025, 1, 9)}
    assert export.metric("rejections_with_reason", **asked)[0]["rejections"] == 2
    asked = {"period_start": date(2025, 1, 6), "period_end": date(2025, 1, 8)}
    assert export.metric("rejections_with_reason", **asked) == []


def numbered(submissions: list[Row]) -> list[Row]:
    """The submissions with an id each."""
    return [{"submission_id": f"u{number}"} | dict(row) for number, row in enumerate(submissions)]


# --- silence ------------------------------------------------------------------------------------


def test_silent_is_no_answer_by_the_thirtieth_day(given: GivenExport) -> None:
    # Received on 6 January: the 30th day is 5 February. As of 31 March, 1 March is 30 days old.
    cases = {
        "answered on day 30": {"decided_at": "2025-02-05T09:00:00Z", "decision": "rejected"},
        "answered on day 31": {"decided_at": "2025-02-06T09:00:00Z", "decision": "rejected"},
        "never": {},
        "withdrew by day 30": {"withdrawn_at": "2025-02-05T09:00:00Z"},
        "withdrew after": {"withdrawn_at": "2025-02-06T09:00:00Z"},
        "old enough": {"received_at": "2025-03-01T09:00:00Z"},
        "too young": {"received_at": "2025-03-02T09:00:00Z"},
        "contradiction": {"decided_at": "2025-01-02T09:00:00Z", "decision": "rejected"},
    }
    submissions = numbered([{"agency_id": name} | case for name, case in cases.items()])
    export = given(submissions=submissions, as_of=AS_OF)
    rows = export.metric("silent_submissions", by="agency")
    assert by_group(rows, "submissions", "silent", "still_unanswered") == {
        "answered on day 30": (1, 0, 0),
        "answered on day 31": (1, 1, 0),
        "never": (1, 1, 1),
        "withdrew after": (1, 1, 0),
        "old enough": (1, 1, 1),
    }
    (whole,) = export.metric("silent_submissions")
    assert (whole["silent_rate"], whole["submissions"]) == (approx(4 / 5), 5)


@pytest.mark.parametrize(("closed_on", "silent"), [("2025-02-05", []), ("2025-02-06", [3])])
def test_a_rejection_in_bulk_is_no_answer(
    given: GivenExport, closed_on: str, silent: list[int]
) -> None:
    decided = {"decision": "rejected", "decided_at": f"{closed_on}T09:00:00Z"}
    searches = [{"search_id": "S1", "status": "filled", "closed_on": closed_on}]
    export = given(searches=searches, submissions=numbered([decided] * 3), as_of=AS_OF)
    assert [row["silent"] for row in export.metric("silent_submissions")] == silent


# --- time to hire -------------------------------------------------------------------------------


def test_the_way_to_a_hire_counts_those_who_never_get_there(given: GivenExport) -> None:
    # Hired after 10 and 20 days, gone after 5 and 15, one in process for 25. Of the five, four are
    # left on day 10 and two on day 20: 4/5 * 1/4 + 2/5 * 1/2.
    days = {"in process": "2025-03-06T09:00:00Z"}
    offers = [accepted("hired 10", "2025-01-16"), accepted("hired 20", "2025-01-26")]
    submissions = [
        {"submission_id": "hired 10"},
        {"submission_id": "hired 20"},
        {"submission_id": "no 5", "decision": "rejected", "decided_at": "2025-01-11T09:00:00Z"},
        {"submission_id": "left 15", "withdrawn_at": "2025-01-21T09:00:00Z"},
        {"submission_id": "in process", "received_at": days["in process"]},
    ]
    (row,) = given(submissions=submissions, offers=offers, as_of=AS_OF).metric("time_to_hire")
    counts = [row[name] for name in ("submissions", "hired", "lost", "in_process", "excluded")]
    assert counts == [5, 2, 2, 1, 0]
    assert (row["median_days"], row["hired_by_30_rate"]) == (15, approx(0.4))


def accepted(submission: str, day: str, **more: object) -> Row:
    answered = {"extended_at": "2025-01-08T09:00:00Z", "answered_at": f"{day}T09:00:00Z"}
    return {"submission_id": submission, "outcome": "accepted"} | answered | more


def test_what_ends_a_candidacy_and_what_does_not(given: GivenExport) -> None:
    direct = {"agency_id": None, "channel": "direct"}
    cases: dict[str, Row] = {
        "closed": {"search_id": "closed"},
        "after closing": {"search_id": "closed", "received_at": "2025-03-20T09:00:00Z"},
        "reneged": {},
        "declined": {},
        "ended": {},
        "undated no": {"decision": "rejected"},
        "backwards": {"withdrawn_at": "2025-01-02T09:00:00Z"},
        "direct": direct,
    }
    submissions = [
        {"submission_id": name, "agency_id": name} | dict(c) for name, c in cases.items()
    ]
    offers = [
        accepted("reneged", "2025-01-20"),
        accepted("direct", "2025-01-16"),
        accepted("declined", "2025-01-20", outcome="declined"),
    ]
    export = given(
        searches=[{"search_id": "closed", "status": "filled", "closed_on": "2025-02-01"}],
        submissions=submissions,
        offers=offers,
        placements=[{"submission_id": "reneged", "reneged_on": "2025-02-10"}],
        stage_events=[{"submission_id": "ended", "stage": "ended"}],
        as_of=AS_OF,
    )
    rows = export.metric("time_to_hire", by="agency")
    assert by_group(rows, "hired", "lost", "in_process", "excluded") == {
        "closed": (0, 1, 0, 0),
        "after closing": (0, 0, 1, 0),
        "reneged": (0, 0, 1, 0),
        "declined": (0, 1, 0, 0),
        "ended": (0, 1, 0, 0),
        "undated no": (0, 0, 0, 1),
        "backwards": (0, 0, 0, 1),
        None: (1, 0, 0, 0),
    }


def test_a_person_sent_again_counts_from_the_first_submission(given: GivenExport) -> None:
    again = {"received_at": "2025-01-20T09:00:00Z", "candidate_id": "c"}
    submissions = numbered([{"candidate_id": "c"}, again])
    offers = [accepted("u0", "2025-01-26")]
    (row,) = given(submissions=submissions, offers=offers, as_of=AS_OF).metric("time_to_hire")
    assert (row["submissions"], row["median_days"]) == (1, 20)


# --- time to start ------------------------------------------------------------------------------


def test_starts_planned_reneged_and_undated(given: GivenExport) -> None:
    # The search was opened on 1 January, the yes came on 16 January.
    names = ("started", "planned", "reneged", "undated", "agreed", "backwards")
    offers = [
        accepted(name, "2025-01-16", starts_on="2025-02-15" if name == "agreed" else None)
        for name in names
    ]
    placements = [
        {"submission_id": "started", "started_on": "2025-01-26"},
        {"submission_id": "planned", "started_on": "2025-05-16"},
        {"submission_id": "reneged", "reneged_on": "2025-02-01"},
        {"submission_id": "backwards", "started_on": "2025-01-10"},
    ]
    submissions = [{"submission_id": name, "agency_id": name} for name in names]
    tables = {"submissions": submissions, "offers": offers, "placements": placements}
    export = given(**tables, as_of=AS_OF)
    figures = ("accepted", "started", "planned", "reneged", "without_date", "median_days")
    assert by_group(export.metric("time_to_start", by="agency"), *figures) == {
        "started": (1, 1, 0, 0, 0, 10),
        "planned": (1, 0, 1, 0, 0, 120),
        "reneged": (1, 0, 0, 1, 0, None),
        "undated": (1, 0, 0, 0, 1, None),
        "agreed": (1, 0, 1, 0, 0, 30),
    }
    (whole,) = export.metric("time_to_start")
    # Days 10, 30 and 120 from the yes; 25, 45 and 135 from the opening.
    days = ("first_quarter_days", "median_days", "third_quarter_days", "median_days_from_opening")
    assert tuple(whole[name] for name in days) == (20, 30, 75, 45)


def test_without_placements_nobody_can_be_seen_to_start(given: GivenExport) -> None:
    offers = [accepted("u", "2025-01-16", starts_on="2025-02-15")]
    searches = [{"search_id": "S1", "country": "DE"}]
    export = given(searches=searches, submissions=[{"submission_id": "u"}], offers=offers)
    (row,) = export.metric("time_to_start", by="country")
    assert (row["group"], row["started"], row["reneged"], row["median_days"]) == (
        "DE",
        None,
        None,
        30,
    )
