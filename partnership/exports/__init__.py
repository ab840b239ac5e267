"""Files → raw tables: find, recognise, read as text, account for every row."""

from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from partnership.answers import NO_ANSWERS, Answers
from partnership.exports.delimited import load_delimited
from partnership.exports.json_files import load_json
from partnership.exports.names import raw_name
from partnership.exports.parquet import load_parquet
from partnership.exports.raw_tables import set_aside
from partnership.exports.report import (
    UPLOAD_LIMITS,
    FileReport,
    IgnoredFile,
    Limits,
    LoadReport,
    RejectedRow,
)
from partnership.exports.sources import found, source
from partnership.exports.spreadsheets import load_workbook

Progress = Callable[[str, float], None]
READERS = {
    "csv": load_delimited,
    "xlsx": load_workbook,
    "parquet": load_parquet,
    "json": load_json,
    "jsonl": load_json,
}
NO_LIMITS = Limits()


def load(
    con: duckdb.DuckDBPyConnection,
    paths: Sequence[Path],
    answers: Answers = NO_ANSWERS,
    *,
    progress: Progress = lambda step, share: None,
    limits: Limits = NO_LIMITS,
) -> LoadReport:
    """Read files and folders into schema `raw`: every column as text, plus _file and _line.

    Every physical record becomes a row of raw.<table> or a RejectedRow, which also goes to
    quarantine.row. Files of one table are put under each other by column name. Raises
    UnreadableExport or WrongColumns where a file as a whole can't be read, and NeedsAnswer where
    only a person can say how.
    """
    files, ignored = found(paths)
    report = LoadReport(ignored=ignored)
    con.execute("create schema if not exists raw")
    for done, (path, file) in enumerate(files):
        progress(f"Reading {file}", done / len(files))
        one = source(path, file, limits)
        reports, rejected = READERS[one.format](con, one, answers, limits)
        report.files += reports
        report.rejected += rejected
    set_aside(con, report.rejected)
    progress("All files read", 1.0)
    return report


__all__ = [
    "NO_LIMITS",
    "UPLOAD_LIMITS",
    "FileReport",
    "IgnoredFile",
    "Limits",
    "LoadReport",
    "Progress",
    "RejectedRow",
    "load",
    "raw_name",
]
