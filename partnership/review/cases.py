"""The quarter's cases behind a review, for its workbook."""

import pandas as pd

from partnership import queries, tables
from partnership.filters import Filters
from partnership.labels import review as words
from partnership.periods import Quarter, last_complete_quarter
from partnership.published import Build
from partnership.review.source import about, reading

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
    "promises": (
        "reviewed_promise", 0,
        ("promise", "owner", "made_on", "due_on", "closed_on", "dropped_on"),
    ),
    "disputes": (
        "dispute", None,
        ("dispute_id", "title", "raised_by", "raised_on", "about", "fee_at_stake", "currency"),
    ),
}  # fmt: skip


def cases_of(build: Build, agency_id: str, quarter: Quarter) -> dict[str, pd.DataFrame]:
    """Sheet → rows as people read them, from the agency's own file."""
    found = {}
    as_of = about(build, agency_id).as_of
    is_latest = quarter >= last_complete_quarter(as_of, quarter.first_month)
    # Disputes have no quarter: with an earlier one stand those that had been raised by its end.
    ever = Filters(None, None if is_latest else quarter.end, agencies=(agency_id,))
    with reading(build, agency_id) as connection:
        for name, (rows, day, columns) in CASES.items():
            of_quarter = Filters(quarter.start, quarter.end, agencies=(agency_id,))
            filters = ever if day is None else of_quarter.reaching_day(day)
            frame = queries.metric_rows(connection, rows, filters, folder="rows", row_limit=None)
            own = tables.of_one_agency(frame, agency_id)
            shown = tables.presentable(own[[c for c in columns if c in own]], {})
            found[words.SHEETS[name]] = shown.rename(columns=tables.heading)
    return found
