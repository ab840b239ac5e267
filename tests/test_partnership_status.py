"""Which partnerships need a conversation, why, and who moves next: each rule on rows worked out by
hand, and what changed."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from given import Given
from pytest import approx

from partnership.findings import overview as findings
from partnership.statistics import changes

GivenExport = Callable[..., Given]
FLOORS = [
    {"metric": "feedback_latency.on_time_rate", "floor": "0.6", "target": "0.9"},
    {"metric": "redundant_submissions.redundancy_rate", "floor": "0.1", "target": "0.05"},
    {"metric": "offer_outcomes.acceptance_rate", "floor": "0.7", "target": "0.85"},
]
MONDAY = date(2025, 3, 3)


def sent(
    agency: str, count: int, *, answered_after: int = 1, name: str = ""
) -> list[dict[str, Any]]:
    """So many profiles of an agency on Mondays, each answered so many days later."""
    return [
        {
            "submission_id": f"{name or agency}{number}",
            "agency_id": agency,
            "received_at": f"{MONDAY + timedelta(days=7 * (number % 8))}T09:00:00Z",
            "decided_at": f"{MONDAY + timedelta(days=7 * (number % 8) + answered_after)}T09:00:00Z",
            "decision": "advanced",
        }
        for number in range(count)
    ]


def status_of(export: Given, agency: str, **asked: Any) -> dict[str, Any]:
    rows = export.metric("partnership_status", **asked)
    return next(row for row in rows if row["agency_id"] == agency)


def test_silent_for_more_than_twice_the_agreed_interval_needs_a_conversation(
    given: GivenExport,
) -> None:
    """Agreed are 14 days; the export is of 31 July, so 28 days of silence began on 3 July."""
    agencies = [{"agency_id": name} for name in "AB"]
    briefs = [{"agency_id": name, "briefed_at": "2025-06-02"} for name in "AB"]
    met = [
        {"agency_id": "A", "starts_at": "2025-07-02T09:00:00Z"},
        {"agency_id": "B", "starts_at": "2025-07-03T09:00:00Z"},
    ]
    export = given(agencies=agencies, briefs=briefs, meetings=met)
    silent = status_of(export, "A")
    assert (silent["status"], silent["reason"]) == ("needs_conversation", "silence")
    assert (silent["days"], silent["agreed_days"], silent["who_moves_next"]) == (29, 14, "hr")
    assert status_of(export, "B")["status"] == "too_little_data"
    assert status_of(export, "B")["silent_days"] == 28


def test_without_meetings_on_file_nobody_is_silent(given: GivenExport) -> None:
    export = given(briefs=[{"agency_id": "A", "briefed_at": "2025-01-02"}])
    row = status_of(export, "A")
    assert (row["status"], row["silent_days"]) == ("too_little_data", None)


def test_a_released_partnership_is_not_silent(given: GivenExport) -> None:
    briefs = [{"briefed_at": "2025-01-02", "released_at": "2025-03-01"}]
    export = given(briefs=briefs, meetings=[{"starts_at": "2025-01-10T09:00:00Z"}])
    assert status_of(export, "A")["reason"] is None


def test_slow_answers_to_one_agency_are_a_reason_and_to_all_are_not(given: GivenExport) -> None:
    """A waits five days where B has its answer the next day; then both wait."""
    one = given(targets=FLOORS, submissions=sent("A", 12, answered_after=7) + sent("B", 12))
    slow, prompt = status_of(one, "A"), status_of(one, "B")
    assert (slow["reason"], slow["who_moves_next"]) == ("feedback_latency.on_time_rate", "hr")
    assert (slow["k"], slow["n"], slow["floor"]) == (0, 12, 0.6)
    assert (prompt["status"], prompt["is_hr_past_floor"]) == ("on_track", False)
    late = sent("A", 12, answered_after=7) + sent("B", 12, answered_after=7)
    for agency in "AB":
        row = status_of(given(targets=FLOORS, submissions=late), agency)
        assert (row["status"], row["is_hr_past_floor"]) == ("on_track", True)


def test_alone_there_is_nobody_to_be_slower_than(given: GivenExport) -> None:
    export = given(targets=FLOORS, submissions=sent("A", 12, answered_after=7))
    assert status_of(export, "A")["reason"] == "feedback_latency.on_time_rate"


def test_under_ten_cases_nothing_decides(given: GivenExport) -> None:
    export = given(targets=FLOORS, submissions=sent("A", 9, answered_after=7))
    row = status_of(export, "A")
    assert (row["status"], row["most_cases"]) == ("too_little_data", 9)


def test_without_an_agreed_target_no_share_decides(given: GivenExport) -> None:
    row = status_of(given(submissions=sent("A", 20, answered_after=7)), "A")
    assert (row["status"], row["has_target"]) == ("too_little_data", False)


def twice(agency: str, count: int, *, by: str) -> list[dict[str, Any]]:
    """The people of `sent` once more, the next day, by the same or another agency."""
    return [
        row
        | {
            "submission_id": f"again-{row['submission_id']}",
            "agency_id": by,
            "candidate_id": f"c-{row['submission_id']}",
            "received_at": row["received_at"].replace("T09", "T10"),
        }
        for row in sent(agency, count)
    ]


@pytest.mark.parametrize(("by", "mover"), [("A", "agency"), ("B", "both")])
def test_who_sends_twice_moves_next_and_a_collision_is_for_both(
    given: GivenExport, by: str, mover: str
) -> None:
    row = status_of(given(targets=FLOORS, submissions=sent("A", 12) + twice("A", 12, by=by)), by)
    assert (row["reason"], row["who_moves_next"]) == (
        "redundant_submissions.redundancy_rate",
        mover,
    )
    assert (row["k"], row["n"]) == ((12, 24) if by == "A" else (12, 12))


def test_an_agencys_own_floor_wins(given: GivenExport) -> None:
    own = {"agency_id": "A", "metric": "redundant_submissions.redundancy_rate"}
    targets = [*FLOORS, own | {"floor": "0.9", "target": "0.8"}]
    export = given(targets=targets, submissions=sent("A", 12) + twice("A", 12, by="A"))
    assert status_of(export, "A")["status"] == "on_track"


def test_three_promises_a_month_past_due_are_a_reason_two_are_not(given: GivenExport) -> None:
    """Of 31 July: due by 30 June is 31 days past due, due on 1 July is 30."""
    briefs = [{"agency_id": "A", "briefed_at": "2025-06-02"}]
    due = [{"owner": "agency", "due_on": day} for day in ("2025-06-30", "2025-06-30", "2025-05-01")]
    late = status_of(given(briefs=briefs, commitments=due), "A")
    assert (late["reason"], late["k"], late["days"]) == ("promises", 3, 91)
    assert late["who_moves_next"] == "agency"
    for better in ({"due_on": "2025-07-01"}, {"closed_on": "2025-07-20"}):
        kept = given(briefs=briefs, commitments=[*due[:2], due[2] | better])
        assert status_of(kept, "A")["reason"] is None


def test_a_period_judges_its_own_cases(given: GivenExport) -> None:
    export = given(targets=FLOORS, submissions=sent("A", 12) + twice("A", 12, by="A"))
    later = status_of(export, "A", period_start=date(2025, 3, 31), period_end=date(2025, 7, 1))
    assert later["most_cases"] < 12 and later["status"] == "too_little_data"


def test_a_change_is_the_difference_with_newcombes_range(given: GivenExport) -> None:
    """Newcombe 1998: 56 of 70 less 48 of 80 is 0.0524 to 0.3339."""

    def offers(count: int, accepted: int, month: str) -> list[dict[str, Any]]:
        return [
            {
                "offer_id": f"{month}{number}",
                "submission_id": f"{month}{number}",
                "extended_at": f"2025-{month}-10T09:00:00Z",
                "answered_at": f"2025-{month}-12T09:00:00Z",
                "outcome": "accepted" if number < accepted else "declined",
            }
            for number in range(count)
        ]

    made = offers(80, 48, "02") + offers(70, 56, "05")
    profiles = [{"submission_id": offer["submission_id"]} for offer in made]
    export = given(submissions=profiles, offers=made)
    asked = {"period_start": date(2025, 4, 1), "period_end": date(2025, 7, 1)}
    found = export.metric("measure_changes", **asked)
    rows = [row for row in found if row["measure"] == "offer_outcomes.acceptance_rate"]
    assert [row["agency_id"] for row in rows] == [None, "A"]
    for row in rows:
        assert (row["k"], row["n"], row["before_k"], row["before_n"]) == (56, 70, 48, 80)
        assert row["difference_low"] == approx(0.0524, abs=5e-5)
        assert row["difference_high"] == approx(0.3339, abs=5e-5)
        assert row["is_change"]
    assert not export.metric(
        "measure_changes", **asked, compare_start=date(2024, 1, 1), compare_end=date(2024, 4, 1)
    )


def test_several_comparisons_are_judged_together() -> None:
    """Benjamini and Hochberg 1995, table 1: four of fifteen."""
    p_values = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
    p_values += [0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert changes.discoveries(p_values) == [True] * 4 + [False] * 11
    assert changes.discoveries(p_values[::-1]) == [False] * 11 + [True] * 4
    assert changes.discoveries([]) == []


def test_the_p_value_is_that_of_two_pooled_shares() -> None:
    """Against scipy's chi-squared test of the two-by-two table without correction."""
    from scipy.stats import chi2_contingency

    expected = chi2_contingency([[56, 14], [48, 32]], correction=False).pvalue
    assert changes.two_sided_p(56, 70, 48, 80) == approx(expected, rel=1e-9)
    assert changes.two_sided_p(0, 10, 0, 12) == 1.0


ROW = {
    "agency_name": "Harbour", "status": "on_track", "reason": None, "who_moves_next": None,
    "reasons": 0,
    "days": None, "agreed_days": None, "k": None, "n": None, "rate": None, "floor": None,
    "most_cases": 40, "has_target": True, "is_hr_past_floor": False, "silent_days": 3, "waiting": 0,
}  # fmt: skip
SILENT = ROW | {
    "agency_name": "Northgate", "status": "needs_conversation", "reason": "silence",
    "who_moves_next": "hr", "reasons": 1, "days": 41, "agreed_days": 14,
}  # fmt: skip
FEW = ROW | {"agency_name": "Quay", "status": "too_little_data", "most_cases": 1}


def test_the_sentence_counts_each_state_and_says_whether_it_is_us() -> None:
    said = findings.finding(pd.DataFrame([ROW, SILENT, FEW]))
    assert said == (
        "Of 3 partnerships: 1 needs a conversation, 1 on track, 1 with too little data. "
        "In one of them the next step is ours."
    )
    slow = [ROW | {"is_hr_past_floor": True}] * 2
    assert "And it is us" in findings.finding(pd.DataFrame([*slow, FEW]))
    assert findings.finding(pd.DataFrame()) == ""


def test_the_list_begins_with_those_that_need_a_conversation() -> None:
    table = findings.partnership_table(pd.DataFrame([FEW, ROW, SILENT]))
    assert list(table["agency_name"]) == ["Northgate", "Harbour", "Quay"]
    assert [why.replace("\u00a0", " ") for why in table["why"]] == [
        "silent for 41 days, at most 14 agreed",
        "nothing clearly below what was agreed",
        "1 case at most of anything counted",
    ]
    assert list(table["next_step"]) == ["HR", "–", "–"]


def test_without_a_target_few_cases_are_not_called_enough() -> None:
    without = [FEW | {"has_target": False, "most_cases": most} for most in (9, 10)]
    table = findings.partnership_table(pd.DataFrame(without))
    assert [why.replace("\u00a0", " ") for why in table["why"]] == [
        "9 cases at most of anything counted",
        "enough cases, but no target agreed yet",
    ]
