"""The kickoff sheet: filled in, saved in one go, found again, and printed with nothing run."""

import csv
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from small_export import SEARCHES, write_export
from streamlit.testing.v1 import AppTest

from partnership import builds, kickoff_paper, queries, settings
from partnership.findings import kickoff_sheet as findings
from partnership.findings.kickoff_sheet import Sheet, Standing
from partnership.readers import HR_FILE

SHELL = Path(__file__).parent.parent / "pages" / "shell.py"
AGENCIES = [
    {"agency_id": "A1", "name": "Harbour", "meeting_interval_days": "21"},
    {"agency_id": "A2", "name": "Linden", "meeting_interval_days": ""},
]
ON_TIME = "feedback_latency.on_time_rate"
FILLED = "time_to_fill.filled_by_60_rate"
FIELD = "kickoff A1 S2 0 {}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Figures of two searches, one of them open and given to Harbour."""
    made = tmp_path_factory.mktemp("kickoff")
    export = write_export(
        made / "export",
        export=[{"exported_at": "2026-03-31T23:59:59Z"}],
        searches=[row | {"target_fill_on": "2026-05-15"} for row in SEARCHES],
        agencies=AGENCIES,
        briefs=[{"search_id": "S2", "agency_id": "A1", "briefed_at": "2026-02-02"}],
        meetings=[
            {"meeting_id": "M1", "agency_id": "A1", "kind": "check_in", "status": "held"}
            | {"starts_at": "2026-03-01"}
        ],
        meeting_attendees=[{"meeting_id": "M1", "party": "hr", "attended": "true"}],
        roles=[
            {"task": "brief", "owner": "hr", "agency_id": ""},
            {"task": "negotiate", "owner": "hr", "agency_id": ""},
            {"task": "negotiate", "owner": "agency", "agency_id": "A1"},
        ],
        targets=[{"agency_id": "", "metric": ON_TIME, "floor": "0.6", "target": "0.9"}],
    )
    builds.build([export], builds=made / "builds")
    return made


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with those figures, and nothing typed yet."""
    monkeypatch.setattr(settings, "BUILDS", made / "builds")
    monkeypatch.setattr(settings, "RECORDS", tmp_path / "records")
    return tmp_path


@pytest.fixture
def screen(folder: Path) -> AppTest:
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    return app.switch_page("kickoff_sheet.py").run()


def filled_in(app: AppTest) -> AppTest:
    """The sheet as two people fill it in; nothing is pressed yet."""
    app.text_area(key=FIELD.format("must_haves")).set_value("SQL\nDutch, <b>fluent</b>")
    app.number_input(key=FIELD.format("pay_from")).set_value(60000)
    app.number_input(key=FIELD.format("pay_to")).set_value(72000)
    app.text_input(key=FIELD.format("currency")).set_value("eur")
    app.number_input(key=FIELD.format("hr_reply_days")).set_value(3)
    app.date_input(key=FIELD.format("held_on")).set_value(date(2026, 2, 10))
    for party in ("hr", "agency", "business_leader"):
        app.checkbox(key=FIELD.format(f"was there {party}")).check()
    app.text_input(key=FIELD.format("email agency")).set_value("ann@harbour.example")
    app.selectbox(key=FIELD.format("negotiate")).set_value("hr")
    app.selectbox(key=FIELD.format("source")).set_value("agency")
    app.number_input(key=FIELD.format(FILLED)).set_value(40)
    app.number_input(key=FIELD.format(f"{FILLED} target")).set_value(60)
    app.text_input(key="your name").set_value("Ruth")
    return app


def save(app: AppTest) -> AppTest:
    app.button(key="save kickoff").click().run()
    assert not app.exception
    return app


def kept(folder: Path, table: str) -> list[dict[str, str]]:
    """The rows of a records file as they lie there, without when they were typed."""
    with (folder / "records" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        rows = [dict(row) for row in csv.DictReader(lines)]
    assert all(row.pop("entered_at") and not row.pop("removed") for row in rows)
    return rows


def said(app: AppTest) -> str:
    elements = (*app.success, *app.error, *app.markdown, *app.caption)
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def test_the_sheet_begins_with_what_the_files_say(screen: AppTest) -> None:
    assert not screen.exception and screen.selectbox(key="search").value == "S2"
    assert screen.selectbox(key=FIELD.format("brief")).value == "hr"
    assert screen.selectbox(key=FIELD.format("negotiate")).value == "agency"  # its own first
    assert screen.selectbox(key=FIELD.format("source")).value == ""
    assert screen.number_input(key=FIELD.format("meeting_interval_days")).value == 21
    assert screen.number_input(key=FIELD.format(f"{ON_TIME} target")).value == 90
    assert screen.number_input(key=FIELD.format(FILLED)).value is None
    assert screen.date_input(key=FIELD.format("target_fill_on")).value == date(2026, 5, 15)
    assert "opened 1 Feb 2026" in said(screen)


def test_saving_records_the_meeting_the_sides_the_new_roles_and_targets_and_the_sheet(
    folder: Path, screen: AppTest
) -> None:
    app = save(filled_in(screen))
    assert "Saved: the kickoff on 10 Feb 2026, 3 sides of the table" in said(app)
    (meeting,) = kept(folder, "meetings")
    number = meeting.pop("meeting_id")
    assert number and meeting == {
        "agency_id": "A1", "search_id": "S2", "kind": "kickoff", "formality": "formal",
        "starts_at": "2026-02-10", "status": "held", "topics": "",
        "entered_by": "Ruth", "entered_as": "",
    }  # fmt: skip
    there = {"meeting_id": number, "attended": "true", "entered_by": "Ruth", "entered_as": ""}
    assert kept(folder, "meeting_attendees") == [
        there | {"party": "hr", "email": ""},
        there | {"party": "agency", "email": "ann@harbour.example"},
        there | {"party": "business_leader", "email": ""},
    ]
    own = {"agency_id": "A1", "entered_by": "Ruth", "entered_as": ""}
    assert kept(folder, "roles") == [
        own | {"task": "source", "owner": "agency"},
        own | {"task": "negotiate", "owner": "hr"},
    ]
    agreed = {"agreed_on": "2026-02-10", "agreed_by": "HR and Harbour"}
    assert kept(folder, "targets") == [
        own | agreed | {"metric": FILLED, "floor": "0.4", "target": "0.6"}
    ]
    assert kept(folder, "kickoff_sheets") == [
        own
        | {"search_id": "S2", "meeting_id": number, "held_on": "2026-02-10"}
        | {"must_haves": "SQL\nDutch, <b>fluent</b>", "pay_from": "60000", "pay_to": "72000"}
        | {"currency": "EUR", "target_fill_on": "2026-05-15", "hr_reply_days": "3"}
        | {"agency_reply_days": "1", "meeting_interval_days": "21", "market_facts": ""}
    ]


def test_a_saved_sheet_is_found_again_and_saving_it_corrects_the_one_kickoff(
    folder: Path, screen: AppTest
) -> None:
    save(filled_in(screen))
    again = AppTest.from_file(str(SHELL), default_timeout=60)
    again = again.switch_page("kickoff_sheet.py").run()
    assert "entered after these figures" in said(again)
    assert again.text_area(key=FIELD.format("must_haves")).value == "SQL\nDutch, <b>fluent</b>"
    assert again.selectbox(key=FIELD.format("negotiate")).value == "hr"
    assert again.date_input(key=FIELD.format("held_on")).value == date(2026, 2, 10)
    assert "Last saved by Ruth" in said(again)
    again.checkbox(key=FIELD.format("was there business_leader")).uncheck()
    again.text_input(key="your name").set_value("Tom")
    save(again)
    assert len({row["meeting_id"] for row in kept(folder, "meetings")}) == 1
    last = kept(folder, "meeting_attendees")[3:]
    assert [(row["party"], row["attended"]) for row in last] == [
        ("hr", "true"),
        ("agency", "true"),
        ("business_leader", "false"),
    ]
    assert len(kept(folder, "roles")) == 2 and len(kept(folder, "targets")) == 1


def test_the_next_build_counts_the_kickoff_with_all_three(
    folder: Path, made: Path, screen: AppTest
) -> None:
    save(filled_in(screen))
    counted = [
        builds.build([made / "export"], builds=folder / "builds", records=records)
        for records in (None, folder / "records")
    ]
    coverage = []
    for build in counted:
        with closing(queries.opened(build.path / HR_FILE)) as connection:
            row = queries.metric_rows(connection, "kickoff_coverage").iloc[0]
            coverage.append([int(row[name]) for name in ("due", "kickoffs", "tri_party")])
    assert coverage == [[1, 0, 0], [1, 1, 1]]


def test_what_is_missing_is_said_in_place_and_nothing_typed_is_lost(
    folder: Path, screen: AppTest
) -> None:
    screen.number_input(key=FIELD.format("pay_from")).set_value(60000)
    screen.number_input(key=FIELD.format("pay_to")).set_value(50000)
    screen.number_input(key=FIELD.format(FILLED)).set_value(40)
    screen.text_area(key=FIELD.format("market_facts")).set_value("Few people, much pay")
    app = save(screen)
    for problem in (
        "Tick who was there", "pay range ends below", "in which currency", "Say who is typing",
        "Filled by day 60: give both the floor and the target",
    ):  # fmt: skip
        assert problem in said(app), problem
    assert not (folder / "records" / "meetings.csv").exists()
    assert app.text_area(key=FIELD.format("market_facts")).value == "Few people, much pay"
    assert app.number_input(key=FIELD.format("pay_to")).value == 50000


def test_what_was_typed_waits_while_another_search_is_looked_at(screen: AppTest) -> None:
    screen.text_area(key=FIELD.format("must_haves")).set_value("Half a sheet").run()
    screen.selectbox(key="search").set_value("S1").run()
    assert not screen.text_area(key="kickoff A1 S1 0 must_haves").value
    screen.selectbox(key="search").set_value("S2").run()
    assert screen.text_area(key=FIELD.format("must_haves")).value == "Half a sheet"


def sheet(**more: Any) -> Sheet:
    return Sheet("A1", "S2", "M9", "2026-02-10", attendees={"hr": ""}, **more)


def test_a_planned_kickoff_says_of_nobody_that_they_were_there() -> None:
    rows = findings.to_enter(sheet(status="scheduled"), Standing(), "Harbour")
    assert rows["meetings"][0]["status"] == "scheduled"
    assert [row["attended"] for row in rows["meeting_attendees"]] == [""]
    assert rows.keys() == {"meetings", "meeting_attendees", "kickoff_sheets"}


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"targets": {ON_TIME: ("0.9", "0.6")}}, "HR answers in time: the target lies below"),
        ({"attendees": {"agency": "nobody"}}, "Recruiter: nobody is no e-mail address"),
        ({"held_on": ""}, "Choose the day"),
    ],
)
def test_each_thing_that_cannot_be_saved_is_named(more: dict[str, Any], problem: str) -> None:
    whole: dict[str, Any] = {"held_on": "2026-02-10", "attendees": {"hr": ""}} | more
    (found,) = findings.problems(Sheet("A1", "S2", **whole), by="Ruth")
    assert problem in found


def test_an_agencys_own_agreement_comes_before_that_for_all_and_what_was_typed_before_files() -> (
    None
):
    roles = pd.DataFrame(
        [(None, "brief", "hr"), ("A1", "brief", "agency"), ("A2", "screen", "hr")],
        columns=["agency_id", "task", "owner"],
    )
    targets = pd.DataFrame(
        [(None, ON_TIME, 0.6, 0.9)], columns=["agency_id", "metric", "floor", "target"]
    )
    typed = {"roles": [{"agency_id": "", "task": "brief", "owner": "business_leader"}]}
    typed["targets"] = [{"agency_id": "A1", "metric": ON_TIME, "floor": "0.7", "target": "0.8"}]
    standing = findings.standing("A1", roles, targets, typed)
    assert standing == Standing({"brief": "agency"}, {ON_TIME: ("0.7", "0.8")})
    assert findings.standing("A3", roles, targets, typed) == Standing(
        {"brief": "business_leader"}, {ON_TIME: ("0.6", "0.9")}
    )


def test_on_paper_what_was_typed_stays_text_and_what_is_empty_is_a_line() -> None:
    html = kickoff_paper.html_of(
        "Kickoff",
        terms={"must_haves": "<b>SQL</b>\n\n" + "\n".join(f"skill {n}" for n in range(12))},
        roles={"brief": "hr"},
        foot="Confidential",
    )
    assert "&lt;b&gt;SQL&lt;/b&gt;" in html and "<b>" not in html
    assert html.count("<li>") == 8 and "skill 6 · skill 7" in html and "skill 11" in html
    assert html.count("☒") == 1
    assert html.count("<tr><td></td></tr>") == kickoff_paper.LINES_TO_WRITE["market_facts"]
    short = kickoff_paper.html_of(
        "K", terms=dict.fromkeys(kickoff_paper.MOST_LINES, "Dutch"), foot=""
    )
    assert short.count("<tr><td></td></tr>") == kickoff_paper.LINES_FOR_NOTES
