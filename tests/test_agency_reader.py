"""The dashboard as one agency reads it, from its own file of the sample: its screens, what it can
type, and what HR sees when it looks as that agency."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from how_many import seeds, todays
from screen_builds import made_once
from streamlit.testing.v1 import AppTest

from partnership import entries, settings
from partnership.labels import disputed as dispute_words
from partnership.labels import shell as words
from partnership.published import current
from partnership.queries import metric_rows, opened
from partnership.readers import HR, Reader
from partnership.ui.opening import SHOWN

PAGES = Path(__file__).parent.parent / "pages"
OF_HR_ALONE = {"overview", "what_works", "who_is_who", "likely_owner", "data", "present"}
SCREENS = sorted({file.stem for file in PAGES.glob("*.py")} - {"shell", *OF_HR_ALONE})
# The busiest first: it has cases of every kind.
AGENCIES = [f"A-{number:02}" for number in (2, 7, 6, 3, 1, 8, 9, 5, 12, 11, 10, 4)]
REDUNDANT = "The redundant submissions"

Opened = Callable[..., AppTest]


@pytest.fixture
def reading(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Opened:
    """`reading("agency:A-02", "meetings", period="All data")` is that screen to that reader."""
    monkeypatch.setattr(settings, "BUILDS", made_once("sample", tmp_path_factory.getbasetemp()))
    monkeypatch.setattr(settings, "RECORDS", tmp_path / "records")

    def open_as(reader: str, screen: str = "", **asked: str) -> AppTest:
        monkeypatch.setenv("PARTNERSHIP_READER", reader)
        app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60)
        for key, value in asked.items():
            app.query_params[key] = value
        if not screen:
            return app.run()
        app.switch_page(f"{screen}.py").run()
        return app.switch_page(f"{screen}.py")  # which fails where the menu has no such screen

    return open_as


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The sample's agencies, id → name."""
    build = current(made_once("sample", tmp_path_factory.getbasetemp()))
    with opened(HR.file_in(build.path)) as connection:
        rows = metric_rows(connection, "filter_choices", folder="screens")
    rows = rows[rows["kind"] == "agency"]
    return dict(zip(rows["value"], rows["label"], strict=True))


# Screen → what it calls the agency that reads, where HR reads of agencies in general.
BY_NAME = {
    "time_to_fill": "Filled by {}",
    "redundant_submissions": "{} could prevent it",
    "offers": "Led by {}",
    "reply_times": "{} owes",
    "meetings": "{} rates HR",
}
# What is none of an agency's: HR's screens, and what HR alone can do.
NOT_ITS_OWN = (b"Data screen", b"share who has applied", b"of 1 partnership", b"[the agency")


def drawn(app: AppTest) -> bytes:
    """Everything that is sent to the browser, tables and charts too."""
    return b"\n".join(element.proto.SerializeToString() for element in _elements(app))


def _elements(app: AppTest) -> Iterator[Any]:
    for block in (app.main, app.sidebar):
        for element in block:
            if hasattr(element, "proto") and hasattr(element.proto, "SerializeToString"):
                yield element


def said(app: AppTest) -> str:
    elements = (*app.markdown, *app.caption, *app.info, *app.subheader, *app.success)
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


@pytest.mark.parametrize("agency", [AGENCIES[at] for at in seeds(1, len(AGENCIES))])
def test_an_agency_sees_no_other_one_on_any_screen(
    reading: Opened, names: dict[str, str], agency: str
) -> None:
    others = {name.encode() for key, name in names.items() if key != agency}
    app, named = reading(f"agency:{agency}"), 0
    assert [title.value for title in app.title] == [words.MY_PARTNERSHIP]
    screens = todays(SCREENS, 3)
    for screen in screens:
        app.switch_page(f"{screen}.py").run()
        assert not app.exception and not app.error, screen
        found = drawn(app)
        assert len(app.title) == 1 and len(found) > 2000, screen
        assert {name for name in others if name in found} == set(), screen
        assert "agency" not in {widget.key for widget in app.multiselect}, screen
        assert [words for words in NOT_ITS_OWN if words in found] == [], screen
        assert BY_NAME.get(screen, "").format(names[agency]).encode() in found, screen
        named += names[agency].encode() in found
    assert named >= len(screens) // 3


@pytest.mark.parametrize("screen", sorted(OF_HR_ALONE))
def test_a_screen_of_hr_alone_does_not_exist_for_an_agency(reading: Opened, screen: str) -> None:
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        reading("agency:A-04", screen)


def test_a_link_that_asks_for_another_agency_gets_one_answer_whoever_it_is(
    reading: Opened,
) -> None:
    asked = (("agency", "Oakhollow"), ("agency", "Nobody"), ("partner", "Harbour"))
    for key, value in asked:
        app = reading("agency:A-04", **{key: value})
        assert [info.value for info in app.info] == [words.NOT_YOURS]
    assert words.NOT_YOURS not in said(reading("agency:A-04", agency="Quay"))
    # Only HR looks as somebody else.
    looked = reading("agency:A-04", **{"as": "Oakhollow"})
    assert looked.session_state[SHOWN].source.reader == Reader("A-04")


def test_hr_looks_as_an_agency_through_its_file_and_comes_back(reading: Opened) -> None:
    app = reading("hr", **{"as": "Quay"})
    shown = app.session_state[SHOWN].source
    assert (shown.reader, shown.file.parent.name, shown.may_type) == (
        Reader("A-04"),
        "agencies",
        False,
    )
    assert app.title[0].value == words.MY_PARTNERSHIP and "You see what **Quay** sees." in said(app)
    app.switch_page("records.py").run()
    assert not [button for button in app.button if str(button.key).startswith("save")]
    app.button(key="see as hr").click().run()
    assert app.session_state[SHOWN].source.reader == HR and "You see what" not in said(app)


@pytest.mark.parametrize("screen", ["quarterly_review", "my_partnership"])
def test_hr_looks_as_the_agency_that_a_screen_was_about(reading: Opened, screen: str) -> None:
    app = reading("hr", screen, partner="Harbour")
    app.query_params["partner"] = "Harbour"
    app.selectbox(key="as").set_value("Harbour").run()
    assert not app.exception and not app.error
    assert "You see what **Harbour** sees." in said(app)


def test_an_agency_is_presented_from_its_own_file(reading: Opened) -> None:
    app = reading("hr", "present", **{"with": "Quay"})
    assert not app.exception and app.title[0].value == words.MY_PARTNERSHIP
    assert app.session_state[SHOWN].source.reader == Reader("A-04")


def test_what_is_marked_as_wrong_is_counted_at_once_by_both_sides_and_by_nobody_else(
    reading: Opened, names: dict[str, str]
) -> None:
    app = reading("agency:A-02", "redundant_submissions")
    before = heads(app)
    assert f"{names['A-02']} could prevent it" in said(app) and "mostly HR could" in said(app)
    mark(app, claim="We sent her first")
    (entry,) = entries.kept(settings.RECORDS / "sample", "disputes")
    assert (entry.entered_as, entry.entered_by) == ("A-02", "Ann")
    assert entry.values["submission_id"] and entry.values["raised_by"] == "agency"
    assert heads(app) == before + 1 and "Marked as wrong" in said(app)
    assert cards(app) == [before + 1]
    listed = next(frame.value for frame in app.dataframe if "disputed" in frame.value)
    new = f"▲ who owns it, {dispute_words.NEW}"
    assert new in list(listed["disputed"])

    of_hr = reading("hr", "my_partnership", partner=names["A-02"])
    assert heads(of_hr) == before + 1
    assert cards(of_hr)[0] == before + 1  # redundant; beside it the replies
    of_hr.session_state["disputed"] = True
    assert "We sent her first" in said(of_hr.run())
    rival = reading("agency:A-07", "my_partnership")
    rival.session_state["disputed"] = True
    assert "We sent her first" not in said(rival.run())


def test_an_agency_promises_for_itself_and_disputes_with_hr(reading: Opened) -> None:
    app = reading("agency:A-02", "records", record="Promises")
    (who,) = [each for each in app.button_group if each.label == "Who promised"]
    assert who.value == "agency"
    app.session_state["disputed"] = True
    assert "Open disputes with HR, " in said(app.run())


# Screen → how many lists it has at least, for an agency that has cases of every kind.
LISTS = {
    "my_partnership": 6, "meetings": 4, "both_sides": 1, "reply_times": 4,
    "redundant_submissions": 3, "time_to_fill": 2, "offers": 1, "hires": 1,
}  # fmt: skip
# Screens with a list of whichever line is picked.
LINES = {"both_sides": "line", "meetings": "expected"}


def test_every_list_says_of_which_day_it_is_and_lets_a_row_be_marked(reading: Opened) -> None:
    for screen in todays(list(LISTS), 8):
        app = reading("agency:A-02", screen, period="All data").run()
        assert len(marked_lists(app)) >= LISTS[screen]
        if screen not in LINES:
            continue
        lines = app.selectbox(key=LINES[screen]).options
        for at, line in todays(list(enumerate(lines)), 8):
            app.selectbox(key=LINES[screen]).select_index(at).run()
            assert any(line in title for title in marked_lists(app)), line


def marked_lists(app: AppTest) -> list[str]:
    """Open every panel of cases; the lists there are, each with its day and its button.

    Without exception: every panel of cases, and every table of My partnership."""
    (title,) = app.title
    for panel in app.expander:
        app.session_state[f"cases {title.value} {panel.label}"] = True
    app.run()
    assert not app.exception and not app.error
    panels = {panel.label for panel in app.expander}
    keys = {str(getattr(element, "key", "")) for element in app.main}
    tables = [key.removeprefix("csv ") for key in keys if key.startswith("csv ")]
    if title.value != words.MY_PARTNERSHIP:
        tables = [table for table in tables if table in panels]
    assert [table for table in tables if f"disputed {table} wrong" not in keys] == []
    days = [caption for caption in app.caption if "company's files, as of" in caption.value]
    assert len(days) >= len(tables)
    return tables


def cards(app: AppTest) -> list[int]:
    """How many are disputed, as the headline numbers say that count such a case."""
    shown = "\n".join(str(element.value) for element in app.markdown)
    return [int(count) for count in re.findall(r"material/flag:\u00a0(\d+)\]", shown)]


def heads(app: AppTest) -> int:
    """How many are disputed, as the head of the screen says."""
    labels = [json.dumps(str(block.proto)) for block in app.get("popover")]
    found = [
        label.split(" disputed")[0].rpartition('\\"')[2] for label in labels if " disputed" in label
    ]
    return int(found[0]) if found else 0


def mark(app: AppTest, *, claim: str) -> None:
    """Open the list, and mark its first row as wrong."""
    app.session_state[f"cases {words.REDUNDANT_SUBMISSIONS} {REDUNDANT}"] = True
    app.session_state[f"disputed {REDUNDANT} wrong"] = True
    app.run()
    app.selectbox(key=f"disputed {REDUNDANT} row").select_index(0)
    app.button_group(key=f"disputed {REDUNDANT} about").set_value("ownership")
    app.text_input(key=f"disputed {REDUNDANT} claim").input(claim)
    app.text_input(key=f"disputed {REDUNDANT} by").input("Ann")
    app.button(key=f"disputed {REDUNDANT} send").click().run()
