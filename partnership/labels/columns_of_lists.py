"""Column headings of two lists of submissions beside one another."""

HEADINGS = {
    "their_day": "Day on the agency's list",
    "our_day": "Day on HR's",
    "days_later": "Days later on the agency's",
    "matched_by": "Matched by",
    "their_submission_id": "Submission, as the agency says",
    "their_search": "Search, as the agency says",
    "their_candidate_id": "Candidate, as the agency says",
    "not_compared_because": "Why not",
}
