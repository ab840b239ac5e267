"""Files dropped on the screen: where they wait, which ones they replace, what names may do."""

from pathlib import Path

import pytest

from partnership import dropped


def names(files: list[Path]) -> list[str]:
    return [file.name for file in files]


def kept(exports: Path, *files: str) -> None:
    """Drop and accept these."""
    for name in files:
        dropped.keep(exports, name, b"old")
    dropped.accept(exports, dropped.waiting(exports))


@pytest.mark.parametrize(
    ("sent", "safe"),
    [
        ("searches.csv", "searches.csv"),
        ("../../x.csv", "x.csv"),
        ("..\\..\\x.csv", "x.csv"),
        ("/etc/passwd", "passwd"),
        (".hidden.csv", "hidden.csv"),
        ("..", "file"),
        ("", "file"),
        ("a\0b\n.csv", "a_b_.csv"),
        ("searches (1).csv", "searches.csv"),
        ("searches(12).xlsx", "searches.xlsx"),
        ("Bewerbungen März.csv", "Bewerbungen März.csv"),
        ("Ma\u0308rz.csv", "März.csv"),
        ("x" * 400 + ".csv", "x" * 80 + ".csv"),
    ],
)
def test_a_name_leads_nowhere_else(sent: str, safe: str) -> None:
    assert dropped.safe_name(sent) == safe


def test_a_dropped_file_waits_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    file = dropped.keep(tmp_path / "exports", "../../searches.csv", b"a;b\n")
    assert file.parent == tmp_path / "exports" / ".waiting"
    assert file.read_bytes() == b"a;b\n" and file.stat().st_mode & 0o077 == 0
    assert dropped.accepted(tmp_path / "exports") == []
    assert [entry.name for entry in tmp_path.iterdir()] == ["exports"]


def test_a_waiting_file_stands_in_for_the_older_one_of_its_table(tmp_path: Path) -> None:
    kept(tmp_path, "searches.csv", "candidates.csv")
    dropped.keep(tmp_path, "Searches (2).xlsx", b"new")
    to_build = dropped.to_build_from(tmp_path)
    assert names(to_build) == ["Searches.xlsx", "candidates.csv"]
    dropped.accept(tmp_path, to_build)
    assert names(dropped.accepted(tmp_path)) == ["Searches.xlsx", "candidates.csv"]
    assert dropped.waiting(tmp_path) == []


def test_dropping_a_table_again_replaces_what_waits(tmp_path: Path) -> None:
    dropped.keep(tmp_path, "searches.csv", b"one")
    dropped.keep(tmp_path, "searches.xlsx", b"two")
    assert names(dropped.waiting(tmp_path)) == ["searches.xlsx"]


def test_only_what_was_built_is_accepted(tmp_path: Path) -> None:
    dropped.keep(tmp_path, "searches.csv", b"one")
    built = dropped.to_build_from(tmp_path)
    dropped.keep(tmp_path, "candidates.csv", b"dropped by somebody else meanwhile")
    dropped.accept(tmp_path, built)
    assert names(dropped.accepted(tmp_path)) == ["searches.csv"]
    assert names(dropped.waiting(tmp_path)) == ["candidates.csv"]


def test_waiting_files_can_be_left_out_and_kept_ones_taken_out(tmp_path: Path) -> None:
    kept(tmp_path, "searches.csv", "candidates.csv")
    dropped.keep(tmp_path, "searches.csv", b"new")
    dropped.discard(tmp_path)
    assert [file.read_bytes() for file in dropped.to_build_from(tmp_path)] == [b"old", b"old"]
    assert names(dropped.to_build_from(tmp_path, without="searches.csv")) == ["candidates.csv"]
    dropped.remove(tmp_path, "searches.csv")
    assert names(dropped.accepted(tmp_path)) == ["candidates.csv"]


def test_other_files_in_the_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("notes")
    (tmp_path / ".DS_Store").write_text("")
    (tmp_path / "searches.csv").write_text("a")
    assert names(dropped.to_build_from(tmp_path)) == ["searches.csv"]


def test_a_file_goes_by_what_somebody_said_it_holds(tmp_path: Path) -> None:
    dropped.keep(tmp_path, "Jobs October.csv", b"a")
    dropped.keep(tmp_path, "candidates.csv", b"b")
    new_names = dropped.name_waiting(tmp_path, {"jobs_october": "searches"})
    assert new_names == {"Jobs October.csv": "searches.csv"}
    assert names(dropped.waiting(tmp_path)) == ["candidates.csv", "searches.csv"]
    dropped.keep(tmp_path, "jobs october.xlsx", b"c", {"jobs_october": "searches"})
    assert names(dropped.waiting(tmp_path)) == ["candidates.csv", "searches.xlsx"]


def test_whether_figures_were_made_from_the_kept_files(tmp_path: Path) -> None:
    kept(tmp_path, "searches.csv")
    assert dropped.are_those_of(tmp_path, [{"name": "searches.csv", "bytes": 3}])
    assert not dropped.are_those_of(tmp_path, [{"name": "searches.csv", "bytes": 4}])
    assert not dropped.are_those_of(tmp_path, [])
