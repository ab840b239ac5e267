"""The Data screen: files in, questions answered, figures updated, and everything taken back."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from screen_builds import made_once
from small_export import SEARCHES, TABLES, write_export, write_table
from streamlit.testing.v1 import AppTest
from two_files import SEARCHES as JOBS
from two_files import candidates, with_undecidable_dates

from partnership import builds, entries, settings
from partnership.answers import Answers
from partnership.published import current

PAGES = Path(__file__).parent.parent / "pages"
AGENCIES = {"Acme GmbH": "Acme GmbH", "ACME": "Acme GmbH", "Best People": "Best People"}

Open = Callable[[], AppTest]


@pytest.fixture
def folder(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A data folder of its own, with figures in it that were made from elsewhere."""
    made = made_once("small export", tmp_path_factory.getbasetemp())
    copytree(made, tmp_path / "builds", ignore=ignore_patterns(".lock"))
    for name in ("BUILDS", "EXPORTS", "RECORDS"):
        monkeypatch.setattr(settings, name, tmp_path / name.lower())
    return tmp_path


@pytest.fixture
def screen(folder: Path) -> AppTest:
    """The Data screen on that folder."""
    app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
    return app.switch_page("data.py").run()


def add(app: AppTest, **files: str) -> None:
    """Drop files and press the button."""
    sent = [(f"{name}.csv", text.encode(), "text/csv") for name, text in files.items()]
    app.file_uploader(key="dropped files").set_value(sent)
    app.button(key="update").click().run()
    assert not app.exception


def said(app: AppTest) -> str:
    """Every message and all running text."""
    elements = (*app.success, *app.error, *app.warning, *app.info, *app.subheader, *app.markdown)
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def test_two_files_become_figures_once_it_is_said_who_is_an_agency(
    folder: Path, screen: AppTest
) -> None:
    add(screen, searches=JOBS, candidates=candidates())
    assert "Which sources are recruitment agencies?" in said(screen)
    assert "Not in the figures yet: candidates.csv, searches.csv" in said(screen)
    screen.button(key="asked answer agencies").click().run()
    assert "Tick the agencies, or say that there is no agency among them." in said(screen)
    for source in AGENCIES:
        screen.checkbox(key=f"asked is agency {source}").check()
    screen.run()
    assert screen.selectbox(key="asked agency of ACME").value == "Acme GmbH"
    screen.button(key="asked answer agencies").click().run()
    assert "The figures are up to date" in said(screen) and "14 rows used" in said(screen)
    assert current(folder / "builds").receipt["agencies"] == ["Acme GmbH", "Best People"]
    assert Answers.read(folder / "records").agencies == AGENCIES | {"Careers page": None}
    assert sorted(file.name for file in (folder / "exports").glob("*.csv")) == [
        "candidates.csv",
        "searches.csv",
    ]


def test_what_was_answered_is_not_asked_again_and_a_new_source_is_asked_about(
    folder: Path, screen: AppTest
) -> None:
    Answers(agencies=AGENCIES | {"Careers page": None}).write(folder / "records")
    add(screen, searches=JOBS, candidates=candidates((*AGENCIES, "Nieuw Talent")))
    assert "whether Nieuw Talent (3 rows) is an agency" in said(screen)
    assert "The figures are up to date" in said(screen)
    screen.checkbox(key="new is agency Nieuw Talent").check().run()
    screen.button(key="new answer agencies").click().run()
    assert "Nieuw Talent (3 rows)" not in said(screen)
    assert "Nieuw Talent" in current(folder / "builds").receipt["agencies"]


def test_undecidable_dates_are_asked_about_in_words_and_remembered(
    folder: Path, screen: AppTest
) -> None:
    Answers(agencies=AGENCIES | {"Careers page": None}).write(folder / "records")
    add(screen, searches=JOBS, candidates=with_undecidable_dates(candidates()))
    assert "How are the dates in candidates.csv written?" in said(screen)
    assert "received at holds" in said(screen)  # and not received_at
    question = screen.radio(key="answer date_order candidates.csv")
    assert question.options[0].startswith("the day comes first")
    screen.button(key="answer").click().run()
    assert "Choose one of the answers first." in said(screen)
    screen.radio(key="answer date_order candidates.csv").set_value("dmy")
    screen.button(key="answer").click().run()
    assert "The figures are up to date" in said(screen)
    assert Answers.read(folder / "records").date_order == {"candidates.csv": "dmy"}
    screen.button(key="forget date_order candidates.csv").click().run()
    assert Answers.read(folder / "records").date_order == {}


def test_files_of_other_names_and_headers_are_asked_about(folder: Path, screen: AppTest) -> None:
    Answers(agencies=AGENCIES | {"Careers page": None}).write(folder / "records")
    renamed = candidates().replace("Source", "Provenance")
    add(screen, **{"Jobs October": JOBS, "Bewerber": renamed})
    assert "What do these files hold?" in said(screen)
    assert screen.selectbox(key="holds Jobs October.csv").value == "searches"
    screen.selectbox(key="holds Bewerber.csv").set_value("candidates")
    screen.button(key="answer tables").click().run()
    assert "Which column of candidates holds “source”?" in said(screen)
    screen.radio(key="answer column candidates.source").set_value("provenance")
    screen.button(key="answer").click().run()
    assert "The figures are up to date" in said(screen)
    add(screen, Bewerber=renamed)
    assert "The figures are up to date" in said(screen)


def test_a_file_that_cannot_be_read_changes_nothing_and_can_be_left_out(
    folder: Path, screen: AppTest
) -> None:
    before = current(folder / "builds").name
    add(screen, searches="<!DOCTYPE html><html>Please log in</html>")
    assert "searches.csv is a web page or XML" in said(screen)
    assert current(folder / "builds").name == before
    screen.button(key="forget").click().run()
    assert "Left out." in said(screen) and "Not in the figures yet" not in said(screen)
    assert list((folder / "exports" / ".waiting").iterdir()) == []


def test_without_files_the_button_says_what_is_missing(screen: AppTest) -> None:
    screen.button(key="update").click().run()
    assert "Choose your files first" in said(screen)


def test_figures_from_elsewhere_say_so(folder: Path, screen: AppTest) -> None:
    assert "made on the command line" in said(screen) and "add all of them" in said(screen)
    write_export(folder / "exports")
    assert "Files kept" not in said(screen.run())
    assert "made on the command line" not in said(screen)  # the same files, put there by hand
    write_table(folder / "exports" / "searches.csv", SEARCHES[:1])
    assert "not made from the files kept here" in said(screen.run())


def test_earlier_figures_are_shown_again_on_every_screen(folder: Path, screen: AppTest) -> None:
    before = current(folder / "builds").name
    closed = [search | {"status": "cancelled"} for search in SEARCHES]
    write_export(folder / "exports", **(TABLES | {"searches": closed}))
    screen.button(key="update").click().run()
    after = current(folder / "builds").name
    assert before != after and "The figures are up to date" in said(screen)
    screen.button(key=f"go back {before}").click().run()
    assert "These figures are shown again." in said(screen)
    assert "not made from the files kept here" in said(screen)
    assert current(folder / "builds").name == before


def test_a_build_that_is_gone_is_an_error_and_no_blank_screen(
    folder: Path, screen: AppTest
) -> None:
    write_export(folder / "exports", searches=SEARCHES[:1])
    screen.button(key="update").click().run()
    first, shown = sorted(build.name for build in builds.all_builds(folder / "builds"))
    other = first if current(folder / "builds").name == shown else shown
    (folder / "builds" / other / "partnership.duckdb").write_bytes(b"damaged")
    screen.button(key=f"go back {other}").click().run()
    assert not screen.exception and "damaged" in screen.error[0].proto.title.lower()


def test_a_kept_file_can_be_taken_out(folder: Path, screen: AppTest) -> None:
    meetings = [{"meeting_id": "M1", "agency_id": "A1", "kind": "check_in"}]
    held = {"starts_at": "2026-02-01T09:00:00Z", "status": "held"}
    write_export(folder / "exports", meetings=[meetings[0] | held])
    screen.button(key="update").click().run()
    assert "meetings" in current(folder / "builds").receipt["tables"]
    screen.button(key="take out meetings.csv").click().run()
    assert "meetings.csv was taken out." in said(screen)
    assert not (folder / "exports" / "meetings.csv").exists()
    screen.button(key="take out submissions.csv").click().run()
    assert (folder / "exports" / "submissions.csv").exists()  # without it there are no figures
    assert screen.error


def test_two_records_just_judged_one_person_are_removed_together(
    folder: Path, screen: AppTest
) -> None:
    """C1 is Ann Zebra, C2 Bob Yak; no figure counts the verdict yet."""
    verdict = {"candidate_id_a": "C1", "candidate_id_b": "C2", "verdict": "same"}
    comment = {"side": "hr", "agency_id": "A1", "quarter": "2026Q3", "edition": "hr"}
    comment |= {"slide": "fill", "part": "comment", "text": "Yak was early, so was Ann Zebra"}
    typed = {"verdicts": [verdict], "review_texts": [comment]}
    entries.enter(folder / "records", typed, by="Ruth")
    screen.text_input(key="remove search 0").set_value("zebra").run()
    (choice,) = screen.radio(key="remove who 0 zebra").options
    assert choice.replace("\\", "").startswith("Ann Zebra · C1, C2 · ")
    assert "Texts of reviews, A1, 2026Q3: “… Yak was early" in said(screen)
    next(box for box in screen.checkbox if str(box.key).startswith("remove sure")).check()
    screen.button(key="remove person").click().run()
    assert "Noted. Ann Zebra leaves the figures at the next *Update figures*." in said(screen)
    assert "still stands in Texts of reviews, A1, 2026Q3." in said(screen)
    noted = [entry.values["candidate_id"] for entry in entries.kept(folder / "records", "erasures")]
    assert noted == ["C1", "C2"]
    text = (folder / "records" / "review_texts.csv").read_text(encoding="utf-8")
    assert "Yak was early, so was (removed)" in text
    screen.text_input(key="remove search 1").set_value("zebra").run()
    assert "Noted already: Ann Zebra leaves" in said(screen)
    assert not [button for button in screen.button if button.key == "remove person"]
