"""From two plain files to figures and back again, as a person does it, in a real browser."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect
from screen_builds import made_once
from serving import (
    BANNED,
    browser_file,
    open_in,
    served,
    visible_text,
    wait_until_drawn,
)
from two_files import SEARCHES, candidates, with_undecidable_dates

UP_TO_DATE = "The figures are up to date"
MAY_TAKE = 60_000

pytestmark = pytest.mark.skipif(
    browser_file() is None and not os.environ.get("CI"),
    reason="no Chromium on this machine (set CHROMIUM to its path)",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of its own."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[str]:
    """The address of a dashboard on it."""
    with served(folder) as address:
        yield address


@pytest.fixture
def dashboard(folder: Path, server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of that dashboard, which shows the sample and keeps no file."""
    sample = made_once("sample", tmp_path_factory.getbasetemp())
    copytree(sample, folder / "builds", ignore=ignore_patterns(".lock"))
    yield server
    for name in ("builds", "exports", "records"):
        rmtree(folder / name, ignore_errors=True)


def file(name: str, text: str | bytes) -> FilePayload:
    content = text.encode() if isinstance(text, str) else text
    return {"name": name, "mimeType": "text/csv", "buffer": content}


def drop(page: Page, *files: FilePayload) -> None:
    """Choose files in the drop area and press the button."""
    page.set_input_files("input[type=file]", list(files))
    uploader = page.get_by_test_id("stFileUploader")
    expect(uploader.get_by_test_id("stFileChip")).to_have_count(len(files))
    expect(uploader.get_by_role("progressbar")).to_have_count(0)
    page.get_by_role("button", name="Update figures").click()


def answer(page: Page) -> None:
    page.get_by_role("button", name="Answer and update").click()


def shows(page: Page, text: str) -> Locator:
    """The place where this text stands; waits for it."""
    found = page.get_by_text(text).first
    found.wait_for(timeout=MAY_TAKE)
    wait_until_drawn(page)
    return found


def open_screen(page: Page, title: str) -> None:
    link = page.get_by_test_id("stSidebarNavLink").get_by_text(title, exact=True)
    if not link.count():
        page.get_by_test_id("stSidebarNavViewButton").click()
    link.click()
    page.get_by_role("heading", name=title, exact=True, level=1).wait_for(timeout=MAY_TAKE)
    wait_until_drawn(page)


def test_from_two_files_to_figures_and_back(dashboard: str, page: Page) -> None:
    open_in(page, f"{dashboard}/data")
    shows(page, "This is the sample")

    # Two files as a company has them: which sources are agencies is asked, with a proposal.
    drop(page, file("../../searches (1).csv", SEARCHES), file("candidates.csv", candidates()))
    shows(page, "Which sources are recruitment agencies?")
    assert not BANNED.search(visible_text(page))
    for source in ("Acme GmbH", "ACME", "Best People"):
        page.get_by_text(f"{source} · 3 rows", exact=True).click()
        page.get_by_role("combobox", name=f"Agency that {source} stands for").wait_for()
    answer(page)
    shows(page, UP_TO_DATE)
    expect(page.get_by_text("This is the sample")).to_have_count(0)
    assert "as of 26 May 2025" in visible_text(page)

    # The whole app shows the new figures.
    open_screen(page, "Overview")
    assert "As of 26 May 2025" in visible_text(page)
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    page.get_by_role("combobox", name="Agencies").click()
    expect(page.get_by_role("option")).to_have_text(["Select all", "Acme GmbH", "Best People"])
    page.keyboard.press("Escape")

    # Next month: the answers are remembered, a new source is asked about and counted apart.
    open_screen(page, "Data")
    drop(page, file("candidates.csv", candidates(("Acme GmbH", "ACME", "Nieuw Talent"))))
    shows(page, UP_TO_DATE)
    shows(page, "Nobody has said yet whether Nieuw Talent (3 rows) is an agency")
    page.get_by_text("Nieuw Talent · 3 rows", exact=True).click()
    answer(page)
    expect(page.get_by_text("Nobody has said yet")).to_have_count(0, timeout=MAY_TAKE)

    # A file that can't be read: what to do is said, what was shown stays, and it can be left out.
    drop(page, file("candidates.csv", "<html><body>Please sign in</body></html>"))
    shows(page, "What was shown before is still shown.")
    assert "candidates.csv is a web page" in visible_text(page)
    page.get_by_role("button", name="Leave these files out").click()
    shows(page, "Left out.")
    assert "Not in the figures yet" not in visible_text(page)

    # Dates that say nothing of their order: asked in words, also after the screen was reloaded.
    drop(page, file("candidates.csv", with_undecidable_dates(candidates(("Acme GmbH",)))))
    shows(page, "How are the dates in candidates.csv written?")
    page.reload()
    shows(page, "Not in the figures yet: candidates.csv")
    page.get_by_role("button", name="Add them now").click()
    shows(page, "How are the dates in candidates.csv written?")
    page.get_by_text("the day comes first").click()
    answer(page)
    shows(page, "Unlike last time: ")

    # Back to the figures before, on every screen, for everybody.
    page.get_by_role("button", name="Show these figures again").first.click()
    shows(page, "These figures are shown again.")
    shows(page, "These figures are not made from the files kept here.")
    open_screen(page, "Overview")
    assert "As of 23 May 2025" in visible_text(page)


def test_a_file_larger_than_the_limit_is_refused_before_it_is_sent(
    dashboard: str, page: Page, tmp_path: Path
) -> None:
    big = tmp_path / "candidates.csv"
    big.write_bytes(b"x" * 51 * 1024 * 1024)
    open_in(page, f"{dashboard}/data")
    page.set_input_files("input[type=file]", big)
    shows(page, "File must be 50.0MB or smaller.")
    page.get_by_role("button", name="Update figures").click()
    shows(page, "Choose your files first")


def test_questions_fit_on_a_phone(dashboard: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_in(page, f"{dashboard}/data")
    drop(page, file("searches.csv", SEARCHES), file("candidates.csv", candidates()))
    shows(page, "Which sources are recruitment agencies?")
    page.get_by_text("ACME · 3 rows", exact=True).click()
    page.get_by_role("combobox", name="Agency that ACME stands for").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
