"""Scores of both sides: the worked example, what is missing, weights, and who stands where."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pytest import approx

from partnership.statistics import league, scorecard
from partnership.statistics.drawn import in_short

Line = tuple[int, int, float, float]
# k, n, floor and target of each line, in the order in which they are drawn; each a part of its own.
EXAMPLE: Mapping[str, Sequence[Line]] = {
    "hr": [(42, 60, 0.5, 0.9), (14, 20, 0.5, 0.9), (33, 44, 0.5, 0.95)],
    "agency": [(7, 9, 0.4, 0.85), (66, 72, 0.8, 0.98), (5, 8, 0.2, 0.7)],
    "shared": [(8, 11, 0.4, 0.95), (62, 90, 0.4, 0.9)],
}
SCORES = {"hr": (50.7, 33, 67), "agency": (72.6, 47, 90), "shared": (57.5, 35, 75)}
AT_FACE_VALUE = {"hr": 51.9, "agency": 77.9, "shared": 58.6}


def line(
    k: int | None, n: int | None, *, floor: float | None = 0.0, target: float | None = 1.0,
    pillar: str = "speed", side: str = "hr", name: str = "",
) -> dict[str, Any]:  # fmt: skip
    """A row of the scorecard: measured from five cases on."""
    return {
        "side": side, "pillar": pillar, "line": name or f"{pillar} {k} of {n}", "k": k, "n": n,
        "floor": floor, "target": target, "is_measured": n is not None and n >= 5,
    }  # fmt: skip


def scored(*lines: dict[str, Any], **how: Any) -> scorecard.Score:
    """The score of HR alone."""
    return scorecard.scores(pd.DataFrame(lines), **how)["hr"]


def test_the_worked_example_from_lines_to_scores() -> None:
    lines = [
        line(k, n, floor=floor, target=target, side=side, pillar=f"part {at}")
        for side, of_side in EXAMPLE.items()
        for at, (k, n, floor, target) in enumerate(of_side)
    ]
    found = scorecard.scores(pd.DataFrame(lines), rng=np.random.default_rng(3))
    assert list(found) == ["hr", "agency", "shared"]
    for side, (middle, low, high) in SCORES.items():
        score = found[side]
        assert score.middle == approx(middle, abs=0.05)
        assert (score.low, score.high) == approx((low, high), abs=0.6)
        assert score.at_face_value == approx(AT_FACE_VALUE[side], abs=0.05)
        assert (score.covered, score.lowest, score.highest) == (1, score.middle, score.middle)
    # 70 % of cases at 0.5 to 0.9 are 50 points for two of HR's lines, and the reasons' 55.6.
    assert found["hr"].weakest in ("part 0 42 of 60", "part 1 14 of 20")


def test_a_side_of_which_too_little_is_measured_has_no_number() -> None:
    known = [line(5, 10, pillar=name) for name in ("speed", "roles")]
    third = line(1, 4, pillar="offer")
    none = scored(*known, third)
    assert (none.middle, none.measured, none.lines) == (None, 2, 3)
    assert none.covered == approx(2 / 3)
    # Two parts of half the points, and a third of none or all of them.
    assert (none.lowest, none.highest) == approx((100 / 3, 200 / 3), abs=1.5)
    enough = scored(*known, line(5, 10, pillar="respect"), third)
    assert enough.covered == 0.75 and enough.middle == approx(50, abs=2)
    assert (enough.lowest, enough.highest) == approx((37.5, 62.5), abs=1.5)
    assert enough.at_face_value == 50


def test_a_part_counts_where_half_of_it_is_measured() -> None:
    others = [line(100, 100, pillar=name) for name in ("roles", "offer", "respect")]
    half = scored(*others, line(0, 100), line(2, 4, name="too few"))
    assert half.covered == approx(0.875) and half.at_face_value == approx(75)
    third = scored(*others, line(0, 100), line(2, 4, name="few"), line(1, 3, name="fewer"))
    assert third.covered == 0.75 and third.at_face_value == 100
    # The line that is measured is missing with its part.
    assert (third.lowest, third.highest) == approx((75, 100), abs=1)


def test_the_score_lies_between_its_bounds_whatever_is_missing() -> None:
    rng = np.random.default_rng(1)
    found = 0
    for _ in range(40):
        ns = rng.integers(0, 12, 8)
        lines = [
            line(int(rng.integers(0, n + 1)), int(n), pillar=pillar, name=f"{at}", floor=0.2,
                 target=float(rng.choice([0.05, 0.9])))
            for at, (n, pillar) in enumerate(zip(ns, "aabbbcde", strict=True))
        ]  # fmt: skip
        score = scored(*lines)
        if score.middle is not None:
            found += 1
            assert score.lowest - 1 <= score.middle <= score.highest + 1
    assert found >= 8


def test_a_line_without_an_agreed_target_is_no_part_of_it() -> None:
    agreed = line(5, 10)
    alone, beside = scored(agreed), scored(agreed, line(9, 10, target=None, pillar="offer"))
    assert beside == alone and beside.lines == 1
    assert scorecard.scores(pd.DataFrame([line(9, 10, floor=None, target=None)])) == {}
    assert scorecard.scores(pd.DataFrame([line(9, 10, floor=0.5, target=0.5)])) == {}


def test_the_two_sides_never_make_up_for_each_other() -> None:
    hr = line(2, 10)
    for other in (line(0, 10, side="agency"), line(10, 10, side="agency")):
        found = scorecard.scores(pd.DataFrame([hr, other]))
        assert found["hr"] == scored(hr)


def test_parts_weigh_alike_unless_somebody_says_otherwise() -> None:
    lines = [
        line(0, 50, pillar="speed"),
        line(50, 50, pillar="roles"),
        line(50, 50, pillar="roles"),
    ]
    assert scored(*lines).at_face_value == 50
    assert scored(*lines, weights={"roles": 3.0}).at_face_value == 75
    without = scored(*lines, weights={"speed": 0.0})
    assert (without.at_face_value, without.lines, without.covered) == (100, 2, 1)
    assert without.weakest != lines[0]["line"]
    assert scored(*lines, weights={"speed": 0.0, "roles": 0.0}).middle is None
    shares = scorecard.weight_shares(pd.DataFrame([*lines[:2], line(1, 2, pillar="roles")]))
    assert sorted(shares.values()) == [0.25, 0.25, 0.5]


@pytest.mark.parametrize(("floor", "target"), [(0.4, 0.9), (0.1, 0.02), (0.0, 1.0)])
def test_more_of_what_is_better_never_lowers_the_score(floor: float, target: float) -> None:
    found = [scored(line(k, 20, floor=floor, target=target)) for k in range(21)]
    ordered = found if target > floor else found[::-1]
    for values in ([s.middle for s in ordered], [s.at_face_value for s in ordered]):
        assert values == sorted(values) and values[0] < values[-1]


def test_what_hangs_together_is_drawn_as_wholes() -> None:
    """Silences of 10, 20, 10, 35 and 15 days, 28 days past an interval of 14: 62 of 90 days."""
    days, covered = [10, 20, 10, 35, 15], [10, 14, 10, 14, 14]
    rng = np.random.default_rng(3)
    wholes = in_short(scorecard.drawn_shares(62, 90, rng, covered, days), 0.95)
    alone = in_short(scorecard.drawn_shares(62, 90, rng), 0.95)
    assert wholes.middle == approx(62 / 90, abs=0.04)
    assert wholes.high - wholes.low > 1.5 * (alone.high - alone.low)
    # Under five wholes say as much as so many cases.
    few = in_short(scorecard.drawn_shares(62, 90, rng, [30, 32], [45, 45]), 0.95)
    assert few.high - few.low > 0.7
    again = [scorecard.drawn_shares(62, 90, np.random.default_rng(3), covered, days) for _ in "ab"]
    assert np.array_equal(*again)


def test_many_wholes_are_drawn_in_blocks() -> None:
    rng = np.random.default_rng(3)
    many = scorecard.drawn_shares(2500, 7500, rng, [1, 0] * 2500, [2, 1] * 2500)
    # Each whole lies a third of a case off 1 of 3; 5,000 of them hold 1.5 cases on average.
    assert len(many) == scorecard.DRAWS and many.std() == approx(1 / 3 / 5000**0.5 / 1.5, rel=0.1)


def test_what_the_likely_range_says() -> None:
    rows = pd.DataFrame(
        [
            (0.92, 0.97, 0.5, 0.9, None, "at target"),
            (0.2, 0.4, 0.5, 0.9, None, "past floor"),
            (0.4, 0.95, 0.5, 0.9, None, "could be chance"),
            (0.01, 0.03, 0.1, 0.04, None, "at target"),
            (0.12, 0.3, 0.1, 0.04, None, "past floor"),
            (0.92, 0.97, None, None, None, "no target"),
            (0.92, 0.97, 0.5, 0.9, "few", "few"),
        ],
        columns=["low", "high", "floor", "target", "verdict", "expected"],
    )
    assert list(scorecard.with_verdicts(rows)["verdict"]) == list(rows["expected"])


# --- agencies beside each other -----------------------------------------------------------------

# Offers accepted and answered of seven agencies.
OFFERS = {
    "A": (3, 3), "B": (18, 24), "C": (40, 60), "D": (7, 14), "E": (2, 8), "F": (55, 70),
    "G": (0, 2),
}  # fmt: skip


def test_the_order_is_that_of_the_shares_drawn_together() -> None:
    rows = league.league(OFFERS, is_upward=True)
    order = [row.agency for row in rows]
    # Maximum likelihood: F above A, who leads by three of three; E is last, and G is not.
    assert order.index("F") < order.index("A") and order[-1] == "E"
    assert [row.mean for row in rows] == sorted((row.mean for row in rows), reverse=True)
    (a,) = [row for row in rows if row.agency == "A"]
    assert (a.k, a.n) == (3, 3) and a.rank_low <= 2 and a.rank_high >= 5
    down = league.league(OFFERS, is_upward=False)
    assert [row.agency for row in down] == order[::-1]
    assert down[0].rank_low == 1


def test_under_five_agencies_there_is_no_order() -> None:
    four = {name: OFFERS[name] for name in "ABCD"}
    assert league.league(four, is_upward=True) == []
    assert league.league(four | {"E": (0, 0)}, is_upward=True) == []


def test_the_worst_of_seven_is_watched_and_not_flagged() -> None:
    p_values = league.pooled_p_values(OFFERS)
    assert p_values["E"] == approx(0.013, abs=0.0005)
    found = dict(zip(p_values, league.flags(list(p_values.values())), strict=True))
    assert found == dict.fromkeys(OFFERS, "") | {"E": "watch"}
    assert league.flags([0.001, 0.9, 0.9]) == ["flag", "", ""]
    # In a larger family the same suspicion is none.
    assert set(league.flags([p_values["E"]] + [0.9] * 20)) == {""}
    assert league.flags([]) == []


def test_agencies_that_differ_by_chance_alone_share_one_rank() -> None:
    alike = {name: (50, 100) for name in "ABCDEF"}
    assert {(row.mean, row.rank_low) for row in league.league(alike, is_upward=True)} == {(0.5, 1)}


def test_scores_have_ranks_among_five_groups_or_more() -> None:
    def rows(*hits: int) -> pd.DataFrame:
        return pd.DataFrame([line(k, 100) | {"group": f"agency {k}"} for k in hits])

    found = scorecard.scored(rows(10, 50, 51, 52, 90)).set_index("group")
    assert found.loc["agency 90", ["rank_low", "rank_high"]].tolist() == [1, 1]
    assert found.loc["agency 10", ["rank_low", "rank_high"]].tolist() == [5, 5]
    # One case apart of a hundred: the order of the three between is chance.
    assert found.loc["agency 51", ["rank_low", "rank_high"]].tolist() == [2, 4]
    few = scorecard.scored(rows(10, 50, 51, 90))
    assert few["rank_low"].isna().all() and few["score"].notna().all()
