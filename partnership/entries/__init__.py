"""What people type on the Records screen: checked, appended, corrected by a later entry.

A correction is a new row with the same key, a removal a row that says so; nothing is ever deleted.
"""

from partnership.entries.entering import (
    TABLES,
    Entry,
    enter,
    folder_of,
    kept,
    new_id,
    remove,
    since,
)
from partnership.entries.into_build import add_typed
from partnership.entries.of_agency import GIVEN_ID, MAY_TYPE, AgencysRecords, names_another
from partnership.entries.snapshot import NOTHING_TYPED, Typed

__all__ = [
    "GIVEN_ID",
    "MAY_TYPE",
    "NOTHING_TYPED",
    "TABLES",
    "AgencysRecords",
    "Entry",
    "Typed",
    "add_typed",
    "enter",
    "folder_of",
    "kept",
    "names_another",
    "new_id",
    "remove",
    "since",
]
