"""What can go wrong, each with a title and a next step."""

from collections.abc import Sequence
from typing import NamedTuple


class Fault(NamedTuple):
    """What does not fit in one row that somebody typed."""

    table: str
    row: int
    column: str
    expected: str


class PartnershipError(Exception):
    """Any refusal a user can act on: `title` says what, `message` where and what was expected,
    `next_step` what to do now."""

    title = "This could not be done"

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return "\n".join(part for part in (f"{self.title}: {self.message}", self.next_step) if part)


class UnreadableExport(PartnershipError):
    """A file as a whole can't be read: empty, not what its name says, too large, broken."""

    title = "This file could not be read"


class WrongColumns(PartnershipError):
    """A file lacks a column that its table needs, or names one twice."""

    title = "The columns do not fit"


class NeedsAnswer(PartnershipError):
    """Something only a person can decide, such as whether 03/04 is in March or April.

    `question` is its key (`date_order`, `decimal`, `delimiter`, `encoding`, `agencies`, `column`),
    `about` what it is asked of (a file, or table.column), `choices` the answers, with what each
    would mean.
    """

    title = "One question first"

    def __init__(
        self, message: str, next_step: str, *, question: str, about: str, choices: dict[str, str]
    ) -> None:
        super().__init__(message, next_step)
        self.question, self.about, self.choices = question, about, choices


class UnknownMapping(PartnershipError):
    """No built-in system and no folder of selects has this name."""

    title = "These files were not recognised"


class WrongSetting(PartnershipError):
    """A setting that does not exist, or a value that does not fit it."""

    title = "A setting does not fit"


class BuildRefused(PartnershipError):
    """The figures could not be updated; what was shown before stays."""

    title = "The figures were not updated"


class WrongEntry(PartnershipError):
    """Something typed that a build would set aside. Nothing was saved.

    `faults` are all of them, as (table, row, column, what was expected); rows count from 1 within
    what was given, the column is '' where the row as a whole does not fit.
    """

    title = "This could not be saved yet"

    def __init__(self, message: str, next_step: str, faults: Sequence[Fault]) -> None:
        super().__init__(message, next_step)
        self.faults = tuple(faults)
        self.table, self.row, self.column, self.expected = self.faults[0]


class UnreadableRecords(PartnershipError):
    """A file of what people typed is no longer a table: someone saved it in another way."""

    title = "What was typed could not be read"


class NoBuild(PartnershipError):
    """Nothing has been built yet, or the build asked for is gone."""

    title = "There are no figures yet"


class NoSuchBuild(NoBuild):
    """There are figures, but not those that were asked for."""

    title = "Nothing was changed"


class DamagedBuild(PartnershipError):
    """A published file is not the one that was published."""

    title = "These figures are damaged"


class PackRefused(PartnershipError):
    """A zip is no pack of one agency's figures, or not the one that was packed."""

    title = "This file can't be opened"


class UnknownMetric(PartnershipError):
    """No file of queries/metrics/ has this name."""

    title = "Unknown metric"


class MetricRefused(PartnershipError):
    """The data cannot answer this honestly, such as a curve from searches selected by closing."""

    title = "This cannot be computed from these files"


class NoAccess(PartnershipError):
    """This reader has no file in this build."""

    title = "No access"


class NoReview(PartnershipError):
    """There is no such review: no such agency, no such quarter, or not of these figures."""

    title = "There is no such review"


class NotComparable(PartnershipError):
    """An agency's list and these figures have nothing that could be compared."""

    title = "These lists can't be compared"


class UnusableTemplate(PartnershipError):
    """A company's template for slides can't be opened, or has no place for what a slide says."""

    title = "This template can't be used"


class UnknownFormat(PartnershipError):
    """A file is asked for in a format that we don't write."""

    title = "Unknown format"


class WrongText(PartnershipError):
    """A text of a review that the other side must not read."""

    title = "This text can't stand there"
