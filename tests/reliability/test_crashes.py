"""Builds that are killed, or run out of disk: what was shown before still is, whole."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from shutil import rmtree

import pytest
from small_export import SEARCHES, write_export

from partnership.builds import build, current, verify
from partnership.errors import NoBuild
from partnership.published import Build, all_builds
from partnership.publishing import UNFINISHED, show, sweep
from partnership.queries import metric_rows, opened

CHILD = Path(__file__).with_name("building.py")
SEED = 20260930
Times = Callable[[int, int], int]
Figure = Callable[..., None]


class Grounds:
    """A folder of builds that shows one opening, and an export that has two."""

    def __init__(self, folder: Path) -> None:
        self.builds = folder / "builds"
        before = write_export(folder / "before", searches=SEARCHES[:1])
        self.after = write_export(folder / "after")
        self.old = build([before], builds=self.builds).name

    def child(self, *fault: str) -> subprocess.Popen[str]:
        """A process about to build the new export."""
        arguments = [sys.executable, str(CHILD), str(self.after), str(self.builds), *fault]
        child = subprocess.Popen(
            arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert child.stdout and child.stdout.readline() == "ready\n"
        return child

    def shown(self) -> str:
        """`old` or `new`: what a reader sees now, whole; anything else is an error."""
        build_shown = current(self.builds)
        assert build_shown.warning == ""
        for kept in all_builds(self.builds):
            verify(Build(kept.path))
        with closing(opened(build_shown.path / "partnership.duckdb")) as connection:
            openings = metric_rows(connection, "time_to_fill")["openings"].iloc[0]
        is_old = build_shown.name == self.old
        assert openings == (1 if is_old else 2)
        return "old" if is_old else "new"

    def strays(self) -> int:
        """How many unfinished things lie about."""
        return len(list(self.builds.glob(f"{UNFINISHED}*")))

    def start_over(self) -> None:
        """Show the old build again, and forget the new one."""
        show(self.builds, self.old)
        for kept in all_builds(self.builds):
            if kept.name != self.old:
                rmtree(kept.path)


@pytest.fixture
def grounds(tmp_path: Path) -> Grounds:
    return Grounds(tmp_path)


def finished(child: subprocess.Popen[str]) -> str:
    """The child's last word."""
    with child:
        assert child.stdout
        return (child.stdout.read().splitlines() or [""])[-1]


def test_killed_at_random_moments(grounds: Grounds, times: Times, figure: Figure) -> None:
    random, seen = Random(SEED), {"old": 0, "new": 0}
    started = time.monotonic()
    assert finished(grounds.child()) == "built"
    lasts = time.monotonic() - started
    most_strays = 0
    kills = times(3, 60)
    for kill in range(kills):
        grounds.start_over()
        child = grounds.child()
        # The first at once: on a machine that got less to do meanwhile, all others may be late.
        time.sleep(random.uniform(0, lasts) if kill else 0)
        child.send_signal(signal.SIGKILL)
        finished(child)
        seen[grounds.shown()] += 1
        most_strays = max(most_strays, grounds.strays())
    assert sum(seen.values()) == kills
    assert seen["old"] >= 1
    grounds.start_over()
    assert finished(grounds.child()) == "built"
    assert (grounds.shown(), grounds.strays()) == ("new", 0)
    figure(
        "killed at random moments",
        kills=kills,
        showed_old=seen["old"],
        showed_new=seen["new"],
        torn=0,
        unopenable=0,
        strays_at_most=most_strays,
        strays_after_the_next_build=0,
    )


def test_killed_at_every_change_of_a_file(grounds: Grounds, times: Times, figure: Figure) -> None:
    """Counting up, after SQLite's method: at the first, second, … until a run gets through."""
    seen = {"old": 0, "new": 0}
    step = times(13, 1)
    at = 1
    while True:
        grounds.start_over()
        sweep(grounds.builds)  # else the next run counts what it sweeps
        if finished(grounds.child(f"kill:{at}")) == "built":
            break
        seen[grounds.shown()] += 1
        at += step
    assert seen["old"] >= 2
    assert seen["new"] >= times(0, 1)
    assert grounds.shown() == "new"
    figure("killed at every change of a file", steps=at - 1, torn=0, unopenable=0, **seen)


def test_disk_full_at_every_change_of_a_file(
    grounds: Grounds, times: Times, figure: Figure
) -> None:
    seen = {"old": 0, "new": 0}
    step = times(13, 1)
    at = 1
    while True:
        grounds.start_over()
        sweep(grounds.builds)
        said = finished(grounds.child(f"full:{at}"))
        if said == "built":
            break
        assert said.startswith("refused") and "No space left on device" in said
        seen[grounds.shown()] += 1
        at += step
    assert sum(seen.values()) >= 2
    figure("disk full at every change of a file", steps=at - 1, torn=0, **seen)


def test_files_that_cannot_grow(grounds: Grounds, times: Times, figure: Figure) -> None:
    """The database meets the limit too, in the middle of its writes."""
    assert finished(grounds.child()) == "built"
    largest = max(file.stat().st_size for file in grounds.builds.rglob("*") if file.is_file())
    sizes = times(2, 30)
    refused = 0
    for number in range(sizes):
        grounds.start_over()
        said = finished(grounds.child(f"size:{largest * number // sizes}"))
        assert said.startswith("refused"), said
        assert (grounds.shown(), grounds.strays()) == ("old", 0)
        refused += 1
    figure("files that cannot grow", sizes=sizes, refused_in_words=refused, torn=0)


def test_killed_before_anything_was_ever_published(tmp_path: Path) -> None:
    grounds = Grounds(tmp_path / "one")
    empty = tmp_path / "two" / "builds"
    arguments = [sys.executable, str(CHILD), str(grounds.after), str(empty), "kill:5"]
    assert subprocess.run(arguments, capture_output=True).returncode == -signal.SIGKILL
    with pytest.raises(NoBuild):
        current(empty)
    assert build([grounds.after], builds=empty).name == current(empty).name
