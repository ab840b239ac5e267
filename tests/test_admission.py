"""Where nobody signs in: whose machine it is decides, by how the server was started."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from screen_builds import made_once
from small_export import write_export
from streamlit.testing.v1 import AppTest

from partnership import builds, settings
from partnership.access import CLOSED, OPEN_ADDRESS, TurnedAway
from partnership.labels import signing_in as words
from partnership.readers import HR, Reader
from partnership.ui import admission

SHELL = Path(__file__).parent.parent / "pages" / "shell.py"
Started = Callable[..., None]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """`started(server_address="0.0.0.0")`: as if Streamlit had been started with that option."""
    given = admission.config.get_option

    def start(**options: Any) -> None:
        named = {name.replace("_", ".", 1): value for name, value in options.items()}

        def option(name: str) -> Any:
            return named[name] if name in named else given(name)

        monkeypatch.setattr(admission.config, "get_option", option)

    monkeypatch.setattr(admission, "_said", set())
    return start


@pytest.fixture
def own_figures(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures that are nobody's sample."""
    made = made_once("one row", tmp_path_factory.getbasetemp())
    monkeypatch.setattr(settings, "BUILDS", made)


@pytest.fixture
def sample_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Figures whose manifest says that they are invented."""
    said = [{"exported_at": "2026-09-30T23:59:59Z", "synthetic": "true"}]
    export = write_export(tmp_path / "export", export=said)
    builds.build([export], builds=tmp_path / "builds")
    monkeypatch.setattr(settings, "BUILDS", tmp_path / "builds")
    return tmp_path


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost"])
def test_an_address_of_this_machine_alone(address: str) -> None:
    assert admission.is_loopback(address)


@pytest.mark.parametrize(
    "address",
    [None, "", "0.0.0.0", "::", "192.168.1.7", "10.0.0.1", "127.0.0.1.evil.example", "2130706433",
     "localhost.evil.example", "::ffff:127.0.0.1", "unix:///run/x", "*"],
)  # fmt: skip
def test_an_address_that_others_reach(address: str | None) -> None:
    assert not admission.is_loopback(address)


def test_on_this_machine_whoever_sits_there_reads_everything(
    own_figures: None, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert admission.admit({}) == HR
    # A cookie of a dashboard that people sign in to says nothing here.
    assert admission.admit({"is_logged_in": True, "email": "x@y.example"}) == HR
    monkeypatch.setenv("PARTNERSHIP_READER", "agency:A1")
    assert admission.admit({}) == Reader("A1")


@pytest.mark.parametrize(
    "options",
    [
        {"server_address": "0.0.0.0"},
        {"server_address": None},
        {"server_address": "192.168.1.7"},
        # A proxy on this machine makes a loopback address public; then the names say so.
        {"server_allowedHosts": ["dashboard.company.example"]},
        {"server_allowedHosts": ["localhost", "*"]},
    ],
)
def test_where_others_reach_it_own_figures_are_shown_to_nobody(
    own_figures: None,
    started: Started,
    caplog: pytest.LogCaptureFixture,
    options: dict[str, Any],
) -> None:
    started(**options)
    with caplog.at_level(logging.ERROR), pytest.raises(TurnedAway) as turned:
        admission.admit({})
    assert turned.value.reason == OPEN_ADDRESS
    assert words.LOG_OPEN_ADDRESS in caplog.text


def test_started_by_another_server_the_address_is_not_known(
    own_figures: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(admission.config, "_server_mode", "asgi-server")
    with pytest.raises(TurnedAway):
        admission.admit({})


def test_the_page_says_in_words_why_nothing_is_shown(own_figures: None, started: Started) -> None:
    started(server_address="0.0.0.0")
    app = AppTest.from_file(str(SHELL), default_timeout=60).run()
    assert [title.value for title in app.title] == [words.TITLES["open address"]]
    assert "docs/deployment.md" in app.markdown[0].value
    assert len(app.main) == 2 and not app.metric and not app.sidebar.children


def test_the_sample_is_shown_to_anybody_and_changed_by_nobody(
    sample_figures: Path, started: Started
) -> None:
    started(server_address="0.0.0.0")
    assert admission.admit({}) == HR and admission.is_open_to_others()
    app = AppTest.from_file(str(SHELL), default_timeout=60).run()
    assert app.title and not app.exception
    shown = app.session_state["shown"]
    assert "overview.py" in shown.screens and not shown.source.may_type
    changing = {"data.py", "records.py", "kickoff_sheet.py", "who_is_who.py"}
    assert not changing & shown.screens

    # One build of one's own beside it is one too many: it could be shown in its place.
    builds.build([write_export(sample_figures / "own")], builds=sample_figures / "builds")
    with pytest.raises(TurnedAway):
        admission.admit({})


@pytest.mark.parametrize("way", ["file", "variable"])
def test_a_lost_file_of_secrets_opens_no_door(
    own_figures: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    file = tmp_path / "access.toml"
    monkeypatch.setattr(settings, "ACCESS_FILE", file)
    if way == "file":
        file.write_text("[hr]", encoding="utf-8")
    else:
        monkeypatch.setenv("PARTNERSHIP_ACCESS", str(file))
    with pytest.raises(TurnedAway) as turned:
        admission.admit({})
    assert turned.value.reason == CLOSED


@pytest.mark.parametrize(
    ("options", "secret", "said"),
    [
        ({"server_trustedUserHeaders": {"X-User": "email"}}, "s" * 40, words.LOG_HEADERS),
        ({}, "s" * 31, words.LOG_SECRET),
    ],
)
def test_where_somebody_could_name_themselves_nobody_is_let_in(
    started: Started,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    options: dict[str, Any],
    secret: str,
    said: str,
) -> None:
    started(**options)
    monkeypatch.setattr(admission, "get_secrets_auth_section", lambda: {"client_id": "x"})
    monkeypatch.setattr(admission, "get_cookie_secret", lambda: secret)
    with caplog.at_level(logging.ERROR), pytest.raises(TurnedAway) as turned:
        admission.admit({"is_logged_in": True, "email": "ana@company.example"})
    assert turned.value.reason == CLOSED and said in caplog.text
