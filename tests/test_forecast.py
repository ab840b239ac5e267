"""When will it be filled: chances by hand, by the law that made the openings, and in hindsight."""

from collections.abc import Iterator, Sequence

import duckdb
import numpy as np
import pandas as pd
import pytest
from mart_rows import day, marts_of, opening, survival, with_macros
from pytest import approx
from scipy import stats
from screen_builds import made_once
from simulated_openings import World, covered

from partnership.filters import Filters
from partnership.findings import forecast as findings
from partnership.marts import create
from partnership.published import current
from partnership.queries import metric_rows, opened
from partnership.readers import HR
from partnership.statistics import forecast
from partnership.statistics.forecast import History

# Of 20 openings, 10 are filled on day 40, 4 given up on day 50 and 4 filled on day 80; one is 30
# days old and one 100.
TWENTY = ["40a"] * 10 + ["50c"] * 4 + ["80a"] * 4 + ["30+", "100+"]


def history_of(*lives: tuple[int, int], groups: int = 1, seats: int = 1) -> History:
    """Openings of (days, outcome), dealt to the groups in turn, so many seats to a search."""
    days, outcome = np.array(lives, dtype=np.int64).T
    numbers = np.arange(len(lives))
    return History(numbers % groups, numbers // seats, days, 0 * numbers, outcome)


def asked_of(history: History, age: int, within: int = 30, group: int = 0) -> tuple[float, ...]:
    found = forecast.chances(history, np.array([group]), np.array([age]), within)
    return tuple(float(part[0]) for part in (found.rate, found.low, found.high))


def made(marts: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The marts with the chances worked out from them."""
    marts.execute("create schema if not exists steps")
    for name in ("steps.chance", "steps.chance_others", "steps.chance_pool"):
        create(marts, name)
    create(marts, "marts.opening_chance")
    return marts


def openings(spelled: list[str], **more: object) -> list[dict[str, object]]:
    """The openings, opened so that those still open have their age on day 150."""
    return [
        opening(number, each, role_family="Sales", **more)
        | ({"opened_on": day(150 - int(each[:-1]))} if each.endswith("+") else {})
        for number, each in enumerate(spelled)
    ]


def test_the_chance_at_an_age_by_hand() -> None:
    marts = made(marts_of(opening=openings(TWENTY)))
    (young,) = marts.execute("from steps.chance where age_days = 30").df().to_dict("records")
    # On day 31 nineteen are at risk. Ten of them are filled by day 60; by day 90, four of the five
    # that were not given up are filled as well. Half a fill is added, and half a failure.
    assert young["filled_in_30_rate"] == approx((10 + 0.5) / 20)
    assert young["filled_in_60_rate"] == approx((14 + 0.5) / 20)
    ends = stats.beta(10.5, 9.5).ppf([0.05, 0.95])
    assert [young["filled_in_30_low"], young["filled_in_30_high"]] == approx(list(ends), abs=1e-9)
    # They are 34.5 and 70.3 %, and the chance is 52.5 %: told to 5 points, the range outwards.
    _, told = metric_rows(marts, "fill_forecast").to_dict("records")
    assert [told[f"filled_in_30_{name}"] for name in ("rate", "low", "high")] == [0.55, 0.3, 0.75]


@pytest.mark.parametrize(
    ("chance", "told"), [(0.002, 0.05), (0.074, 0.05), (0.08, 0.1), (0.974, 0.95), (1, 0.95)]
)
def test_a_chance_is_told_to_5_points_and_never_as_certain(chance: float, told: float) -> None:
    select = "select in_five_points($chance), in_five_points(null)"
    assert with_macros().execute(select, {"chance": chance}).fetchall() == [(told, None)]


def test_older_than_what_was_followed_is_not_told() -> None:
    rows = metric_rows(made(marts_of(opening=openings(TWENTY))), "fill_forecast")
    assert list(rows["age_days"]) == [100, 30]
    assert rows.loc[0].filter(like="filled_in").isna().all()


def test_on_hold_there_is_no_chance() -> None:
    held = openings(TWENTY)
    held[18]["is_on_hold"] = True
    rows = metric_rows(made(marts_of(opening=held)), "fill_forecast")
    assert rows[rows["is_on_hold"]].filter(like="filled_in").isna().all(axis=None)
    assert rows["is_on_hold"].sum() == 1


def test_filters_choose_the_openings_and_never_move_a_chance() -> None:
    rows = openings(TWENTY)
    for number, row in enumerate(rows):
        row["department"] = "Sales" if number >= 18 else "Finance"
    marts = made(marts_of(opening=rows))
    whole = metric_rows(marts, "fill_forecast")
    chosen = Filters(departments=("Sales",), period_start=day(100))
    narrowed = metric_rows(marts, "fill_forecast", chosen)
    assert list(narrowed["age_days"]) == [30]
    assert narrowed.iloc[0].to_dict() == whole.iloc[1].to_dict()


# An opening of the agency a that is open for 30 days, and some that were open for longer: given to
# whom, of which family, and whether they were filled.
Past = tuple[str, str, bool]


def told(past: Sequence[Past], *, age: int = 30) -> bool:
    """Whether the agency a may be told the chance of its opening, of the family Sales."""
    rows = [opening(0, f"{age}+", role_family="Sales", opened_on=day(150 - age))]
    briefs = [{"opening_id": "o00", "agency_id": "a"}]
    for number, (agencies, family, is_filled) in enumerate(past, 1):
        one = opening(number, "40a" if is_filled else "40c", role_family=family)
        rows.append(one)
        briefs += [{"opening_id": one["opening_id"], "agency_id": name} for name in agencies]
    marts = made(marts_of(opening=rows, brief_opening=briefs))
    return bool(marts.execute("select told_to from marts.opening_chance").fetchall()[0][0])


def of(agencies: str, count: int, family: str = "Sales", filled: int = 2) -> list[Past]:
    return [(agencies, family, number < filled) for number in range(count)]


B, C, D = of("b", 5), of("c", 5), of("d", 5)


@pytest.mark.parametrize(
    ("past", "is_told"),
    [
        (B + C + D, True),
        (B + C + of("d", 4), False),  # two others with five
        (of("b", 11) + C + D, False),  # eleven of 21 openings
        (of("b", 10) + C + D, True),
        (of("b", 5, filled=5) + C + D, False),  # five of nine that were filled
        (of("b", 11)[:5] + of("ab", 6) + C + D, True),  # six of them are its own, too
        (of("ab", 11) + of("ac", 5), True),  # all are its own
        (of("a", 20), True),
        (of("", 20), True),  # HR's alone
        ([], True),  # nobody's is in it
    ],
)
def test_an_agency_is_told_what_stands_on_no_single_other_one(
    past: list[Past], is_told: bool
) -> None:
    assert told(past) is is_told


def test_what_was_not_open_for_so_long_says_nothing_of_a_chance() -> None:
    assert not told(B)
    assert told(B, age=41)


def test_openings_of_the_same_family_weigh_as_much_as_they_count_in_the_chance() -> None:
    others = [past for name in "cdecde" for past in of(name, 20, f"family {name}", filled=6)]
    # Where the families fare alike, all together make the chance, of which b's 20 are a seventh.
    assert told(others + of("b", 20, filled=6))
    # Where they differ, b's openings make it, the only ones of this family.
    assert not told(others + of("b", 20, filled=19))
    assert not told(others + of("b", 20, filled=0))


@pytest.mark.parametrize(
    "lives",
    [[], [(5, 0)], [(10, 1)] * 9 + [(5, 0)]],
    ids=["no opening", "one opening", "nine others"],
)
def test_too_few_to_say(lives: list[tuple[int, int]]) -> None:
    history = History(*(np.array(column, dtype=np.int64) for column in
                        ([0] * len(lives), range(len(lives)), [d for d, _ in lives],
                         [0] * len(lives), [o for _, o in lives])))  # fmt: skip
    assert np.isnan(asked_of(history, 5)[0])


def test_where_nothing_was_ever_filled_the_chance_is_small_and_not_zero() -> None:
    rate, low, high = asked_of(history_of(*[(400, 0)] * 40), 100)
    assert (rate, low < rate < high < 0.1) == (approx(0.5 / 41), True)


def test_all_that_were_followed_have_ended_within_the_days() -> None:
    rate, _, _ = asked_of(history_of(*[(50, 1)] * 19, (30, 0)), 30, within=60)
    assert rate == approx(19.5 / 20)


def test_who_came_into_view_late_or_is_still_open_counts_as_the_shared_curves_have_it() -> None:
    rng = np.random.default_rng(4)
    days = rng.integers(1, 120, 200)
    entry = np.where(rng.random(200) < 0.3, rng.integers(0, 60, 200), 0)
    cause = rng.choice([0, 1, 2], 200)
    history = History(0 * days, np.arange(200), days, entry, cause)
    lives = [(int(d), [0, 1, 3][c], int(e)) for d, c, e in zip(days, cause, entry, strict=True)]
    steps = pd.DataFrame(survival(*lives).values()).set_index("day")
    for age in (20, 45, 70):
        at, end = (steps.loc[:until].iloc[-1] for until in (age, age + 30))
        filled = (end["incidence_1"] - at["incidence_1"]) / at["still_open"]
        assert forecast.curves(history, 30).chance[-1, age] == approx(filled)


def test_a_group_of_its_own_kind_keeps_its_own_chance_and_alike_ones_share() -> None:
    fast, slow = [(10, 1)] * 100, [(200, 1)] * 100
    apart = [life for pair in zip(fast, slow, strict=True) for life in pair]
    rates = [asked_of(history_of(*apart, (5, 0), groups=2), 5, group=group)[0] for group in (0, 1)]
    assert rates[0] > 0.9 and rates[1] < 0.1
    alike = [(10, 1), (200, 1)] * 100
    dealt = history_of(*[life for life in alike for _ in range(2)], groups=2)
    rate, low, high = asked_of(dealt, 5)
    own = stats.beta(100.5, 100.5).ppf([0.05, 0.95])
    assert rate == approx(0.5, abs=0.01)
    assert high - low < own[1] - own[0]


def test_who_comes_into_view_later_says_nothing_of_the_days_before() -> None:
    early = history_of(*[(10, 1), (10, 1), (200, 1), (200, 1)] * 30, groups=2)
    # A hundred more of the first group, seen from day 200 on and filled on day 300.
    late = History(
        *(
            np.append(column, np.full(100, value) if name != "search" else 1000 + np.arange(100))
            for name, value, column in (
                ("group", 0, early.group),
                ("search", 0, early.search),
                ("days", 300, early.days),
                ("entry_days", 200, early.entry_days),
                ("outcome", 1, early.outcome),
            )
        )
    )
    for group in (0, 1):
        assert asked_of(late, 5, group=group) == approx(asked_of(early, 5, group=group))


def test_seats_of_one_search_say_less_than_those_of_several() -> None:
    lives = [(10, 1)] * 100 + [(200, 1)] * 100
    _, low, high = asked_of(history_of(*lives), 5)
    _, low_together, high_together = asked_of(history_of(*lives, seats=10), 5)
    assert high_together - low_together > 2 * (high - low)


@pytest.mark.parametrize(
    "world",
    [World(), World(apart=0.0), World(searches=80, groups=5, apart=0.5), World(alike=0.8)],
    ids=str,
)
def test_of_the_ranges_at_90_percent_80_to_98_hold_the_true_chance(world: World) -> None:
    for held, n, above in covered(world, 60, seed=20260930).values():
        assert 0.80 <= held / n <= 0.98
        assert abs(above) < 0.03


def looked_back(
    spelled: list[str], later: list[str], holds: Sequence[dict[str, object]] = ()
) -> duckdb.DuckDBPyConnection:
    """Openings of which `spelled` ended by day 120, and `later` are 20 days old then: of what comes
    after it, the figures know 30 days."""
    rows = [opening(number, each, role_family="Sales") for number, each in enumerate(spelled)]
    for number, each in enumerate(later, len(spelled)):
        young = opening(number, each, role_family="Sales", opened_on=day(100))
        ends = None if each.endswith("+") else day(100 + int(each[:-1]))
        rows.append(young | {"ended_on": ends})
    return marts_of(opening=rows, hold=holds, export=[{"as_of_on": day(150)}])


def test_a_forecast_looked_back_on_knows_that_day_alone() -> None:
    # Day 120 is the last of April: of 20 that reached day 20, 10 were filled by day 50.
    before = ["40a"] * 10 + ["90a"] * 10
    come_true = looked_back(before, ["45a"] * 6)
    in_vain = looked_back(before, ["50+"] * 6)
    for marts, filled in ((come_true, 6), (in_vain, 0)):
        _, together = metric_rows(marts, "forecast_check").to_dict("records")
        assert (together["within_days"], together["forecasts"]) == (30, 6)
        assert together["forecast_rate"] == approx((10 + 0.5) / 21)
        assert together["filled"] == filled
        assert together["score"] == approx(0.25)


def test_a_search_that_was_on_hold_then_had_no_forecast_then() -> None:
    before, later = ["40a"] * 10 + ["90a"] * 10, ["45a"] * 3
    # Searches 20 and 21 were on hold on day 120, whose figures the check looks at; 22 no longer.
    holds = [
        {"search_id": "s20", "held_from": day(110), "held_until": day(121)},
        {"search_id": "s21", "held_from": day(120)},
        {"search_id": "s22", "held_from": day(110), "held_until": day(120)},
    ]
    _, together = metric_rows(looked_back(before, later, holds), "forecast_check").to_dict(
        "records"
    )
    assert together["forecasts"] == 1


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = opened(
        HR.file_in(current(made_once("sample", tmp_path_factory.getbasetemp())).path)
    )
    yield connection
    connection.close()


def test_on_held_back_months_of_the_sample_forecasts_come_true(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    rows = metric_rows(sample, "forecast_check")
    together = rows[rows["forecast_from"].isna()]
    assert list(together["within_days"]) == [30, 60]
    assert (together["forecasts"] > 300).all()
    # What was forecast lies within the range of what happened, bin by bin and all together.
    within = (rows["filled_low"] <= rows["forecast_rate"]) & (
        rows["forecast_rate"] <= rows["filled_high"]
    )
    assert within[together.index].all()
    assert within.mean() >= 0.8
    # And it says more than the share of all would.
    assert (together["score"] < together["score_without"]).all()
    bins = rows[rows["forecast_from"].notna()].groupby("within_days")
    assert (bins["forecasts"].sum().to_numpy() == together["forecasts"].to_numpy()).all()


def test_in_words() -> None:
    rows = pd.DataFrame({"opening_id": ["a", "b", "c", "d"]})
    told = {"filled_in_30_rate": 0.334, "filled_in_30_low": 0.2, "filled_in_30_high": 0.5}
    told |= {"filled_in_60_rate": 0.6, "filled_in_60_low": 0.4, "filled_in_60_high": 0.8}
    untold = dict.fromkeys(told, np.nan)
    known = [
        {"opening_id": "a", "is_on_hold": False, **told},
        {"opening_id": "b", "is_on_hold": False, **untold},
        {"opening_id": "c", "is_on_hold": True, **untold},
    ]
    said = findings.with_chances(rows, pd.DataFrame(known), key="opening_id")
    assert list(said["filled_in_30"].str.replace("\u00a0", " ")) == [
        "33 % (20–50 %)",
        "too few to say",
        "on hold",
        "too few to say",
    ]
    assert list(said["chance"].str.replace("\u00a0", " ")) == ["33 %", "", "", ""]
    assert findings.expected_note(pd.DataFrame(known[1:]), is_agencys_own=False) == ""
    assert "about 0 of 1 " in findings.expected_note(pd.DataFrame(known), is_agencys_own=False)


@pytest.mark.parametrize(
    ("named", "verdict"),
    [(0.5, "could be chance"), (0.7, "too high by more"), (0.3, "too low by more")],
)
def test_what_came_of_forecasts_in_words(named: float, verdict: str) -> None:
    columns = ["within_days", "forecast_from", "forecast_to"]
    rows = pd.DataFrame([[30, 0.4, 0.6], [30, None, None]], columns=columns)
    rows = rows.assign(forecasts=50, forecast_rate=named, filled=25, filled_rate=0.5)
    rows = rows.assign(filled_low=0.36, filled_high=0.64)
    said = findings.check_said(rows).replace("\u00a0", " ")
    assert said.count("- Filled") == 1 and verdict in said
    assert f"{100 * named:.0f} % on average was forecast, 50 % happened (25 of 50)" in said
    assert list(findings.check_table(rows, 30)["named"]) == ["40–60\u00a0%"]
    assert findings.too_few_to_check(rows, 30) == "" and findings.too_few_to_check(rows, 60)
