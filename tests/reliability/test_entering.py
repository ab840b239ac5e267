"""Records saved by several people at once, by killed processes, on full disks: none is lost."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from partnership import records

CHILD = Path(__file__).with_name("entering.py")
SEED = 20260930
TABLES = ("meetings", "meeting_attendees")
# In one save of two tables there are fewer calls than this that change a file.
MOST_CALLS = 40


def child(folder: Path, who: str, count: int, *fault: str) -> subprocess.Popen[str]:
    arguments = [sys.executable, str(CHILD), str(folder), who, str(count), *fault]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> list[str]:
    """What a process acknowledged before it ended."""
    out, _ = process.communicate(timeout=60)
    return out.split()


def kept(folder: Path) -> list[str]:
    """The ids kept, in order; both tables hold the same ones, and every row is whole."""
    rows = {table: records.read(folder, table) for table in TABLES}
    for found in rows.values():
        assert all(row["text"] == f"line\nbreak {'x' * 500}" and row["entered_by"] for row in found)
    ids = [[row["id"] for row in found] for found in rows.values()]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])
    return ids[0]


def test_eight_people_who_save_at_once_lose_nothing(
    tmp_path: Path, figure: Callable[..., None]
) -> None:
    people = [child(tmp_path, f"P{n}", 25) for n in range(8)]
    acknowledged = [said(person) for person in people]
    found = kept(tmp_path)
    assert len(found) == 200
    for n, mine in enumerate(acknowledged):
        assert [one for one in found if one.startswith(f"P{n}-")] == mine
    figure("records_at_once", writers=8, saved=len(found), lost=200 - len(found))


def test_a_save_killed_at_any_of_its_steps_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    said(child(tmp_path, "A", 1))
    outcomes = set()
    for call in range(1, MOST_CALLS):
        acknowledged = said(child(tmp_path, f"K{call}", 1, f"kill:{call}"))
        found = kept(tmp_path)
        outcomes.add((f"K{call}-1" in found, bool(acknowledged)))
        assert set(acknowledged) <= set(found)
        if acknowledged:
            break
    # Dropped, finished by whoever came next, and past every step: each was met.
    assert outcomes == {(False, False), (True, False), (True, True)}
    assert [name.name for name in tmp_path.iterdir() if name.name.startswith(records.NEW)] == []


def test_processes_killed_in_the_middle_of_saving_lose_nothing_they_acknowledged(
    tmp_path: Path, times: Callable[[int, int], int], figure: Callable[..., None]
) -> None:
    moments, saved = Random(SEED), set[str]()
    kills = times(30, 300)
    for number in range(kills):
        process = child(tmp_path, f"R{number}", 10_000)
        assert process.stdout and process.stdout.readline() == f"R{number}-1\n"
        time.sleep(moments.uniform(0, 0.02))
        process.kill()
        saved |= {f"R{number}-1", *(line for line in said(process) if line.startswith("R"))}
        assert saved <= set(kept(tmp_path))
    figure("records_killed", kills=kills, acknowledged=len(saved), torn=0, lost=0)


@pytest.mark.parametrize("fault", ["full:1", "full:2", "full:3", "full:4", "size:400"])
def test_a_full_disk_leaves_the_records_as_they_were(tmp_path: Path, fault: str) -> None:
    said(child(tmp_path, "A", 2))
    before = {table: (tmp_path / f"{table}.csv").read_bytes() for table in TABLES}
    assert said(child(tmp_path, "B", 1, fault)) == ["refused"]
    assert {table: (tmp_path / f"{table}.csv").read_bytes() for table in TABLES} == before
    assert said(child(tmp_path, "C", 1)) == ["C-1"]
    assert kept(tmp_path) == ["A-1", "A-2", "C-1"]
