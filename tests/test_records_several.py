"""Several records at once: pasted or in a workbook, shown first, then all of them saved or none."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from screen_builds import made_once
from streamlit.testing.v1 import AppTest

from partnership import entries, settings, templates
from partnership.labels.records import MEASURES

PAGES = Path(__file__).parent.parent / "pages"
HEADINGS = "Agency\tDay\tKind\tState\tTopics\tHR there\tAgency there"
TWO = f"{HEADINGS}\nHarbour\t2026-09-01\tCheck-in\tHeld\tPipeline\tyes\tyes\n"
TWO += "Linden\t2026-09-02\tKickoff\tPlanned\t\t\t\n"
WRONG = f"{HEADINGS}\nHarbour\t2026-09-01\tCheck-in\tHeld\t\tyes\tyes\n"
WRONG += "Nobody & Sons\t2026-09-02\tPicnic\tHeld\t\t\t\n"

Open = Callable[..., AppTest]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where what is typed beside the sample is kept."""
    return tmp_path / "records" / "sample"


@pytest.fixture
def opened(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Open:
    """`opened("targets", record=["Targets"])`: the screen with that panel open."""
    monkeypatch.setattr(settings, "RECORDS", tmp_path / "records")
    monkeypatch.setattr(settings, "BUILDS", made_once("sample", tmp_path_factory.getbasetemp()))

    def open_panel(table: str = "meetings", **asked: list[str]) -> AppTest:
        app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
        for key, values in asked.items():
            app.query_params[key] = values
        app.switch_page("records.py").run()
        app.session_state[f"several {table}"] = True
        app.text_input(key="your name").set_value("Ann").run()
        return app

    return open_panel


def paste(app: AppTest, text: str, table: str = "meetings") -> None:
    app.text_area(key=f"paste {table} 0").set_value(text).run()
    assert not app.exception


def said(app: AppTest) -> str:
    elements = (*app.success, *app.error, *app.info, *app.markdown)
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def test_pasted_rows_are_shown_first_and_then_saved_together(opened: Open, folder: Path) -> None:
    app = opened()
    paste(app, TWO)
    assert "Understood: 2 meetings. Nothing is saved yet." in said(app)
    shown = app.dataframe[0].value
    assert shown["Agency"].tolist() == ["Harbour", "Linden"]
    assert shown["Day"].tolist() == ["1 Sep 2026", "2 Sep 2026"]
    assert shown["Who was there"].tolist() == ["HR, Recruiter", ""]
    assert entries.kept(folder, "meetings") == []
    app.button(key="save all meetings").click().run()
    assert not app.exception and "Saved: 2 meetings." in said(app)
    assert [e.values["kind"] for e in entries.kept(folder, "meetings")] == ["check_in", "kickoff"]
    assert len(entries.kept(folder, "meeting_attendees")) == 2
    assert app.text_area(key="paste meetings 1").value == ""


def test_what_does_not_fit_is_said_row_by_row_and_nothing_is_saved(
    opened: Open, folder: Path
) -> None:
    app = opened()
    paste(app, WRONG)
    assert "Not saved yet" in [error.proto.title for error in app.error]
    faults = app.dataframe[0].value
    assert set(faults["Row"]) == {2} and {"Agency", "Kind"} <= set(faults["Field"])
    assert "save all meetings" not in [button.key for button in app.button]
    assert entries.kept(folder, "meetings") == []
    assert app.text_area(key="paste meetings 0").value == WRONG


def test_days_that_can_be_read_in_two_ways_are_asked_about(opened: Open, folder: Path) -> None:
    app = opened()
    paste(app, TWO.replace("2026-09-01", "03/04/2026").replace("2026-09-02", "05/06/2026"))
    assert "Understood" not in said(app)
    app.radio(key="date_order meetings 0").set_value("mdy").run()
    assert app.dataframe[0].value["Day"].tolist() == ["4 Mar 2026", "6 May 2026"]
    app.button(key="save all meetings").click().run()
    kept = entries.kept(folder, "meetings")
    assert [entry.values["starts_at"] for entry in kept] == ["2026-03-04", "2026-05-06"]


def test_a_workbook_brings_back_only_what_was_changed_in_it(opened: Open, folder: Path) -> None:
    rate = "meeting_rhythm.rhythm_coverage"
    target = {"agency_id": "", "metric": rate, "floor": "0.4", "target": "0.6"}
    entries.enter(folder, {"targets": [target | {"agreed_on": "2026-01-15"}]}, by="Ann")
    app = opened("targets", record=["Targets"])
    app.segmented_control(key="way targets").set_value("workbook").run()
    made = templates.template(folder, "targets", {"agency_id": {"A-02": "Harbour"}})
    bring(app, made)
    assert "There is nothing new and nothing changed in it." in said(app)
    bring(app, with_cell(made, "Target", 0.7))
    assert "Understood: 1 target. Nothing is saved yet." in said(app)
    app.button(key="save all targets").click().run()
    assert [entry.values["target"] for entry in entries.kept(folder, "targets")] == ["0.7"]
    # The list at the foot of the screen, corrected: it is the same target.
    listed = f'Agency,Measure,"Floor, %","Target, %"\nAll agencies,{MEASURES[rate]},40,75\n'
    bring(app, listed.encode(), number=1)
    assert "Understood: 1 target. Nothing is saved yet.** In the place of records" in said(app)


def test_a_file_that_is_no_workbook_is_an_error_in_its_place(opened: Open) -> None:
    app = opened("targets", record=["Targets"])
    app.segmented_control(key="way targets").set_value("workbook").run()
    bring(app, b"<html>Please sign in</html>")
    assert len(app.error) == 1 and "save targets" in [button.key for button in app.button]


def bring(app: AppTest, content: bytes, number: int = 0) -> None:
    """Choose a file in the panel."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    uploader = app.file_uploader(key=f"filled targets {number}")
    uploader.set_value([("targets.xlsx", content, kind)]).run()
    assert not app.exception


def with_cell(workbook: bytes, heading: str, value: object) -> bytes:
    """The workbook with another value under a heading, in its first row."""
    book = openpyxl.load_workbook(BytesIO(workbook))
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if str(cell.value).startswith(heading))
    sheet.cell(2, column, value)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()
