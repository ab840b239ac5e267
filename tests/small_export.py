"""A small export as files, for tests that build from a folder."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

Rows = Sequence[Mapping[str, str]]

SEARCHES = [
    {"search_id": "S1", "title": "Engineer", "opened_on": "2026-01-05", "status": "filled"}
    | {"closed_on": "2026-03-01", "department": "Tech"},
    {"search_id": "S2", "title": "Analyst", "opened_on": "2026-02-01", "status": "open"}
    | {"closed_on": "", "department": "Tech"},
]
CANDIDATES = [
    {"candidate_id": "C1", "full_name": "Ann Zebra", "email": "ann.zebra@example.com"},
    {"candidate_id": "C2", "full_name": "Bob Yak", "email": "bob.yak@example.com"},
]
SUBMISSIONS = [
    {"submission_id": "U1", "search_id": "S1", "candidate_id": "C1", "channel": "agency"}
    | {"agency_id": "A1", "received_at": "2026-01-10T09:00:00Z"},
    {"submission_id": "U2", "search_id": "S1", "candidate_id": "C2", "channel": "direct"}
    | {"agency_id": "", "received_at": "2026-01-11T09:00:00Z"},
]
TABLES: dict[str, Rows] = {
    "searches": SEARCHES,
    "candidates": CANDIDATES,
    "submissions": SUBMISSIONS,
}


def write_export(folder: Path, **tables: Rows) -> Path:
    """The small export in `folder`, with these tables in place of its own or beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (TABLES | tables).items():
        write_table(folder / f"{name}.csv", rows)
    return folder


def write_table(file: Path, rows: Rows) -> None:
    """Rows as CSV, their names as the header."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
