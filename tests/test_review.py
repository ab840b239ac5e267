"""The quarterly review: its numbers are the command line's, its words respect ranges and n."""

import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from how_many import seeds
from screen_builds import made_once

from partnership import published
from partnership.__main__ import main
from partnership.periods import Quarter
from partnership.published import Build
from partnership.review.composed import KEYS, composed
from partnership.review.kept import NOTHING_KEPT
from partnership.review.model import Figure, Review
from partnership.review.source import about

AGENCIES = [f"A-{number:02}" for number in range(1, 13)]
QUARTERS = [Quarter(2025, 4), Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3)]
# Every agency and every quarter of the sample by `make reliability`; every run takes some, the
# agency of nine submissions among them.
PAIRS = [(a, q) for q in QUARTERS for a in AGENCIES]
PAIRS.sort(key=lambda pair: (AGENCIES.index(pair[0]) + 9 + 3 * QUARTERS.index(pair[1])) % 12)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The sample's."""
    return published.current(made_once("sample", tmp_path_factory.getbasetemp()))


def asked_again(
    figures: list[Figure], builds: Path, agency: str, capsys: pytest.CaptureFixture[str]
) -> list[dict[str, Any]]:
    """The rows that the command prints for the metric, period and grouping of these figures."""
    one = figures[0]
    words = ["metric", one.metric, "--agency", agency, "--builds", str(builds), "--format", "json"]
    words += ["--reader", f"agency:{agency}"]
    words += ["--from", str(one.period_start)] if one.period_start else []
    words += ["--to", str(one.period_end)] if one.period_end else []
    words += ["--by", one.by] if one.by else []
    assert main(words) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def spelled(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("at", seeds(1, len(PAIRS)))
def test_every_number_is_what_the_metric_command_says(
    at: int, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    agency, quarter = PAIRS[at]
    review = composed(build, agency, quarter, "hr", "neutral", NOTHING_KEPT)
    asked: dict[Any, list[Figure]] = defaultdict(list)
    for figure in {figure for slide in review.slides for figure in slide.figures}:
        asked[figure.metric, figure.by, figure.period_start, figure.period_end].append(figure)
    assert asked  # few of an agency that had not begun yet
    for figures in asked.values():
        rows = asked_again(figures, build.path.parent, agency, capsys)
        for figure in figures:
            found = [row for row in rows if is_of(row, figure)]
            assert [row[figure.column] for row in found] == [spelled(figure.value)], figure


def is_of(row: dict[str, Any], figure: Figure) -> bool:
    """Whether a row of the command is the one that the figure stands in."""
    is_grouped_so = figure.by is None or row["group"] == figure.group
    return is_grouped_so and all(row[name] == spelled(value) for name, value in figure.where)


@pytest.fixture(scope="module")
def review(build: Build) -> Review:
    """Of the agency that sends much, HR's edition."""
    return composed(build, "A-02", QUARTERS[-1], "hr", "neutral", NOTHING_KEPT)


def test_the_slides_stand_in_the_order_that_never_changes(review: Review) -> None:
    assert tuple(slide.key for slide in review.slides)[:6] == KEYS
    assert all(slide.in_appendix for slide in review.slides[6:])
    assert (review.quarter, review.agency, review.company) == (
        "2026Q3",
        "Harbour",
        "Fennholt Instruments",
    )


def test_both_editions_share_their_figures(build: Build, review: Review) -> None:
    theirs = composed(build, "A-02", QUARTERS[-1], "agency", "direct", NOTHING_KEPT)
    for own, other in zip(review.slides, theirs.slides, strict=True):
        assert (own.key, set(own.figures)) == (other.key, set(other.figures))
        assert (own.chart, own.basis) == (other.chart, other.basis)


def test_no_headline_is_broken_twice(build: Build, review: Review) -> None:
    theirs = composed(build, "A-02", QUARTERS[-1], "agency", "direct", NOTHING_KEPT)
    for told in (review, theirs):
        assert [slide.headline for slide in told.slides if slide.headline.count(":") > 1] == []


def test_a_slide_is_about_the_same_cases_in_headline_chart_table_and_basis(review: Review) -> None:
    """What Harbour sent in four quarters, and its offers of them, counted in the sample."""
    slide = next(slide for slide in review.slides if slide.key == "submissions_and_offers")
    assert slide.chart and slide.table
    sent, offers = ([v for v in series.values if v is not None] for series in slide.chart.series)
    assert (sent, offers) == ([470, 115, 118], [28, 23, 18])
    assert "115 of 470" in slide.headline and slide.basis.startswith("Four quarters: 470 sub")
    assert [row[1].split()[-1] for row in slide.table.rows] == ["470", "28", "27"]


def test_a_name_has_the_number_of_the_screen_that_its_slide_names(review: Review) -> None:
    """Reply times counts feedback after interviews by a rule of its own, the scorecard another."""
    slide = next(slide for slide in review.slides if slide.key == "speed")
    assert slide.table and "Reply times" in slide.source
    (told,) = (row for row in slide.table.rows if row[0] == "Feedback after interviews (HR)")
    start = date(2025, 10, 1)
    found = {f.column: f.value for f in slide.figures
             if f.metric == "interview_feedback" and f.period_start == start}  # fmt: skip
    assert told[1] == f"{100 * found['on_time_rate']:.0f}\u00a0% of {found['evaluable']}"
    assert not [f for f in slide.figures if ("line", "interview_feedback.on_time_rate") in f.where]
    # The table says floor and target, so that a headline that names either is seen there.
    assert slide.table.headings[-1] == "Floor / target" and told[-1] == "50 / 90\u00a0%"


def test_no_other_agency_stands_in_it(build: Build, review: Review) -> None:
    others = set(about(build).agencies.values()) - {"Harbour"}
    assert not [name for name in others if name in repr(review)]
