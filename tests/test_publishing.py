"""Drafts, the pointer, going back, and noticing damage: with files that need not be databases."""

import os
import stat
from pathlib import Path

import pytest

from partnership import publishing
from partnership.errors import BuildRefused, DamagedBuild, NoBuild
from partnership.files import only_writer, write_private
from partnership.published import Build, all_builds, current, pointed_at, verify
from partnership.publishing import KEPT_BUILDS, UNFINISHED, draft_in, prune, publish, rollback, seal


def named(number: int) -> str:
    return f"2026-09-{number:02}-{number:012x}"


def published(builds: Path, number: int) -> Build:
    """A build made on the `number`-th day, holding one file."""
    with draft_in(builds) as draft:
        write_private(draft / "partnership.duckdb", f"figures of day {number}")
        write_private(draft / "receipt.json", "{}")
        (draft / "agencies").mkdir()
        seal(draft, named(number), {"created_at": f"2026-10-{number:02}"})
        return publish(draft, builds, named(number))


def strays(builds: Path) -> list[Path]:
    return list(builds.glob(f"{UNFINISHED}*"))


def test_what_is_published_last_is_shown(tmp_path: Path) -> None:
    published(tmp_path, 1)
    published(tmp_path, 2)
    assert current(tmp_path).name == named(2)
    assert current(tmp_path).warning == ""
    assert (tmp_path / "CURRENT").read_text() == named(2) + "\n"
    assert strays(tmp_path) == []


def test_only_the_owner_may_look(tmp_path: Path) -> None:
    builds = tmp_path / "builds"
    build = published(builds, 1)
    modes = {entry: stat.S_IMODE(entry.stat().st_mode) for entry in (builds, *builds.rglob("*"))}
    assert len(modes) == 8
    assert {mode for entry, mode in modes.items() if entry.is_dir()} == {0o700}
    assert {mode for entry, mode in modes.items() if entry.is_file()} == {0o600}
    assert modes[build.path / "agencies"] == 0o700


def test_a_draft_that_fails_leaves_nothing(tmp_path: Path) -> None:
    published(tmp_path, 1)
    with pytest.raises(RuntimeError), draft_in(tmp_path) as draft:
        write_private(draft / "partnership.duckdb", "half")
        raise RuntimeError
    assert strays(tmp_path) == []
    assert current(tmp_path).name == named(1)


def test_what_a_killed_build_left_is_swept_by_the_next(tmp_path: Path) -> None:
    (tmp_path / f"{UNFINISHED}abc" / "inside").mkdir(parents=True)
    (tmp_path / f"{UNFINISHED}CURRENT").write_text("2026-")
    published(tmp_path, 1)
    assert strays(tmp_path) == []


def test_a_second_build_at_the_same_time_is_refused(tmp_path: Path) -> None:
    with (
        only_writer(tmp_path / ".lock", wait=False),
        pytest.raises(BuildRefused, match="under way"),
        draft_in(tmp_path),
    ):
        pass


def test_the_last_three_are_kept(tmp_path: Path) -> None:
    for number in range(1, 6):
        published(tmp_path, number)
    assert [build.name for build in all_builds(tmp_path)] == [named(5), named(4), named(3)]


def test_the_one_being_shown_is_kept_however_old(tmp_path: Path) -> None:
    for number in range(1, KEPT_BUILDS + 1):
        published(tmp_path, number)
    rollback(tmp_path, named(1))
    with draft_in(tmp_path) as draft:
        seal(draft, named(9), {"created_at": "2026-10-09"})
        draft.rename(tmp_path / named(9))
    prune(tmp_path)
    assert pointed_at(tmp_path) == named(1)
    assert named(1) in [build.name for build in all_builds(tmp_path)]


def test_rollback_goes_back_one_build_at_a_time(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        published(tmp_path, number)
    assert rollback(tmp_path).name == named(2)
    assert rollback(tmp_path).name == named(1)
    with pytest.raises(NoBuild, match="older"):
        rollback(tmp_path)
    assert current(tmp_path).name == named(1)
    assert rollback(tmp_path, named(3)).name == current(tmp_path).name == named(3)


def test_rollback_to_an_unknown_build_names_the_known_ones(tmp_path: Path) -> None:
    published(tmp_path, 1)
    with pytest.raises(NoBuild) as refused:
        rollback(tmp_path, "2025-01-01-000000000000")
    assert named(1) in refused.value.next_step


def test_nothing_built_yet_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoBuild):
        current(tmp_path)
    with pytest.raises(NoBuild):
        current(tmp_path / "not there")


def flip_a_byte(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0x01
    file.write_bytes(content)


DAMAGES = {
    "a bit of the database": lambda build: flip_a_byte(build.path / "partnership.duckdb"),
    "a bit of the receipt": lambda build: flip_a_byte(build.path / "receipt.json"),
    "a bit of the manifest": lambda build: flip_a_byte(build.path / "manifest.json"),
    "the manifest with a blank more": lambda build: (build.path / "manifest.json").write_text(
        (build.path / "manifest.json").read_text() + " "
    ),
    "the manifest not JSON": lambda build: (build.path / "manifest.json").write_text("[]"),
    "the manifest not text": lambda build: (build.path / "manifest.json").write_bytes(b"\xff\xfe"),
    "no manifest": lambda build: (build.path / "manifest.json").unlink(),
    "no database": lambda build: (build.path / "partnership.duckdb").unlink(),
    "half a database": lambda build: os.truncate(build.path / "partnership.duckdb", 5),
    "a log beside the database": lambda build: (build.path / "partnership.duckdb.wal").touch(),
    "another build's manifest": lambda build: (build.path / "manifest.json").write_text(
        (build.path.with_name(named(1)) / "manifest.json").read_text()
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_build_is_noticed_and_the_one_before_it_shown(
    tmp_path: Path, damage: str
) -> None:
    published(tmp_path, 1)
    build = published(tmp_path, 2)
    verify(build)
    DAMAGES[damage](build)
    with pytest.raises(DamagedBuild):
        verify(Build(build.path))
    shown = current(tmp_path)
    assert shown.name == named(1)
    assert named(2) in shown.warning and named(1) in shown.warning
    with pytest.raises(DamagedBuild):
        rollback(tmp_path, named(2))


@pytest.mark.parametrize("content", [b"", b"2026-09-09-000000000000", b"../elsewhere", b"\xff\xff"])
def test_a_damaged_pointer_shows_the_newest_intact_build(tmp_path: Path, content: bytes) -> None:
    published(tmp_path, 1)
    published(tmp_path, 2)
    (tmp_path / "CURRENT").write_bytes(content)
    assert current(tmp_path).name == named(2)
    assert "CURRENT" in current(tmp_path).warning


def test_where_nothing_is_intact_no_figure_is_shown(tmp_path: Path) -> None:
    build = published(tmp_path, 1)
    flip_a_byte(build.path / "partnership.duckdb")
    with pytest.raises(DamagedBuild):
        current(tmp_path)


def test_a_damaged_build_of_the_same_name_makes_way(tmp_path: Path) -> None:
    flip_a_byte(published(tmp_path, 1).path / "partnership.duckdb")
    published(tmp_path, 1)
    verify(current(tmp_path))
    assert current(tmp_path).warning == ""
    published(tmp_path, 2)
    assert strays(tmp_path) == []


def test_an_intact_build_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(tmp_path, 1)
    current(tmp_path)
    monkeypatch.setattr("partnership.published.checksum", lambda file: "never asked")
    assert current(tmp_path).warning == ""


def test_a_pointer_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(tmp_path, 1)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as failing:
        failing.setattr(os, "replace", full)
        with pytest.raises(OSError, match="No space"):
            published(tmp_path, 2)
    assert current(tmp_path).name == named(1)
    publishing.show(tmp_path, named(2))
    assert current(tmp_path).name == named(2)
