"""The statistics that SQL can't do, against published figures and examples worked by hand."""

import math

import numpy as np
import pytest
from pytest import approx
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from partnership.statistics import changes, control, drawn, limits, shares

# Brown, Cai and DasGupta 2001, table 5, n = 7.
JEFFREYS = [(0, 0.0, 0.292), (1, 0.016, 0.501), (2, 0.065, 0.648), (3, 0.139, 0.765)]


@pytest.mark.parametrize(("k", "low", "high"), JEFFREYS)
def test_jeffreys_as_published_and_its_mirror(k: int, low: float, high: float) -> None:
    assert shares.jeffreys(k, 7) == approx((low, high), abs=5e-4)
    assert shares.jeffreys(7 - k, 7) == approx((1 - high, 1 - low), abs=5e-4)


def test_jeffreys_equals_statsmodels() -> None:
    for k, n in [(1, 3), (5, 12), (70, 90)]:
        assert shares.jeffreys(k, n) == approx(proportion_confint(k, n, method="jeffreys"))


def test_jeffreys_holds_the_true_share_as_often_as_it_says() -> None:
    """Worked out for every share from .05 to .95 and every count, not simulated."""
    ranges = [shares.jeffreys(k, 20) for k in range(21)]
    held = [
        sum(stats.binom.pmf(k, 20, p) for k in range(21) if ranges[k][0] <= p <= ranges[k][1])
        for p in np.linspace(0.05, 0.95, 91)
    ]
    assert np.mean(held) == approx(0.95, abs=0.01)
    assert min(held) > 0.88


# Limits around a pooled share of .68.
FUNNEL = [(8, 0.95, 0.269, 0.932), (24, 0.95, 0.465, 0.838), (70, 0.95, 0.561, 0.780)]
FUNNEL += [(24, 0.998, 0.346, 0.923)]


@pytest.mark.parametrize(("n", "level", "low", "high"), FUNNEL)
def test_funnel_limits_are_exact_and_interpolated(
    n: int, level: float, low: float, high: float
) -> None:
    assert limits.funnel_limits(n, 0.68, level) == approx((low, high), abs=6e-4)


def test_agencies_that_differ_more_than_by_chance_widen_the_funnel() -> None:
    usual = limits.funnel_limits(24, 0.68)
    wide = limits.funnel_limits(24, 0.68, overdispersion=4.0)
    assert (0.68 - wide[0], wide[1] - 0.68) == approx(
        (2 * (0.68 - usual[0]), 2 * (usual[1] - 0.68))
    )
    assert limits.funnel_limits(24, 0.68, overdispersion=0.5) == usual
    # Two agencies of 10 at 2 and 8: z squared is (.3 * .3) * 10 / .25 each.
    assert shares.overdispersion([2, 8], [10, 10]) == approx(3.6)
    assert shares.overdispersion([0, 0], [10, 10]) == 1.0


# Offers accepted by seven agencies A to G.
OFFERS = {"A": (3, 3), "F": (55, 70), "B": (18, 24), "C": (40, 60)}
OFFERS |= {"D": (7, 14), "G": (0, 2), "E": (2, 8)}
KS, NS = [k for k, _ in OFFERS.values()], [n for _, n in OFFERS.values()]


def test_few_cases_are_drawn_towards_all_agencies() -> None:
    moments = shares.moments(KS, NS)
    assert moments == approx((5.87, 2.63), abs=5e-3)
    prior = shares.Prior(sum(KS) / sum(NS), *moments)
    assert prior.pooled == approx(0.691, abs=5e-4)
    found = {name: shares.shrunk(k, n, prior) for name, (k, n) in OFFERS.items()}
    expected = {"A": 0.771, "F": 0.775, "B": 0.734, "C": 0.670, "D": 0.572, "G": 0.559, "E": 0.477}
    assert {name: each.mean for name, each in found.items()} == approx(expected, abs=6e-4)
    assert (found["E"].low, found["E"].high) == approx((0.25, 0.71), abs=5e-3)


def test_the_likeliest_prior_pulls_harder_and_swaps_two() -> None:
    prior = shares.fitted_prior(KS, NS)
    assert prior is not None and (prior.a, prior.b) == approx((8.34, 4.86), abs=5e-3)
    first, second = (shares.shrunk(*OFFERS[name], prior).mean for name in "AB")
    assert first < second


def test_agencies_that_are_alike_share_the_pooled_rate_and_few_say_nothing() -> None:
    alike = shares.fitted_prior([5, 5, 5, 5, 5], [10, 10, 10, 10, 10])
    assert alike == shares.Prior(0.5)
    assert shares.shrunk(9, 10, alike).mean == 0.5
    assert shares.fitted_prior([1, 5, 9, 2], [10, 10, 10, 10]) is None
    assert shares.fitted_prior([1, 5, 9, 2, 0], [10, 10, 10, 10, 0]) is None


# Rats with a tumour of rats looked at, in 71 groups (Tarone 1982; Gelman et al., table 5.1).
TUMOURS = """0/20 0/20 0/20 0/20 0/20 0/20 0/20 0/19 0/19 0/19 0/19 0/18 0/18 0/17 1/20 1/20 1/20
1/20 1/19 1/19 1/18 1/18 2/25 2/24 2/23 2/20 2/20 2/20 2/20 2/20 2/20 1/10 5/49 2/19
5/46 3/27 2/17 7/49 7/47 3/20 3/20 2/13 9/48 10/50 4/20 4/20 4/20 4/20 4/20 4/20 4/20
10/48 4/19 4/19 4/19 5/22 11/46 12/49 5/20 5/20 6/23 5/19 6/22 6/20 6/20 6/20 16/52
15/46 15/47 9/24 4/14"""


def test_the_rats_of_the_book() -> None:
    groups = [tuple(map(int, group.split("/"))) for group in TUMOURS.split()]
    assert len(groups) == 71 and groups[-1] == (4, 14)
    before = [k for k, _ in groups[:-1]], [n for _, n in groups[:-1]]
    prior = shares.fitted_prior(*before)
    assert prior is not None and (prior.a, prior.b) == approx((2.305, 14.080), abs=5e-4)
    # With the book's prior, fitted by the plain moments of the 70 shares.
    last = shares.shrunk(4, 14, shares.Prior(prior.pooled, 1.356, 8.615))
    assert (last.mean, last.sd) == approx((0.223, 0.083), abs=6e-4)


P_VALUES = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240]
P_VALUES += [0.4262, 0.5719, 0.6528, 0.7590, 1.0]


def test_benjamini_and_hochbergs_own_example() -> None:
    assert sum(changes.discoveries(P_VALUES)) == 4
    assert sum(p <= 0.05 / 15 for p in P_VALUES) == 3
    theirs = multipletests(P_VALUES, 0.05, method="fdr_bh")[0]
    assert changes.discoveries(P_VALUES) == list(theirs)


def test_one_of_seven_agencies_is_to_be_watched_and_not_flagged() -> None:
    pooled = sum(KS) / sum(NS)
    p_values = [shares.two_sided_exact_p(k, n, pooled) for k, n in OFFERS.values()]
    assert p_values[-1] == approx(0.013, abs=5e-4)
    assert 7 * p_values[-1] == approx(0.093, abs=1e-3)
    assert changes.discoveries(p_values, 0.05) == [False] * 7
    assert changes.discoveries(p_values, 0.10) == [False] * 6 + [True]


# NIST/SEMATECH e-Handbook 6.3.2.2: flow rate of ten batches.
FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]


def test_limits_of_single_values_as_nist_has_them() -> None:
    center, low, high = control.single_value_limits(FLOW)
    assert (center, low, high) == approx((50.81, 45.815, 55.805), abs=5e-4)
    assert all(low <= value <= high for value in FLOW)


def test_limits_of_shares_stay_possible_and_near_nists() -> None:
    # NIST 6.3.3.2 has .0524 to .4102 by the normal curve; exact ones lie a little higher.
    assert control.share_limits(50, 0.2313) == approx((0.0524, 0.4102), abs=0.03)
    wide = 3 * math.sqrt(0.7 * 0.3 / 4)
    assert (0.7 - wide, 0.7 + wide) == approx((0.01, 1.39), abs=5e-3)
    low, high = control.share_limits(4, 0.7)
    assert 0 <= low < 0.7 < high <= 1


def test_a_short_chart_has_no_limits() -> None:
    chart = control.single_values(FLOW)
    assert not chart.has_limits
    assert chart.center == approx(51.25)  # the middle of the ten
    assert {point.signal for point in chart.points} == {None}


def test_limits_are_frozen_and_a_point_beyond_them_is_a_signal() -> None:
    steady = [10.0, 12.0] * 6
    chart = control.single_values([*steady, 30.0, 11.0])
    # Mean 11, mean step 2.
    assert chart.center == 11 and chart.has_limits
    assert (chart.points[0].low, chart.points[-1].high) == approx((5.68, 16.32))
    assert [point.signal for point in chart.points[-2:]] == [control.BEYOND, None]
    again = control.single_values([*steady, *[30.0, 32.0] * 6], baseline=range(12, 24))
    assert again.center == 31 and again.points[-1].signal != control.BEYOND


def test_eight_in_a_row_on_one_side_are_a_signal_and_the_centre_ends_a_run() -> None:
    steady = [10.0, 12.0] * 6
    chart = control.single_values([*steady, *[11.5] * 7])
    # The last 12 of the baseline is the first of the run, so the seventh after it is the eighth.
    assert [point.signal for point in chart.points[-2:]] == [None, control.RUN]
    broken = control.single_values([*steady, *[11.5] * 3, 11.0, *[11.5] * 4])
    assert {point.signal for point in broken.points} == {None}


def test_a_chart_of_shares_has_limits_for_the_cases_of_each_period() -> None:
    chart = control.shares([7] * 12 + [70, 1], [10] * 12 + [100, 10])
    assert chart.center == approx(0.7)
    assert [point.signal for point in chart.points[:-2]] == [None] * 12
    first, hundred, last = chart.points[0], chart.points[-2], chart.points[-1]
    assert hundred.low is not None and first.low is not None and hundred.low > first.low
    assert last.signal == control.BEYOND


def median_of(cases: list[tuple[int, bool]]) -> float | None:
    """The Kaplan-Meier median of (week, relapsed) in plain arithmetic."""
    still = 1.0
    for week in sorted({week for week, is_over in cases if is_over}):
        at_risk = sum(seen >= week for seen, _ in cases)
        still *= 1 - sum(case == (week, True) for case in cases) / at_risk
        if still <= 0.5 + 1e-9:
            return week
    return None


# Freireich 1963: weeks in remission with 6-MP, relapsed or still well.
RELAPSED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
WELL = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]


def test_a_median_that_many_drawings_never_reach_has_no_upper_end() -> None:
    cases = [(week, True) for week in RELAPSED] + [(week, False) for week in WELL]
    never: list[int] = []

    def counted(drawn_cases: list[tuple[int, bool]]) -> float | None:
        found = median_of(drawn_cases)
        if found is None:
            never.append(1)
        return found

    found = drawn.redrawn([[case] for case in cases], counted, times=2000)
    assert (found.low, found.high) == (13, None)
    assert len(never) / 2000 == approx(0.37, abs=0.03)


def test_searches_are_drawn_whole_and_the_same_every_time() -> None:
    def share(cases: list[int]) -> float:
        return sum(cases) / len(cases)

    alone = drawn.redrawn([[1], [0]] * 40, share)
    whole = drawn.redrawn([[1] * 8, [0] * 8] * 5, share)
    assert alone == drawn.redrawn([[1], [0]] * 40, share)
    # Ten searches of eight say as much as ten cases: the range is 2.8 times as wide.
    assert (whole.high - whole.low) / (alone.high - alone.low) == approx(math.sqrt(8), rel=0.1)


# k, n, floor and target of each line, in the order in which they are drawn.
LINES = {
    "hr": [(42, 60, 0.5, 0.9), (14, 20, 0.5, 0.9), (33, 44, 0.5, 0.95)],
    "agency": [(7, 9, 0.4, 0.85), (66, 72, 0.8, 0.98), (5, 8, 0.2, 0.7)],
    "shared": [(8, 11, 0.4, 0.95), (62, 90, 0.4, 0.9)],
}
SCORES = {"hr": (50.7, 33, 67), "agency": (72.6, 47, 90), "shared": (57.5, 35, 75)}
AT_FACE_VALUE = {"hr": 51.9, "agency": 77.9, "shared": 58.6}


def test_scores_of_the_worked_example() -> None:
    rng = np.random.default_rng(3)
    for side, lines in LINES.items():
        drawings = {str(line): [drawn.drawn_points(*line, rng)] for line in lines}
        found = drawn.in_short(drawn.score(drawings))
        middle, low, high = SCORES[side]
        assert found.middle == approx(middle, abs=0.05)
        assert (found.low, found.high) == approx((low, high), abs=0.6)
        plain = {str((k, n)): [drawn.points(k / n, *agreed)] for k, n, *agreed in lines}
        assert drawn.score(plain) == approx(AT_FACE_VALUE[side], abs=0.05)


def test_pillars_weigh_alike_whatever_the_number_of_their_lines() -> None:
    full, none = np.array(100.0), np.array(0.0)
    assert drawn.score({"speed": [full, full, full], "respect": [none]}) == 50
    weights = {"speed": 3.0, "respect": 1.0}
    assert drawn.score({"speed": [full], "respect": [none]}, weights) == 75


def test_points_are_clipped_and_less_may_be_better() -> None:
    assert drawn.points(np.array([0.4, 0.7, 0.95]), 0.5, 0.9) == approx([0, 50, 100])
    assert drawn.points(np.array([0.10, 0.15, 0.30]), 0.20, 0.10) == approx([100, 50, 0])


def test_who_is_above_whom_and_how_far_the_order_hangs_on_weights() -> None:
    low, high = np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.0, 2.0, 5.0, 1.0])
    assert drawn.chance_above(high, low) == 0.625
    ranks = drawn.rank_ranges({"low": np.zeros(9), "high": np.ones(9), "tied": np.zeros(9)})
    assert ranks["high"] == drawn.Range(1, 1, 1) and ranks["tied"] == drawn.Range(2, 2, 2)
    assert drawn.flips([90, 90], [80, 80]) == 0
    # The first leads by 20 on one pillar, the second by 10 on the other: it turns at a third.
    assert drawn.flips([70, 50], [50, 60]) == approx(1 / 3, abs=0.02)
