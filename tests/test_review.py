"""The quarterly review: its numbers are the command line's, its words respect ranges and n."""

import json
import re
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from how_many import IS_FULL
from screen_builds import made_once

from partnership import published, queries
from partnership.__main__ import main
from partnership.filters import Filters
from partnership.labels import metrics as definitions
from partnership.periods import Quarter
from partnership.published import Build
from partnership.readers import HR_FILE
from partnership.review.asked import plain
from partnership.review.composed import KEYS, composed
from partnership.review.kept import NOTHING_KEPT
from partnership.review.model import Figure, Review
from partnership.review.source import about, reading

AGENCIES = [f"A-{number:02}" for number in range(1, 13)]
QUARTERS = [Quarter(2025, 4), Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3)]


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


def questions(review: Review) -> list[list[Figure]]:
    """The figures of a review, those together that one answer holds."""
    asked: dict[Any, list[Figure]] = defaultdict(list)
    for figure in {figure for slide in review.slides for figure in slide.figures}:
        asked[figure.metric, figure.by, figure.period_start, figure.period_end].append(figure)
    return list(asked.values())


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> dict[Any, pd.DataFrame]:
    """The answers of one agency's file: a question that is asked again in the same words is not
    worked out twice. The same file answers it the same way."""
    answers: dict[Any, pd.DataFrame] = {}
    answer = queries.metric_rows

    def metric_rows(connection: Any, *asked: Any, **more: Any) -> pd.DataFrame:
        key = (*asked, *sorted(more.items()))
        if key not in answers:
            answers[key] = answer(connection, *asked, **more)
        return answers[key]

    monkeypatch.setattr(queries, "metric_rows", metric_rows)
    return answers


# All of them in every run; `make reliability` asks the command of each agency, too.
@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("agency", AGENCIES)
def test_every_number_is_its_metrics(agency: str, build: Build) -> None:
    """Asked for as each figure says that it is asked for."""
    with reading(build, agency) as connection:
        for quarter in QUARTERS:
            review = composed(build, agency, quarter, "hr", "neutral", NOTHING_KEPT)
            asked = questions(review)
            # A quarter before an agency had begun has hardly a figure.
            assert len(asked) > 10 or quarter != QUARTERS[-1]
            for figures in asked:
                one = figures[0]
                # What is so on the day of the figures belongs to the latest review alone.
                assert one.period_end or quarter == QUARTERS[-1], one
                of = Filters(one.period_start, one.period_end, agencies=(agency,))
                rows = queries.metric_rows(connection, one.metric, of, by=one.by, folder="metrics")
                assert_same(figures, rows.to_dict("records"), plain)


@pytest.mark.parametrize("agency", AGENCIES if IS_FULL else ["A-02"])
def test_the_metric_command_says_the_same(
    agency: str, build: Build, review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    told = review
    if agency != review.agency_id:
        told = composed(build, agency, QUARTERS[-1], "hr", "neutral", NOTHING_KEPT)
    for figures in questions(told):
        assert_same(figures, asked_again(figures, build.path.parent, agency, capsys), spelled)


def assert_same(figures: list[Figure], rows: list[Any], cell: Callable[[Any], Any]) -> None:
    for figure in figures:
        found = [row for row in rows if is_of(row, figure, cell)]
        assert [cell(row[figure.column]) for row in found] == [cell(figure.value)], figure


def is_of(row: dict[str, Any], figure: Figure, cell: Callable[[Any], Any]) -> bool:
    """Whether a row is the one that the figure stands in."""
    is_grouped_so = figure.by is None or row["group"] == figure.group
    return is_grouped_so and all(cell(row[name]) == cell(value) for name, value in figure.where)


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


FILLED = re.compile(r"filled by day 60(?!, \d+ of them by Harbour)")


def test_both_editions_share_their_figures(build: Build, review: Review) -> None:
    theirs = composed(build, "A-02", QUARTERS[-1], "agency", "direct", NOTHING_KEPT)
    for told in (review, theirs):
        said = [f"{slide.headline} {slide.table}" for slide in told.slides[:6]]
        assert [text for text in said if FILLED.search(text)] == [], "by whom?"
        assert any("of these, by Harbour" in text for text in said)
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


def test_the_same_name_is_the_same_number_on_every_slide(review: Review) -> None:
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for slide in review.slides:
        for row in slide.table.rows if slide.table else ():
            for heading, cell in zip(slide.table.headings, row, strict=True):
                if heading in ("Four quarters", "2026 Q3"):
                    named = next(n for h, n in zip(slide.table.headings, row, strict=True)
                                 if h in ("Measure", "Line", "Weakest lines"))  # fmt: skip
                    told[named.split(" (")[0], heading].add(cell)
    assert len(told) > 30 and ("Profiles answered in time", "Four quarters") in told
    assert {key: cells for key, cells in told.items() if len(cells) > 1} == {}


def test_the_scores_of_the_headline_are_the_bars(review: Review) -> None:
    slide = next(slide for slide in review.slides if slide.key == "both_sides")
    assert slide.chart and slide.table and slide.chart.target == 100
    for bar, series in zip(slide.chart.categories[:2], slide.chart.series, strict=False):
        (score,) = (value for value in series.values if value is not None)
        low_to_high = bar.partition("likely ")[2]
        assert bar.startswith(series.name) and f"{score:.0f} ({low_to_high}" in slide.headline
    assert {row[0] for row in slide.table.rows} == {"HR", "Harbour", "Both"}


def test_a_name_has_the_number_of_the_screen_that_its_slide_names(review: Review) -> None:
    """Reply times counts feedback after interviews by a rule of its own, the scorecard another."""
    slide = next(slide for slide in review.slides if slide.key == "speed")
    assert slide.table and "Reply times" in slide.source
    (told,) = (row for row in slide.table.rows if row[0] == "Feedback or a next step (HR)")
    start = date(2025, 10, 1)
    found = {f.column: f.value for f in slide.figures
             if f.metric == "interview_feedback" and f.period_start == start}  # fmt: skip
    assert told[1] == f"{100 * found['on_time_rate']:.0f}\u00a0% of {found['evaluable']}"
    assert not [f for f in slide.figures if ("line", "interview_feedback.on_time_rate") in f.where]
    # The table says floor and target, so that a headline that names either is seen there.
    assert slide.table.headings[-1] == "Floor / target" and told[-1] == "50 / 90\u00a0%"


def slide_of(review: Review, key: str) -> Any:
    return next(slide for slide in review.slides if slide.key == key)


def test_how_many_will_be_filled_has_the_range_of_each_ones_chance(review: Review) -> None:
    slide = slide_of(review, "next_quarter")
    said = r"of the (\d+) with a forecast, about (\d+) .*\(likely (\d+) to (\d+)\)"
    told = re.search(said, slide.headline)
    assert told, slide.headline
    forecasts, expected, low, high = map(int, told.groups())
    assert 0 <= low < expected < high <= forecasts
    assert "nine of ten" in slide.definition


def test_a_count_of_lines_says_what_it_counts(review: Review) -> None:
    slide = slide_of(review, "lines")
    past = [row[-1] for row in slide.table.rows if row[-1][0] in "▼▲"]
    worse = "worse than their floor or limit" if "▲" in str(past) else "short of their floor"
    assert slide.headline.endswith(f", {len(past) or 'none'} clearly {worse}.")


def test_two_shares_with_one_limit_have_two_names(review: Review) -> None:
    names = [row[0] for row in slide_of(review, "submissions_and_offers").table.rows]
    assert names[0] == "Redundant, by anybody"
    assert "Redundant, by Harbour alone" in [row[1] for row in slide_of(review, "lines").table.rows]


def test_each_share_of_a_slide_has_its_rule_in_its_notes(review: Review) -> None:
    slide = slide_of(review, "speed")
    for name in ("feedback_latency", "interview_feedback", "first_candidate", "request_replies"):
        assert f"{definitions.of(name).title.split('[')[0]}" in slide.definition


OPEN_THEN = """
select count(*), count(*) filter (where filled_by_agency_id = 'A-06')
from marts.opening
inner join marts.brief using (search_id)
where
    agency_id = 'A-06' and briefed_on < '2026-07-01' and opened_on < '2026-07-01'
    and (ended_on is null or ended_on >= '2026-07-01') and not is_excluded
"""


def test_an_earlier_review_says_what_was_so_when_its_quarter_ended(build: Build) -> None:
    earlier = composed(build, "A-06", QUARTERS[2], "hr", "neutral", NOTHING_KEPT)
    slides = {slide.key: slide for slide in earlier.slides}
    with closing(queries.opened(build.path / HR_FILE)) as hr:
        ((were_open, filled),) = hr.execute(OPEN_THEN).fetchall()
    then = slides["next_quarter"]
    assert then.table and then.table.headings[0] == "Open on 30 Jun 2026"
    assert len(then.table.rows) == were_open > 5
    assert sum(row[-1].startswith("filled by Pellworth") for row in then.table.rows) == filled
    assert then.headline.startswith(f"{were_open} openings were open on 30 Jun 2026; ")
    assert then.headline.endswith(f", {filled} by Pellworth.")
    # No chance and nothing that waits; promises that fell due in the quarter that followed.
    assert "%" not in repr(then.table) and "is known for 30 Sep 2026 alone" in then.points[0]
    promises = then.points[1:]
    assert promises and all(re.search(r", by \d+.(Jul|Aug|Sep).2026: ", p) for p in promises)
    # Raised on 25 Jun 2026 and settled on 28 Jul.
    dispute = slides["where_we_disagree"]
    assert dispute.table and [row[3] for row in dispute.table.rows] == ["25 Jun 2026"]
    assert dispute.headline.startswith("1 dispute was open on 30 Jun 2026; ")


def test_no_other_agency_stands_in_it(build: Build, review: Review) -> None:
    others = set(about(build).agencies.values()) - {"Harbour"}
    assert not [name for name in others if name in repr(review)]
