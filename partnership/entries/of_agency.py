"""What one agency may see of the records, and what it may type: its own partnership alone.

What names no agency is HR's alone, but for what is agreed for all. An agency changes nothing that
HR typed or the exports hold: what it types stands beside that, under its own name.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from partnership import records
from partnership.entries.entering import Entry, enter, kept, remove, since
from partnership.entries.tables import key_of, own_id, typed_tables
from partnership.errors import NoAccess
from partnership.labels import entries as words
from partnership.published import Build

# Targets, and who does what, are agreed by both sides and typed by HR; a question to an agency
# starts the agency's own clock.
MAY_TYPE = frozenset(
    {
        "meetings", "meeting_attendees", "commitments", "disputes", "pulse", "reply_ticks",
        "kickoff_sheets", "review_texts", "reviews", "list_comparisons",
    }
)  # fmt: skip
AGREED_FOR_ALL = frozenset({"targets", "roles"})
# In whose name an agency speaks; and who wins a dispute is not for one side to write down.
ITS_SIDE = {
    "disputes": "raised_by",
    "pulse": "respondent",
    "review_texts": "side",
    "reviews": "side",
    "list_comparisons": "side",
}
# Of these neither side sees what the other keeps.
EACH_SIDES_OWN = frozenset({"review_texts", "reviews", "list_comparisons"})
NOT_ITS_TO_SAY = {"disputes": ("settled_at", "outcome")}
# What HR typed of people stays with HR; and so does a text that names another agency.
OF_PEOPLE = frozenset({"email", "agreed_by"})
# The cases a dispute may be about → where their ids stand in `known`.
CASES = {
    "submission": "submissions",
    "offer": "offers",
    "placement": "placements",
    "opening": "openings",
    "search": "searches",
    "meeting": "meetings",
    "promise": "commitments",
    "question": "requests",
    "silence": "silences",
    "answer": "pulse",
}
WORD = re.compile(r"\w+")
GIVEN_ID = re.compile(r"typed-[0-9a-f]{12}")

Rows = Mapping[str, Collection[Mapping[str, str]]]


@dataclass(frozen=True)
class AgencysRecords:
    """One agency's part of a records folder; `ids` gives those that its own file holds, by
    table, `others` the names of the other agencies."""

    folder: Path
    agency_id: str
    ids: Callable[[], Mapping[str, Collection[str]]]
    others: Callable[[], Collection[str]] = tuple

    def kept(self, table: str) -> list[Entry]:
        """Its part of what is kept, who typed for HR as HR."""
        return self._seen(kept(self.folder, table))

    def since(self, table: str, build: Build) -> list[Entry]:
        """Those of `kept` that the build's figures do not count yet."""
        return self._seen(since(self.folder, table, build))

    def enter(self, rows: Rows, *, by: str, at: datetime | None = None) -> None:
        """Save rows of several tables, all of them or none. Raises NoAccess for what is not its
        own, and what `entries.enter` raises."""
        meetings = self._meetings()
        of_these = {row.get("meeting_id", "") for row in rows.get("meetings", ())}
        for table, more in rows.items():
            for row in more:
                self._refuse(table, row, {*meetings, *of_these})
        known = {**self.known, "agencies": {self.agency_id}, "meetings": meetings}
        given = {table: [dict(row) for row in more] for table, more in rows.items()}
        enter(self.folder, given, by=by, at=at, known=known, entered_as=self.agency_id)

    def remove(self, table: str, key: Mapping[str, str], *, by: str) -> None:
        """Take back what it typed itself. Raises NoAccess for all else."""
        wanted = key_of(typed_tables()[table], key)
        for entry in kept(self.folder, table):
            if key_of(typed_tables()[table], entry.values) == wanted and not self._typed(entry):
                raise NoAccess(words.NOT_YOURS, words.NOT_YOURS_NEXT)
        remove(self.folder, table, key, by=by, entered_as=self.agency_id)

    def may_change(self, entry: Entry) -> bool:
        """Whether it may correct or remove this one: what its own side typed."""
        return entry.table in MAY_TYPE and self._typed(entry)

    @cached_property
    def known(self) -> Mapping[str, Collection[str]]:
        """The ids that its own file holds, by table."""
        return self.ids()

    def _meetings(self) -> frozenset[str]:
        typed = kept(self.folder, "meetings")
        own = {e.values["meeting_id"] for e in typed if e.values["agency_id"] == self.agency_id}
        return frozenset({*self.known.get("meetings", ()), *own})

    def _typed(self, entry: Entry) -> bool:
        return entry.entered_as == self.agency_id

    def _seen(self, entries: Sequence[Entry]) -> list[Entry]:
        meetings = self._meetings() if entries else frozenset()
        return [self._as_seen(entry) for entry in entries if self._sees(entry, meetings)]

    def _sees(self, entry: Entry, meetings: Collection[str]) -> bool:
        if entry.table in EACH_SIDES_OWN and not self._typed(entry):
            return False
        is_for_all = entry.table in AGREED_FOR_ALL and not entry.values.get("agency_id")
        return is_for_all or self._is_own(entry.table, entry.values, meetings)

    def _is_own(self, table: str, values: Mapping[str, str], meetings: Collection[str]) -> bool:
        """Whether a record is about its partnership: each id in it that belongs to an agency is
        its own, and it names the agency, or a case that does."""
        submission, agency = values.get("submission_id", ""), values.get("agency_id", "")
        if submission and submission not in self.known.get("submissions", ()):
            return False
        if table == "meeting_attendees":
            return values.get("meeting_id", "") in meetings
        return agency == self.agency_id or (bool(submission) and not agency)

    def _as_seen(self, entry: Entry) -> Entry:
        """Who typed for HR is HR, and what names people or another agency is left out."""
        if self._typed(entry):
            return entry
        values = {
            name: "" if name in OF_PEOPLE or self._names_another(value) else value
            for name, value in entry.values.items()
        }
        return replace(entry, entered_by=words.HR, values=values)

    def _names_another(self, text: str) -> bool:
        return names_another(text, self._others)

    @cached_property
    def _others(self) -> Collection[str]:
        return self.others()

    def _refuse(self, table: str, row: Mapping[str, str], meetings: Collection[str]) -> None:
        its_side = ITS_SIDE.get(table)
        is_its = (
            table in MAY_TYPE
            and self._is_own(table, row, meetings)
            and self._is_own_case(row, meetings)
            and (its_side is None or row.get(its_side) == "agency")
            and not any(row.get(name) for name in NOT_ITS_TO_SAY.get(table, ()))
        )
        if not is_its:
            raise NoAccess(words.NOT_ITS_OWN, words.NOT_ITS_OWN_NEXT)
        if not self._is_free(table, row):
            raise NoAccess(words.NOT_YOURS, words.NOT_YOURS_NEXT)

    def _is_own_case(self, row: Mapping[str, str], meetings: Collection[str]) -> bool:
        """Whether the meeting and the case that a row names, where it names any, are its own."""
        if row.get("meeting_id") and row["meeting_id"] not in meetings:
            return False
        kind, case = row.get("case_kind"), row.get("case_id")
        if not kind:
            return True
        return case in self.known.get(CASES.get(kind, ""), ()) or (
            kind == "promise" and case in self._typed_promises()
        )

    def _typed_promises(self) -> frozenset[str]:
        typed = kept(self.folder, "commitments")
        own = [e.values for e in typed if e.values["agency_id"] == self.agency_id]
        return frozenset(values["commitment_id"] for values in own)

    def _is_free(self, table: str, row: Mapping[str, str]) -> bool:
        """Whether nobody else's record has this key. An id that nobody gave here may be one of the
        exports, of whichever agency: it would take that one's place."""
        declared = typed_tables()[table]
        wanted, id_name = key_of(declared, row), own_id(declared)
        same = [r for r in records.read(self.folder, table) if key_of(declared, r) == wanted]
        if id_name and row.get(id_name):
            if not same:
                return bool(GIVEN_ID.fullmatch(row[id_name]))
            return all(r.get("entered_as", "") == self.agency_id for r in same)
        standing = [e for e in kept(self.folder, table) if key_of(declared, e.values) == wanted]
        return all(self._typed(entry) for entry in standing)


def names_another(text: str, others: Collection[str]) -> bool:
    """Whether one of these names stands in a text, as words of its own."""
    plain = _plain(text)
    return any(f" {_plain(name).strip()} " in plain for name in others)


def _plain(text: str) -> str:
    """Its words in small letters, a space around each."""
    return f" {' '.join(WORD.findall(text.casefold()))} "
