"""What works here? in words: the finding, the cards, one claim, and what can't be told yet."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from partnership import charts
from partnership.findings import what_works as findings
from partnership.labels import what_works as words

Row = Mapping[str, Any]
SUPPORTED: Row = {
    "claim": "terms_accept", "with_k": 101, "with_n": 120, "with_rate": 0.842, "with_low": 0.766,
    "with_high": 0.896, "without_k": 140, "without_n": 203, "without_rate": 0.69,
    "without_low": 0.62, "without_high": 0.75, "difference": 0.152, "difference_low": 0.054,
    "difference_high": 0.2405, "with_searches": 103, "without_searches": 138,
    "fewest_searches": 20, "has_searches": True, "enough_on": pd.NaT, "p_value": 0.001,
    "verdict": "supported",
}  # fmt: skip
CHANCE = SUPPORTED | {
    "claim": "rhythm_redundancy", "difference": 0.012, "difference_low": -0.027,
    "difference_high": 0.049, "p_value": 0.96, "verdict": "chance",
}  # fmt: skip
OPPOSITE = CHANCE | {"claim": "reasons_yes", "difference": -0.15, "verdict": "opposite"}
FEW = SUPPORTED | {
    "claim": "kickoff_fill", "with_k": 1, "with_n": 1, "without_k": 0, "without_n": 0,
    "with_searches": 1, "without_searches": 0, "difference": None, "difference_low": None,
    "difference_high": None, "has_searches": False, "p_value": None, "verdict": "too_few",
    "enough_on": pd.Timestamp("2027-05-12"),
}  # fmt: skip


def claims(*rows: Row) -> pd.DataFrame:
    return findings.in_words(pd.DataFrame(list(rows)))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((SUPPORTED, CHANCE, FEW), "1 of 2 claims is borne out by these files."),
        (
            (SUPPORTED, CHANCE, OPPOSITE),
            "1 of 3 claims is borne out by these files; for 1 it is the other way round.",
        ),
        ((SUPPORTED,), "The one claim with enough cases is borne out by these files."),
        ((CHANCE, FEW), "The one claim with enough cases is not borne out by these files."),
        (
            (CHANCE, OPPOSITE),
            "None of the 2 claims with enough cases is borne out by these files; for 1 it is the "
            "other way round.",
        ),
        ((FEW,), "None of the claims has enough cases yet."),
    ],
)
def test_the_finding_counts_the_claims_with_an_answer(rows: tuple[Row, ...], said: str) -> None:
    assert findings.finding(claims(*rows)) == said


def test_claims_with_an_answer_stand_first_and_the_clearest_on_top() -> None:
    ordered = claims(FEW, CHANCE, OPPOSITE, SUPPORTED)
    assert list(ordered["verdict"]) == ["supported", "opposite", "chance", "too_few"]
    assert list(findings.with_answer(ordered)["claim"]) == [
        "terms_accept",
        "reasons_yes",
        "rhythm_redundancy",
    ]


def test_a_card_has_the_difference_both_groups_and_their_cases() -> None:
    card, other = findings.cards(claims(CHANCE, SUPPORTED, OPPOSITE, FEW))
    assert (card.label, card.value) == ("More terms granted", "+15 points")
    assert "84\u00a0% with: 101 of 120" in card.basis and "140 of 203" in card.basis
    assert card.likely == "likely range +5 to +24 points"
    assert card.evidence == "Supported · an association, not a proof"
    assert other.value == "−15 points" and "other way round" in other.evidence


def test_one_claim_is_told_with_its_groups_and_how_they_are_told_apart() -> None:
    told = findings.one(claims(SUPPORTED), "terms_accept")
    assert "101 of 120 offers that granted some of it, 140 of 203 that granted none" in told
    assert "difference +15 points, likely range +5 to +24 points. **Supported.**" in told
    assert words.CLAIMS["terms_accept"].rule in told


def test_of_few_cases_there_is_no_difference() -> None:
    told = findings.one(claims(FEW), "kickoff_fill")
    assert "1 of 1 opening with a kickoff of all three, no without one. **Too few" in told
    assert "difference" not in told and "%" not in told


def test_who_is_early_reads_when_it_can_be_told() -> None:
    later = findings.later(claims(SUPPORTED, FEW), {"briefs", "meetings", "offers"}.__contains__)
    line = next(line for line in later.splitlines() if "filled by day 60" in line)
    assert line.endswith(
        "too few cases yet (1 search with, 0 searches without); at this pace until about 2027 Q2."
    )
    assert "A claim needs 20 searches on each side." in later
    assert "- **HR answered in time: candidates who withdrew**: no case yet." in later
    assert "- **Market talked about: first candidate in time**: no case yet." in later
    assert "(missing: who does what)" in later
    assert "(missing: who attended the meetings, changes of a brief)" in later


@pytest.mark.parametrize(
    ("why", "said"),
    [({"has_searches": False}, words.NO_PACE), ({"has_searches": True}, words.FEW_QUARTERS)],
)
def test_without_a_day_the_reason_is_said(why: Row, said: str) -> None:
    later = findings.later(claims(FEW | {"enough_on": pd.NaT} | why), bool)
    assert said in later


def test_nothing_waits_where_every_claim_has_an_answer() -> None:
    everything = [SUPPORTED | {"claim": claim} for claim in words.CLAIMS]
    assert findings.later(claims(*everything), bool) == ""


def test_the_chart_has_two_dots_with_their_ranges_a_claim() -> None:
    answered = findings.with_answer(claims(SUPPORTED, CHANCE))
    figure = charts.pairs(
        answered,
        label=("claim_name", "outcome_name"),
        groups=((words.WITH, "with"), (words.WITHOUT, "without")),
        said="said",
        axis=words.CHART_AXIS,
    )
    first, second = figure.data
    assert list(first.x) == pytest.approx([84.2, 84.2]) and list(second.x)[0] == 69.0
    assert first.error_x.array[0] == pytest.approx(5.4)
    assert first.error_x.arrayminus[0] == pytest.approx(7.6)
    assert all(a < b for a, b in zip(first.y, second.y, strict=True))
    assert figure.layout.yaxis.ticktext[0] == "More terms granted<br>accepted"
    assert figure.layout.yaxis.range == (1.5, -0.5)
    assert "supported" in figure.layout.annotations[0].text
