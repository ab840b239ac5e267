"""A cold link to a screen of HR's, as an agency, in a process that has shown nothing yet."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from serving import served, visible_text, wait_until_drawn


def test_a_cold_link_to_a_screen_of_hr_is_answered_like_one_to_no_screen(
    data: Path, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTNERSHIP_READER", "agency:A-04")
    said = []
    with served(data) as address:
        for name in ("data", "nothing"):
            page.goto(f"{address}/{name}")
            page.get_by_text("Page not found").wait_for(timeout=60_000)
            page.wait_for_selector("h1", state="attached", timeout=60_000)
            wait_until_drawn(page)
            said.append(visible_text(page))
        assert said[0] == said[1]
        assert "My partnership" in said[0] and "Add files" not in said[0]
        # The home has a name too: HR's link to it opens, and opens nothing else.
        page.goto(f"{address}/my_partnership")
        page.get_by_role("heading", name="My partnership").wait_for(timeout=60_000)
        wait_until_drawn(page)
        assert "Page not found" not in visible_text(page)
