"""What the Reply times screen says, sentence by sentence."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from partnership.findings import reply_times as findings
from partnership.findings.cards import Measured
from partnership.targets import Target

UNSEEN = Measured(None, pd.DataFrame(), None, None)
MANY = findings.sides_of(["Harbour", "Quay"], is_agencys_own=False)
PROFILES = {"submissions": 20, "on_time": 6, "evaluable": 18, "waiting": 2, "median_days": 3.0}
BRIEFS = {"briefs": 9, "on_time": 2, "evaluable": 8, "waiting": 1, "median_days": 10.0}
SHARE = {"on_time_rate": 1 / 3, "on_time_low": 0.16, "on_time_high": 0.56}


def measured(row: Mapping[str, Any], target: Target | None = None) -> Measured:
    rows = pd.DataFrame([SHARE | dict(row)])
    return Measured(rows, rows, None, target)


def both(**seen: Measured) -> dict[str, Measured]:
    return {clock.name: seen.get(clock.name, UNSEEN) for clock in findings.CLOCKS}


def test_the_finding_says_how_often_each_side_is_in_time() -> None:
    shown = both(profile=measured(PROFILES), brief=measured(BRIEFS))
    assert findings.finding(shown, MANY) == (
        "HR answered 6 of 18 profiles in time; the agencies sent a first candidate in time for "
        "2 of 8 searches."
    )
    own = findings.sides_of(["Fennholt"], is_agencys_own=True)
    alone = both(profile=measured(PROFILES))
    assert findings.finding(alone, own) == "Fennholt answered 6 of 18 profiles in time."
    ours = both(profile=measured(PROFILES), brief=measured(BRIEFS))
    assert findings.finding(ours, own).endswith(
        "; we sent a first candidate in time for 2 of 8 searches."
    )
    assert findings.finding(both(), MANY) == "No profile was due for an answer."


@pytest.mark.parametrize(
    ("names", "own", "headings"),
    [
        (["Harbour", "Quay"], False, ("HR and the business leader owe", "the agencies owe")),
        (["Harbour"], False, ("HR and the business leader owe", "Harbour owes")),
        (["Fennholt", "Marlow"], True, ("the client owes", "we owe")),
    ],
)
def test_each_side_is_called_by_its_name(
    names: list[str], own: bool, headings: tuple[str, str]
) -> None:
    of = findings.sides_of(names, is_agencys_own=own)
    assert (findings.owes("client", of), findings.owes("agency", of)) == headings


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (PROFILES, "in 3 days"),
        (PROFILES | {"median_days": 1.0}, "in 1 day"),
        (PROFILES | {"median_days": 0.0}, "the same day"),
        (PROFILES | {"median_days": float("nan")}, "still open"),
        (PROFILES | {"submissions": 9}, ""),
    ],
)
def test_half_of_all_counts_those_still_waiting(row: dict[str, Any], said: str) -> None:
    assert findings.half_within(row, "submissions") == said


def test_a_card_has_the_share_and_beside_it_the_half() -> None:
    first = findings.cards(both(profile=measured(PROFILES, Target(0.6, 0.9))), "client")[0]
    assert (first.value, first.basis, first.also) == ("33\u00a0%", "6 of 18 due", "half in 3 days")
    assert first.target == "target 90\u00a0%: not met"
    unseen = findings.cards(both(), "agency")
    assert [card.basis for card in unseen] == ["can't be seen from these files"] * 2


def test_the_table_has_a_line_for_everything_owed() -> None:
    target = Target(0.6, 0.9)
    lines = findings.table(both(profile=measured(PROFILES, target), brief=measured(BRIEFS)), MANY)
    assert len(lines) == len(findings.CLOCKS)
    profile, brief = lines.iloc[0], lines.iloc[5]
    assert (profile["owed_by"], profile["in_time"], profile["judged"]) == ("HR", 6, 18)
    assert profile["agreed"] == "90\u00a0% (floor 60\u00a0%)"
    assert (brief["owed_by"], brief["half_within"]) == ("the agencies", "–")
    assert lines.iloc[1]["half_within"] == "can't be seen from these files"


def test_the_late_ones_are_offered_where_there_are_any() -> None:
    none_late = measured(BRIEFS | {"on_time": 8})
    shown = both(profile=measured(PROFILES), slot=measured(PROFILES), brief=none_late)
    assert findings.sides_with_late_ones(shown) == ["client", "both"]
    assert findings.unseen(UNSEEN) == "Can't be seen from these files."
    assert findings.unseen(none_late) == ""
