"""What the Redundant submissions screen says of hand-made rows."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from partnership.findings import redundant_submissions as redundant
from partnership.findings.cards import Measured


def measured(rows: pd.DataFrame, before: pd.DataFrame | None = None) -> Measured:
    """What a card is made of where no quarter and no target is."""
    return Measured(rows, pd.DataFrame(), before, None)


def total(submissions: int, **kinds: int | None) -> pd.DataFrame:
    """A row of redundant_submissions; kinds that are not given are 0."""
    seen: dict[str, Any] = dict.fromkeys(("resubmitted", "post_reject", "collision"), 0)
    seen |= {"known_here": 0} | kinds
    count = sum(value or 0 for value in seen.values())
    rates = {"redundancy_rate": None, "redundancy_low": None, "redundancy_high": None}
    return pd.DataFrame([seen | rates | {"submissions": submissions, "redundant": count}]).assign(
        unreviewed=0
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (total(90, collision=9, resubmitted=3), "12 of 90 submissions were redundant; most often"),
        (total(90, post_reject=1), "1 of 90 submissions was redundant: a person came again"),
        (total(90), "Not one of 90 submissions was redundant."),
        (total(1), "The only submission was not redundant."),
        (total(1, known_here=1), "The only submission was redundant: HR already had"),
        (total(8, known_here=None, resubmitted=2), "2 of 8 submissions were redundant; most"),
    ],
)  # fmt: skip
def test_the_finding_fits_the_number_of_submissions(rows: pd.DataFrame, said: str) -> None:
    assert redundant.finding(rows).startswith(said)


def test_nothing_sent_makes_no_finding_and_cards_without_cases() -> None:
    cards = redundant.cards(measured(pd.DataFrame()))
    assert redundant.finding(pd.DataFrame()) == ""
    assert {(card.value, card.basis) for card in cards} == {("–", "no cases")}


def test_a_kind_the_files_cannot_show_is_not_zero() -> None:
    kinds = redundant.cards(measured(total(8, known_here=None)))[1:5]
    assert [card.value for card in kinds] == ["0", "0", "0", "–"]
    assert kinds[0].basis == "of 8 submissions"
    assert kinds[3].basis == "can't be seen from these files"


def test_groups_are_ordered_by_number() -> None:
    groups = pd.DataFrame({"label": ["Quay", "Linden", "Harbour"], "redundant": [0, 5, 115]})
    groups.attrs["by"] = "agency"
    ordered = redundant.by_number(groups)
    assert list(ordered["label"]) == ["Harbour", "Linden", "Quay"] and ordered.attrs["by"]


def test_a_step_says_how_many_of_the_step_before_and_no_percentage_on_few() -> None:
    funnel = {"submissions": 200, "interviewed": 50, "offered": 4, "accepted": 3, "started": None}
    steps = redundant.funnel_steps(pd.DataFrame([funnel]))
    said = [text.replace("\u00a0", " ") for text in steps["said"]]
    assert said == ["200", "50 of 200 · 25 %", "4 of 50 · 8 %", "3 of 4"]


def test_steps_after_none_are_zero_of_nothing() -> None:
    funnel = {"submissions": 6, "interviewed": 0, "offered": 0, "accepted": 0, "started": 0}
    steps = redundant.funnel_steps(pd.DataFrame([funnel]))
    assert list(steps["said"])[1:] == ["0 of 6 · 0\u00a0%", "0", "0", "0"]
    assert steps["step_share"].iloc[2:].isna().all()


def test_a_funnel_of_nothing_has_no_steps() -> None:
    steps = redundant.funnel_steps(pd.DataFrame())
    assert steps.empty and {"label", "count", "said"} <= set(steps.columns)


AS_OF = date(2026, 9, 30)


def person(owner: str | None, until: str | None, owned: bool, decide: bool = False) -> Any:
    """A row of ownership."""
    return {
        "search_id": "s-1",
        "person_id": "p-c1",
        "owner_agency_id": owner,
        "owned_until": pd.Timestamp(until) if until else pd.NaT,
        "is_owned": owned,
        "needs_decision": decide,
        "fee_at_stake": None,
        "currency": None,
    }


def test_owners_begin_with_what_needs_a_decision_and_leave_out_who_has_none() -> None:
    people = pd.DataFrame(
        [
            person(None, None, False),
            person("past", "2026-01-01", False),
            person("soon", "2026-11-01", True),
            person("late", "2027-05-01", True),
            person("both", "2026-10-01", True, decide=True),
        ]
    )
    assert list(redundant.owners(people)["owner_agency_id"]) == ["both", "late", "soon", "past"]
    assert "1 more person came" in redundant.owners_note(people, AS_OF)
    assert "more person" not in redundant.owners_note(people.tail(4), AS_OF)


def test_the_rate_says_what_it_was_before() -> None:
    now, earlier = total(20, resubmitted=4), total(40).assign(redundancy_rate=0.1)
    card = redundant.cards(measured(now, earlier))[0]
    assert card.before.replace("\u00a0", " ") == "before 10 % of 40"
    assert redundant.cards(measured(now, total(3, resubmitted=1)))[0].before == ""
