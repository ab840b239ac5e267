"""Presenting to an agency: every slide, to the last, holds that agency alone and no person."""

import re
from pathlib import Path

import pandas as pd
import pytest
from how_many import todays
from screen_builds import made_once
from streamlit.testing.v1 import AppTest

from partnership import settings, tables
from partnership.ui import presenting

SHELL = Path(__file__).parent.parent / "pages" / "shell.py"
OTHERS = re.compile(
    "Northgate|Linden|Quay|Tarnbrook|Pellworth|Oakhollow|Saltmere|Wrenfield|Brackenfell|Kestrelway"
    "|Ashcombe|A-0[13-9]|A-1"
)
A_PERSON = re.compile(r"\b[CPU]-\w*\d{3,}|p-\w+\d{3,}", re.IGNORECASE)


@pytest.fixture
def slide(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The first slide for Harbour, A-02."""
    monkeypatch.setattr(settings, "BUILDS", made_once("sample", tmp_path_factory.getbasetemp()))
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    app.query_params["with"] = "Harbour"
    return app.switch_page("present.py").run()


def shown_on(app: AppTest) -> str:
    """Everything that reaches the reader's browser in the main part."""
    return "\n".join(str(element.proto) for element in app.main if hasattr(element, "proto"))


def test_every_slide_shows_the_one_agency_and_no_person(slide: AppTest) -> None:
    """From the first to the last in the long run; in every other run those of some screens."""
    slides, screens = 0, todays(presenting.ORDER, 3)
    for screen in screens:
        slide.query_params["slide"] = f"{Path(screen).stem}.1"
        slide = slide.run()
        title = slide.title[0].value
        while slide.title[0].value == title:
            assert not slide.exception and not slide.error
            shown = shown_on(slide)
            assert "Harbour" in slide.caption[0].value, "the slide says whose it is"
            assert set(OTHERS.findall(shown)) == set(), title
            assert set(A_PERSON.findall(shown)) == set(), title
            slides += 1
            if next(button for button in slide.button if button.label == "Next").disabled:
                break
            slide = pressed(slide, "Next")
    assert slides > 2 * len(screens)
    assert presenting.ORDER[-1] not in screens or slide.title[0].value == "Both sides"


def pressed(slide: AppTest, label: str) -> AppTest:
    (button,) = [button for button in slide.button if button.label == label]
    return button.click().run()


def test_back_returns_to_the_last_slide_of_the_screen_before(slide: AppTest) -> None:
    slide.query_params["slide"] = "time_to_fill.1"
    slide = slide.run()
    while slide.title[0].value == "Time to fill":
        last, slide = slide.query_params.get("slide"), pressed(slide, "Next")
    assert slide.query_params["slide"] == "meetings.1"
    assert pressed(slide, "Back").query_params["slide"] == last != "time_to_fill.1"


def test_a_slide_that_is_not_there_shows_the_last_one(slide: AppTest) -> None:
    slide.query_params["slide"] = "meetings.99"
    slide = slide.run()
    assert slide.query_params["slide"] == "meetings.6"
    assert slide.subheader[0].value == "How each side rates the other"


def test_rows_of_others_are_left_out_and_their_names_emptied() -> None:
    rows = pd.DataFrame(
        {"agency_id": ["A", "B", None], "owner_agency_id": ["B", "A", "A"], "count": [1, 2, 3]}
    )
    own = tables.of_one_agency(rows, "A")
    assert list(own["count"]) == [1, 3]
    assert own["owner_agency_id"].isna().all()
    choices = pd.DataFrame({"kind": ["agency", "agency", "client"], "value": ["A", "B", "C"]})
    assert list(tables.of_one_agency(choices, "A")["value"]) == ["A", "C"]


def test_the_headline_numbers_of_my_partnership_are_a_slide_of_their_own(slide: AppTest) -> None:
    seen = []
    while slide.title[0].value == "My partnership":
        seen.append(([found.value for found in slide.subheader], len(slide.metric)))
        slide = pressed(slide, "Next")
    (headed,) = [titles for titles, cards in seen if cards]
    assert len(headed) == 1 and headed[0].startswith("Headline numbers")
