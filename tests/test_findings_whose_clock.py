"""What is said of whose turn it was, of hand-made rows."""

from typing import Any

import pandas as pd

from partnership.findings import whose_clock as findings

SIDES = ("hr", "agency", "business_leader", "candidate", "hold", "unknown")
CALLED = findings.names((), is_agencys_own=False)


def whole(days: int, openings: int = 3, **sides: int | None) -> dict[str, Any]:
    """A row of open_days_by_side; a side that is not named had no day."""
    row: dict[str, Any] = {"openings": openings, "days": days}
    for side in SIDES:
        given = sides.get(side, 0)
        row[f"{side}_days"] = given
        row[f"{side}_rate"] = None if given is None else given / days
    return row


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_side_with_the_most_days_is_said_first_and_those_without_any_are_not() -> None:
    row = whole(200, hr=50, agency=110, candidate=30, hold=10)
    assert plain(findings.sentence(row, CALLED)) == (
        "3 openings were open for 200 days in all. The agency had the turn on 55 % of them, "
        "HR on 25 %, the candidate on 15 %; 5 % were on hold."
    )


def test_what_the_files_cant_show_is_left_out_and_few_days_get_no_percentage() -> None:
    row = whole(4, openings=1, hr=3, business_leader=None, unknown=1)
    assert plain(findings.sentence(row, CALLED)) == (
        "1 opening was open for 4 days in all. HR had the turn on 3 of 4 of them; "
        "on 1 of 4 it can't be seen."
    )
    nothing = whole(40, unknown=40)
    assert plain(findings.sentence(nothing, CALLED)).endswith("On 100 % it can't be seen.")


def test_what_would_read_as_no_percent_is_not_said() -> None:
    said = findings.sentence(whole(1000, hr=994, hold=2, unknown=4), CALLED)
    assert plain(said).endswith("HR had the turn on 99 % of them.")


def test_an_agencys_own_side_is_we() -> None:
    own = findings.names(["A client"], is_agencys_own=True)
    assert "We had the turn on" in findings.sentence(whole(10, agency=10), own)
    assert findings.parts(own)["agency_days"][0] == "We"
    several = findings.names(["Harbour", "Quay"], is_agencys_own=False)
    one = findings.names(["Harbour"], is_agencys_own=False)
    assert "Harbour had the turn on" in findings.sentence(whole(10, agency=10), one)
    assert findings.parts(several)["agency_days"][0] == "Agencies"


def test_a_card_for_each_side_that_had_days() -> None:
    rows = pd.DataFrame(
        [
            {"side": "hr", "days": 40, "beyond_days": 10, "beyond_rate": 0.25},
            {"side": "agency", "days": 7, "beyond_days": None, "beyond_rate": None},
        ]
    )
    hr, agency = findings.cards(rows, rows, CALLED)
    assert (hr.label, plain(hr.value)) == ("HR", "10 days")
    assert plain(hr.basis).startswith("25 % of 40 days")
    assert plain(hr.before) == "before 25 % of 40"
    assert (agency.value, plain(agency.basis)[:5]) == ("–", "of 7 ")


def test_steps_are_said_in_words_the_most_days_first() -> None:
    rows = pd.DataFrame(
        [
            {"group": "profile", "side": "hr", "days": 4},
            {"group": "candidate", "side": "agency", "days": 9},
        ]
    )
    shown = findings.steps(rows, CALLED)
    assert list(shown["side"]) == ["Agency", "HR"]
    assert list(shown["side_step"])[1] == "Answer to a profile"


def test_partners_stand_by_days_and_quarters_in_their_order() -> None:
    rows = pd.DataFrame({"label": ["a", "b", "c"], "days": [3, 9, 9]})
    assert list(findings.compared(rows, "agency")["label"]) == ["b", "c", "a"]
    assert list(findings.compared(rows, "quarter")["label"]) == ["a", "b", "c"]


def test_the_rule_for_interviews_is_said_where_the_files_show_any() -> None:
    assert "diary" in findings.note(whole(9, business_leader=0))
    assert "diary" not in findings.note(whole(9, business_leader=None))


def test_openings_of_one_title_are_told_apart() -> None:
    rows = pd.DataFrame({"title": ["Nurse"] * 12, "opening_id": [f"O{n}" for n in range(12)]})
    shown = findings.longest(rows)
    assert len(set(shown["label"])) == len(shown) == 10
    assert findings.longest_note(shown, whole(9, openings=12)).startswith("The 10 of 12 openings")
    assert findings.longest_note(shown.head(3), whole(9, openings=3)) == ""
