"""Forecasts of openings whose law is known: how many of their ranges hold the true chance."""

from collections.abc import Callable

from simulated_openings import World, covered

WORLDS = (
    World(),
    World(apart=0.0),
    World(apart=0.6),
    World(alike=0.0),
    World(alike=0.8),
    World(groups=1),
    World(searches=60),
    World(searches=60, apart=0.6),
    World(searches=1000, groups=20),
    World(spread=1.2),
)


def test_ranges_of_forecasts_hold_the_true_chance(
    times: Callable[[int, int], int], figure: Callable[..., None]
) -> None:
    sets = times(4, 200)
    by_world = [covered(world, sets, seed=30092026).values() for world in WORLDS]
    found = [horizon for horizons in by_world for horizon in horizons]
    held, n = (sum(part[at] for part in found) for at in (0, 1))
    figure(
        "ranges of forecasts",
        data_sets=sets * len(WORLDS),
        ranges=n,
        held=held,
        least_held_of_a_world=round(min(part[0] / part[1] for part in found), 3),
        most_held_of_a_world=round(max(part[0] / part[1] for part in found), 3),
    )
    assert 0.80 <= held / n <= 0.98
    if sets > 50:  # of a few data sets, one world's share is chance
        assert all(0.80 <= part[0] / part[1] <= 0.98 for part in found)
