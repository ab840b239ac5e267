"""One agency's figures in a zip: what it may see and nothing else, opened without a server.

An unpacked pack is a build like any other, with that agency's file alone, so it is read, checked
and shown by the same code.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any

from partnership import queries
from partnership.errors import DamagedBuild, NoAccess, PackRefused
from partnership.files import (
    OWNER_ONLY_FILE,
    BrokenSeal,
    checksum,
    private_folder,
    sealed_json,
    write_sealed,
)
from partnership.labels import packs as words
from partnership.published import BUILD_NAME, MANIFEST, Build, verify
from partnership.publishing import draft_in, publish, show
from partnership.readers import Reader, agency_file_stem

GUIDE = "HOW TO OPEN.txt"
# What of a manifest goes along: nothing that tells of other agencies or of HR's files.
TOLD = ("created_at", "as_of", "as_of_source", "owner", "is_synthetic", "versions", "settings")
# A manifest names a handful of files; a database is as large as its manifest says, up to this.
LARGEST_MANIFEST, LARGEST_FILE = 10**6, 8 * 2**30
# The same pack is the same bytes: the time that a zip has to give each file.
NO_TIME = (1980, 1, 1, 0, 0, 0)
CHUNK = 2**20
# What reading a zip that is not as it was packed raises, byte by byte.
NOT_AS_PACKED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
    *(BrokenSeal, KeyError, TypeError, ValueError),
)


def pack(build: Build, agency_id: str, file: Path) -> None:
    """Write the agency's figures of a published build into the zip `file`.

    Raises NoAccess where the build holds no file for the agency, DamagedBuild where it is not as it
    was published.
    """
    verify(build)
    _refuse_unknown(build, agency_id)
    database = Reader(agency_id).file_in(build.path)
    name = _member(database.stem)
    private_folder(file.parent)
    with TemporaryDirectory() as made, zipfile.ZipFile(file, "w") as archive:
        guide, manifest = Path(made) / GUIDE, Path(made) / MANIFEST
        guide.write_text(words.GUIDE.format(file=file.name), encoding="utf-8")
        told = _manifest(build, agency_id, name, database)
        write_sealed(manifest, told | {"guide": checksum(guide)})
        for member, content in ((GUIDE, guide), (MANIFEST, manifest), (name, database)):
            _add(archive, member, content)
    file.chmod(OWNER_ONLY_FILE)


def unpack(file: Path, builds: Path) -> Build:
    """Publish the figures of a pack in the folder `builds`, and show them.

    Raises PackRefused for what is no pack, or not byte for byte the one that was packed.
    """
    with _opened(file) as archive, draft_in(builds) as draft:
        manifest = _extracted_manifest(archive, draft)
        _extract(archive, GUIDE, draft / GUIDE, LARGEST_MANIFEST)
        if checksum(draft / GUIDE) != manifest["guide"]:
            raise ValueError(f"{GUIDE} is another")
        for name, published in manifest["files"].items():
            _extract(archive, name, draft / name, int(published["bytes"]))
            if checksum(draft / name) != published["sha256"]:
                raise ValueError(f"{name} is another")
            # A view in what came by mail would be SQL of somebody else's.
            if not queries.holds_tables_alone(draft / name):
                raise ValueError(f"{name} is no database of tables")
        return _shown(draft, builds, manifest)


def packed_for(build: Build) -> str | None:
    """The agency that a build was packed for; None for a build of one's own."""
    try:
        agency_id = build.manifest.get("packed_for")
    except DamagedBuild:
        return None
    return None if agency_id is None else str(agency_id)


def name_where_made(build: Build) -> str:
    """What the figures are called where they were made: a pack has a name of its own, and two who
    hold the same figures should read the same name."""
    name = str(build.manifest.get("packed_from", build.name))
    return name if BUILD_NAME.fullmatch(name) else build.name


def name_of(build: Build, agency_id: str) -> str:
    """How the agency is called in its own file."""
    with closing(queries.opened(Reader(agency_id).file_in(build.path))) as connection:
        agencies = queries.metric_rows(connection, "filter_choices", folder="screens")
    named = agencies.loc[(agencies["kind"] == "agency") & (agencies["value"] == agency_id), "label"]
    return str(named.iloc[0]) if len(named) else agency_id


def folder_of(agency_id: str, received: Path) -> Path:
    """Where what an agency received lies, apart from its own figures and records."""
    return received / sha256(agency_id.encode()).hexdigest()[:16]


def agency_in(file: Path) -> str:
    """The agency that a zip was packed for. Raises PackRefused where it is no pack."""
    with _opened(file) as archive, TemporaryDirectory() as place:
        return str(_extracted_manifest(archive, Path(place))["packed_for"])


def _shown(draft: Path, builds: Path, manifest: dict[str, Any]) -> Build:
    """Show the pack; where it was opened before and is intact, nothing of it is written again."""
    name = str(manifest["name"])
    before = Build(builds / name)
    try:
        verify(before)
    except DamagedBuild:
        return publish(draft, builds, name)
    if before.manifest != manifest:
        return publish(draft, builds, name)
    show(builds, name)
    return before


def _manifest(build: Build, agency_id: str, name: str, database: Path) -> dict[str, Any]:
    """What the pack says about itself, under a name of its own."""
    told = {key: build.manifest[key] for key in TOLD if key in build.manifest}
    digest = sha256(f"{build.name} {agency_id}".encode()).hexdigest()[:12]
    return told | {
        "name": f"{build.name[:10]}-{digest}",
        "packed_from": build.name,
        "packed_for": agency_id,
        "agencies": {database.stem: agency_id},
        "files": {name: {"sha256": checksum(database), "bytes": database.stat().st_size}},
    }


def _refuse_unknown(build: Build, agency_id: str) -> None:
    """Raise NoAccess naming the agencies there are, by id and name."""
    known = build.manifest.get("agencies", {}).values()
    if agency_id not in known:
        listed = ", ".join(f"{one} ({name_of(build, one)})" for one in sorted(known))
        raise NoAccess(
            words.UNKNOWN.format(agency=agency_id), words.KNOWN.format(agencies=listed or "–")
        )


def _add(archive: zipfile.ZipFile, member: str, content: Path) -> None:
    entry = zipfile.ZipInfo(member, NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.file_size = content.stat().st_size
    with archive.open(entry, "w") as packed, content.open("rb") as source:
        copyfileobj(source, packed, CHUNK)


def _extracted_manifest(archive: zipfile.ZipFile, folder: Path) -> dict[str, Any]:
    """The manifest, its seal unbroken and naming one agency's file and no other."""
    _extract(archive, MANIFEST, folder / MANIFEST, LARGEST_MANIFEST)
    manifest = sealed_json(folder / MANIFEST)
    database = _member(agency_file_stem(str(manifest["packed_for"])))
    listed = list(manifest["files"]) == [database]
    if not listed or sorted(archive.namelist()) != sorted((GUIDE, MANIFEST, database)):
        raise ValueError("other files than an agency's own")
    if not BUILD_NAME.fullmatch(str(manifest["name"])):
        raise ValueError("a name that is none of a build")
    return manifest


def _member(stem: str) -> str:
    """An agency's file by its name within a build, and within a pack."""
    return f"agencies/{stem}.duckdb"


def _extract(archive: zipfile.ZipFile, name: str, target: Path, most: int) -> None:
    """Write one member, counting what really comes out: a zip may lie about its sizes."""
    private_folder(target.parent)
    written, most = 0, min(most, LARGEST_FILE)
    with archive.open(name) as packed, target.open("wb") as out:
        while chunk := packed.read(CHUNK):
            written += len(chunk)
            if written > most:
                raise ValueError(f"{name} is larger than it says")
            out.write(chunk)


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """The zip, and every way in which it is not the one that was packed in words."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except NOT_AS_PACKED as error:
        raise PackRefused(words.ALTERED.format(file=file.name), words.NEXT) from error
    except OSError as error:
        raise PackRefused(f"{file}: {error.strerror or error}", words.NEXT) from error
