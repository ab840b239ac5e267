"""Reviews that were handed out: kept without names, opened as they were, held against what is known
now; the command that writes them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from review_worlds import QUARTER, made

from partnership import records
from partnership.__main__ import main
from partnership.entries import AgencysRecords
from partnership.errors import NoAccess, WrongText
from partnership.published import Build
from partnership.review import saved, texts
from partnership.review.composed import APPENDIX_KEYS, composed
from partnership.review.kept import NOTHING_KEPT, Kept
from partnership.review.model import Review
from partnership.review.shelf import HrsShelf
from partnership.review.source import about

LAST = QUARTER.plus(-1)
KEY = {"agency_id": "A1", "quarter": "2026Q3", "edition": "hr", "slide": "speed"}


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return made("three profiles", tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def with_offers(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return made("all late", tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def last(build: Build) -> Review:
    """The review of the quarter before, as these figures know it."""
    return composed(build, "A1", LAST, "hr", "neutral", NOTHING_KEPT, appendix=())


@pytest.fixture
def shelf(tmp_path: Path, build: Build) -> HrsShelf:
    return HrsShelf(tmp_path / "records", build)


def kept(shelf: HrsShelf, build: Build, edition: Any = "hr") -> Kept:
    return saved.kept_for(shelf, about(build), "A1", QUARTER, edition)


def test_a_review_is_opened_again_as_it_was_and_names_nobody(
    shelf: HrsShelf, build: Build, last: Review
) -> None:
    saved.save(shelf, last, "pdf", by="Ann")
    again = saved.handed_out(shelf, "A1", "Harbour", "2026Q2", "hr")
    assert again is not None and again.build == last.build
    for then, now in zip(last.slides, again.slides, strict=True):
        assert replace(now, figures=()) == replace(then, figures=())
        assert set(now.figures) == set(then.figures)
    text = (shelf.folder / "reviews.csv").read_text(encoding="utf-8")
    assert "Harbour" not in text and "Quay" not in text and "Zebra" not in text


def test_the_same_review_is_kept_once(shelf: HrsShelf, last: Review) -> None:
    saved.save(shelf, last, "pptx", by="Ann")
    saved.save(shelf, last, "pdf", by="Bo")
    assert len(records.read(shelf.folder, "reviews")) == len(last.slides)
    # In which formats it went out, and by whom, is known all the same.
    handed_out = saved.formats_of(shelf, "A1", last.quarter, "hr")
    assert [(form, text.by, text.text) for form, text in handed_out] == [
        ("pptx", "Ann", last.build),
        ("pdf", "Bo", last.build),
    ]


def test_ticks_of_the_appendix_are_kept_for_one_review(shelf: HrsShelf, build: Build) -> None:
    about_it = {"agency_id": "A1", "quarter": "2026Q3", "edition": "hr"}
    usual = ("definitions",)
    for slides in (["offers", "hires"], []):
        saved.tick(shelf, about_it, slides, by="Ann")
        chosen = saved.ticked(shelf, "A1", "2026Q3", "hr", usual)
        assert [slide for slide in APPENDIX_KEYS if slide in chosen] == slides
    assert saved.ticked(shelf, "A1", "2026Q3", "agency", usual) == usual
    assert kept(shelf, build).texts == {}


def presented(last: Review, **values: Any) -> Review:
    """The last review with other values of the four quarters' acceptance than are known now."""

    def otherwise(slide: Any) -> Any:
        figures = tuple(
            replace(f, value=values[f.column])
            if f.metric == "offer_outcomes"
            and f.by is None
            and f.period_end == LAST.end
            and (f.period_end - f.period_start).days > 360  # type: ignore[operator]
            and f.column in values
            else f
            for f in slide.figures
        )
        return replace(slide, figures=figures)

    return replace(last, slides=tuple(otherwise(slide) for slide in last.slides))


def test_what_was_presented_is_said_beside_what_is_known_now(with_offers: Build) -> None:
    build = with_offers
    last = composed(build, "A1", LAST, "hr", "neutral", NOTHING_KEPT, appendix=())
    assert points(build, last) == [
        "2 shares of the slides of 2026 Q2 compared: none reads otherwise now."
    ]
    before = presented(last, accepted=1, answered=1, acceptance_rate=1.0)
    # Then one of one was accepted; two more have been answered since.
    assert points(build, before) == [
        "Offers accepted: presented as 1 of 1, now 2 of 3 (2 answered offers more known now)"
    ]
    other = presented(last, accepted=3, answered=3, acceptance_rate=1.0)
    assert "now 2 of 3 (outcomes corrected since)" in points(build, other)[0]


def points(build: Build, last: Review) -> list[str]:
    kept = Kept(last=last)
    review = composed(build, "A1", QUARTER, "agency", "neutral", kept, appendix=())
    return list(next(slide for slide in review.slides if slide.key == "promises").points)


def test_a_text_is_kept_taken_back_and_of_its_own_side(shelf: HrsShelf, build: Build) -> None:
    key = KEY | {"part": texts.HEADLINE}
    saved.write_text(shelf, key, "Sooner!", against="then", by="Ann", others=["Quay"])
    assert kept(shelf, build).texts["speed", texts.HEADLINE].text == "Sooner!"
    assert kept(shelf, build, "agency").texts == {}
    own = AgencysRecords(shelf.folder, "A1", dict)
    assert own.kept("review_texts") == []
    with pytest.raises(NoAccess):
        own.enter({"review_texts": [key | {"side": "hr", "text": "no"}]}, by="Bo")
    own.enter({"review_texts": [key | {"side": "agency", "text": "ours"}]}, by="Bo")
    assert [entry.values["text"] for entry in own.kept("review_texts")] == ["ours"]
    assert kept(shelf, build).texts["speed", texts.HEADLINE].text == "Sooner!"
    saved.write_text(shelf, key, "", against="then", by="Ann")
    assert kept(shelf, build).texts == {}


def test_no_text_and_no_new_promise_names_another_agency(shelf: HrsShelf, build: Build) -> None:
    with pytest.raises(WrongText):
        others = saved.others_of(about(build), "A1")
        key = KEY | {"part": texts.COMMENT}
        saved.write_text(shelf, key, "Better than quay.", against="", by="Ann", others=others)
    promise = {"agency_id": "A1", "owner": "hr", "made_on": "2026-09-01", "due_on": "2026-10-30"}
    shelf.enter({"commitments": [promise | {"text": "as Quay does"}]}, by="Ann")
    shelf.enter({"commitments": [promise | {"text": "answer sooner"}]}, by="Ann")
    assert sorted(entry["text"] for entry in kept(shelf, build).promises) == ["", "answer sooner"]


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(build: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`run("--agency", "A1", …)`: exit code, output and errors of the command."""

    def review(*words: str) -> tuple[int, str, str]:
        folders = ["--builds", str(build.path.parent), "--records", str(tmp_path / "records")]
        code = main(["review", *words, *folders])
        out, err = capsys.readouterr()
        return code, out, err

    return review


def test_the_command_writes_the_file_that_its_ending_names(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "harbour.xlsx"
    code, out, _ = run("--agency", "A1", "--quarter", "2026Q3", "--out", str(file), "--keep")
    assert (code, out.strip()) == (0, str(file))
    assert file.read_bytes()[:2] == b"PK"
    rows = records.read(tmp_path / "records", "reviews")
    assert {row["quarter"] for row in rows} == {"2026Q3"}


def test_all_writes_one_for_each_agency(run: Run, tmp_path: Path) -> None:
    code, out, _ = run(
        "--all", "--out", str(tmp_path / "decks"), *"--edition agency --format xlsx".split()
    )
    names = sorted(file.name for file in (tmp_path / "decks").iterdir())
    assert code == 0 and len(out.split()) == 2
    assert [name.rsplit("_", 1)[0] for name in names] == [
        "review_harbour_2026Q3_agency",
        "review_quay_2026Q3_agency",
    ]


@pytest.mark.parametrize(
    ("words", "exit_code", "said"),
    [
        (["--agency", "A9", "--out", "a.pptx"], 1, "These figures know: A1 (Harbour), A2 (Quay)."),
        (["--agency", "A1", "--quarter", "2026Q4", "--out", "a.pptx"], 1, "They are: 2026Q3"),
        (["--agency", "A1", "--out", "a.doc"], 2, ".pptx, .pdf, .xlsx"),
        (["--agency", "A1", "--out", "a.pdf", "--template", "a.pptx"], 2, "is for slides: end"),
        (["--agency", "A1", "--out", "a.pptx", "--format", "pdf"], 2, "says it: --out a.pdf."),
        (["--reader", "agency:A1", "--edition", "hr", "--out", "a.pdf"], 1, "those of Harbour"),
        (["--reader", "agency:A1", "--agency", "A2", "--out", "a.pdf"], 1, "know: A1 (Harbour)."),
        (["--reader", "agency:A1", "--keep", "--out", "a.pdf"], 2, "own machine"),
        (["--out", "a.pptx"], 2, "or write --all. These figures know: A1 (Harbour)"),
    ],
)
def test_what_is_refused_says_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: Any, exit_code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = run(*words)
    assert code == exit_code and said in err
    assert list(tmp_path.glob("*.pptx")) == []
