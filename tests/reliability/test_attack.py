"""An agency asks for what is another agency's, or HR's: every way, every screen, every figure.

Whatever comes back is searched for the words and the money of everybody else.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from how_many import IS_FULL
from reliability.attack import canaries, channels
from reliability.attack.canaries import write_marked
from reliability.attack.channels import Attacker, Attempt
from screen_builds import made_once

from partnership import builds, settings
from partnership.published import Build, current

OWNERS = [f"A-{number:02}" for number in range(1, 13)]
ATTACKERS = OWNERS if IS_FULL else OWNERS[1:2]
# At how many rivals each question is aimed.
RIVALS = 2 if IS_FULL else 1
AT_LEAST, AT_LEAST_ON_SCREENS = (20_000, 2_000) if IS_FULL else (800, 200)
EVERY = 1 if IS_FULL else 3
# Every run opens each screen by its address, and some in the other ways.
SOME = len(channels.SCREENS) if IS_FULL else 6


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return current(made_once("marked", tmp_path_factory.getbasetemp()))


def rivals_of(owner: str) -> list[str]:
    at = OWNERS.index(owner)
    return [OWNERS[(at + 1 + 4 * step) % 12] for step in range(RIVALS)]


def leaking(attempts: Iterable[Attempt], reader: str, counted: Counter[str]) -> Iterator[str]:
    for attempt in attempts:
        counted[attempt.channel] += 1
        if found := attempt.leaks(reader):
            yield f"{attempt.channel}: {attempt.said} at {attempt.aimed_at}: {sorted(found)}"


def test_figures_of_others_come_back_through_no_channel(
    build: Build, tmp_path: Path, figure: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    counted: Counter[str] = Counter()
    found: list[str] = []
    for owner in ATTACKERS:
        attacker, rivals = Attacker(owner, build), rivals_of(owner)
        for attempts in (
            channels.filtered(attacker, rivals),
            channels.remembered(attacker, rivals, EVERY),
            channels.of_hr_alone(attacker, rivals),
            channels.errors(attacker, rivals),
            channels.command_line(attacker, rivals),
            channels.benchmarks(attacker, rivals),
            channels.exports(attacker, rivals, EVERY),
            channels.packed(attacker, rivals, tmp_path),
            channels.decks(attacker, rivals, tmp_path, channels.EDITIONS[:: 4 * EVERY - 3]),
        ):
            found += islice(leaking(attempts, owner, counted), 3)
    assert found == []
    assert canaries.words_in(caplog.text) == set()
    assert len(counted) >= 10
    assert counted.total() >= AT_LEAST
    figure("attempts at another agency's figures", leaks=0, **dict(sorted(counted.items())))


def test_no_byte_of_an_agencys_file_is_of_others(
    build: Build, tmp_path: Path, times: Callable[[int, int], int], figure: Callable[..., None]
) -> None:
    """Not even one that no table uses: a dictionary of texts was once filled up with what memory
    held, in one file of forty, so that one build shows it one time in four."""
    export, looked_at = write_marked(tmp_path / "export", submissions=400), 0
    made = [build]
    for number in range(times(0, 20)):
        made.append(builds.build([export], builds=tmp_path / f"builds-{number}"))
    for one in made:
        for stem, agency_id in one.manifest["agencies"].items():
            content = (one.path / "agencies" / f"{stem}.duckdb").read_bytes()
            assert canaries.words_in(content) <= {agency_id[:4]}
            looked_at += 1
    assert looked_at == 12 * len(made)
    figure("agencies' files searched byte by byte", files=looked_at, with_others_words=0)


def test_screens_show_nothing_of_others(
    build: Build, figure: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "BUILDS", build.path.parent)
    monkeypatch.setattr(settings, "RECORDS", build.path.parent.parent / "records")
    counted: Counter[str] = Counter()
    found: list[str] = []
    for owner in ATTACKERS:
        attacker, rivals = Attacker(owner, build), [one for one in OWNERS if one != owner]
        monkeypatch.setenv("PARTNERSHIP_READER", f"agency:{attacker.reader.agency_id}")
        for attempts in (
            channels.addresses(attacker, rivals, channels.SCREENS),
            channels.forged_state(attacker, rivals, channels.SCREENS[-SOME:]),
            channels.replayed(attacker, rivals, channels.SCREENS[:SOME]),
        ):
            found += islice(leaking(attempts, owner, counted), 3)
    assert found == []
    assert len(counted) == 3
    assert counted.total() >= AT_LEAST_ON_SCREENS
    figure("attempts at another agency's rows on screens", leaks=0, **dict(sorted(counted.items())))


def test_the_search_finds_what_hr_may_see(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would find nothing in an agency's answers either."""
    monkeypatch.setattr(settings, "BUILDS", build.path.parent)
    monkeypatch.delenv("PARTNERSHIP_READER", raising=False)
    connection = channels.queries.opened(channels.Reader().file_in(build.path))
    rows = {
        name: channels.answer(connection, name, channels.Filters(), folder="rows")
        for name in ("offer", "submission", "commitment", "dispute", "opening", "meeting")
    }
    connection.close()
    assert all(len(canaries.words_in(text)) >= 4 for text in rows.values())
    found = canaries.words_in("\n".join(rows.values()))
    assert canaries.HR in found
    assert len(found) >= 12
    assert len(canaries.found_in(re.sub("zqv.xw", "", rows["offer"]))) >= 6  # by money alone
    shown = channels.everything(channels.open_screen("overview", {}))
    assert len(canaries.words_in(shown)) >= 11
