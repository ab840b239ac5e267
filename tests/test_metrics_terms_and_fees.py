"""What was asked and granted, who negotiated, what hires cost and what is disputed, by hand."""

from datetime import date, timedelta
from typing import Any

import pytest
from given import Given, Row
from pytest import approx

AS_OF = date(2025, 7, 31)


def offers(*rows: Row, **more: object) -> Given:
    """One submission of the agency A and one offer for each row."""
    numbered = [{"submission_id": f"U{number}"} | dict(row) for number, row in enumerate(rows, 1)]
    submissions = [{"submission_id": row["submission_id"]} for row in numbered]
    return Given({"submissions": submissions, "offers": numbered} | more)


def one(given: Given, name: str, **asked: Any) -> dict[str, Any]:
    """The one row of a metric."""
    (row,) = given.metric(name, **asked)
    return row


def answered(outcome: str, **more: object) -> Row:
    """An offer with its answer."""
    return {"outcome": outcome, "answered_at": "2025-02-06T09:00:00Z"} | more


def test_terms_are_granted_of_those_asked_for_and_pay_is_read_from_the_amounts() -> None:
    given = offers(
        {"terms_requested": "remote;start", "terms_granted": "remote"},
        {"terms_requested": "remote"},
        {"terms_granted": "bonus"},
        {"asked_salary": 90, "standard_salary": 80, "offered_salary": 85},
        {"asked_salary": 80, "standard_salary": 80, "offered_salary": 80},
    )
    rows = {row["term"]: row for row in given.metric("terms_granted")}
    # Asked: the first, the second and the fourth; moved: the first and the fourth.
    assert (rows["any"]["offers"], rows["any"]["asked"], rows["any"]["granted"]) == (5, 3, 2)
    assert (rows["remote"]["asked"], rows["remote"]["granted_rate"]) == (2, 0.5)
    assert (rows["pay"]["asked"], rows["pay"]["granted"]) == (1, 1)
    assert rows.keys() == {"any", "remote", "start", "pay"}  # nobody asked for the bonus
    assert rows["any"]["granted_low"] < 2 / 3 < rows["any"]["granted_high"]


def test_where_no_offer_speaks_of_terms_nothing_is_known_of_them() -> None:
    rows = offers({}, {"offered_salary": 80}).metric("terms_granted")
    assert {(row["offers"], row["asked"], row["granted"]) for row in rows} == {(2, None, None)}


def test_the_lead_is_counted_of_negotiated_agency_offers_and_the_unknown_stand_apart() -> None:
    leads = ["agency", "agency", "hr", "business_leader", "none", None]
    given = offers(*[{"negotiation_led_by": lead} for lead in leads])
    row = one(given, "negotiation_lead")
    names = ("offers", "negotiated", "led_by_agency", "not_negotiated", "unknown_lead")
    assert [row[name] for name in names] == [6, 4, 2, 1, 1]
    assert row["agency_led_rate"] == 0.5
    silent = one(offers({}), "negotiation_lead")
    assert (silent["unknown_lead"], silent["negotiated"], silent["agency_led_rate"]) == (
        1,
        None,
        None,
    )


def test_an_offer_to_somebody_who_came_without_an_agency_is_not_its_to_negotiate() -> None:
    submissions = [{"submission_id": "U1", "channel": "direct"}]
    given = Given({"submissions": submissions, "offers": [{"submission_id": "U1"}]})
    assert given.metric("negotiation_lead") == []


def test_a_counter_offer_is_counted_of_declined_and_gone_back_on() -> None:
    given = offers(
        answered("declined", decline_reason="Counter-offer"),
        answered("declined", decline_reason="pay"),
        answered("declined"),
        answered("accepted", decline_reason="counter_offer from employer"),
        answered("accepted"),
        placements=[{"submission_id": "U4", "reneged_on": "2025-03-01"}],
    )
    row = one(given, "counter_offers")
    names = ("declined", "reneged", "lost", "cited", "without_reason", "counter_offer_rate")
    assert [row[name] for name in names] == [3, 1, 4, 2, 1, 0.5]


def test_without_starts_or_reasons_a_counter_offer_can_not_be_seen() -> None:
    row = one(offers(answered("declined")), "counter_offers")
    assert (row["lost"], row["reneged"], row["counter_offer_rate"]) == (1, None, None)


def test_the_expected_pay_is_compared_with_the_accepted_one() -> None:
    pay = [(100, 100), (100, 105), (100, 120), (None, 90), (0, 90)]
    given = offers(
        *[answered("accepted", expected_salary=e, offered_salary=o) for e, o in pay],
        answered("declined", expected_salary=100, offered_salary=200),
    )
    row = one(given, "pay_expectation")
    assert (row["accepted"], row["stated"], row["within_5"]) == (5, 3, 2)
    assert (row["median_difference"], row["within_5_rate"]) == (approx(0.05), approx(2 / 3))
    assert one(offers(answered("accepted")), "pay_expectation")["within_5"] is None


def started(days_ago: int, **more: object) -> Row:
    """A placement that began so many days before the as-of day."""
    return {"started_on": AS_OF - timedelta(days=days_ago)} | more


def hires(*rows: Row) -> Given:
    """The placements, one submission of the agency A each."""
    numbered = [{"submission_id": f"U{number}"} | dict(row) for number, row in enumerate(rows, 1)]
    submissions = [{"submission_id": row["submission_id"]} for row in numbered]
    return Given({"submissions": submissions, "placements": numbered})


def test_managers_who_say_nothing_are_counted_and_bound_the_share() -> None:
    ratings = [(100, 5), (100, 4), (100, 3), (100, None), (29, None), (29, 4)]
    given = hires(*[started(ago, manager_rating=rating) for ago, rating in ratings])
    row = one(given, "manager_rating")
    # The fifth started less than 30 days ago and is not due; the sixth was rated early.
    assert (row["asked"], row["rated"], row["favourable"], row["response_rate"]) == (5, 4, 3, 0.8)
    assert (row["favourable_rate"], row["rated_4"], row["rated_1"]) == (0.75, 2, 0)
    assert (row["favourable_at_least"], row["favourable_at_most"]) == (0.6, 0.8)
    silent = one(hires(started(100)), "manager_rating")
    assert (silent["asked"], silent["rated"], silent["favourable_rate"]) == (1, None, None)


def test_fees_per_hire_stand_by_currency_and_are_provisional_while_a_guarantee_runs() -> None:
    given = hires(
        started(200, fee_amount=10000, currency="EUR"),
        started(50, fee_amount=20000, currency="eur "),
        started(50, fee_amount=9000, currency="USD", left_on=AS_OF - timedelta(days=10)),
        started(200, currency="USD"),
        started(200, fee_amount=5),
    )
    nothing, euros, dollars = sorted(
        given.metric("cost_per_hire"), key=lambda row: row["currency"] or ""
    )
    assert (euros["hires"], float(euros["fees"]), euros["fee_per_hire"]) == (2, 30000, 15000)
    assert (euros["provisional"], euros["is_provisional"], euros["fees_at_stake"]) == (
        1,
        True,
        None,
    )
    assert (dollars["is_provisional"], float(dollars["fees_at_stake"])) == (False, 9000)
    assert (nothing["hires"], nothing["without_fee"], nothing["fees"]) == (0, 2, None)


def sent(*rows: Row) -> list[Row]:
    """Submissions an hour apart."""
    return [
        {"submission_id": f"U{n}", "received_at": f"2025-02-03T{8 + n:02}:00:00Z"} | dict(row)
        for n, row in enumerate(rows, 1)
    ]


def test_wasted_hours_are_redundant_ones_times_the_minutes_that_are_shown() -> None:
    twice = {"candidate_id": "C1"}
    given = Given({"submissions": sent(twice, twice, twice, {})})
    row = one(given, "wasted_effort")
    assert (row["submissions"], row["redundant"], row["minutes_each"], row["hours"]) == (
        4,
        2,
        30,
        1,
    )
    assert one(given, "wasted_effort", minutes_each=45)["hours"] == 1.5


def test_consent_is_counted_of_agency_submissions_and_unknown_where_none_is_on_file() -> None:
    consent = {"consent_at": "2025-02-01T09:00:00Z"}
    given = Given({"submissions": sent(consent, {}, {}, consent | {"channel": "direct"})})
    row = one(given, "consent_coverage")
    assert (row["submissions"], row["with_consent"], row["consent_rate"]) == (3, 1, approx(1 / 3))
    row = one(Given({"submissions": sent({}, {})}), "consent_coverage")
    assert (row["submissions"], row["with_consent"], row["consent_rate"]) == (2, None, None)


DISPUTES: list[Row] = [
    {
        "about": "ownership",
        "fee_at_stake": 100,
        "currency": "EUR",
        "settled_at": "2025-07-06T09:00:00Z",
    },
    {"about": "date", "fee_at_stake": 200, "currency": "EUR", "settled_at": "2025-07-16T09:00:00Z"},
    {"about": "fee", "fee_at_stake": 300, "currency": "USD"},
    {"about": "ownership"},
    {"about": "other"},
]


def test_disputed_fees_are_never_added_across_currencies_and_open_ones_still_count() -> None:
    disputes = [
        {"submission_id": f"U{number}", "raised_at": "2025-07-01T09:00:00Z"} | dict(row)
        for number, row in enumerate(DISPUTES, 1)
    ]
    given = Given({"submissions": sent({}, {}, {}, {}, {}), "disputes": disputes})
    rows = {row["currency"]: row for row in given.metric("disputed_fees")}
    assert (rows["EUR"]["disputes"], float(rows["EUR"]["fee_at_stake"])) == (2, 300)
    assert (rows["USD"]["open"], float(rows["USD"]["open_fee_at_stake"])) == (1, 300)
    assert (rows[None]["disputes"], rows[None]["fee_at_stake"]) == (1, None)
    # Settled after 5 and 15 days, two open for 30: half are settled on day 15.
    assert {row["median_days"] for row in rows.values()} == {15}


@pytest.mark.parametrize("name", ["terms_granted", "counter_offers", "pay_expectation"])
def test_offers_are_taken_by_the_day_they_were_made(name: str) -> None:
    given = offers(answered("accepted"), answered("accepted", extended_at="2025-05-05T09:00:00Z"))
    first = (
        "offers" if name == "terms_granted" else "lost" if name == "counter_offers" else "accepted"
    )
    rows = given.metric(name, by="quarter")
    assert {(row["group"], row[first] > 0 or name == "counter_offers") for row in rows} == {
        ("2025Q1", True), ("2025Q2", True),
    }  # fmt: skip
