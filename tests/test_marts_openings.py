"""Openings: one row per seat, its outcome and its clocks."""

from datetime import date

import pytest
from asking import GivenExport

ACCEPTED = {"outcome": "accepted", "extended_at": "2025-02-01", "answered_at": "2025-02-05"}


def seats(given: GivenExport, **tables: object) -> list[tuple[object, ...]]:
    rows = given(**tables).rows("opening", "search_id, seat")
    return [(r["outcome"], str(r["ended_on"] or ""), r["filled_by_submission_id"]) for r in rows]


def test_the_kth_standing_acceptance_fills_seat_k_and_the_rest_follow_the_search(
    given: GivenExport,
) -> None:
    found = seats(
        given,
        searches=[{"openings": 3, "status": "cancelled", "closed_on": "2025-06-01"}],
        offers=[
            ACCEPTED | {"submission_id": "late", "answered_at": "2025-03-01"},
            ACCEPTED | {"submission_id": "early"},
            {"submission_id": "no", "outcome": "declined", "answered_at": "2025-02-01"},
        ],
    )
    assert found == [
        ("filled", "2025-02-05", "early"),
        ("filled", "2025-03-01", "late"),
        ("cancelled", "2025-06-01", None),
    ]


def test_no_number_of_openings_is_one_seat_and_a_filled_search_without_a_hire_is_filled(
    given: GivenExport,
) -> None:
    row = given(searches=[{"status": "filled", "closed_on": "2025-03-02"}]).only("opening")
    assert (row["outcome"], row["days"], row["filled_by_channel"]) == ("filled", 60, None)
    assert (row["opening_id"], row["seat"], row["is_excluded"]) == ("S1#1", 1, False)


def test_only_the_offer_extended_last_counts(given: GivenExport) -> None:
    later = {"submission_id": "s", "extended_at": "2025-02-20", "outcome": "declined"}
    offers = [ACCEPTED | {"submission_id": "s"}, later | {"answered_at": "2025-02-21"}]
    assert seats(given, offers=offers) == [("open", "", None)]


def test_a_reneged_hire_voids_the_fill_and_the_clock_never_stopped(given: GivenExport) -> None:
    given_seat = {"outcome": "filled", "closed_on": "2025-02-05", "filled_by_submission_id": "s"}
    tables = {
        "searches": [{"status": "filled", "closed_on": "2025-02-05"}],
        "offers": [ACCEPTED | {"submission_id": "s"}],
        "placements": [{"submission_id": "s", "reneged_on": "2025-03-01"}],
    }
    derived = given(**tables).only("opening")
    on_file = given(**tables, openings=[given_seat]).only("opening")
    assert [(r["outcome"], r["ended_on"], r["days"]) for r in (derived, on_file)] == [
        ("open", None, 211)
    ] * 2


def test_an_opening_refilled_after_a_renege_is_filled_by_the_second(given: GivenExport) -> None:
    found = seats(
        given,
        searches=[{"status": "filled", "closed_on": "2025-04-01"}],
        offers=[
            ACCEPTED | {"submission_id": "first"},
            ACCEPTED | {"submission_id": "second", "answered_at": "2025-04-01"},
        ],
        placements=[{"submission_id": "first", "reneged_on": "2025-03-01"}],
    )
    assert found == [("filled", "2025-04-01", "second")]


def test_an_opening_whose_offer_was_rescinded_is_open_again(given: GivenExport) -> None:
    found = seats(
        given,
        openings=[{"outcome": "filled", "closed_on": "2025-02-05", "filled_by_submission_id": "s"}],
        offers=[{"submission_id": "s", "outcome": "rescinded", "answered_at": "2025-02-06"}],
    )
    assert found == [("open", "", None)]


def test_openings_on_file_win_over_the_number_in_the_search(given: GivenExport) -> None:
    found = given(
        searches=[{"openings": 5}, {"search_id": "S2", "openings": 2}],
        openings=[
            {"opening_id": "b", "opened_on": "2025-03-01"},
            {"opening_id": "a", "opened_on": "2025-03-01"},
        ],
    ).rows("opening", "search_id, seat")
    assert [(r["opening_id"], r["seat"]) for r in found] == [
        ("a", 1),
        ("b", 2),
        ("S2#1", 1),
        ("S2#2", 2),
    ]


def test_who_filled_it_is_the_submitter(given: GivenExport) -> None:
    export = given(
        submissions=[
            {"submission_id": "a", "agency_id": "X"},
            {"submission_id": "i", "channel": "internal"},
        ],
        openings=[
            {"outcome": "filled", "closed_on": "2025-02-05", "filled_by_submission_id": submission}
            for submission in ("a", "i")
        ],
    )
    assert [
        (r["filled_by_agency_id"], r["filled_by_channel"])
        for r in export.rows("opening", "filled_by_submission_id")
    ] == [("X", "agency"), (None, "internal")]


def test_dates_that_cannot_be_are_excluded_and_flagged_and_the_same_day_is_zero(
    given: GivenExport,
) -> None:
    export = given(
        openings=[
            {"opening_id": "same", "outcome": "filled", "closed_on": "2025-01-01"},
            {"opening_id": "before", "outcome": "cancelled", "closed_on": "2024-12-31"},
            {"opening_id": "undated", "outcome": "filled"},
        ]
    )
    found = {r["opening_id"]: (r["exclusion_reason"], r["days"]) for r in export.rows("opening")}
    assert found == {
        "same": (None, 0),
        "before": ("closed before opened", -1),
        "undated": ("no date", None),
    }
    flagged = {(r["row_id"], r["rule"]) for r in export.rows("data_flag")}
    assert flagged == {("before", "closed_before_opened"), ("undated", "closed_without_date")}


def test_an_undated_acceptance_fills_its_seat_without_a_day(given: GivenExport) -> None:
    row = given(
        searches=[{"openings": 1}], offers=[{"submission_id": "s", "outcome": "accepted"}]
    ).only("opening")
    assert (row["outcome"], row["exclusion_reason"]) == ("filled", "no date")


def test_overlapping_holds_are_subtracted_once_and_an_open_one_freezes_the_clock(
    given: GivenExport,
) -> None:
    holds = [
        {"held_from": "2025-01-10", "held_until": "2025-01-20"},
        {"held_from": "2025-01-15", "held_until": "2025-01-25"},
        {"held_from": "2025-02-01"},
    ]
    row = given(as_of=date(2025, 2, 10), holds=holds).only("opening")
    assert (row["days"], row["active_days"], row["is_on_hold"]) == (40, 40 - 24, True)


def test_holds_are_clipped_to_the_life_of_the_opening(given: GivenExport) -> None:
    row = given(
        openings=[
            {"opened_on": "2025-01-15", "outcome": "filled", "closed_on": "2025-02-04"},
        ],
        holds=[
            {"held_from": "2025-01-01", "held_until": "2025-01-20"},
            {"held_from": "2025-02-01", "held_until": "2025-03-01"},
            {"held_from": "2025-06-01", "held_until": "2025-05-01"},
        ],
    ).only("opening")
    assert (row["days"], row["active_days"], row["is_on_hold"]) == (20, 12, False)


@pytest.mark.parametrize(
    ("covers_from", "entry_days", "active_entry_days"),
    [(None, 0, 0), ("2024-12-01", 0, 0), ("2025-01-31", 30, 20)],
)
def test_an_opening_older_than_the_coverage_comes_into_view_at_its_age(
    given: GivenExport, covers_from: str | None, entry_days: int, active_entry_days: int
) -> None:
    row = given(
        export=[{"covers_from": covers_from}],
        searches=[{}],
        holds=[{"held_from": "2025-01-10", "held_until": "2025-01-20"}],
    ).only("opening")
    assert (row["entry_days"], row["active_entry_days"]) == (entry_days, active_entry_days)


def test_an_opening_stands_once_for_every_agency_its_search_was_given_to(
    given: GivenExport,
) -> None:
    export = given(searches=[{"openings": 2}], briefs=[{"agency_id": "A"}, {"agency_id": "B"}])
    pairs = [(r["opening_id"], r["agency_id"]) for r in export.rows("brief_opening")]
    assert sorted(pairs) == [("S1#1", "A"), ("S1#1", "B"), ("S1#2", "A"), ("S1#2", "B")]
    assert export.only("search")["agencies"] == 2


def test_hired_stages_are_the_acceptances_where_no_offers_came_in(given: GivenExport) -> None:
    events = [{"submission_id": "s", "stage": "hired", "entered_at": "2025-02-05"}]
    assert seats(given, stage_events=events) == [("filled", "2025-02-05", "s")]
    assert seats(given, stage_events=events, offers=[]) == [("open", "", None)]
