"""The quarter's cases behind a review, for its workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from partnership import queries, tables
from partnership.filters import Filters
from partnership.labels import review as words
from partnership.periods import Quarter, last_complete_quarter
from partnership.published import Build
from partnership.review import known_disputes, parts
from partnership.review.kept import NOTHING_KEPT, Kept
from partnership.review.known_promises import known, state
from partnership.review.source import About, about, reading

# Which rows, in which columns, and on which day of theirs they fall into the quarter.
CASES = {
    "openings": (
        "partner_opening", 60,
        ("title", "search_id", "client_name", "location", "opened_on", "opening_end", "ended_on",
         "days"),
    ),
    "submissions": (
        "partner_submission", 0,
        ("submission_id", "candidate_id", "search_id", "title", "received_on", "redundancy_class",
         "answered_on", "feedback_days", "is_on_time"),
    ),
    "offers": (
        "offer", 0,
        ("offer_id", "submission_id", "title", "extended_on", "answered_on", "outcome",
         "decline_reason", "negotiation_led_by", "starts_on"),
    ),
}  # fmt: skip
DISPUTES = (
    "dispute_id", "case_id", "title", "raised_by", "raised_on", "claim", "fee_at_stake", "currency",
    "settled_on", "outcome",
)  # fmt: skip
SEARCHES = ("opening_id", "title", "location", "opened_on", "age_days", "is_on_hold")
PROMISES = ("promise", "owner", "made_on", "due_on", "state")


@dataclass(frozen=True)
class Cases:
    """Sheet → rows as people read them; and what ids in the figures stand for."""

    sheets: Mapping[str, pd.DataFrame]
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


NO_CASES = Cases({})


def cases_of(build: Build, agency_id: str, quarter: Quarter, kept: Kept = NOTHING_KEPT) -> Cases:
    """From the agency's own file, and the promises typed since."""
    facts = about(build, agency_id)
    is_latest = quarter >= last_complete_quarter(facts.as_of, quarter.first_month)
    of_quarter = Filters(quarter.start, quarter.end, agencies=(agency_id,))
    with reading(build, agency_id) as connection:

        def rows_of(name: str, filters: Filters) -> pd.DataFrame:
            frame = queries.metric_rows(connection, name, filters, folder="rows", row_limit=None)
            return tables.of_one_agency(frame, agency_id)

        clients = queries.metric_rows(connection, "filter_choices", folder="screens")

        found = {}
        for name, (rows, day, columns) in CASES.items():
            found[name] = _shown(rows_of(rows, of_quarter.reaching_day(day)), columns)
        until = None if is_latest else quarter.plus(1).end
        due = Filters(quarter.start, until, agencies=(agency_id,))
        whole = Filters(agencies=(agency_id,))
        titles = (
            known_disputes.titles(rows_of("submission", whole), rows_of("partner_opening", whole))
            if kept.disputes
            else {}
        )
        told = known_disputes.known(rows_of("dispute", whole), kept.disputes, agency_id, titles)
        end = None if is_latest else pd.Timestamp(quarter.end)
        found["disputes"] = _disputes(told, end, facts.agencies[agency_id])
        found["promises"] = _promises(rows_of("reviewed_promise", due), kept, facts, agency_id, due)
        searches = rows_of("open_opening", Filters(agencies=(agency_id,)))
        if is_latest:
            found["searches"] = _shown(searches, SEARCHES)
    named = {
        "opening_id": {row["opening_id"]: parts.titled(row) for row in searches.to_dict("records")},
        "client_id": dict(zip(clients["value"], clients["label"], strict=True)),
    }
    return Cases({words.SHEETS[name]: rows for name, rows in found.items()}, named)


def _shown(rows: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    shown = tables.presentable(rows[[c for c in columns if c in rows]], {})
    return shown.rename(columns=tables.heading)


def _disputes(
    told: Sequence[Mapping[Any, Any]], end: pd.Timestamp | None, agency: str
) -> pd.DataFrame:
    """Disputes as they are known now; they have no quarter: with an earlier one stand those that
    had been raised by its end."""
    rows = [
        {
            **row,
            "case_id": known_disputes.case(row),
            "claim": known_disputes.claim(row),
            "raised_by": agency if row["raised_by"] == "agency" else row["raised_by"],
        }
        for row in told
        if end is None or row["raised_on"] < end
    ]
    return _shown(pd.DataFrame(rows, columns=list(DISPUTES)), DISPUTES)


def _promises(
    rows: pd.DataFrame, kept: Kept, facts: About, agency_id: str, due: Filters
) -> pd.DataFrame:
    """Those of the figures, as they are known now, and those typed since: the same that stand on
    the slides of last quarter and next."""
    owners = words.OWNERS | {"agency": facts.agencies[agency_id]}
    told = [
        (one.text, owners[one.owner], one.made_on, one.due_on, state(one))
        for one in known(rows, kept.promises, facts.as_of, due)
    ]
    return pd.DataFrame(told, columns=list(PROMISES)).rename(columns=tables.heading)
