"""Words of "When will it be filled?", wherever open searches are listed."""

TOO_FEW, ON_HOLD = "too few to say", "on hold"
CHANCE = "{rate} ({low}–{high})"
EXPECTED = " Beside the days: the chance of being filled within 30 more; by these, about {count} of {of} will be."
OWN_EXPECTED = (
    " Beside the days: the chance that we fill it within 30 more; by these, about {count} of {of}."
)
NOTE = (
    "Filled in 30 or 60 days: the share of comparable openings still open at that age that was filled within so many calendar "
    "days more, by whomever, and its likely range, to whole 5 points."
)
OWN_NOTE = (
    "Filled in 30 or 60 days: the share of comparable openings still open at that age that we filled within so many calendar "
    "days more, and its likely range, to whole 5 points."
)
SEARCH_NOTE = " Of several open seats it is that of the one open longest."
LIKELY_COUNT = "likely {low} to {high}"
LIKELY_COUNT_RULE = (
    "How many will be filled: the sum of the chances. Its likely range holds in nine of ten cases, wherever within its own range each "
    "chance lies, as if one search's fill told nothing of another's."
)
COLUMNS = ("filled_in_30", "filled_in_60")

# Definitions
CHECK = "Did earlier forecasts come true?"
CHECK_INTRO = (
    "At the end of each of the last twelve months the chance of every opening open then is worked out again, from what was "
    "known on that day alone, and set beside what happened."
)
CHECK_SAID = "Filled within {within} days: {expected} on average was forecast, {rate} happened ({filled} of {n}); {verdict}."
IN_RANGE = "the difference could be chance"
TOO_HIGH = "the forecasts were too high by more than chance explains"
TOO_LOW = "the forecasts were too low by more than chance explains"
CHECK_CHART = "Forecast, and filled within {within} days"
CHECK_NOTE = (
    "A bar holds the forecasts of such a chance: they were right where that chance lies within the thin line, the likely range "
    "of what happened. An opening counts for each month at whose end it was open, those on hold never."
)
CHECK_TOO_FEW = "These figures don't reach back far enough to check earlier forecasts."
CHECK_COLUMNS = (
    "named",
    "forecast_rate",
    "filled_rate",
    "filled_rate_of",
    "filled_low",
    "filled_high",
)
NAMED = "{low}–{high}"
CHECK_AXIS = "Filled, % of those with this chance"
