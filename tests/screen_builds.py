"""Builds that screens are opened on, each made once however many processes run the tests."""

import csv
import fcntl
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from reliability.attack.canaries import write_marked
from small_export import CANDIDATES, SEARCHES, SUBMISSIONS, write_export

from partnership import builds
from partnership.settings import SAMPLE

HEADERS = {
    "searches": list(SEARCHES[0]),
    "candidates": list(CANDIDATES[0]),
    "submissions": list(SUBMISSIONS[0]),
    "agencies": ["agency_id", "name"],
    "meetings": ["meeting_id", "agency_id", "kind", "starts_at", "status"],
    "offers": ["offer_id", "submission_id", "extended_at", "outcome"],
    "placements": ["placement_id", "submission_id", "started_on"],
}


def of_sample(folder: Path) -> Path:
    """The sample's build, in a folder of builds."""
    builds.build([SAMPLE], builds=folder / "builds")
    return folder / "builds"


def of_nothing(folder: Path) -> Path:
    """A build of files that hold headers and no row."""
    export = folder / "export"
    export.mkdir(parents=True, exist_ok=True)
    for table, columns in HEADERS.items():
        _write(export / f"{table}.csv", columns)
    _write(export / "export.csv", ["exported_at"], ["2026-09-30T23:59:59Z"])
    builds.build([export], builds=folder / "builds")
    return folder / "builds"


def of_one_row(folder: Path) -> Path:
    """A build of one search, one candidate, one submission, one meeting, one offer and one
    start."""
    meeting = {"meeting_id": "M1", "agency_id": "A1", "kind": "check_in"}
    offer = {"offer_id": "O1", "submission_id": "U1", "extended_at": "2026-02-10T09:00:00Z"}
    export = write_export(
        folder / "export",
        searches=SEARCHES[:1],
        candidates=CANDIDATES[:1],
        submissions=SUBMISSIONS[:1],
        agencies=[{"agency_id": "A1", "name": "Harbour"}],
        meetings=[meeting | {"starts_at": "2026-02-01T09:00:00Z", "status": "held"}],
        offers=[offer | {"outcome": "accepted"}],
        placements=[{"placement_id": "H1", "submission_id": "U1", "started_on": "2026-02-23"}],
    )
    builds.build([export], builds=folder / "builds")
    return folder / "builds"


def of_two_agencies(folder: Path) -> Path:
    """A build of a few rows of each of two agencies, Harbour (A1) and Northgate (A2)."""
    own, of_both = SUBMISSIONS[0], []
    for agency in ("A1", "A2"):
        of_both += [own | {"submission_id": f"U{agency}{row}", "agency_id": agency,
                           "candidate_id": f"C{agency}{row}"} for row in range(3)]  # fmt: skip
    export = write_export(
        folder / "export",
        searches=SEARCHES,
        candidates=[
            {"candidate_id": row["candidate_id"], "full_name": f"Person {row['agency_id']}"}
            for row in of_both
        ],  # fmt: skip
        submissions=of_both,
        agencies=[{"agency_id": "A1", "name": "Harbour"}, {"agency_id": "A2", "name": "Northgate"}],
        export=[{"exported_at": "2026-09-30T23:59:59Z"}],
        offers=[
            {
                "offer_id": f"O{agency}",
                "submission_id": f"U{agency}0",
                "outcome": "accepted",
                "extended_at": "2026-02-10T09:00:00Z",
            }
            for agency in ("A1", "A2")
        ],  # fmt: skip
    )
    builds.build([export], builds=folder / "builds")
    return folder / "builds"


KINDS: dict[str, Callable[[Path], Path]] = {
    "sample": of_sample,
    "empty": of_nothing,
    "one row": of_one_row,
}


def of_marked_agencies(folder: Path) -> Path:
    """A build in which each agency's rows carry a word and numbers of its own."""
    export = write_marked(folder / "export", submissions=400)
    builds.build([export], builds=folder / "builds", records=folder / "records")
    return folder / "builds"


def of_small_export(folder: Path) -> Path:
    """A build of the small export as it is."""
    builds.build([write_export(folder / "exports")], builds=folder / "builds")
    return folder / "builds"


MORE_KINDS = {
    "two agencies": of_two_agencies,
    "marked": of_marked_agencies,
    "small export": of_small_export,
}


def made_once(
    kind: str, temporary: Path, kinds: Mapping[str, Callable[[Path], Path]] | None = None
) -> Path:
    """The builds of one kind, made by whichever process of this test run comes first.

    `temporary` is pytest's own folder; of several workers each has one, in one of the run's.
    """
    run = temporary.parent if "PYTEST_XDIST_WORKER" in os.environ else temporary
    folder = run / "screens" / kind.replace(" ", "_")
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / "builds" / "CURRENT"
        return done.parent if done.exists() else (kinds or KINDS | MORE_KINDS)[kind](folder)


def _write(file: Path, *rows: list[str]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
