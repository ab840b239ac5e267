"""What two lists say of one another, row by row and counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures, queries
from partnership.answers import Answers
from partnership.comparing.reading import AgencyList, Refused
from partnership.errors import NotComparable
from partnership.filters import Filters
from partnership.labels import comparing as words

COUNTS = (
    *("both", "only_theirs", "only_ours", "other_day", "theirs_outside", "ours_outside"),
    *("unseen", "by_submission_id", "by_candidate", "by_email"),
)
COLUMNS = (
    *("outcome", "has_other_day", "matched_by", "submission_id", "search_id", "title"),
    *("candidate_id", "their_day", "our_day", "days_later", "file", "line"),
    *("their_submission_id", "their_search", "their_candidate_id", "column", "reason"),
)


@dataclass(frozen=True)
class Compared:
    """`counts` by COUNTS, `refused`, and of those `in_doubt`: all that may be one of ours. `rows`
    have COLUMNS, every row of the list among them; no name and no e-mail address."""

    agency_id: str
    agency: str
    list_name: str
    first: date
    last: date
    theirs: tuple[date, date]
    ours: tuple[date, date]
    counts: dict[str, int]
    rows: pd.DataFrame
    not_read: tuple[str, ...]

    @property
    def list_rows(self) -> int:
        """How many rows the agency's list has."""
        return sum(self.counts[name] for name in ("both", "only_theirs", "refused"))

    @property
    def period(self) -> str:
        """The days that are compared, in words."""
        return days(self.first, self.last)

    @property
    def spans(self) -> tuple[str, str]:
        """The days that the agency's list covers, and those of these figures, in words."""
        return days(*self.theirs), days(*self.ours)


def whose_list(connection: queries.Connection, agency_id: str | None) -> tuple[str, str]:
    """Id and name of the agency that is meant; the only one there is, where none is named.

    Raises NotComparable where that says nothing.
    """
    choices = queries.metric_rows(connection, "filter_choices", folder="screens")
    of_agencies = choices[choices["kind"] == "agency"]
    known = dict(zip(of_agencies["value"], of_agencies["label"], strict=True))
    one_of = words.WHICH_AGENCY_NEXT.format(agencies=", ".join(map(str, known)))
    if agency_id is None and len(known) != 1:
        raise NotComparable(words.WHICH_AGENCY, one_of)
    found = next(iter(known)) if agency_id is None else agency_id
    if found not in known:
        raise NotComparable(words.NO_SUCH_AGENCY.format(agency=found), one_of)
    return str(found), str(known[found])


def spellings(agency: tuple[str, str], answers: Answers) -> set[str]:
    """The ways an agency may be called in its list: id, name, and what exports call it."""
    return {*agency, *(said for said, of in answers.agencies.items() if of == agency[0])}


def compared(
    connection: queries.Connection,
    theirs: AgencyList,
    agency: tuple[str, str],
    clients: Sequence[str] | None = None,
) -> Compared:
    """The agency's list beside its submissions in these figures.

    Raises NotComparable where there is nothing on one side, no day in common, or not one row that
    is on both: lists that name their cases otherwise are not lists that differ.
    """
    agency_id, name = agency
    _refuse_nothing(theirs)
    filters = Filters(agencies=(agency_id,), clients=tuple(clients) if clients else None)
    counted = queries.metric_rows(
        connection, "lists_counted", filters, folder="screens", listed=theirs.entries
    ).iloc[0]
    if pd.isna(counted["ours_from"]):
        raise NotComparable(words.NOTHING_OF_OURS.format(agency=name), words.NOTHING_OF_OURS_NEXT)
    rows = queries.metric_rows(
        connection, "list_compared", filters, folder="rows", listed=theirs.entries
    )
    spans = {part: _span(counted, part) for part in ("period", "theirs", "ours")}
    first, last = spans["period"]
    if first > last:
        both = {part: days(*spans[part]) for part in ("theirs", "ours")}
        raise NotComparable(words.NOTHING_IN_COMMON.format(**both), words.NOTHING_IN_COMMON_NEXT)
    reasons = {
        "outside": words.OUTSIDE.format(period=days(first, last)),
        "unseen": words.UNSEEN,
    }
    counts = {key: int(counted[key]) for key in COUNTS}
    counts["in_doubt"] = counts["unseen"] + len(theirs.refused)
    counts["refused"] = counts["theirs_outside"] + counts["in_doubt"]
    _refuse_no_match(counts, theirs, name, days(first, last))
    return Compared(
        agency_id, name, theirs.name, first, last, spans["theirs"], spans["ours"], counts,
        _rows(rows, theirs, reasons), theirs.not_read,
    )  # fmt: skip


def days(first: date, last: date) -> str:
    """The days from one to another, in words."""
    return words.DAYS.format(first=figures.day(first), last=figures.day(last))


def _refuse_nothing(theirs: AgencyList) -> None:
    if theirs.entries:
        return
    first = theirs.refused[0]
    raise NotComparable(
        words.NOTHING_OF_THEIRS.format(
            file=theirs.name, count=len(theirs.refused), line=first.line, reason=first.reason
        ),
        words.NOTHING_OF_THEIRS_NEXT,
    )


def _refuse_no_match(counts: dict[str, int], theirs: AgencyList, name: str, period: str) -> None:
    if counts["both"]:
        return
    found = counts | {"unread": len(theirs.refused)}
    why = [
        said.format(count=figures.number(found[key]))
        for key, said in words.WHY_NOTHING.items()
        if found[key]
    ]
    raise NotComparable(
        words.NOTHING_MATCHED.format(
            file=theirs.name,
            ours=figures.number(counts["only_ours"]),
            agency=name,
            period=period,
            why=", ".join(why),
        ),
        words.NOTHING_MATCHED_NEXT,
    )


def _span(counted: pd.Series, part: str) -> tuple[date, date]:
    first, last = (pd.Timestamp(counted[f"{part}_{end}"]).date() for end in ("from", "to"))
    return first, last


def _rows(lined_up: pd.DataFrame, theirs: AgencyList, reasons: dict[str, str]) -> pd.DataFrame:
    """Every row, with where it stands in the list and what the list says; refused ones last."""
    found = [_row(row, theirs, reasons) for row in lined_up.to_dict("records")]
    found.sort(key=lambda row: row["outcome"] == "refused")
    found += [_refused(row) for row in theirs.refused]
    return pd.DataFrame(found, columns=list(COLUMNS), dtype="object")


def _row(row: dict[Any, Any], theirs: AgencyList, reasons: dict[str, str]) -> dict[str, Any]:
    known = {name: None if figures.is_missing(row[name]) else row[name] for name in row}
    if known["days_later"] is not None:
        known["days_later"] = int(known["days_later"])
    if known["place"] is not None:
        place = int(known["place"])
        entry, (file, line) = theirs.entries[place], theirs.lines[place]
        known |= {
            "file": file,
            "line": line,
            "their_submission_id": entry["submission_id"],
            "their_search": entry["search_id"] or entry["title"],
            "their_candidate_id": entry["candidate_id"],
        }
    if reason := reasons.get(str(known["outcome"])):
        known |= {"outcome": "refused", "reason": reason}
    return known


def _refused(row: Refused) -> dict[str, Any]:
    return {"outcome": "refused", "has_other_day": False, **row._asdict()}
