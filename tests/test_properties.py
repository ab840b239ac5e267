"""What must not change a figure, and what figures must do, on whole exports through the product."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

import pytest
from asking import oracle_export
from given import Given
from random_exports import random_export
from test_against_oracle import GROUPS, differences

Tables = dict[str, list[dict[str, str]]]
Change = Callable[[Tables, Random], Tables]
SEEDS = (101, 103)
# Metrics beyond those of the oracle that these exports can answer.
BESIDE = (
    "first_candidate",
    "time_to_hire",
    "time_to_start",
    "meeting_attendance",
    "lost_while_waiting",
    "lost_by_step",
    "price_of_silence",
)


def all_figures(tables: Tables, as_of: date | None = None) -> dict[str, Any]:
    """Every contract metric, ungrouped and by agency or client, and others by agency."""
    given = Given(tables, as_of=as_of)
    try:
        asked = [(metric, by) for metric in GROUPS for by in (None, "client", "agency")]
        asked += [(metric, "agency") for metric in BESIDE]
        return {f"{metric} by {by}": given.metric(metric, by) for metric, by in asked}
    finally:
        given.close()


@cache
def figures_of(seed: int) -> dict[str, Any]:
    """Those of a random export as it is."""
    return all_figures(random_export(seed))


def changed_figures(before: dict[str, Any], after: dict[str, Any]) -> list[object]:
    return [(name, d) for name in before for d in differences(before[name], after[name])]


def shuffled(tables: Tables, random: Random) -> Tables:
    """The same rows in another order, and the tables too."""
    names = random.sample(list(tables), len(tables))
    return {name: random.sample(tables[name], len(tables[name])) for name in names}


def duplicated(tables: Tables, random: Random) -> Tables:
    """Some rows of every table a second time, word for word."""
    return {
        name: [copy for row in rows for copy in [row] * random.choice((1, 1, 2))]
        for name, rows in tables.items()
    }


def renamed(tables: Tables, random: Random) -> Tables:
    """Every id of a submission, candidate, offer, meeting … another one, in the same order."""
    kept = {"agency_id", "client_id"}
    return {
        name: [
            {
                column: f"x {text}"
                if column.endswith("_id") and column not in kept and text
                else text
                for column, text in row.items()
            }
            for row in rows
        ]
        for name, rows in tables.items()
    }


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("change", [shuffled, duplicated, renamed])
def test_order_repetition_and_names_of_rows_change_nothing(seed: int, change: Change) -> None:
    after = change(random_export(seed), Random(seed))
    assert changed_figures(figures_of(seed), all_figures(after)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_as_of_an_earlier_day_is_the_export_cut_at_that_day(seed: int) -> None:
    whole = random_export(seed)
    day = oracle_export(Given(whole)).as_of.on - timedelta(days=60)
    known = oracle_export(Given(whole, as_of=day))
    cut = {name: known.texts(name) for name in whole if name != "export"}
    cut["export"] = [whole["export"][0] | {"exported_at": known.as_of.at.isoformat()}]
    assert changed_figures(all_figures(whole, as_of=day), all_figures(cut)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_shares_add_up_and_parts_sum_to_the_whole(seed: int) -> None:
    figures = figures_of(seed)
    for by in ("None", "client", "agency"):
        for row in figures[f"time_to_fill_curve by {by}"]:
            causes = row["filled_by_agency"] + row["filled_otherwise"] + row["cancelled"]
            assert row["still_open"] + causes == pytest.approx(1, abs=1e-12)
        for row in figures[f"funnel by {by}"]:
            steps = [
                row[s] for s in ("received", "submissions", "interviewed", "offered", "accepted")
            ]
            shown = [step for step in steps if step is not None]
            assert shown == sorted(shown, reverse=True)
    for metric, count in (("time_to_fill", "openings"), ("funnel", "received")):
        parts = sum(row[count] for row in figures[f"{metric} by client"])
        assert parts == figures[f"{metric} by None"][0][count]


def median_days(tables: Tables) -> Any:
    """When half of all openings were filled."""
    given = Given(tables)
    try:
        return given.metric("time_to_fill")[0]["median_days"]
    finally:
        given.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_one_more_open_search_never_shortens_the_median(seed: int) -> None:
    tables = random_export(seed)
    tables["export"][0]["covers_from"] = ""
    before = median_days(tables)
    like = tables["searches"][0]
    tables["searches"].append(
        like | {"search_id": "new", "opened_on": "2025-01-06", "status": "open"}
        | {"closed_on": "", "openings": ""}
    )  # fmt: skip
    after = median_days(tables)
    assert after is None or (before is not None and after >= before)
