"""Whose day it was: every rule on openings whose days are worked out by hand.

An opening is of Wednesday 1 January 2025, its search was given to agency A on Monday the 6th and
the figures are of Friday the 31st, unless a test says otherwise. "6 agency candidate" are the days
from the 6th on, "13! agency candidate" those from the 13th on, later than agreed.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from asking import GivenExport
from given import Given
from pytest import approx

from partnership.settings import Settings

Row = Mapping[str, object]
Case = Mapping[str, Any]
FRIDAY_31 = date(2025, 1, 31)
FOUR_DAYS = Settings(reply_days=4, cutoff_hour=18)
OF_A_PERSON = ("interviews", "offers", "stage_events", "placements")


def at(day: int, hour: int = 9) -> str:
    """An hour of a day of January 2025."""
    return f"2025-01-{day:02}T{hour:02}:00:00Z"


def on(day: int) -> str:
    """A day of January 2025."""
    return f"2025-01-{day:02}"


def turns(export: Given, opening: str = "S1#1") -> str:
    """The days of one opening as "6 agency candidate, 13! agency candidate, …, 31"."""
    rows = [row for row in export.rows("opening_day", "from_on") if row["opening_id"] == opening]
    said = [
        f"{row['from_on'].day}{'!' if row['is_beyond'] else ''} {row['side']} {row['step']}"
        for row in rows
    ]
    return ", ".join([*said, str(rows[-1]["until_on"].day)]) if rows else ""


def courses(given: GivenExport, cases: Mapping[str, Case], **common: Any) -> dict[str, str]:
    """Case → its days: each a search of its own, whose candidate is u unless a row says another."""
    tables: dict[str, list[Row]] = {"searches": [], "briefs": []}
    for name, case in cases.items():
        rows = {"searches": [{}], "briefs": [{"briefed_at": at(6)}]} | dict(case)
        for table, added in rows.items():
            own = [{"search_id": name} | dict(row) for row in added]
            if table in OF_A_PERSON:
                own = [{k: v for k, v in row.items() if k != "search_id"} for row in own]
            if table in (*OF_A_PERSON, "submissions"):
                own = [row | {"submission_id": f"{name} {row.get('who', 'u')}"} for row in own]
            kept = [{k: v for k, v in row.items() if k != "who"} for row in own]
            tables.setdefault(table, []).extend(kept)
    export = given(**({"as_of": FRIDAY_31} | tables | common))
    return {name: turns(export, f"{name}#1") for name in cases}


def sent(day: int, who: str = "u", **more: object) -> Row:
    return {"who": who, "received_at": at(day)} | more


def advanced(day: int, who: str = "u", **more: object) -> Row:
    """A profile of the 8th that got its yes on a day."""
    return sent(8, who, decision="advanced", decided_at=at(day), **more)


def rejected(received: int, decided: int, who: str = "u", **more: object) -> Row:
    return sent(received, who, decision="rejected", decided_at=at(decided), **more)


def met(invited: int, day: int, **more: object) -> Row:
    return {"invited_at": at(invited), "scheduled_for": at(day)} | more


def told(day: int, recommendation: str | None) -> Row:
    return {"feedback_at": at(day), "recommendation": recommendation}


def offered(extended: int, outcome: str, answered: int | None = None) -> Row:
    known = {"answered_at": at(answered)} if answered else {}
    return {"extended_at": at(extended), "outcome": outcome} | known


BEGUN = "1 hr briefing, 6 agency candidate"
SENT = f"{BEGUN}, 8 hr profile"
ADVANCED = f"{BEGUN}, 8 hr invitation"
MET = f"{ADVANCED}, 9 business_leader interview"
FILLED = {"status": "filled", "closed_on": on(31)}


def test_one_candidate_from_the_brief_to_the_yes(given: GivenExport) -> None:
    # Two working days to the answer are over on Friday the 10th, two to the feedback on Friday
    # the 24th; the fifth working day after the invitation is the day of the interview.
    case = {
        "searches": [FILLED],
        "submissions": [advanced(14)],
        "interviews": [met(15, 22) | told(27, "yes")],
        "offers": [offered(29, "accepted", 31)],
    }
    assert courses(given, {"S1": case})["S1"] == (
        f"{SENT}, 10! hr profile, 14 hr invitation, 15 business_leader interview, "
        "22 business_leader feedback, 24! business_leader feedback, 27 hr offer, "
        "29 candidate answer, 31"
    )


def test_turns_of_the_search_itself(given: GivenExport) -> None:
    # Of a Monday, five working days are over on the next Monday.
    back = {"briefed_at": at(6), "released_at": at(9)}
    holds = [(9, 13), (12, 15), (29, None)]
    cases: dict[str, Case] = {
        "nobody, anew each time": {"submissions": [rejected(14, 16), rejected(20, 20, "same day")]},
        "taken back": {
            "briefs": [back, {"agency_id": "B", "briefed_at": at(8), "released_at": at(10)}]
        },
        "never given": {"briefs": []},
        # The answer is due on the 10th; a hold does not move that.
        "on hold": {
            "submissions": [sent(8)],
            "holds": [
                {"held_from": on(start), "held_until": on(end) if end else None}
                for start, end in holds
            ],
        },
        "on hold since nobody knows when": {
            "searches": [{"status": "on_hold"}],
            "submissions": [rejected(8, 9)],
        },
    }
    assert courses(given, cases) == {
        "nobody, anew each time": f"{BEGUN}, 13! agency candidate, 14 hr profile, "
        "16 agency candidate, 23! agency candidate, 31",
        "taken back": f"{BEGUN}, 10 hr briefing, 31",
        "never given": "1 hr briefing, 31",
        "on hold": f"{SENT}, 9 hold hold, 15! hr profile, 29 hold hold, 31",
        "on hold since nobody knows when": f"{SENT}, 9 unknown hold_undated, 31",
    }


def test_of_several_candidates_the_furthest_one_decides(given: GivenExport) -> None:
    cases: dict[str, Case] = {
        # v's profile waits from the 7th on; u's interview of the 13th comes before it.
        "further": {
            "submissions": [sent(7, "v"), advanced(8)],
            "interviews": [met(9, 13) | told(15, "no")],
        },
        # Late from the 9th for u; v, of Friday the 10th, is late from Tuesday the 14th.
        "at one step": {"submissions": [rejected(7, 13), rejected(10, 20, "v")]},
        # Nobody owes a direct application an answer; once it is past that, it counts.
        "direct": {
            "submissions": [
                sent(7, "never answered", channel="direct"),
                advanced(8, channel="direct"),
            ],
            "interviews": [met(9, 13) | told(13, "no")],
        },
    }
    mail = {"full_name": "Ana Test", "email": "ana@example.org"}
    people = [{"candidate_id": "c1"} | mail, {"candidate_id": "c2"} | mail]
    # A second copy of a person gives nobody the turn.
    cases["sent twice"] = {
        "submissions": [rejected(7, 8, candidate_id="c1"), sent(9, "v", candidate_id="c2")]
    }
    assert courses(given, cases, candidates=people) == {
        "sent twice": f"{BEGUN}, 7 hr profile, 8 agency candidate, 15! agency candidate, 31",
        "further": "1 hr briefing, 6 agency candidate, 7 hr profile, 8 hr invitation, "
        "9 business_leader interview, 13 business_leader feedback, 15! hr profile, 31",
        "at one step": f"{BEGUN}, 7 hr profile, 9! hr profile, 13 hr profile, 14! hr profile, "
        "20 agency candidate, 27! agency candidate, 31",
        "direct": f"{MET}, 13 agency candidate, 20! agency candidate, 31",
    }


def test_the_order_in_which_turns_decide(given: GivenExport) -> None:
    # One candidate after the other leaves, the furthest first.
    steps: dict[str, list[Row]] = {
        "offer": [met(8, 9) | told(9, "yes")],
        "yes": [met(8, 9) | told(9, "yes")],
        "held": [met(8, 9)],
        "arranged": [met(8, 31, status="scheduled")],
        "advanced": [],
    }
    left = dict(
        zip(("yes", "held", "arranged", "advanced", "sent"), (17, 19, 21, 23, 25), strict=True)
    )
    case = {
        "submissions": [
            advanced(8, who=who) | ({"withdrawn_at": at(left[who])} if who in left else {})
            for who in steps
        ]
        + [sent(8, "sent", withdrawn_at=at(left["sent"]))],
        "interviews": [{"who": who} | dict(row) for who, rows in steps.items() for row in rows],
        "offers": [{"who": "offer"} | offered(10, "declined", 15)],
    }
    assert courses(given, {"S1": case})["S1"] == (
        f"{BEGUN}, 8 business_leader interview, 9 hr offer, 10 candidate answer, 15! hr offer, "
        "17! business_leader feedback, 19! business_leader interview, 21! hr invitation, "
        "23! hr profile, 25 agency candidate, 31"
    )


def test_appointments(given: GivenExport) -> None:
    later = {"status": "scheduled"}
    cases: dict[str, list[Row]] = {
        "nobody came": [met(9, 13, status="no_show"), met(16, 20, **later)],
        # The fifth working day after the 9th is the 16th.
        "moved before its day": [met(9, 13, status="cancelled"), met(10, 20) | told(20, "yes")],
        "cancelled, then anew": [met(9, 13, status="cancelled"), met(14, 20) | told(20, "yes")],
        "nobody noted whether it was held": [met(9, 13, **later)],
        "no day of the invitation": [met(9, 13, invited_at=None) | told(14, "no")],
    }
    found = courses(
        given,
        {name: {"submissions": [advanced(8)], "interviews": rows} for name, rows in cases.items()},
    )
    assert found == {
        "nobody came": f"{MET}, 13 hr invitation, 15! hr invitation, "
        "16 business_leader interview, 20 unknown unclear, 31",
        "moved before its day": f"{MET}, 16! business_leader interview, 20 hr offer, "
        "23! hr offer, 31",
        "cancelled, then anew": f"{MET}, 13 hr invitation, 14 business_leader interview, "
        "20 hr offer, 23! hr offer, 31",
        "nobody noted whether it was held": f"{MET}, 13 unknown unclear, 31",
        "no day of the invitation": f"{BEGUN}, 8 unknown unclear, 13 business_leader feedback, "
        "14 agency candidate, 21! agency candidate, 31",
    }


def test_what_was_said_after_interviews(given: GivenExport) -> None:
    def after(*interviews: Row, **more: Any) -> Case:
        return {"submissions": [advanced(8)], "interviews": interviews} | more

    one = met(9, 13)
    cases: dict[str, Case] = {
        "no": after(one | told(14, "no")),
        "nothing that can be told": after(one | told(14, None)),
        # Another interview shows that it was a yes.
        "another round": after(one | told(14, "maybe"), met(16, 20) | told(21, "no")),
        # What came of one is no last word while another is to be told of.
        "two at once": after(one | told(14, "yes"), met(10, 14) | told(17, "no")),
        # A decision ends what HR owes; what was decided in bulk as the search closed is none.
        "rejected": after(
            one, submissions=[rejected(8, 15)], interviews=[one | {"feedback_at": None}]
        ),
    }
    assert courses(given, cases) == {
        "no": f"{MET}, 13 business_leader feedback, 14 agency candidate, 21! agency candidate, 31",
        "nothing that can be told": f"{MET}, 13 business_leader feedback, 14 unknown unclear, 31",
        "another round": f"{MET}, 13 business_leader feedback, 14 hr offer, "
        "16 business_leader interview, 20 business_leader feedback, 21 agency candidate, "
        "28! agency candidate, 31",
        "two at once": f"{MET}, 13 business_leader feedback, 16! business_leader feedback, "
        "17 agency candidate, 24! agency candidate, 31",
        "rejected": f"{SENT}, 9 business_leader interview, 13 business_leader feedback, "
        "15 agency candidate, 22! agency candidate, 31",
    }


def test_offers_and_what_came_of_them(given: GivenExport) -> None:
    def after(*offers: Row, **more: Any) -> Case:
        held = [met(9, 13) | told(13, "yes")]
        return {"submissions": [advanced(8)], "interviews": held, "offers": offers} | more

    seat = {"opening_id": "seat#1", "outcome": "filled", "closed_on": on(28)}
    cases: dict[str, Case] = {
        "declined": after(offered(15, "declined", 20)),
        # Two versions are one offer, from the first to the answer to the latest.
        "revised": after(offered(15, "declined", 16), offered(17, "pending")),
        "answered nobody knows when": after(offered(15, "declined")),
        "gone back on": after(offered(15, "accepted", 17), placements=[{"reneged_on": on(24)}]),
        "seat": after(
            offered(15, "accepted", 17),
            openings=[seat | {"filled_by_submission_id": "seat u"}],
        ),
    }
    made = f"{MET}, 13 hr offer, 15 candidate answer"
    assert courses(given, cases) == {
        "declined": f"{made}, 20 agency candidate, 27! agency candidate, 31",
        "revised": f"{made}, 31",
        "answered nobody knows when": f"{MET}, 13 hr offer, 15 unknown unclear, 31",
        "gone back on": f"{made}, 17 candidate renege, 24 agency candidate, 31",
        "seat": f"{made}, 17 candidate start, 28",
    }


def test_every_seat_has_days_of_its_own_and_the_searchs_turns(given: GivenExport) -> None:
    export = given(
        searches=[{"openings": 2}],
        briefs=[{"briefed_at": at(6)}],
        submissions=[{"submission_id": "u", "received_at": at(8)}],
        offers=[{"submission_id": "u"} | offered(9, "accepted", 14)],
        as_of=FRIDAY_31,
    )
    begun = f"{SENT}, 9 candidate answer, 14"
    assert turns(export, "S1#1") == begun
    assert turns(export, "S1#2") == f"{begun} agency candidate, 21! agency candidate, 31"


def test_a_seat_of_a_closed_search_is_hrs_and_one_without_a_clock_is_nobodys(
    given: GivenExport,
) -> None:
    opened = {"opened_on": on(1)}
    seats = [
        {"opening_id": "open#1", "search_id": "open"} | opened,
        {"opening_id": "undated#1", "search_id": "undated", "outcome": "cancelled"} | opened,
        {"opening_id": "early#1", "search_id": "early"} | opened,
    ]
    cases: dict[str, Case] = {
        "open": {"searches": [{"status": "filled", "closed_on": on(20)}], "submissions": [sent(8)]},
        "undated": {},
        # The seat was opened before its search.
        "early": {"searches": [{"opened_on": on(3)}]},
    }
    assert courses(given, cases, openings=seats) == {
        "open": f"{SENT}, 10! hr profile, 20 hr reopening, 31",
        "undated": "",
        "early": f"{BEGUN}, 13! agency candidate, 31",
    }


def test_what_the_files_cant_show_is_unknown(given: GivenExport) -> None:
    submissions = [{"submission_id": "u", "received_at": at(8)}, {"search_id": "S2"}]
    submissions[1] |= {"submission_id": "v", "received_at": at(8), "decision": "rejected"}
    # No briefs: nobody knows when the search was given to the agency. v's no has no day.
    export = given(
        searches=[{}, {"search_id": "S2"}],
        submissions=submissions,
        export=[{"covers_from": on(4)}],
        as_of=FRIDAY_31,
    )
    begun = "1 unknown before_files, 4 unknown brief_undated, 8"
    assert turns(export) == f"{begun} hr profile, 10! hr profile, 31"
    assert turns(export, "S2#1") == f"{begun} unknown unclear, 31"
    row = export.metric("open_days_by_side")[0]
    seen = [row[f"{side}_days"] for side in ("hr", "unknown", "hold", "candidate")]
    assert seen == [23, 37, None, None]
    assert row["business_leader_days"] is None


def test_stages_alone_show_the_yes_but_not_whose_turn_an_interview_is(given: GivenExport) -> None:
    case = {
        "submissions": [sent(8)],
        "stage_events": [
            {"stage": "screen", "entered_at": at(9), "actor": "hr"},
            {"stage": "interview", "entered_at": at(13), "actor": "hr"},
            {"stage": "ended", "entered_at": at(20), "actor": "hr"},
        ],
    }
    assert courses(given, {"S1": case})["S1"] == (
        f"{SENT}, 9 hr invitation, 13 unknown unclear, 20 agency candidate, "
        "27! agency candidate, 31"
    )


# --- the metrics --------------------------------------------------------------------------------


def two_agencies(given: GivenExport) -> Given:
    """A search of 1 January given to A on the 6th and to B from the 13th to the 20th, whose one
    candidate, A's, waits from the 8th to the 15th; and one of the 29th that nobody has."""
    return given(
        searches=[{"department": "Sales"}, {"search_id": "younger", "opened_on": on(29)}],
        briefs=[
            {"briefed_at": at(6)},
            {"agency_id": "B", "briefed_at": at(13), "released_at": at(20)},
        ],
        submissions=[{"submission_id": "u"} | dict(rejected(8, 15))],
        as_of=date(2025, 1, 31),
    )


def sides(row: Mapping[str, Any]) -> tuple[object, ...]:
    """A row's group, openings, days, and those of HR and of the agency."""
    return tuple(row[name] for name in ("group", "openings", "days", "hr_days", "agency_days"))


def test_a_partnership_has_the_days_from_its_brief_until_it_was_taken_back(
    given: GivenExport,
) -> None:
    export = two_agencies(given)
    # HR: 1 to 6 January, then 8 to 15. The agency: the 6th and 7th, and the 15th to the 31st.
    assert turns(export) == (
        f"{SENT}, 10! hr profile, 15 agency candidate, 22! agency candidate, 31"
    )
    assert sides(export.metric("open_days_by_side")[0]) == (None, 2, 32, 14, 18)
    by_agency = export.metric("open_days_by_side", by="agency")
    assert [sides(row) for row in by_agency] == [("A", 1, 25, 7, 18), ("B", 1, 7, 2, 5)]
    assert by_agency[1]["hr_rate"] == approx(2 / 7)
    only_b = export.metric("open_days_by_side", agencies=("B",))
    assert [sides(row) for row in only_b] == [(None, 1, 7, 2, 5)]
    longest = export.metric("opening_sides", folder="rows", row_limit=1)
    assert [(row["opening_id"], row["days"], row["beyond_days"]) for row in longest] == [
        ("S1#1", 30, 14)
    ]
    both = export.metric("open_days_by_side", by="department", agencies=("A", "B"))
    assert [sides(row) for row in both] == [("Sales", 1, 25, 7, 18)]

    # Days to give back: those later than agreed.
    rows = {row["side"]: row for row in export.metric("days_to_give_back")}
    # HR's answer was late from the 10th to the 15th; for giving the search out nothing is agreed.
    hr = [rows["hr"][name] for name in ("days", "beyond_days", "openings_beyond", "beyond_rate")]
    assert hr == [14, 5, 1, approx(5 / 14)]
    assert (rows["agency"]["days"], rows["agency"]["beyond_days"]) == (18, 9)
    steps = {row["group"]: row for row in export.metric("days_to_give_back", by="step")}
    assert steps["briefing"]["beyond_days"] is None and steps["briefing"]["days"] == 7
    assert steps["profile"]["beyond_days"] == 5
    # To B they were late from the 13th to the 15th: the two days of its partnership.
    by_agency = export.metric("days_to_give_back", by="agency")
    assert {(row["group"], row["side"]): row["beyond_days"] for row in by_agency} == {
        ("A", "hr"): 5,
        ("A", "agency"): 9,
        ("B", "hr"): 2,
        ("B", "agency"): 0,
    }


def test_a_period_has_its_own_days_and_a_quarter_too(given: GivenExport) -> None:
    export = given(searches=[{"opened_on": "2024-12-30"}], as_of=date(2025, 1, 3))
    found = export.metric("open_days_by_side", by="quarter")
    assert [(row["group"], row["days"]) for row in found] == [("2024Q4", 2), ("2025Q1", 2)]
    asked = {"period_start": date(2024, 12, 31), "period_end": date(2025, 1, 2)}
    assert export.metric("open_days_by_side", **asked)[0]["days"] == 2


def test_the_reply_days_and_the_hour_that_are_set_are_the_agreed_ones(given: GivenExport) -> None:
    cases: dict[str, Case] = {
        "in the morning": {"submissions": [sent(8)]},
        "in the evening": {"submissions": [sent(8) | {"received_at": at(8, 19)}]},
    }
    assert courses(given, cases, settings=FOUR_DAYS) == {
        "in the morning": f"{SENT}, 14! hr profile, 31",
        "in the evening": f"{SENT}, 15! hr profile, 31",
    }
