"""Reviews of the sample in each format: all of the review is in the file, nobody else is in it, and
nothing overflows.

That each number of a review is the `metric` command's is proved in test_review.py.
"""

import re
from io import BytesIO

import pytest
from how_many import seeds
from openpyxl import Workbook, load_workbook
from overflow import overflows
from review_reading import (
    deck_of,
    inside,
    lacking_in_deck,
    lacking_in_pdf,
    lacking_in_workbook,
    pdf_text,
    squeezed,
)
from screen_builds import made_once

from partnership import published
from partnership.periods import Quarter
from partnership.published import Build
from partnership.review.cases import cases_of
from partnership.review.composed import review_of
from partnership.review.model import Review
from partnership.review.pdf import pages
from partnership.review.pptx import deck
from partnership.review.saying import plain
from partnership.review.source import about
from partnership.review.xlsx import workbook
from partnership.review.xlsx_figures import title

# One agency a format in every run, each with another quarter, edition and wording; all by
# `make reliability`.
CASES = [
    (f"A-{1 + (7 * n) % 12:02}", Quarter(2025, 4).plus(n // 12), ("hr", "agency")[n % 2], wording)
    for n in range(48)
    for wording in (("neutral", "direct")[(n // 2) % 2],)
]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The sample's."""
    return published.current(made_once("sample", tmp_path_factory.getbasetemp()))


def review(build: Build, at: int) -> Review:
    """As the files say it: each text in one line."""
    agency, quarter, edition, wording = CASES[at]
    return plain(review_of(build, agency, quarter, edition, wording))  # type: ignore[arg-type]


def of_others(told: Review, build: Build) -> list[str]:
    """Names and ids of all agencies but the review's own."""
    known = about(build).agencies.items()
    return [text for key, name in known if key != told.agency_id for text in (key, name)]


def names_in(content: bytes, words: list[str]) -> list[str]:
    """Which of these words stand anywhere in the parts of a file of Office."""
    whole = b"\n".join(inside(content).values()).decode("utf-8", "replace")
    return [word for word in words if re.search(rf"\b{re.escape(word)}\b", whole)]


@pytest.mark.parametrize("at", seeds(1, len(CASES)))
def test_slides_hold_all_of_the_review_and_nothing_overflows(at: int, build: Build) -> None:
    told = review(build, at)
    made = deck(told)
    assert lacking_in_deck(told, made) == []
    assert overflows(deck_of(made)) == []
    assert names_in(made, [told.agency, *of_others(told, build)]) == [told.agency]


@pytest.mark.parametrize("at", [(at + 17) % 48 for at in seeds(1, len(CASES))])
def test_a_pdf_file_holds_all_of_the_review(at: int, build: Build) -> None:
    told = review(build, at)
    made = pages(told)
    assert lacking_in_pdf(told, made) == []
    assert [word for word in of_others(told, build) if squeezed(word) in pdf_text(made)] == []


@pytest.mark.parametrize("at", [(at + 31) % 48 for at in seeds(1, len(CASES))])
def test_a_workbook_holds_all_of_the_review(at: int, build: Build) -> None:
    told = review(build, at)
    made = workbook(told, cases_of(build, told.agency_id, CASES[at][1]))
    assert lacking_in_workbook(told, made) == []
    assert names_in(made, [told.agency, *of_others(told, build)]) == [told.agency]
    assert_reads_well(load_workbook(BytesIO(made)), told)


def assert_reads_well(book: Workbook, told: Review) -> None:
    """Each line of a measure says whose it is, of what and when; counts are no percentages."""
    found = {figure.metric for slide in told.slides for figure in slide.figures}
    assert [title(metric) for metric in found if len(title(metric)) > 31] == []
    sheets = [sheet for sheet in book if sheet["B1"].value == "Measure"]
    assert len(sheets) == len(found)
    for sheet in sheets:
        heads = [str(cell.value) for cell in sheet[1]]
        assert len(set(heads)) == len(heads), "each column by a name of its own"
        lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        until = heads.index("To (included)")
        assert len({tuple(line[: until + 1]) for line in lines}) == len(lines) or "Opening" in heads
        for row in sheet.iter_rows(min_row=2):
            assert row[0].value == told.agency and row[1].value and row[until].value
            assert not re.search(r"[a-z]_[a-z]", " ".join(str(cell.value) for cell in row))
            shares = [cell.value for cell in row if "%" in cell.number_format]
            assert all(0 <= share <= 1 for share in shares)
    # An agency that had hardly begun has no score yet.
    scores = [sheet for sheet in sheets if sheet.title == "Score of each side"]
    assert len(scores) == ("scorecard" in found)
    assert not [c for sheet in scores for row in sheet for c in row if "%" in c.number_format]
    for lines in (sheet for sheet in sheets if sheet.title == "The lines of both sides"):
        heads = [str(cell.value) for cell in lines[1]]
        assert all("%" in lines[2][heads.index(name)].number_format for name in ("Floor", "Target"))
