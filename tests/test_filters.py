"""Periods, filters, their link and their sentence."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership import choices, periods
from partnership.filters import Filters
from partnership.periods import Quarter

FIRST, AS_OF = date(2024, 10, 1), date(2026, 9, 30)
OFFERED = choices.options(
    pd.DataFrame(
        [
            ("agency", "a-1", "Harbour & Sons"),
            ("agency", "a-2", "Quay"),
            ("agency", "a-3", "Quay"),
            ("department", "Sales", "Sales"),
        ],
        columns=["kind", "value", "label"],
    )
)
DEFAULT = periods.periods(FIRST, AS_OF)[0]


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_day_lies_in_its_quarter_and_quarters_meet_without_a_gap(day: date) -> None:
    quarter = periods.quarter_of(day)
    assert quarter.start <= day < quarter.end
    assert quarter.plus(1).start == quarter.end and quarter.plus(5).plus(-5) == quarter


@pytest.mark.parametrize(
    ("as_of", "last"), [(AS_OF, Quarter(2026, 3)), (date(2026, 9, 29), Quarter(2026, 2))]
)
def test_a_quarter_is_complete_on_its_last_day_and_not_before(as_of: date, last: Quarter) -> None:
    assert periods.last_complete_quarter(as_of) == last


def test_the_default_is_the_last_four_complete_quarters() -> None:
    assert (DEFAULT.start, DEFAULT.end) == (date(2025, 10, 1), date(2026, 10, 1))
    assert DEFAULT.days_in_words == "Oct 2025 – Sep 2026"


def test_every_quarter_of_the_data_can_be_chosen_and_no_name_stands_twice() -> None:
    labels = [period.label for period in periods.periods(FIRST, AS_OF)]
    assert labels[:3] == ["Last four quarters", "All data", "2026 Q3"]
    assert "2024 Q4" in labels and "2024 Q3" not in labels and len(set(labels)) == len(labels)


def test_the_running_quarter_is_offered_as_unfinished() -> None:
    labels = [period.label for period in periods.periods(FIRST, date(2026, 11, 5))]
    assert labels[2] == "2026 Q4 so far"
    assert "2026 Q4 so far" not in [p.label for p in periods.periods(FIRST, AS_OF)]


def test_data_of_a_single_day_still_offers_periods() -> None:
    assert periods.periods(AS_OF, AS_OF)[0].label == "Last four quarters"
    assert periods.complete_quarters(date(2026, 9, 1), date(2026, 9, 2)) == []


def test_nothing_chosen_in_a_list_means_all_of_it() -> None:
    choice = choices.chosen(DEFAULT, {"agency": [], "department": ["Sales"]}, OFFERED)
    assert choice.filters == Filters(DEFAULT.start, DEFAULT.end, departments=("Sales",))


def test_equal_names_carry_their_id_so_that_neither_is_lost() -> None:
    assert OFFERED["agency"] == {"a-1": "Harbour & Sons", "a-2": "Quay (a-2)", "a-3": "Quay (a-3)"}


def test_the_sentence_says_the_period_and_every_choice() -> None:
    choice = choices.chosen(DEFAULT, {"agency": ["a-1", "a-2"]}, OFFERED)
    assert choices.sentence(choice, OFFERED) == (
        "Oct 2025 – Sep 2026 (last four quarters) against Oct 2024 – Sep 2025"
        " · Harbour & Sons, Quay (a-2) · all departments"
    )
    alone = replace(choice, compare=None, is_about_one=True)
    assert choices.sentence(alone, OFFERED) == (
        "Oct 2025 – Sep 2026 (last four quarters) · all departments"
    )


def test_a_copied_link_names_the_period_that_the_default_meant_that_day() -> None:
    choice = choices.chosen(DEFAULT, {"agency": ["a-1"], "department": ["Sales"]}, OFFERED)
    address = "http://localhost:8501/offers?agency=x#top"
    made = urlsplit(choices.link(address, choice, AS_OF, [("clock", "Without holds")]))
    assert made.path == "/offers" and parse_qs(made.query) == {
        "period": ["Four quarters to 2026 Q3"],
        "agency": ["Harbour & Sons"],
        "department": ["Sales"],
        "clock": ["Without holds"],
    }


def test_what_a_link_asks_for_in_vain_is_named() -> None:
    asked = {"agency": ["Quay", "Harbour & Sons"], "period": ["2031 Q1"]}
    assert choices.unknown_values(asked, OFFERED, periods.periods(FIRST, AS_OF)) == [
        "Quay",
        "2031 Q1",
    ]


def test_reaching_a_day_shifts_the_period_back_by_that_many_days() -> None:
    shifted = Filters(date(2026, 7, 1), date(2026, 10, 1), agencies=("a-1",)).reaching_day(60)
    assert shifted == Filters(date(2026, 5, 2), date(2026, 8, 2), agencies=("a-1",))
    assert Filters().reaching_day(60) == Filters()
