"""The verdict on a claim: its test against every way to draw the signs, worlds in which no claim is
true, and worlds in which one is."""

from collections.abc import Callable
from functools import partial
from itertools import product

import numpy as np
import pandas as pd
import pytest
from claim_worlds import cases_of, judge, judged, of_moods, shuffled, shuffled_by_search, supported
from pytest import approx
from screen_builds import made_once

from partnership.statistics import claims

World = Callable[[pd.DataFrame, np.random.Generator], pd.DataFrame]
WORLDS: dict[str, World] = {
    "cases dealt anew": shuffled,
    "searches dealt anew": shuffled_by_search,
    "moods of agencies, quarters and searches": partial(of_moods, spread=1.0),
}
TIMES = 8


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """The cases of every claim in the sample."""
    return cases_of(made_once("sample", tmp_path_factory.getbasetemp()))


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


@pytest.mark.parametrize("world", WORLDS)
def test_where_no_claim_is_true_hardly_any_is_called_supported(
    sample: pd.DataFrame, world: str
) -> None:
    """The long run of this is tests/reliability/test_claims.py."""
    with judge() as connection:
        worlds = [
            judged(connection, WORLDS[world](sample, np.random.default_rng(seed)))
            for seed in range(TIMES)
        ]
    cards = sum(len(rows[rows["verdict"] != "too_few"]) for rows in worlds)
    assert cards >= 12 * TIMES
    assert sum(map(supported, worlds)) <= 0.05 * cards


def test_a_planted_effect_is_found_among_claims_that_are_none(sample: pd.DataFrame) -> None:
    """Where more was granted 85 of 100 accept, else 55, in cases whose groups were dealt anew."""
    with judge() as connection:
        for seed in range(4):
            rng = np.random.default_rng(seed)
            cases = shuffled(sample, rng)
            share = np.where(cases["is_with"], 0.85, 0.55)
            planted = cases["claim"] == "terms_accept"
            hit = np.where(planted, rng.random(len(cases)) < share, cases["is_hit"])
            rows = judged(connection, cases.assign(is_hit=hit))
            assert rows.loc["terms_accept", "verdict"] == "supported", seed
            assert supported(rows) <= 2


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
