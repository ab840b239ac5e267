"""What the Meetings screen says of hand-made rows."""

from typing import Any

import pandas as pd
import pytest

from partnership.findings import meetings
from partnership.findings.cards import Measured


def measured(rows: pd.DataFrame, before: pd.DataFrame | None = None) -> Measured:
    """What a card is made of where no quarter and no target is."""
    return Measured(rows, pd.DataFrame(), before, None)


def contact(agency: str, silent: float | None, overdue: float | None) -> dict[str, Any]:
    """A row of partnership_contact."""
    row = {"agency_id": agency, "client_id": None, "agency_name": agency}
    return row | {"silent_days": silent, "overdue_days": overdue}


NORTHGATE, LINDEN = contact("Northgate", 41, 27), contact("Linden", 8, 0)
RELEASED = contact("Brackenfell", None, None)
GAPS = pd.DataFrame({"agency_id": ["Linden"], "client_id": [None], "median_gap_days": [5]})


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [NORTHGATE, LINDEN],
            "Of 2 partnerships, 1 is overdue for a meeting; the longest running ",
        ),
        ([NORTHGATE, contact("Quay", 99, 69)], "Of 2 partnerships, 2 are overdue for a meeting; "),
        ([LINDEN, contact("Quay", 3, 0)], "All 2 partnerships are in touch as agreed; "),
        ([NORTHGATE, RELEASED], "Northgate is overdue for a meeting: silent for 41 days."),
        ([LINDEN], "Linden is in touch as agreed: silent for 8 days."),
        ([RELEASED], ""),
    ],
)
def test_the_finding_names_the_longest_silence(rows: list[dict[str, Any]], said: str) -> None:
    sentence = meetings.finding(pd.DataFrame(rows)).replace("\u00a0", " ")
    assert sentence.startswith(said) and bool(sentence) == bool(said)


def test_the_table_puts_the_longest_overdue_first_and_says_the_state_in_words() -> None:
    table = meetings.partnership_table(pd.DataFrame([RELEASED, LINDEN, NORTHGATE]), GAPS)
    assert list(table["agency_name"]) == ["Northgate", "Linden", "Brackenfell"]
    assert list(table["median_gap_days"].fillna(0)) == [0, 5, 0]
    assert [state.replace("\u00a0", " ") for state in table["state"]] == [
        "▲ overdue by 27 days",
        "● in touch",
        "– no open brief",
    ]


def test_the_strip_shows_every_agency_once_the_longest_silence_on_top() -> None:
    met = pd.DataFrame({"agency_name": ["Linden", "Ashcombe", "Linden"]})
    order = meetings.by_silence(met, pd.DataFrame([LINDEN, RELEASED, NORTHGATE]))
    assert order == ["Northgate", "Linden", "Brackenfell", "Ashcombe"]


def cards_of(lead: dict[str, Any] | None) -> list[Any]:
    nothing = pd.DataFrame()
    partnerships = pd.DataFrame([NORTHGATE, RELEASED])
    return meetings.cards(measured(nothing), measured(nothing), lead, None, partnerships)


def test_no_brief_is_no_case_and_a_missing_table_cannot_be_seen() -> None:
    assert cards_of(None)[4].basis == "no cases"
    assert cards_of({"briefs": None})[4].basis == "can't be seen from these files"


def test_a_partnership_without_an_open_brief_is_not_overdue() -> None:
    overdue = cards_of(None)[1]
    assert (overdue.value, overdue.basis) == ("1", "of 1 partnership")


def test_the_lead_says_how_many_briefs_and_how_many_came_late() -> None:
    lead = cards_of({"briefs": 289, "median_days": 4.0, "late": 26, "held": 247})[4]
    assert lead.value.replace("\u00a0", " ") == "4 days" and "working days" in lead.basis
    assert lead.likely == "26 of 247 came after the first candidate"
