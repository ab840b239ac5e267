"""Cells that people wrote in a spreadsheet ↔ rows to save: names, words and days as they read."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from partnership.answers import NO_ANSWERS, Answers
from partnership.entries import new_id
from partnership.entries.checking import checked
from partnership.entries.tables import own_id, typed_tables
from partnership.entries.wrong import field_name, wrong_entry
from partnership.errors import Fault
from partnership.labels import columns as headings
from partnership.labels import entries as words
from partnership.labels import records as record_words

# Column → id → the name it is shown under.
Names = Mapping[str, Mapping[str, str]]
Row = dict[str, str]

MEETINGS, ATTENDEES = "meetings", "meeting_attendees"
# Who was at a meeting is a table of its own, and three columns beside the meeting for who types it.
PRESENT = {"has_hr": "hr", "has_agency": "agency", "has_business_leader": "business_leader"}
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


def columns_for(table: str) -> tuple[str, ...]:
    """The columns people fill in: all but the id that is given, and who was at a meeting."""
    declared = typed_tables()[table]
    own = [column.name for column in declared.columns if column.name != own_id(declared)]
    return (*own, *(PRESENT if table == MEETINGS else ()))


def heading(column: str) -> str:
    """What a column is called over its cells."""
    if column in PRESENT:
        return headings.HEADINGS[column]
    return words.GRID_FIELDS.get(column) or field_name(column)


def by_heading(table: str, cells: Sequence[str]) -> list[str] | None:
    """The column of each cell of a first row, '' for an empty one; None where they are no headings.

    One word may be both, such as Agency: they are headings where at least half of the cells are.
    Raises WrongEntry where others stand among them.
    """
    known = {_plain(name): column for column in columns_for(table) for name in _names_of(column)}
    found = [known.get(_plain(cell), "") for cell in cells]
    if sum(map(bool, found)) * 2 < sum(bool(cell.strip()) for cell in cells) or not any(found):
        return None
    lost = [cell for cell, column in zip(cells, found, strict=True) if cell.strip() and not column]
    twice = {column for column in found if column and found.count(column) > 1}
    if lost or twice:
        expected = ", ".join(heading(column) for column in columns_for(table))
        said = words.EXPECTED["heading"].format(headings=expected)
        raise wrong_entry([Fault(table, 1, "", said)], {table: [{}, {}]})
    return found


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
    given = [{own: new_id()} | row if own else row for row in rows]
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
    """Rows that were typed as lines to send: pasted elsewhere, they are the same rows."""
    columns = [name for name in columns_for(table) if any(row.get(name) for row in rows)]
    lines = [[heading(name) for name in columns]]
    lines += [[" ".join(row.get(name, "").split()) for name in columns] for row in rows]
    return "\n".join("\t".join(line) for line in lines)


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


def _names_of(column: str) -> Iterator[str]:
    """What a heading may call a column."""
    called = (column, heading(column), words.FIELDS.get(column), record_words.FIELDS.get(column))
    yield from filter(None, called)


def _plain(text: str) -> str:
    return re.sub(r"[\s_*]+", " ", text).strip().casefold()


def _meant(column: str, cell: str, names: Names) -> str:
    """The cell with names and words of the screen as ids and words of the export."""
    text = cell.strip()
    if column == "agency_id" and _plain(text) == _plain(record_words.ALL_AGENCIES):
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
    found = [key for key, name in known.items() if _plain(name) == _plain(text)]
    return found[0] if len(found) == 1 else None


def _as_flag(cell: str) -> str | None:
    """true, false, '' for nothing; None where it is neither."""
    said = _plain(cell)
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
