"""Who stands in which group of a claim, and what came of it: cases worked out by hand, each at the
edge of a rule. Figures are to the 31st of July 2025."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd
from asking import GivenExport
from claim_worlds import judge, judged
from pytest import approx

from partnership.labels import what_works as words

Row = Mapping[str, object]
WITH, WITHOUT, HIT, NOT = True, False, True, False
ALL_THREE = ("hr", "agency", "business_leader")
FIRST = date(2025, 1, 1)


def on(day: int) -> str:
    """The day so many days after the 1st of January 2025, a Wednesday."""
    return (FIRST + timedelta(days=day)).isoformat()


CHAINS = {
    "claims_about_searches": ("kickoff_fill", "kickoff_change", "brief_fill"),
    "claims_about_briefs": ("market_candidate", "respect_hire", "kickoff_stay"),
    "claims_about_submissions": (
        "rhythm_redundancy", "answers_withdrawal", "reasons_yes", "roles_offer",
    ),
    "claims_about_offers": ("negotiation_start", "turnaround_accept", "terms_accept"),
}  # fmt: skip


def cases(export: Any, claim: str, *searches: str) -> dict[str, tuple[bool, bool]]:
    """Case → (is it with, did it happen), of the chain that has the claim."""
    chain = next(chain for chain, claims in CHAINS.items() if claim in claims)
    return {
        row["case_id"]: (row["is_with"], row["is_hit"])
        for row in export.metric(chain, folder="shared")
        if row["claim"] == claim and None not in (row["is_with"], row["is_hit"])
        if not searches or row["search_id"] in searches
    }


def test_every_claim_is_in_a_chain_and_has_its_words() -> None:
    chained = [claim for claims in CHAINS.values() for claim in claims]
    assert sorted(chained) == sorted(words.CLAIMS)


def kickoff(search: str, day: int, parties: tuple[str, ...] = ALL_THREE) -> tuple[Row, list[Row]]:
    """A kickoff of a search, and who was there."""
    meeting = {"meeting_id": f"K{search}", "search_id": search, "kind": "kickoff"}
    attendees = [{"meeting_id": f"K{search}", "party": party} for party in parties]
    return meeting | {"starts_at": on(day)}, attendees


def searches_with(
    given: GivenExport, kickoffs: Mapping[str, Any], ends: Mapping[str, Any], **more: Any
) -> Any:
    """Searches opened and briefed on day 0, their kickoffs, and the outcome and day of their
    seats."""
    held = [kickoff(search, *how) for search, how in kickoffs.items()]
    openings = [
        {"opening_id": search, "search_id": search, "opened_on": on(0), "outcome": outcome}
        | ({} if day is None else {"closed_on": on(day)})
        for search, (outcome, day) in ends.items()
    ]
    return given(
        searches=[{"search_id": search, "opened_on": on(0)} for search in ends],
        openings=openings,
        briefs=[{"search_id": search, "briefed_at": on(0)} for search in ends],
        meetings=[meeting for meeting, _ in held] or [{"meeting_id": "M", "starts_at": on(1)}],
        meeting_attendees=[row for _, rows in held for row in rows],
        **more,
    )


def test_kickoff_and_fill_leave_out_what_ended_before_the_groups_are_told_apart(
    given: GivenExport,
) -> None:
    kickoffs = {
        "with, day 60": (3,), "with, day 61": (14,), "only two came": (3, ("hr", "agency")),
        "held on day 15": (15,), "with, but filled on day 14": (2,),
    }  # fmt: skip
    ends = {
        "with, day 60": ("filled", 60),
        "with, day 61": ("filled", 61),
        "only two came": ("filled", 20),
        "held on day 15": ("cancelled", 30),
        "with, but filled on day 14": ("filled", 14),
        "without, filled on day 3": ("filled", 3),
        "still open": ("open", None),
    }
    assert cases(searches_with(given, kickoffs, ends), "kickoff_fill") == {
        "with, day 60": (WITH, HIT),
        "with, day 61": (WITH, NOT),
        "only two came": (WITHOUT, HIT),
        "held on day 15": (WITHOUT, NOT),
        "still open": (WITHOUT, NOT),
    }


def test_an_opening_that_has_not_reached_day_60_is_no_case(given: GivenExport) -> None:
    ends = {"S": ("open", None)}
    export = searches_with(given, {"S": (3,)}, ends, export=[{"exported_at": on(59)}])
    assert cases(export, "kickoff_fill") == {}


def change(search: str, day: int, field: str = "pay") -> Row:
    return {"search_id": search, "changed_at": on(day), "field": field}


def test_changes_count_in_the_thirty_days_after_the_groups_are_told_apart(
    given: GivenExport,
) -> None:
    """Of the kickoff on day 14; whether a brief was left as it was is told on day 30."""
    ends = {
        "day 14": ("open", None), "day 15": ("filled", 91), "day 44": ("filled", 90),
        "day 45": ("open", None), "other": ("filled", 91), "gone on day 30": ("filled", 30),
        "gone on day 14": ("filled", 14),
    }  # fmt: skip
    changes = [
        change("day 14", 14), change("day 15", 15), change("day 15", 30), change("day 44", 44),
        change("day 45", 45), change("other", 20, "other"), change("gone on day 30", 30),
    ]  # fmt: skip
    export = searches_with(given, {"day 15": (3,)}, ends, brief_changes=changes)
    assert cases(export, "kickoff_change") == {
        "day 14": (WITHOUT, NOT),
        "day 15": (WITH, HIT),
        "day 44": (WITHOUT, HIT),
        "day 45": (WITHOUT, NOT),
        "other": (WITHOUT, NOT),
        "gone on day 30": (WITHOUT, HIT),
        "gone on day 14": (WITHOUT, NOT),
    }
    assert cases(export, "brief_fill") == {
        "day 14": (WITHOUT, NOT),
        "day 15": (WITHOUT, NOT),
        "day 44": (WITH, HIT),
        "day 45": (WITH, NOT),
        "other": (WITH, NOT),
    }


def sent(name: str, day: int, **more: object) -> Row:
    return {"submission_id": name, "received_at": f"{on(day)}T09:00:00Z"} | more


def test_in_touch_is_told_by_the_last_meeting_on_an_earlier_day(given: GivenExport) -> None:
    """Briefed on day 0, met on day 40; agreed are 14 days. Ben is sent twice."""
    export = given(
        searches=[{"opened_on": on(0)}],
        briefs=[{"briefed_at": on(0)}],
        meetings=[{"meeting_id": "M", "starts_at": on(40)}],
        submissions=[
            sent("on the day of the brief", 0),
            sent("in touch", 14, candidate_id="Ben"),
            sent("silent", 15, candidate_id="Ben"),
            sent("the day they meet", 40),
            sent("after they met", 54),
        ],
    )
    assert cases(export, "rhythm_redundancy") == {
        "in touch": (WITH, NOT),
        "silent": (WITHOUT, HIT),
        "the day they meet": (WITHOUT, NOT),
        "after they met": (WITH, NOT),
    }


def test_what_was_known_before_a_candidate_came_tells_groups_apart(given: GivenExport) -> None:
    """Received on Monday, day 5, an answer is due on Wednesday, day 7. Reasons are those of the
    last no to the same agency on the search."""
    no = {"decision": "rejected", "decided_at": f"{on(7)}T10:00:00Z"}
    late = no | {"decided_at": f"{on(8)}T10:00:00Z"}
    yes = {"decision": "advanced"}
    export = given(
        searches=[{"search_id": name} for name in ("fast", "slow", "S1")],
        submissions=[
            sent("F", 5, search_id="fast", **no),
            sent("before it is due", 7, search_id="fast", withdrawn_at=f"{on(8)}T09:00:00Z"),
            sent("after it", 8, search_id="fast", withdrawn_at=f"{on(38)}T09:00:00Z"),
            sent("S", 5, search_id="slow", **late),
            sent("after no answer", 8, search_id="slow", withdrawn_at=f"{on(39)}T09:00:00Z"),
            sent("first", 5, decision_reason="too junior", **no),
            sent("same day", 7),
            sent("told", 8, decided_at=f"{on(38)}T10:00:00Z", **yes),
            sent("told, but late", 9, decided_at=f"{on(40)}T10:00:00Z", **yes),
            sent("B's first", 5, agency_id="B", decision_reason="not suitable", **no),
            sent("B's second", 9, agency_id="B"),
            sent("C's", 9, agency_id="C"),
        ],
    )
    assert cases(export, "answers_withdrawal", "fast", "slow") == {
        "after it": (WITH, HIT),
        "after no answer": (WITHOUT, NOT),
    }
    assert cases(export, "reasons_yes", "S1") == {
        "told": (WITH, HIT),
        "told, but late": (WITH, NOT),
        "B's second": (WITHOUT, NOT),
    }


def test_roles_are_kept_where_whoever_owns_the_decision_took_it(given: GivenExport) -> None:
    yes = {"decision": "advanced", "decided_at": f"{on(7)}T10:00:00Z"}
    export = given(
        roles=[{"task": "feedback", "owner": "hr"}],
        submissions=[
            sent("hr", 5, decided_by="hr", **yes),
            sent("leader", 5, decided_by="business_leader", **yes),
            sent("nobody says", 5, **yes),
            sent("a no", 5, decision="rejected", decided_at=f"{on(7)}T10:00:00Z", decided_by="hr"),
        ],
        offers=[
            {"submission_id": "hr", "extended_at": f"{on(67)}T09:00:00Z"},
            {"submission_id": "leader", "extended_at": f"{on(68)}T09:00:00Z"},
        ],
    )
    assert cases(export, "roles_offer") == {"hr": (WITH, HIT), "leader": (WITHOUT, NOT)}


def offered(name: str, outcome: str, **more: object) -> Row:
    answered = {} if outcome == "pending" else {"answered_at": f"{on(40)}T09:00:00Z"}
    made = {"submission_id": name, "extended_at": f"{on(33)}T09:00:00Z", "outcome": outcome}
    return made | answered | more


def test_offers_stand_by_who_led_what_was_granted_and_how_soon(given: GivenExport) -> None:
    """The last word on Monday, day 26; offers on day 33 but for one on Thursday, day 29, and one on
    Friday."""
    led = {"negotiation_led_by": "agency"}
    pay = {"asked_salary": 60_000, "standard_salary": 50_000, "currency": "EUR"}
    asked = {"terms_requested": "remote;hours"}
    offers = [
        offered("started", "accepted", **led),
        offered("reneged", "accepted", **led),
        offered("not due", "accepted", starts_on="2025-09-01", **led),
        offered("declined", "declined", negotiation_led_by="hr"),
        offered("pending", "pending", **led, **asked),
        offered("nobody", "accepted", negotiation_led_by="none"),
        offered("own", "accepted", negotiation_led_by="hr", **asked),
        offered("granted", "accepted", terms_granted="hours", **asked),
        offered("other", "declined", terms_granted="title", **asked),
        offered("pay", "expired", offered_salary=55_000, **pay),
        offered("no pay", "accepted", offered_salary=50_000, **pay),
        offered("nothing asked", "accepted", terms_granted="hours"),
        offered("taken back", "rescinded", **asked, **led),
        offered("soon", "declined", extended_at=f"{on(29)}T09:00:00Z"),
        offered("later", "accepted", extended_at=f"{on(30)}T09:00:00Z"),
    ]
    names = [str(offer["submission_id"]) for offer in offers]
    export = given(
        submissions=[
            sent(name, 5) | ({"channel": "direct"} if name == "own" else {}) for name in names
        ],
        offers=offers,
        placements=[
            {"submission_id": "reneged", "reneged_on": on(50)},
            *(
                {"submission_id": name, "started_on": on(60)}
                for name in ("started", "nobody", "own")
            ),
        ],
        interviews=[
            {"submission_id": name, "scheduled_for": f"{on(26)}T09:00:00Z", "recommendation": "yes"}
            | {"feedback_at": f"{on(26)}T12:00:00Z"}
            for name in ("soon", "later")
        ],
    )
    assert cases(export, "negotiation_start") == {
        "started": (WITH, HIT),
        "reneged": (WITH, NOT),
        "declined": (WITHOUT, NOT),
    }
    assert cases(export, "terms_accept") == {
        "granted": (WITH, HIT),
        "other": (WITHOUT, NOT),
        "pay": (WITH, NOT),
        "no pay": (WITHOUT, HIT),
    }
    assert cases(export, "turnaround_accept") == {"soon": (WITH, NOT), "later": (WITHOUT, HIT)}


def test_the_market_was_talked_about_in_the_thirty_days_before_the_brief(
    given: GivenExport,
) -> None:
    """Each agency is briefed on day 35 and should send somebody within five working days, by day
    42."""
    talks = {"A": 34, "B": 5, "C": 4, "D": 35}
    export = given(
        searches=[{}],
        briefs=[{"agency_id": agency, "briefed_at": on(35)} for agency in talks],
        meetings=[
            {"meeting_id": agency, "agency_id": agency, "starts_at": on(day), "topics": "market"}
            for agency, day in talks.items()
        ],
        submissions=[
            sent("A's", 42, agency_id="A", candidate_id="Ann"),
            sent("C's", 43, agency_id="C", candidate_id="Cleo"),
        ],
    )
    assert cases(export, "market_candidate") == {
        "S1 A": (WITH, HIT),
        "S1 B": (WITH, NOT),
        "S1 C": (WITHOUT, NOT),
        "S1 D": (WITHOUT, NOT),
    }


def test_respect_is_what_both_sides_said_before_the_brief(given: GivenExport) -> None:
    def answers(of: str, day: int, **scores: int) -> list[Row]:
        asked = {"agency_id": of, "asked_on": on(day), "item": "respect"}
        return [asked | {"respondent": side, "score": score} for side, score in scores.items()]

    export = given(
        searches=[{}],
        briefs=[{"agency_id": agency, "briefed_at": on(60)} for agency in "ABCD"],
        pulse=[
            *answers("A", 59, hr=4, agency=5),
            *answers("B", 30, hr=5, agency=3),
            *answers("C", 60, hr=5, agency=5),
            *answers("D", 30, hr=5),
        ],
        submissions=[sent("A's", 90, agency_id="A")],
        offers=[
            {"submission_id": "A's", "extended_at": on(170), "outcome": "accepted"}
            | {"answered_at": on(180)}
        ],
    )
    assert cases(export, "respect_hire") == {"S1 A": (WITH, HIT), "S1 B": (WITHOUT, NOT)}


def test_hires_are_followed_for_ninety_days(given: GivenExport) -> None:
    names = ("stays", "leaves", "ends", "recent")
    meeting, attendees = kickoff("S1", 3)
    export = given(
        searches=[{"openings": 4}],
        briefs=[{"briefed_at": on(0)}],
        meetings=[meeting],
        meeting_attendees=attendees,
        submissions=[sent(name, 5) for name in names],
        offers=[offered(name, "accepted") for name in names],
        placements=[
            {"submission_id": "stays", "placement_id": "stays", "started_on": on(60)}
            | {"left_on": on(150)},
            {"submission_id": "leaves", "placement_id": "leaves", "started_on": on(60)}
            | {"left_on": on(149), "leave_reason": "resigned"},
            {"submission_id": "ends", "placement_id": "ends", "started_on": on(60)}
            | {"left_on": on(100), "leave_reason": "redundancy"},
            {"submission_id": "recent", "placement_id": "recent", "started_on": "2025-05-10"},
        ],
    )
    assert cases(export, "kickoff_stay") == {"stays": (WITH, HIT), "leaves": (WITH, NOT)}


def test_a_claim_is_asked_for_with_its_cases_and_narrowed(given: GivenExport) -> None:
    """From an export to the row of the metric: one offer that granted, of agency A."""
    terms = {"terms_requested": "hours", "terms_granted": "hours"}
    export = given(submissions=[sent("U", 5)], offers=[offered("U", "accepted", **terms)])
    (row,) = export.metric("claims")  # what no table shows has no case
    assert (row["claim"], row["with_k"], row["with_n"]) == ("terms_accept", 1, 1)
    assert (row["without_n"], row["difference"], row["verdict"]) == (0, None, "too_few")
    (case,) = export.metric("claim_case", folder="rows", claim="terms_accept", row_limit=None)
    assert (case["case_id"], case["agency_id"], case["is_with"]) == ("U", "A", True)
    assert not export.metric("claims", agencies=("B",))
    assert not export.metric("claims", departments=("none",))
    assert not export.metric("claims", period_start=date(2025, 2, 4))  # offered the day before


# --- from cases to a claim's row ----------------------------------------------------------------


def searches_of(groups: Mapping[bool, Sequence[str]], claim: str = "terms_accept") -> pd.DataFrame:
    """A case per letter and a search per word, y where it happened; eight agencies in turn."""
    rows = [
        {"claim": claim, "case_id": f"{is_with} {number} {at}", "search_id": f"{is_with} {number}"}
        | {"is_with": is_with, "is_hit": letter == "y", "compared_within": f"{number % 8}"}
        | {"judged_on": pd.Timestamp("2025-07-01")}
        for is_with, searches in groups.items()
        for number, letters in enumerate(searches)
        for at, letter in enumerate(letters)
    ]
    return pd.DataFrame(rows)


def row_of(cases: pd.DataFrame, **how: Any) -> Any:
    with judge("2025-07-31") as connection:
        return judged(connection, cases, **how).iloc[0]


def test_shares_of_cases_that_stand_alone_have_newcombes_range() -> None:
    """His example: 9 of 10 against 3 of 10, .1705 to .8090; each is a search of its own."""
    row = row_of(searches_of({WITH: "y" * 9 + "n", WITHOUT: "y" * 3 + "n" * 7}))
    counts = ("with_k", "with_n", "without_k", "without_n", "with_searches", "without_searches")
    assert [row[name] for name in counts] == [9, 10, 3, 10, 10, 10]
    assert row["difference"] == approx(0.6)
    assert (row["difference_low"], row["difference_high"]) == approx((0.1705, 0.8090), abs=5e-5)
    assert row["verdict"] == "too_few" and pd.isna(row["p_value"])


def test_cases_of_a_search_that_go_together_count_for_fewer() -> None:
    """Two searches of five with all yes and two with all no: 10 of 20 from clusters that know only
    all or nothing. The sum over searches of (k - n / 2)² is 4 × 6.25 = 25; over n p q = 5 and
    corrected by 4 / 3 × 19 / 20 that is 6.33: 20 cases are worth 3.16, and Wilson of 1.58 in 3.16
    is .5 ± .5 × 1.96 / √(3.16 + 3.84) = .1297 to .8703."""
    alike = ["yyyyy", "yyyyy", "nnnnn", "nnnnn"]
    row = row_of(searches_of({WITH: alike, WITHOUT: "yn"}))
    assert (row["with_low"], row["with_high"]) == approx((0.1297, 0.8703), abs=2e-4)


def test_a_claim_with_enough_searches_gets_a_verdict_by_its_direction() -> None:
    many, few = "y" * 19 + "n", "y" * 8 + "n" * 12
    row = row_of(searches_of({WITH: many, WITHOUT: few}))
    assert row["is_enough"] and pd.isna(row["enough_on"])
    assert row["verdict"] == "supported" and row["p_value"] < 0.01
    assert row_of(searches_of({WITH: few, WITHOUT: many}))["verdict"] == "opposite"
    assert row_of(searches_of({WITH: many, WITHOUT: many}))["verdict"] == "chance"
    less_is_better = searches_of({WITH: few, WITHOUT: many}, "answers_withdrawal")
    assert row_of(less_is_better)["verdict"] == "supported"


def test_a_difference_between_agencies_is_none_within_them() -> None:
    """One agency is always with and always succeeds, the other never."""
    cases = searches_of({WITH: "y" * 40, WITHOUT: "n" * 40})
    between = cases.assign(compared_within=["good"] * 40 + ["bad"] * 40)
    row = row_of(between)
    assert row["difference"] == 1 and row["verdict"] == "too_few" and row["quarters"] == 0


def test_the_day_a_claim_can_be_told_follows_from_the_pace_of_its_last_year() -> None:
    """15 searches without lack 5; 10 came in the last 365 days: 5 × 365 / 10 = 182.5 days more."""
    cases = searches_of({WITH: "y" * 20, WITHOUT: "n" * 15})
    old = cases["search_id"].isin([f"False {number}" for number in range(5)])
    row = row_of(cases.assign(judged_on=cases["judged_on"].where(~old, pd.Timestamp("2024-07-31"))))
    assert not row["is_enough"]
    assert row["enough_on"].date() == date(2025, 7, 31) + timedelta(days=183)


def test_files_of_a_month_have_the_pace_of_a_quarter() -> None:
    """15 searches without came in the 30 days these files cover: 5 × 91 / 15 = 30.3 days more."""
    row = row_of(searches_of({WITH: "y" * 20, WITHOUT: "n" * 15}))
    assert row["enough_on"].date() == date(2025, 8, 31)


def test_a_side_that_gets_no_more_cases_has_no_day() -> None:
    cases = searches_of({WITH: "y" * 20, WITHOUT: "n" * 15})
    for without in (cases[cases["is_with"]], cases.assign(judged_on=pd.Timestamp("2024-07-31"))):
        row = row_of(without)
        assert not row["is_enough"] and pd.isna(row["enough_on"])


def test_more_searches_where_the_settings_ask_for_more_evidence() -> None:
    cases = searches_of({WITH: "y" * 19 + "n", WITHOUT: "y" * 8 + "n" * 12})
    assert row_of(cases, fewest=30)["verdict"] == "too_few"
    assert row_of(cases, fewest=5)["fewest_searches"] == 20
