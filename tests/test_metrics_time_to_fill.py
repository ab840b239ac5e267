"""Time to fill and its neighbours against figures worked out by hand."""

from datetime import date

import pytest
from mart_rows import day, marts_of, only_row, opening, twelve
from pytest import approx

from partnership.errors import MetricRefused
from partnership.filters import Filters
from partnership.queries import metric_rows


def test_twelve_openings_to_the_digits() -> None:
    row = only_row(metric_rows(marts_of(opening=twelve()), "time_to_fill"))
    assert (row["openings"], row["filled"], row["open"], row["cancelled"]) == (12, 7, 4, 1)
    assert row["naive_median_days"] == 42
    assert (row["median_days"], row["median_low"], row["median_high"]) == (75, 30, None)
    assert row["rmst90_days"] == approx(65.595, abs=5e-4)
    assert row["filled_by_30_rate"] == approx(0.1667 + 0.0833, abs=1e-4)
    assert row["filled_by_60_rate"] == approx(0.3333 + 0.0833, abs=1e-4)
    assert row["filled_by_90_rate"] == approx(0.3333 + 0.1833, abs=1e-4)


def test_twelve_openings_by_whom() -> None:
    rows = metric_rows(marts_of(opening=twelve()), "time_to_fill_curve").set_index("day")
    agency = {20: 0.0833, 30: 0.1667, 42: 0.25, 60: 0.3333, 120: 0.5333}
    assert rows["filled_by_agency"][list(agency)].round(4).to_dict() == agency
    assert rows["filled_otherwise"][[30, 75]].round(4).tolist() == [0.0833, 0.1833]
    assert rows["cancelled"][45] == approx(0.0833, abs=5e-5)
    assert rows["at_risk"][60] == 7
    total = rows[["still_open", "filled_by_agency", "filled_otherwise", "cancelled"]].sum(axis=1)
    assert total.tolist() == approx([1.0] * len(rows))


def test_twelve_openings_counted_at_the_days_that_all_of_them_reached() -> None:
    rows = metric_rows(marts_of(opening=twelve()), "fill_counts").set_index("within_days")
    # One is still open on day 60 at an age of 60: on the day itself it was not filled.
    assert rows.loc[60, ["reached", "filled", "filled_by_agency"]].tolist() == [12, 5, 4]
    assert rows.loc[60, ["filled_otherwise", "cancelled", "still_open"]].tolist() == [1, 1, 6]
    assert rows.loc[30, "filled_low"] == approx(0.0889, abs=5e-4)


def test_openings_that_have_not_reached_the_day_are_too_early_to_count() -> None:
    young = [opening(number, "20+", opened_on=day(130)) for number in range(20, 23)]
    rows = metric_rows(marts_of(opening=twelve() + young), "fill_counts").set_index("within_days")
    assert rows["reached"].to_dict() == {30: 12, 60: 12, 90: 12}


def test_days_on_hold_do_not_count_on_the_clock_without_holds() -> None:
    # 70 calendar days of which 20 on hold: day 60 comes 20 days later, and it is filled by then.
    held = [opening(number, "70a", active_days=50) for number in range(5)]
    late = [opening(9, "70+", active_days=50, opened_on=day(80))]
    connection = marts_of(opening=held + late)
    by_clock = {
        clock: metric_rows(connection, "fill_counts", clock=clock).set_index("within_days")
        for clock in ("calendar", "active")
    }
    assert by_clock["calendar"].loc[60, ["reached", "filled"]].tolist() == [6, 0]
    assert by_clock["active"].loc[60, ["reached", "filled"]].tolist() == [5, 5]


def test_an_agency_is_followed_on_every_opening_briefed_to_it() -> None:
    briefed = [{"opening_id": f"o{n:02}", "agency_id": "north"} for n in range(12)]
    briefed += [{"opening_id": f"o{n:02}", "agency_id": "south"} for n in (0, 2)]
    connection = marts_of(opening=twelve(), brief_opening=briefed)
    rows = metric_rows(connection, "time_to_fill", by="agency").set_index("group")
    assert rows["openings"].to_dict() == {"north": 12, "south": 2}
    assert rows["filled"].to_dict() == {"north": 7, "south": 2}
    curve = metric_rows(connection, "time_to_fill_curve", by="agency").set_index(["group", "day"])
    assert curve.loc[("south", 30), "filled_by_agency"] == 0
    assert curve.loc[("south", 30), "filled_otherwise"] == 1
    chosen = metric_rows(connection, "time_to_fill_curve", Filters(agencies=("south", "north")))
    assert chosen["at_risk"].max() == 12
    assert chosen["filled_by_agency"].iloc[-1] == approx(0.5333, abs=5e-5)
    assert metric_rows(connection, "time_to_fill", Filters(agencies=())).empty


def test_excluded_openings_are_counted_apart() -> None:
    wrong = opening(99, "5a", is_excluded=True, days=None)
    row = only_row(metric_rows(marts_of(opening=[*twelve(), wrong]), "time_to_fill"))
    assert (row["openings"], row["excluded"], row["median_days"]) == (12, 1, 75)


def test_the_active_clock_leaves_holds_out() -> None:
    connection = marts_of(opening=[opening(1, "40a", active_days=24)])
    assert only_row(metric_rows(connection, "time_to_fill"))["median_days"] == 40
    assert only_row(metric_rows(connection, "time_to_fill", clock="active"))["median_days"] == 24


def test_the_curve_is_refused_where_only_closed_searches_were_exported() -> None:
    connection = marts_of(opening=twelve(), export=[{"selected_by": "closed"}])
    for name in ("time_to_fill", "time_to_fill_curve", "fill_counts", "open_search_age"):
        with pytest.raises(MetricRefused, match="selected by"):
            metric_rows(connection, name)


def test_quarters_are_those_of_the_day_opened() -> None:
    later = opening(50, "10a", opened_on=date(2024, 4, 1))
    rows = metric_rows(marts_of(opening=[*twelve(), later]), "time_to_fill", by="quarter")
    assert dict(zip(rows["group"], rows["openings"], strict=True)) == {"2024Q1": 12, "2024Q2": 1}


def test_two_positions_of_a_vendors_example_are_open_for_29_days() -> None:
    # Opened 6 and 13 February 2017, looked at on 7 March: the search counts from the earlier one.
    ages = {"a": 29, "b": 22}
    rows = [opening(1, f"{days}+", opening_id=name) for name, days in ages.items()]
    row = only_row(metric_rows(marts_of(opening=rows), "open_search_age"))
    assert (date(2017, 3, 7) - date(2017, 2, 6)).days == row["oldest_age_days"] == 29
    assert (row["open"], row["median_age_days"], row["over_60"]) == (2, 25.5, 0)


def test_openings_on_hold_have_no_age() -> None:
    rows = [opening(1, "80+"), opening(2, "300+", is_on_hold=True)]
    row = only_row(metric_rows(marts_of(opening=rows), "open_search_age"))
    assert (row["open"], row["on_hold"], row["oldest_age_days"]) == (2, 1, 80)
    assert (row["over_60"], row["over_60_rate"]) == (1, 1.0)


def test_fill_rate_is_of_what_ended() -> None:
    row = only_row(metric_rows(marts_of(opening=twelve()), "fill_rate"))
    assert (row["ended"], row["filled"], row["fill_rate"]) == (8, 7, 7 / 8)
    assert (row["filled_by_agency"], row["agency_share"]) == (5, 5 / 7)
    in_time = Filters(period_start=day(42), period_end=day(75))
    assert only_row(metric_rows(marts_of(opening=twelve()), "fill_rate", in_time))["ended"] == 3


def test_what_was_open_at_the_end_of_a_period_and_became_of_it() -> None:
    # All opened on day 0; the period ends with day 99.
    lives = {"60a": None, "99o": None, "100a": "filled_by_agency", "100c": "cancelled",
             "120o": "filled_otherwise", "150+": "open"}  # fmt: skip
    rows = [opening(number, each, search_id=f"s{each}") for number, each in enumerate(lives)]
    rows += [
        opening(10, "51+", search_id="s150+", opened_on=day(99)),
        opening(11, "50+", search_id="s150+", opened_on=day(100)),
        opening(12, "150+", search_id="later"),
        opening(13, "150+", search_id="s150+", is_excluded=True),
    ]
    given = [{"search_id": row["search_id"], "agency_id": "north"} for row in rows]
    briefed = [
        row | {"briefed_on": day(100 if row["search_id"] == "later" else 99)} for row in given
    ]
    marts = marts_of(
        opening=rows,
        search=[{"search_id": name} for name in {row["search_id"] for row in rows}],
        brief=[*{row["search_id"]: row for row in briefed}.values()],
        brief_opening=[{"opening_id": r["opening_id"], "agency_id": "north"} for r in rows],
        hold=[{"search_id": "s100c", "held_from": day(90), "held_until": day(100)},
              {"search_id": "s120o", "held_from": day(90), "held_until": day(99)}],
    )  # fmt: skip
    asked = Filters(None, day(100), agencies=("north",))
    found = metric_rows(marts, "open_at_end", asked, folder="rows", row_limit=None)
    ends = dict(zip(found["opening_id"], found["opening_end"], strict=True))
    then = {f"o{n:02}": end for n, end in enumerate(lives.values()) if end}
    assert ends == then | {"o10": "open"}
    assert found.set_index("opening_id")["days_then"].to_dict() == dict.fromkeys(then, 99) | {
        "o10": 0
    }
    assert list(found.loc[found["was_on_hold"], "opening_id"]) == ["o03"]


def test_the_openings_listed_behind_a_share_are_those_it_counts() -> None:
    rows = twelve()
    rows[2] |= {"entry_days": 10}  # already open when the exports begin
    rows[3] |= {"is_excluded": True}
    names = [{"search_id": row["search_id"]} for row in rows]
    given = [{"opening_id": row["opening_id"], "agency_id": "north"} for row in rows]
    marts = marts_of(opening=rows, search=names, brief_opening=given)
    asked = Filters(day(60), day(61), agencies=("north",))
    share = metric_rows(marts, "fill_counts", asked).set_index("within_days").loc[60]
    listed = metric_rows(
        marts, "partner_opening", asked.reaching_day(60), folder="rows", row_limit=None
    )
    assert len(listed) == share["reached"] == 10
    in_time = listed[listed["days"] <= 60]["opening_end"].value_counts().to_dict()
    assert in_time["filled_by_agency"] == share["filled_by_agency"]
