"""What the screen Do hires stay? says of hand-made rows, and how it draws them."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from partnership import charts, settings, wording
from partnership.findings import hires
from partnership.findings.cards import Measured
from partnership.settings import Rate, Settings

AS_OF = date(2026, 9, 30)
NOTHING = pd.DataFrame()


def retention(stayed: int | None, starters: int, days: int = 90, **more: Any) -> pd.DataFrame:
    """A row of retention for those who reached that day."""
    rate = None if stayed is None else stayed / starters
    row = {"group": None, "starters": starters, f"stayed_{days}": stayed}
    row |= {f"retained_{days}_rate": rate, f"retained_{days}_low": 0.5, f"retained_{days}_high": 1}
    return pd.DataFrame([row | more])


def leaver(started: str, left: int, claim_in: int, **more: Any) -> dict[str, Any]:
    """A row of guarantee_leaver whose claim ends so many days after the figures."""
    row = {"started_on": pd.Timestamp(started), "days_here": left, "days_to_claim": claim_in}
    row |= {"claim_by": pd.Timestamp(AS_OF) + pd.Timedelta(days=claim_in)}
    return row | {"fee_amount": 9000, "currency": "EUR", "is_being_replaced": False} | more


def fallen(left: int, starters: int, running: int, rate: float | None) -> Measured:
    """What the card of the guarantee is made of."""
    row = {"starters": starters, "left_within": left, "still_running": running}
    row |= {"fall_off_rate": rate, "fall_off_low": 0.01, "fall_off_high": 0.2}
    return Measured(pd.DataFrame([row]), NOTHING, None, None)


def measured(rows: pd.DataFrame) -> Measured:
    return Measured(rows, NOTHING, None, None)


def cards_of(
    guarantee: Measured | None = None,
    fees: pd.DataFrame = NOTHING,
    owed: pd.DataFrame = NOTHING,
) -> list[Any]:
    nothing = measured(NOTHING)
    return hires.cards(nothing, nothing, guarantee or nothing, nothing, fees, owed, AS_OF)


@pytest.mark.parametrize(
    ("after_90", "after_365", "left", "said"),
    [
        (
            retention(38, 40),
            retention(20, 25, 365),
            2,
            "38 of 40 hires were still here after 90 days; 20 of 25 after a year; "
            "2 left within the agency's guarantee.",
        ),
        (
            retention(3, 3),
            NOTHING,
            0,
            "3 of 3 hires were still here after 90 days; nobody left within an agency's guarantee.",
        ),
        (NOTHING, NOTHING, 1, "It is too early to say who stays"),
    ],
)
def test_the_finding(after_90: Any, after_365: Any, left: int, said: str) -> None:
    found = wording.for_reader(hires.finding(after_90, after_365, {"left_within": left}), "")
    assert found.startswith(said)


def test_no_hire_makes_no_finding_and_cards_without_cases() -> None:
    assert hires.finding(NOTHING, NOTHING, None) == ""
    assert {(card.value, card.basis) for card in cards_of()} == {("–", "no cases")}


def test_claims_come_first_the_nearest_on_top_and_those_of_other_periods_stay() -> None:
    rows = pd.DataFrame(
        [
            leaver("2026-02-02", 20, -100, fee_amount=1),
            leaver("2026-07-20", 20, 18),
            leaver("2026-07-06", 20, 4),
            leaver("2025-01-06", 20, -500),
            leaver("2026-07-13", 20, 11, is_being_replaced=True),
        ]
    )
    owed = hires.owed(rows, date(2026, 1, 1), date(2026, 7, 1))
    assert list(owed["days_to_claim"]) == [4, 18, -100]
    assert list(owed["state"]) == [
        "▲ 4\u00a0days left to claim",
        "▲ 18\u00a0days left to claim",
        "– last day has passed",
    ]
    # What is being filled again by the agency is owed no more.
    assert "18,001\u00a0EUR" in hires.owed_note(owed, AS_OF)
    guarantee = cards_of(fallen(3, 40, 2, 0.08), owed=owed)[2]
    assert guarantee.before == "2 to claim, the first by 4 Oct 2026"
    assert (
        guarantee.basis == "3 of 40 hires so far, 2 guarantees still run, counted in part"
        and guarantee.value == "8\u00a0%"
    )


def test_a_guarantee_that_nobody_got_through_is_too_early_to_tell() -> None:
    card = cards_of(fallen(1, 6, 5, None))[2]
    assert (card.value, card.basis) == ("–", "too early: 5 guarantees still run")


def test_where_no_file_tells_who_left_nobody_is_said_to_have_stayed() -> None:
    quarters = pd.DataFrame({"left": [None, None]})
    assert hires.unseen(quarters) and not hires.unseen(quarters.assign(left=[0, None]))
    assert hires.finding(retention(None, 4), NOTHING, {"left_within": None}) == hires.unseen(
        quarters
    )
    card = cards_of(fallen(None, 4, 0, None))[2]  # type: ignore[arg-type]
    assert (card.value, card.basis) == ("–", "can't be seen from these files")


FEES = pd.DataFrame(
    {
        "group": [None, None, None],
        "currency": ["EUR", "USD", None],
        "hires": [10, 4, 0],
        "without_fee": [0, 0, 3],
        "fees": [120000, 60000, None],
        "provisional": [1, 1, 0],
    }
)


def test_fees_of_two_currencies_stand_apart_and_are_provisional_while_guarantees_run() -> None:
    card = cards_of(fees=FEES)[4]
    assert (card.value, card.basis) == ("12,000\u00a0EUR", "10 hires")
    assert card.before == "15,000\u00a0USD (4 hires)"
    assert card.likely == "provisional: 2 guarantees still run"
    assert card.target == "3 hires without a fee on file"


def test_with_a_rate_there_is_one_fee_of_all_hires(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = Settings(reporting_currency="EUR", rates=(Rate("USD", 0.5, date(2026, 1, 1)),))
    monkeypatch.setattr(settings, "current", lambda: chosen)
    monkeypatch.setattr(hires, "current", lambda: chosen)
    card = cards_of(fees=FEES)[4]
    # (120,000 + 60,000 × 0.5) ÷ 14
    assert (card.value, card.basis, card.before) == ("10,714\u00a0EUR", "14 hires", "")
    assert "USD" in card.explained and "0.5" in card.explained


def test_fees_that_no_file_holds_cannot_be_seen() -> None:
    card = cards_of(fees=FEES.tail(1))[4]
    assert (card.value, card.basis) == ("–", "can't be seen from these files")


def test_the_table_puts_five_figures_of_a_group_side_by_side() -> None:
    after_90 = retention(9, 10, group="h", label="Harbour")
    after_90.attrs["by"] = "agency"
    year = retention(2, 4, 365, group="q", label="Quay")
    guarantee = pd.DataFrame(
        {
            "group": ["h", "q"], "label": ["Harbour", "Quay"], "starters": [8, 2],
            "left_within": [1, 1], "still_running": [0, 0], "fall_off_rate": [0.125, 0.5],
        }
    )  # fmt: skip
    rating = pd.DataFrame(
        {
            "group": ["h"],
            "label": ["Harbour"],
            "favourable": [4],
            "rated": [6],
            "favourable_rate": 0.67,
        }
    )
    fees = pd.DataFrame(
        {"group": ["h", "h"], "currency": ["EUR", "USD"], "hires": [2, 1], "fees": [20000, 7000]}
    )
    table = hires.group_table(after_90, year, guarantee, rating, fees, AS_OF)
    assert list(table["label"]) == ["Harbour", "Quay"] and table.attrs["by"] == "agency"
    assert table["fee_each"].iloc[0] == "10,000\u00a0EUR · 7,000\u00a0USD"
    # One of two is no percentage.
    assert table["fall_off_rate"].iloc[0] == 0.125 and pd.isna(table["fall_off_rate"].iloc[1])
    assert list(table["stayed_365"].dropna()) == [2]


CURVE = pd.DataFrame(
    {
        "day": [20, 100, 300, 340],
        "at_risk": [40, 30, 12, 9],
        "retained": [0.975, 0.94, 0.86, 0.76],
        "low": [0.9, 0.85, 0.74, 0.5],
        "high": [1, 0.98, 0.94, 0.9],
        "ended_otherwise": [0, 0, 0, 0],
    }
)


def test_the_curve_ends_where_too_few_were_followed_and_hatching_begins() -> None:
    figure = charts.still_here(CURVE)
    named = {trace.name: trace for trace in figure.data}
    assert list(named["started in this period"].x) == [0, 20, 100, 300]
    assert list(named["too early"].x) == [300, 300, 365, 365]
    assert figure.layout.yaxis.range[0] == 60 and "from 60 %" in figure.layout.yaxis.title.text
    assert "fewer than 10 of them" in hires.curve_note(CURVE)
    assert hires.curve_note(CURVE).startswith("40 people")


def test_a_year_that_enough_were_followed_through_has_no_hatching() -> None:
    whole = CURVE.assign(at_risk=[40, 30, 29, 28], day=[20, 100, 300, 400])
    named = {trace.name: trace for trace in charts.still_here(whole).data}
    assert "too early" not in named
    assert list(named["started in this period"].x) == [0, 20, 100, 300, 365]
    assert "Hatched" not in hires.curve_note(whole)


def test_a_few_people_make_no_curve() -> None:
    assert "Only 9 people started" in hires.too_few_for_a_curve(CURVE.tail(1))
    assert hires.too_few_for_a_curve(CURVE) == "" == hires.too_few_for_a_curve(CURVE.head(0))


def test_a_quarter_that_is_too_early_is_hatched_and_says_so() -> None:
    rows = pd.concat(
        [
            retention(18, 20, label="2026 Q1", is_final_90=True),
            retention(2, 3, label="2026 Q2", is_final_90=True),
            retention(None, 20, label="2026 Q3", is_final_90=False),
        ]
    )
    figure = charts.by_start_quarter(rows, axis="Still here, %", **hires.QUARTERS_90)
    bars, early, texts = figure.data
    assert list(bars.y) == [90, 0, 0] and list(early.y) == [0, 0, 100]
    assert [text.replace("<br>", " ").strip() for text in texts.text] == [
        "90\u00a0%",
        "2 of 3",
        "too early",
    ]
