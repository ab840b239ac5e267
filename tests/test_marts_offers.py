"""Offers and what became of them."""

from collections.abc import Mapping
from datetime import date

import pytest
from asking import GivenExport

Row = Mapping[str, object]
ACCEPTED = {"submission_id": "s", "outcome": "accepted", "answered_at": "2025-02-05T09:00:00Z"}


def test_one_row_per_submission_its_latest_extended_offer(given: GivenExport) -> None:
    first = {"submission_id": "s", "offer_id": "9", "extended_at": "2025-02-01T09:00:00Z"}
    last = {"submission_id": "s", "offer_id": "1", "extended_at": "2025-02-02T09:00:00Z"}
    tie = {"submission_id": "t", "extended_at": "2025-02-02T09:00:00Z"}
    export = given(offers=[first, last, tie | {"offer_id": "a"}, tie | {"offer_id": "b"}])
    assert {r["submission_id"]: r["offer_id"] for r in export.rows("offer")} == {"s": "1", "t": "b"}


def test_a_blank_reason_of_a_declined_offer_is_unknown(given: GivenExport) -> None:
    offers = [
        {"submission_id": "blank", "outcome": "declined", "answered_at": "2025-02-05"},
        {"submission_id": "told", "outcome": "declined", "decline_reason": "pay"},
        {"submission_id": "yes", "outcome": "accepted"},
    ]
    rows = given(offers=offers).by_id("offer", "submission_id")
    reasons = {name: row["decline_reason"] for name, row in rows.items()}
    assert reasons == {"blank": "unknown", "told": "pay", "yes": None}


def test_days_to_answer_run_to_the_as_of_while_pending(given: GivenExport) -> None:
    offers = [
        ACCEPTED | {"extended_at": "2025-02-03T09:00:00Z"},
        {"submission_id": "p", "extended_at": "2025-02-03T09:00:00Z"},
        {"submission_id": "u", "outcome": "expired"},
        {"submission_id": "b", "outcome": "declined", "answered_at": "2025-02-01"},
    ]
    rows = given(offers=offers, as_of=date(2025, 2, 13)).by_id("offer", "submission_id")
    found = {name: (row["days_to_answer"], row["exclusion_reason"]) for name, row in rows.items()}
    assert found == {
        "s": (2, None),
        "p": (10, None),
        "u": (None, "no date"),
        "b": (-2, "answered before extended"),
    }
    assert rows["u"]["outcome"] == "expired"


@pytest.mark.parametrize(
    ("placement", "agreed", "started", "reneged", "due"),
    [
        ({"started_on": "2025-03-01"}, None, True, False, True),
        ({"started_on": "2025-09-01"}, None, False, False, False),
        ({"reneged_on": "2025-02-20"}, None, False, True, True),
        ({}, "2025-03-01", False, False, True),
        ({}, "2025-09-01", False, False, False),
        ({}, None, False, False, False),
        ({"started_on": "2025-09-01"}, "2025-03-01", False, False, True),
    ],
)
def test_a_start_is_due_when_it_came_was_reneged_or_was_agreed_for_then(
    given: GivenExport,
    placement: Row,
    agreed: str | None,
    started: bool,
    reneged: bool,
    due: bool,
) -> None:
    placements = [{"submission_id": "s"} | placement]
    row = given(offers=[ACCEPTED | {"starts_on": agreed}], placements=placements).only("offer")
    assert (row["is_started"], row["is_reneged"], row["is_start_due"]) == (started, reneged, due)


def test_only_an_accepted_offer_starts_and_without_placements_nobody_knows(
    given: GivenExport,
) -> None:
    started = [{"submission_id": "s", "started_on": "2025-03-01"}]
    declined = given(offers=[ACCEPTED | {"outcome": "declined"}], placements=started).only("offer")
    assert (declined["is_started"], declined["is_start_due"]) == (False, False)
    unknown = given(offers=[ACCEPTED]).only("offer")
    assert [unknown[c] for c in ("is_started", "is_reneged", "is_start_due")] == [None] * 3


def test_terms_and_pay_travel_along(given: GivenExport) -> None:
    offer = ACCEPTED | {"terms_requested": "pay;remote", "terms_granted": "remote"}
    offer |= {"offered_salary": "51000.50", "currency": "EUR", "negotiation_led_by": "agency"}
    row = given(offers=[offer]).only("offer")
    assert (row["terms_requested"], row["terms_granted"]) == (["pay", "remote"], ["remote"])
    assert (float(row["offered_salary"]), row["currency"]) == (51000.5, "EUR")
    assert (row["negotiation_led_by"], row["agency_id"], row["channel"]) == (
        "agency",
        "A",
        "agency",
    )


def test_the_guarantee_is_the_placements_own_else_the_agencys_and_only_agencies_give_one(
    given: GivenExport,
) -> None:
    export = given(
        agencies=[{"agency_id": "A", "guarantee_days": 60}, {"agency_id": "B"}],
        submissions=[
            {"submission_id": "own"},
            {"submission_id": "agreed"},
            {"submission_id": "default", "agency_id": "B"},
            {"submission_id": "direct", "channel": "direct"},
        ],
        placements=[
            {"submission_id": name, "started_on": "2025-03-01"}
            | ({"guarantee_days": 30} if name == "own" else {})
            for name in ("own", "agreed", "default", "direct")
        ],
    )
    rows = export.by_id("placement", "submission_id")
    days = {name: row["guarantee_days"] for name, row in rows.items()}
    assert days == {"own": 30, "agreed": 60, "default": 90, "direct": None}
    assert str(rows["own"]["guarantee_until"]) == "2025-03-31"
    assert rows["direct"]["guarantee_until"] is None


def test_a_pending_offer_of_a_cancelled_search_stays_pending_and_is_flagged(
    given: GivenExport,
) -> None:
    cancelled = [{"status": "cancelled", "closed_on": "2025-03-01"}]
    export = given(searches=cancelled, offers=[{"submission_id": "s"}])
    assert export.only("offer")["outcome"] == "pending"
    assert [r["rule"] for r in export.rows("data_flag")] == ["pending_on_cancelled_search"]


def test_the_latest_agreed_target_stands(given: GivenExport) -> None:
    targets = [
        {"floor": "0.7", "agreed_on": "2025-01-01"},
        {"floor": "0.8", "agreed_on": "2025-06-01"},
        {"floor": "0.5", "agency_id": "A"},
    ]
    rows = given(targets=targets).rows("target", "agency_id nulls first")
    assert [(r["agency_id"], float(r["floor"])) for r in rows] == [(None, 0.8), ("A", 0.5)]
