"""Tables as people read them: no percentage on few cases, and the two numbers for a spreadsheet."""

import pandas as pd
import pytest

from partnership import tables
from partnership.labels import columns as words

OFFERS = pd.DataFrame(
    {
        "label": ["Harbour", "Brackenfell", "Quay"],
        "accepted": [23, 1, 0],
        "answered": [28, 1, 0],
        "acceptance_rate": [23 / 28, 1.0, None],
        "acceptance_low": [0.64, 0.2, None],
        "acceptance_high": [0.92, 1.0, None],
    }
)


def test_under_five_cases_a_table_says_one_of_one_without_percentage_or_range() -> None:
    shown = tables.counted(OFFERS)
    assert list(shown["acceptance_rate_of"]) == ["23 of 28", "1 of 1", "–"]
    for column in ("acceptance_rate", "acceptance_low", "acceptance_high"):
        assert list(shown[column].isna()) == [False, True, True], column


def test_counting_keeps_what_the_rows_are_grouped_by_and_is_done_once() -> None:
    rows = OFFERS.copy()
    rows.attrs["by"] = "agency"
    twice = tables.counted(tables.counted(rows))
    assert twice.attrs["by"] == "agency" and list(twice.columns).count("acceptance_rate_of") == 1


def test_a_share_whose_counts_are_not_there_is_left_alone() -> None:
    rows = pd.DataFrame({"acceptance_rate": [0.5]})
    assert list(tables.counted(rows).columns) == ["acceptance_rate"]


def test_a_spreadsheet_gets_two_numbers_in_the_place_of_k_of_n() -> None:
    columns = tables.counts_apart(["label", "redundancy_rate", "redundancy_rate_of"])
    assert columns == ["label", "redundancy_rate", "redundant", "submissions"]


@pytest.mark.parametrize("rate", list(tables.COUNTS))
def test_every_counted_share_is_a_share_with_headings(rate: str) -> None:
    assert tables.is_share(rate) and rate in words.HEADINGS
    assert tables.heading(f"{rate}_of").startswith("of ")
    assert all(name in words.HEADINGS for pair in tables.COUNTS[rate] for name in pair)


def test_several_agencies_in_one_cell_are_named() -> None:
    rows = pd.DataFrame({"agency_ids": ["a-1;a-9"], "topics": ["pay;market"]})
    shown = tables.presentable(rows, {"agency": {"a-1": "Harbour"}})
    assert list(shown.iloc[0]) == ["Harbour, a-9", "pay, market"]
