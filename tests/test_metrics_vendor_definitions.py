"""What other systems would say: every definition worked out by hand, and a help page's example."""

from datetime import date, timedelta
from random import Random
from typing import Any

import pandas as pd
import pytest
from asking import GivenExport, ask_oracle
from given import Given
from pytest import approx
from random_exports import random_export

from partnership.findings import other_definitions as findings

# Four searches as of 31 July 2025. Openings: 40, 50 and 30 days to their hire, one open for 90
# days, one cancelled after 30. S1 was on hold for ten days (two holds that overlap), S4 for five.
SEARCHES = [
    {"search_id": "S1", "approved_on": "2024-12-22", "opened_on": "2025-01-01"}
    | {"status": "filled", "closed_on": "2025-03-12"},
    {"search_id": "S2", "opened_on": "2025-02-01", "status": "filled", "closed_on": "2025-03-13"},
    {"search_id": "S3", "opened_on": "2025-05-02", "status": "open"},
    {"search_id": "S4", "opened_on": "2025-03-01", "status": "cancelled"}
    | {"closed_on": "2025-03-31"},
]
OPENINGS = [
    {"search_id": "S1", "opened_on": "2025-01-01", "outcome": "filled"}
    | {"closed_on": "2025-02-10", "filled_by_submission_id": "U1"},
    {"search_id": "S1", "opened_on": "2025-01-11", "outcome": "filled"}
    | {"closed_on": "2025-03-02", "filled_by_submission_id": "U2"},
    {"search_id": "S2", "opened_on": "2025-02-01", "outcome": "filled", "closed_on": "2025-03-03"},
    {"search_id": "S3", "opened_on": "2025-05-02", "outcome": "open"},
    {"search_id": "S4", "opened_on": "2025-03-01", "outcome": "cancelled"}
    | {"closed_on": "2025-03-31"},
]
HOLDS = [
    {"search_id": "S1", "held_from": "2025-01-20", "held_until": "2025-01-30"},
    {"search_id": "S1", "held_from": "2025-01-25", "held_until": "2025-01-30"},
    {"search_id": "S4", "held_from": "2025-03-10", "held_until": "2025-03-15"},
]
SUBMISSIONS = [
    {"submission_id": "U1", "search_id": "S1", "received_at": "2025-01-21"},
    {"submission_id": "U2", "search_id": "S1", "received_at": "2025-02-20"},
    {"submission_id": "U3", "search_id": "S3", "received_at": "2025-06-01"},
    {"submission_id": "U4", "search_id": "S3", "received_at": "2025-07-01"},
]
OFFERS = [
    {"submission_id": "U1", "extended_at": "2025-02-05", "outcome": "accepted"}
    | {"answered_at": "2025-02-10"},
    {"submission_id": "U2", "extended_at": "2025-02-26", "outcome": "accepted"}
    | {"answered_at": "2025-03-02"},
    {"submission_id": "U3", "extended_at": "2025-06-05", "outcome": "declined"}
    | {"answered_at": "2025-06-07"},
    {"submission_id": "U4", "extended_at": "2025-07-20", "outcome": "pending"},
]
PLACEMENTS = [
    {"submission_id": "U1", "started_on": "2025-03-01"},
    {"submission_id": "U2", "started_on": "2025-03-12"},
]
WHOLE: dict[str, Any] = {
    "searches": SEARCHES,
    "openings": OPENINGS,
    "holds": HOLDS,
    "submissions": SUBMISSIONS,
    "offers": OFFERS,
    "placements": PLACEMENTS,
}
# definition: days, cases, left out, of them still open
BY_HAND = {
    "ours": (50, 5, 0, 0),  # 4/5 after day 30, 8/15 after day 40, 4/15 after day 50
    "shrm": ((40 + 50 + 30) / 3, 3, 2, 1),
    "pwc": ((50 + 70) / 2, 2, 3, 1),  # S2 has no day of approval
    "icims": ((70 + 40 + 30) / 3, 3, 1, 1),
    "jobscore": ((30 + 40 + 30) / 3, 3, 2, 1),
    "jobscore_start": ((49 + 50) / 2, 2, 3, 1),
    "workable": ((30 + 50 + 30) / 3, 3, 2, 1),
    "pinpoint": (((40 + 60) / 2 + 30) / 2, 2, 2, 1),
    "smartrecruiters": ((60 + 30 + 90) / 3, 3, 1, 0),
    "hirebridge_gross": ((70 + 40) / 2, 2, 2, 1),
    "hirebridge_net": ((60 + 40) / 2, 2, 2, 1),
    "carerix_filled": ((60 + 40) / 2, 2, 2, 1),
    "carerix_unfilled": (25, 1, 3, 1),
    "lever": ((60 + 30) / 2, 2, 2, 1),
    "lever_hire": ((20 + 10) / 2, 2, 3, 1),
    "greenhouse": ((20 + 10 + 6) / 3, 3, 1, 1),
}


def asked(given: GivenExport, **tables: Any) -> dict[str, dict[str, Any]]:
    rows = given(**tables).metric("vendor_definitions")
    return {row["definition"]: row for row in rows}


def test_every_definition_by_hand(given: GivenExport) -> None:
    rows = asked(given, **WHOLE)
    assert list(rows) == list(BY_HAND) == ["ours", *findings.NAMES]
    for name, expected in BY_HAND.items():
        row = rows[name]
        found = (row["days"], row["cases"], row["left_out"], row["left_out_open"])
        assert found == approx(expected), name


def test_the_difference_is_taken_apart_and_its_parts_add_up(given: GivenExport) -> None:
    rows = asked(given, **WHOLE)
    pwc = rows["pwc"]
    # The middle of 30, 40 and 50 is 40 and so is their mean; 60 from the approval.
    assert (pwc["filled_only_days"], pwc["mean_days"], pwc["rule_days"]) == (-10, 0, 20)
    for name, row in rows.items():
        parts = [row[part] or 0 for part in ("filled_only_days", "mean_days", "rule_days")]
        assert name == "ours" or sum(parts) == approx(row["days"] - 50), name
    assert rows["smartrecruiters"]["filled_only_days"] is None


def test_a_help_pages_own_example(given: GivenExport) -> None:
    """SmartRecruiters: positions open since 6 and 13 Feb 2017, nobody hired by 7 Mar: 29 days."""
    opened = ("2017-02-06", "2017-02-13")
    rows = asked(
        given,
        export=[{"exported_at": "2017-03-07T12:00:00Z"}],
        searches=[{"opened_on": "2017-02-01"}],
        openings=[{"opened_on": day} for day in opened],
    )
    assert (rows["smartrecruiters"]["days"], rows["smartrecruiters"]["cases"]) == (29, 1)


def test_jobscores_own_example_to_its_one_day(given: GivenExport) -> None:
    """Opened 1 May, on hold from 5 to 10 May, accepted 30 May: the page counts both ends, 25."""
    rows = asked(
        given,
        searches=[{"opened_on": "2025-05-01", "status": "filled", "closed_on": "2025-05-30"}],
        openings=[
            {"opened_on": "2025-05-01", "outcome": "filled", "closed_on": "2025-05-30"}
            | {"filled_by_submission_id": "U1"}
        ],
        holds=[{"held_from": "2025-05-05", "held_until": "2025-05-10"}],
        submissions=[{"submission_id": "U1", "received_at": "2025-05-12"}],
        offers=[{"submission_id": "U1", "outcome": "accepted", "answered_at": "2025-05-30"}],
        placements=[{"submission_id": "U1", "started_on": "2025-06-15"}],
    )
    assert rows["jobscore"]["days"] == 25 - 1
    assert rows["jobscore_start"]["days"] == 24 + 16


def test_what_the_files_do_not_show_is_null(given: GivenExport) -> None:
    rows = asked(
        given,
        searches=[{"opened_on": "2025-05-01", "status": "open"}],
        openings=[{"opened_on": "2025-05-01"}],
    )
    unseen = {name for name, row in rows.items() if row["cases"] is None}
    assert unseen == set(rows) - {"ours", "shrm", "pinpoint", "smartrecruiters", "lever"}
    assert all(rows[name]["days"] is None for name in unseen)
    assert (rows["shrm"]["cases"], rows["shrm"]["left_out"], rows["shrm"]["days"]) == (0, 1, None)


def test_a_clock_that_runs_backwards_is_left_out(given: GivenExport) -> None:
    late = [{**search, "approved_on": "2025-07-01"} for search in SEARCHES]
    row = asked(given, **WHOLE | {"searches": late})["pwc"]
    assert (row["cases"], row["left_out"], row["days"]) == (0, 5, None)


def test_a_search_cancelled_after_one_hire_is_closed_with_success(given: GivenExport) -> None:
    rows = asked(
        given,
        searches=[{"opened_on": "2025-05-01", "status": "cancelled", "closed_on": "2025-05-31"}],
        openings=[
            {"opened_on": "2025-05-01", "outcome": "filled", "closed_on": "2025-05-11"},
            {"opened_on": "2025-05-01", "outcome": "cancelled", "closed_on": "2025-05-31"},
        ],
        holds=[{"held_from": "2025-04-01", "held_until": "2025-04-03"}],
    )
    days = {name: row["days"] for name, row in rows.items()}
    assert (days["carerix_filled"], days["carerix_unfilled"]) == (30, None)
    assert (days["hirebridge_gross"], days["lever"], days["smartrecruiters"]) == (None, None, 10)


def said(definition: str, **more: Any) -> dict[str, Any]:
    """A row of the metric as the screen gets it."""
    row: dict[str, Any] = {"definition": definition, "unit": "opening", "cases": 393}
    row |= {"left_out": 85, "left_out_open": 46, "days": 62.53, "difference_days": -0.47}
    return row | {"filled_only_days": -6, "mean_days": 7.76, "rule_days": -2.23} | more


def shown(definition: str, **more: Any) -> pd.DataFrame:
    ours = said("ours", cases=478, left_out=0, left_out_open=0, days=63, difference_days=None)
    return pd.DataFrame([ours, said(definition, **more)])


def test_the_sentence_takes_the_difference_apart() -> None:
    text = findings.sentence(shown("jobscore"), "jobscore").replace("\u00a0", " ")
    assert "On this data that is 62.5 days, **0.5 days shorter than ours**." in text
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    assert [line.split(":")[0] for line in lines] == [
        "- 6 days shorter",
        "- 7.8 days longer",
        "- 2.2 days shorter",
    ]
    assert "46 still open are left out" in lines[0] and lines[2].endswith(
        "days on hold are taken off"
    )


@pytest.mark.parametrize(
    ("more", "difference", "counted"),
    [
        ({}, "0.5 days shorter than ours: leaves out 85, 46 still open", "393 of 478 openings"),
        ({"left_out_open": 0}, "0.5 days shorter than ours: leaves out 85", "393 of 478 openings"),
        ({"left_out_open": 85}, "0.5 days shorter than ours: leaves out 85, all still open", ""),
        ({"cases": 4, "left_out": 1}, "too few cases", "4 of 5 openings"),
        ({"difference_days": None}, "ours is not reached yet: leaves out 85, 46 still open", ""),
        ({"difference_days": 0.0, "left_out": 0}, "the same as ours", "393 of 393 openings"),
        ({"cases": None, "days": None}, "can't be seen from these files", "–"),
    ],
)
def test_the_table_says_the_difference_in_words(
    more: dict[str, Any], difference: str, counted: str
) -> None:
    row = findings.table(shown("jobscore", **more)).iloc[1]
    assert row["difference"].replace("\u00a0", " ") == difference
    assert not counted or row["cases_counted"] == counted
    assert pd.isna(row["days"]) == (difference[0] == "c" or "few" in difference)


def test_few_cases_and_what_cannot_be_seen_are_said_in_the_sentence() -> None:
    few = findings.sentence(shown("jobscore", cases=3, left_out=1), "jobscore")
    unseen = findings.sentence(shown("jobscore", cases=None), "jobscore")
    assert "3 of 4 openings here: too few for an average" in few
    assert "can't be seen from these files" in unseen
    assert findings.cards(shown("jobscore", cases=None), "jobscore")[1].value == "–"


@pytest.mark.parametrize("seed", range(6))
def test_every_definition_equals_the_slow_oracle_on_random_exports(seed: int) -> None:
    tables, random = random_export(seed), Random(seed)
    for row in tables["searches"]:
        back = timedelta(days=random.randrange(-3, 40))
        approved = str(date.fromisoformat(row["opened_on"]) - back)
        row["approved_on"] = random.choice(("", approved, approved))
    given = Given(tables)
    narrowed: dict[str, Any] = ({}, {"agencies": ("00", "02")})[seed % 2]
    try:
        found = given.metric("vendor_definitions", **narrowed)
        slow = ask_oracle(given, "vendor_definitions", **narrowed)
    finally:
        given.close()
    expected = {row["definition"]: row for row in slow}
    assert len(found) == len(expected)
    for row in found:
        theirs = expected[row["definition"]]
        if row["cases"] is None:
            assert not {"holds", "placements", "offers"} <= tables.keys() or not theirs["cases"]
            continue
        names = {"definition"} | theirs.keys() & {
            "cases",
            "left_out",
            "left_out_open",
            "days",
            "difference_days",
        }
        assert {name: row[name] for name in names} == approx({name: theirs[name] for name in names})
