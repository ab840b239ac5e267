"""Screens on paper, printed to PDF by a real browser and read back."""

import os
import unicodedata
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from how_many import IS_FULL
from playwright.sync_api import Page
from pypdf import PdfReader
from serving import ROOT, browser_file, open_in, wait_until_drawn
from streamlit.testing.v1 import AppTest

from partnership import builds, queries, settings
from partnership.filters import Filters
from partnership.kickoff_paper import html_of
from partnership.labels import paper as words
from partnership.labels import shell as shell_words
from partnership.labels.kickoff_sheet import MEASURES, PAPER_FACTS, PARTIES, TASKS
from partnership.labels.redundant_submissions import CASES
from partnership.readers import HR_FILE
from partnership.ui.panels import MOST_ROWS_AT_ONCE

BUSIEST = ("Harbour", "Northgate", "Oakhollow")
PAPERS = {"A4": (595, 842), "Letter": (612, 792)}
CONTROLS = ("Reset", "Copy link", "Excel", "CSV", "More filters", "Choose options", "For analysts")
SHELL = ROOT / "pages" / "shell.py"
ON_NEXT_PAGE = 'style="break-before: page"'
SMALLEST_LETTERS = """() => Math.min(...[...document.querySelectorAll('article.sheet *')]
    .filter(element => element.innerText)
    .map(element => parseFloat(getComputedStyle(element).fontSize)))"""

pytestmark = pytest.mark.skipif(
    browser_file() is None and not os.environ.get("CI"),
    reason="no Chromium on this machine (set CHROMIUM to its path)",
)


@pytest.fixture
def dark(page: Page) -> Page:
    """The window of someone who reads white on black."""
    page.emulate_media(color_scheme="dark")
    return page


def printed(page: Page, paper: str, file: Path) -> PdfReader:
    """The page on this paper."""
    page.pdf(path=file, format=paper, print_background=True)
    return PdfReader(file)


def text_of(pdf: PdfReader) -> str:
    """All its words, without the blanks that a narrow column breaks them with; a ligature ("ff" as
    one sign) reads as its letters."""
    text = "".join(page.extract_text() for page in pdf.pages)
    return "".join(unicodedata.normalize("NFKC", text).split())


def redundant_submissions(data: Path) -> list[str]:
    """The ids of those received in the second quarter of 2026."""
    build = builds.current(data / "builds")
    second_quarter = Filters(date(2026, 4, 1), date(2026, 7, 1))
    with closing(queries.opened(build.path / HR_FILE)) as connection:
        rows = queries.metric_rows(connection, "submission", second_quarter, folder="rows")
    return list(rows.loc[rows["is_redundant"], "submission_id"])


def test_a_printed_screen_holds_every_row_and_no_control_on_either_paper(
    dashboard: str, data: Path, dark: Page, tmp_path: Path
) -> None:
    expected = redundant_submissions(data)
    assert len(expected) > MOST_ROWS_AT_ONCE
    open_in(dark, f"{dashboard}/redundant_submissions?period=2026+Q2")
    dark.get_by_text(CASES, exact=True).click()
    wait_until_drawn(dark)
    with dark.expect_popup() as opened:
        dark.get_by_role("link", name=words.PRINT).click()
    page = opened.value
    page.wait_for_function("() => window.printed > 0", timeout=60_000)
    ground = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    for paper, size in PAPERS.items():
        pdf = printed(page, paper, tmp_path / f"{paper}.pdf")
        for sheet in pdf.pages:
            assert (sheet.mediabox.width, sheet.mediabox.height) == pytest.approx(size, abs=1.5)
        text = text_of(pdf)
        assert [row for row in expected if row not in text] == []
        for said in ("2026 Q2 (Apr 2026 – Jun 2026)", "as of 30 Sep 2026", words.CONFIDENTIAL,
                     shell_words.HOW_COUNTED, builds.current(data / "builds").name):  # fmt: skip
            assert "".join(said.split()) in text, said
        assert [word for word in CONTROLS if "".join(word.split()) in text] == []
    assert page.evaluate("window.printed") == 1


def sheets_of_every_agency(data: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Agency → its summary as the screen draws it."""
    monkeypatch.setattr(settings, "BUILDS", data / "builds")
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    app = app.switch_page("partnership_summary.py").run()
    # The busiest, which fill their page most, in every run; all of them in the long one.
    names = app.selectbox(key="partner").options if IS_FULL else BUSIEST
    return {name: sheet_of(app.selectbox(key="partner").select(name).run()) for name in names}


def sheet_of(app: AppTest) -> str:
    assert not app.exception and not app.error
    (found,) = [e.proto.body for e in app.get("html") if "<article" in e.proto.body]
    return str(found)


def test_the_summary_of_every_agency_is_exactly_one_page_on_either_paper(
    dashboard: str, data: Path, dark: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_in(dark, f"{dashboard}/partnership_summary?partner=Harbour&view=print")
    dark.wait_for_function("() => window.printed > 0", timeout=60_000)
    for paper in PAPERS:
        assert len(printed(dark, paper, tmp_path / "one.pdf").pages) == 1, paper
    # Every other agency's sheet is set into the same window, one after the other.
    sheets = sheets_of_every_agency(data, monkeypatch)
    assert len(sheets) == (12 if IS_FULL else len(BUSIEST))
    dark.evaluate(
        "html => { document.querySelector('article.sheet').outerHTML = html }",
        "".join(sheets.values()).replace(
            "</article><article", f"</article><article {ON_NEXT_PAGE}"
        ),
    )
    assert dark.evaluate(SMALLEST_LETTERS) >= 12, "9 pt are 12 px"
    for paper in PAPERS:
        pages = [page.extract_text() for page in printed(dark, paper, tmp_path / "all.pdf").pages]
        assert len(pages) == len(sheets)
        for name, page in zip(sheets, pages, strict=True):
            assert f"Partnership with {name}" in page and "Made with" in page, (name, paper)


FULL = {
    "terms": {name: "\n".join(["Speaks Dutch and English, and reads SQL"] * 17)[:500]
              for name in ("must_haves", "market_facts")},
    "facts": dict.fromkeys(PAPER_FACTS, "30 Sep 2026")
    | dict.fromkeys(("search", "place"), "Principal Electronics Engineer, Automotive, S-0289"),
    "attendees": dict.fromkeys(PARTIES, "someone.with.a.long.name@agency.example"),
    "roles": dict.fromkeys(TASKS, "business_leader"),
    "targets": dict.fromkeys(MEASURES, ("0.4", "0.9")),
}  # fmt: skip

HALF = {name: "\n".join(["Speaks Dutch"] * 20)[:240] for name in ("must_haves", "market_facts")}


def test_the_kickoff_sheet_is_one_page_blank_and_full_on_either_paper(
    dashboard: str, dark: Page, tmp_path: Path
) -> None:
    dark.goto(f"{dashboard}/kickoff_sheet?partner=Harbour&view=print")
    dark.wait_for_function("() => window.printed > 0", timeout=60_000)
    full = html_of("Kickoff", **FULL, foot="Foot " * 60)
    half = html_of("Kickoff", terms=HALF, foot="Foot " * 60)
    for html in (html_of("Kickoff", foot="Confidential"), half, full):
        dark.evaluate("html => { document.querySelector('article.sheet').outerHTML = html }", html)
        for paper in PAPERS:
            pdf = printed(dark, paper, tmp_path / "kickoff.pdf")
            assert len(pdf.pages) == 1, (paper, html)
        assert dark.evaluate(SMALLEST_LETTERS) >= 12, "9 pt are 12 px"
