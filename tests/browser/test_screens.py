"""Every screen in a real browser: it opens, its charts are drawn, its words are plain, and its link
brings the same screen back in a process that has never seen it."""

import os
import sys
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

sys.path.append(str(Path(__file__).parent))

from serving import (
    BANNED,
    addresses_in_menu,
    browser_file,
    open_in,
    served,
    visible_text,
    wait_until_drawn,
)

MARKS = "el => el.querySelectorAll('.trace path, .trace text').length"
FILTERED = "/time_to_fill?period=2026+Q2&agency=Harbour&clock=Without+holds"

FIRST_VIEW = ("", "time_to_fill", "meetings", "redundant_submissions", "offers", "hires")
MAIN_PART = "[data-testid=stMain] :is([data-testid=stPlotlyChart], [data-testid=stDataFrame])"
BEGINS_IN_VIEW = "part => document.querySelector(part)?.getBoundingClientRect().top < 580"
FAILURES = "[data-testid=stException], [data-testid=stAlertContentError]"

pytestmark = pytest.mark.skipif(
    browser_file() is None and not os.environ.get("CI"),
    reason="no Chromium on this machine (set CHROMIUM to its path)",
)


def open_panels(page: Page) -> None:
    """Open every closed panel but the analysts', whose words are their own."""
    for panel in page.locator("[data-testid=stMain] [data-testid=stExpander] summary").all():
        if "For analysts" not in panel.inner_text():
            panel.click()
    wait_until_drawn(page)


def numbers_on(page: Page) -> list[str]:
    """Every headline number with what it is of, and the filters' sentence."""
    cards = page.locator("[data-testid=stGridCell]").all_inner_texts()
    return [page.locator("h1").inner_text(), *cards]


def test_every_screen_opens_with_its_charts_drawn_and_in_plain_words(
    dashboard: str, page: Page
) -> None:
    open_in(page, dashboard)
    addresses = addresses_in_menu(page)
    assert len(addresses) >= 3
    for address in addresses:
        open_in(page, address)
        assert page.locator(FAILURES).count() == 0, f"something failed on {address}"
        for chart in page.locator(".js-plotly-plot").all():
            assert chart.evaluate(MARKS) > 0, f"an empty chart on {address}"
        open_panels(page)
        found = set(BANNED.findall(visible_text(page)))
        assert not found, f"{sorted(found)} on {address}"


def test_a_filtered_link_is_the_first_thing_a_fresh_process_is_asked(
    data: Path, page: Page
) -> None:
    with served(data) as first:
        open_in(page, first + FILTERED)
        cold = numbers_on(page)
        text = visible_text(page)
    chosen = "2026 Q2 (Apr 2026 – Jun 2026) against Jan 2026 – Mar 2026 · Harbour · all departments"
    assert chosen in text
    with served(data) as second:
        open_in(page, second)
        open_in(page, second + FILTERED)
        assert numbers_on(page) == cold


def test_what_is_chosen_on_screen_is_in_the_address_and_comes_back(
    dashboard: str, page: Page, browser: Browser
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
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    again = context.new_page()
    open_in(again, page.url)
    assert numbers_on(again) == chosen
    context.close()


def test_filters_survive_a_change_of_screen(dashboard: str, page: Page) -> None:
    open_in(page, f"{dashboard}/time_to_fill?agency=Harbour")
    page.locator("[data-testid=stSidebarNavLink]").first.click()
    page.get_by_role("heading", name="Overview", exact=True).wait_for()
    wait_until_drawn(page)
    assert "Harbour · all departments" in visible_text(page)


def test_a_page_file_cannot_be_opened_around_the_router(dashboard: str, page: Page) -> None:
    open_in(page, f"{dashboard}/shell")
    assert page.locator("h1").count() == 1 and "As of" in visible_text(page)


def test_a_phone_shows_everything_without_scrolling_sideways(
    dashboard: str, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    phone = context.new_page()
    open_in(phone, dashboard)
    for address in addresses_in_menu(phone):
        open_in(phone, address)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390, address
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_view_holds_the_cards_and_the_beginning_of_what_follows(
    dashboard: str, browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    for screen in FIRST_VIEW:
        open_in(page, f"{dashboard}/{screen}")
        # A chart may move once more when its letters are loaded.
        page.wait_for_function(BEGINS_IN_VIEW, arg=MAIN_PART, timeout=10_000)
    context.close()
