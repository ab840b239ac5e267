"""What does not fit in something typed, as an error in words."""

from collections.abc import Mapping, Sequence

from partnership.errors import Fault, WrongEntry
from partnership.labels import columns
from partnership.labels import entries as words


def field_name(column: str) -> str:
    """A column as its field is called on screen."""
    return words.FIELDS.get(column) or columns.HEADINGS.get(column) or column.replace("_", " ")


def wrong_entry(
    faults: Sequence[Fault], given: Mapping[str, Sequence[Mapping[str, str]]]
) -> WrongEntry:
    """The error for these faults; it speaks of the first, never repeating what was typed."""
    first, more = faults[0], len(faults) - 1
    is_alone = len(given.get(first.table, ())) == 1
    sentence = words.WRONG_ALONE if is_alone else words.WRONG
    column = field_name(first.column) if first.column else words.TABLES.get(first.table, "")
    message = sentence.format(row=first.row, column=column or first.table, expected=first.expected)
    if more:
        message += words.AND_MORE.format(count=more)
    return WrongEntry(message, words.CORRECT_IT, faults)
