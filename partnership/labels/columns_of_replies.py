"""Column headings of reply times: what each side owes, what came late, what waits."""

HEADINGS = {
    "owed": "What is owed",
    "owed_by": "By",
    "half_within": "Half of all",
    "in_time_rate": "In time",
    "on_time_low": "likely from",
    "on_time_high": "likely to",
}
OF = {"in_time_rate": "of those due"}
