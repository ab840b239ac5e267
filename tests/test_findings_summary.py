"""What the one-page summary says of a partnership, line by line."""

import pandas as pd

from partnership.findings import summary

CONTACT = {
    "last_contact_on": pd.Timestamp("2026-08-20"),
    "silent_days": 41,
    "overdue_days": 27,
    "next_due_on": pd.Timestamp("2026-09-03"),
    "longest_gap_days": 41,
    "interval_days": 14,
    "held": 9,
    "missed": 0,
    "last_informal_on": pd.NaT,
}
PROMISE = {
    "owner": "hr",
    "promise": "join every kickoff",
    "due_on": pd.Timestamp("2026-08-01"),
    "is_open": True,
    "is_overdue": True,
}


def plain(lines: list[str]) -> list[str]:
    return [line.replace("\u00a0", " ") for line in lines]


def test_meetings_say_the_last_the_next_and_the_longest_silence() -> None:
    assert plain(summary.meetings(pd.DataFrame([CONTACT]))) == [
        "Last meeting 20 Aug 2026, 41 days ago",
        "Next due 3 Sep 2026: overdue by 27 days",
        "Longest silence 41 days; agreed is every 14 days",
        "Held 9, missed 0",
        "No informal contact noted",
    ]


def test_who_never_met_and_has_no_open_brief_owes_no_meeting() -> None:
    gone = {"last_contact_on": pd.NaT, "next_due_on": pd.NaT, "silent_days": float("nan")}
    lines = summary.meetings(pd.DataFrame([CONTACT | gone]))
    assert lines[:2] == ["No meeting yet", "Nothing due: no brief is open"]


def test_what_the_files_do_not_show_is_no_zero() -> None:
    unseen = ["Can't be seen from these files"]
    assert summary.meetings(None) == unseen
    assert summary.open_promises(None, ours=True) == unseen
    assert summary.our_side(pd.DataFrame(), None) == unseen


def test_promises_stand_with_the_side_that_gave_them_and_the_rest_is_counted() -> None:
    leaders, kept = {"owner": "business_leader"}, {"is_open": False, "is_overdue": False}
    theirs = {"owner": "agency", "is_overdue": False, "due_on": pd.NaT}
    rows = pd.DataFrame([PROMISE, PROMISE | leaders, PROMISE | kept, *[PROMISE | theirs] * 6])
    assert (
        plain(summary.open_promises(rows, ours=True))
        == ["join every kickoff, due 1 Aug 2026 (overdue)"] * 2
    )
    assert plain(summary.open_promises(rows, ours=False)) == [
        *["join every kickoff, due no day agreed"] * 4,
        "and 2 more",
    ]


def test_few_answers_are_said_without_a_percentage() -> None:
    row = {"on_time": 2, "evaluable": 3, "on_time_rate": 2 / 3, "median_days": 1.0, "waiting": 1}
    assert plain(summary.our_side(pd.DataFrame([row]), None)) == [
        "Answered within [reply days]: 2 of 3 due",
        "Half of the answers took 1 working day or less, counting those still waiting",
        "Waiting for an answer: 1 submission",
    ]


def test_open_searches_are_named_the_oldest_first() -> None:
    ages = pd.DataFrame([{"open": 2, "on_hold": 1, "oldest_age_days": 93.0}])
    opening = {"title": "Brand Manager", "location": "Lyon", "age_days": 93, "is_on_hold": False}
    opening |= {"chance": "58 %"}
    held = opening | {"location": None, "age_days": 20, "is_on_hold": True, "chance": ""}
    assert plain(summary.open_searches(ages, pd.DataFrame([opening, held]))) == [
        "2 openings open, 1 on hold; the oldest is 93 days old; in percent the chance of a fill "
        "within 30 days",
        "Brand Manager, Lyon: 93 days, 58 %",
        "Brand Manager: 20 days, on hold",
    ]
    assert summary.open_searches(pd.DataFrame(), pd.DataFrame()) == ["No search is open"]
