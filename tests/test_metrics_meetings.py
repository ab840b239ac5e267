"""Rhythm and kickoffs against figures worked out by hand, and each agency's row of the overview."""

import pandas as pd
from mart_rows import day, gaps, in_touch, marts_of, meetings, only_row, profiles, ten, twelve
from pytest import approx

from partnership.filters import Filters
from partnership.queries import metric_rows


def test_five_meetings_in_ninety_days_to_the_digits() -> None:
    connection = in_touch()
    row = only_row(metric_rows(connection, "meeting_rhythm"))
    assert (row["covered_days"], row["window_days"]) == (62, 90)
    assert row["rhythm_coverage"] == approx(0.6889, abs=5e-5)
    assert (row["meetings_held"], row["longest_gap_days"], row["overdue_days"]) == (5, 35, 1)


def test_a_period_counts_its_own_days_and_cuts_the_silence_at_its_end() -> None:
    connection = in_touch()
    # Days 41 to 60 of the silence of day 40: covered to day 54; at its end, silent for 20 days.
    inside = Filters(period_start=day(41), period_end=day(61))
    row = only_row(metric_rows(connection, "meeting_rhythm", inside))
    assert (row["window_days"], row["covered_days"], row["meetings_held"]) == (20, 14, 0)
    assert (row["longest_gap_days"], row["overdue_days"]) == (20, 6)


def test_periods_that_follow_each_other_add_up_to_the_whole() -> None:
    connection = in_touch()
    parts = [
        only_row(metric_rows(connection, "meeting_rhythm", Filters(period_start=a, period_end=b)))
        for a, b in ((None, day(33)), (day(33), day(75)), (day(75), None))
    ]
    assert sum(part["window_days"] for part in parts) == 90
    assert sum(part["covered_days"] for part in parts) == 62
    assert sum(part["meetings_held"] for part in parts) == 5


def test_several_clients_of_an_agency_are_summed_and_the_longest_silence_kept() -> None:
    two = gaps(client_id="one") + gaps(client_id="two")[:1]
    connection = marts_of(contact_gap=two, meeting=meetings(client_id="one"))
    row = only_row(metric_rows(connection, "meeting_rhythm", by="agency"))
    assert (row["window_days"], row["covered_days"]) == (100, 72)
    assert (row["meetings_held"], row["longest_gap_days"]) == (5, 35)


def test_a_partnership_that_is_over_is_not_overdue() -> None:
    released = gaps(window_end=day(90))
    connection = in_touch(contact_gap=released, export=[{"as_of_on": day(120)}])
    row = only_row(metric_rows(connection, "meeting_rhythm"))
    assert (row["window_days"], row["longest_gap_days"], row["overdue_days"]) == (90, 35, 0)
    before = Filters(period_end=day(61))
    assert only_row(metric_rows(connection, "meeting_rhythm", before))["overdue_days"] == 6


def test_without_meetings_contact_can_t_be_seen() -> None:
    seen = [{"table_name": "meetings", "is_present": False}]
    connection = in_touch(meeting=[], present=seen)
    row = only_row(metric_rows(connection, "meeting_rhythm"))
    assert row["window_days"] == 90
    assert [value for name, value in row.items() if name != "window_days"] == [None] * 6


def test_each_partnerships_silences() -> None:
    row = only_row(metric_rows(in_touch(), "meeting_gaps"))
    assert (row["longest_gap_days"], row["silent_days"], row["overdue_days"]) == (35, 15, 1)
    assert row["last_contact_on"] == pd.Timestamp(day(75))
    # Silences of 10, 20, 10 and 35 days that a meeting ended, and one of 15 that none has.
    assert row["median_gap_days"] == 20


def test_kickoffs_are_of_what_was_due() -> None:
    kinds = [(True, True, True)] * 8 + [(True, True, False)]
    kinds += [(True, False, False)] * 2 + [(False, False, False)]
    briefs = [
        {"search_id": f"s{n}", "agency_id": "a", "briefed_on": day(0), "is_due": due}
        | {"has_kickoff": held, "has_tri_party_kickoff": all_three}
        for n, (due, held, all_three) in enumerate(kinds)
    ]
    row = only_row(metric_rows(marts_of(brief=briefs), "kickoff_coverage"))
    assert (row["due"], row["kickoffs"], row["kickoff_rate"]) == (11, 9, 9 / 11)
    assert (row["tri_party"], row["tri_party_rate"]) == (8, 8 / 11)
    assert (row["tri_party_low"], row["tri_party_high"]) == approx((0.43, 0.90), abs=5e-3)


def test_kickoffs_can_t_be_seen_where_briefs_are_assumed() -> None:
    briefs = [{"search_id": "s1", "agency_id": "a", "briefed_on": day(0), "is_assumed": True}]
    connection = marts_of(brief=briefs)
    for name in ("kickoff_coverage", "kickoff_lead_time"):
        row = only_row(metric_rows(connection, name))
        assert set(row.values()) == {None}, name


def test_kickoff_lead_time_counts_those_not_held_yet() -> None:
    held = [(1, day(2), day(9)), (3, day(3), day(4)), (8, day(12), day(5)), (None, None, None)]
    briefs = [
        {"search_id": f"s{n}", "agency_id": "a", "briefed_on": day(0), "is_due": True}
        | {"kickoff_lead_days": lead, "kickoff_on": kickoff, "first_submission_on": first}
        | {"working_days_since": 20}
        for n, (lead, kickoff, first) in enumerate(held)
    ]
    row = only_row(metric_rows(marts_of(brief=briefs), "kickoff_lead_time"))
    assert (row["briefs"], row["held"], row["median_days"]) == (4, 3, 3)
    assert (row["late"], row["late_rate"]) == (1, 1 / 3)


def test_the_mix_leaves_out_meetings_whose_formality_is_unknown() -> None:
    rows = meetings(formality="formal")
    rows[0] = dict(rows[0]) | {"formality": "informal"}
    rows[1] = dict(rows[1]) | {"formality": None}
    rows[2] = dict(rows[2]) | {"status": "cancelled"}
    row = only_row(metric_rows(marts_of(meeting=rows), "meeting_mix"))
    assert (row["held"], row["formal"], row["informal"], row["not_logged"]) == (4, 2, 1, 1)
    assert row["formal_share"] == approx(2 / 3)


def test_an_agencys_row_of_the_overview_repeats_the_metrics() -> None:
    connection = in_touch(
        agency=[{"agency_id": "north", "name": "Northgate"}, {"agency_id": "idle", "name": "Idle"}],
        opening=twelve(),
        brief=[{"search_id": "s1", "agency_id": "north", "briefed_on": day(0)}],
        brief_opening=[{"opening_id": f"o{n:02}", "agency_id": "north"} for n in range(12)],
        submission=[row | {"is_redundant": row["feedback_days"] == 2} for row in profiles()],
        offer=ten(agency_id="north"),
    )
    row = only_row(metric_rows(connection, "partnership_overview"))
    assert (row["agency_name"], row["searches"], row["openings_filled"]) == ("Northgate", 1, 5)
    assert (row["submissions"], row["redundant"], row["redundancy_rate"]) == (8, 2, 0.25)
    assert (row["rhythm_coverage"], row["silent_days"], row["overdue_days"]) == (62 / 90, 15, 1)
    assert (row["offers_decided"], row["offers_accepted"], row["acceptance_rate"]) == (8, 6, 0.75)
    assert (row["waiting"], row["on_time"], row["evaluable"]) == (3, 3, 8)


def test_an_open_promise_is_overdue_from_the_day_after_it_was_due() -> None:
    promise = {"agency_id": "A", "owner": "hr", "made_on": day(0)}
    connection = marts_of(
        export=[{"as_of_on": day(50)}],
        commitment=[
            promise | {"commitment_id": "kept", "due_on": day(10), "closed_on": day(60)},
            promise | {"commitment_id": "late", "due_on": day(49)},
            promise | {"commitment_id": "gone", "due_on": day(49), "dropped_on": day(49)},
            promise | {"commitment_id": "today", "due_on": day(50)},
            promise | {"commitment_id": "some day"},
        ],
    )
    rows = metric_rows(connection, "commitment", folder="rows")
    found = [(row.commitment_id, row.is_open, row.is_overdue) for row in rows.itertuples()]
    assert found[:2] == [("late", True, True), ("today", True, False)]
    assert found[3:] == [("gone", False, False), ("kept", False, False)]
    assert found[2][:2] == ("some day", True) and pd.isna(found[2][2])
