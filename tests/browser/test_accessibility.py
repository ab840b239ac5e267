"""Every screen, light and dark, looked through by axe-core: nothing that hinders anybody."""

import os
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from serving import addresses_in_menu, browser_file, open_in

# (Rule, selector) → why it can't be mended here. Each is Streamlit 1.67's own.
STREAMLITS_OWN: Mapping[tuple[str, str], str] = {
    ("list", "[data-testid=stSidebarNavItems]"): "the menu's headings are no list items",
    ("listitem", "[data-testid=stSidebarNavItems] li"): "for the same reason",
    ("svg-img-alt", "[data-testid=stMetricChart] g"): "a sparkline's empty layer has a role",
}
GRAVE = ("serious", "critical")
MORE = ("/present?with=Harbour", "/partnership_summary?view=print", "/?role=I+lead+HR")
# What is dark changes colours and nothing else.
RULES: Mapping[str, Any] = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}
IS_OWN = """([target, selectors]) => {
    const element = document.querySelector(target);
    return selectors.some(selector => element && element.matches(selector));
}"""

pytestmark = pytest.mark.skipif(
    browser_file() is None and not os.environ.get("CI"),
    reason="no Chromium on this machine (set CHROMIUM to its path)",
)


def faults(page: Page, scheme: str) -> Iterator[str]:
    """What axe calls grave on the open page, but for what is Streamlit's own."""
    found: Any = Axe().run(page, options={"resultTypes": ["violations"], **RULES[scheme]}).response
    for fault in found["violations"]:
        own = [selector for rule, selector in STREAMLITS_OWN if rule == fault["id"]]
        for node in fault["nodes"] if fault["impact"] in GRAVE else ():
            if not page.evaluate(IS_OWN, [node["target"][0], own]):
                yield f"{fault['id']}: {node['html'][:120]} {node['failureSummary']}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_has_a_grave_fault(
    dashboard: str, browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    context.add_init_script("window.print = () => {}")
    page = context.new_page()
    open_in(page, dashboard)
    for address in [*addresses_in_menu(page), *(dashboard + more for more in MORE)]:
        open_in(page, address)
        assert list(faults(page, scheme)) == [], address
    context.close()
