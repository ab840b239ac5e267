"""Cells that people wrote in a spreadsheet ↔ rows to save: names, words and days as they read."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO

from partnership.answers import NO_ANSWERS, Answers
from partnership.entries import new_id
from partnership.entries.checking import checked
from partnership.entries.tables import own_id, typed_tables
from partnership.entries.wrong import wrong_entry
from partnership.errors import Fault
from partnership.headings import MEETINGS, PRESENT, columns_for, heading, plain
from partnership.labels import columns as headings
from partnership.labels import entries as words
from partnership.labels import records as record_words

# Column → id → the name it is shown under.
Names = Mapping[str, Mapping[str, str]]
Row = dict[str, str]

ATTENDEES = "meeting_attendees"
SHARES = ("floor", "target")
SHARE = re.compile(r"([\d.,]+)\s*%")


@dataclass(frozen=True)
class Written:
    """One row as somebody wrote it: its number in the sheet or the text, its cells by column."""

    number: int
    cells: Mapping[str, str]


def told_apart(names: Names) -> Names:
    """The names, with the id behind those that several ids are shown under."""
    times = {column: Counter(known.values()) for column, known in names.items()}
    return {
        column: {
            key: name if times[column][name] == 1 else f"{name} · {key}"
            for key, name in known.items()
        }
        for column, known in names.items()
    }


def canonical(
    table: str, written: Sequence[Written], names: Names, answers: Answers = NO_ANSWERS
) -> list[Row]:
    """The rows in canonical text; those of a meeting still carry who was there.

    Raises WrongEntry with every fault by the row's own number, and NeedsAnswer.
    """
    present = PRESENT if table == MEETINGS else {}
    rows = [
        {name: _meant(name, cell, names) for name, cell in row.cells.items() if name not in present}
        for row in written
    ]
    numbers = [row.number for row in written]
    own = own_id(typed_tables()[table])
    given = [row | {own: row.get(own) or new_id()} if own else row for row in rows]
    known = {"agencies": names.get("agency_id", {}), "searches": names.get("search_id", {})}
    if "candidate_id_a" in names:
        known["candidates"] = names["candidate_id_a"]
    right = checked({table: given}, known=known, answers=answers, numbers=numbers)[table]
    faults = [f for row in written for f in _wrong_presence(table, row, present)]
    shares = [_as_shares(row.cells, found) for row, found in zip(written, right, strict=True)]
    faults += [f for n, row in zip(numbers, shares, strict=True) for f in _no_share(table, n, row)]
    if faults:
        raise wrong_entry(faults, {table: [{}, {}]})
    return [
        found | {name: _as_flag(row.cells.get(name, "")) or "" for name in present}
        for row, found in zip(written, shares, strict=True)
    ]


def to_paste(table: str, rows: Sequence[Mapping[str, str]]) -> str:
    """Rows that were typed as lines to send: pasted elsewhere, they are the same rows, by their
    ids also where they are pasted twice."""
    own = own_id(typed_tables()[table])
    named = (*columns_for(table), *((own,) if own else ()))
    columns = [name for name in named if any(row.get(name) for row in rows)]
    text = StringIO()
    # Not tabs: some mail programs turn them into spaces.
    lines = csv.writer(text, delimiter=";", lineterminator="\n")
    lines.writerow(heading(name) for name in columns)
    for row in rows:
        lines.writerow(" ".join(row.get(name, "").split()) for name in columns)
    return text.getvalue().rstrip("\n")


def with_attendees(table: str, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows by table: who was at a meeting becomes rows of its own."""
    if not rows:
        return {}
    found = {table: [{k: v for k, v in row.items() if k not in PRESENT} for row in rows]}
    attendees = [
        {"meeting_id": row["meeting_id"], "party": party, "attended": row[name], "email": ""}
        for row in rows
        for name, party in PRESENT.items()
        if row.get(name)
    ]
    return found | ({ATTENDEES: attendees} if attendees else {})


def shown(column: str, value: str, names: Names) -> str:
    """A canonical value as its cell reads."""
    if column in names:
        return names[column].get(value, value)
    if column == "metric":
        return record_words.MEASURES.get(value, value)
    known: Mapping[str, str] = record_words.VALUES.get(column, _FLAGS.get(column, {}))
    return "; ".join(known.get(word, word) for word in value.split(";")) if known else value


def choices(column: str, names: Names) -> list[str]:
    """What a cell may hold, where that is a short list."""
    if column in names:
        return list(names[column].values())
    if column == "metric":
        return list(record_words.MEASURES.values())
    return list(record_words.VALUES.get(column, _FLAGS.get(column, {})).values())


_YES_NO = {"true": headings.YES, "false": headings.NO}
_FLAGS = dict.fromkeys((*PRESENT, "attended"), _YES_NO)


def _meant(column: str, cell: str, names: Names) -> str:
    """The cell with names and words of the screen as ids and words of the export."""
    text = cell.strip()
    if column.endswith(("_at", "_on")):
        text = text.replace("\u00a0", " ")  # as days stand on a screen
    if column == "agency_id" and plain(text) == plain(record_words.ALL_AGENCIES):
        return ""
    if column in SHARES and (share := SHARE.fullmatch(text)):
        return share[1]
    if column in names:
        return text if text in names[column] else _one_called(text, names[column]) or text
    if column == "metric":
        return _one_called(text, record_words.MEASURES) or text
    known: Mapping[str, str] = record_words.VALUES.get(column, {})
    if column == "topics":
        return ";".join(_one_called(part, known) or part.strip() for part in re.split("[;,]", text))
    return _one_called(text, known) or text


def _one_called(text: str, known: Mapping[str, str]) -> str | None:
    """The one key that is shown as this text; two that are, are none."""
    found = [key for key, name in known.items() if plain(name) == plain(text)]
    return found[0] if len(found) == 1 else None


def _as_flag(cell: str) -> str | None:
    """true, false, '' for nothing; None where it is neither."""
    said = plain(cell)
    known = {"": "", "yes": "true", "y": "true", "x": "true", "true": "true"}
    return (known | {"no": "false", "n": "false", "false": "false"}).get(said)


def _wrong_presence(table: str, row: Written, present: Mapping[str, str]) -> Iterator[Fault]:
    for name in present:
        if _as_flag(row.cells.get(name, "")) is None:
            yield Fault(table, row.number, name, words.EXPECTED["not_true_or_false"])


def _as_shares(written: Mapping[str, str], row: Row) -> Row:
    """85 % as 0.85."""
    hundredths = {n for n in SHARES if SHARE.fullmatch(written.get(n, "").strip())}
    return {
        name: f"{(Decimal(value) / 100).normalize():f}" if name in hundredths and value else value
        for name, value in row.items()
    }


def _no_share(table: str, number: int, row: Row) -> Iterator[Fault]:
    """85 may be meant as 85 %, or as 85 days: where the measure is a share, it is asked for."""
    if table == "targets" and row["metric"] in record_words.MEASURES:
        for name in SHARES:
            if not 0 <= Decimal(row[name]) <= 1:
                yield Fault(table, number, name, words.EXPECTED["no_share"])
