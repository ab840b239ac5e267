"""What a person has answered once: how dates are written, which sources are agencies, …"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ANY_FILE = "*"
QUESTIONS = ("delimiter", "decimal", "date_order", "encoding")
ANSWERS_FILE, ANSWERS_HEADER = (
    "answers.csv",
    ["question", "about", "answer", "entered_by", "entered_at"],
)
NAMES_FILE, NAMES_HEADER = (
    "agency_names.csv",
    ["spelling", "agency_id", "is_agency", "entered_by", "entered_at"],
)


@dataclass(frozen=True)
class Answers:
    """Answers by file or source; `*` stands for all of them.

    `agencies` maps each spelling of a source to the agency's id, or to None where it is no agency;
    `columns` maps (raw table, header cell) to the canonical column it is.
    """

    delimiter: Mapping[str, str] = field(default_factory=dict)
    decimal: Mapping[str, str] = field(default_factory=dict)
    date_order: Mapping[str, str] = field(default_factory=dict)
    encoding: Mapping[str, str] = field(default_factory=dict)
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

    @classmethod
    def read(cls, records: Path) -> "Answers":
        """The answers kept in a records folder; the last entry of a question wins."""
        kept: dict[str, dict[str, str]] = {question: {} for question in QUESTIONS}
        columns: dict[tuple[str, str], str] = {}
        for row in _rows(records / ANSWERS_FILE):
            if row["question"] == "column":
                table, _, header = row["about"].partition(".")
                columns[table, header] = row["answer"]
            elif row["question"] in kept:
                kept[row["question"]][row["about"]] = row["answer"]
        agencies = {
            row["spelling"]: row["agency_id"] if row["is_agency"] == "true" else None
            for row in _rows(records / NAMES_FILE)
        }
        return cls(**kept, agencies=agencies, columns=columns)

    def write(
        self, records: Path, entered_by: str = "", entered_at: datetime | None = None
    ) -> None:
        """Append to a records folder whatever it does not say already."""
        kept, at = (
            Answers.read(records),
            (entered_at or datetime.now(UTC)).isoformat(timespec="seconds"),
        )
        answers = [entry for entry in self._entries() if entry not in kept._entries()]
        _append(records / ANSWERS_FILE, ANSWERS_HEADER, [[*e, entered_by, at] for e in answers])
        names = [
            [spelling, agency_id or "", "false" if agency_id is None else "true", entered_by, at]
            for spelling, agency_id in self.agencies.items()
            if (spelling, agency_id) not in kept.agencies.items()
        ]
        _append(records / NAMES_FILE, NAMES_HEADER, names)

    def _entries(self) -> list[tuple[str, str, str]]:
        """Every answer except the agencies' as (question, about, answer)."""
        asked = [
            (q, about, answer) for q in QUESTIONS for about, answer in getattr(self, q).items()
        ]
        return asked + [("column", f"{t}.{header}", to) for (t, header), to in self.columns.items()]


NO_ANSWERS = Answers()


def _rows(file: Path) -> list[dict[str, str]]:
    if not file.is_file():
        return []
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [{key: value or "" for key, value in row.items()} for row in csv.DictReader(lines)]


def _append(file: Path, header: list[str], rows: list[list[str]]) -> None:
    if not rows:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    is_new = not file.is_file()
    with file.open("a", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([header, *rows] if is_new else rows)
