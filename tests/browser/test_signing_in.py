"""Signing in at a real provider, through a real browser, and every way of not getting in."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from proxied import NGINX
from serving import addresses_in_menu, browser_file, visible_text
from signing_in import (
    ACCESS,
    PEOPLE,
    behind_a_proxy,
    introduce,
    is_home,
    provider,
    sign_in,
    signed_in_to,
    title_of,
    window,
    write_access,
)

from partnership.labels import shell as shell_words
from partnership.labels import signing_in as words

pytestmark = pytest.mark.skipif(
    browser_file() is None and not os.environ.get("CI"),
    reason="no Chromium on this machine (set CHROMIUM to its path)",
)
OF_HR_ALONE = {"data", "likely_owner", "present", "what_works", "who_is_who"}
SECONDS = 30
MENU = "[data-testid=stSidebarNavLink]"


@pytest.fixture(scope="module")
def people() -> Iterator[str]:
    """The provider where everybody signs in."""
    patch = pytest.MonkeyPatch()
    patch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")  # both are on this machine
    with provider() as address:
        yield address
    patch.undo()


def test_each_person_sees_what_is_theirs_and_nobody_else_anything(
    browser: Browser, people: str, two_agencies: Path
) -> None:
    """One server and one visit each: starting it again for every case would be most of the time.
    Where there is nginx, all of it goes through the proxy that is in the docs."""
    data = two_agencies
    said_of_policy: list[str] = []
    with (behind_a_proxy if NGINX else signed_in_to)(data, people) as address:
        stranger = window(browser, address)
        answer = stranger.goto("/data")
        headers = answer.all_headers() if answer else {}
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert ("strict-transport-security" in headers) == address.startswith("https:")
        assert title_of(stranger) == words.TITLES["not signed in"]
        assert is_bare(visible_text(stranger))
        assert stranger.locator(MENU).count() == 0
        # An address that is a screen's and one that is none's look the same.
        assert stranger.locator("[role=dialog]").count() == 0

        assert sign_in(stranger, "nobody") == words.TITLES["unknown"]
        said = visible_text(stranger)
        assert "nobody@elsewhere.example" in said and "Ana in HR" in said and is_bare(said)

        # A sign-in that will run out while the page is open, at the end of this test.
        runs_out = int(time.time()) + SECONDS
        introduce(people, "late", PEOPLE["harry"] | {"exp": runs_out})
        late = window(browser, address)
        assert sign_in(late, "late") == shell_words.MY_PARTNERSHIP

        unsure = window(browser, address)
        assert sign_in(unsure, "unsure") == words.TITLES["unconfirmed"]
        assert is_bare(visible_text(unsure))

        harry = window(browser, address)
        # A link that somebody was sent is where they are after signing in.
        link = "/reply_times?period=All+data"
        assert sign_in(harry, "harry", at=link) == shell_words.REPLY_TIMES
        assert harry.url == f"{address}{link}"
        assert harry.context.cookies() and "partnership_wish" not in str(harry.context.cookies())
        listed = screens_of(harry)
        assert "offers" in listed and not OF_HR_ALONE & listed
        assert "Northgate" not in harry.content()

        ana = window(browser, address)
        ana.on("console", lambda told: said_of_policy.append(told.text))
        assert sign_in(ana, "ana") == shell_words.OVERVIEW
        assert screens_of(ana) > OF_HR_ALONE | {"offers"}
        ana.locator(MENU, has_text=shell_words.OFFERS).click()
        assert title_of(ana, is_not=shell_words.OVERVIEW) == shell_words.OFFERS

        # What she was offered opens for her, and for nobody who merely has the link.
        with ana.expect_download() as download:
            ana.get_by_role("button", name=shell_words.XLSX).click()
        link = download.value.url
        assert ana.request.get(link).body().startswith(b"PK")
        for other in (harry, stranger):
            assert other.request.get(link).status == 403

        assert [text for text in said_of_policy if "Content Security Policy" in text] == []

        # Removed while the page is open: the file does not come, and the next click is the last.
        write_access(data, ACCESS.replace("ana@company.example", "someone@company.example"))
        assert ana.request.get(link).status == 403
        ana.locator(MENU, has_text=shell_words.OVERVIEW).click()
        assert title_of(ana, is_not=shell_words.OFFERS) == words.TITLES["unknown"]
        assert is_bare(visible_text(ana))

        # A file that is not understood lets nobody in, and the log says what to mend.
        write_access(data, ACCESS.replace("[hr]", "[hr"))
        harry.locator(MENU, has_text=shell_words.OFFERS).click()
        assert title_of(harry, is_not=shell_words.REPLY_TIMES) == words.TITLES["closed"]
        log = next(data.glob("served_*.log")).read_text(encoding="utf-8")
        assert "access.toml" in log and "@" not in log
        write_access(data, ACCESS)

        # Signed out in one tab is signed out in the other.
        second = harry.context.new_page()
        for tab in (harry, second):
            tab.goto("/")
            assert title_of(tab) == shell_words.MY_PARTNERSHIP
        harry.get_by_role("button", name=words.SIGN_OUT).click()
        harry.get_by_role("button", name="End session").click()
        harry.wait_for_url(is_home)
        assert title_of(harry) == words.TITLES["not signed in"]
        ended = data / "signed_out"
        assert len(ended.read_text().splitlines()) == 1 and ended.stat().st_mode & 0o777 == 0o600
        second.locator(MENU, has_text=shell_words.OFFERS).click()
        assert title_of(second, is_not=shell_words.MY_PARTNERSHIP) == words.TITLES["not signed in"]

        time.sleep(max(0, runs_out - time.time()))
        late.locator(MENU, has_text=shell_words.OFFERS).click()
        assert title_of(late, is_not=shell_words.MY_PARTNERSHIP) == words.TITLES["expired"]


def screens_of(page: Page) -> set[str]:
    """The screens in the menu, by the last part of their address."""
    return {address.rpartition("/")[2] for address in addresses_in_menu(page)}


def is_bare(said: str) -> bool:
    """Whether a page names no screen, no agency and no figure."""
    named = [shell_words.OVERVIEW, shell_words.OFFERS, shell_words.FILTERS, "Harbour", "Northgate"]
    return not any(name in said for name in named)
