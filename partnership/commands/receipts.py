"""The data receipt as a page of plain text."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from partnership.commands.printing import print_rows
from partnership.published import Build
from partnership.quarantine import folder_beside

EXAMPLES = 10


def print_receipt(build: Build, builds: Path) -> None:
    """What became of every row, what the figures can say, what changed."""
    receipt = build.receipt
    as_of = datetime.fromisoformat(receipt["as_of"])
    print(f"{build.name} is shown: as of {as_of:%d %b %Y %H:%M %Z} ({receipt['as_of_source']}).\n")
    columns = ["file", "physical", "accepted", "in_part", "set_aside", "not_needed"]
    print_rows([*receipt["files"], {"file": "all files"} | receipt["rows"]], columns, "table")
    for line in _lines(receipt):
        print(line)
    if receipt["rules"]:
        rows = folder_beside(builds) / build.name / "rows.csv"
        print(f"\nThe rows set aside, with their values: {rows}")


def _lines(receipt: dict[str, Any]) -> Iterator[str]:
    yield from _titled(
        "Set aside",
        (f"{r['rows']} of {r['table']}: {r['rule']}, {r['reason']}" for r in receipt["rules"]),
    )
    yield from _titled("What people typed", map(_typed, receipt.get("records", ())))
    yield from _titled(
        "Exported rows that a typed row of the same key stands for",
        (f"{o['rows']} of {o['file']} ({o['table']})" for o in receipt.get("overruled", ())),
    )
    yield from _titled(
        "For example",
        (
            f"{e['file']}, line {e['line']}, {e['column'] or 'the row'}: {e['reason']}"
            for e in receipt["examples"][:EXAMPLES]
        ),
    )
    yield from _titled(
        "Counted, but left out where these dates are needed",
        (f"{f['rows']} of {f['table']}: {f['reason']}" for f in receipt["flags"]),
    )
    yield from _titled(
        "Sources nobody has called an agency or not (--agency NAME, --not-agency NAME)",
        (f"{u['source']}: {u['rows']} rows" for u in receipt["unassigned_sources"]),
    )
    gone = receipt.get("removed", {})
    yield from _titled(
        "People without a name in these figures",
        (
            f"{gone[kind]}: {why}"
            for kind, why in (("removed", "removed on request"), ("expired", "no contact for long"))
            if gone.get(kind)
        ),
    )
    yield from _titled(
        "Files that still hold people who were removed; delete them where the files come from",
        (f"{held['file']}: {held['rows']} rows" for held in gone.get("held_in", ())),
    )
    yield from _titled("Notes", map(_note, receipt["notes"]))
    yield from _titled(
        "Passed over", (f"{p['file']}: {p['reason']}" for p in receipt["passed_over"])
    )
    yield from _titled(
        "Cannot be computed from these files",
        (f"{name} needs {', '.join(needs)}" for name, needs in receipt["cannot_answer"].items()),
    )
    yield f"\nCan be computed: {', '.join(receipt['can_answer']) or 'nothing'}"
    yield from _changes(receipt["changes"])


def _titled(title: str, lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == 0:
            yield f"\n{title}"
        yield f"  {line}"


def _typed(line: dict[str, Any]) -> str:
    fates = {
        "counted": "counted",
        "later": "after the as-of day",
        "entered_again": "replaced by a later entry",
        "taken_back": "taken back",
        "set_aside": "set aside",
    }
    told = ", ".join(f"{line[fate]} {words}" for fate, words in fates.items() if line[fate])
    return f"{line['file']}: {line['physical']} rows, {told}"


def _note(note: dict[str, Any]) -> str:
    where = ", ".join(str(note[key]) for key in ("file", "table", "column") if note[key])
    times = f" ({note['times']} times)" if note["times"] > 1 else ""
    return f"{where}: {note['reason']}{times}"


def _changes(changes: dict[str, Any] | None) -> Iterator[str]:
    if changes is None:
        return
    moved = (f"{t}: {c['before']} → {c['now']} rows" for t, c in changes["rows"].items())
    new = (f"new agency: {name}" for name in changes["new_agencies"])
    yield from _titled(f"Unlike {changes['compared_with']}", iter([*moved, *new]))
