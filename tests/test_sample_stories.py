"""The stories that the sample tells: in its raw rows, then through the product's own metrics."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from screen_builds import made_once

from partnership.filters import Filters
from partnership.published import current
from partnership.queries import metric_rows, opened
from partnership.readers import HR_FILE
from partnership.settings import SAMPLE

NORTHGATE, HARBOUR, LINDEN, QUAY, SALTMERE, WRENFIELD = (
    f"A-{number:02d}" for number in (1, 2, 3, 4, 8, 9)
)
Table = Callable[[str], pd.DataFrame]
Metric = Callable[..., pd.DataFrame]


@pytest.fixture(scope="module")
def table() -> Table:
    """`table("offers")`: the sample's rows, all cells text."""
    return lambda name: pd.read_csv(SAMPLE / f"{name}.csv", dtype=str)


@pytest.fixture(scope="module")
def metric(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Metric]:
    """`metric("offer_outcomes", by="agency", departments=("Sales",))`: rows by their group."""
    builds: Path = made_once("sample", tmp_path_factory.getbasetemp())
    connection = opened(current(builds).path / HR_FILE)

    def asked(name: str, by: str | None = None, **narrowed: object) -> pd.DataFrame:
        rows = metric_rows(connection, name, Filters(**narrowed), by=by)  # type: ignore[arg-type]
        return rows.set_index("group") if "group" in rows else rows

    yield asked
    connection.close()


def only(rows: pd.DataFrame, column: str) -> float:
    return float(rows[column].iloc[0])


# In the rows


def test_a_company_of_the_size_that_was_asked_for(table: Table) -> None:
    assert len(table("submissions")) == 4000
    assert len(table("searches")) == 300
    assert len(table("agencies")) == 12
    assert len(table("clients")) == 1
    assert table("searches")["location"].nunique() == 5
    assert set(table("offers")["currency"]) == {"EUR", "USD"}
    assert table("submissions")["received_at"].str.slice(0, 7).nunique() == 24


def test_every_word_of_the_vocabulary_occurs(table: Table) -> None:
    wanted = {
        "searches.status": "open on_hold filled cancelled",
        "openings.outcome": "open filled cancelled",
        "submissions.channel": "agency direct referral internal sourced",
        "offers.outcome": "pending accepted declined expired rescinded",
        "offers.negotiation_led_by": "agency hr business_leader none",
        "briefs.engagement": "contingent exclusive retained",
        "interviews.status": "scheduled held cancelled no_show",
        "meetings.kind": "kickoff check_in quarterly_review other",
        "meetings.formality": "formal informal",
        "meetings.status": "scheduled held cancelled no_show",
        "placements.leave_reason": "resigned dismissed redundancy end_of_term",
        "stage_events.stage": "received screen shortlist interview offer hired ended",
        "pulse.item": "goals roles information responsiveness respect result",
        "brief_changes.field": "must_have pay location other",
    }
    for column, words in wanted.items():
        name, _, field = column.partition(".")
        assert set(table(name)[field].dropna()) == set(words.split()), column


def test_tiny_agency_sent_nine(table: Table) -> None:
    assert (table("submissions")["agency_id"] == QUAY).sum() == 9


def test_flooding_agency_sends_most(table: Table) -> None:
    sent = table("submissions")["agency_id"].value_counts()
    assert sent.index[0] == HARBOUR
    assert sent.iloc[0] > 2 * sent.iloc[1]


def test_silent_partnership_last_met_41_days_before_the_export(table: Table) -> None:
    meetings = table("meetings")
    held = meetings[(meetings["agency_id"] == NORTHGATE) & (meetings["status"] == "held")]
    assert held["starts_at"].str.slice(0, 10).max() == "2026-08-20"
    briefs = table("briefs").merge(table("searches"), on="search_id")
    still = briefs[(briefs["agency_id"] == NORTHGATE) & briefs["released_at"].isna()]
    assert (still["status"] == "open").any()


def test_some_never_come_and_some_leave_within_the_guarantee(table: Table) -> None:
    placed = table("placements").merge(table("submissions"), on="submission_id")
    assert 12 <= placed["reneged_on"].notna().sum() <= 35
    days = pd.to_datetime(placed["left_on"]) - pd.to_datetime(placed["started_on"])
    within = placed[days.dt.days < placed["guarantee_days"].astype(float)]
    assert len(within) >= 10
    assert within["agency_id"].value_counts().index[0] == WRENFIELD
    assert table("openings")["replaces_opening_id"].notna().sum() >= 5


def test_most_starters_stay_90_days(table: Table) -> None:
    placed = table("placements").dropna(subset="started_on")
    started = pd.to_datetime(placed["started_on"])
    followed = placed[started <= pd.Timestamp("2026-07-02")]
    days = (pd.to_datetime(followed["left_on"]) - pd.to_datetime(followed["started_on"])).dt.days
    assert 0.88 <= 1 - (days < 90).mean() <= 0.95


def test_freeze_cancels_a_wave_in_one_quarter_and_some_searches_come_back(table: Table) -> None:
    seats = table("openings").merge(table("searches"), on="search_id", suffixes=("", "_search"))
    cancelled = seats[seats["outcome"] == "cancelled"]
    frozen = cancelled["closed_on"].between("2025-11-12", "2025-11-16")
    assert frozen.sum() >= 8
    assert (cancelled.loc[frozen, "department"] == "Operations").mean() >= 0.8
    elsewhere = cancelled[~frozen].groupby(cancelled["closed_on"].str.slice(0, 7)).size()
    assert elsewhere.max() < frozen.sum()
    again = seats[(seats["opened_on"] > seats["opened_on_search"])]
    assert set(again["search_id"]) & set(cancelled.loc[frozen, "search_id"])


def test_holds_overlap_and_some_are_on(table: Table) -> None:
    holds = table("holds").sort_values(["search_id", "held_from"])
    before = holds.groupby("search_id")["held_until"].shift()
    assert (holds["held_from"] < before).sum() >= 3
    assert holds["held_until"].isna().sum() >= 1


def test_promises_are_kept_late_and_dropped(table: Table) -> None:
    promises = table("commitments")
    is_kept = promises["closed_on"] <= promises["due_on"]
    is_late = promises["closed_on"] > promises["due_on"]
    is_dropped = promises["closed_on"].isna() & promises["dropped_on"].notna()
    assert min(is_kept.sum(), is_late.sum(), is_dropped.sum()) >= 10


def test_slow_answers_cost_candidates(table: Table) -> None:
    rows = table("submissions").merge(table("searches"), on="search_id")
    lost = rows[rows["decided_at"].isna() & (rows["withdrawal_reason"] == "accepted elsewhere")]
    share = lost.groupby("department").size() / rows.groupby("department").size()
    assert share.idxmax() == "Engineering"
    assert share["Engineering"] > 2 * share.drop("Engineering").max()


def test_one_person_stands_behind_several_records(table: Table) -> None:
    records = table("candidates")
    personal = records[~records["email"].str.startswith("candidates@", na=True)]
    assert personal["email"].duplicated().sum() >= 150
    assert records["email"].str.startswith("candidates@", na=False).sum() >= 100
    nine = records["phone"].str.replace(r"\D", "", regex=True).str.slice(-9)
    by_phone = records.assign(nine=nine).groupby("nine")["full_name"].nunique()
    assert (by_phone > 5).sum() == 1
    assert ((by_phone > 1) & (by_phone <= 5)).sum() >= 10
    assert records["full_name"].duplicated().sum() > personal["email"].duplicated().sum()


def test_nobody_is_reachable(table: Table) -> None:
    mails = pd.concat([table("candidates")["email"], table("meeting_attendees")["email"]]).dropna()
    assert mails.str.fullmatch(r"[^@\s]+@([a-z]+\.)?example\.(org|com|net)").all()
    assert table("agencies")["email_domain"].str.endswith(".example.com").all()
    digits = table("candidates")["phone"].dropna().str.replace(r"\D", "", regex=True)
    fiction = r"(49|0049|0)(30|69|40|221|89)\d+|(33|0033|0)\d{9}|(353|00353|0)2091\d{5}"
    assert digits.str.fullmatch(rf"{fiction}|(1|001)?\d{{3}}55501\d\d").all()


# Through the metrics


def test_overall_levels(metric: Metric) -> None:
    assert 0.45 <= only(metric("time_to_fill"), "filled_by_60_rate") <= 0.50
    assert 0.78 <= only(metric("meeting_rhythm"), "rhythm_coverage") <= 0.84
    assert 0.12 <= only(metric("redundant_submissions"), "redundancy_rate") <= 0.15
    assert 0.76 <= only(metric("offer_outcomes"), "acceptance_rate") <= 0.80
    assert 0.38 <= only(metric("feedback_latency"), "on_time_rate") <= 0.43


def test_every_kind_of_redundancy_is_seen(metric: Metric) -> None:
    rows = metric("redundant_submissions")
    for kind in ("resubmitted", "known_here", "collision", "post_reject", "known_elsewhere"):
        assert only(rows, kind) >= 15, kind
    assert only(rows, "unreviewed") >= 1


def test_one_agency_in_four_is_redundant_and_the_steady_one_hardly(metric: Metric) -> None:
    rate = metric("redundant_submissions", by="agency")["redundancy_rate"].drop(QUAY)
    assert rate.idxmax() == HARBOUR
    assert 0.22 <= rate[HARBOUR] <= 0.28
    assert rate[LINDEN] < 0.05


def test_redundancy_rose_on_sales_searches_lately(metric: Metric) -> None:
    sales = metric("redundant_submissions", by="quarter", departments=("Sales",))
    usual = metric("redundant_submissions", departments=("Sales",), period_end=date(2026, 4, 1))
    assert sales.loc["2026Q3", "redundancy_rate"] > 1.5 * only(usual, "redundancy_rate")


def test_one_department_answers_after_a_week(metric: Metric) -> None:
    rows = metric("feedback_latency", by="department")
    assert rows["median_days"].idxmax() == "Engineering"
    assert rows.loc["Engineering", "median_days"] >= 6
    assert rows["median_days"].drop("Engineering").max() <= 4


def test_answers_slowed_in_august(metric: Metric) -> None:
    august = metric("feedback_latency", period_start=date(2026, 8, 1), period_end=date(2026, 9, 1))
    before = metric("feedback_latency", period_start=date(2026, 5, 1), period_end=date(2026, 7, 15))
    assert only(august, "on_time_rate") < 0.6 * only(before, "on_time_rate")
    assert only(august, "median_days") >= only(before, "median_days") + 2


def test_one_partnership_is_silent_and_the_steady_one_is_not(metric: Metric) -> None:
    rows = metric("meeting_gaps").set_index("agency_id")
    assert rows.loc[NORTHGATE, "silent_days"] == 41
    assert rows.loc[NORTHGATE, "overdue_days"] == 27
    assert rows["overdue_days"].drop(NORTHGATE).max() <= 10
    coverage = metric("meeting_rhythm", by="agency")["rhythm_coverage"]
    assert coverage[LINDEN] > 0.97
    assert coverage.drop(LINDEN).min() < 0.75


def test_kickoffs_are_with_all_three_without_one_late_and_missing(metric: Metric) -> None:
    row = metric("kickoff_coverage").iloc[0]
    assert 0.5 <= row["tri_party_rate"] < row["kickoff_rate"] <= 0.8
    assert only(metric("kickoff_lead_time"), "late") >= 20
    assert row["due"] - row["kickoffs"] > only(metric("kickoff_lead_time"), "late")


def test_offers_went_a_little_better_where_the_agency_negotiated(metric: Metric) -> None:
    rate = metric("offer_outcomes", by="negotiation_led_by")["acceptance_rate"]
    assert rate["agency"] > rate["hr"] > rate["business_leader"]
    assert rate["agency"] - rate["business_leader"] < 0.2
    assert metric("offer_outcomes", by="agency").loc[LINDEN, "acceptance_rate"] > 0.8


def test_accepted_and_never_came_most_often_at_one_agency(metric: Metric) -> None:
    rows = metric("offer_outcomes", by="agency")
    rows = rows[rows["accepted"] >= 10]
    assert (rows["reneged"] / rows["accepted"]).idxmax() == SALTMERE


def test_declines_have_reasons_and_some_have_none(metric: Metric) -> None:
    assert {"pay", "other offer", "unknown"} <= set(metric("decline_reasons")["reason"])


def test_hires_come_from_agencies_and_from_elsewhere(metric: Metric) -> None:
    accepted = metric("funnel", by="channel")["accepted"]
    assert accepted["agency"] > accepted.drop("agency").sum()
    assert accepted.min() >= 5
