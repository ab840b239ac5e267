"""Words of the settings on the Data screen, and of what settings say elsewhere."""

WORKING_DAY, WORKING_DAYS = "working day", "working days"
DAY, DAYS = "day", "days"

# Money
NO_CURRENCY = "(no currency)"
RATE_USED = "1 {currency} = {rate} {into}, of {day}."
RATE_LACKING = "No rate from {currency} to {into} is set, so {currency} stands apart; the Data screen takes one."
CURRENCY_UNKNOWN = "Amounts without a currency, not counted: {count}."

# The form
TITLE = "Settings"
INTRO = "What the files can't say about themselves. Each change is kept in the log below."
GROUPS = {
    "What is counted": (
        "owner", "agency_name", "default_time_zone", "reply_days", "cutoff_hour", "ownership_days", "guarantee_days", "meeting_interval_days", "people_shown", "retention_months",
    ),
    "How it is shown": (
        "fiscal_year_start", "fewest_for_a_share", "fewest_without_cases", "fewest_for_evidence", "fewest_for_a_median",
        "usual_from",
    ),
    "Likely owner": ("ownership_basis", "ownership_scope", "ownership_resets", "self_application"),
    "Money": ("reporting_currency",),
}  # fmt: skip
COUNTS_LATER = "Counts at the next *Update figures*."
COUNTS_AT_ONCE = "Changes what screens say at once; no figure changes."
GROUP_NOTES = {
    "What is counted": COUNTS_LATER,
    "How it is shown": COUNTS_AT_ONCE,
    "Likely owner": "Changes at once who is shown as the likely owner; what counts as redundant stays as it is. The contract decides.",
    "Money": "Amounts in different currencies are never added up: each has its own line, or is converted at a rate that is named with its day.",
}
NAMES = {
    "owner": "Whose exports these are",
    "agency_name": "The agency's name",
    "default_time_zone": "Time zone",
    "reply_days": "Reply days",
    "cutoff_hour": "Cut-off hour",
    "ownership_days": "Ownership window, days",
    "guarantee_days": "Guarantee, days",
    "meeting_interval_days": "Between two meetings, days",
    "people_shown": "People show as",
    "ownership_basis": "Who owns",
    "ownership_scope": "Owned for",
    "ownership_resets": "Sending again starts the days again",
    "self_application": "An own application goes first",
    "fiscal_year_start": "The year begins in",
    "fewest_for_a_share": "Cases for a percentage",
    "fewest_without_cases": "Cases for a share alone",
    "fewest_for_evidence": "Cases for a colour",
    "fewest_for_a_median": "Openings for a middle value",
    "usual_from": "Usual since",
    "reporting_currency": "Reporting currency",
    "rates": "Rates",
    "memory_limit": "Memory for updating and reading",
    "set_aside_days": "Days that rows set aside are kept",
    "retention_months": "Names kept, months",
}
DOES = {
    "owner": "A company's exports name its agencies; an agency's name its clients.",
    "agency_name": "Where these are an agency's own exports: how it is called.",
    "default_time_zone": "Where a search has no zone of its own, its days begin and end here.",
    "reply_days": "The working days within which HR answers a submission.",
    "cutoff_hour": "What comes in later than this full hour, by the clock of the search, counts from the next working day. 24: whatever the hour.",
    "ownership_days": "How long an agency's candidate is protected, where nothing else was agreed with it.",
    "guarantee_days": "How long an agency guarantees a hire, where nothing else was agreed with it.",
    "meeting_interval_days": "The longest time between two meetings, where nothing else was agreed.",
    "people_shown": "People of HR and of the business side, where a table lists them. No name lies in the figures unless you choose it.",
    "ownership_basis": "With consent first, a submission counts from when it and the candidate's consent are there; where no consent is on record, the first one counts.",
    "ownership_scope": "Whether an agency owns a person for one search, or for every search of the company.",
    "ownership_resets": "Whether an owner who sends the person again within its days gets them anew.",
    "self_application": "Whether nobody owns a person who applied, was referred or worked here before the agency sent them.",
    "retention_months": "Names and contact details of people whom nobody had contact with for so long leave these figures; who works here stays. Their rows stay counted.",
    "fiscal_year_start": "Quarters follow it. Beginning in April, April to June 2026 reads “FY27 Q1 (Apr–Jun 2026)”.",
    "fewest_for_a_share": "Under so many cases a share reads “2 of 3”.",
    "fewest_without_cases": "Under so many cases the list of the cases is open beside the share.",
    "fewest_for_evidence": "Under so many cases a number gets no colour.",
    "fewest_for_a_median": "Under so many openings there is no middle value.",
    "usual_from": "The month, like 2025-04, from which twelve months say what is usual; empty: the first twelve of the files. Later months are judged by them.",
    "reporting_currency": "Three letters, like EUR. Empty: one line per currency.",
    "rates": "What one unit of another currency is worth in the reporting currency, and from which day.",
}
DEFAULT = "{does} Default: {default}."
WORDS = {
    "owner": {"company": "a company", "agency": "an agency"},
    "people_shown": {"role": "their role", "department": "their department", "name": "their name"},
    "ownership_basis": {
        "first_submission": "the first to send the person",
        "consent_first": "the first with the candidate's consent",
        "explicit": "only who a settled dispute names",
    },
    "ownership_scope": {"search": "the search", "company": "the whole company"},
    "ownership_resets": {"no": "no", "yes": "yes"},
    "self_application": {"yes": "yes", "no": "no"},
}
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
EMPTY = "none"
RATES_HELP = "One line per rate: currency, what one unit of it is worth in the reporting currency, and since which day."
RATE_COLUMNS = {"currency": "Currency", "rate": "One is worth", "on": "Since"}
CHANGE = "See and change them"
SAVE = "Save settings"
NOTHING_CHANGED = "Nothing was changed."
CHANGED = "{setting}: {old} → {new}."
LATER = "{changes} This counts at the next *Update figures*."
DIFFER = "The figures shown were made with other settings: {differences}."
DIFFERENCE = "{setting} {built}, now {now}"
UPDATE_NOW = "Update figures now"
UPDATING_SAMPLE = "Making the sample's figures again…"
RATE_INCOMPLETE = "Give each rate its currency, what one unit is worth, and its day."
LOG = "Log of changes ({count})"
LOG_LINE = "{day} · {setting} {old} → {new} · by {by}"
NOBODY = "somebody who gave no name"
COLUMNS = {"setting": "Setting", "value": "Is", "default": "Default", "does": "Does"}
