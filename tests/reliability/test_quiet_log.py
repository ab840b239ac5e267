"""What fails shows a reference, and neither the screen nor the log a word of anybody's row."""

import logging
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from serving import ROOT, served
from socket_client import open_socket

from partnership.ui import quiet_log

ROW = ("Zora", "Canary", "98765")
REFERENCE = re.compile(r"reference ([0-9a-f]{8})")
WAYS = ("part", "run", "thread", "logger", "group")
FAILING = "tests/reliability/failing_dashboard.py"


def test_no_way_of_failing_tells_a_row(tmp_path: Path, figure: Callable[..., None]) -> None:
    with served(tmp_path, script=FAILING) as address:
        window = open_socket(address, origin=address)
        for way in WAYS:
            window.run(query=f"?way={way}")
        button = re.search(rb"\$\$ID-[0-9a-f]+-press", b"".join(window.sent))
        assert button
        window.run(pressed=button[0].decode())
        window.ask_for(window.offered()[-1])
        assert not window.is_silent(20)
        came = b"".join(window.sent).decode("utf-8", "replace")
        window.close()
    log = next(tmp_path.glob("served_*.log")).read_text(encoding="utf-8")
    told = [line for line in (*log.splitlines(), came) if any(word in line for word in ROW)]
    assert told == []

    shown = set(REFERENCE.findall(came))
    assert len(shown) >= 4  # a part, a run, a group, a button
    assert shown <= set(REFERENCE.findall(log))
    # What it takes to find the place is there.
    assert log.count("ValueError at ") >= 6 and "failing.py:" in log
    assert "from ValueError" in log and "RuntimeError" in log
    figure("rows_in_the_log", ways=len(WAYS) + 2, told=0)


def test_an_error_is_described_by_kinds_and_places(caplog: pytest.LogCaptureFixture) -> None:
    try:
        try:
            raise KeyError("Zora")
        except KeyError as error:
            raise ValueError("Canary") from error
    except ValueError as error:
        reference = quiet_log.noted(error, "a test failed")
    assert REFERENCE.search(caplog.text)
    assert f"reference {reference}: ValueError at test_quiet_log.py:" in caplog.text
    assert ", from KeyError at test_quiet_log.py:" in caplog.text
    assert [word for word in ROW if word in caplog.text] == []


def test_dashboard_starts_as_the_failing_page_does() -> None:
    """What is tried above is what runs: the two files differ in their page alone."""
    own, tried = (
        (ROOT / file).read_text(encoding="utf-8").partition("app = App(")[2]
        for file in ("dashboard.py", FAILING)
    )
    assert tried.replace('"failing.py"', '"pages" / "shell.py"') == own
    assert "make_quiet()" in (ROOT / "dashboard.py").read_text(encoding="utf-8")
    assert logging.getLogger("any").isEnabledFor(logging.ERROR)
