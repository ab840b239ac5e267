"""The worked examples once more, from exported rows to the figure."""

from collections.abc import Callable
from datetime import timedelta

from given import Given
from mart_rows import DAY_0, MET, TEN, TWELVE, day
from pytest import approx

GivenExport = Callable[..., Given]

SEARCH = {"search_id": "S1", "opened_on": DAY_0}


def test_twelve_openings(given: GivenExport) -> None:
    openings, submissions = [], []
    for number, spelled in enumerate(TWELVE):
        days, end = int(spelled[:-1]), spelled[-1]
        # What is still open was opened so many days before the export, everything else on one day.
        opened = day(150 - days) if end == "+" else DAY_0
        seat = {"search_id": "S1", "opened_on": opened, "outcome": "open"}
        if end in "ao":
            channel = "agency" if end == "a" else "direct"
            sent = {"submission_id": f"U{number}", "channel": channel, "received_at": DAY_0}
            submissions.append(sent | ({"agency_id": "A"} if end == "a" else {}))
            seat |= {"outcome": "filled", "filled_by_submission_id": f"U{number}"}
        if end != "+":
            seat |= {"closed_on": opened + timedelta(days=days)}
        if end == "c":
            seat |= {"outcome": "cancelled"}
        openings.append(seat | {"opening_id": f"O{number}"})
    export = given(
        export=[{"exported_at": f"{day(150)}T12:00:00Z"}],
        searches=[SEARCH],
        openings=openings,
        submissions=submissions,
    )
    (row,) = export.metric("time_to_fill")
    assert (row["openings"], row["naive_median_days"]) == (12, 42)
    assert (row["median_days"], row["median_low"], row["median_high"]) == (75, 30, None)
    assert row["rmst90_days"] == approx(65.595, abs=5e-4)
    last = export.metric("time_to_fill_curve")[-1]
    assert last["filled_by_agency"] == approx(0.5333, abs=5e-5)
    assert last["filled_otherwise"] == approx(0.1833, abs=5e-5)


def test_two_positions_open_for_29_days(given: GivenExport) -> None:
    searches = [
        {"search_id": name, "opened_on": opened}
        for name, opened in (("S1", "2017-02-06"), ("S2", "2017-02-13"))
    ]
    export = given(export=[{"exported_at": "2017-03-07T12:00:00Z"}], searches=searches)
    (row,) = export.metric("open_search_age")
    assert (row["open"], row["oldest_age_days"]) == (2, 29)


def test_five_meetings_in_ninety_days(given: GivenExport) -> None:
    export = given(
        export=[{"exported_at": f"{day(90)}T23:00:00Z"}],
        searches=[SEARCH],
        briefs=[{"briefed_at": f"{DAY_0}T08:00:00Z"}],
        meetings=[{"starts_at": f"{day(number)}T10:00:00Z"} for number in MET],
    )
    (row,) = export.metric("meeting_rhythm")
    assert (row["covered_days"], row["window_days"], row["meetings_held"]) == (62, 90, 5)
    assert (row["longest_gap_days"], row["overdue_days"]) == (35, 1)
    (gaps,) = export.metric("meeting_gaps")
    # The meeting on the day of the brief leaves no silence before it.
    assert (gaps["silences"], gaps["silent_days"], gaps["median_gap_days"]) == (5, 15, 20)


def test_ten_offers(given: GivenExport) -> None:
    offers, placements = [], []
    for number, outcome in enumerate(TEN):
        made = {"submission_id": f"U{number}", "extended_at": day(0), "outcome": outcome}
        offers.append(made | ({} if outcome == "pending" else {"answered_at": day(5)}))
        if outcome == "accepted":
            start = {"reneged_on": day(20)} if number == 0 else {"started_on": day(30)}
            placements.append({"submission_id": f"U{number}"} | start)
    export = given(
        export=[{"exported_at": f"{day(150)}T12:00:00Z"}],
        searches=[SEARCH],
        offers=offers,
        placements=placements,
        submissions=[{"submission_id": f"U{n}", "received_at": DAY_0} for n in range(10)],
    )
    (row,) = export.metric("offer_outcomes")
    assert (row["extended"], row["accepted"], row["rescinded"]) == (10, 6, 1)
    assert (row["acceptance_rate"], row["net_acceptance_rate"]) == (0.75, 5 / 8)
