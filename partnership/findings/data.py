"""What the Data screen says of an import: its sentences and its tables, from the receipt."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from partnership import figures, wording
from partnership.labels import data as words
from partnership.labels import metrics as definitions
from partnership.labels import removing
from partnership.labels.shell import TABLE_NAMES
from partnership.settings import current

Receipt = Mapping[str, Any]
LEGAL_FORMS = frozenset(
    "ab ag as bv co company corp corporation eg gmbh inc incorporated kg kgaa limited llc llp ltd "
    "mbh nv oy plc pty sa sarl sas se spa srl the und and".split()
)


def as_of(receipt: Receipt) -> date:
    """The day the figures are as of. A build's name begins with it, whatever the time zone."""
    return date.fromisoformat(receipt["name"][:10])


def finding(receipt: Receipt) -> str:
    """How much came in and whether all of it could be used."""
    rows, files = receipt["rows"], receipt["files"]
    fresh = words.FRESH.format(
        day=figures.day(as_of(receipt)),
        why=words.LATEST_EVENT if receipt["as_of_source"] == "latest event" else "",
        files=figures.counted(len(files), "file", "files"),
        rows=figures.number(rows["physical"]),
    )
    return f"{fresh} {_set_aside(rows['set_aside'])}"


def updated(receipt: Receipt, taken_out: str = "", *, has_earlier: bool) -> str:
    """What to say after an update, `taken_out` being the file it was made without; `has_earlier` is
    whether there are figures to go back to."""
    text = words.UPDATED.format(
        day=figures.day(as_of(receipt)), rows=figures.number(receipt["rows"]["accepted"])
    )
    text = words.TAKEN_OUT.format(file=taken_out, updated=text) if taken_out else text
    return " ".join(part for part in (text, _unlike_last_time(receipt, has_earlier)) if part)


def _unlike_last_time(receipt: Receipt, has_earlier: bool) -> str:
    changed = [
        words.MOVED.format(table=_named([row["table"]]), before=row["before"], now=row["now"])
        for row in _moved(receipt)
    ]
    if new := _new_agencies(receipt):
        changed.append(words.NEW.format(agencies=", ".join(new)))
    if not changed:
        return ""
    said = words.UNLIKE.format(changes="; ".join(changed))
    return f"{said} {words.UNLIKE_GO_BACK if has_earlier else words.UNLIKE_NO_EARLIER}"


def step_in_words(step: str, done: float) -> str:
    """What an update is doing: the file it reads, then one of a few steps."""
    return next((text for until, text in words.STEPS if done < until), "") or step


def earlier(versions: int, receipt: Receipt) -> str:
    """What to say over the versions of the figures that are kept, these among them."""
    if versions > 1:
        return words.EARLIER_NOTE
    gone = receipt.get("removed", {}).get("removed")
    return words.NO_EARLIER_REMOVED if gone else words.NO_EARLIER


# --- questions ----------------------------------------------------------------------------------


def asked(question: str, about: str) -> str:
    """The question as a heading."""
    table, _, column = about.partition(".")
    return words.QUESTIONS[question].format(
        about=about, table=table, column=column.replace("_", " ")
    )


def choice(question: str, choice: str, meaning: str) -> str:
    """One possible answer in words; codes are left out where their meaning says it all."""
    wanted = words.CHOICES.get(question, words.OTHER_CHOICES)
    return wanted.format(choice=choice.replace("_", " "), meaning=meaning)


def proposed_table(file: str) -> str:
    """The table that a file's name sounds like; '' for none, or for several."""
    name = file.lower()
    found = [table for table, parts in words.PROPOSED.items() if any(p in name for p in parts)]
    return found[0] if len(found) == 1 else ""


def answered(question: str, about: str, answer: str) -> str:
    """A question that was answered before, and the answer."""
    if question == "column":
        table, _, header = about.partition(".")
        return words.ANSWERED_LINE.format(
            question=asked(question, f"{table}.{answer}"), answer=header
        )
    heading = asked(question, about)
    known = words.ANSWERS if question in ("date_order", "decimal") else {}
    return words.ANSWERED_LINE.format(question=heading, answer=known.get(answer, answer))


def source_with_rows(source: str, rows: str) -> str:
    """ACME · 50 rows."""
    return words.SOURCE_WITH_ROWS.format(source=source, rows=rows) if rows else source


def suggested_names(sources: Sequence[str], known: Mapping[str, str | None]) -> dict[str, str]:
    """Source → the agency it may well be a spelling of: what was answered before, else the fullest
    of the names that differ only in case, signs and legal form. A person decides."""
    alike: dict[str, str] = {}
    for name in sorted(sources, key=len):
        alike[_core(name)] = name
    alike |= {_core(agency): agency for agency in known.values() if agency}
    return {source: known.get(source) or alike[_core(source)] for source in sources}


def _core(name: str) -> str:
    plain = re.findall(r"\w+", unicodedata.normalize("NFKC", name).casefold())
    return " ".join(word for word in plain if word not in LEGAL_FORMS) or name


def unassigned(receipt: Receipt) -> dict[str, str]:
    """The sources nobody has yet called an agency or not, with their numbers of rows."""
    return {
        row["source"]: figures.counted(row["rows"], "row", "rows")
        for row in receipt.get("unassigned_sources", ())
    }


def unassigned_sentence(receipt: Receipt) -> str:
    """Which they are; empty where there are none."""
    sources = [f"{source} ({rows})" for source, rows in unassigned(receipt).items()]
    if not sources:
        return ""
    sentence = words.UNASSIGNED if len(sources) == 1 else words.SEVERAL_UNASSIGNED
    return f"{sentence.format(sources=', '.join(sources))} {words.COUNTED_APART}"


# --- kept files ---------------------------------------------------------------------------------


def kept_file(file: Path) -> str:
    """searches.csv · 12 kB · added 3 Oct 2026."""
    about = file.stat()
    added = datetime.fromtimestamp(about.st_mtime).date()
    return words.KEPT_FILE.format(file=file.name, size=size(about.st_size), day=figures.day(added))


def size(count: int) -> str:
    """2 kB, 12.3 MB."""
    if count < 1_000_000:
        return words.KILOBYTES.format(size=figures.number(max(1, count / 1000)))
    return words.MEGABYTES.format(size=figures.number(count / 1_000_000, 1))


def made_from_others(made_from: Sequence[Mapping[str, Any]], kept: Sequence[Path]) -> str:
    """That these figures were not made from the files kept here, and what follows."""
    if kept:
        return words.MADE_FROM_OTHERS.format(files=", ".join(file.name for file in kept))
    return words.MADE_ELSEWHERE.format(files=", ".join(export["name"] for export in made_from))


# --- the import report --------------------------------------------------------------------------


def report_tables(receipt: Receipt) -> dict[str, pd.DataFrame]:
    """Title → table of everything the import report holds; tables without rows are left out."""
    lacking = [
        {
            "figure": wording.with_settings(definitions.of(name).title, current()),
            "needs": _named(tables),
        }
        for name, tables in receipt["cannot_answer"].items()
    ]
    passed_over = receipt.get("passed_over", ())
    tables = {
        words.FILES: _table(
            receipt["files"], ("file", "physical", "accepted", "set_aside", "not_needed")
        ),
        words.TYPED: _table(_typed(receipt), words.TYPED_COLUMNS),
        words.OVERRULED: _table(receipt.get("overruled", ()), ("file", "table", "rows")),
        words.SET_ASIDE: _table(_in_words(receipt["rules"]), ("table", "rows", "reason")),
        words.EXAMPLES: _table(
            _in_words(receipt["examples"]), ("file", "line", "column", "reason")
        ),
        words.FLAGGED: _table(receipt["flags"], ("table", "rows", "reason")),
        words.PASSED_OVER: _table(passed_over, ("file", "reason")),
        removing.PEOPLE: _table(_gone(receipt), ("reason", "people")),
        removing.HELD: _table(receipt.get("removed", {}).get("held_in", ()), ("file", "rows")),
        words.LACKING: _table(lacking, ("figure", "needs")),
        words.CHANGED: _table(_moved(receipt), ("table", "before", "now")),
        words.NEW_AGENCIES: _table([{"agency": a} for a in _new_agencies(receipt)], ("agency",)),
        words.NOTES: _table(_notes(receipt["notes"]), ("file", "column", "reason", "times")),
    }
    return {title: rows for title, rows in tables.items() if len(rows)}


def _typed(receipt: Receipt) -> list[dict[str, Any]]:
    """What became of each row that people typed; one that says what an earlier one said replaces
    it."""
    return [
        dict(row) | {"accepted": row["counted"], "replaced": row["entered_again"]}
        for row in receipt.get("records", ())
    ]


def _gone(receipt: Receipt) -> list[dict[str, Any]]:
    """How many people have no name any more, and why."""
    gone = receipt.get("removed", {})
    months = current().retention_months
    return [
        {"reason": why.format(months=months), "people": gone[kind]}
        for kind, why in removing.WHY.items()
        if gone.get(kind)
    ]


def _set_aside(count: int) -> str:
    if count == 0:
        return words.ALL_READ
    if count == 1:
        return words.ONE_SET_ASIDE
    return words.SOME_SET_ASIDE.format(count=figures.number(count))


def _named(tables: Sequence[str]) -> str:
    return ", ".join(TABLE_NAMES.get(table, table.replace("_", " ")) for table in tables)


def _in_words(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows with a shorter reason, where there are words for their rule."""
    return [dict(row) | {"reason": words.RULES.get(row["rule"], row["reason"])} for row in rows]


def _notes(notes: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """One row for all columns of a file of which the same is said."""
    alike: dict[tuple[str, str], dict[str, Any]] = {}
    for note in notes:
        if note["rule"] == "source_unassigned":
            continue  # it is asked above
        file, columns = note["file"] or words.EVERY_READ_FILE, note["column"] or ""
        row = alike.setdefault(
            (file, note["reason"]),
            {"file": file, "column": [], "reason": note["reason"], "times": 0},
        )
        row["column"] += [column for column in [columns] if column not in row["column"]]
        row["times"] += note["times"]
    return [row | {"column": ", ".join(row["column"])} for row in alike.values()]


def _moved(receipt: Receipt) -> list[dict[str, Any]]:
    changes = receipt["changes"] or {"rows": {}}
    return [{"table": table, **moved} for table, moved in changes["rows"].items()]


def _new_agencies(receipt: Receipt) -> list[str]:
    return list((receipt["changes"] or {"new_agencies": []})["new_agencies"])


def _table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    shown = pd.DataFrame(rows, columns=list(columns))
    if "table" in shown:
        shown["table"] = [_named([table]) for table in shown["table"]]
    for column in {"column", "reason"} & set(shown):
        texts = [text if isinstance(text, str) else "" for text in shown[column]]
        shown[column] = [wording.columns_as_words(text) for text in texts]
    return shown.rename(columns=words.COLUMNS)
