"""Published and hand-worked examples, whole, asked of product and oracle alike."""

import duckdb
import pytest
from asking import Answer, GivenExport
from pytest import approx


def test_redundancy_classes_of_the_worked_example(given: GivenExport, answer: Answer) -> None:
    def sent(number: int, day: str, agency: str, person: str, search: str = "S1") -> dict[str, str]:
        row = {"submission_id": f"s{number}", "received_at": f"{day}T09:00:00Z"}
        return row | {
            "agency_id": agency,
            "candidate_id": f"{person}-{number}",
            "search_id": search,
        }

    submissions = [
        sent(1, "2025-01-02", "A", "Ana"),
        sent(2, "2025-01-05", "B", "Ana"),
        sent(3, "2025-01-09", "A", "Ana"),
        sent(4, "2025-01-06", "B", "Ben"),
        sent(5, "2025-01-10", "C", "Cleo"),
        sent(6, "2025-01-11", "C", "Dev"),
        sent(7, "2025-01-12", "A", "Ben", "S2"),
        sent(8, "2025-07-10", "B", "Ana"),
        sent(9, "2024-12-20", "", "Cleo") | {"channel": "direct"},
        sent(10, "2024-12-20", "", "Dev", "S2") | {"channel": "sourced"},
    ]
    tables = given(
        searches=[{"search_id": s, "opened_on": "2024-12-01"} for s in ("S1", "S2")],
        submissions=submissions,
        candidates=[
            {"candidate_id": row["candidate_id"]}
            | {"linkedin_url": f"https://linkedin.com/in/{row['candidate_id'].split('-')[0]}"}
            for row in submissions
        ],
    )
    row = answer(tables, "redundant_submissions")
    found = {name: row[name] for name in ("resubmitted", "known_here", "collision", "post_reject")}
    assert found == {"resubmitted": 1, "known_here": 1, "collision": 1, "post_reject": 0}
    assert (row["submissions"], row["known_elsewhere"], row["redundancy_rate"]) == (8, 2, 3 / 8)
    by_agency = {
        r["group"]: r["redundant"] for r in answer(tables, "redundant_submissions", by="agency")
    }
    assert by_agency == {"A": 1, "B": 1, "C": 1}


def test_offers_of_the_worked_example(given: GivenExport, answer: Answer) -> None:
    outcomes = ["accepted"] * 6 + ["declined"] * 2 + ["rescinded", "pending"]
    answered = [{} if o == "pending" else {"answered_at": "2025-02-06T09:00:00Z"} for o in outcomes]
    tables = given(
        offers=[
            {"submission_id": f"b{n}", "outcome": outcome} | when
            for n, (outcome, when) in enumerate(zip(outcomes, answered, strict=True))
        ],
        placements=[{"submission_id": "b0", "reneged_on": "2025-02-20"}]
        + [{"submission_id": f"b{n}", "started_on": "2025-03-03"} for n in range(1, 6)],
    )
    row = answer(tables, "offer_outcomes")
    assert (row["extended"], row["accepted"], row["reneged"], row["started"]) == (10, 6, 1, 5)
    assert (row["acceptance_rate"], row["net_acceptance_rate"]) == (6 / 8, 5 / 8)
    limits = row["acceptance_low"], row["acceptance_high"]
    assert limits == approx((0.409, 0.929), abs=5e-4)


def test_cadence_of_the_worked_example(given: GivenExport, answer: Answer) -> None:
    tables = given(
        export=[{"exported_at": "2025-04-02T12:00:00Z"}],
        briefs=[{"briefed_at": "2025-01-02T09:00:00Z"}],
        meetings=[
            {"starts_at": f"{day}T10:00:00Z"}
            for day in ("2025-01-02", "2025-01-12", "2025-02-01", "2025-02-11", "2025-03-18")
        ],
    )
    row = answer(tables, "meeting_rhythm")
    assert (row["window_days"], row["covered_days"], row["meetings_held"]) == (90, 62, 5)
    assert (row["longest_gap_days"], row["overdue_days"]) == (35, 1)
    assert row["rhythm_coverage"] == approx(62 / 90)


def test_replies_of_the_worked_example(given: GivenExport, answer: Answer) -> None:
    """Received on Monday 2 June; answered after 1, 2, 2, 3, 5 working days, three still waiting."""
    days = ["2025-06-03", "2025-06-04", "2025-06-04", "2025-06-05", "2025-06-09"]
    received = ["2025-06-02"] * 5 + ["2025-06-10", "2025-06-06", "2025-06-02"]
    tables = given(
        export=[{"exported_at": "2025-06-16T12:00:00Z"}],
        submissions=[
            {"submission_id": f"b{n}", "received_at": f"{day}T09:00:00Z"}
            | ({"decided_at": f"{days[n]}T09:00:00Z", "decision": "advanced"} if n < 5 else {})
            for n, day in enumerate(received)
        ],
    )
    row = answer(tables, "feedback_latency")
    assert (row["answered"], row["waiting"], row["median_days"]) == (5, 3, 3)
    assert (row["evaluable"], row["on_time"], row["on_time_rate"]) == (8, 3, 3 / 8)


def test_who_collides_with_whom_and_who_owns(given: GivenExport) -> None:
    one = {"candidate_id": "k"}
    export = given(
        briefs=[{}, {"agency_id": "B"}, {"agency_id": "C"}],
        submissions=[
            one | {"submission_id": "b1", "received_at": "2025-03-03T09:00:00Z"},
            one | {"submission_id": "b2", "received_at": "2025-03-03T09:01:00Z", "agency_id": "B"},
        ],
    )
    (pair,) = [row for row in export.metric("collision_pairs") if row["collisions"]]
    found = pair["agency_id_a"], pair["agency_id_b"], pair["shared_searches"]
    assert (*found, pair["sent_second_by_b"]) == ("A", "B", 1, 1)
    (owned,) = export.metric("ownership")
    # Within one minute nobody is the owner: somebody has to decide.
    assert (owned["owner_agency_id"], owned["agency_ids"]) == (None, "A;B")
    assert (owned["is_owned"], owned["needs_decision"]) == (False, True)


def test_two_positions_never_filled_are_29_days_open(given: GivenExport) -> None:
    """The example of a vendor's help page: opened 6 and 13 February, seen on 7 March."""
    export = given(
        export=[{"exported_at": "2017-03-07T12:00:00Z"}],
        searches=[{"opened_on": "2017-02-06"}],
        openings=[{"opened_on": "2017-02-06"}, {"opened_on": "2017-02-13"}],
    )
    (row,) = export.metric("open_search_age")
    assert (row["open"], row["oldest_age_days"]) == (2, 29)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [("MARTHA", "MARHTA", 0.9611), ("DWAYNE", "DUANE", 0.84), ("DIXON", "DICKSONX", 0.8133)],
)
def test_likeness_of_names_is_the_published_one(one: str, other: str, likeness: float) -> None:
    found = (
        duckdb.connect().execute("select jaro_winkler_similarity(?, ?)", [one, other]).fetchone()
    )
    assert found == approx((likeness,), abs=5e-5)
