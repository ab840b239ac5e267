"""What is kept, as the cells of a template, and cells as text again."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from partnership.entries import Entry, kept
from partnership.entries.tables import typed_tables
from partnership.exports.spreadsheets import cell_text
from partnership.grids import ATTENDEES, Names, shown
from partnership.headings import MEETINGS, PRESENT
from partnership.labels.records import ALL_AGENCIES

# Two sheets nobody sees: what each row was, and what may be chosen.
HIDDEN, LISTS = "kept", "lists"
NUMBERS = ("count", "rating", "money", "fraction")


def rows_kept(folder: Path, table: str) -> dict[int, dict[str, str]]:
    """Number → values of every entry; for a meeting also which sides were there."""
    there = sides_there(folder) if table == MEETINGS else {}
    return {entry.number: _values(entry, there) for entry in kept(folder, table)}


def sides_there(folder: Path) -> dict[str, dict[str, str]]:
    """Meeting → side → whether any of it was there, as far as that was typed."""
    there: dict[str, dict[str, str]] = {}
    for entry in kept(folder, ATTENDEES):
        sides = there.setdefault(entry.values["meeting_id"], {})
        is_there = entry.values["attended"] != "false"
        before = sides.get(entry.values["party"]) == "true"
        sides[entry.values["party"]] = "true" if is_there or before else "false"
    return there


def cell(table: str, column: str, value: str, names: Names) -> str | float | date | datetime:
    """A kept value as a spreadsheet holds it: a number, a day, a moment without a zone, or text."""
    kind = "flag" if column in PRESENT else typed_tables()[table].column(column).kind
    if column == "agency_id" and not value:
        return ALL_AGENCIES
    try:
        if kind in NUMBERS and value:
            return float(value)
        if kind in ("day", "instant") and value:
            return date.fromisoformat(value) if len(value) == 10 else _moment(value)
    except ValueError:  # typed into the file by hand
        return value
    return shown(column, value, names)


def text(found: Any) -> str:
    """A cell as text: a day as a day, a moment to the minute where it has no seconds."""
    if isinstance(found, datetime):
        if not (found.hour or found.minute or found.second or found.microsecond):
            return found.date().isoformat()
        is_even = not (found.second or found.microsecond)
        return found.isoformat(timespec="minutes" if is_even else "seconds")
    return cell_text(found) or ""


def _values(entry: Entry, there: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    if entry.table != MEETINGS:
        return dict(entry.values)
    sides = there.get(entry.values["meeting_id"], {})
    return dict(entry.values) | {name: sides.get(party, "") for name, party in PRESENT.items()}


def _moment(value: str) -> datetime | str:
    """One with an offset stays text: a spreadsheet would lose the offset."""
    found = datetime.fromisoformat(value)
    return value if found.tzinfo else found
