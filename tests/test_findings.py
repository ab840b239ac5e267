"""Figures as words: the rule for few cases, what can't be seen, and the sentences."""

from datetime import date

import pandas as pd
import pytest

from partnership import figures, tables
from partnership.findings import overview, time_to_fill
from partnership.findings.cards import Measured
from partnership.labels import shell as words
from partnership.targets import Target, target_of

SUMMARY = {
    "openings": 120,
    "filled": 70,
    "open": 40,
    "naive_median_days": 42.0,
    "median_days": 61.0,
    "median_low": 55.0,
    "median_high": None,
}


@pytest.mark.parametrize(
    ("value", "text"), [(0.474, "47\u00a0%"), (0.0, "0\u00a0%"), (None, "–"), (float("nan"), "–")]
)
def test_a_share_reads_as_percent_and_a_missing_one_as_a_dash(
    value: float | None, text: str
) -> None:
    assert figures.percent(value) == text


def test_days_and_dates_read_the_same_in_every_language_of_the_machine() -> None:
    assert figures.day(date(2026, 9, 30)) == "30 Sep 2026" and figures.day(pd.NaT) == "–"
    assert [figures.days(1), figures.days(61.5)] == ["1\u00a0day", "61.5\u00a0days"]
    assert figures.k_of_n(884, 1092) == "884 of 1,092"


def test_under_five_cases_a_card_says_two_of_three_without_percentage_or_range() -> None:
    card = figures.share_card("Offers accepted", 2, 3, 0.667, of="offers", low=0.2, high=0.9)
    assert card.value == "2 of 3" and "%" not in card.basis and card.likely == "" and not card.trend


def test_five_cases_are_enough_for_a_share_with_its_likely_range() -> None:
    card = figures.share_card("Offers accepted", 4, 5, 0.8, of="offers", low=0.38, high=0.96)
    assert card.value == "80\u00a0%" and card.basis == "4 of 5 offers"
    assert card.likely == "likely range 38–96\u00a0%"


def test_what_cannot_be_seen_is_not_zero() -> None:
    unseen = figures.share_card("Kickoff", None, None, None)
    none_due = figures.share_card("Kickoff", 0, 0, None)
    assert (unseen.value, unseen.basis) == ("–", "can't be seen from these files")
    assert (none_due.value, none_due.basis) == ("–", "no cases")


def test_the_finding_names_both_middle_values_and_the_gap() -> None:
    assert time_to_fill.finding(SUMMARY).replace("\u00a0", " ") == (
        "Half of the openings are filled after 61 days; the filled ones alone would say 42 days, "
        "19 days too short."
    )


def test_too_few_openings_have_no_middle_value() -> None:
    few = SUMMARY | {"openings": 7, "filled": 3}
    assert "too few" in time_to_fill.finding(few)
    assert time_to_fill.medians(few) == {"naive_median": None, "honest_median": None}


def test_a_middle_value_that_is_not_reached_is_said_and_not_invented() -> None:
    open_ended = SUMMARY | {"median_days": None}
    assert "Fewer than half" in time_to_fill.finding(open_ended)


def test_no_openings_make_no_finding_and_cards_of_dashes() -> None:
    nothing = {day: pd.DataFrame() for day in (30, 60, 90)}
    cards = time_to_fill.cards(None, nothing, nothing, None, {}, {})
    assert time_to_fill.finding(None) == "" and len(cards) == 6
    assert [card.value for card in cards[:5]] == ["–"] * 5


def test_groups_are_named_and_an_empty_group_is_not_given() -> None:
    rows = pd.DataFrame({"group": ["a-1", None, "a-9"], "n": [1, 2, 3]})
    named = tables.labelled(rows, "agency", {"agency": {"a-1": "Harbour"}})
    assert list(named["label"]) == ["Harbour", "not through an agency", "a-9"]
    assert list(tables.labelled(rows, "department", {})["label"])[1] == "not given"
    assert (
        list(tables.labelled(rows.assign(group="2026Q3"), "quarter", {})["label"])[0] == "2026 Q3"
    )


def test_codes_and_ids_become_words_and_names() -> None:
    rows = pd.DataFrame(
        {"agency_id": ["a-1"], "status": ["no_show"], "is_on_hold": [True], "topics": [["pay"]]}
    )
    shown = tables.presentable(rows, {"agency": {"a-1": "Harbour"}})
    assert list(shown.iloc[0]) == ["Harbour", "nobody came", "yes", "pay"]


def test_a_column_without_a_heading_reads_as_words() -> None:
    assert tables.heading("brand_new_count") == "Brand new count"


UPWARD, DOWNWARD = Target(floor=0.4, target=0.6), Target(floor=0.1, target=0.05)


@pytest.mark.parametrize(
    ("target", "low", "high", "said"),
    [
        (UPWARD, 0.61, 0.8, words.CLEARLY_AT_TARGET),
        (UPWARD, 0.2, 0.39, words.CLEARLY_BELOW),
        (UPWARD, 0.39, 0.7, words.COULD_BE_CHANCE),
        (DOWNWARD, 0.01, 0.05, words.CLEARLY_AT_TARGET),
        (DOWNWARD, 0.11, 0.2, words.CLEARLY_ABOVE),
        (DOWNWARD, 0.06, 0.09, words.BETWEEN),
        (DOWNWARD, 0.09, 0.2, words.COULD_BE_CHANCE),
        (UPWARD, 0.45, 0.55, words.BETWEEN),
        (UPWARD, 0.38, 0.5, words.COULD_BE_CHANCE),
        (DOWNWARD, 0.04, 0.2, words.COULD_BE_CHANCE),
        (UPWARD, None, None, ""),
    ],
)
def test_a_colour_needs_the_whole_likely_range_on_one_side(
    target: Target, low: float | None, high: float | None, said: str
) -> None:
    assert target.evidence(low, high, 100) == said


def test_under_ten_cases_there_is_no_colour_whatever_the_range() -> None:
    assert UPWARD.evidence(0.61, 0.9, 9) == words.COULD_BE_CHANCE


def test_met_or_not_met_follows_the_direction_of_the_target() -> None:
    assert [UPWARD.fact(0.6), UPWARD.fact(0.59)] == [
        "target 60\u00a0%: met",
        "target 60\u00a0%: not met",
    ]
    assert DOWNWARD.fact(0.04) == "target ≤ 5\u00a0%: met" and DOWNWARD.fact(0.06).endswith(
        "not met"
    )


def test_one_agencys_own_target_wins_over_the_one_for_all() -> None:
    agreed = pd.DataFrame(
        {
            "agency_id": [None, "a-3"],
            "metric": ["m.rate"] * 2,
            "floor": [0.4, 0.5],
            "target": [0.6, 0.7],
        }
    )
    assert target_of(agreed, "m.rate", ("a-3",)) == Target(0.5, 0.7)
    assert target_of(agreed, "m.rate", ("a-1",)) == Target(0.4, 0.6)
    assert target_of(agreed, "m.rate", None) == Target(0.4, 0.6)
    assert target_of(agreed, "other.rate", None) is None


def test_counts_that_cannot_be_seen_read_as_a_dash() -> None:
    unknown = pd.DataFrame({"rate": [pd.NA], "k": [pd.NA], "n": [pd.NA]})
    shown = tables.with_counts(unknown, "rate", "k", "n")
    assert list(shown["rate_of"]) == [figures.DASH]


def test_a_card_without_its_tables_says_so() -> None:
    card = overview.in_touch(Measured(None, pd.DataFrame(), None, None))
    assert (card.value, card.basis) == (figures.DASH, words.CANT_BE_SEEN)


def test_no_redundant_submission_is_said_and_no_submission_is_not() -> None:
    quarters = pd.DataFrame({"submissions": [9, 4], "redundant": [0, 0]})
    assert overview.none_redundant(quarters)
    assert not overview.none_redundant(quarters * 0)
    assert not overview.none_redundant(quarters.assign(redundant=[0, 1]))


def test_what_was_agreed_reads_as_a_limit_where_less_is_better() -> None:
    measures = pd.DataFrame(
        {
            "measure": ["redundant_submissions.redundancy_rate", "offer_outcomes.acceptance_rate"],
            "k": [115, 10],
            "n": [470, 40],
            "rate": [0.24, 0.25],
            "low": [0.21, 0.14],
            "high": [0.29, 0.4],
            "floor": [0.1, 0.7],
            "target": [0.05, 0.85],
            "verdict": ["past floor", "past floor"],
        }
    )
    shown = overview.measures_table(measures)
    agreed = [said.replace("\N{NO-BREAK SPACE}", " ") for said in shown["agreed"]]
    assert agreed == ["limit 10 %, target ≤ 5 %", "floor 70 %, target 85 %"]
    assert list(shown["verdict"]) == ["▲ clearly above the limit", "▼ clearly below the floor"]
