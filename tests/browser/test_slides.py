"""Slides on a wall: large letters on both sizes of projector, nothing cut off, no way to stray."""

import os
import re

import pytest
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLate
from serving import browser_file, open_in, wait_until_drawn

# One of each kind: cards, a curve, a line, bars, a table, a strip, parts of bars.
SLIDES = (
    "time_to_fill.1",
    "time_to_fill.2",
    "time_to_fill.3",
    "time_to_fill.5",
    "meetings.2",
    "meetings.3",
    "redundant_submissions.2",
)
WALLS = ((1280, 720), (1920, 1080))
SMALL_LETTERS = """() => {
    const found = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const element = words.currentNode.parentElement;
        const size = parseFloat(getComputedStyle(element).fontSize);
        const isSeen = words.currentNode.textContent.trim() && element.getClientRects().length
            && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        if (isSeen && size < 18) found.push([size, words.currentNode.textContent.trim()]);
    }
    return found;
}"""
CUT_OFF = """() => {
    const main = document.querySelector('[data-testid=stMain]');
    return main.scrollHeight > main.clientHeight || main.scrollWidth > main.clientWidth;
}"""

pytestmark = pytest.mark.skipif(
    browser_file() is None and not os.environ.get("CI"),
    reason="no Chromium on this machine (set CHROMIUM to its path)",
)


def test_a_slide_has_large_letters_and_is_whole_on_every_wall(dashboard: str, page: Page) -> None:
    for slide in SLIDES:
        page.set_viewport_size({"width": 1280, "height": 720})
        open_in(page, f"{dashboard}/present?with=Harbour&slide={slide}")
        for width, height in WALLS:
            page.set_viewport_size({"width": width, "height": height})
            wait_until_drawn(page)
            assert page.evaluate(SMALL_LETTERS) == [], f"{slide} at {width}"
            assert not page.evaluate(CUT_OFF), f"{slide} at {width}"
        assert page.locator("[data-testid=stSidebar]").is_hidden()


def turn(page: Page, key: str, to: str) -> None:
    """Press a key until the slide has turned: one pressed before the page listens is lost."""
    for _ in range(5):
        wait_until_drawn(page)
        page.keyboard.press(key)
        try:
            page.get_by_text(to, exact=True).wait_for(timeout=6_000)
        except TooLate:
            continue
        return
    raise AssertionError(f"{key} did not turn to {to}")


def test_arrow_keys_turn_the_slides_and_leaving_brings_the_menu_back(
    dashboard: str, page: Page
) -> None:
    open_in(page, f"{dashboard}/present?with=Harbour&slide=meetings.1")
    count = page.get_by_text(re.compile(r"^1 of \d+$")).inner_text().removeprefix("1 of ")
    turn(page, "ArrowRight", f"2 of {count}")
    page.wait_for_url("**slide=meetings.2")
    turn(page, "ArrowLeft", f"1 of {count}")
    page.wait_for_url("**slide=meetings.1")
    page.get_by_text("Leave").click()
    page.locator("[data-testid=stSidebarNavLink]").first.wait_for()
