"""The Records screen: what is typed is kept, listed, corrected and removed, and nothing half."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from screen_builds import made_once
from small_export import write_export
from streamlit.testing.v1 import AppTest

from partnership import builds, entries, settings
from partnership.answers import Answers

PAGES = Path(__file__).parent.parent / "pages"
HARBOUR = "A-02"

Open = Callable[..., AppTest]


@pytest.fixture
def opened(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Open:
    """`opened(record=["Targets"])`: the screen on the sample, with records of its own."""
    monkeypatch.setattr(settings, "RECORDS", tmp_path / "records")
    monkeypatch.setattr(settings, "BUILDS", made_once("sample", tmp_path_factory.getbasetemp()))

    def open_screen(screen: str = "records.py", **asked: list[str]) -> AppTest:
        app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
        for key, values in asked.items():
            app.query_params[key] = values
        return name(app.switch_page(screen).run())

    return open_screen


def name(app: AppTest) -> AppTest:
    """Say who is typing, where the screen asks."""
    for field in app.text_input:
        if field.key == "your name":
            field.set_value("Ann")
    return app


def said(app: AppTest) -> str:
    """Every message and all running text."""
    elements = (*app.success, *app.error, *app.info, *app.subheader, *app.markdown, *app.caption)
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def field(app: AppTest, start: str) -> object:
    """The field whose key begins so; a saving gives all fields new keys."""
    kinds = ("selectbox", "date_input", "text_input", "number_input", "checkbox", "button_group")
    found = [e for kind in kinds for e in app.get(kind) if str(e.key).startswith(start)]
    assert len(found) == 1, (start, [e.key for kind in kinds for e in app.get(kind)])
    return found[0]


def fill(app: AppTest, table: str, **values: object) -> None:
    """Choose and type the values of the form's fields."""
    for column, value in values.items():
        field(app, f"{table} {column.replace('_OF_', ' ')}").set_value(value)  # type: ignore[attr-defined]


def press(app: AppTest, key: str) -> None:
    app.button(key=key).click().run()
    assert not app.exception


def kept(table: str) -> list[dict[str, str]]:
    return [dict(entry.values) for entry in entries.kept(settings.RECORDS / "sample", table)]


def attended() -> dict[str, str]:
    return {row["party"]: row["attended"] for row in kept("meeting_attendees")}


def log_a_meeting(app: AppTest, button: str = "save meetings") -> None:
    fill(app, "meetings", agency=HARBOUR, kind="kickoff", topics=["market", "feedback"])
    fill(app, "meetings", tick_OF_hr=True, tick_OF_agency=True)
    press(app, button)


def test_a_meeting_is_kept_with_who_was_there_and_the_form_is_ready_for_the_next(
    opened: Open,
) -> None:
    app = opened()
    log_a_meeting(app)
    (meeting,) = kept("meetings")
    assert meeting["agency_id"] == HARBOUR and meeting["kind"] == "kickoff"
    assert meeting["starts_at"] == "2026-09-30" and meeting["topics"] == "market;feedback"
    assert attended() == {"hr": "true", "agency": "true"}
    text = said(app)
    assert "Saved: 30 Sep 2026 · Harbour." in text and "entered after these figures" in text
    assert "HR, Recruiter · Local job market, Feedback" in text and "Ann, " in text
    assert field(app, "meetings agency").value is None  # type: ignore[attr-defined]
    assert not field(app, "meetings tick hr").value  # type: ignore[attr-defined]


def test_another_one_keeps_the_agency_and_who_was_there(opened: Open) -> None:
    app = opened()
    log_a_meeting(app, "next meetings")
    assert field(app, "meetings agency").value == HARBOUR  # type: ignore[attr-defined]
    assert field(app, "meetings tick hr").value  # type: ignore[attr-defined]
    assert not field(app, "meetings tick business_leader").value  # type: ignore[attr-defined]
    press(app, "save meetings")
    assert len(kept("meetings")) == 2 and len(kept("meeting_attendees")) == 4


def test_what_is_missing_is_said_and_what_was_typed_stays(opened: Open) -> None:
    app = opened()
    fill(app, "meetings", topics=["pipeline"], tick_OF_hr=True)
    press(app, "save meetings")
    assert "Choose the agency." in said(app) and "Tick who was there." not in said(app)
    assert kept("meetings") == []
    assert field(app, "meetings topics").value == ["pipeline"]  # type: ignore[attr-defined]
    fill(app, "meetings", agency=HARBOUR, tick_OF_hr=False)
    press(app, "save meetings")
    assert "Tick who was there." in said(app) and kept("meetings") == []


def test_without_a_name_nothing_is_kept(opened: Open) -> None:
    app = opened()
    app.text_input(key="your name").set_value("  ")
    log_a_meeting(app)
    assert "Say your name." in said(app) and kept("meetings") == []


def test_what_the_disk_refuses_is_said_and_stays_in_the_form(opened: Open) -> None:
    settings.RECORDS.mkdir()
    (settings.RECORDS / "sample").write_text("in the way", encoding="utf-8")
    app = opened()
    log_a_meeting(app)
    assert "What you typed is still in the form." in said(app)
    assert field(app, "meetings topics").value == ["market", "feedback"]  # type: ignore[attr-defined]


def test_a_correction_replaces_the_record_and_says_who_was_not_there(opened: Open) -> None:
    app = opened()
    log_a_meeting(app)
    press(app, "correct meetings 1")
    assert "Correct a record: meeting" in said(app)
    fill(app, "meetings", kind="check_in", tick_OF_agency=False, tick_OF_business_leader=True)
    press(app, "save meetings")
    (meeting,) = kept("meetings")
    assert meeting["kind"] == "check_in" and meeting["topics"] == "market;feedback"
    assert attended() == {"hr": "true", "agency": "false", "business_leader": "true"}
    assert "Corrected: 30 Sep 2026 · Harbour." in said(app)
    assert "HR, Business leader" in said(app)


def test_a_record_is_removed_once_it_was_asked(opened: Open) -> None:
    app = opened()
    log_a_meeting(app)
    press(app, "remove meetings 1")
    press(app, "no meetings 1")
    assert len(kept("meetings")) == 1
    press(app, "remove meetings 1")
    press(app, "yes meetings 1")
    assert kept("meetings") == [] and kept("meeting_attendees") == []
    assert "Removed: 30 Sep 2026 · Harbour." in said(app)
    log = (settings.RECORDS / "sample" / "meetings.csv").read_text(encoding="utf-8").splitlines()
    assert len(log) == 3  # the header, the meeting, its removal


def test_removing_one_leaves_a_half_filled_form_alone(opened: Open) -> None:
    app = opened()
    log_a_meeting(app)
    fill(app, "meetings", agency=HARBOUR, topics=["offers"])
    press(app, "remove meetings 1")
    press(app, "yes meetings 1")
    assert kept("meetings") == []
    assert field(app, "meetings topics").value == ["offers"]  # type: ignore[attr-defined]


def test_a_half_filled_form_survives_a_look_at_another_screen(opened: Open) -> None:
    app = opened()
    fill(app, "meetings", agency=HARBOUR, topics=["offers"], tick_OF_hr=True)
    app.run().switch_page("offers.py").run()
    app.switch_page("records.py").run()
    assert field(app, "meetings agency").value == HARBOUR  # type: ignore[attr-defined]
    assert field(app, "meetings topics").value == ["offers"]  # type: ignore[attr-defined]
    assert app.text_input(key="your name").value == "Ann"


def test_of_many_the_newest_are_shown_and_any_can_be_found(opened: Open) -> None:
    days = [f"2026-08-{day:02}" for day in range(1, 13)]
    meeting = {"agency_id": HARBOUR, "kind": "check_in", "status": "held"}
    rows = [meeting | {"starts_at": day} for day in days]
    entries.enter(settings.RECORDS / "sample", {"meetings": rows}, by="Ann")
    app = opened()
    assert "12 Aug 2026 · Harbour" in said(app) and "4 Aug 2026 · Harbour" not in said(app)
    app.text_input(key="find meetings").set_value("4 aug").run()
    assert "4 Aug 2026 · Harbour" in said(app) and "12 Aug 2026" not in said(app)
    app.text_input(key="find meetings").set_value("").run()
    press(app, "more meetings")
    assert "1 Aug 2026 · Harbour" in said(app)


def test_records_that_cannot_be_read_are_an_error_here_and_no_blank_screen_elsewhere(
    opened: Open,
) -> None:
    file = settings.RECORDS / "sample" / "targets.csv"
    file.parent.mkdir(parents=True)
    file.write_bytes("agency_id,metric\n".encode("utf-16"))
    app = opened(record=["Targets"])
    assert not app.exception and len(app.error) == 1
    assert "could not be read" in app.error[0].proto.title
    cards = opened("meetings.py")
    assert not cards.error and "target 90\u00a0%" in said(cards)


def test_a_target_shows_at_once_on_the_cards(opened: Open) -> None:
    app = opened(record=["Targets"])
    fill(app, "targets", metric="meeting_rhythm.rhythm_coverage", floor=40, target=61.5)
    fill(app, "targets", agreed_by="both")
    press(app, "save targets")
    (target,) = kept("targets")
    assert (target["agency_id"], target["floor"], target["target"]) == ("", "0.4", "0.615")
    cards = said(opened("meetings.py"))
    assert "target 62\u00a0%" in cards and "(entered after these figures)" in cards
    assert "target 90\u00a0%" not in cards


def test_a_target_corrected_to_one_agency_is_no_longer_that_of_all(opened: Open) -> None:
    rate = {"agency_id": "", "metric": "kickoff_coverage.kickoff_rate", "floor": "0.5"}
    rate |= {"target": "0.8", "agreed_on": "2026-01-15", "agreed_by": "both"}
    entries.enter(settings.RECORDS / "sample", {"targets": [rate]}, by="Ann")
    app = opened(record=["Targets"])
    press(app, "correct targets 1")
    assert field(app, "targets floor").value == 50  # type: ignore[attr-defined]
    fill(app, "targets", agency=HARBOUR)
    press(app, "save targets")
    assert [row["agency_id"] for row in kept("targets")] == [HARBOUR]


def test_one_agencys_target_is_only_its_own(opened: Open) -> None:
    app = opened(record=["Targets"], agency=["Harbour"])
    assert field(app, "targets agency").value == HARBOUR  # type: ignore[attr-defined]
    fill(app, "targets", metric="meeting_rhythm.rhythm_coverage", floor=40, target=61)
    fill(app, "targets", agreed_by="both")
    press(app, "save targets")
    assert "target 61\u00a0%" in said(opened("meetings.py", agency=["Harbour"]))
    assert "target 61\u00a0%" not in said(opened("meetings.py"))


@pytest.mark.parametrize(
    ("metric", "floor", "target", "problem"),
    [
        ("kickoff_coverage.kickoff_rate", 80, 70, "cannot lie below the floor"),
        ("redundant_submissions.redundancy_rate", 5, 10, "cannot lie above the limit"),
    ],
)
def test_a_target_on_the_wrong_side_of_its_floor_is_refused(
    opened: Open, metric: str, floor: float, target: float, problem: str
) -> None:
    app = opened(record=["Targets"])
    fill(app, "targets", metric=metric, floor=floor, target=target, agreed_by="both")
    press(app, "save targets")
    assert problem in said(app) and kept("targets") == []


def test_a_suggestion_stands_in_the_form_alone_and_can_be_taken_over(opened: Open) -> None:
    app = opened(record=["Targets"])
    fill(app, "targets", metric="interview_scheduling.invited_rate")
    app.run()
    assert (
        "A suggestion to start from, agreed by nobody: floor 60\u00a0%, target 90\u00a0%"
        in said(app)
    )
    press(app, "use suggestion")
    fill(app, "targets", agreed_by="both")
    press(app, "save targets")
    assert [(row["floor"], row["target"]) for row in kept("targets")] == [("0.6", "0.9")]


def test_a_promise_is_noted_and_ticked_as_kept(opened: Open) -> None:
    app = opened(record=["Promises"])
    fill(app, "commitments", agency=HARBOUR, owner="hr", text="Answer in two days")
    press(app, "save commitments")
    assert "Say by when." in said(app)
    fill(app, "commitments", due_on="2026-10-15")
    press(app, "save commitments")
    (promise,) = kept("commitments")
    press(app, f"closed_on {promise['commitment_id']}")
    press(app, f"keep {promise['commitment_id']}")
    assert [row["closed_on"] for row in kept("commitments")] == ["2026-09-30"]
    assert "Kept: Harbour · Answer in two days." in said(app)


@pytest.mark.parametrize("ending", ["closed_on", "dropped_on"])
def test_an_open_promise_of_the_figures_ends_under_its_own_key(opened: Open, ending: str) -> None:
    app = opened(record=["Promises"])
    first = next(b.key for b in app.button if str(b.key).startswith(f"{ending} T-"))
    key = first.removeprefix(f"{ending} ")
    press(app, first)
    press(app, f"keep {key}")
    (promise,) = kept("commitments")
    assert promise["commitment_id"] == key and promise[ending] == "2026-09-30"
    assert first not in [button.key for button in app.button]


def test_who_does_what_keeps_only_what_was_changed(opened: Open) -> None:
    app = opened(record=["Who does what"])
    press(app, "save roles")
    assert "Nothing was changed" in said(app)
    # The figures say so already.
    assert field(app, "roles  feedback").value == "hr"  # type: ignore[attr-defined]
    fill(app, "roles ", negotiate="hr", feedback="hr", screen="business_leader")
    press(app, "save roles")
    assert {(row["task"], row["owner"], row["agency_id"]) for row in kept("roles")} == {
        ("negotiate", "hr", ""),
        ("screen", "business_leader", ""),
    }
    fill(app, "roles ", negotiate="agency")
    press(app, "save roles")
    assert {row["task"]: row["owner"] for row in kept("roles")} == {
        "negotiate": "agency",
        "screen": "business_leader",
    }


def test_the_plain_forms_keep_what_they_ask(opened: Open) -> None:
    app = opened(record=["Survey answers"])
    fill(app, "pulse", agency=HARBOUR, respondent="hr", item="goals", score="4")
    press(app, "save pulse")
    assert kept("pulse")[0]["score"] == "4" and kept("pulse")[0]["asked_on"] == "2026-09-30"
    app = opened(record=["Disputes"])
    press(app, "save disputes")
    assert "Choose the submission." in said(app) and "Choose who raised it." in said(app)
    app = opened(record=["Brief changes"])
    first = field(app, "brief_changes search").options[0]  # type: ignore[attr-defined]
    assert "closed" not in first
    app = opened(record=["Questions"])
    fill(app, "requests", agency=HARBOUR, answered_at="2026-09-01")
    press(app, "save requests")
    assert "“Answered on” lies before “Asked on”." in said(app) and kept("requests") == []


def test_a_spelling_is_remembered_as_on_the_data_screen(opened: Open) -> None:
    app = opened(record=["Agency names"])
    fill(app, "agency_names", spelling="Harbor Ltd", agency=HARBOUR)
    press(app, "save agency_names")
    assert Answers.read(settings.RECORDS / "sample").agencies == {"Harbor Ltd": HARBOUR}
    assert "Harbor Ltd → Harbour" in said(app)


def test_two_people_see_each_others_records(opened: Open) -> None:
    first, second = opened(), opened()
    log_a_meeting(first)
    log_a_meeting(second)
    first.run()
    assert said(first).count("30 Sep 2026 · Harbour") >= 2 and len(kept("meetings")) == 2


def test_the_sample_says_that_nothing_typed_counts_in_it(opened: Open) -> None:
    app = opened()
    log_a_meeting(app)
    assert "1 meeting typed. The figures shown are an invented sample" in said(app)


def test_what_is_typed_counts_after_the_next_update(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = write_export(tmp_path / "export", agencies=[{"agency_id": "A1", "name": "Acme"}])
    monkeypatch.setattr(settings, "BUILDS", tmp_path / "builds")
    build = partial(builds.build, [export], builds=tmp_path / "builds", records=settings.RECORDS)
    build()
    app = opened()
    fill(app, "meetings", agency="A1", starts_at="2026-02-01", tick_OF_hr=True)
    press(app, "save meetings")
    assert "1 entered after these figures" in said(app)
    build()
    app = opened()
    assert "1 meeting typed. All of them are in the figures." in said(app)
    assert "entered after these figures" not in said(app)
    assert "Overdue" in [metric.label for metric in opened("meetings.py").metric]


def test_an_agencys_list_is_compared_and_its_counts_are_kept(opened: Open) -> None:
    app = opened(record=["An agency's list"])
    fill(app, "list_comparisons", agency=HARBOUR)
    # Of Harbour's six from the 3rd to the 10th three, one on another day; one of its own; a slip.
    rows = ["U-3916,03/09/2026", "U-3935,06/09/2026", "U-3946,10/09/2026", "X-1,10/09/2026"]
    text = "\n".join(["Submission ID,CV sent on", *rows, "U-3919,soon"])
    app.file_uploader(key="list 0").set_value(("own.csv", text.encode(), "text/csv")).run()
    app.radio(key="date_order list_comparisons 0").set_value("dmy").run()
    assert "differ in 4 to 6 cases from 3 Sep 2026 to 10 Sep 2026: 1 row could not be" in said(app)
    assert [metric.value for metric in app.metric] == ["3", "1", "1", "2 to 3", "1"]
    tables = [list(frame.value.iloc[:, 0]) for frame in app.dataframe]
    assert tables[:3] == [["U-3935"], [5], ["U-3910", "U-3911", "U-3919"]]
    press(name(app), "keep comparison")
    assert "Kept: Harbour, own.csv." in said(app) and "only on HR's 2 to 3" in said(app)
    (found,) = kept("list_comparisons")
    assert (found["list_rows"], found["in_doubt"]) == ("5", "1")
    assert found["only_ours_ids"] == "U-3910; U-3911; U-3919"
    number = entries.kept(settings.RECORDS / "sample", "list_comparisons")[0].number
    press(app, f"remove list_comparisons {number}")
    press(app, f"yes list_comparisons {number}")
    assert kept("list_comparisons") == []
