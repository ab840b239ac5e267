"""Rows that were set aside, kept for a while so that they can be looked at and corrected."""

import csv
import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb

from partnership.downloads import defused
from partnership.files import OWNER_ONLY_FILE, private_folder
from partnership.receipt import rows

ROWS = "rows.csv"
COLUMNS = ("file", "line", "table", "column", "rule", "reason", "value")


def folder_beside(builds: Path) -> Path:
    """data/builds → data/quarantine; a folder of another name has its own inside."""
    return builds.with_name("quarantine") if builds.name == "builds" else builds / "quarantine"


def keep_set_aside(
    connection: duckdb.DuckDBPyConnection, builds: Path, name: str, days: int
) -> None:
    """Write the values that were set aside to quarantine/<build>/rows.csv; drop those grown old."""
    quarantine = private_folder(folder_beside(builds))
    drop_older_than(quarantine, days)
    set_aside = rows(connection, "set_aside_rows")
    if not set_aside:
        return
    file = private_folder(quarantine / name) / ROWS
    file.touch(mode=OWNER_ONLY_FILE)
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows([_safe(row[column]) for column in COLUMNS] for row in set_aside)


def drop_older_than(quarantine: Path, days: int) -> None:
    """Remove the rows of builds that were made longer ago than this."""
    oldest = (datetime.now(UTC) - timedelta(days=days)).timestamp()
    for folder in quarantine.iterdir():
        with suppress(OSError):
            if folder.is_dir() and folder.stat().st_mtime < oldest:
                shutil.rmtree(folder)


def _safe(value: object) -> object:
    return defused(value) if isinstance(value, str) else value
