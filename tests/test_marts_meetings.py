"""Briefs and kickoffs, meetings, and the silences between them."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from asking import GivenExport
from given import Given

Row = Mapping[str, object]
ALL_THREE = ("hr", "agency", "business_leader")


def day(number: int) -> str:
    return str(date(2025, 1, 1) + timedelta(days=number))


def silences(export: Given) -> list[tuple[int, str, bool]]:
    rows = export.rows("contact_gap", "agency_id, client_id, gap_start, starts_with")
    return [(r["gap_days"], r["starts_with"], r["is_open"]) for r in rows]


def test_the_worked_example_of_rhythm(given: GivenExport) -> None:
    export = given(
        as_of=date.fromisoformat(day(90)),
        briefs=[{"briefed_at": day(0)}],
        meetings=[{"starts_at": day(n)} for n in (0, 10, 30, 40, 75)],
    )
    assert silences(export) == [
        (0, "brief", False),
        (10, "meeting", False),
        (20, "meeting", False),
        (10, "meeting", False),
        (35, "meeting", False),
        (15, "meeting", True),
    ]
    rows = export.rows("contact_gap")
    assert sum(r["gap_days"] for r in rows) == 90
    assert sum(max(0, r["gap_days"] - r["interval_days"]) for r in rows) == 28
    assert sum(r["meetings"] for r in rows) == 5


def test_only_held_meetings_inside_the_window_count_and_two_on_a_day_are_two(
    given: GivenExport,
) -> None:
    export = given(
        as_of=date.fromisoformat(day(30)),
        briefs=[{"briefed_at": day(10)}],
        meetings=[
            {"starts_at": day(5)},
            {"starts_at": day(12), "status": "cancelled"},
            {"starts_at": day(13), "status": "no_show"},
            {"starts_at": day(15)},
            {"starts_at": day(15), "kind": "other"},
            {"starts_at": day(20), "agency_id": "B"},
            {"starts_at": day(40), "status": "scheduled"},
        ],
    )
    assert silences(export) == [(5, "brief", False), (15, "meeting", True)]
    assert [r["meetings"] for r in export.rows("contact_gap", "gap_start")] == [0, 2]


def test_the_window_ends_with_the_last_release_once_all_are_released(given: GivenExport) -> None:
    def window(*releases: str | None) -> tuple[str, str]:
        briefs = [
            {"search_id": f"S{n}", "briefed_at": day(n), "released_at": released}
            for n, released in enumerate(releases)
        ]
        row = given(briefs=briefs, meetings=[]).only("contact_gap")
        return str(row["window_start"]), str(row["window_end"])

    assert window(day(20), day(40)) == (day(0), day(40))
    assert window(day(20), None) == (day(0), "2025-07-31")
    assert window("2024-12-01") == (day(0), day(0))


def test_a_partnership_is_agency_and_client(given: GivenExport) -> None:
    export = given(
        as_of=date.fromisoformat(day(30)),
        searches=[{"search_id": f"S{c}", "client_id": c} for c in "XY"],
        briefs=[{"search_id": f"S{c}", "briefed_at": day(0)} for c in "XY"],
        meetings=[
            {"starts_at": day(10), "search_id": "SX"},
            {"starts_at": day(20)},
        ],
    )
    lengths: dict[str, list[int]] = {}
    for row in export.rows("contact_gap", "client_id, gap_start"):
        lengths.setdefault(row["client_id"], []).append(row["gap_days"])
    assert lengths == {"X": [10, 10, 10], "Y": [20, 10]}


def test_the_local_day_of_the_brief_begins_the_window(given: GivenExport) -> None:
    export = given(
        searches=[{"time_zone": "Asia/Tokyo"}], briefs=[{"briefed_at": "2025-01-06T20:00:00Z"}]
    )
    assert str(export.only("contact_gap")["window_start"]) == "2025-01-07"


def test_without_briefs_the_first_submission_is_the_assumed_start(given: GivenExport) -> None:
    submissions = [
        {"agency_id": "A", "received_at": "2025-01-09T09:00:00Z"},
        {"agency_id": "A", "received_at": "2025-01-07T09:00:00Z"},
        {"channel": "direct", "received_at": "2025-01-02T09:00:00Z"},
    ]
    assumed = given(submissions=submissions, meetings=[]).only("brief")
    assert (str(assumed["briefed_on"]), assumed["is_assumed"]) == ("2025-01-07", True)
    assert [assumed[c] for c in ("is_due", "has_kickoff", "kickoff_lead_days")] == [None] * 3
    assert given(submissions=submissions, briefs=[]).rows("brief") == []


# 2025-01-06 is a Monday; ten working days later is Monday the 20th.
def kickoff(
    given: GivenExport, held_at: str | None, first_submission: str | None = None, **more: object
) -> dict[str, object]:
    """The brief of Monday 6 January, with a kickoff and a first submission."""
    meetings = [{"kind": "kickoff", "search_id": "S1", "starts_at": held_at}] if held_at else []
    submissions = [{"received_at": first_submission}] if first_submission else []
    tables = {"meetings": meetings, "submissions": submissions, "meeting_attendees": []} | more
    return given(briefs=[{"briefed_at": "2025-01-06T09:00:00Z"}], **tables).only("brief")


@pytest.mark.parametrize(
    ("held_at", "first_submission", "counts", "lead_days"),
    [
        ("2025-01-20T18:00:00Z", None, True, 10),
        ("2025-01-21T08:00:00Z", None, False, 11),
        ("2025-01-08T10:00:00Z", "2025-01-08T10:00:00Z", True, 2),
        ("2025-01-08T10:00:00Z", "2025-01-08T09:59:00Z", False, 2),
        ("2025-01-08T10:00:00Z", "2025-01-08", True, 2),
        ("2025-01-08", "2025-01-08T09:00:00Z", True, 2),
        ("2025-01-09", "2025-01-08", False, 3),
        ("2025-01-02T10:00:00Z", None, True, None),
    ],
)
def test_a_kickoff_counts_within_ten_working_days_and_not_after_the_first_submission(
    given: GivenExport,
    held_at: str,
    first_submission: str | None,
    counts: bool,
    lead_days: int | None,
) -> None:
    row = kickoff(given, held_at, first_submission)
    assert (row["is_due"], row["has_kickoff"]) == (True, counts)
    assert row["kickoff_lead_days"] == lead_days
    assert row["working_days_since"] is None


@pytest.mark.parametrize(("as_of", "is_due"), [("2025-01-20", False), ("2025-01-21", True)])
def test_a_kickoff_is_due_once_ten_working_days_have_passed(
    given: GivenExport, as_of: str, is_due: bool
) -> None:
    row = kickoff(given, None, as_of=date.fromisoformat(as_of))
    assert (row["is_due"], row["has_kickoff"]) == (is_due, False)
    assert row["working_days_since"] == (11 if is_due else 10)


@pytest.mark.parametrize(("closed_on", "is_due"), [("2025-01-20", False), ("2025-01-21", True)])
def test_a_search_cancelled_before_its_kickoff_was_due_owes_none(
    given: GivenExport, closed_on: str, is_due: bool
) -> None:
    cancelled = [{"status": "cancelled", "closed_on": closed_on}]
    assert kickoff(given, None, searches=cancelled)["is_due"] is is_due


def test_only_a_held_kickoff_of_that_search_with_that_agency_counts(given: GivenExport) -> None:
    held = {"kind": "kickoff", "search_id": "S1", "starts_at": "2025-01-08T09:00:00Z"}
    others = [
        held | {"status": "no_show"},
        held | {"kind": "check_in"},
        held | {"agency_id": "B"},
        held | {"search_id": "S2"},
        held | {"search_id": None},
    ]
    assert kickoff(given, None, meetings=others)["has_kickoff"] is False


def attended(*parties: str, meeting: str = "meetings-1", **more: object) -> list[Row]:
    return [{"meeting_id": meeting, "party": party} | more for party in parties]


@pytest.mark.parametrize(
    ("attendees", "is_tri_party"),
    [
        (attended(*ALL_THREE), True),
        (attended("hr", "agency"), False),
        (attended("hr", "agency") + attended("business_leader", attended=False), False),
        ([], False),
    ],
)
def test_a_kickoff_with_all_three_is_one_they_came_to(
    given: GivenExport, attendees: list[Row], is_tri_party: bool
) -> None:
    row = kickoff(given, "2025-01-08T09:00:00Z", meeting_attendees=attendees)
    assert row["has_tri_party_kickoff"] is is_tri_party


def test_the_kickoff_that_counts_must_be_the_one_with_all_three(given: GivenExport) -> None:
    held = {"kind": "kickoff", "search_id": "S1"}
    meetings = [
        held | {"starts_at": "2025-01-08T09:00:00Z"},
        held | {"starts_at": "2025-03-03T09:00:00Z"},
    ]
    late = attended(*ALL_THREE, meeting="meetings-2")
    row = kickoff(given, None, meetings=meetings, meeting_attendees=late)
    assert (row["has_kickoff"], row["has_tri_party_kickoff"]) == (True, False)
    assert (str(row["kickoff_on"]), row["kickoff_lead_days"]) == ("2025-01-08", 2)


def test_what_no_file_can_show_about_meetings_is_unknown(given: GivenExport) -> None:
    briefs = [{"briefed_at": "2025-01-06"}]
    without = given(briefs=briefs).only("brief")
    assert [without[c] for c in ("is_due", "has_kickoff", "kickoff_on")] == [None] * 3
    meetings = [{"kind": "kickoff", "search_id": "S1", "starts_at": "2025-01-08"}]
    export = given(briefs=briefs, meetings=meetings)
    assert export.only("brief")["has_kickoff"] is True
    assert export.only("brief")["has_tri_party_kickoff"] is None
    assert export.only("meeting")["is_tri_party"] is None


def test_holidays_of_the_site_are_no_working_days(given: GivenExport) -> None:
    def lead_days(country: str) -> object:
        export = given(
            searches=[{"country": country}],
            briefs=[{"briefed_at": "2025-04-17"}],
            meetings=[{"kind": "kickoff", "search_id": "S1", "starts_at": "2025-04-22"}],
        )
        return export.only("brief")["kickoff_lead_days"]

    # Good Friday and Easter Monday.
    assert [lead_days(c) for c in ("DE", "DEU", "Germany", "Nowhere", "US")] == [1, 1, 1, 3, 3]


def test_the_index_counts_the_working_days_up_to_and_including_a_day(given: GivenExport) -> None:
    export = given(searches=[{"country": "GB"}])
    rows = export.rows("calendar_day", "site, day")
    sites = {site: [r for r in rows if r["site"] == site] for site in ("", "GB")}
    assert sum(len(days) for days in sites.values()) == len(rows)
    for days in sites.values():
        assert [d["day"] for d in days] == [
            days[0]["day"] + timedelta(days=n) for n in range(len(days))
        ]
        count = 0
        for row in days:
            count += row["is_working_day"]
            assert row["working_day_index"] == count
    off = {r["day"] for r in sites["GB"] if not r["is_working_day"]}
    assert date(2025, 5, 5) in off and date(2025, 5, 6) not in off
    assert {r["day"].isoweekday() for r in sites[""] if not r["is_working_day"]} == {6, 7}
