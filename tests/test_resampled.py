"""Ranges of middle values and gaps by drawing searches again."""

from collections.abc import Sequence
from statistics import fmean, median

import numpy as np
import pytest
from asking import GivenExport
from pytest import approx
from scipy import stats

from partnership.statistics import resampled
from partnership.statistics.drawn import redrawn


def cases(rng: np.random.Generator, searches: int) -> tuple[np.ndarray, np.ndarray]:
    """Days of hires, one to three a search, those of a search alike."""
    search = np.repeat(np.arange(searches), rng.integers(1, 4, searches))
    days = 30 * np.exp(0.3 * rng.normal(size=searches)[search] + 0.3 * rng.normal(size=len(search)))
    return days, search


def by_search(values: np.ndarray, searches: np.ndarray) -> Sequence[list[float]]:
    return [list(values[searches == one]) for one in np.unique(searches)]


@pytest.mark.parametrize("searches", [12, 60, 400])
def test_the_ranges_are_those_of_drawing_case_by_case(searches: int) -> None:
    values, of = cases(np.random.default_rng(searches), searches)
    level = 1 - 2 * stats.norm.cdf(
        -np.sqrt(searches / (searches - 1)) * stats.t(searches - 1).ppf(0.975)
    )
    slow = redrawn(by_search(values, of), median, times=600, level=level)
    assert resampled.median_range(values, of) == (approx(slow.low, abs=2), approx(slow.high, abs=2))
    slow = redrawn(by_search(values, of), fmean, times=600, level=level)
    assert resampled.mean_range(values, of) == (approx(slow.low, abs=2), approx(slow.high, abs=2))


def test_names_and_order_of_searches_move_nothing() -> None:
    values, of = cases(np.random.default_rng(1), 30)
    shuffled = np.random.default_rng(2).permutation(len(values))
    renamed = (1000 - of)[shuffled]
    for ranged in (resampled.median_range, resampled.mean_range):
        assert ranged(values[shuffled], renamed) == approx(ranged(values, of))


def test_cases_of_one_search_count_less_than_those_of_several() -> None:
    values = np.array([10.0, 10, 10, 50, 50, 50] * 8)
    apart = resampled.mean_range(values, np.arange(48))
    together = resampled.mean_range(values, np.arange(48) // 3)
    assert together[1] - together[0] > 1.5 * (apart[1] - apart[0])


def test_of_under_five_searches_nothing_is_said() -> None:
    few = resampled.median_range(np.arange(20.0), np.arange(20) % 4)
    assert np.isnan(few).all()


def test_so_many_of_the_ranges_hold_the_true_middle() -> None:
    rng = np.random.default_rng(20260930)
    for searches in (8, 250):
        ranges = [resampled.median_range(*cases(rng, searches)) for _ in range(80)]
        held = sum(low <= 30 <= high for low, high in ranges)
        assert 0.88 <= held / len(ranges) <= 0.99


def test_time_to_hire_and_time_to_start_say_how_far_chance_moves_the_middle(
    given: GivenExport,
) -> None:
    # Five searches with a hire each, after 10, 20, 30, 40 and 50 days, who start 14 days later.
    days = [10, 20, 30, 40, 50]
    searches = [{"search_id": f"S{n}"} for n in days]
    submissions = [
        {"submission_id": f"u{n}", "search_id": f"S{n}", "received_at": "2025-01-06T09:00:00Z"}
        for n in days
    ]
    offers = [
        {
            "submission_id": f"u{n}",
            "outcome": "accepted",
            "answered_at": f"{np.datetime64('2025-01-06') + n}T09:00:00Z",
            "starts_on": str(np.datetime64("2025-01-20") + n),
        }
        for n in days
    ]
    for offer in offers:
        offer["extended_at"] = "2025-01-08T09:00:00Z"
    export = given(searches=searches, submissions=submissions, offers=offers)
    (row,) = export.metric("time_to_hire")
    # The lowest is three or more of the five drawn in 6 of 100 drawings.
    assert (row["median_low"], row["median_days"], row["median_high"]) == (10, 30, 50)
    (row,) = export.metric("time_to_start")
    assert (row["median_low"], row["median_days"], row["median_high"]) == (14, 14, 14)
    assert "case_days" not in row
    (row,) = given(submissions=submissions[:1], offers=offers[:1]).metric("time_to_hire")
    assert (row["median_low"], row["median_days"]) == (None, 10)


def test_goals_apart_by_more_than_chance(given: GivenExport) -> None:
    # On six searches the agency is one point above HR, once on two of them: always above 0.
    gaps = [1, 1, 1, 1, 2, 2]
    told = [
        {"response_id": f"{n}{party}", "search_id": f"S{n}", "respondent": party, "score": score}
        for n, gap in enumerate(gaps)
        for party, score in (("hr", 3), ("agency", 3 + gap))
    ]
    searches = [{"search_id": f"S{n}"} for n in range(6)]
    (row,) = given(searches=searches, pulse=told).metric("goal_alignment")
    assert row["mean_gap"] == approx(8 / 6)
    # Of six searches the range leaves out 0.24 % on each side: none of the six drawn is 2 in 9 % of
    # the drawings, five or six are in 1.8 %, six in 0.14 %.
    assert (row["gap_low"], row["gap_high"]) == (approx(1.0), approx(11 / 6))
