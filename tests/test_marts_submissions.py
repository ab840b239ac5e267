"""Submissions: redundancy and ownership, and how far they came."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from asking import GivenExport
from given import Given

Row = Mapping[str, object]


def sent(number: int, day: str, agency: str, person: str, **more: object) -> Row:
    """A submission of a person, whom the profile gives away; no agency means it came directly."""
    row = {"submission_id": f"s{number}", "received_at": f"{day}T09:00:00Z"}
    row |= {"candidate_id": f"{person}-{number}"}
    row |= {"agency_id": agency} if agency else {"channel": "direct"}
    return row | more


def received(given: GivenExport, *submissions: Row, **tables: object) -> Given:
    """An export of these submissions; a candidate's name before the dash is the profile."""
    candidates = [
        {"candidate_id": row["candidate_id"], "linkedin_url": f"x.com/in/{name}"}
        for row in submissions
        for name in [str(row["candidate_id"]).split("-")[0]]
    ]
    return given(submissions=submissions, candidates=candidates, **tables)


def classes(export: Given) -> dict[str, str | None]:
    return {r["submission_id"]: r["redundancy_class"] for r in export.rows("submission")}


def test_the_worked_example_of_redundancy(given: GivenExport) -> None:
    export = received(
        given,
        sent(1, "2025-01-02", "A", "Ana"),
        sent(2, "2025-01-05", "B", "Ana"),
        sent(3, "2025-01-09", "A", "Ana"),
        sent(4, "2025-01-06", "B", "Ben"),
        sent(5, "2025-01-10", "C", "Cleo"),
        sent(6, "2025-01-11", "C", "Dev"),
        sent(7, "2025-01-12", "A", "Ben", search_id="S2"),
        sent(8, "2025-07-10", "B", "Ana"),
        sent(20, "2024-12-20", "", "Cleo"),
        sent(21, "2024-12-21", "", "Dev", search_id="S2"),
    )
    assert classes(export) == {
        "s1": "unique",
        "s2": "collision",
        "s3": "resubmitted",
        "s4": "unique",
        "s5": "known_here",
        "s6": "known_elsewhere",
        "s7": "known_elsewhere",
        "s8": "unique",
        "s20": None,
        "s21": None,
    }
    rows = export.by_id("submission")
    redundant = {name for name, row in rows.items() if row["is_redundant"]}
    assert redundant == {"s2", "s3", "s5"}
    blamed = {name: rows[name]["earlier_submission_id"] for name in ("s2", "s3", "s5", "s8")}
    assert blamed == {"s2": "s1", "s3": "s1", "s5": "s20", "s8": None}
    assert rows["s3"]["days_after_earlier"] == 7
    owners = {n: (rows[n]["owner_agency_id"], rows[n]["owned_until"]) for n in ("s2", "s8")}
    assert owners == {"s2": ("A", date(2025, 7, 1)), "s8": ("B", date(2026, 1, 6))}


def test_the_window_is_half_open_in_instants(given: GivenExport) -> None:
    agencies = [{"agency_id": "A", "ownership_days": 10}, {"agency_id": "B"}]
    first = sent(1, "2025-01-01", "A", "Ana")

    def after_ten_days_less(seconds: int, agency: str) -> str | None:
        at = datetime(2025, 1, 11, 9, tzinfo=UTC) - timedelta(seconds=seconds)
        later = sent(2, "", agency, "Ana") | {"received_at": at.isoformat()}
        return classes(received(given, first, later, agencies=agencies))["s2"]

    assert after_ten_days_less(1, "A") == "resubmitted"
    assert after_ten_days_less(0, "A") == "unique"
    assert after_ten_days_less(1, "B") == "collision"
    assert after_ten_days_less(0, "B") == "unique"


def test_ties_go_by_the_id_of_the_submission(given: GivenExport) -> None:
    tie = [sent(2, "2025-01-01", "B", "Ana"), sent(1, "2025-01-01", "A", "Ana")]
    assert classes(received(given, *tie)) == {"s1": "unique", "s2": "collision"}


def test_a_redundant_submission_never_owns_and_resubmitting_extends_nothing(
    given: GivenExport,
) -> None:
    agencies = [{"agency_id": a, "ownership_days": 10} for a in "ABC"]
    export = received(
        given,
        sent(1, "2025-01-01", "A", "Ana"),
        sent(2, "2025-01-09", "A", "Ana"),
        sent(3, "2025-01-10", "B", "Ana"),
        sent(4, "2025-01-12", "C", "Ana"),
        sent(5, "2025-01-13", "A", "Ana"),
        agencies=agencies,
    )
    assert list(classes(export).values()) == [
        "unique",
        "resubmitted",
        "collision",
        "unique",
        "resubmitted",
    ]
    assert export.by_id("submission")["s5"]["owner_agency_id"] == "C"


def test_after_a_withdrawal_the_same_agency_may_send_again_and_still_owns(
    given: GivenExport,
) -> None:
    export = received(
        given,
        sent(1, "2025-01-01", "A", "Ana", withdrawn_at="2025-01-05T09:00:00Z"),
        sent(2, "2025-01-10", "A", "Ana"),
        sent(3, "2025-01-11", "B", "Ana"),
    )
    assert classes(export) == {"s1": "unique", "s2": "unique", "s3": "collision"}
    assert export.by_id("submission")["s3"]["earlier_submission_id"] == "s1"


def test_sent_again_after_a_no(given: GivenExport) -> None:
    no = {"decision": "rejected", "decided_at": "2025-02-01T09:00:00Z"}
    agencies = [{"agency_id": "A", "ownership_days": 60}, {"agency_id": "B"}]
    first = sent(1, "2025-01-01", "A", "Ana", **no)
    owned = sent(2, "2025-02-20", "B", "Ana")
    free = sent(3, "2025-03-10", "B", "Ana")
    assert classes(received(given, first, owned, agencies=agencies))["s2"] == "collision"
    assert classes(received(given, first, free, agencies=agencies))["s3"] == "post_reject"
    late = sent(4, "2025-04-02", "B", "Ana") | {"received_at": "2025-04-02T09:00:00Z"}
    assert classes(received(given, first, late, agencies=agencies))["s4"] == "unique"


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ({}, "known_elsewhere"),
        ({"decision": "advanced", "decided_at": "2025-01-05"}, "known_elsewhere"),
        ({"decision": "rejected", "decided_at": "2025-01-05"}, "unique"),
        ({"decision": "rejected", "decided_at": "2025-03-05"}, "known_elsewhere"),
        ({"decision": "rejected"}, "unique"),
        ({"withdrawn_at": "2025-01-05"}, "unique"),
    ],
)
def test_known_elsewhere_is_live_on_another_search(
    given: GivenExport, elsewhere: Row, expected: str
) -> None:
    other = sent(1, "2025-01-01", "A", "Ana", search_id="S2", **elsewhere)
    assert classes(received(given, other, sent(2, "2025-01-10", "B", "Ana")))["s2"] == expected


def test_a_record_nobody_has_judged_is_counted_apart(given: GivenExport) -> None:
    phone = "+49 170 1234560"
    export = given(
        candidates=[
            {"candidate_id": "c1", "full_name": "Ana Kova", "phone": phone},
            {"candidate_id": "c2", "full_name": "Zoe Lind", "phone": phone},
        ],
        submissions=[
            {"submission_id": "s1", "candidate_id": "c1"},
            {"submission_id": "s2", "candidate_id": "c2", "received_at": "2025-02-01"},
        ],
    )
    rows = export.by_id("submission")
    assert [rows[name]["is_unreviewed"] for name in ("s1", "s2")] == [False, True]
    assert rows["s2"]["redundancy_class"] == "unique"


def slow_classes(rows: list[dict[str, object]], windows: Mapping[str, int]) -> dict[str, str]:
    """The rule once more, one submission at a time, for one person on one search."""
    found: dict[str, str] = {}
    owner: tuple[str, datetime] | None = None
    for place, row in enumerate(rows):
        at, agency = row["at"], row["agency"]
        earlier = rows[:place]
        is_owned = owner is not None and at < owner[1]
        if any(
            e["agency"] == agency and at < e["at"] + timedelta(windows[agency]) for e in earlier
        ):
            found[row["id"]] = "resubmitted"
        elif is_owned and owner[0] != agency:
            found[row["id"]] = "collision"
        else:
            found[row["id"]] = "unique"
            if not is_owned:
                owner = (agency, at + timedelta(windows[agency]))
    return found


@pytest.mark.parametrize("seed", range(3))
def test_long_chains_of_owners_follow_the_rule_step_by_step(given: GivenExport, seed: int) -> None:
    random = Random(seed)
    windows = {"A": 0, "B": 3, "C": 20, "D": 61}
    hours = sorted(random.sample(range(24 * 300), 80))
    start = datetime(2025, 1, 1, tzinfo=UTC) - timedelta(days=300)
    rows = [
        {"id": f"s{n:03}", "at": start + timedelta(hours=hour), "agency": random.choice("ABCD")}
        for n, hour in enumerate(hours)
    ]
    export = given(
        agencies=[{"agency_id": a, "ownership_days": d} for a, d in windows.items()],
        submissions=[
            {
                "submission_id": row["id"],
                "candidate_id": "c",
                "agency_id": row["agency"],
                "received_at": row["at"],
            }
            for row in rows
        ],
    )
    assert classes(export) == slow_classes(rows, windows)


def test_only_agencies_have_a_class_a_reply_clock_and_an_agency(given: GivenExport) -> None:
    row = given(submissions=[{"channel": "referral", "agency_id": "A"}]).only("submission")
    empty = ("redundancy_class", "agency_id", "feedback_outcome", "is_evaluable", "owner_agency_id")
    assert [row[name] for name in empty] == [None] * 5
    assert row["is_redundant"] is False


def test_each_step_is_implied_by_any_later_one(given: GivenExport) -> None:
    started = {"started_on": "2025-03-01"}
    export = given(
        submissions=[{"submission_id": f"s{n}"} for n in range(7)],
        interviews=[
            {"submission_id": "s1"},
            {"submission_id": "s0", "status": "no_show"},
        ],
        stage_events=[
            {"submission_id": "s2", "stage": "offer"},
            {"submission_id": "s2", "stage": "screen", "entered_at": "2025-03-01T09:00:00Z"},
        ],
        offers=[{"submission_id": "s3", "outcome": "declined"}],
        placements=[
            {"submission_id": "s4"} | started,
            {"submission_id": "s5", "started_on": "2026-01-01"},
        ],
    )
    steps = ("is_interviewed", "is_offered", "is_accepted", "is_started")
    reached = {
        name: sum(row[step] for step in steps) for name, row in export.by_id("submission").items()
    }
    assert reached == {"s0": 0, "s1": 1, "s2": 2, "s3": 2, "s4": 4, "s5": 0, "s6": 0}


def test_a_step_that_no_file_can_show_is_unknown(given: GivenExport) -> None:
    steps = ("is_interviewed", "is_offered", "is_accepted", "is_started")

    def shown(**tables: object) -> list[bool | None]:
        row = given(submissions=[{"submission_id": "s1"}], **tables).only("submission")
        return [row[step] for step in steps]

    assert shown() == [None] * 4
    assert shown(interviews=[]) == [False, None, None, None]
    assert shown(stage_events=[]) == [False, False, False, None]
    assert shown(placements=[]) == [None, None, None, False]
    declined = [{"submission_id": "s1", "outcome": "declined"}]
    assert shown(offers=declined) == [True, True, False, None]


def test_a_backward_move_stays_a_row(given: GivenExport) -> None:
    moves = [("screen", 1), ("interview", 2), ("screen", 3), ("hired", 4), ("offer", 4)]
    events = [
        {"submission_id": "s", "stage": stage, "entered_at": f"2025-02-0{day}T09:00:00Z"}
        for stage, day in moves
    ]
    rows = given(stage_events=events).rows("stage_event")
    marked = {(r["stage"], r["entered_on"].day): r["is_backward"] for r in rows}
    assert [move for move, is_backward in marked.items() if is_backward] == [("screen", 3)]
