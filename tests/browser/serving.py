"""A dashboard in a process of its own, and a real browser to look at it."""

import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    # No address but this machine's is found, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
SECONDS_TO_START = 60
# Ports of dashboards that have ended, for the next: what a browser compiled of one address it need
# not compile again. None of those that connections are given by themselves.
PORTS = (20_000, 32_000)
_used: list[int] = []
# Words that no screen may show; the last are numbers that nobody put in.
BANNED = re.compile(
    r"aalen|kaplan|rmst|censor|cohort|wilson|posterior|shrink|jeffreys|stratum|\bmarts?\b|quarantine"
    r"|\bnull\b|\bnan\b|(?-i:\bNone\b)|[a-z]+_[a-z_]+|\[(?:reply|ownership|meeting|fewest)"
    r"|\[(?:an |the )?agenc|\[listed",
    re.IGNORECASE,
)
ALL_IS_DRAWN = """() => {
    const every = (outer, inner) =>
        [...document.querySelectorAll(outer)].every(element => element.querySelector(inner));
    return every('[data-testid=stPlotlyChart]', '.main-svg')
        && every('[data-testid=stGridCell]', '[data-testid=stMetricValue]');
}"""
FORGET = """() => {
    if (location.protocol != 'about:') { localStorage.clear(); sessionStorage.clear(); }
}"""
# An icon is a word in the page's text that nobody sees as one.
VISIBLE_TEXT = """() => {
    const icons = document.querySelectorAll('[data-testid=stIconMaterial], [translate=no]');
    icons.forEach(icon => { icon.style.display = 'none'; });
    return document.body.innerText;
}"""


def browser_file() -> str | None:
    """The browser to use: CHROMIUM, or the first one on this machine."""
    named = os.environ.get("CHROMIUM")
    return named or next((found for name in BROWSERS if (found := shutil.which(name))), None)


def launched(playwright: Playwright, *more: str) -> Browser:
    """That browser, without a window, with these flags beside its own."""
    return playwright.chromium.launch(executable_path=browser_file(), args=[*FLAGS, *more])


@contextmanager
def served(data: Path, *options: str, script: str = "dashboard.py") -> Iterator[str]:
    """The address of a dashboard on this data folder, in a fresh process."""
    port = _used.pop() if _used else _free_port()
    command = [sys.executable, "-m", "streamlit", "run", script]
    command += ["--server.port", str(port), *options]
    environment = os.environ | {"PARTNERSHIP_DATA": str(data)}
    with (data / f"served_{port}.log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)
            _used.append(port)


def open_in(page: Page, address: str) -> None:
    """Open an address and wait until the screen and its charts are drawn."""
    page.goto(address)
    # There, not visible: a sheet hides the title of its screen on paper.
    page.wait_for_selector("h1", state="attached", timeout=60_000)
    wait_until_drawn(page)


def wait_until_drawn(page: Page) -> None:
    """Wait until no script runs any more and every chart is drawn."""
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached", timeout=60_000)
    page.wait_for_function(ALL_IS_DRAWN, timeout=60_000, polling=100)


def forget(page: Page) -> None:
    """Leave the screen and all that the browser kept of it, in this window and those it opened."""
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.evaluate(FORGET)
    page.context.clear_cookies()
    page.goto("about:blank")


def visible_text(page: Page) -> str:
    """What a reader can read on the screen."""
    return str(page.evaluate(VISIBLE_TEXT))


def addresses_in_menu(page: Page) -> Sequence[str]:
    """The address of every screen in the sidebar, also of those it shows when asked for more."""
    more = page.locator("[data-testid=stSidebarNavViewButton]")
    if more.count():
        more.click()
    links = page.locator("[data-testid=stSidebarNavLink]")
    return [str(link.get_attribute("href")) for link in links.all()]


def _free_port() -> int:
    while True:
        with closing(socket.socket()) as probe, suppress(OSError):
            probe.bind(("127.0.0.1", random.randint(*PORTS)))
            return int(probe.getsockname()[1])


def _wait_until_healthy(address: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the dashboard ended with {process.returncode}")
        try:
            with urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError("the dashboard did not start in time")
