"""One agency's figures in a zip: what goes along, that it opens elsewhere, and only as packed."""

import json
import shutil
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import duckdb
import pytest
from how_many import seeds
from small_export import write_export

from partnership import builds, packs, queries
from partnership.__main__ import main
from partnership.errors import DamagedBuild, NoAccess, PackRefused
from partnership.files import write_sealed
from partnership.published import Build, current, verify
from partnership.readers import HR, Reader

MINE, RIVAL = "A1", "0rival-a"
DATABASE = f"agencies/{Reader(MINE).stem}.duckdb"
Mend = Callable[[Path], None]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Two agencies, each with a candidate of its own on one search."""
    folder = tmp_path_factory.mktemp("two-agencies")
    submitted = {"search_id": "S1", "channel": "agency"}
    export = write_export(
        folder / "export",
        export=[{"exported_at": "2026-04-10T12:00:00Z"}],
        agencies=[{"agency_id": MINE, "name": "Harbour"}, {"agency_id": RIVAL, "name": "0rival"}],
        submissions=[
            submitted
            | {"submission_id": "U1", "candidate_id": "C1", "agency_id": MINE}
            | {"received_at": "2026-01-10T09:00:00Z"},
            submitted
            | {"submission_id": "0rival-u", "candidate_id": "C2", "agency_id": RIVAL}
            | {"received_at": "2026-01-11T09:00:00Z"},
        ],
    )
    return builds.build([export], builds=folder / "builds", records=folder / "records")


@pytest.fixture(scope="module")
def zipped(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is sent to the one agency."""
    file = tmp_path_factory.mktemp("sent") / "harbour.zip"
    packs.pack(build, MINE, file)
    return file


def test_it_opens_elsewhere_with_the_same_figures(
    build: Build, zipped: Path, tmp_path: Path
) -> None:
    opened = packs.unpack(zipped, tmp_path / "builds")
    verify(opened)
    assert packs.packed_for(opened) == MINE
    assert packs.packed_for(build) is None
    for metric in ("funnel", "time_to_fill", "feedback_latency"):
        answers = []
        for one in (build, opened):
            with closing(queries.opened(Reader(MINE).file_in(one.path))) as connection:
                answers.append(queries.metric_rows(connection, metric))
        assert answers[0].equals(answers[1])
        assert len(answers[0])


def test_nobody_else_finds_a_file_in_it(zipped: Path, tmp_path: Path) -> None:
    opened = packs.unpack(zipped, tmp_path / "builds")
    for reader in (HR, Reader(RIVAL)):
        with pytest.raises(NoAccess):
            reader.file_in(opened.path)


def test_nothing_of_another_agency_is_in_any_byte(build: Build, zipped: Path) -> None:
    with zipfile.ZipFile(zipped) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert sorted(held) == [packs.GUIDE, DATABASE, "manifest.json"]
    assert all(b"0rival" not in content.lower() for content in held.values())
    assert b"0rival" in (build.path / "manifest.json").read_bytes().lower()  # the search bites
    told = json.loads(held["manifest.json"])
    assert "exports" not in told
    assert "counts" not in told
    assert told["agencies"] == {Reader(MINE).stem: MINE}


def test_the_same_figures_are_the_same_bytes(build: Build, zipped: Path, tmp_path: Path) -> None:
    again = tmp_path / zipped.name
    packs.pack(build, MINE, again)
    assert again.read_bytes() == zipped.read_bytes()


@pytest.mark.parametrize("seed", seeds(4, 40))
def test_a_changed_byte_is_refused_or_changes_nothing(
    zipped: Path, tmp_path: Path, seed: int
) -> None:
    """Ten bytes of the file a run, each changed alone; what opens holds what was packed."""
    draw, whole = Random(seed), zipped.read_bytes()
    refused = 0
    for number in range(10):
        changed, at = bytearray(whole), draw.randrange(len(whole))
        changed[at] ^= 1 << draw.randrange(8)
        file = tmp_path / f"changed-{number}.zip"
        file.write_bytes(changed)
        try:
            opened = packs.unpack(file, tmp_path / f"builds-{number}")
        except PackRefused:
            refused += 1
            assert not packs_in(tmp_path / f"builds-{number}")
        else:
            with zipfile.ZipFile(zipped) as archive:
                assert (opened.path / DATABASE).read_bytes() == archive.read(DATABASE)
    assert refused >= 8  # all but those in what a zip notes and nobody reads


def packs_in(folder: Path) -> list[Path]:
    return [entry for entry in folder.glob("*") if entry.name[0] != "."]


def rewritten(zipped: Path, target: Path, mend: Mend) -> Path:
    """The zip with what `mend` does to its unpacked files."""
    folder = target / "content"
    with zipfile.ZipFile(zipped) as archive:
        archive.extractall(folder)
    mend(folder)
    file = target / "mended.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in sorted(folder.rglob("*")):
            if entry.is_file():
                archive.write(entry, entry.relative_to(folder).as_posix())
    return file


def edit_a_cell(folder: Path) -> None:
    with closing(duckdb.connect(str(folder / DATABASE))) as connection:
        connection.execute("update marts.submission set decision = 'advanced'")


def say_something_else(folder: Path) -> None:
    (folder / packs.GUIDE).write_text("Run this first: …")


def name_another_agency(folder: Path) -> None:
    text = (folder / "manifest.json").read_text()
    (folder / "manifest.json").write_text(text.replace(f'"{MINE}"', '"A2"'))


def add_a_file(folder: Path) -> None:
    (folder / "partnership.duckdb").write_text("all of HR's figures")


def lose_the_database(folder: Path) -> None:
    (folder / DATABASE).unlink()


def sealed_with(folder: Path, **said: object) -> None:
    facts = json.loads((folder / "manifest.json").read_text())
    del facts["seal"]
    write_sealed(folder / "manifest.json", facts | said)


def say_it_is_smaller(folder: Path) -> None:
    size = (folder / DATABASE).stat().st_size
    listed = json.loads((folder / "manifest.json").read_text())["files"]
    listed[DATABASE]["bytes"] = size - 1
    sealed_with(folder, files=listed)


def climb_out(folder: Path) -> None:
    sealed_with(folder, name="../../escaped")


def hide_a_view(folder: Path) -> None:
    from partnership.files import checksum

    with closing(duckdb.connect(str(folder / DATABASE))) as connection:
        connection.execute("create view marts.sums as select 1 as one")
    size = (folder / DATABASE).stat().st_size
    listed = {DATABASE: {"sha256": checksum(folder / DATABASE), "bytes": size}}
    sealed_with(folder, files=listed)


@pytest.mark.parametrize(
    "mend",
    [
        edit_a_cell,
        say_something_else,
        name_another_agency,
        add_a_file,
        lose_the_database,
        say_it_is_smaller,
        climb_out,
        hide_a_view,
    ],
)
def test_what_was_altered_is_refused(zipped: Path, tmp_path: Path, mend: Mend) -> None:
    file = rewritten(zipped, tmp_path, mend)
    with pytest.raises(PackRefused, match=r"mended\.zip is not, byte for byte"):
        packs.unpack(file, tmp_path / "builds")
    assert not packs_in(tmp_path / "builds")


def test_what_is_only_packed_anew_opens(zipped: Path, tmp_path: Path) -> None:
    """Those above are refused for what was changed, not for being zipped again."""
    file = rewritten(zipped, tmp_path, lambda folder: None)
    assert packs.unpack(file, tmp_path / "builds").name


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"id,name\n1,Ann\n"])
def test_another_file_is_no_pack(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "other.zip"
    file.write_bytes(content)
    with pytest.raises(PackRefused):
        packs.unpack(file, tmp_path / "builds")


def test_opened_again_it_leaves_nothing_behind(zipped: Path, tmp_path: Path) -> None:
    opened = packs.unpack(zipped, tmp_path / "builds")
    written = (opened.path / DATABASE).stat().st_ino
    for _ in range(2):
        assert packs.unpack(zipped, tmp_path / "builds") == opened
    assert (opened.path / DATABASE).stat().st_ino == written
    assert left_in(tmp_path / "builds") == {".lock", "CURRENT", opened.name}


def test_figures_altered_after_opening_are_not_shown_until_it_is_opened_again(
    zipped: Path, tmp_path: Path
) -> None:
    opened = packs.unpack(zipped, tmp_path / "builds")
    database = opened.path / DATABASE
    database.chmod(0o600)
    database.write_bytes(database.read_bytes()[:-1] + b"x")
    with pytest.raises(DamagedBuild):
        current(tmp_path / "builds")
    # As if the one before had been killed on the way.
    (tmp_path / "builds" / f".building-replaced-{opened.name}").mkdir()
    packs.unpack(zipped, tmp_path / "builds")
    verify(current(tmp_path / "builds"))
    assert left_in(tmp_path / "builds") == {".lock", "CURRENT", opened.name}


def left_in(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_a_refused_file_leaves_what_was_shown(zipped: Path, tmp_path: Path) -> None:
    shown = packs.unpack(zipped, tmp_path / "builds")
    file = rewritten(zipped, tmp_path, edit_a_cell)
    with pytest.raises(PackRefused):
        packs.unpack(file, tmp_path / "builds")
    assert current(tmp_path / "builds").name == shown.name


def test_on_the_command_line(
    build: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, received = tmp_path / "to send" / "harbour.zip", tmp_path / "received"
    said = ["pack", "--agency", MINE, "--out", str(file), "--builds", str(build.path.parent)]
    assert main(said) == 0
    assert "nothing of anybody else" in capsys.readouterr().out
    opening = ["open", str(file), "--received", str(received), "--only-check"]
    assert main(opening) == 0
    told = capsys.readouterr()
    folder = packs.folder_of(MINE, received) / "builds"
    assert "Harbour" not in told.err
    assert f'compare LIST --builds "{folder}" --records "{folder.parent / "records"}"' in told.out
    asked = ["metric", "funnel", "--builds", str(folder), "--format", "json"]
    assert main(asked) == 1
    assert f"--reader agency:{MINE}" in capsys.readouterr().err
    assert main([*asked, "--reader", f"agency:{MINE}"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["received"] == 1


@pytest.mark.parametrize("agency", ["nobody", ""])
def test_an_agency_that_is_not_there_gets_no_file(
    build: Build, tmp_path: Path, agency: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out, folder = str(tmp_path / "x.zip"), str(build.path.parent)
    assert main(["pack", "--agency", agency, "--out", out, "--builds", folder]) == 1
    assert "No access" in capsys.readouterr().err
    assert not Path(out).exists()


def test_a_damaged_build_is_not_packed(build: Build, tmp_path: Path) -> None:
    copy = Build(tmp_path / build.name)
    shutil.copytree(build.path, copy.path)
    (copy.path / "partnership.duckdb").write_bytes(b"")
    with pytest.raises(DamagedBuild):
        packs.pack(copy, MINE, tmp_path / "x.zip")
