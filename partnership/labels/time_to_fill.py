"""Words of the Time to fill screen."""

from partnership.labels import shell

TITLE = shell.TIME_TO_FILL

# Finding
FINDING = "Half of the openings are filled after {half}{gap}."
GAP = "; the filled ones alone would say {naive}, {days} too short"
NO_GAP = ", and the filled ones alone say the same"
NOT_REACHED = (
    "Fewer than half of the openings are filled so far, so there is no middle value yet; "
    "the filled ones alone would say {naive}."
)
OWN_FINDING = "Of {openings} that reached day 60, we filled {filled} by then; what others filled can't be seen from these files."
FINDING_FEW = "{filled} of {openings} filled so far: too few for a middle value."

# Cards
FILLED_BY = "Filled by day {day}"
FILLED_BY_US = "By us by day {day}"
FILLED_OF = "openings"
FILLED_EXPLAINED = (
    "Of the openings whose day {day} fell in the period, the share that was filled by then."
)
HALF_FILLED = "Half filled after"
HALF_BASIS = "{filled} of {openings} filled"
HALF_EXPLAINED = "The first day by which half of all openings of searches opened in the period are filled. Those still open count as open."
HALF_RANGE = "likely {low} to {high}"
HALF_FROM = "likely {low} or more"
NOT_YET = "not yet"
NAIVE = "Filled ones alone"
NAIVE_BASIS = "without {open} still open"
NAIVE_EXPLAINED = "The middle value of the filled openings only, as most systems show it. It leaves out whatever takes long and is still open."
OPEN_NOW = "Open now"
OPEN_NOW_EXPLAINED = "Openings that are open on the day of the figures, whenever they were opened."
OLDEST = "oldest {days}"
ON_HOLD = "{count} on hold"

OPENING, OPENINGS = "opening", "openings"

# Clock
CLOCK = "Clock"
CLOCKS = {"calendar": "Calendar days", "active": "Without holds"}

# Charts
CURVE = "What becomes of the openings"
CURVE_NOTE = "Openings of searches opened in this period: {openings}, {open} of them still open and counted as open."
OWN_CURVE_NOTE = "What is missing to 100 % ended without us: filled by others or cancelled, which these files can't tell apart."
CURVE_TOO_FEW = "Only {openings}: too few for a curve. The panel below lists them."
CURVE_COLUMNS = (
    "day", "at_risk", "filled_by_agency", "filled_otherwise", "cancelled_share", "still_open", "low", "high",
)  # fmt: skip
TREND = "Filled by day 60, quarter by quarter"
TREND_NOTE = "Each quarter holds the openings whose day 60 fell in it; the line on each dot is its likely range."
COMPARE = "Compare"
COMPARISON = {
    "agency": "Filled by day 60, by agency briefed",
    "client": "Filled by day 60, by client",
    "department": "Filled by day 60, by department",
    "location": "Filled by day 60, by location",
    "role_family": "Filled by day 60, by role family",
}
COMPARISON_NOTE = (
    "The thin line is the likely range: where two overlap widely, the difference could be chance."
)
BY_AGENCY_NOTE = "An opening stands under every agency its search was given to, whoever filled it."
GROUPS = {
    "agency": "Agencies",
    "department": "Departments",
    "location": "Locations",
    "role_family": "Role families",
    "client": "Clients",
}
FILLED_AXIS = "Filled by day 60, %"
AGE_AXIS = {"calendar": "Days open", "active": "Days open, without holds"}
OPEN_BY_AGE = "Open now, the oldest first"
OPEN_BY_AGE_NOTE = "The {shown} oldest of {open}, whatever the period; grey ones are on hold."
TABLE = "Time to fill, group by group"
TABLE_NOTE = (
    "Openings of searches opened in this period, those still open counted; the slowest first. "
    "No middle value on fewer than [fewest for a median] openings, no share on fewer than [fewest for a share]."
)
CASES = "The openings behind the curve"
CASES_60 = "The openings behind Filled by day 60"

FILLED_COLUMNS = ("label", "filled_rate", "filled_rate_of", "filled_low", "filled_high")
CASE_COLUMNS = (
    "search_id", "title", "opened_on", "ended_on", "outcome", "days", "active_days", "filled_by_channel",
    "filled_by_agency_name", "is_on_hold", "department", "location", "role_family", "exclusion_reason",
)  # fmt: skip
TABLE_COLUMNS = (
    "label", "median_days", "median_low", "median_high", "naive_median_days", "openings", "filled", "open",
    "cancelled", "filled_by_30_rate", "filled_by_60_rate", "filled_by_90_rate", "excluded",
)  # fmt: skip
OPEN_COLUMNS = (
    "title", "filled_in_30", "filled_in_60", "age_days", "opening_id", "opened_on", "is_on_hold", "agencies", "search_id", "hr_partner",
    "business_leader", "department", "location", "role_family",
)  # fmt: skip

WHOSE_CLOCK = "Whose turn it was on the open days"
