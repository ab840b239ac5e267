"""The Quarterly review screen: both editions for HR, its own for an agency; what is written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from screen_builds import made_once
from streamlit.testing.v1 import AppTest

from partnership import entries, settings
from partnership.labels import quarterly_review as words

PAGES = Path(__file__).parent.parent / "pages"
HARBOUR = "A-02"
Open = Callable[..., AppTest]


@pytest.fixture
def opened(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Open:
    """`opened(partner="Harbour")`: the screen on the sample, with records of its own."""
    monkeypatch.setattr(settings, "RECORDS", tmp_path / "records")
    monkeypatch.setattr(settings, "BUILDS", made_once("sample", tmp_path_factory.getbasetemp()))

    def open_screen(slide: str = "decisions", **asked: str) -> AppTest:
        app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
        for key, value in asked.items():
            app.query_params[key] = value
        app.session_state["slide"] = slide
        app.session_state[f"edit {slide}"] = True
        app.session_state["your name"] = "Ann"
        app.switch_page("quarterly_review.py").run()
        assert not app.exception
        return app

    return open_screen


def said(app: AppTest) -> str:
    elements = (*app.success, *app.error, *app.markdown, *app.caption, *app.warning)
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def controls(app: AppTest) -> list[str]:
    kinds = ("selectbox", "button_group", "radio")
    return [str(e.label) for kind in kinds for e in app.get(kind)]


def test_hr_chooses_an_edition_and_writes_a_headline_in_it(opened: Open) -> None:
    app = opened(partner="Harbour")
    assert words.EDITION in controls(app)
    (field,) = [a for a in app.text_area if a.label == words.HEADLINE]
    composed = field.value
    assert composed in said(app)
    field.set_value("We decide three things.")
    app.button(key="save decisions").click().run()
    assert not app.exception and words.SAVED in said(app)
    assert "#### We decide three things." in said(app)
    (kept,) = entries.kept(settings.RECORDS / "sample", "review_texts")
    assert (kept.values["against"], kept.entered_by) == (composed, "Ann")
    app.button(key="back decisions").click().run()
    assert f"#### {composed}" in said(app)


def test_an_agency_has_its_own_edition_alone(opened: Open) -> None:
    app = opened(**{"as": "Harbour"})
    assert words.EDITION not in controls(app)
    assert "Room to gain together" in "".join(map(str, app.table[0].value["Why"]))
    # HR that only looks as the agency writes nothing there.
    assert not app.text_area


def test_a_promise_typed_here_stands_on_the_next_quarter(opened: Open) -> None:
    app = opened("next_quarter", partner="Harbour")
    app.text_input(key="promise 0").set_value("a market note each month")
    app.button(key="add promise").click().run()
    assert not app.exception
    assert "HR promises: a market note each month, by 17 Dec 2026 (new)" in said(app)
    (promise,) = entries.kept(settings.RECORDS / "sample", "commitments")
    assert promise.values["agency_id"] == HARBOUR
    # It stands in the review already, so no figure is old for want of it.
    assert words.FRESH in said(app) and "outside" not in said(app)
    app.text_input(key="promise 1").set_value("an answer to the pay question")
    app.date_input(key="promise by 1").set_value(date(2027, 2, 1))
    app.button(key="add promise").click().run()
    assert "Its day lies outside 2026 Q4" in said(app)


def test_new_promises_are_made_in_the_latest_review_and_ahead(opened: Open) -> None:
    app = opened("next_quarter", partner="Harbour")
    app.text_input(key="promise 0").set_value("an answer")
    app.date_input(key="promise by 0").set_value(date(2026, 9, 16))
    app.button(key="add promise").click().run()
    assert words.PAST.format(day="30 Sep 2026") in said(app).replace("\xa0", " ")
    assert entries.kept(settings.RECORDS / "sample", "commitments") == []
    older = opened("promises", partner="Harbour", quarter="2026 Q2")
    assert "New promises are made in the latest review" in said(older)
    assert "add promise" not in [button.key for button in older.button]


def test_what_is_ticked_is_there_again_at_the_next_visit(opened: Open) -> None:
    app = opened(partner="Harbour")
    (tick,) = [c for c in app.checkbox if str(c.key).endswith(": offers")]
    tick.check().run()
    again = opened(partner="Harbour")
    ticked = [
        c.key.rsplit(": ", 1)[1] for c in again.checkbox if "appendix" in str(c.key) and c.value
    ]
    assert ticked == ["offers", "where_we_disagree", "definitions", "data_notes"]


def test_a_text_that_names_another_agency_is_not_kept(opened: Open) -> None:
    app = opened(partner="Harbour")
    (field,) = [a for a in app.text_area if a.label == words.COMMENT]
    field.set_value("Worse than Linden.")
    (headline,) = [a for a in app.text_area if a.label == words.HEADLINE]
    headline.set_value("Decide!")
    (listed,) = [a for a in app.text_area if a.label == words.DECISIONS]
    listed.set_value("\n".join("abcd"))
    app.button(key="save decisions").click().run()
    assert words.TOO_MANY in said(app)
    assert entries.kept(settings.RECORDS / "sample", "review_texts") == []
    assert "names another agency" in "".join(str(e.value) for e in app.error)
    (field,) = [a for a in app.text_area if a.label == words.COMMENT]
    field.set_value("Better than in spring.")
    (listed,) = [a for a in app.text_area if a.label == words.DECISIONS]
    listed.set_value("a\nb")
    app.button(key="save decisions").click().run()
    assert not app.error and words.SAVED in said(app)
