"""Which screens and which figures are whose: HR's alone do not exist for an agency."""

import ast
from pathlib import Path

import pytest
from screen_builds import made_once
from streamlit.testing.v1 import AppTest

from partnership import queries, settings
from partnership.errors import NoAccess
from partnership.published import current
from partnership.readers import HR, Reader
from partnership.ui.source import Source

PAGES = Path(__file__).parent.parent / "pages"
OF_HR_ALONE = {"overview", "what_works", "who_is_who", "likely_owner", "data", "present"}
SCREENS = sorted(file.stem for file in PAGES.glob("*.py") if file.stem != "shell")


def says_for_every_reader(call: ast.Call) -> bool:
    return any(word.arg == "readers" and ast.unparse(word.value) == "EVERY_READER"
               for word in call.keywords)  # fmt: skip


def calls_of(file: str, name: str) -> list[ast.Call]:
    tree = ast.parse((PAGES / f"{file}.py").read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == name]  # fmt: skip


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_names_its_readers_itself_as_the_menu_does(screen: str) -> None:
    entries = [call for call in calls_of("shell", "Entry") if f"'{screen}.py'" in ast.unparse(call)]
    assert [says_for_every_reader(call) for call in entries] == [screen not in OF_HR_ALONE]
    opened = calls_of(screen, "open_screen")
    assert {says_for_every_reader(call) for call in opened} == {screen not in OF_HR_ALONE}


def test_a_query_that_does_not_name_an_agency_is_refused(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    build = current(made_once("one row", tmp_path_factory.getbasetemp()))
    source = Source(build.name, HR.file_in(build.path), Reader("A1"))
    refused = 0
    for folder in ("metrics", "rows", "screens"):
        for name in queries.query_names(folder):
            if "agency" not in queries.query(folder, name).header["readers"]:
                refused += 1
                with pytest.raises(NoAccess):
                    source.rows(name, folder=folder)
    assert refused >= 15
    assert len(source.rows("offer_outcomes")) == 1


def test_an_agency_without_a_file_is_shown_no_screen(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds = made_once("empty", tmp_path_factory.getbasetemp())
    monkeypatch.setattr(settings, "BUILDS", builds)
    monkeypatch.setenv("PARTNERSHIP_READER", "agency:nobody")
    app = AppTest.from_file(str(PAGES / "shell.py"), default_timeout=60).run()
    assert not app.title and not app.exception
    assert "no file for the agency" in app.error[0].value
