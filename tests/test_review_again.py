"""A review after the one before it: promises of every kind, and figures that came late."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from review_worlds import QUARTER, told_twice

from partnership import published
from partnership.__main__ import main
from partnership.published import Build
from partnership.review import saved
from partnership.review.composed import composed
from partnership.review.kept import NOTHING_KEPT, Kept
from partnership.review.model import Slide
from partnership.review.shelf import HrsShelf
from partnership.review.source import about


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two builds and the records between: the second quarter's review was handed out on the first
    figures, by the command, in HR's edition."""
    folder = tmp_path_factory.mktemp("told twice")
    told_twice(folder, late=False)
    where = ["--builds", str(folder / "builds"), "--records", str(folder / "records")]
    one = ["review", "--agency", "A1", "--quarter", "2026Q2", "--keep", *where]
    assert main([*one, "--out", str(folder / "then.xlsx")]) == 0
    told_twice(folder, late=True)
    return folder


@pytest.fixture(scope="module")
def build(folder: Path) -> Build:
    return published.current(folder / "builds")


def promises(build: Build, edition: Any = "hr", tone: Any = "neutral", **kept: Any) -> Slide:
    review = composed(build, "A1", QUARTER, edition, tone, Kept(**kept), appendix=())
    return next(slide for slide in review.slides if slide.key == "promises")


def test_late_figures_are_said_beside_those_presented(folder: Path, build: Build) -> None:
    shelf = HrsShelf(folder / "records", build)
    for edition in ("hr", "agency"):
        kept = saved.kept_for(shelf, about(build), "A1", QUARTER, edition)  # type: ignore[arg-type]
        assert kept.last is not None and kept.last.build != build.name
        said = promises(build, edition, last=kept.last).points
        assert said == (
            "Redundant, by anybody: presented as 0 of 3, now 0 of 4 (1 submission more known now)",
            "Profiles answered in time: presented as 2 of 3, now 4 of 4 "
            "(1 profile due more known now, and outcomes corrected since)",
        )

    then = composed(build, "A1", QUARTER.plus(-1), "hr", "neutral", NOTHING_KEPT, appendix=())
    (said_now,) = promises(build, last=then).points
    assert said_now == "3 shares of the slides of 2026 Q2 compared: none reads otherwise now."
    more = replace(then, slides=tuple(corrected(slide) for slide in then.slides))
    (said_now,) = promises(build, last=more).points
    assert "presented as 3 of 4, now 4 of 4 (outcomes corrected since)" in said_now


def corrected(slide: Slide) -> Slide:
    """The slide with one answer less in time than the figures know."""
    values = {"on_time": 3, "on_time_rate": 0.75, "k": 3, "rate": 0.75}
    figures = tuple(
        replace(f, value=values[f.column])
        if f.value in (4, 1.0) and f.column in values and "feedback" in f"{f.metric}{f.where}"
        else f
        for f in slide.figures
    )
    return replace(slide, figures=figures)


def test_headline_table_and_number_speak_of_the_same_promises(build: Build) -> None:
    slide = promises(build)
    assert slide.headline == (
        "Of what was promised for 2026 Q3, Harbour kept 0 of 2 in time, HR kept 1 of 2 in time; "
        "still open from before: 1 by HR."
    )
    assert slide.message == "Due in 2026 Q3: 1 kept, 1 kept late, 1 dropped, 1 still open."
    assert slide.basis == (
        "Due in 2026 Q3: Harbour 2, HR 2; older and still open: HR 1; listed, not counted yet: 1."
    )
    direct = promises(build, tone="direct")
    assert direct.headline.startswith(
        "Past their day and still open: 1 by HR and, from before, 1 by HR; "
    )
    assert (direct.basis, direct.table) == (slide.basis, slide.table)
    assert slide.table is not None
    assert [(row[0], row[3].replace("\u00a0", " ")) for row in slide.table.rows] == [
        ("Promise T5", "▼ open, 133 days late"),
        ("Promise T1", "● kept, 19 Aug 2026"),
        ("Promise T2", "▼ open, 41 days late"),
        ("Promise T3", "◐ kept late, 27 Aug 2026"),
        ("Promise T4", "○ dropped, 20 Aug 2026"),
        ("Promise T7", "not due yet"),
    ]


def test_what_was_typed_since_stands_in_the_table_and_is_counted_later(build: Build) -> None:
    def typed(key: str, due: str, dropped: str = "") -> dict[str, str]:
        about = {"agency_id": "A1", "owner": "hr", "made_on": "2026-07-01", "text": f"new {key}"}
        return about | {"commitment_id": key, "due_on": due} | {
            "closed_on": "", "dropped_on": dropped,
        }  # fmt: skip

    slide = promises(
        build,
        promises=(
            typed("T2", "2026-08-20", "2026-10-02"),
            typed("T5", "2026-11-30"),
            typed("T9", "2026-09-10"),
        ),
    )
    assert slide.headline == promises(build).headline
    assert slide.basis.endswith(
        "listed, not counted yet: 2; ended or moved after these figures, counted as open: 2."
    )
    assert slide.table is not None
    states = {row[0]: row[3].replace("\u00a0", " ") for row in slide.table.rows}
    assert states["New T2"] == "○ dropped, 2 Oct 2026 (entered after these figures)"
    assert states["New T5"] == "moved to 30 Nov 2026 (entered after these figures)"
    assert states["New T9"] == "▼ open, 20 days late (entered after these figures)"
