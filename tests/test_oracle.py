"""The oracle itself, against published figures, hand calculations and the statistical libraries."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import holidays
import numpy
import pytest
from how_many import seeds
from oracle.reading import moment
from oracle.survival import (
    Life,
    incidence_at,
    incidence_curve,
    mean_days_within,
    median_day,
    median_limits,
    middle,
    survival_at,
    survival_curve,
    wilson,
)
from oracle.working_days import reply_clock_starts, working_days
from scipy.stats import CensoredData, binomtest, ecdf
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight
from statsmodels.stats.proportion import proportion_confint

FREIREICH = [6, 6, 6, 7, 10, 13, 16, 22, 23]
FREIREICH_CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
TWELVE = "20a 30a 30o 42a 45c 60a 60+ 75o 90+ 110+ 120a 150+"


def lives_of(text: str) -> list[Life]:
    """`20a 60+` → one life per word: days, then the first letter of the cause or + for open."""
    causes = {"a": "agency", "o": "otherwise", "c": "cancelled", "+": "open"}
    return [Life(int(word[:-1]), causes[word[-1]]) for word in text.split()]


def has_ended(cause: str) -> bool:
    return cause != "open"


def is_fill(cause: str) -> bool:
    return cause in ("agency", "otherwise")


def test_freireichs_curve_band_and_median() -> None:
    lives = [Life(t, "relapse") for t in FREIREICH] + [Life(t) for t in FREIREICH_CENSORED]
    curve = survival_curve(lives, has_ended)
    expected = {6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482}
    assert {day: survival_at(curve, day) for day in expected} == pytest.approx(expected, abs=5e-5)
    assert curve[0].band == pytest.approx((0.6197, 0.9516), abs=5e-5)
    assert (median_day(curve), *median_limits(curve)) == (23, 13, None)


def test_competing_risks_of_rs_survival_package_by_hand() -> None:
    days, codes = [1, 2, 2, 3, 3, 3, 5, 6], [0, 1, 0, 2, 0, 2, 0, 2]
    lives = [
        Life(day, {0: "open"}.get(code, str(code))) for day, code in zip(days, codes, strict=True)
    ]
    first, second = incidence_curve(lives, "1"), incidence_curve(lives, "2")
    assert incidence_at(first, 2) == pytest.approx(1 / 7)
    assert (incidence_at(second, 3), incidence_at(second, 6)) == pytest.approx((12 / 35, 6 / 7))
    assert survival_at(survival_curve(lives, has_ended), 3) == pytest.approx(18 / 35)


def test_twelve_openings() -> None:
    lives = lives_of(TWELVE)
    curve = survival_curve(lives, is_fill)
    assert middle([life.end for life in lives if is_fill(life.cause)]) == 42
    assert (median_day(curve), *median_limits(curve)) == (75, 30, None)
    assert mean_days_within(curve, 90) == pytest.approx(65.595, abs=5e-4)
    agency = incidence_curve(lives, "agency")
    expected = {20: 0.0833, 30: 0.1667, 42: 0.25, 60: 0.3333, 120: 0.5333}
    assert {d: incidence_at(agency, d) for d in expected} == pytest.approx(expected, abs=5e-5)
    assert incidence_at(incidence_curve(lives, "otherwise"), 75) == pytest.approx(0.1833, abs=5e-5)


def test_median_where_the_curve_meets_a_half_exactly() -> None:
    answered, waiting = [1, 2, 2, 3, 5], [4, 6, 10]
    lives = [Life(t, "answered") for t in answered] + [Life(t) for t in waiting]
    curve = survival_curve(lives, has_ended)
    assert [float(survival_at(curve, d)) for d in (1, 2, 3, 5)] == pytest.approx(
        [0.875, 0.625, 0.5, 1 / 3]
    )
    assert median_day(curve) == 3


def test_late_entry_is_at_risk_only_after_it_and_never_after_its_end() -> None:
    lives = [Life(5, "fill", 3), Life(2, "fill"), Life(4, "fill", 6), Life(9, "open", 2)]
    curve = survival_curve(lives, has_ended)
    assert [(s.day, s.at_risk) for s in curve] == [(2, 1), (5, 2), (9, 1)]
    assert [life.was_seen() for life in lives] == [True, True, False, True]


def test_same_day_fill_is_at_risk_on_day_zero() -> None:
    curve = survival_curve([Life(0, "fill"), Life(10, "fill")], has_ended)
    assert [(s.day, s.at_risk, float(s.survival)) for s in curve] == [(0, 2, 0.5), (10, 1, 0.0)]


SEEDS = pytest.mark.parametrize("seed", seeds(3, 12))
CAUSES = ("open", "agency", "otherwise", "cancelled")


def random_lives(seed: int) -> list[Life]:
    """Clocks on few days, so that ends of every kind fall together."""
    random = Random(seed)
    number = random.randint(5, 60)
    return [Life(random.randint(1, 30), random.choice(CAUSES)) for _ in range(number)]


@SEEDS
def test_survival_and_risk_sets_equal_statsmodels(seed: int) -> None:
    lives = random_lives(seed)
    steps = {step.day: step for step in survival_curve(lives, is_fill)}
    ends = numpy.array([life.end for life in lives])
    theirs = SurvfuncRight(ends, numpy.array([is_fill(life.cause) for life in lives]))
    for day, height, at_risk in zip(
        theirs.surv_times, theirs.surv_prob, theirs.n_risk, strict=True
    ):
        ours = float(steps[day].survival), steps[day].at_risk
        assert ours == pytest.approx((height, at_risk), abs=1e-12)


@SEEDS
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_incidences_equal_statsmodels(seed: int) -> None:
    lives = random_lives(seed)
    ends = numpy.array([life.end for life in lives])
    theirs = CumIncidenceRight(ends, numpy.array([CAUSES.index(life.cause) for life in lives]))
    for cause, heights in zip(CAUSES[1:], theirs.cinc, strict=False):
        ours = incidence_curve(lives, cause)
        for day, height in zip(theirs.times, heights, strict=True):
            assert incidence_at(ours, int(day)) == pytest.approx(height, abs=1e-12)


@SEEDS
@pytest.mark.filterwarnings("ignore:The confidence interval is undefined:RuntimeWarning")
def test_bands_equal_scipy(seed: int) -> None:
    lives = random_lives(seed)
    data = CensoredData(
        uncensored=[life.end for life in lives if is_fill(life.cause)],
        right=[life.end for life in lives if not is_fill(life.cause)],
    )
    theirs = ecdf(data).sf
    band = theirs.confidence_interval(method="log-log")
    for step in survival_curve(lives, is_fill):
        assert float(step.survival) == pytest.approx(float(theirs.evaluate(step.day)), abs=1e-12)
        if step.band[0] is not None:
            expected = float(band.low.evaluate(step.day)), float(band.high.evaluate(step.day))
            assert step.band == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_newcombes_intervals(k: int, n: int, low: float, high: float) -> None:
    assert wilson(k, n) == pytest.approx((low, high), abs=5e-5)


def test_wilson_equals_scipy_and_statsmodels() -> None:
    for n in range(1, 25):
        for k in range(n + 1):
            theirs = binomtest(k, n).proportion_ci(method="wilson")
            assert wilson(k, n) == pytest.approx((theirs.low, theirs.high), abs=1e-12)
            assert wilson(k, n) == pytest.approx(
                proportion_confint(k, n, method="wilson"), abs=1e-12
            )
    assert wilson(0, 0) == (None, None)


@pytest.mark.parametrize("country", ["", "DE", "GB", "US"])
def test_working_days_equal_numpys(country: str) -> None:
    free = sorted(holidays.country_holidays(country, years=range(2024, 2027))) if country else []
    random = Random(country)
    for _ in range(200):
        start = date(2024, 1, 1) + timedelta(days=random.randrange(800))
        end = start + timedelta(days=random.randrange(60))
        one = timedelta(days=1)
        theirs = numpy.busday_count(start + one, end + one, holidays=free)
        assert working_days(start, end, country) == theirs


@pytest.mark.parametrize(
    ("received", "starts"),
    [
        ("2025-07-31T17:00:00", "2025-07-31"),
        ("2025-07-31T17:00:01", "2025-08-01"),
        ("2025-08-01T18:00", "2025-08-04"),
        ("2025-08-02T09:00", "2025-08-04"),
        ("2025-08-02T23:00", "2025-08-04"),
        ("2025-12-24T18:00", "2025-12-29"),
        ("2025-07-31T15:30Z", "2025-08-01"),
        ("2025-07-31", "2025-07-31"),
    ],
)
def test_reply_clock_starts_on_the_next_working_day_after_five(received: str, starts: str) -> None:
    got = reply_clock_starts(moment(received, ZoneInfo("Europe/Berlin")), "DE")
    assert got == date.fromisoformat(starts)


def test_a_day_without_a_time_is_ordered_as_its_local_midnight() -> None:
    got = moment("2025-07-01", ZoneInfo("Asia/Tokyo"))
    assert (got.at, got.on) == (datetime(2025, 6, 30, 15, tzinfo=UTC), date(2025, 7, 1))
