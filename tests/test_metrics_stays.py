"""Do hires stay: every rule against figures worked out by hand, the curve against statsmodels."""

from datetime import date, timedelta
from random import Random
from typing import Any

import numpy as np
import pytest
from given import Given, Row
from pytest import approx

AS_OF = date(2025, 7, 31)


def starter(days_ago: int, stayed: int | None = None, **more: object) -> Row:
    """A placement that began so many days before the as-of day and, where said, ended."""
    began = AS_OF - timedelta(days=days_ago)
    ended = {} if stayed is None else {"left_on": began + timedelta(days=stayed)}
    return {"started_on": began} | ended | more


def stays(*rows: Row) -> Given:
    """The placements, one submission each, of the agency A."""
    numbered = [{"submission_id": f"U{number}"} | dict(row) for number, row in enumerate(rows, 1)]
    received = {"received_at": "2023-01-01T09:00:00Z"}
    submissions = [{"submission_id": row["submission_id"]} | received for row in numbered]
    return Given({"submissions": submissions, "placements": numbered})


def one(given: Given, name: str, **asked: Any) -> dict[str, Any]:
    """The one row of a metric."""
    (row,) = given.metric(name, **asked)
    return row


TEN = [starter(400, 20), starter(400, 85), starter(400, 200), starter(30), starter(60)]
TEN += [starter(100), *[starter(365) for _ in range(4)]]


def test_three_of_ten_left_and_those_still_here_count_for_as_long_as_they_are() -> None:
    row = one(stays(*TEN), "retention")
    assert (row["starters"], row["left"], row["excluded"]) == (10, 3, 0)
    # 9/10 on day 20, 6/7 on day 85, 4/5 on day 200; "not left yet" would say 8/10.
    assert row["retained_90_rate"] == approx(0.9 * 6 / 7, abs=1e-12)
    assert row["retained_365_rate"] == approx(0.9 * 6 / 7 * 0.8, abs=1e-12)
    assert (row["is_final_90"], row["followed_90"], row["followed_365"]) == (False, 8, 7)


def test_whom_a_redundancy_or_the_end_of_a_term_takes_has_not_left() -> None:
    # Day 10: one of 4 leaves. Day 20: a redundancy. Day 30: one of 2 leaves: 1/4 + 2/4 * 1/2.
    given = stays(
        starter(200, 10, leave_reason="resigned"),
        starter(200, 20, leave_reason="redundancy"),
        starter(200, 30),
        starter(200),
    )
    row = one(given, "retention")
    assert (row["left"], row["ended_otherwise"], row["retained_90_rate"]) == (2, 1, approx(0.5))
    last = given.metric("retention_curve")[-1]
    assert (last["retained"], last["ended_otherwise"]) == (approx(0.5), approx(0.25))


def test_nothing_is_said_while_nobody_was_followed_so_long() -> None:
    row = one(stays(starter(89), starter(40, 10)), "retention")
    assert (row["retained_90_rate"], row["retained_90_low"]) == (None, None)
    row = one(stays(starter(90), starter(40, 10)), "retention")
    assert (row["retained_90_rate"], row["retained_365_rate"]) == (0.5, None)


def test_who_all_left_long_ago_are_known_to_have_left() -> None:
    row = one(stays(starter(400, 10), starter(400, 50)), "retention")
    assert (row["retained_90_rate"], row["retained_365_rate"]) == (approx(0), approx(0))


def test_a_start_to_come_is_none_and_a_contradiction_is_left_out_and_counted() -> None:
    given = stays(
        starter(-5),
        starter(100),
        starter(100, -1),
        starter(100, reneged_on=AS_OF),
        starter(100, leave_reason="resigned"),
    )
    row = one(given, "retention")
    assert (row["starters"], row["excluded"], row["retained_90_rate"]) == (1, 3, 1.0)
    flags = [row["rule"] for row in given.rows("data_flag") if row["table_name"] == "placements"]
    assert sorted(flags) == ["left_before_started", "left_without_date", "started_and_reneged"]


def test_the_period_is_that_of_the_start_and_groups_stand_apart() -> None:
    given = stays(starter(100), starter(300, 5))
    assert [row["group"] for row in given.metric("retention", by="quarter")] == ["2024Q4", "2025Q2"]
    assert one(given, "retention", period_start=AS_OF - timedelta(days=100))["left"] == 0
    assert one(given, "retention", by="channel")["group"] == "agency"


def test_one_in_four_falls_within_the_guarantee() -> None:
    # Left on day 40; others here for 20, 60, 95 and 120 days: 1 - 3/4, where 1 of 5 would be naive.
    given = stays(starter(150, 40), starter(20), starter(60), starter(95), starter(120))
    row = one(given, "guarantee_leavers")
    counts = ("starters", "left_within", "still_running", "got_through", "fall_off_rate")
    assert [row[name] for name in counts] == [5, 1, 2, 2, approx(0.25)]


def test_each_guarantee_is_its_own_and_its_last_day_counts() -> None:
    given = stays(
        starter(300, 60, guarantee_days=60),
        starter(300, 61, guarantee_days=60),
        starter(300, 120, guarantee_days=180),
        starter(300, 10, leave_reason="end_of_term"),
    )
    row = one(given, "guarantee_leavers")
    counts = ("left_within", "ended_otherwise", "got_through", "fall_off_rate")
    assert [row[name] for name in counts] == [2, 1, 1, approx(0.5)]


def test_no_fall_is_told_before_the_first_guarantee_has_ended() -> None:
    assert one(stays(starter(20), starter(30, 5)), "guarantee_leavers")["fall_off_rate"] is None


def test_what_is_owed_for_a_fall_and_until_when() -> None:
    given = stays(starter(80, 40, fee_amount="18000", currency="EUR"), starter(400, 200))
    (row,) = given.metric("guarantee_leaver", folder="rows")
    assert (row["submission_id"], row["days_here"], float(row["fee_amount"])) == ("U1", 40, 18000)
    assert (row["days_to_claim"], row["is_being_replaced"]) == (10, False)


@pytest.mark.parametrize("seed", range(4))
def test_the_curve_and_its_band_equal_statsmodels(seed: int) -> None:
    from statsmodels.duration.survfunc import CumIncidenceRight

    draw = Random(seed)
    causes = [draw.choice((0, 0, 1, 1, 2)) for _ in range(40)]
    days = [draw.randint(1, 60) for _ in causes]
    reasons = {1: "resigned", 2: "redundancy"}
    given = stays(
        *[
            starter(400, day, leave_reason=reasons[cause]) if cause else starter(day)
            for day, cause in zip(days, causes, strict=True)
        ]
    )
    with np.errstate(divide="ignore", invalid="ignore"):  # after the last end it has no spread
        theirs = CumIncidenceRight(np.array(days), np.array(causes))
    left = {int(day): share for day, share in zip(theirs.times, theirs.cinc[0], strict=True)}
    spread = dict(zip(map(int, theirs.times), theirs.cinc_se[0], strict=True))
    compared = 0
    for row in given.metric("retention_curve"):
        if row["day"] not in left or row["low"] is None or np.isnan(spread[row["day"]]):
            continue
        gone, compared = left[row["day"]], compared + 1
        assert row["retained"] == approx(1 - gone, abs=1e-12)
        # The log-log band of what is retained, from their standard error.
        width = 1.959963984540054 * spread[row["day"]] / ((1 - gone) * abs(np.log(1 - gone)))
        assert row["low"] == approx((1 - gone) ** np.exp(width), abs=1e-9)
        assert row["high"] == approx((1 - gone) ** np.exp(-width), abs=1e-9)
    assert compared > 5


def test_a_final_group_counts_who_stayed_and_has_a_range_where_all_did() -> None:
    row = one(stays(starter(100), starter(200, 90), starter(90)), "retention")
    assert (row["is_final_90"], row["stayed_90"], row["stayed_365"]) == (True, 2, None)
    row = one(stays(starter(100, fee_amount="9"), starter(200), starter(90)), "retention")
    # Wilson's interval of 3 of 3: 3 / (3 + 1.96²).
    assert (row["retained_90_low"], row["retained_90_high"]) == (approx(0.4385, abs=1e-4), 1)
    assert one(stays(starter(89), starter(200)), "retention")["stayed_90"] is None


def test_files_that_say_nothing_but_the_first_day_dont_show_who_left() -> None:
    given = stays(starter(400), starter(200))
    row = one(given, "retention")
    unseen = ("left", "ended_otherwise", "stayed_90", "retained_90_rate", "retained_365_rate")
    assert row["starters"] == 2 and [row[name] for name in unseen] == [None] * 5
    assert given.metric("retention_curve") == []
    row = one(given, "guarantee_leavers")
    unseen = ("left_within", "got_through", "fall_off_rate")
    assert row["starters"] == 2 and [row[name] for name in unseen] == [None] * 3
