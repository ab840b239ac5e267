"""What a person has answered once: how dates are written, which sources are agencies, …"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from partnership import records

Key = TypeVar("Key")
ANY_FILE = "*"
QUESTIONS = ("delimiter", "decimal", "date_order", "encoding", "table")
ANSWERS_TABLE, NAMES_TABLE = "answers", "agency_names"


@dataclass(frozen=True)
class Answers:
    """Answers by file or source; `*` stands for all of them.

    `agencies` maps each spelling of a source to the agency's id, or to None where it is no agency;
    `columns` maps (raw table, header cell) to the canonical column it is, and `table` the name of a
    file dropped on the screen to the table it holds.
    """

    delimiter: Mapping[str, str] = field(default_factory=dict)
    decimal: Mapping[str, str] = field(default_factory=dict)
    date_order: Mapping[str, str] = field(default_factory=dict)
    encoding: Mapping[str, str] = field(default_factory=dict)
    table: Mapping[str, str] = field(default_factory=dict)
    agencies: Mapping[str, str | None] = field(default_factory=dict)
    columns: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def of(self, question: str, about: str) -> str | None:
        """The answer to one of QUESTIONS for one file or source."""
        answers: Mapping[str, str] = getattr(self, question)
        return answers.get(about, answers.get(ANY_FILE))

    def merged_with(self, later: "Answers") -> "Answers":
        """These answers, with the later ones winning."""
        return Answers(
            **{
                name: {**getattr(self, name), **getattr(later, name)}
                for name in self.__dataclass_fields__
            }
        )

    def renamed(self, files: Mapping[str, str]) -> "Answers":
        """What is answered about files, under the new names (old → new) they were given."""
        questions = ("delimiter", "decimal", "date_order", "encoding")
        about: dict[str, Any] = {
            name: {
                files[old]: answer for old, answer in getattr(self, name).items() if old in files
            }
            for name in questions
        }
        return Answers(**about)

    @classmethod
    def read(cls, folder: Path) -> "Answers":
        """The answers kept in a records folder; the last entry of a question wins, a blank one
        takes the answer back."""
        kept: dict[str, dict[str, str]] = {question: {} for question in QUESTIONS}
        columns: dict[tuple[str, str], str] = {}
        for row in records.read(folder, ANSWERS_TABLE):
            if row["question"] == "column":
                table, _, header = row["about"].partition(".")
                columns[table, header] = row["answer"]
            elif row["question"] in kept:
                kept[row["question"]][row["about"]] = row["answer"]
        given = {question: _not_blank(answers) for question, answers in kept.items()}
        agencies = {
            row["spelling"]: row["agency_id"] if row["is_agency"] == "true" else None
            for row in records.read(folder, NAMES_TABLE)
        }
        return cls(**given, agencies=agencies, columns=_not_blank(columns))

    def write(self, folder: Path, entered_by: str = "", entered_at: datetime | None = None) -> None:
        """Append to a records folder whatever it does not say already."""
        kept, at = Answers.read(folder), entered_at or datetime.now(UTC)
        entered = {"entered_by": entered_by, "entered_at": at.isoformat(timespec="seconds")}
        answers = [
            {"question": question, "about": about, "answer": answer} | entered
            for question, about, answer in self.entries()
            if (question, about, answer) not in kept.entries()
        ]
        names = [
            {"spelling": spelling, "agency_id": agency_id or ""}
            | {"is_agency": "false" if agency_id is None else "true"}
            | entered
            for spelling, agency_id in self.agencies.items()
            if (spelling, agency_id) not in kept.agencies.items()
        ]
        records.append(folder, ANSWERS_TABLE, answers)
        records.append(folder, NAMES_TABLE, names)

    def entries(self) -> list[tuple[str, str, str]]:
        """Every answer except the agencies' as (question, about, answer)."""
        asked = [
            (q, about, answer) for q in QUESTIONS for about, answer in getattr(self, q).items()
        ]
        return asked + [("column", f"{t}.{header}", to) for (t, header), to in self.columns.items()]


def _not_blank(answers: Mapping[Key, str]) -> dict[Key, str]:
    return {about: answer for about, answer in answers.items() if answer}


NO_ANSWERS = Answers()
