"""What stands beside the headline numbers of a screen: what ended, how offers were negotiated,
hours and disputes, and who keeps to what was agreed; all of hand-made rows."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from partnership import tables
from partnership.findings import effort_and_disputes, ended_openings, negotiation
from partnership.findings import working_together as together
from partnership.findings.cards import Measured

AS_OF = date(2026, 9, 30)
NOTHING = pd.DataFrame()
UNSEEN = "can't be seen from these files"


def measured(**row: Any) -> Measured:
    """What a card of this one row is made of, where no quarter and no target is."""
    return Measured(pd.DataFrame([row]), NOTHING, None, None)


def share(stem: str, rate: float | None) -> dict[str, Any]:
    """A rate with a likely range."""
    return {f"{stem}_rate": rate, f"{stem}_low": 0.1, f"{stem}_high": 0.9}


def ended(filled: int, by_agency: int, agency_share: float | None) -> Measured:
    row = {"ended": 20, "filled": filled, "filled_by_agency": by_agency}
    return measured(**row, **share("fill", filled / 20), agency_share=agency_share)


def test_what_ended_and_how_long_a_person_took() -> None:
    row = {"hired": 12, "in_process": 3, "submissions": 100, "median_days": 28}
    row |= {"median_low": 26.0, "median_high": 31.0}
    row |= {"hired_by_30_rate": 0.06, "hired_by_60_rate": 0.11}
    cards = ended_openings.cards(ended(16, 12, 0.75), row, is_agencys_own=False)
    assert [card.value.replace("\u00a0", " ") for card in cards] == [
        "80 %",
        "75 %",
        "28 days",
        "11 %",
    ]
    assert cards[1].basis == "12 of 16 filled" and cards[3].likely == "6\u00a0% within 30 days"
    assert cards[2].likely == "likely range 26–31\u00a0days"
    few = ended_openings.cards(ended(16, 12, 0.75), row | {"hired": 9}, is_agencys_own=False)
    assert (few[2].value, few[2].likely) == ("–", "")


def test_an_agencys_own_files_dont_show_who_else_filled() -> None:
    cards = ended_openings.cards(ended(1, 1, None), None, is_agencys_own=True)
    assert cards[0].label.startswith("Filled by us") and cards[1].basis == UNSEEN


def test_how_offers_were_negotiated() -> None:
    lead = measured(
        led_by_agency=12,
        negotiated=20,
        not_negotiated=3,
        unknown_lead=1,
        **share("agency_led", 0.6),
    )
    counter = measured(cited=2, lost=10, without_reason=4, **share("counter_offer", 0.2))
    pay = measured(within_5=8, stated=10, median_difference=0.04, **share("within_5", 0.8))
    starts = {"accepted": 30, "planned": 2, "median_days": 33.0}
    starts |= {"median_low": 28.0, "median_high": 39.0}
    starts |= {"first_quarter_days": 21.0, "third_quarter_days": 60.0}
    cards = negotiation.cards(lead, counter, pay, starts)
    assert [card.basis.replace("\u00a0", " ") for card in cards] == [
        "12 of 20 negotiated; 3 not negotiated, 1 not said",
        "2 of 10 lost; 4 without a reason",
        "8 of 10 accepted; half are 4 % away or less",
        "30 accepted, 2 still to start",
    ]
    assert cards[3].value == "33\u00a0days"
    assert cards[3].before == "half between 21 and 60\u00a0days"
    assert cards[3].likely == "likely range 28–39\u00a0days"


def test_what_no_file_says_of_a_negotiation_cannot_be_seen() -> None:
    lead = measured(
        led_by_agency=None,
        negotiated=None,
        not_negotiated=None,
        unknown_lead=9,
        **share("agency_led", None),
    )
    counter = measured(cited=0, lost=7, without_reason=7, **share("counter_offer", None))
    pay = measured(within_5=None, stated=0, median_difference=None, **share("within_5", None))
    starts = {"accepted": 30, "planned": 0, "median_days": None}
    cards = negotiation.cards(lead, counter, pay, starts)
    assert [card.value for card in cards] == ["–"] * 4
    assert [cards[0].basis, cards[1].basis.partition(";")[0], cards[3].basis] == [UNSEEN] * 3


def terms(*rows: tuple[str, float | None]) -> pd.DataFrame:
    return pd.DataFrame({"term": [row[0] for row in rows], "asked": [row[1] for row in rows]})


def test_wishes_are_in_words_and_their_absence_is_said() -> None:
    shown = negotiation.terms(terms(("any", 5), ("pay", 4), ("title", 0)))
    assert list(shown["label"]) == ["any of them", "pay"]
    assert negotiation.without_terms(terms(("any", 5))) == ""
    assert "can't be seen" in negotiation.without_terms(terms(("any", None)))
    assert "Nobody asked" in negotiation.without_terms(terms(("any", 0)))


def test_hours_stand_beside_the_assumed_minutes_and_fees_in_their_currency() -> None:
    effort = {"redundant": 9, "minutes_each": 20.0, "hours": 3.0}
    consent = measured(with_consent=45, submissions=50, **share("consent", 0.9))
    disputes = pd.DataFrame(
        {
            "currency": ["EUR", "USD", None], "disputes": [6, 3, 2], "open": [1, 1, 0],
            "open_fee_at_stake": [9000, 500, None], "median_days": [26, 26, 26],
        }
    )  # fmt: skip
    hours, consented, fees = effort_and_disputes.cards(effort, consent, disputes, AS_OF)
    assert (hours.value, hours.basis) == ("3 hours", "9 redundant, 20 minutes each")
    assert consented.basis == "45 of 50 sent"
    assert (fees.value, fees.basis) == ("11", "raised in this period, 2 still open")
    assert fees.likely == "9,000\u00a0EUR · 500\u00a0USD at stake"
    assert fees.target == "half settled after 26\u00a0days"
    unseen = effort_and_disputes.cards(effort | {"hours": None}, consent, None, AS_OF)
    assert [unseen[0].basis, unseen[2].basis] == [UNSEEN, UNSEEN]


def lines(**more: Any) -> pd.DataFrame:
    """The table of Working together where nothing came in but what is named."""
    nothing = {"attendance": NOTHING, "promises": NOTHING, "roles": NOTHING}
    nothing |= {"market": None, "brief": None, "goals": None, "is_seen": lambda table: False}
    return together.lines(**{**nothing, **more}).set_index("name")


def test_every_line_says_whose_it_is_and_of_how_many() -> None:
    promises = pd.DataFrame(
        [
            {"owner": "agency", "promises": 10, "kept": 5, "late": 3, "still_open": 2},
            {"owner": "hr", "promises": 3, "kept": 2, "late": 1, "still_open": 0},
        ]
    ).assign(kept_rate=[0.5, 2 / 3], kept_low=0.1, kept_high=0.9)
    table = lines(promises=promises, is_seen=lambda table: table == "commitments")
    kept = table.loc["promises"]
    assert list(kept["party"]) == ["HR", "agency"]
    assert list(kept["remark"]) == ["1 kept later, 0 still open", "3 kept later, 2 still open"]
    # Two of three is no percentage, and has no range.
    shown = tables.counted(kept.reset_index())
    assert list(shown["done_rate_of"]) == ["2 of 3", "5 of 10"]
    assert shown[["done_rate", "done_low"]].isna().to_numpy().tolist() == [
        [True, True],
        [False, False],
    ]
    assert table.loc["attendance", "remark"] == UNSEEN
    assert table.loc["roles", "remark"].startswith("no tasks agreed yet")


def test_what_came_in_without_a_case_is_not_unseen() -> None:
    attendance = pd.DataFrame([{"party": "hr", "expected": None, "attended": None}])
    goals = {
        "pairs": 6,
        "aligned": 5,
        "mean_hr": 3.75,
        "mean_agency": 3.5,
        **share("aligned", 5 / 6),
        **{"mean_gap": -0.25, "gap_low": -0.6, "gap_high": 0.1},
    }
    table = lines(attendance=attendance, goals=goals, is_seen=lambda table: True)
    assert table.loc["promises", "remark"] == "no cases in this period"
    assert table.loc["attendance", "remark"] == "the files list only those who came"
    assert table.loc["goals", "remark"] == "of 5: HR 3.8, agency 3.5; apart no more than by chance"
    goals |= {"gap_low": -0.4, "gap_high": -0.1}
    table = lines(attendance=attendance, goals=goals, is_seen=lambda table: True)
    assert table.loc["goals", "remark"].endswith("; HR's higher by 0.1 to 0.4")


@pytest.mark.parametrize("answers", [NOTHING.assign(item=[], respondent=[])])
def test_without_answers_there_is_no_survey(answers: pd.DataFrame) -> None:
    assert together.survey(answers).empty


def test_the_survey_has_what_each_says_of_the_other() -> None:
    rows = [
        {
            "respondent": "agency",
            "item": "goals",
            "answers": 8,
            "favourable": 6,
            "favourable_rate": 0.75,
        },
        {
            "respondent": "hr",
            "item": "goals",
            "answers": 4,
            "favourable": 1,
            "favourable_rate": 0.25,
        },
    ]
    table = tables.counted(together.survey(pd.DataFrame(rows)))
    assert list(table["item"])[:2] == ["Goals", "Roles"]
    assert list(table["by_agency_rate_of"])[:2] == ["6 of 8", "–"]
    assert pd.isna(table["by_hr_rate"].iloc[0]) and table["by_hr_rate_of"].iloc[0] == "1 of 4"
