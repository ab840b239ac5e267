"""How long a task takes a person, in a real browser: what is clicked and typed at a human's pace.

A task is a function of a Person whose window is open and drawn; its seconds are counted from the
first click to what says that it is done. To add one, write the function and name it in TASKS.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

# A script beside the package finds it, and the browser tests' server, only from here on.
from serving import browser_file, launched, open_in, served  # noqa: E402

from partnership import builds  # noqa: E402
from partnership.settings import SAMPLE  # noqa: E402

A_KEY, A_CLICK = 60, 300  # milliseconds


@dataclass(frozen=True)
class Person:
    """Someone at a window: finds the place, clicks, types."""

    page: Page
    a_key: int = A_KEY
    a_click: int = A_CLICK

    def click(self, place: Locator) -> None:
        """Move there and click."""
        # What a screen is about to take away stands beside what it brings for a moment.
        expect(place).to_have_count(1, timeout=30_000)
        place.wait_for()
        self.page.wait_for_timeout(self.a_click)
        place.click()

    def click_on(self, text: str) -> None:
        """Click what reads exactly so."""
        self.click(self.page.get_by_text(text, exact=True).first)

    def type(self, label: str, text: str) -> None:
        """Click into a field and type."""
        field = self.page.get_by_label(label, exact=True)
        self.click(field)
        field.press_sequentially(text, delay=self.a_key)

    def choose(self, label: str, text: str) -> None:
        """Open a list, type the beginning of what is looked for, take it."""
        field = self.page.get_by_role("combobox", name=label, exact=True)
        self.click(field)
        field.press_sequentially(text, delay=self.a_key)
        self.click(self.page.get_by_role("option", name=text, exact=True))

    def reads(self, text: str) -> None:
        """Wait for what says that it is done."""
        self.page.get_by_text(text).first.wait_for(timeout=30_000)


def log_a_meeting(person: Person) -> None:
    """Agency, who was there, one topic; day, kind and form as they are proposed."""
    person.choose("Agency", "Harbour")
    for name in ("HR", "Recruiter", "Local job market"):
        person.click_on(name)
    person.click(person.page.get_by_role("button", name="Save", exact=True))
    person.reads("Saved:")


def set_a_target(person: Person) -> None:
    """Measure, floor, target, and who agreed."""
    person.choose("Measure", "Kickoff with all three")
    person.type("Floor, %", "70")
    person.type("Target, %", "90")
    person.type("Agreed by", "HR and agencies")
    person.click(person.page.get_by_role("button", name="Save", exact=True))
    person.reads("Saved:")


def print_a_summary(person: Person) -> None:
    """From the first start: who looks, to the summary of one agency, to the printer."""
    person.click_on("I manage an account at an agency")
    person.click_on("2. Print one page for the next meeting")
    person.choose("Agency", "Harbour")
    person.reads("Partnership with Harbour")
    with person.page.expect_popup() as opened:
        person.click(person.page.get_by_role("link", name="Print", exact=True))
    opened.value.wait_for_function("() => window.printed > 0", timeout=60_000)


# A print dialog would wait for a person for ever: the call is what counts.
COUNT_PRINTS = "window.printed = 0; window.print = () => { window.printed += 1; };"
# Task → where it begins, what is done, the most seconds it may take a person.
TASKS: dict[str, tuple[str, Callable[[Person], None], int]] = {
    "log a meeting": ("/records", log_a_meeting, 20),
    "set a target": ("/records?record=Targets", set_a_target, 30),
    "from first start to a printed summary": ("/", print_a_summary, 120),
}


def seconds(person: Person, task: Callable[[Person], None]) -> float:
    """How long a person needs for the task on the screen that is open."""
    begun = time.monotonic()
    task(person)
    return time.monotonic() - begun


def main() -> int:
    """Time every task; 1 where there is no browser."""
    if browser_file() is None:
        print("No Chromium found. Install it, or set CHROMIUM to its path.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        builds.build([SAMPLE], builds=Path(folder) / "builds")
        with (
            served(Path(folder)) as address,
            sync_playwright() as playwright,
            closing(launched(playwright)) as browser,
        ):
            for name, (path, task, most) in TASKS.items():
                page = browser.new_page(viewport={"width": 1280, "height": 800})
                page.context.add_init_script(COUNT_PRINTS)
                open_in(page, address + path)
                took = seconds(Person(page), task)
                print(f"{name}: {took:.1f} s (at most {most} s)")
                page.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
