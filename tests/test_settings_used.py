"""Every setting moves what it is said to move; each test fails where it is ignored."""

import re
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from asking import GivenExport
from hypothesis import given as drawn
from hypothesis import strategies as st
from mart_rows import marts_of, submission
from small_export import SEARCHES, write_export
from test_labels import all_texts

from partnership import choices, figures, periods, settings, tables, wording
from partnership.__main__ import main
from partnership.builds import build
from partnership.findings import time_to_fill
from partnership.periods import Quarter
from partnership.queries import metric_rows, opened
from partnership.settings import Settings
from partnership.targets import Target

Write = Callable[[str], None]
FIRST, AS_OF = date(2025, 4, 1), date(2026, 9, 30)


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """`write("reply_days = 3")` makes these the settings of now."""
    monkeypatch.setattr(settings, "SETTINGS_FILE", tmp_path / "settings.toml")

    def written(text: str) -> None:
        settings.SETTINGS_FILE.write_text(text, encoding="utf-8")

    return written


# --- what goes into the figures -----------------------------------------------------------------


@pytest.mark.parametrize(("agreed", "on_time"), [(1, 0), (2, 1), (3, 2)])
def test_reply_days_decide_what_is_answered_in_time(
    given: GivenExport, agreed: int, on_time: int
) -> None:
    # Received on Monday 6 January 2025 at nine; answered on Wednesday, the 2nd working day, on
    # Thursday, the 3rd, and never, up to Thursday, when 3 had gone by.
    received = {"received_at": "2025-01-06T09:00:00Z", "decision": "rejected"}
    rows = [received | {"decided_at": f"2025-01-0{day}T12:00:00Z"} for day in (8, 9)]
    rows.append({"received_at": "2025-01-06T09:00:00Z"})
    made = given(submissions=rows, settings=Settings(reply_days=agreed), as_of=date(2025, 1, 9))
    (row,) = made.metric("feedback_latency")
    # With three days agreed, nobody can say yet whether the one that waits is late.
    assert (row["on_time"], row["evaluable"]) == (on_time, 2 if agreed == 3 else 3)


@pytest.mark.parametrize(("hour", "days"), [(17, 2), (18, 3), (24, 3)])
def test_what_comes_in_after_the_cutoff_hour_counts_from_the_next_working_day(
    given: GivenExport, hour: int, days: int
) -> None:
    # Monday 6 January 2025 at six exactly, answered on Thursday; the same for a brief and its
    # first candidate.
    asked = {"received_at": "2025-01-06T18:00:00Z", "decided_at": "2025-01-09T09:00:00Z"}
    made = given(
        submissions=[asked | {"decision": "advanced", "agency_id": "a"}],
        requests=[{"asked_at": "2025-01-06T18:00:00Z", "answered_at": "2025-01-09T09:00:00Z"}],
        settings=Settings(cutoff_hour=hour),
    )
    assert made.only("submission")["feedback_days"] == days
    assert made.by_id("wait", "kind")["request_reply"]["days"] == days


def test_what_was_agreed_with_an_agency_wins_over_the_settings(given: GivenExport) -> None:
    agreed = {"ownership_days": "30", "guarantee_days": "60", "meeting_interval_days": "7"}
    others = Settings(ownership_days=365, guarantee_days=120, meeting_interval_days=21)
    made = given(agencies=[{"agency_id": "a"} | agreed, {"agency_id": "b"}], settings=others)
    rows = made.by_id("agency")
    assert [rows["a"][name] for name in agreed] == [30, 60, 7]
    assert [rows["b"][name] for name in agreed] == [365, 120, 21]


def test_the_ownership_window_decides_what_collides(given: GivenExport) -> None:
    sent = {"search_id": "s", "candidate_id": "c"}
    rows = [
        sent | {"agency_id": "a", "received_at": "2025-01-06T09:00:00Z"},
        sent | {"agency_id": "b", "received_at": "2025-04-06T09:00:00Z"},  # 90 days later
    ]
    for days, redundant in ((90, 0), (91, 1)):
        made = given(submissions=rows, settings=Settings(ownership_days=days))
        assert made.metric("redundant_submissions")[0]["redundant"] == redundant


@pytest.mark.parametrize(
    ("shown", "hr", "leader"),
    [
        ("role", "hr", "business_leader"),
        ("department", "Sales", "Sales"),
        ("name", "Ann_B Hill", "Cem Kaya"),
    ],
)
def test_people_are_shown_as_the_settings_say(
    given: GivenExport, shown: str, hr: str, leader: str
) -> None:
    people = {"hr_partner": "Ann_B Hill", "business_leader": "Cem Kaya", "department": "Sales"}
    made = given(searches=[people, {"search_id": "nobody"}], settings=Settings(people_shown=shown))
    rows = made.by_id("search")
    assert rows.pop("nobody")["hr_partner"] is None
    (row,) = rows.values()
    assert (row["hr_partner"], row["business_leader"]) == (hr, leader)


def test_no_name_lies_in_the_file_unless_it_was_asked_for(tmp_path: Path) -> None:
    named = [row | {"hr_partner": "Ann Bartholomew"} for row in SEARCHES]
    export = write_export(tmp_path / "export", searches=named)
    for shown in ("role", "name"):
        made = build([export], builds=tmp_path / shown, settings=Settings(people_shown=shown))
        with closing(opened(made.path / "partnership.duckdb")) as connection:
            people = connection.execute("select distinct hr_partner from marts.search").fetchall()
        assert people == [("hr",) if shown == "role" else ("Ann Bartholomew",)]
        held = (made.path / "partnership.duckdb").read_bytes()
        assert (b"Bartholomew" in held) is (shown == "name")


def test_a_build_records_the_settings_it_was_made_with_and_display_asks_for_no_other(
    tmp_path: Path,
) -> None:
    export, builds = write_export(tmp_path / "export"), tmp_path / "builds"
    first = build([export], builds=builds, settings=Settings(reply_days=3))
    assert settings.built_with(first.manifest["settings"]) == Settings(reply_days=3)
    shown = Settings(reply_days=3, fiscal_year_start=4, fewest_for_a_share=7)
    assert build([export], builds=builds, settings=shown).name == first.name
    for other in (
        {"reply_days": 4},
        {"cutoff_hour": 18},
        {"ownership_days": 90},
        {"people_shown": "name"},
    ):
        changed = Settings(**({"reply_days": 3} | other))  # type: ignore[arg-type]
        assert build([export], builds=builds, settings=changed).name != first.name


def test_figures_of_an_older_version_count_as_made_with_the_defaults() -> None:
    assert settings.built_with(None) == Settings()
    assert settings.built_with({"reply_days": 3, "gone": 1}) == Settings(reply_days=3)


# --- the fiscal year ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "first_month", "label", "start"),
    [
        ("2026-04-01", 4, "FY27 Q1 (Apr–Jun 2026)", "2026-04-01"),
        ("2026-03-31", 4, "FY26 Q4 (Jan–Mar 2026)", "2026-01-01"),
        ("2026-12-31", 2, "FY27 Q4 (Nov 2026–Jan 2027)", "2026-11-01"),
        ("2026-02-28", 2, "FY27 Q1 (Feb–Apr 2026)", "2026-02-01"),
        ("2026-12-01", 12, "FY27 Q1 (Dec 2026–Feb 2027)", "2026-12-01"),
        ("2026-07-31", 1, "2026 Q3", "2026-07-01"),
    ],
)
def test_a_quarter_is_named_after_the_year_in_which_its_fiscal_year_ends(
    day: str, first_month: int, label: str, start: str
) -> None:
    quarter = periods.quarter_of(date.fromisoformat(day), first_month)
    assert (quarter.label, str(quarter.start)) == (label, start)


@drawn(st.dates(date(2001, 1, 1), date(2098, 1, 1)), st.integers(1, 12))
def test_fiscal_quarters_meet_without_a_gap_and_are_found_by_their_name(
    day: date, first_month: int
) -> None:
    quarter = periods.quarter_of(day, first_month)
    assert quarter.start <= day < quarter.end == quarter.plus(1).start
    assert (quarter.start.month - first_month) % 3 == 0
    assert quarter.number == 1 or quarter.plus(-1).year == quarter.year
    for label in (quarter.label, f"Four quarters to {quarter.label}"):
        found = periods.named(label)
        assert found and (found.label, found.end) == (label, quarter.end)


def test_a_link_keeps_its_days_whatever_is_set_now() -> None:
    assert periods.named("2026 Q3") == periods.Period(
        "2026 Q3", date(2026, 7, 1), date(2026, 10, 1)
    )
    four = periods.named("Four quarters to FY26 Q4 (Nov 2025–Jan 2026)")
    assert four and (four.start, four.end) == (date(2025, 2, 1), date(2026, 2, 1))
    assert periods.named("FY26 Q4 (Dec 2025–Jan 2026)") is None and periods.named("x") is None


def test_complete_quarters_and_periods_follow_the_fiscal_year() -> None:
    february = periods.complete_quarters(FIRST, AS_OF, first_month=2)
    assert february[-1] == Quarter(2027, 2, 2) and february[-1].end == date(2026, 8, 1)
    offered = periods.periods(FIRST, AS_OF, 4)
    assert (offered[0].start, offered[0].end) == (date(2025, 10, 1), date(2026, 10, 1))
    assert offered[2].label == "FY27 Q2 (Jul–Sep 2026)"
    assert choices.period_in_words(offered[2]) == "FY27 Q2 (Jul–Sep 2026)"
    assert figures.quarter(offered[2].label) == "FY27 Q2<br>Jul–Sep"


@pytest.mark.parametrize(
    ("start", "groups"),
    [
        (1, ["2026Q1", "2026Q2"]),
        (2, ["FY26Q4", "FY27Q1"]),
        (4, ["FY26Q4", "FY27Q1"]),
    ],
)
def test_by_quarter_follows_the_fiscal_year(write: Write, start: int, groups: list[str]) -> None:
    write(f"fiscal_year_start = {start}")
    days = [date(2026, 1, 31), date(2026, 4, 1)]
    sent = [submission(number, received_on=day) for number, day in enumerate(days)]
    rows = metric_rows(marts_of(submission=sent), "funnel", by="quarter")
    assert list(rows["group"]) == groups


# --- few cases ----------------------------------------------------------------------------------


def test_each_limit_for_few_cases_is_the_one_that_is_set(write: Write) -> None:
    card = figures.share_card("x", 3, 5, 0.6, of="offers")
    assert card.value == "60\u00a0%" and not figures.is_enough_without_cases(9)
    write("fewest_for_a_share = 6\nfewest_without_cases = 9")
    assert figures.share_card("x", 3, 5, 0.6, of="offers").value == "3 of 5"
    rows = pd.DataFrame({"on_time_rate": [0.6], "on_time": [3], "evaluable": [5]})
    assert tables.counted(rows)["on_time_rate"].isna().all()
    assert figures.is_enough_without_cases(9)


def test_evidence_needs_as_many_cases_as_are_set(write: Write) -> None:
    target = Target(0.5, 0.8)
    assert "clearly" in target.evidence(0.85, 0.99, 10)
    write("fewest_for_evidence = 11")
    assert "clearly" not in target.evidence(0.85, 0.99, 10)


def test_a_middle_value_needs_as_many_openings_as_are_set(write: Write) -> None:
    row = {"openings": 10, "naive_median_days": 30.0, "median_days": 40.0}
    assert time_to_fill.medians(row)["honest_median"] == 40.0
    write("fewest_for_a_median = 11")
    assert time_to_fill.medians(row)["honest_median"] is None


# --- words, the file, the command line ----------------------------------------------------------


def test_texts_say_the_numbers_that_are_set(write: Write) -> None:
    text = (
        "within [reply days] by [cut-off]; [ownership days]; [meeting interval]; "
        "under [fewest for a share]"
    )
    assert wording.with_settings(text, Settings()) == (
        "within 2 working days by 17:00; 180 days; 14 days; under 5"
    )
    write("fewest_for_a_share = 6")
    said = wording.with_settings(text, Settings(reply_days=1, cutoff_hour=12, ownership_days=365))
    assert said == "within 1 working day by 12:00; 365 days; 14 days; under 6"


def test_no_number_in_a_text_of_ours_is_left_open() -> None:
    texts = [text for _, text in all_texts() if "[" in text]
    closed = [wording.with_settings(text, Settings()) for text in texts]
    left = re.compile(r"\[(reply|cut-off|ownership|meeting|fewest)")
    assert len([text for text in texts if left.search(text)]) >= 10
    assert [text for text in closed if left.search(text)] == []


def test_the_file_is_read_again_when_it_was_changed_and_not_before(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings.current() == Settings()
    write("reply_days = 3")
    assert settings.current() is settings.current()
    write("reply_days = 10")
    assert settings.current().reply_days == 10


def test_the_command_line_refuses_a_wrong_setting_in_words(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("reply_days = 0")
    export = write_export(tmp_path / "export")
    assert main(["build", str(export), "--builds", str(tmp_path / "builds")]) == 1
    said = capsys.readouterr().err
    assert "reply_days = 0" in said and "Use 1 to 60." in said
