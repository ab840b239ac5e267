"""What the Data screen says of an import: its sentences and its tables, from the receipt."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import pandas as pd

from partnership import figures
from partnership.labels import data as words
from partnership.labels import metrics as definitions
from partnership.labels.shell import TABLE_NAMES

Receipt = Mapping[str, Any]


def finding(receipt: Receipt) -> str:
    """How much came in and whether all of it could be used."""
    rows, files = receipt["rows"], receipt["files"]
    fresh = words.FRESH.format(
        day=figures.day(datetime.fromisoformat(receipt["as_of"])),
        files=figures.counted(len(files), "file", "files"),
        rows=figures.number(rows["physical"]),
    )
    return f"{fresh} {_set_aside(rows['set_aside'])}"


def unassigned(receipt: Receipt) -> list[str]:
    """The sources nobody has yet called an agency or not."""
    return [row["source"] for row in receipt.get("unassigned_sources", ())]


def unassigned_sentence(receipt: Receipt) -> str:
    """Which they are, with their numbers of rows; empty where there are none."""
    sources = [f"{r['source']} ({r['rows']})" for r in receipt.get("unassigned_sources", ())]
    if not sources:
        return ""
    return f"{words.UNASSIGNED.format(sources=', '.join(sources))} {words.COUNTED_APART}"


def report_tables(receipt: Receipt) -> dict[str, pd.DataFrame]:
    """Title → table of everything the import report holds; tables without rows are left out."""
    lacking = [
        {"figure": definitions.of(name).title, "needs": _named(tables)}
        for name, tables in receipt["cannot_answer"].items()
    ]
    tables = {
        words.FILES: _table(
            receipt["files"], ("file", "physical", "accepted", "set_aside", "not_needed")
        ),
        words.SET_ASIDE: _table(receipt["rules"], ("table", "rows", "reason")),
        words.EXAMPLES: _table(receipt["examples"], ("file", "line", "column", "reason")),
        words.FLAGGED: _table(receipt["flags"], ("table", "rows", "reason")),
        words.LACKING: _table(lacking, ("figure", "needs")),
        words.CHANGED: _table(_changes(receipt["changes"]), ("table", "before", "now")),
        words.NOTES: _table(receipt["notes"], ("file", "column", "reason", "times")),
    }
    return {title: rows for title, rows in tables.items() if len(rows)}


def _set_aside(count: int) -> str:
    if count == 0:
        return words.ALL_READ
    if count == 1:
        return words.ONE_SET_ASIDE
    return words.SOME_SET_ASIDE.format(count=figures.number(count))


def _named(tables: Sequence[str]) -> str:
    return ", ".join(TABLE_NAMES.get(table, table.replace("_", " ")) for table in tables)


def _changes(changes: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    if changes is None:
        return []
    new = [{"table": name, "before": 0, "now": None} for name in changes["new_agencies"]]
    return [{"table": table, **moved} for table, moved in changes["rows"].items()] + new


def _table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    shown = pd.DataFrame(rows, columns=list(columns))
    if "table" in shown:
        shown["table"] = [_named([table]) for table in shown["table"]]
    return shown.rename(columns=words.COLUMNS)
