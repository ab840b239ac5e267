"""Defects planted on purpose, one at a time: the attack must find each of them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from shutil import copytree

import duckdb
import pytest
import streamlit as st
from how_many import todays
from reliability.attack import canaries, channels
from reliability.attack.channels import Attacker, Attempt
from screen_builds import made_once

from partnership import packs, queries, settings
from partnership.commands import reading
from partnership.files import write_sealed
from partnership.published import MANIFEST, Build, current
from partnership.readers import HR_FILE, Reader
from partnership.ui import admission, signed_in, source, view_as

MINE, RIVALS = "A-02", ["A-03", "A-05", "A-01", "A-07"]
Plant = Callable[[pytest.MonkeyPatch, Build], Iterator[Attempt]]


@pytest.fixture
def build(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Build:
    """A copy of the marked build, to be harmed."""
    marked = current(made_once("marked", tmp_path_factory.getbasetemp()))
    copy = Build(tmp_path / "builds" / marked.name)
    copytree(marked.path, copy.path)
    (copy.path.parent / "CURRENT").write_text(copy.name)
    monkeypatch.setattr(settings, "BUILDS", copy.path.parent)
    monkeypatch.setattr(settings, "RECORDS", tmp_path / "records")
    monkeypatch.setenv("PARTNERSHIP_READER", f"agency:{canaries.agency_id(MINE)}")
    st.cache_data.clear()
    st.cache_resource.clear()
    return copy


def every_reader_opens_hrs_file(patch: pytest.MonkeyPatch, build: Build) -> Iterator[Attempt]:
    patch.setattr(Reader, "file_in", lambda self, path: path / HR_FILE)
    return channels.exports(Attacker(MINE, build), RIVALS[:1])


def one_connection_for_all_files(patch: pytest.MonkeyPatch, build: Build) -> Iterator[Attempt]:
    opened: list[queries.Connection] = []

    def first_opened(file: str) -> queries.Connection:
        opened[:] = opened or [queries.opened(Path(file))]
        return opened[0]

    patch.setattr(source, "_connection", first_opened)
    return channels.remembered(Attacker(MINE, build), RIVALS[:1])


def the_cache_forgets_whose_rows_they_are(
    patch: pytest.MonkeyPatch, build: Build
) -> Iterator[Attempt]:
    kept: dict[object, object] = {}
    ask = source._remembered_rows.__wrapped__

    def remembered(file: str, reader: Reader, *asked: object) -> object:
        if asked not in kept:
            kept[asked] = ask(file, reader, *asked)
        return kept[asked]

    patch.setattr(source, "_remembered_rows", remembered)
    return channels.remembered(Attacker(MINE, build), RIVALS[:1])


def what_is_hrs_is_answered_to_agencies(
    patch: pytest.MonkeyPatch, build: Build
) -> Iterator[Attempt]:
    patch.setattr(Reader, "may_read", lambda self, readers: True)
    patch.setattr(queries, "refuse_what_cannot_be_answered", lambda cursor, asked: None)
    return channels.of_hr_alone(Attacker(MINE, build), RIVALS[:1])


def hrs_screens_are_in_the_menu(patch: pytest.MonkeyPatch, build: Build) -> Iterator[Attempt]:
    patch.setattr(Reader, "kind", "hr")
    return channels.addresses(Attacker(MINE, build), RIVALS, ["what_works"])


def an_agency_may_look_as_another(patch: pytest.MonkeyPatch, build: Build) -> Iterator[Attempt]:
    patch.setattr(signed_in, "reader_now", lambda: view_as.chosen())
    return channels.addresses(Attacker(MINE, build), RIVALS, ["hires", "offers"])


def the_address_says_who_reads(patch: pytest.MonkeyPatch, build: Build) -> Iterator[Attempt]:
    def admit(claims: object) -> Reader:
        return Reader(st.query_params.get("agency", canaries.agency_id(MINE)))

    patch.setattr(admission, "admit", admit)
    return channels.addresses(Attacker(MINE, build), RIVALS, ["offers"])


def the_session_says_who_reads(patch: pytest.MonkeyPatch, build: Build) -> Iterator[Attempt]:
    names = {channels.name_of(build, one): canaries.agency_id(one) for one in RIVALS}

    def admit(claims: object) -> Reader:
        return Reader(names.get(st.session_state.get("reader"), canaries.agency_id(MINE)))

    patch.setattr(admission, "admit", admit)
    return channels.forged_state(Attacker(MINE, build), RIVALS, ["offers"])


def the_manifest_goes_along_whole(patch: pytest.MonkeyPatch, build: Build) -> Iterator[Attempt]:
    whole = packs._manifest
    patch.setattr(packs, "_manifest", lambda build, *rest: build.manifest | whole(build, *rest)
                  | {"agencies": build.manifest["agencies"]})  # fmt: skip
    return channels.packed(Attacker(MINE, build), RIVALS[:1], build.path.parent.parent)


def a_refusal_lists_every_agency(patch: pytest.MonkeyPatch, build: Build) -> Iterator[Attempt]:
    def refuse(connection: object, chosen: Sequence[str]) -> None:
        for one in chosen:
            raise reading.NoAccess(f"no agency {one!r}", f"{build.manifest['agencies']}")

    patch.setattr(reading, "_refuse_unknown_agencies", refuse)
    return channels.command_line(Attacker(MINE, build), RIVALS[:1])


def rewritten(select: str, mart: str) -> Plant:
    """The agency's file with another select for one mart, as a forgotten `where` would make it."""

    def plant(patch: pytest.MonkeyPatch, build: Build) -> Iterator[Attempt]:
        file = Attacker(MINE, build).reader.file_in(build.path)
        file.chmod(0o600)
        with closing(duckdb.connect(str(file))) as own:
            own.execute(f"attach '{build.path / HR_FILE}' as hr (read_only)")
            own.execute(f"delete from marts.{mart}")
            own.execute(f"insert into marts.{mart} {select}")
        manifest = build.manifest
        listed = manifest["files"]
        name = f"agencies/{file.name}"
        listed[name] = {"sha256": packs.checksum(file), "bytes": file.stat().st_size}
        write_sealed(build.path / MANIFEST, manifest)
        fresh = Build(build.path)
        yield from channels.filtered(Attacker(MINE, fresh), RIVALS[:1])
        yield from channels.packed(Attacker(MINE, fresh), RIVALS[:1], build.path.parent.parent)

    return plant


PLANTED: dict[str, Plant] = {
    "every reader opens HR's file": every_reader_opens_hrs_file,
    "one connection for all files": one_connection_for_all_files,
    "the cache forgets whose rows they are": the_cache_forgets_whose_rows_they_are,
    "what is HR's is answered to agencies": what_is_hrs_is_answered_to_agencies,
    "HR's screens are in the menu": hrs_screens_are_in_the_menu,
    "an agency may look as another": an_agency_may_look_as_another,
    "the address says who reads": the_address_says_who_reads,
    "the session says who reads": the_session_says_who_reads,
    "the manifest goes along whole": the_manifest_goes_along_whole,
    "a refusal lists every agency": a_refusal_lists_every_agency,
    "no where in the submissions": rewritten("from hr.marts.submission", "submission"),
    "no where in the offers": rewritten("from hr.marts.offer", "offer"),
    "the contacts go along": rewritten("from hr.marts.person_contact", "person_contact"),
    "HR's people go along": rewritten("from hr.marts.search", "search"),
    "HR's benchmark goes along": rewritten("from hr.marts.peer_figure", "peer_figure"),
    "everybody's promises go along": rewritten("from hr.marts.commitment", "commitment"),
}
# Every run plants one, another one on another day; the long run all.
TODAY = todays(list(PLANTED), len(PLANTED))


@pytest.mark.parametrize("defect", TODAY)
def test_a_planted_defect_is_found(
    build: Build, monkeypatch: pytest.MonkeyPatch, defect: str, tmp_path: Path
) -> None:
    found = Counter(
        attempt.channel for attempt in PLANTED[defect](monkeypatch, build) if attempt.leaks(MINE)
    )
    assert found.total() > 0
