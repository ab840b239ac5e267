"""Real exports, made by others: every record of every file is a row or set aside."""

import csv
import json
import os
from pathlib import Path

import duckdb
import pytest

from partnership.exports import LoadReport, load

FOLDER = Path(os.environ.get("EXTERNAL_DATA", ""))
pytestmark = pytest.mark.skipif(
    "EXTERNAL_DATA" not in os.environ, reason="EXTERNAL_DATA names no folder of real exports"
)
Rows = dict[str, list[tuple[object, ...]]]


def read(folder: str) -> tuple[LoadReport, Rows]:
    with duckdb.connect() as con:
        report = load(con, [FOLDER / folder])
        rows = {
            table: con.execute(
                f'select * exclude (_file, _line) from raw."{table}" order by _file, _line'
            ).fetchall()
            for table in report.tables
        }
    return report, rows


@pytest.mark.parametrize("folder", ["greenhouse_fivetran", "lever_fivetran", "febrl", "published"])
def test_text_files_are_loaded_to_the_letter(folder: str) -> None:
    report, tables = read(folder)
    files = sorted((FOLDER / folder).glob("*.csv"))
    assert len(report.files) == len(files) > 0 and report.rejected == []
    for file in files:
        with file.open(encoding="utf-8", newline="") as lines:
            expected = [tuple(row) for row in csv.reader(lines)][1:]
        assert tables[file.stem.lower()] == expected


@pytest.mark.parametrize("folder", ["airbyte_greenhouse", "airbyte_lever"])
def test_streams_are_loaded_by_stream(folder: str) -> None:
    report, _ = read(folder)
    text = (FOLDER / folder / "expected_records_subset.jsonl").read_text(encoding="utf-8")
    streams = [json.loads(line)["stream"] for line in text.splitlines() if line.strip()]
    loaded = {file.table: file.loaded for file in report.files if file.format == "jsonl"}
    assert loaded == {stream: streams.count(stream) for stream in streams}
    assert report.rejected == []


def test_documentation_yields_its_response_examples() -> None:
    report, _ = read("greenhouse_harvest_docs")
    for file in sorted((FOLDER / "greenhouse_harvest_docs").glob("*.json")):
        wanted = others = 0
        for block in json.loads(file.read_text(encoding="utf-8")):
            is_response = block["section"].startswith(("## The ", "## GET: "))
            example = block.get("json") if is_response else None
            others += not example
            wanted += len(example) if isinstance(example, list) else bool(example)
        (one,) = (found for found in report.files if found.table == file.stem)
        assert (one.loaded, one.rejected) == (wanted, others), file.name
    invalid = [row for row in report.rejected if row.rule == "invalid_json"]
    assert len(invalid) == 3
