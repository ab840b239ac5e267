"""A real browser, fresh windows of it, and a dashboard to look at."""

import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.append(str(Path(__file__).parent))

from screen_builds import made_once
from serving import browser_file, launched, served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser; where CI promises one, its absence is a failure."""
    assert browser_file(), "CI is set, but there is no Chromium: install it or set CHROMIUM"
    with sync_playwright() as playwright:
        started = launched(playwright)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window of the size that the first view is made for."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


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
