"""The chain that every waiting time uses, against published figures and independent libraries."""

import random

import numpy as np
import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as some
from mart_rows import median, rows_of, survival, with_lifetimes
from pytest import approx
from scipy import stats
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight

from partnership.queries import query

# Freireich and others 1963: weeks in remission; (weeks, 1 = relapsed).
TREATED = [
    (6, 1),
    (6, 1),
    (6, 1),
    (6, 0),
    (7, 1),
    (9, 0),
    (10, 1),
    (10, 0),
    (11, 0),
    (13, 1),
    (16, 1),
]
TREATED += [
    (17, 0),
    (19, 0),
    (20, 0),
    (22, 1),
    (23, 1),
    (25, 0),
    (32, 0),
    (32, 0),
    (34, 0),
    (35, 0),
]
PLACEBO = [
    (week, 1) for week in (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
]

# The multicentre AIDS cohort: years from AIDS to death or last seen, 1 = died, years until seen.
AIDS = """
7.575,0,4.575 6.75,0,3.75 5.986,0,2.986 5.97,0,2.97 5.928,0,2.928 4.688,1,2.78 5.626,0,2.626
5.611,0,2.611 5.55,0,2.55 5.347,0,2.347 3.842,0,2.175 3.655,1,2.094 3.062,1,2.089 5.042,0,2.042
4.653,0,1.736 2.729,1,1.616 4.564,0,1.564 2.897,1,1.561 4.556,0,1.556 2.024,1,1.497 2.4,1,1.467
3.043,1,1.363 4.3,0,1.3 1.169,1,0.919 3.863,0,0.863 3.811,0,0.811 3.788,0,0.788 3.772,0,0.772
1.894,1,0.747 1.951,1,0.642 3.462,0,0.462 3.336,0,0.336 1.125,0,0.292 1.258,1,0.266 3.258,0,0.258
3.202,0,0.202 3.186,0,0.186 0.973,1,0.164 3.128,0,0.128 1.794,1,0.097 0.962,1,0.067 1.255,1,0.05
2.941,0,0 1.619,1,0 2.897,0,0 1.619,1,0 2.456,1,0 1.752,1,0 2.798,0,0 2.769,0,0 0.791,1,0 2.753,0,0
2.72,0,0 1.881,0,0 2.714,0,0 1.322,1,0 2.658,0,0 1.216,1,0 0.269,1,0 2.5,1,0 2.336,0,0 2.131,0,0
2.103,0,0 0.086,0,0 2.064,0,0 2.059,0,0 1.107,1,0 0.067,0,0 1.616,0,0 1.486,0,0 1.47,0,0 0.82,1,0
0.989,0,0 0.578,0,0 0.489,0,0 0.35,0,0 0.403,0,0 0.153,0,0
"""
DELAYED = [
    (float(years), int(died), float(entry))
    for years, died, entry in (life.split(",") for life in AIDS.split())
]

LIVES = some.lists(some.tuples(some.integers(0, 40), some.integers(0, 3)), min_size=1, max_size=60)


def test_remissions_of_freireich_to_the_digits() -> None:
    curve = survival(*TREATED)
    published = {6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482}
    assert {day: round(curve[day]["kaplan_meier"], 4) for day in published} == published
    assert curve[6]["kaplan_meier_low"] == approx(0.6197, abs=5e-5)
    assert curve[6]["kaplan_meier_high"] == approx(0.9516, abs=5e-5)
    assert [curve[day]["at_risk"] for day in (6, 7, 10, 13)] == [21, 17, 15, 12]


def test_medians_of_freireich_with_their_bands() -> None:
    assert median(*TREATED) == (23, 13, None)
    assert median(*PLACEBO) == (8, 4, 11)


def test_competing_risks_of_the_hand_calculation_in_r_survival() -> None:
    lives = list(zip((1, 2, 2, 3, 3, 3, 5, 6), (0, 1, 0, 2, 0, 2, 0, 2), strict=True))
    curve = survival(*lives)
    assert curve[2]["incidence_1"] == approx(1 / 7)
    assert curve[3]["incidence_2"] == approx(12 / 35)
    assert curve[3]["still_open"] == approx(18 / 35)
    assert curve[6]["incidence_2"] == approx(6 / 7)


def test_retention_counts_those_who_are_still_there() -> None:
    lives = [(20, 1), (85, 1), (200, 1), (30, 0), (60, 0), (100, 0), *[(365, 0)] * 4]
    curve = survival(*lives)
    assert curve[85]["kaplan_meier"] == approx(0.7714, abs=5e-5)
    assert curve[365]["kaplan_meier"] == approx(0.6171, abs=5e-5)


def test_leaving_within_a_guarantee_counts_those_not_there_yet() -> None:
    curve = survival((40, 1), (20, 0), (60, 0), (95, 0), (120, 0))
    assert 1 - curve[60]["kaplan_meier"] == approx(0.25)


def test_delayed_entry_of_the_aids_cohort() -> None:
    assert len(DELAYED) == 78
    assert median(*DELAYED)[0] == 3.062
    last_step = max(years for years, row in survival(*DELAYED).items() if years <= 3)
    assert survival(*DELAYED)[last_step]["kaplan_meier"] == approx(0.5324, abs=5e-5)
    seen_from_the_start = [(years, died) for years, died, _ in DELAYED]
    assert median(*seen_from_the_start)[0] is None


def test_who_enters_on_a_day_is_at_risk_from_the_next_one() -> None:
    curve = survival(*[(10, 1, 0)] * 9, (10, 1, 10), (20, 1, 9), (30, 0, 10))
    assert curve[10]["at_risk"] == 10
    assert curve[10]["kaplan_meier"] == approx(0.1)  # nine of ten: who entered that day is no end
    assert curve[20]["at_risk"] == 2


def test_someone_who_ended_on_day_0_was_at_risk_on_it() -> None:
    assert survival((0, 1), (5, 0))[0]["kaplan_meier"] == 0.5


def test_too_few_at_risk_early_says_nothing_from_there_on() -> None:
    late = [(day, 1, 10) for day in range(11, 31)]
    early = [(1, 0, 0)] * 6 + [(2, 1, 0)] * 2 + [(5, 0, 0)] * 5 + [(7, 1, 0), (9, 0, 0)]
    curve = survival(*early, *late)
    assert list(curve) == [1, 2, 5]
    assert curve[5]["next_day"] == 7
    assert median(*early, *late)[0] is None


def test_too_few_at_risk_at_the_end_takes_nothing_away() -> None:
    assert median((1, 1), (2, 1), (3, 0))[0] == 2


@pytest.mark.parametrize("size", [2, 6, 8, 14, 18, 20, 50])
def test_the_median_of_an_even_number_is_the_lower_middle(size: int) -> None:
    assert median(*[(day, 1) for day in range(1, size + 1)])[0] == size / 2


def test_each_group_has_its_own_curve_and_no_group_is_one_too() -> None:
    lives = [(days, 1, 0, name) for days, name in ((1, "a"), (2, "a"), (7, None), (9, None))]
    rows = rows_of(with_lifetimes(*lives), query("shared", "medians").sql)
    assert {row["group"]: row["median_days"] for row in rows} == {"a": 1, None: 7}


@pytest.mark.parametrize("seed", range(5))
def test_equals_statsmodels_on_random_ties(seed: int) -> None:
    source = random.Random(seed)
    lives = [(source.randint(1, 30), source.choice((0, 1, 1, 2, 3))) for _ in range(80)]
    days, causes = np.array(lives).T
    oracle = SurvfuncRight(days, np.isin(causes, (1, 2)))
    curve = survival(*lives)
    found = [curve[day]["kaplan_meier"] for day in oracle.surv_times]
    assert found == approx(list(oracle.surv_prob), abs=1e-12)
    incidence = CumIncidenceRight(days, causes)
    for cause in (1, 2, 3):
        found = [curve[day][f"incidence_{cause}"] for day in incidence.times]
        assert found == approx(list(incidence.cinc[cause - 1]), abs=1e-12)


@for_all(LIVES)
@settings(max_examples=25, deadline=None)
def test_open_and_ended_add_up_to_all(lives: list[tuple[int, int]]) -> None:
    for row in survival(*lives).values():
        ended = row["incidence_1"] + row["incidence_2"] + row["incidence_3"]
        assert row["still_open"] + ended == approx(1, abs=1e-9)


@for_all(some.lists(some.integers(0, 40), min_size=1, max_size=60))
@settings(max_examples=25, deadline=None)
def test_without_anything_open_it_is_the_plain_share(days: list[int]) -> None:
    empirical = stats.ecdf(days).sf
    found = [row["kaplan_meier"] for row in survival(*[(day, 1) for day in days]).values()]
    assert found == approx(list(empirical.probabilities), abs=1e-12)


@for_all(LIVES)
@settings(max_examples=25, deadline=None)
def test_one_more_open_search_never_lowers_the_median(lives: list[tuple[int, int]]) -> None:
    before, after = median(*lives)[0], median(*lives, (60, 0))[0]
    assert after is None or (before is not None and after >= before)


def test_seeing_everything_twice_keeps_the_curve_and_narrows_the_band() -> None:
    once, twice = survival(*TREATED), survival(*TREATED, *TREATED)
    for day, row in once.items():
        assert twice[day]["kaplan_meier"] == approx(row["kaplan_meier"])
        assert twice[day]["kaplan_meier_low"] > row["kaplan_meier_low"]


def test_the_true_median_comes_out_while_four_in_ten_are_open() -> None:
    source = np.random.default_rng(7)
    true_days = 61 / np.log(2) ** (1 / 1.3) * source.weibull(1.3, 4000)
    seen_days = source.uniform(0, 172, 4000)
    is_open = seen_days < true_days
    assert 0.37 < is_open.mean() < 0.43
    days = np.ceil(np.minimum(true_days, seen_days))
    estimate = median(*zip(days.tolist(), (~is_open).astype(int).tolist(), strict=True))[0]
    assert estimate == approx(61, abs=3)
    assert abs(np.median(days[~is_open]) - 61) > 15
