"""Records in words, and what is wrong with what was typed."""

from datetime import date

import pandas as pd
import pytest

from partnership.findings import records as findings
from partnership.labels import records as words
from partnership.targets import Target, target_of, with_typed

ENDS = date(2026, 9, 30)
NAMES = findings.Names({"A-1": "Harbour"}, {"S-1": "Engineer, Bristol · S-1"})


def test_a_meeting_is_told_with_its_day_its_agency_and_who_was_there() -> None:
    meeting = {"starts_at": "2026-09-30T10:00:00+02:00", "agency_id": "A-1", "kind": "check_in"}
    meeting |= {
        "formality": "informal",
        "status": "held",
        "topics": "market;pay",
        "search_id": "S-1",
    }
    bold, rest = findings.told("meetings", meeting, NAMES, ["agency", "hr"])
    assert bold == "30 Sep 2026 · Harbour"
    assert rest == (
        "Check-in · Informal · Held · Engineer, Bristol · S-1 · HR, Recruiter"
        " · Local job market, pay"
    )
    assert findings.told("meetings", meeting, NAMES)[1].count(words.TOLD["nobody"]) == 1


def test_a_target_is_told_with_both_its_values_and_a_limit_where_less_is_better() -> None:
    target = {"agency_id": "", "metric": "redundant_submissions.redundancy_rate"}
    target |= {"floor": "0.1", "target": "0.05", "agreed_on": "2026-01-15", "agreed_by": "both"}
    bold, rest = findings.told("targets", target, NAMES)
    assert bold == "All agencies · Redundant submissions"
    assert rest == "limit 10\u00a0%, target 5\u00a0% · agreed on 15 Jan 2026 · agreed by both"


@pytest.mark.parametrize(
    ("typed", "kept"), [(85.0, "0.85"), (100.0, "1"), (0.0, "0"), (61.5, "0.615"), (0.1, "0.001")]
)
def test_a_percentage_is_kept_as_a_fraction_and_comes_back(typed: float, kept: str) -> None:
    assert findings.fraction(typed) == kept
    assert findings.percentage(kept) == typed


def test_nothing_typed_is_no_percentage() -> None:
    assert findings.fraction(None) == "" and findings.percentage("") is None


def test_every_suggestion_lies_on_the_right_side_of_its_floor() -> None:
    assert findings.SUGGESTIONS.keys() <= words.MEASURES.keys()
    for metric, (floor, target) in findings.SUGGESTIONS.items():
        assert findings.wrong_target({"metric": metric, "floor": floor, "target": target}) == []


def test_what_ends_before_it_begins_is_named() -> None:
    assert findings.wrong_order({"asked_at": "2026-09-30", "answered_at": "2026-09-29"}) == [
        "“Answered on” lies before “Asked on”."
    ]
    assert findings.wrong_order({"asked_at": "2026-09-30", "answered_at": "2026-09-30"}) == []
    assert findings.wrong_order({"made_on": "2026-09-30", "due_on": "2026-09-01"}) == [
        words.DUE_BEFORE_MADE
    ]


def test_an_agencys_own_searches_come_first_and_each_once() -> None:
    rows = pd.DataFrame(
        {"search_id": ["S-3", "S-2", "S-2", "S-1"], "agency_id": ["A-2", "A-1", "A-2", "A-1"]}
    )
    assert findings.searches_first(rows, "A-1") == ["S-2", "S-1", "S-3"]
    assert findings.searches_first(rows, "") == ["S-3", "S-2", "S-1"]


@pytest.mark.parametrize(
    ("kept", "days", "ends", "said"),
    [
        (0, [], ENDS, "No meeting has been typed yet."),
        (1, [], ENDS, "1 meeting typed. All of them are in the figures."),
        (3, ["2026-09-29", "2026-09-30T23:00"], ENDS, "3 meetings typed. 2 entered after these"),
        (
            3,
            ["2026-10-01"],
            ENDS,
            "3 meetings typed. After 30 Sep 2026, where these figures end",
        ),
        (3, ["2026-10-01"], None, "3 meetings typed. The figures shown are an invented sample"),
    ],
)
def test_how_many_are_kept_and_not_counted_yet(
    kept: int, days: list[str], ends: date | None, said: str
) -> None:
    new = [{"starts_at": day} for day in days]
    assert findings.kept_sentence("meetings", kept, new, ends).startswith(said)


def test_every_kind_of_record_can_be_told_and_asked_for() -> None:
    for table, (bold, rest) in findings.LINES.items():
        assert table in words.TABLES
        assert {*bold, *rest} <= words.FIELDS.keys()


def test_a_typed_target_takes_the_place_of_the_older_one_of_the_same_agency_alone() -> None:
    agreed = pd.DataFrame(
        {
            "agency_id": [None, "A-1"],
            "metric": ["m.rate", "m.rate"],
            "floor": [0.4, 0.5],
            "target": [0.6, 0.7],
        }
    )
    typed = [{"agency_id": "", "metric": "m.rate", "floor": "0.1", "target": "0.2"}]
    both = with_typed(agreed, typed)
    assert target_of(both, "m.rate", ("A-1",)) == Target(0.5, 0.7)
    assert target_of(both, "m.rate", None) == Target(0.1, 0.2, is_new=True)
    assert with_typed(agreed, []) is agreed
    new, old = target_of(both, "m.rate", None), Target(0.1, 0.2)
    assert new and new.fact(0.3) == f"{old.fact(0.3)} (entered after these figures)"
    assert with_typed(agreed.head(0), typed)["metric"].tolist() == ["m.rate"]
