"""Column headings of the claims."""

HEADINGS = {
    "claim_name": "What was done",
    "outcome_name": "What was counted",
    "with_rate": "With",
    "without_rate": "Without",
    "difference_in_points": "Difference",
    "range_in_points": "Its likely range",
    "claim_verdict": "Verdict",
    "case_id": "Case",
    "judged_on": "Counted on",
    "is_with": "In the group with",
    "is_hit": "It happened",
    "with_k": "With: it happened",
    "with_n": "With: cases",
    "without_k": "Without: it happened",
    "without_n": "Without: cases",
    "with_searches": "Searches with",
    "without_searches": "Searches without",
}
OF = {"with_rate": "of cases with", "without_rate": "of cases without"}
