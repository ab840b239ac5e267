"""An export in which every agency's rows carry a word and numbers that nobody else's do.

Made from a small synthetic export: ids, names, reasons, texts and money of an agency's rows are
marked with its own word and its own numbers, and what is HR's alone with HR's. Whoever receives a
marked word or number that is not theirs has received a row that is not theirs.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from partnership.sample import write_sample

Row = dict[str, str]
HR = "hr"
LETTERS = "bcdfghjkmnpq"
IDS = {"submission_id": "submissions", "candidate_id": "candidates", "meeting_id": "meetings",
       "offer_id": "offers", "interview_id": "interviews", "placement_id": "placements",
       "commitment_id": "commitments", "dispute_id": "disputes", "request_id": "requests",
       "response_id": "pulse"}  # fmt: skip
TEXTS = ("decision_reason", "withdrawal_reason", "decline_reason", "text", "outcome_of_dispute",
         "agreed_by", "full_name", "family_name")  # fmt: skip
MONEY = ("asked_salary", "expected_salary", "offered_salary", "standard_salary", "fee_amount",
         "fee_at_stake")  # fmt: skip
# 7,03x,xx9 is money of the fourth agency, with and without separators, in no longer number.
MARKED_MONEY = r"(?<![0-9a-f.])7[,\u202f\u00a0]?([01]\d)\d[,\u202f\u00a0]?\d\d9(?![0-9a-f])"
PEOPLE = ("hr_partner", "business_leader")


def word(owner: str) -> str:
    """The word in all rows of an agency (`A-01`), or in what is HR's alone."""
    letter = "z" if owner == HR else LETTERS[int(owner[-2:]) - 1]
    return f"zqv{letter}xw"


def agency_id(owner: str) -> str:
    """How the export calls the agency."""
    return f"{owner}-{word(owner)}"


def words_in(content: str | bytes) -> set[str]:
    """The owners whose word stands somewhere in it."""
    text = content.decode("latin-1") if isinstance(content, bytes) else content
    letters = re.findall(r"zqv([a-z])xw", text.lower())
    return {HR if letter == "z" else f"A-{LETTERS.index(letter) + 1:02}" for letter in letters}


def found_in(text: str) -> set[str]:
    """The owners whose word or whose money stands somewhere in a text."""
    numbers = re.findall(MARKED_MONEY, text)
    return words_in(text) | {f"A-{int(n) + 1:02}" for n in numbers if int(n) < len(LETTERS)}


def write_marked(folder: Path, submissions: int) -> Path:
    """The marked export; a search that one agency alone was given has a title with its word."""
    write_sample(folder, submissions, 7)
    tables = {file.stem: list(_read(file)) for file in sorted(folder.glob("*.csv"))}
    owners = _owners(tables)
    ids = _new_ids(tables, owners)
    for name, rows in tables.items():
        for number, row in enumerate(rows):
            _mark(row, owners[name][number], number)
            _refer(row, ids)
        _write(folder / f"{name}.csv", rows)
    return folder


def _owners(tables: Mapping[str, list[Row]]) -> dict[str, dict[int, str]]:
    """Table → row number → whose row it is: an agency, HR, or '' for what several may see."""
    of_submission = {row["submission_id"]: row["agency_id"] or HR for row in tables["submissions"]}
    of_candidate = {row["candidate_id"]: of_submission[row["submission_id"]]
                    for row in tables["submissions"]}  # fmt: skip
    of_meeting = {row["meeting_id"]: row["agency_id"] for row in tables["meetings"]}
    briefed: dict[str, set[str]] = {}
    for row in tables["briefs"]:
        briefed.setdefault(row["search_id"], set()).add(row["agency_id"])

    def owner(name: str, row: Row) -> str:
        if name == "searches":
            given_to = sorted(briefed.get(row["search_id"], {HR}))
            return given_to[0] if len(given_to) == 1 else ""
        if name == "candidates":
            return of_candidate.get(row["candidate_id"], HR)
        return (row.get("agency_id") or of_submission.get(row.get("submission_id", ""))
                or of_meeting.get(row.get("meeting_id", ""), ""))  # fmt: skip

    return {name: {n: owner(name, row) for n, row in enumerate(rows)}
            for name, rows in tables.items()}  # fmt: skip


def _mark(row: Row, owner: str, number: int) -> None:
    for name in PEOPLE:
        if row.get(name):
            row[name] += f" {word(HR)}"
    if row.get("email", "").startswith("lead@"):
        row["email"] = f"{word(HR)}.{row['email']}"
    if not owner:
        return
    for name in MONEY:
        if row.get(name):
            index = 99 if owner == HR else int(owner[-2:]) - 1
            row[name] = str(7_000_009 + 10_000 * index + 10 * (number % 1000))
    # Names of people who were sent twice keep alike, so that they are found to be one person.
    shared = number % 3 and "family_name" in row
    for name in TEXTS:
        if row.get(name) and not shared:
            row[name] += f" {word(owner)}"
    if row.get("title"):
        row["title"] += f" {word(owner)}"
    if row.get("topics"):
        row["topics"] += f";{word(owner)}"
    if "dispute_id" in row and row.get("outcome"):
        row["outcome"] += f" {word(owner)}"
    if "ownership_days" in row:
        row["name"] += f" {word(owner)}"


def _new_ids(
    tables: Mapping[str, list[Row]], owners: Mapping[str, Mapping[int, str]]
) -> dict[str, str]:
    """Each id with the word of whose thing it names."""
    return {
        row[name]: f"{row[name]}-{word(owners[table][number] or HR)}"
        for name, table in IDS.items()
        for number, row in enumerate(tables[table])
    }


def _refer(row: Row, ids: Mapping[str, str]) -> None:
    for name in (*IDS, "filled_by_submission_id"):
        if row.get(name):
            row[name] = ids[row[name]]
    if row.get("agency_id"):
        row["agency_id"] = agency_id(row["agency_id"])


def _read(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)


def _write(file: Path, rows: list[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]) if rows else ["nothing"])
        writer.writeheader()
        writer.writerows(rows)
