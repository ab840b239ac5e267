"""The list of what waits, on its screen: its ticks and its e-mails."""

import csv
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from screen_builds import made_once
from streamlit.testing.v1 import AppTest

from partnership import entries, settings
from partnership.settings import SAMPLE

PAGES = Path(__file__).parent.parent / "pages"
Open = Callable[[], AppTest]


@pytest.fixture
def opened(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Open:
    """The screen on the sample, with records of its own and the panel of e-mails open."""
    monkeypatch.setattr(settings, "RECORDS", tmp_path / "records")
    monkeypatch.setattr(settings, "BUILDS", made_once("sample", tmp_path_factory.getbasetemp()))

    def open_screen() -> AppTest:
        app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
        app.session_state["copy waiting"] = True
        return app.switch_page("reply_times.py").run()

    return open_screen


def note_of(app: AppTest) -> str:
    return next(str(c.value) for c in app.caption if "A tick takes a line off" in str(c.value))


def test_no_email_names_a_candidate(opened: Open) -> None:
    app = opened()
    with (SAMPLE / "candidates.csv").open(encoding="utf-8", newline="") as file:
        names = {row["full_name"] for row in csv.DictReader(file)}
    picked = next(box for box in app.selectbox if box.key == "for")
    assert len(picked.options) > 2 and len(names) > 100
    for owner in (picked.options[0], picked.options[-1]):
        next(box for box in app.selectbox if box.key == "for").set_value(owner)
        (letter,) = [c.value for c in app.run().code if str(c.value).startswith("Subject: ")]
        assert owner in letter and "Next step: " in letter
        assert not [name for name in names if name and name in letter]


def test_a_tick_shows_at_once_and_one_older_than_the_figures_does_not_hide(opened: Open) -> None:
    before = note_of(opened())
    waiting = {"kind": "profile", "agency_id": "A-05", "case_id": "U-3511"}
    folder = settings.RECORDS / "sample"
    september = datetime(2026, 9, 12, tzinfo=UTC)
    entries.enter(folder, {"reply_ticks": [waiting]}, by="Ann", at=september)
    app = opened()
    assert note_of(app) == before and not app.exception
    entries.enter(folder, {"reply_ticks": [waiting]}, by="Ann")
    assert note_of(opened()) != before
    entries.remove(folder, "reply_ticks", waiting, by="Ann")
    assert note_of(opened()) == before
