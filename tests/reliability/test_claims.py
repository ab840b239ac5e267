"""How often a claim is called supported where none is true, and where one is."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd
import pytest
from claim_worlds import cases_of, judge, judged, of_moods, shuffled, shuffled_by_search, supported
from screen_builds import made_once

Times = Callable[[int, int], int]
Figure = Callable[..., None]
World = Callable[[pd.DataFrame, np.random.Generator], pd.DataFrame]
NO_CLAIM_IS_TRUE: dict[str, World] = {
    "cases dealt anew": shuffled,
    "searches dealt anew": shuffled_by_search,
    "moods of agencies, quarters and searches": partial(of_moods, spread=1.0),
}
# Claims with few cases and with many, and by how many points of a hundred both groups differ.
PLANTED = {"kickoff_fill": (10, 20, 30), "terms_accept": (10, 20, 30), "reasons_yes": (10, 20)}
CERTAIN = {"kickoff_fill": 30, "terms_accept": 30, "reasons_yes": 20}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """The cases of every claim in the sample."""
    return cases_of(made_once("sample", tmp_path_factory.getbasetemp()))


@pytest.mark.parametrize("world", NO_CLAIM_IS_TRUE)
def test_where_no_claim_is_true_hardly_any_is_called_supported(
    sample: pd.DataFrame, world: str, times: Times, figure: Figure
) -> None:
    deal, worlds = NO_CLAIM_IS_TRUE[world], times(8, 200)
    with judge() as connection:
        told = [judged(connection, deal(sample, np.random.default_rng(n))) for n in range(worlds)]
    cards = sum(len(rows[rows["verdict"] != "too_few"]) for rows in told)
    called = [supported(rows) for rows in told]
    assert cards >= 12 * worlds
    assert sum(called) <= 0.05 * cards
    figure(
        f"claims where none is true: {world}",
        worlds=worlds,
        cards=cards,
        called_supported=sum(called),
        worlds_with_any=sum(map(bool, called)),
    )


@pytest.mark.parametrize("claim", PLANTED)
def test_where_a_claim_is_true_it_is_found(
    sample: pd.DataFrame, claim: str, times: Times, figure: Figure
) -> None:
    """Among twelve others that are not; the larger difference nearly always."""
    worlds, found = times(2, 100), dict.fromkeys(PLANTED[claim], 0)
    with judge() as connection:
        for points in found:
            for number in range(worlds):
                cases = planted(sample, claim, points / 100, np.random.default_rng(number))
                found[points] += judged(connection, cases).loc[claim, "verdict"] == "supported"
    assert found[CERTAIN[claim]] >= 0.9 * worlds
    by_points = {f"found_at_{points}_points": int(count) for points, count in found.items()}
    figure(f"claims where one is true: {claim}", worlds=worlds, **by_points)


def planted(
    cases: pd.DataFrame, claim: str, difference: float, rng: np.random.Generator
) -> pd.DataFrame:
    """A world without a true claim, but that the cases of one succeed so much more often with; half
    of all do, and those of a search are in one mood."""
    dealt = shuffled(cases, rng)
    search = pd.factorize(dealt["search_id"])[0]
    share = 0.5 + np.where(dealt["is_with"], difference, -difference) / 2
    odds = np.log(share / (1 - share)) + rng.normal(0, 0.5, search.max() + 1)[search]
    hit = rng.random(len(dealt)) < 1 / (1 + np.exp(-odds))
    return dealt.assign(is_hit=np.where(dealt["claim"] == claim, hit, dealt["is_hit"]))
