"""Offers against figures worked out by hand, and Wilson's interval against published ones."""

import pytest
from mart_rows import marts_of, offer, only_row, ten, with_macros
from pytest import approx

from partnership.queries import metric_rows


def test_ten_offers_to_the_digits() -> None:
    row = only_row(metric_rows(marts_of(offer=ten()), "offer_outcomes"))
    counts = [row[name] for name in ("extended", "accepted", "declined", "rescinded", "pending")]
    assert counts == [10, 6, 2, 1, 1]
    assert row["acceptance_rate"] == 0.75
    assert (row["acceptance_low"], row["acceptance_high"]) == approx((0.409, 0.929), abs=5e-4)
    assert (row["started"], row["reneged"], row["net_acceptance_rate"]) == (5, 1, 5 / 8)


def test_one_of_six_who_accepted_went_back_on_it() -> None:
    row = only_row(metric_rows(marts_of(offer=ten()), "offer_starts"))
    assert (row["start_due"], row["reneged"], row["renege_rate"]) == (6, 1, approx(1 / 6))
    assert (row["renege_low"], row["renege_high"]) == approx((0.030, 0.564), abs=5e-4)


def test_an_accepted_offer_whose_start_is_not_due_is_not_in_the_net() -> None:
    rows = ten()
    rows[5] = dict(rows[5]) | {"is_started": False, "is_start_due": False}
    row = only_row(metric_rows(marts_of(offer=rows), "offer_outcomes"))
    assert (row["started"], row["net_acceptance_rate"]) == (4, 4 / 7)


def test_without_placements_nobody_can_be_seen_to_start() -> None:
    seen = [{"table_name": "placements", "is_present": False}]
    row = only_row(metric_rows(marts_of(offer=ten(), present=seen), "offer_outcomes"))
    assert (row["accepted"], row["acceptance_rate"]) == (6, 0.75)
    assert [row[name] for name in ("started", "reneged", "net_acceptance_rate")] == [None] * 3


def test_a_declined_offer_without_a_reason_stays_visible() -> None:
    reasons = ["pay", "pay", "counter_offer", "unknown"]
    declined = [offer(n, "declined", decline_reason=reason) for n, reason in enumerate(reasons)]
    rows = metric_rows(marts_of(offer=[*declined, offer(9, "accepted")]), "decline_reasons")
    assert rows["reason"].tolist() == ["pay", "counter_offer", "unknown"]
    assert rows["offers"].tolist() == [2, 1, 1]
    assert rows["share"].tolist() == [0.5, 0.25, 0.25]


def test_the_chance_of_a_yes_counts_those_who_said_no() -> None:
    # Yes after 1 and 3 days, no after 2, one still pending after 5: 1/4, then 1/4 + 1/2 * 1/2.
    answers = [("accepted", 1), ("declined", 2), ("accepted", 3), ("pending", 5), ("rescinded", 1)]
    rows = [offer(n, outcome, days_to_answer=days) for n, (outcome, days) in enumerate(answers)]
    row = only_row(metric_rows(marts_of(offer=rows), "time_to_accept"))
    assert (row["offers"], row["accepted"], row["lost"], row["pending"]) == (4, 2, 1, 1)
    assert (row["accepted_by_3_rate"], row["half_accepted_days"]) == (approx(0.5), 3)


# Newcombe 1998, table of single proportions: k, n and the interval.
NEWCOMBE = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611)]
NEWCOMBE += [(1, 29, 0.0061, 0.1718)]


@pytest.mark.parametrize(("k", "n", "low", "high"), NEWCOMBE)
def test_wilsons_interval_as_published(k: int, n: int, low: float, high: float) -> None:
    sql = "select wilson_low(?, ?), wilson_high(?, ?)"
    assert with_macros().execute(sql, [k, n, k, n]).fetchone() == approx((low, high), abs=5e-5)


def test_wilsons_interval_is_the_mirror_of_its_complement_and_null_of_nothing() -> None:
    connection = with_macros()
    low, high = connection.execute("select wilson_low(3, 17), 1 - wilson_high(14, 17)").fetchone()
    assert low == approx(high)
    assert connection.execute("select wilson_low(0, 0), wilson_high(0, 0)").fetchone() == (
        None,
        None,
    )
    zero = connection.execute("select wilson_low(0, 9)").fetchone()
    assert str(zero[0]) == "0.0"
