"""The README's pictures: the sample's screens in a real browser, into docs/pictures/."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

# A script beside the package finds it, and the browser tests' server, only from here on.
from serving import browser_file, launched, open_in, served  # noqa: E402

from partnership import builds  # noqa: E402
from partnership.settings import SAMPLE  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
WIDE, PHONE = (1280, 800), (390, 844)
# File name → address, window, colours.
SCREENS = {
    "overview": ("/", WIDE, "light"),
    "overview_dark": ("/", WIDE, "dark"),
    "overview_phone": ("/", PHONE, "light"),
    "time_to_fill": ("/time_to_fill", (1280, 1000), "light"),
    "meetings": ("/meetings", (1280, 1000), "light"),
    "redundant_submissions": ("/redundant_submissions", (1280, 1000), "light"),
    "offers": ("/offers", (1280, 1000), "light"),
    "reply_times": ("/reply_times", (1280, 1000), "light"),
    "quarterly_review": ("/quarterly_review?partner=Harbour", (1280, 860), "light"),
    "both_sides": ("/both_sides", (1280, 900), "light"),
    "hires": ("/hires", (1280, 1000), "light"),
    "what_works": ("/what_works", (1280, 1100), "light"),
    "records": ("/records", WIDE, "light"),
    "partnership_summary": (
        "/partnership_summary?partner=Harbour&view=print",
        (820, 1060),
        "light",
    ),
    "slide": ("/present?with=Harbour&slide=redundant_submissions.2", (1280, 720), "light"),
    "definitions": ("/definitions", WIDE, "light"),
}
SETTLED = 1500


def main() -> int:
    """Take every picture; 1 where there is no browser."""
    if browser_file() is None:
        print("No Chromium found. Install it, or set CHROMIUM to its path.", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        builds.build([SAMPLE], builds=Path(folder) / "builds")
        with served(Path(folder)) as address, sync_playwright() as playwright:
            browser = launched(playwright)
            for name in sys.argv[1:] or SCREENS:
                print(take(browser, address, name))
            browser.close()
    return 0


def take(browser: Browser, address: str, name: str) -> Path:
    """One picture; returns its file."""
    path, (width, height), scheme = SCREENS[name]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    # A picture of paper is taken without its print dialog.
    context.add_init_script("window.print = () => {}")
    page = context.new_page()
    open_in(page, address + path)
    page.wait_for_timeout(SETTLED)
    file = PICTURES / f"{name}.png"
    page.screenshot(path=file)
    context.close()
    return file


if __name__ == "__main__":
    sys.exit(main())
