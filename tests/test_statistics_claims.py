"""The test of a claim against every way to draw the signs, and cases that go together; how often it
is fooled is measured in tests/reliability/test_claims.py."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from claim_worlds import judge, judged
from pytest import approx

from partnership.statistics import claims


def by_every_sign(scores: list[float], sign: int) -> float:
    """The share of all ways to give signs that reach the sum."""
    sums = [
        sum(s * each for s, each in zip(signs, scores, strict=True))
        for signs in product((1, -1), repeat=len(scores))
    ]
    return float(np.mean([sign * total >= sign * sum(scores) - 1e-9 for total in sums]))


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("scores", [[0.5], [3, 1, 1, 1], [0.2, -0.4, 1.1, 0.9, 0.3, 2.5, -0.1]])
def test_drawn_signs_come_to_what_all_of_them_say(scores: list[float], sign: int) -> None:
    assert claims.p_of_scores(scores, sign) == approx(by_every_sign(scores, sign), abs=0.04)


def test_a_rare_sum_is_drawn_for_until_it_is_known() -> None:
    """All of ten signs alike: 1 in 1,024."""
    assert claims.p_of_scores([1.0] * 10) == approx(1 / 1024, rel=0.4)


def test_many_clusters_are_as_good_as_normal() -> None:
    scores = [1.0] * 1250 + [-1.0] * 1150
    drawn_limit, z = claims.MOST_DRAWN, 100 / np.sqrt(2400)
    assert len(scores) > drawn_limit and z == approx(2.0412, abs=1e-4)
    assert claims.p_of_scores(scores) == approx(0.02061, abs=1e-5)


def test_scores_that_say_nothing_are_no_surprise() -> None:
    assert claims.p_of_scores([]) == claims.p_of_scores([0.0, 0.0]) == 1.0


def test_cases_of_a_search_that_share_their_outcome_have_a_wider_range() -> None:
    """The same cases, once as forty searches of eight that share an outcome, once as 320 of one."""
    rng = np.random.default_rng(5)
    together = pd.DataFrame(
        {
            "claim": "terms_accept",
            "search_id": [f"S{number // 8}" for number in range(320)],
            "compared_within": [f"{number // 8 % 8}" for number in range(320)],
            "judged_on": pd.Timestamp("2026-07-01"),
            "is_with": [number // 8 % 16 < 8 for number in range(320)],
        }
    )
    accepts = rng.random(40) < np.where(np.arange(40) % 16 < 8, 0.65, 0.4)
    together["is_hit"] = np.repeat(accepts, 8)
    alone = together.assign(search_id=[f"S{number}" for number in range(320)])
    with judge() as connection:
        wide, narrow = (judged(connection, cases).iloc[0] for cases in (together, alone))
    assert wide["difference"] == narrow["difference"]
    width = wide["difference_high"] - wide["difference_low"]
    assert width > 2 * (narrow["difference_high"] - narrow["difference_low"])
