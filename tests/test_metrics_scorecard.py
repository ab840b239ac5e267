"""The lines of the scorecard: those of their metrics, by hand, and no event in two of them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import duckdb
import pandas as pd
import pytest
import sqlglot
from asking import GivenExport
from given import Given
from pytest import approx
from screen_builds import made_once
from sqlglot import exp

from partnership.canonical import canonical_tables
from partnership.filters import Filters
from partnership.findings import both_sides as findings
from partnership.published import current
from partnership.queries import QUERIES, metric_rows, opened, query
from partnership.readers import HR
from partnership.targets import Target

Row = dict[str, Any]
YEAR = Filters(date(2025, 10, 1), date(2026, 10, 1))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The sample's published file."""
    builds = made_once("sample", tmp_path_factory.getbasetemp())
    with closing(opened(HR.file_in(current(builds).path))) as connection:
        yield connection


# --- the same numbers as everywhere -------------------------------------------------------------

Counted = Callable[[pd.DataFrame], tuple[int, int]]


def of(k: str, n: str, **where: object) -> Counted:
    """The sums of two columns over the rows whose columns have these values."""

    def counted(rows: pd.DataFrame) -> tuple[int, int]:
        for column, value in where.items():
            rows = rows[rows[column] == value]
        return int(rows[k].sum()), int(rows[n].sum())

    return counted


def favourable(*respondents: str) -> Counted:
    def counted(rows: pd.DataFrame) -> tuple[int, int]:
        rows = rows[rows["respondent"].isin(respondents) & (rows["item"] != "goals")]
        return int(rows["favourable"].sum()), int(rows["answers"].sum())

    return counted


def by_agency(rows: pd.DataFrame) -> tuple[int, int]:
    kinds = rows[["resubmitted", "collision", "post_reject"]]
    return int(kinds.to_numpy().sum()), int(rows["submissions"].sum())


IN_TIME = of("on_time", "evaluable")
OWN_METRIC: Mapping[str, Counted] = {
    "feedback_latency.on_time_rate": IN_TIME,
    "interview_scheduling.invited_rate": of("on_time", "evaluable", step="invite"),
    "rejections_with_reason.reason_rate": of("with_reason", "rejections"),
    "role_adherence.hr_rate": of("by_owner", "events", owner="hr"),
    "redundant_submissions.known_here_rate": of("known_here", "submissions"),
    "offer_turnaround.on_time_rate": IN_TIME,
    "pulse.of_hr_rate": favourable("agency"),
    "first_candidate.on_time_rate": IN_TIME,
    "request_replies.on_time_rate": IN_TIME,
    "market_information.market_rate": of("informed", "due"),
    "role_adherence.agency_rate": of("by_owner", "events", owner="agency"),
    "redundant_submissions.by_agency_rate": by_agency,
    "consent_coverage.consent_rate": of("with_consent", "submissions"),
    "pay_expectation.within_5_rate": of("within_5", "stated"),
    "pulse.of_agency_rate": favourable("hr", "business_leader"),
    "kickoff_coverage.tri_party_rate": of("tri_party", "due"),
    "goal_alignment.aligned_rate": of("aligned", "pairs"),
    "meeting_rhythm.rhythm_coverage": of("covered_days", "window_days"),
}
# Counted where the feedback is on file itself, which its metric does not ask for.
OF_ITS_OWN = "interview_feedback.on_time_rate"


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        YEAR,
        replace(YEAR, agencies=("A-05",)),
        replace(YEAR, departments=("Sales",), agencies=("A-01", "A-02")),
    ],
    ids=["all", "year", "one agency", "Sales of two"],
)
def test_every_line_counts_what_its_metric_counts(
    sample: duckdb.DuckDBPyConnection, filters: Filters
) -> None:
    lines = metric_rows(sample, "scorecard_lines", filters).set_index("line")
    assert set(lines.index) <= {*OWN_METRIC, OF_ITS_OWN} and len(lines) >= 17
    for line, counted in OWN_METRIC.items():
        own = counted(metric_rows(sample, line.partition(".")[0], filters))
        found = lines.loc[line, ["k", "n"]].fillna(0) if line in lines.index else (0, 0)
        assert tuple(found) == own, line
    feedback = metric_rows(sample, "interview_feedback", filters)
    assert 0 < lines.loc[OF_ITS_OWN, "n"] < of("on_time", "evaluable")(feedback)[1]


def test_the_quarter_and_the_year_before_are_the_same_lines_then(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    now = metric_rows(sample, "scorecard_lines", YEAR).set_index("line")
    for name, then in (
        ("quarter", Filters(date(2026, 7, 1), date(2026, 10, 1))),
        ("before", Filters(date(2024, 10, 1), date(2025, 10, 1))),
    ):
        rows = metric_rows(sample, "scorecard_lines", then).set_index("line")
        assert (now[f"{name}_n"] == rows["n"]).all() and (now[f"{name}_k"] == rows["k"]).all()
    whole = metric_rows(sample, "scorecard_lines")
    assert whole["before_n"].isna().all(), "all data have no year before"


def test_agencies_add_up_to_all_of_them(sample: duckdb.DuckDBPyConnection) -> None:
    whole = metric_rows(sample, "scorecard_lines", YEAR).set_index("line")
    parts = metric_rows(sample, "scorecard_lines", YEAR, by="agency")
    summed = parts.groupby("line")[["k", "n"]].sum().loc[whole.index]
    assert (summed["k"] == whole["k"]).all() and (summed["n"] == whole["n"]).all()


def test_no_side_has_more_than_eight_lines(sample: duckdb.DuckDBPyConnection) -> None:
    plan = metric_rows(sample, "scorecard_plan", folder="screens")
    assert Counter(plan["side"]) == {"hr": 8, "agency": 8, "shared": 3}
    assert plan["line"].is_unique


def test_the_screen_scores_as_the_command_line_does(sample: duckdb.DuckDBPyConnection) -> None:
    filters = replace(YEAR, agencies=("A-03",))
    rows = metric_rows(sample, "scorecard_lines", filters)
    agreed = rows.dropna(subset=["target"]).set_index("line")[["floor", "target"]]
    targets = {line: Target(row.floor, row.target) for line, row in agreed.iterrows()}
    plan = metric_rows(sample, "scorecard_plan", folder="screens")
    shown = findings.scored(findings.card_lines(plan, rows, targets), None)
    counted = metric_rows(sample, "scorecard", filters).set_index("side")
    beside = metric_rows(sample, "scorecard", YEAR, by="agency")
    beside = beside[beside["group"] == "A-03"].set_index("side")
    for side, score in shown.items():
        assert score.middle == counted.loc[side, "score"] == beside.loc[side, "score"]
    assert set(shown) == {"hr", "agency", "shared"}
    # A-03's own floor and target, not those for all.
    assert agreed.loc["feedback_latency.on_time_rate"].tolist() == [0.7, 0.95]


# --- by hand ------------------------------------------------------------------------------------

AGREED = [
    {"metric": "feedback_latency.on_time_rate", "floor": "0.5", "target": "0.9"},
    {"metric": "feedback_latency.on_time_rate", "floor": "0.2", "target": "0.6", "agency_id": "A"},
    {"metric": "redundant_submissions.by_agency_rate", "floor": "0.2", "target": "0.1"},
    {"metric": "request_replies.on_time_rate", "floor": "0.5", "target": "0.9"},
]


def answered(agency: str, count: int, late: int) -> list[Row]:
    """So many profiles of Monday 6 January 2025, answered the next day or, `late` ones, after a
    week."""
    return [
        {
            "submission_id": f"{agency}{number}",
            "agency_id": agency,
            "decision": "advanced",
            "decided_at": "2025-01-13T09:00:00Z" if number < late else "2025-01-07T09:00:00Z",
        }
        for number in range(count)
    ]


def lines_of(export: Given, **asked: Any) -> dict[str, Row]:
    return {row["line"]: row for row in export.metric("scorecard_lines", **asked)}


def test_points_lie_between_the_floor_and_target_agreed_with_the_agency(
    given: GivenExport,
) -> None:
    export = given(submissions=answered("A", 10, 6) + answered("B", 10, 3), targets=AGREED)
    for asked, expected in (
        ({"agencies": ("A",)}, (4, 10, 0.2, 0.6, approx(50))),
        ({"agencies": ("B",)}, (7, 10, 0.5, 0.9, approx(50))),
        ({}, (11, 20, 0.5, 0.9, approx(12.5))),
    ):
        row = lines_of(export, **asked)["feedback_latency.on_time_rate"]
        assert tuple(row[name] for name in ("k", "n", "floor", "target", "points")) == expected
    groups = {row["group"]: row for row in export.metric("scorecard_lines", by="agency")
              if row["line"] == "feedback_latency.on_time_rate"}  # fmt: skip
    assert [(name, row["target"]) for name, row in groups.items()] == [("A", 0.6), ("B", 0.9)]


def test_less_is_better_where_the_target_lies_below_the_floor(given: GivenExport) -> None:
    """Of ten submissions, the second of one person is a repeat: 10 %, the target."""
    sent = answered("A", 10, 0)
    sent[9] |= {"candidate_id": sent[8].setdefault("candidate_id", "twice"),
                "received_at": "2025-01-06T15:00:00Z"}  # fmt: skip
    lines = lines_of(given(submissions=sent, targets=AGREED))
    row = lines["redundant_submissions.by_agency_rate"]
    assert (row["k"], row["n"], row["points"]) == (1, 10, approx(100))
    assert (row["verdict"], row["is_measured"]) == ("could be chance", True)
    assert lines["redundant_submissions.known_here_rate"]["verdict"] == "no target"
    # Agreed, and nothing to count: it stands without a number.
    asked = lines["request_replies.on_time_rate"]
    assert (asked["n"], asked["rate"], asked["points"], asked["is_measured"]) == (
        None, None, None, False,
    )  # fmt: skip


def test_the_score_of_a_side_stands_on_agreed_lines_alone(given: GivenExport) -> None:
    export = given(submissions=answered("A", 40, 12), targets=AGREED[:1] + AGREED[2:])
    rows = {row["side"]: row for row in export.metric("scorecard")}
    # 28 of 40 answered in time, agreed from 50 to 90 %: half of the way.
    hr = rows["hr"]
    assert (hr["lines"], hr["measured"], hr["covered"]) == (1, 1, 1)
    assert hr["at_face_value"] == approx(50) and hr["score"] == approx(50, abs=1.5)
    assert hr["score_low"] < 40 < 60 < hr["score_high"]
    # Nobody asked a question: half of the agency's card is not measured.
    agency = rows["agency"]
    assert (agency["score"], agency["covered"], agency["lines"]) == (None, 0.5, 2)
    assert (agency["lowest"], agency["highest"]) == approx((50, 100), abs=2)
    assert set(rows) == {"hr", "agency"}


def test_feedback_counts_where_it_is_itself_on_file(given: GivenExport) -> None:
    """Of three interviews of Monday the 6th, one has its feedback the next day, one is answered by
    an offer alone, one waits."""
    at = {"ended_at": "2025-01-06T11:00:00Z", "scheduled_for": "2025-01-06T10:00:00Z"}
    interviews = [at | {"submission_id": name, "interview_id": name} for name in "abc"]
    interviews[0] |= {"feedback_at": "2025-01-07T09:00:00Z"}
    export = given(
        submissions=[{"submission_id": name} for name in "abc"],
        interviews=interviews,
        offers=[{"submission_id": "b", "extended_at": "2025-01-07T09:00:00Z"}],
    )
    (metric,) = export.metric("interview_feedback")
    assert (metric["on_time"], metric["evaluable"]) == (2, 3)
    row = lines_of(export)["interview_feedback.on_time_rate"]
    assert (row["k"], row["n"]) == (1, 2)


def test_a_silence_is_cut_to_the_period_and_kept_whole(given: GivenExport) -> None:
    """Brief on 1 January, met on the 11th, agreed are 14 days: of January's last 20 days of
    silence, 14 are covered."""
    briefs = [{"briefed_at": "2025-01-01"}]
    export = given(briefs=briefs, meetings=[{"starts_at": "2025-01-11T09:00:00Z"}])
    asked = {"period_start": date(2025, 1, 6), "period_end": date(2025, 2, 1)}
    row = lines_of(export, **asked)["meeting_rhythm.rhythm_coverage"]
    assert (row["k"], row["n"]) == (6 + 14, 26)
    assert (list(row["parts_k"]), list(row["parts_n"])) == ([6, 14], [6, 20])
    assert row["low"] < 0.4 < 0.95 < row["high"], "two silences say as much as two cases"
    assert "meeting_rhythm.rhythm_coverage" not in lines_of(given(briefs=briefs))


def test_the_survey_is_a_return_of_answers_and_goals_are_a_line_of_their_own(
    given: GivenExport,
) -> None:
    answers = [("agency", "respect", 4), ("agency", "roles", 2), ("agency", "goals", 5)]
    answers += [("hr", "respect", 5), ("hr", "goals", 3), ("business_leader", "result", 1)]
    pulse = [{"respondent": who, "item": item, "score": score} for who, item, score in answers]
    lines = lines_of(given(pulse=pulse))
    counted = {line: (row["k"], row["n"]) for line, row in lines.items() if "." in line}
    assert counted == {
        "pulse.of_hr_rate": (1, 2),
        "pulse.of_agency_rate": (1, 2),
        "goal_alignment.aligned_rate": (0, 1),
    }
    assert list(lines["pulse.of_agency_rate"]["parts_n"]) == [1, 1]


# --- no event twice -----------------------------------------------------------------------------

# For each line the raw columns whose entries make its hits (not those that start its clock or say
# who is counted), each with the file that makes the mart's column out of it.
EVENTS: Mapping[str, Mapping[str, str]] = {
    "feedback_latency.on_time_rate": {
        "submissions.decided_at": "steps/reply.sql",
        "stage_events.entered_at": "steps/reaction.sql",
    },
    "interview_scheduling.invited_rate": {
        "interviews.invited_at": "steps/wait_interview_scheduling.sql",
    },
    "interview_feedback.on_time_rate": {
        "interviews.feedback_at": "steps/wait_interview_feedback.sql"
    },
    "rejections_with_reason.reason_rate": {"submissions.decision_reason": "marts/submission.sql"},
    "role_adherence.hr_rate": {
        "submissions.decided_by": "marts/task_event.sql",
        "offers.negotiation_led_by": "marts/task_event.sql",
    },
    "redundant_submissions.known_here_rate": {"submissions.candidate_id": "steps/redundancy.sql"},
    "offer_turnaround.on_time_rate": {"offers.extended_at": "steps/wait_offer.sql"},
    "pulse.of_hr_rate": {"pulse.score": "marts/pulse_response.sql"},
    "first_candidate.on_time_rate": {"submissions.received_at": "steps/wait_first_candidate.sql"},
    "request_replies.on_time_rate": {"requests.answered_at": "steps/wait_request.sql"},
    "market_information.market_rate": {"meetings.topics": "steps/market_information.sql"},
    "role_adherence.agency_rate": {
        "submissions.decided_by": "marts/task_event.sql",
        "offers.negotiation_led_by": "marts/task_event.sql",
    },
    "redundant_submissions.by_agency_rate": {"submissions.candidate_id": "steps/redundancy.sql"},
    "consent_coverage.consent_rate": {"submissions.consent_at": "marts/submission.sql"},
    "pay_expectation.within_5_rate": {"offers.expected_salary": "marts/offer.sql"},
    "pulse.of_agency_rate": {"pulse.score": "marts/pulse_response.sql"},
    "kickoff_coverage.tri_party_rate": {"meeting_attendees.party": "steps/attendance.sql"},
    "goal_alignment.aligned_rate": {"pulse.score": "marts/pulse_response.sql"},
    "meeting_rhythm.rhythm_coverage": {"meetings.starts_at": "marts/contact_gap.sql"},
}
# What the file calls a raw column once it has been joined or renamed.
CALLED = {"submissions.candidate_id": "person_id", "meetings.starts_at": "met_on"}
# The columns of a branch are line, scope, case, day, k, …
K_STANDS_AT = 4
Branches = dict[str, tuple[frozenset[str], dict[str, tuple[bool, frozenset[str]]]]]


def branches(names: tuple[str, ...] = ("owed_by_hr", "owed_by_agency", "owed_by_both")) -> Branches:
    """Per line what makes its hits, as table.column of the marts, and what its rows are narrowed
    to: column → (whether these values or all but these, the values)."""
    found: Branches = {}
    for name in names:
        tree = sqlglot.parse_one(query("shared", name).body, dialect="duckdb")
        for select in tree.find_all(exp.Select):
            line = next(
                (e.unalias().name for e in select.expressions if e.unalias().name in EVENTS), None
            )
            if line:
                found[line] = (_hits(select, tree), _narrowed(select, tree))
    return found


def _hits(select: exp.Select, tree: exp.Expression) -> frozenset[str]:
    table = select.args["from_"].this.name
    k = select.expressions[K_STANDS_AT]
    inner = [cte.this for cte in tree.find_all(exp.CTE) if cte.alias == table]
    if inner:
        return _hits_of(inner[0].expressions[-1], inner[0].args["from_"].this.name)
    return _hits_of(k, table)


def _hits_of(k: exp.Expression, table: str) -> frozenset[str]:
    hits = {column.name for column in k.find_all(exp.Column)} - {"owner", "respondent"}
    return frozenset(f"{table}.{name}" for name in hits)


def _narrowed(select: exp.Select, tree: exp.Expression) -> dict[str, tuple[bool, frozenset[str]]]:
    table = select.args["from_"].this.name
    scopes = [select, *(c.this for c in tree.find_all(exp.CTE) if c.alias == table)]
    narrowed = {}
    for test in (t for s in scopes for t in s.find_all(exp.EQ, exp.NEQ, exp.In)):
        column = test.this.find(exp.Column)
        values = frozenset(v.name for v in test.find_all(exp.Literal) if v.is_string)
        if column and values:
            narrowed[column.name] = (not isinstance(test, exp.NEQ), values)
    return narrowed


def are_apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether no row can be in both."""
    for column in one.keys() & other.keys():
        (is_in, values), (is_other_in, others) = one[column], other[column]
        if is_in and is_other_in and not values & others:
            return True
        if is_in != is_other_in and (values <= others if is_in else others <= values):
            return True
    return False


def counted_twice(
    found: Branches, events: Mapping[str, Mapping[str, str]]
) -> list[tuple[str, ...]]:
    """Pairs of lines with an event in common: the matrix of raw columns × lines has a 1 in each of
    its rows, but for rows of the table that can't be in both."""
    pairs = []
    for one, other in combinations(events, 2):
        shared = set(events[one]) & set(events[other])
        hits, narrowed = found.get(one, (frozenset(), {}))
        others, other_narrowed = found.get(other, (frozenset(), {}))
        if (shared or hits & others) and not are_apart(narrowed, other_narrowed):
            pairs.append((one, other, *sorted(shared)))
    return pairs


def test_no_event_is_counted_twice() -> None:
    assert counted_twice(branches(), EVENTS) == []


def test_every_line_declares_events_that_its_select_is_made_of(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    plan = metric_rows(sample, "scorecard_plan", folder="screens")
    assert set(plan["line"]) == set(EVENTS)
    assert set(branches()) == set(EVENTS) - {"meeting_rhythm.rhythm_coverage"}
    tables = canonical_tables()
    for events in EVENTS.values():
        for raw, file in events.items():
            table, column = raw.split(".")
            assert column in {known.name for known in tables[table].columns}, raw
            called = CALLED.get(raw, re.sub("_at$", "_(at|on)", column))
            text = re.sub("--.*", "", (QUERIES / file).read_text(encoding="utf-8"))
            assert re.search(rf"\b{called}\b", text), (raw, file)


def test_a_line_that_reuses_an_event_is_noticed() -> None:
    found = branches()
    # Two of its own kind: the same hits, told apart by nothing.
    lead = {"offers.negotiation_led_by": "marts/offer.sql"}
    again = found | {"negotiation_lead.agency_led_rate": (frozenset({"offer.x"}), {})}
    pairs = counted_twice(again, EVENTS | {"negotiation_lead.agency_led_rate": lead})
    assert {one for one, *_ in pairs} == {"role_adherence.hr_rate", "role_adherence.agency_rate"}
    attendance = {"meeting_attendance.rate": {"meeting_attendees.party": "marts/attendance.sql"}}
    (pair,) = counted_twice(found, EVENTS | attendance)
    assert pair[:2] == ("kickoff_coverage.tri_party_rate", "meeting_attendance.rate")
    late = {"kickoff_lead_time.late_rate": {"meetings.starts_at": "steps/kickoff.sql"}}
    assert len(counted_twice(found, EVENTS | late)) == 1
    # The same column of the marts, whatever was declared of it.
    hidden = found | {"first.again": (frozenset({"wait.is_on_time"}), {})}
    assert len(counted_twice(hidden, EVENTS | {"first.again": {"offers.starts_on": ""}})) == 5


def test_lines_of_one_table_share_no_row(sample: duckdb.DuckDBPyConnection) -> None:
    found = branches()
    _, hr = found["role_adherence.hr_rate"]
    assert are_apart(hr, found["role_adherence.agency_rate"][1])
    assert are_apart(found["pulse.of_hr_rate"][1], found["goal_alignment.aligned_rate"][1])
    assert not are_apart(hr, hr)
