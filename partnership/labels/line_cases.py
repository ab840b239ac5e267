"""Words for the cases behind a line of the scorecard, or of what both sides expect."""

PICK = "The cases behind"
TITLE = "One by one: {line}"
# Lines that other screens list too.
CONSENT = "consent_coverage.consent_rate"
REJECTIONS = "rejections_with_reason.reason_rate"

CASE_COLUMNS = (
    "title", "is_counted", "agency_name", "since_on", "submission_id", "candidate_id", "search_id", "client_name",
)  # fmt: skip
ANSWER_COLUMNS = (
    "item", "score", "respondent", "asked_on", "agency_name", "title", "response_id",
)  # fmt: skip
SILENCE_COLUMNS = (
    "agency_name", "client_name", "gap_start", "gap_end", "starts_with", "silent_days", "interval_days", "uncovered_days",
)  # fmt: skip
PROMISE_COLUMNS = (
    "promise", "promise_state", "owner", "due_on", "made_on", "closed_on", "agency_name",
)  # fmt: skip
