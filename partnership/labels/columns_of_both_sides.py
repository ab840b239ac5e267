"""Column headings of the Both sides screen."""

HEADINGS = {
    "owed_by": "Owed by",
    "line": "Line",
    "line_rate": "Share",
    "line_low": "likely from",
    "line_high": "likely to",
    "floor_share": "Floor",
    "target_share": "Target",
    "points": "Points",
    "weight_share": "Weight",
    "quarter_rate": "Last quarter",
    "year_before_rate": "A year before",
    "others_rate": "Other agencies",
    "others_cases": "Their cases",
    "line_state": "What it says",
    "drawn_rate": "Share, drawn together",
    "drawn_low": "from",
    "drawn_high": "to",
    "rank_interval": "Ranks",
    "raw_rate": "Raw share",
    "p_value": "p",
    "suspicion": "Suspicion",
}
OF = {
    "line_rate": "of cases",
    "quarter_rate": "of cases",
    "year_before_rate": "of cases",
    "raw_rate": "of cases",
}
