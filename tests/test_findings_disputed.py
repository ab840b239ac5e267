"""Which rows are disputed, told by hand-made rows and disputes."""

from typing import Any

import pandas as pd

from partnership.figures import Card
from partnership.findings import disputed as findings
from partnership.findings import disputed_numbers as numbers

COLUMNS = "dispute_id case_kind case_id submission_id agency_id about claim raised_by raised_on"


def of_figures(**values: Any) -> dict[str, Any]:
    return dict.fromkeys(COLUMNS.split()) | {"raised_on": "2026-09-01"} | values


FIGURES = pd.DataFrame(
    [
        of_figures(dispute_id="D1", case_kind="submission", case_id="U1", submission_id="U1",
                   agency_id="A", about="ownership", raised_by="agency"),
        of_figures(dispute_id="D2", case_kind="offer", case_id="O7", submission_id="U7",
                   agency_id="B", about="date", raised_by="hr"),
        of_figures(dispute_id="D3", case_kind="search", case_id="S1", agency_id="A", about="other"),
    ]
)  # fmt: skip
TYPED = {"raised_at": "2026-10-02", "raised_by": "agency", "agency_id": "A"}
SETTLED = TYPED | {"dispute_id": "D1", "submission_id": "U1", "settled_at": "2026-10-01"}
NEW = TYPED | {"dispute_id": "D4", "submission_id": "U2", "about": "fee", "claim": "20 %"}


def test_what_was_typed_stands_in_the_place_of_what_the_figures_hold() -> None:
    found = findings.open_ones(FIGURES, [SETTLED, NEW])
    assert [(one.dispute_id, one.is_new) for one in found] == [
        ("D2", False), ("D3", False), ("D4", True),
    ]  # fmt: skip
    assert [one.dispute_id for one in findings.of_agencies(found, ["A"])] == ["D3", "D4"]
    assert len(findings.of_agencies(found, None)) == 3


def test_a_row_is_disputed_by_its_case_or_its_submission_and_not_by_its_search() -> None:
    found = findings.open_ones(FIGURES, [NEW])
    rows = pd.DataFrame({"submission_id": ["U1", "U2", "U3", "U7"], "search_id": "S1"})
    marked = findings.marked(rows, found)
    assert list(marked["disputed"]) == [
        "▲ who owns it", "▲ the fee, new", "", "▲ a date",
    ]  # fmt: skip
    assert findings.count(marked) == 3 and findings.has_new(marked)
    searches = findings.marked(rows[["search_id"]].head(1), found)
    assert list(searches["disputed"]) == ["▲ something else"]
    assert "disputed" not in findings.marked(pd.DataFrame({"offer_id": ["O1"]}), found)


def test_who_raised_it_is_named_as_the_review_names_it() -> None:
    of_us, of_hr, new = findings.open_ones(FIGURES[FIGURES["dispute_id"] != "D3"], [NEW])
    said = findings.line(of_us, {"A": "Harbour", "B": "Quay"})
    assert "submission U1" in said and "raised by Harbour on" in said
    assert "raised by HR on" in findings.line(of_hr, {"A": "Harbour", "B": "Quay"})
    assert "raised by Agency on" in findings.line(new, {})


def test_only_a_row_that_is_a_case_can_be_chosen() -> None:
    rows = pd.DataFrame(
        {"submission_id": ["U1", None, None], "search_id": ["S1", "S2", None],
         "subject": ["Buyer", "Engineer", "send a note"],
         "since_on": pd.to_datetime(["2026-09-01", None, "2026-09-02"])}
    )  # fmt: skip
    told = {place: text.replace("\u00a0", " ") for place, text in findings.choices(rows).items()}
    assert told == {0: "U1 · Buyer · 1 Sep 2026", 1: "S2 · Engineer"}
    about = {"about": "date", "claim": "a day later"}
    kept = [findings.to_enter(rows.iloc[n].to_dict(), column, "A", about)
            for n, column in ((0, "submission_id"), (1, "search_id"))]  # fmt: skip
    assert kept[0] == {"submission_id": "U1", "agency_id": "A"} | about
    search = {"submission_id": "", "case_kind": "search", "case_id": "S2"}
    assert kept[1] == search | {"agency_id": "A"} | about


def test_a_number_counts_the_disputes_about_cases_that_it_counts() -> None:
    """Who owns U1 moves the share of redundant ones and no reply time; the fee of U2 neither."""
    found = findings.open_ones(FIGURES, [NEW])
    counted = {metric: [one.dispute_id for one in numbers.of_metric(found, metric)]
               for metric in numbers.COUNTED}  # fmt: skip
    assert {metric: ids for metric, ids in counted.items() if ids} == {
        "redundant_submissions": ["D1"],
        "resubmissions": ["D1"],
        "offer_outcomes": ["D2"],
        "offer_starts": ["D2"],
        "time_to_accept": ["D2"],
        "offer_turnaround": ["D2"],
        "fill_counts": ["D3"],
        "first_candidate": ["D3"],
        "cost_per_hire": ["D4"],
    }
    card = numbers.beside(Card("Redundant", "13 %", explained="A share."), found, "resubmissions")
    assert (
        card.disputed == "1"
        and "**1 disputed**" in card.explained
        and "beside the title" in card.explained
    )
    assert numbers.beside(card, found, "") == card


def test_what_the_filters_leave_is_told_by_the_dispute_or_by_its_submission() -> None:
    """D1 of the figures is of another department; of what was typed since, U2 is of this one."""
    found = findings.open_ones(FIGURES, [NEW, NEW | {"dispute_id": "D5", "submission_id": "U9"}])
    left = findings.about(found, {"D2", "U1", "U2"}, set(FIGURES["dispute_id"]))
    assert [one.dispute_id for one in left] == ["D2", "D4"]
