"""Each awkward case × each metric it touches, asked of product and oracle alike: hires."""

from datetime import date

import pytest
from asking import Answer, GivenExport
from edge_rows import ACCEPTED, RENEGED, fills

# A hire goes back on an acceptance


@pytest.mark.parametrize("are_openings_given", [True, False])
def test_reneged_fill_is_void_and_its_clock_never_stopped(
    given: GivenExport, answer: Answer, are_openings_given: bool
) -> None:
    seat = {"outcome": "filled", "closed_on": "2025-02-06", "filled_by_submission_id": "b1"}
    more = {"openings": [seat]} if are_openings_given else {}
    tables = given(offers=[ACCEPTED], placements=[RENEGED], **more)
    row = answer(tables, "time_to_fill")
    assert (fills(row), row["median_days"], row["rmst90_days"]) == ((0, 1, 0, 0), None, 90)
    (last,) = answer(tables, "time_to_fill_curve")[-1:]
    assert (last["day"], last["still_open"], last["at_risk"]) == (211, 1, 1)


def test_rhythm_continues_after_a_renege(given: GivenExport, answer: Answer) -> None:
    tables = given(offers=[ACCEPTED], placements=[RENEGED], briefs=[{}], meetings=[
        {"starts_at": "2025-01-01T10:00:00Z"}])  # fmt: skip
    row = answer(tables, "meeting_rhythm")
    assert (row["window_days"], row["covered_days"], row["overdue_days"]) == (211, 14, 197)


def test_ownership_continues_after_a_renege(given: GivenExport, answer: Answer) -> None:
    later = {"submission_id": "b2", "candidate_id": "c-b1", "agency_id": "B"}
    tables = given(
        submissions=[{"submission_id": "b1"}, later | {"received_at": "2025-03-03T09:00:00Z"}],
        offers=[ACCEPTED],
        placements=[RENEGED],
    )
    assert answer(tables, "redundant_submissions")["collision"] == 1


def test_reneged_offer_counts_as_accepted_and_nets_to_nothing(
    given: GivenExport, answer: Answer
) -> None:
    row = answer(given(offers=[ACCEPTED], placements=[RENEGED]), "offer_outcomes")
    assert (row["accepted"], row["reneged"], row["started"]) == (1, 1, 0)
    assert (row["acceptance_rate"], row["net_acceptance_rate"]) == (1, 0)


# A starter leaves inside the guarantee


LEFT = {"submission_id": "b1", "started_on": "2025-03-03", "left_on": "2025-04-01"}


def test_replacement_seat_has_its_own_clock_and_the_first_stays_filled(
    given: GivenExport, answer: Answer
) -> None:
    first = {"opening_id": "S1-1", "outcome": "filled", "closed_on": "2025-02-06"}
    again = {"opening_id": "S1-2", "opened_on": "2025-04-01", "replaces_opening_id": "S1-1"}
    tables = given(
        openings=[first | {"filled_by_submission_id": "b1"}, again],
        offers=[ACCEPTED],
        placements=[LEFT],
    )
    row = answer(tables, "time_to_fill")
    assert (fills(row), row["naive_median_days"], row["median_days"]) == ((1, 1, 0, 0), 36, 36)
    assert answer(tables, "time_to_fill", period_start=date(2025, 4, 1))["open"] == 1


def test_starter_who_left_stays_a_start(given: GivenExport, answer: Answer) -> None:
    row = answer(given(offers=[ACCEPTED], placements=[LEFT]), "offer_outcomes")
    assert (row["started"], row["reneged"], row["net_acceptance_rate"]) == (1, 0, 1)


def test_replacement_search_needs_its_own_kickoff_and_gives_a_fresh_window(
    given: GivenExport, answer: Answer
) -> None:
    tables = given(
        briefs=[{}, {"search_id": "S2", "briefed_at": "2025-04-01T09:00:00Z"}],
        meetings=[{"kind": "kickoff", "search_id": "S1", "starts_at": "2025-01-03T09:00:00Z"}],
        submissions=[
            {"submission_id": "b1", "decision": "rejected", "decided_at": "2025-01-20T09:00:00Z"},
            {"submission_id": "b2", "candidate_id": "c-b1", "search_id": "S2"}
            | {"received_at": "2025-04-02T09:00:00Z"},
        ],
    )
    row = answer(tables, "kickoff_coverage")
    assert (row["due"], row["kickoffs"]) == (2, 1)
    assert answer(tables, "redundant_submissions")["redundant"] == 0


# On hold


HOLDS = [
    {"held_from": "2025-01-10", "held_until": "2025-01-20"},
    {"held_from": "2025-01-15", "held_until": "2025-01-25"},
    {"held_from": "2025-02-01", "held_until": ""},
]


def test_hold_counts_on_the_calendar_and_freezes_the_active_clock_by_its_union(
    given: GivenExport,
    answer: Answer,
) -> None:
    tables = given(
        export=[{"exported_at": "2025-02-10T12:00:00Z"}],
        searches=[{"status": "on_hold", "opened_on": "2025-01-01"}],
        holds=HOLDS,
    )
    for clock, days in (("calendar", 40), ("active", 40 - 24)):
        row = answer(tables, "time_to_fill_curve", clock=clock)[-1]
        assert (row["day"], row["still_open"]) == (days, 1)


def test_rhythm_redundancy_and_offers_do_not_pause_on_hold(
    given: GivenExport, answer: Answer
) -> None:
    tables = given(
        holds=[{"held_from": "2025-01-03", "held_until": ""}],
        briefs=[{}],
        meetings=[{"starts_at": "2025-01-10T09:00:00Z"}],
        submissions=[{"submission_id": "b1"}, {"submission_id": "b2", "candidate_id": "c-b1"}],
        offers=[ACCEPTED],
    )
    assert answer(tables, "meeting_rhythm")["window_days"] == 211
    assert answer(tables, "redundant_submissions")["resubmitted"] == 1
    assert answer(tables, "offer_outcomes")["accepted"] == 1


# Several seats


def test_each_seat_of_a_search_is_one_row(given: GivenExport, answer: Answer) -> None:
    second = ACCEPTED | {"submission_id": "b2", "answered_at": "2025-03-03T09:00:00Z"}
    tables = given(searches=[{"openings": 3}], offers=[ACCEPTED, second])
    row = answer(tables, "time_to_fill")
    assert (fills(row), row["naive_median_days"]) == ((2, 1, 0, 0), (36 + 61) / 2)
    assert answer(tables, "offer_outcomes")["accepted"] == 2


def test_acceptances_beyond_the_seats_fill_none(given: GivenExport, answer: Answer) -> None:
    second = ACCEPTED | {"submission_id": "b2", "answered_at": "2025-01-20T09:00:00Z"}
    row = answer(given(offers=[ACCEPTED, second]), "time_to_fill")
    assert (fills(row), row["naive_median_days"]) == ((1, 0, 0, 0), 19)


def test_several_seats_share_one_kickoff_and_one_owner(given: GivenExport, answer: Answer) -> None:
    tables = given(
        searches=[{"openings": 3}],
        briefs=[{}],
        meetings=[{"kind": "kickoff", "search_id": "S1", "starts_at": "2025-01-03T09:00:00Z"}],
        submissions=[
            {"submission_id": "b1"},
            {"submission_id": "b2", "candidate_id": "c-b1", "agency_id": "B"},
        ],
    )
    row = answer(tables, "kickoff_coverage")
    assert (row["due"], row["kickoffs"]) == (1, 1)
    assert answer(tables, "redundant_submissions")["collision"] == 1


# Offers taken back


def test_rescinded_offer_fills_nothing_and_is_in_no_denominator(
    given: GivenExport, answer: Answer
) -> None:
    tables = given(
        offers=[
            {"submission_id": "b1", "outcome": "rescinded", "answered_at": "2025-02-05T09:00:00Z"},
            {"submission_id": "b2", "outcome": "declined"},
        ]
    )
    assert fills(answer(tables, "time_to_fill")) == (0, 1, 0, 0)
    row = answer(tables, "offer_outcomes")
    assert (row["extended"], row["rescinded"], row["acceptance_rate"]) == (2, 1, 0)


def test_of_several_offers_the_latest_counts_and_at_one_instant_the_higher_id(
    given: GivenExport,
    answer: Answer,
) -> None:
    one = {"submission_id": "b1", "offer_id": "o1", "outcome": "declined"}
    tables = given(offers=[one, one | {"offer_id": "o2", "outcome": "pending"}])
    row = answer(tables, "offer_outcomes")
    assert (row["extended"], row["pending"], row["declined"]) == (1, 1, 0)


# Others fill


@pytest.mark.parametrize("channel", ["direct", "internal", "referral", "sourced"])
def test_hire_without_an_agency_is_filled_otherwise(
    given: GivenExport, answer: Answer, channel: str
) -> None:
    tables = given(
        submissions=[{"submission_id": "b1", "channel": channel}, {"submission_id": "b2"}],
        offers=[ACCEPTED],
        briefs=[{}],
    )
    (step,) = answer(tables, "time_to_fill_curve")
    assert (step["filled_otherwise"], step["filled_by_agency"]) == (1, 0)
    (group,) = answer(tables, "time_to_fill", by="agency")
    assert (group["group"], group["filled"]) == ("A", 1)
    assert answer(tables, "redundant_submissions")["redundant"] == 0


def test_hire_without_an_agency_is_a_fill_but_no_agencys(given: GivenExport) -> None:
    export = given(
        submissions=[{"submission_id": "b1", "channel": "internal"}], offers=[ACCEPTED], briefs=[{}]
    )
    (row,) = export.metric("fill_rate")
    assert (row["filled"], row["fill_rate"], row["filled_by_agency"]) == (1, 1, 0)


def test_ages_leave_out_what_is_on_hold_and_offer_clocks_run_on(given: GivenExport) -> None:
    export = given(
        searches=[{"status": "on_hold"}, {"search_id": "S2", "opened_on": "2025-07-01"}],
        holds=[{"held_from": "2025-01-02"}],
        offers=[{"submission_id": "b1", "outcome": "declined", "answered_at": "2025-02-13"}],
    )
    (row,) = export.metric("open_search_age")
    assert (row["open"], row["on_hold"], row["oldest_age_days"]) == (2, 1, 30)
    (offer,) = export.rows("offer")
    assert offer["days_to_answer"] == 10
