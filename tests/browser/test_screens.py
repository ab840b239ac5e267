"""Addresses in a real browser: what is chosen is in them, and they bring the same screen back in a
process that has never seen it."""

import os
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

sys.path.append(str(Path(__file__).parent))

from serving import (
    browser_file,
    forget,
    open_in,
    served,
    visible_text,
    wait_until_drawn,
)

FILTERED = "/time_to_fill?period=2026+Q2&agency=Harbour&clock=Without+holds"

pytestmark = pytest.mark.skipif(
    browser_file() is None and not os.environ.get("CI"),
    reason="no Chromium on this machine (set CHROMIUM to its path)",
)


def numbers_on(page: Page) -> list[str]:
    """Every headline number with what it is of, and the filters' sentence."""
    cards = page.locator("[data-testid=stGridCell]").all_inner_texts()
    return [page.locator("h1").inner_text(), *cards]


def test_a_filtered_link_is_the_first_thing_a_fresh_process_is_asked(
    data: Path, dashboard: str, page: Page
) -> None:
    with served(data) as fresh:
        open_in(page, fresh + FILTERED)
        cold = numbers_on(page)
        text = visible_text(page)
    chosen = "2026 Q2 (Apr 2026 – Jun 2026) against Jan 2026 – Mar 2026 · Harbour · all departments"
    assert chosen in text
    open_in(page, dashboard)
    open_in(page, dashboard + FILTERED)
    assert numbers_on(page) == cold


def test_what_is_chosen_on_screen_is_in_the_address_and_comes_back(
    dashboard: str, page: Page
) -> None:
    open_in(page, f"{dashboard}/time_to_fill")
    everything = numbers_on(page)
    page.get_by_role("combobox", name="Agencies").click()
    page.get_by_role("option", name="Harbour", exact=True).click()
    page.keyboard.press("Escape")
    page.wait_for_url("**agency=Harbour**")
    page.get_by_text("Harbour · all departments").wait_for()
    wait_until_drawn(page)
    chosen = numbers_on(page)
    assert chosen != everything
    address = page.url
    forget(page)
    open_in(page, address)
    assert numbers_on(page) == chosen


def test_filters_survive_a_change_of_screen(dashboard: str, page: Page) -> None:
    open_in(page, f"{dashboard}/time_to_fill?agency=Harbour")
    page.locator("[data-testid=stSidebarNavLink]").first.click()
    page.get_by_role("heading", name="Overview", exact=True).wait_for()
    wait_until_drawn(page)
    assert "Harbour · all departments" in visible_text(page)


def test_a_page_file_cannot_be_opened_around_the_router(dashboard: str, page: Page) -> None:
    open_in(page, f"{dashboard}/shell")
    assert page.locator("h1").count() == 1 and "As of" in visible_text(page)
