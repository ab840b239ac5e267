"""Reviews of the sample in each format: what the review says is in the file, and nothing overflows.

That each number of a review is the `metric` command's is proved in test_review.py.
"""

import pytest
from how_many import seeds
from overflow import overflows
from review_reading import deck_of, lacking_in_deck, lacking_in_pdf, lacking_in_workbook
from screen_builds import made_once

from partnership import published
from partnership.periods import Quarter
from partnership.published import Build
from partnership.review.composed import review_of
from partnership.review.model import Review
from partnership.review.pdf import pages
from partnership.review.pptx import deck
from partnership.review.saying import plain
from partnership.review.xlsx import workbook

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


@pytest.mark.parametrize("at", seeds(1, len(CASES)))
def test_slides_hold_all_of_the_review_and_nothing_overflows(at: int, build: Build) -> None:
    told = review(build, at)
    made = deck(told)
    assert lacking_in_deck(told, made) == []
    assert overflows(deck_of(made)) == []


@pytest.mark.parametrize("at", [(at + 17) % 48 for at in seeds(1, len(CASES))])
def test_a_pdf_file_holds_all_of_the_review(at: int, build: Build) -> None:
    told = review(build, at)
    assert lacking_in_pdf(told, pages(told)) == []


@pytest.mark.parametrize("at", [(at + 31) % 48 for at in seeds(1, len(CASES))])
def test_a_workbook_holds_all_of_the_review(at: int, build: Build) -> None:
    told = review(build, at)
    assert lacking_in_workbook(told, workbook(told)) == []
