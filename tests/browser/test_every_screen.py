"""Every screen in a real browser, visited once: drawn, in plain words, for everybody's eyes, light
and dark, on a desk and on a phone."""

import os
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from how_many import todays
from playwright.sync_api import Page
from serving import (
    BANNED,
    ROOT,
    addresses_in_menu,
    browser_file,
    open_in,
    visible_text,
    wait_until_drawn,
)

SCREENS = sorted(file.stem for file in (ROOT / "pages").glob("*.py") if file.stem != "shell")
HOME = "overview"
# Their first view holds the cards and the beginning of what follows.
WITH_CARDS = frozenset(
    {
        HOME,
        "time_to_fill",
        "meetings",
        "redundant_submissions",
        "offers",
        "reply_times",
        "both_sides",
        "hires",
        "likely_owner",
        "what_works",
    }
)
MOST_PANELS = 8
MORE = ("present?with=Harbour", "partnership_summary?view=print", "?role=I+lead+HR")

# All at once, so that the screen is drawn once.
OPEN_PANELS = """most =>
    [...document.querySelectorAll('[data-testid=stMain] [data-testid=stExpander] summary')]
        .slice(0, most)
        .filter(panel => !panel.innerText.includes('For analysts'))
        .forEach(panel => panel.click())
"""
# What is in a panel comes when it is open.
PANELS_ARE_FULL = """() => [
    ...document.querySelectorAll('[data-testid=stMain] [open] > [data-testid=stExpanderDetails]')
].every(panel => panel.querySelector('[data-testid=stElementContainer]'))"""
MARKS = "el => el.querySelectorAll('.trace path, .trace text').length"
MAIN_PART = "[data-testid=stMain] :is([data-testid=stPlotlyChart], [data-testid=stDataFrame])"
BEGINS_IN_VIEW = "part => document.querySelector(part)?.getBoundingClientRect().top < 580"
FAILURES = "[data-testid=stException], [data-testid=stAlertContentError]"

# (Rule, selector) → why it can't be mended here. Each is Streamlit 1.67's own.
STREAMLITS_OWN: Mapping[tuple[str, str], str] = {
    ("list", "[data-testid=stSidebarNavItems]"): "the menu's headings are no list items",
    ("listitem", "[data-testid=stSidebarNavItems] li"): "for the same reason",
    ("svg-img-alt", "[data-testid=stMetricChart] g"): "a sparkline's empty layer has a role",
}
GRAVE = ("serious", "critical")
CONTRAST = {"runOnly": ["color-contrast"]}
IS_OWN = """([target, selectors]) => {
    const element = document.querySelector(target);
    return selectors.some(selector => element && element.matches(selector));
}"""

pytestmark = pytest.mark.skipif(
    browser_file() is None and not os.environ.get("CI"),
    reason="no Chromium on this machine (set CHROMIUM to its path)",
)


def open_panels(page: Page) -> None:
    """Open the closed panels but the analysts', whose words are their own; of a long list of them
    the first ones: all texts are read through by test_labels."""
    page.evaluate(OPEN_PANELS, MOST_PANELS)
    page.wait_for_function(PANELS_ARE_FULL, timeout=60_000, polling=100)
    wait_until_drawn(page)


def faults(page: Page, options: Mapping[str, Any]) -> Iterator[str]:
    """What axe calls grave on the open page, but for what is Streamlit's own."""
    found: Any = Axe().run(page, options={"resultTypes": ["violations"], **options}).response
    for fault in found["violations"]:
        own = [selector for rule, selector in STREAMLITS_OWN if rule == fault["id"]]
        for node in fault["nodes"] if fault["impact"] in GRAVE else ():
            if not page.evaluate(IS_OWN, [node["target"][0], own]):
                yield f"{fault['id']}: {node['html'][:120]} {node['failureSummary']}"


def make_dark(page: Page) -> None:
    """The scheme of the machine turned round, as in the evening."""
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.stApp')).colorScheme == 'dark'"
    )
    wait_until_drawn(page)


def is_whole_in_the_first_view(page: Page) -> None:
    # A chart may move once more when its letters are loaded.
    page.wait_for_function(BEGINS_IN_VIEW, arg=MAIN_PART, timeout=10_000)


@pytest.mark.parametrize("screen", todays(SCREENS, 3))
def test_a_screen_is_whole_plain_and_readable_everywhere(
    dashboard: str, page: Page, screen: str
) -> None:
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    open_in(page, f"{dashboard}/{'' if screen == HOME else screen}")
    assert page.locator(FAILURES).count() == 0
    assert [
        chart for chart in page.locator(".js-plotly-plot").all() if not chart.evaluate(MARKS)
    ] == []
    if screen in WITH_CARDS:
        is_whole_in_the_first_view(page)
    assert list(faults(page, {})) == []
    open_panels(page)
    assert set(BANNED.findall(visible_text(page))) == set()

    make_dark(page)
    assert list(faults(page, CONTRAST)) == []

    page.set_viewport_size({"width": 390, "height": 844})
    wait_until_drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    # Nothing is loaded from elsewhere, and the policy for the page's content forbids nothing of it.
    assert [text for text in said if "Content Security Policy" in text] == []
    assert [url for url in asked if not url.startswith((dashboard, "data:", "blob:"))] == []


@pytest.mark.parametrize("address", MORE)
def test_what_has_an_address_of_its_own_has_no_grave_fault(
    dashboard: str, page: Page, address: str
) -> None:
    open_in(page, f"{dashboard}/{address}")
    assert list(faults(page, {})) == []


def test_the_menu_has_every_screen(dashboard: str, page: Page) -> None:
    open_in(page, dashboard)
    named = [address.rstrip("/").rpartition("/")[2] for address in addresses_in_menu(page)]
    assert len(named) == len(SCREENS)
    assert set(SCREENS) - set(named) == {HOME}
