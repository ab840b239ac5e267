"""Column headings of pairs of records."""

HEADINGS = {
    "full_name_a": "One record",
    "full_name_b": "Other record",
    "candidate_id_a": "Candidate",
    "candidate_id_b": "Other candidate",
    "person_verdict": "Judged",
    "verdict_on": "Judged on",
    "judged_by": "By",
    "judged_reason": "Reason",
    "counted_in": "Counted",
    "reasons": "What speaks for it",
    "comparison": "Compared by",
    "in_words": "How they agree",
    "m": "One person (m)",
    "u": "Two people (u)",
    "weight": "Weight",
}
