"""A meeting logged and a target set in a real browser: by keyboard and mouse, in machine time."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

import pytest
from playwright.sync_api import Page, expect
from screen_builds import made_once
from serving import ROOT, browser_file, open_in, served, wait_until_drawn

sys.path.append(str(ROOT / "bench"))

from tasks import Person, log_a_meeting, seconds, set_a_target

from partnership import entries

# A machine neither reads nor waits: what is left is the dashboard's own time.
MACHINE = {"a_key": 0, "a_click": 0}
# A few on an idle machine (make tasks measures it); here only that nothing hangs.
MOST_SECONDS = {"log a meeting": 60, "set a target": 60}

pytestmark = pytest.mark.skipif(
    browser_file() is None and not os.environ.get("CI"),
    reason="no Chromium on this machine (set CHROMIUM to its path)",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of its own that holds the sample's figures."""
    made = tmp_path_factory.mktemp("records")
    sample = made_once("sample", tmp_path_factory.getbasetemp())
    copytree(sample, made / "builds", ignore=ignore_patterns(".lock"))
    return made


@pytest.fixture(scope="module")
def dashboard(folder: Path) -> Iterator[str]:
    """The address of a dashboard on it: one for all tests, which reads what was typed anew."""
    with served(folder) as address:
        yield address


@pytest.fixture
def data(folder: Path) -> Iterator[Path]:
    """The folder, in which nothing has been typed."""
    yield folder
    rmtree(folder / "records", ignore_errors=True)


def test_a_meeting_and_a_target_are_typed_in_seconds_and_show_at_once(
    data: Path, dashboard: str, page: Page
) -> None:
    open_in(page, f"{dashboard}/meetings")
    page.get_by_role("link", name="Log a meeting").click()
    page.get_by_role("heading", name="Records", level=1).wait_for()
    wait_until_drawn(page)
    person = Person(page, **MACHINE)
    assert seconds(person, log_a_meeting) < MOST_SECONDS["log a meeting"]
    (meeting,) = entries.kept(data / "records" / "sample", "meetings")
    assert meeting.values["topics"] == "market" and meeting.entered_by
    wait_until_drawn(page)
    expect(page.get_by_text("entered after these figures")).to_have_count(1)

    page.get_by_text("Targets", exact=True).click()
    page.wait_for_url("**record=Targets**")
    page.get_by_label("Agreed by", exact=True).wait_for()
    wait_until_drawn(page)
    assert seconds(person, set_a_target) < MOST_SECONDS["set a target"]
    open_in(page, f"{dashboard}/meetings")
    expect(page.get_by_text("(entered after these figures)").first).to_be_visible()


def test_enter_in_a_field_saves_nothing(data: Path, dashboard: str, page: Page) -> None:
    open_in(page, f"{dashboard}/records?record=Targets")
    page.get_by_label("Agreed by", exact=True).fill("HR")
    page.keyboard.press("Enter")
    time.sleep(0.3)
    wait_until_drawn(page)
    assert page.get_by_text("Not saved yet").count() == 0
    assert entries.kept(data / "records" / "sample", "targets") == []
    assert page.get_by_label("Agreed by", exact=True).input_value() == "HR"


def test_a_line_that_waits_is_ticked_as_answered_since_and_shows_at_once(
    data: Path, dashboard: str, page: Page
) -> None:
    open_in(page, f"{dashboard}/reply_times")
    says = page.get_by_text("For HR and the business leader: ")
    before = says.inner_text()
    page.get_by_role("textbox", name="Your name").fill("Ann")
    page.keyboard.press("Enter")
    wait_until_drawn(page)
    # The list is drawn on a canvas: the first box stands below the heading, at the left.
    page.locator("[data-testid=stDataFrame]").first.click(position={"x": 43, "y": 47})
    expect(says).not_to_have_text(before)
    (tick,) = entries.kept(data / "records" / "sample", "reply_ticks")
    assert (tick.values["kind"], tick.entered_by) == ("profile", "Ann")
