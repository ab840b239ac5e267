"""A real browser, fresh windows of it, and a dashboard to look at."""

import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.append(str(Path(__file__).parent))

from screen_builds import made_once
from serving import browser_file, forget, launched, served

COUNT_PRINTS = "window.printed = 0; window.print = () => { window.printed += 1; };"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser; where CI promises one, its absence is a failure."""
    assert browser_file(), "CI is set, but there is no Chromium: install it or set CHROMIUM"
    with sync_playwright() as playwright:
        started = launched(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Page:
    """One window for all tests, with no dialog when it prints: the calls are counted instead.

    A fresh one compiles Streamlit and Plotly again, which takes longer than most tests.
    """
    page = browser.new_context().new_page()
    page.context.add_init_script(
        "window.printed = 0; window.print = () => { window.printed += 1; };"
    )
    return page


@pytest.fixture
def page(window: Page) -> Iterator[Page]:
    """That window as if it were fresh, of the size that the first view is made for."""
    window.set_viewport_size({"width": 1280, "height": 800})
    window.emulate_media(color_scheme="light")
    yield window
    forget(window)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds the sample's build."""
    return made_once("sample", tmp_path_factory.getbasetemp()).parent


@pytest.fixture
def two_agencies(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of its own that holds a build of two agencies."""
    made = made_once("two agencies", tmp_path_factory.getbasetemp())
    copytree(made, tmp_path / "builds")
    return tmp_path


@pytest.fixture(scope="session")
def dashboard(data: Path) -> Iterator[str]:
    """The address of a dashboard on the sample."""
    with served(data) as address:
        yield address
