"""The words around every screen: menu, filters, freshness, states, downloads."""

APP = "Partnership health"

OVERVIEW = "Overview"
MY_PARTNERSHIP = "My partnership"
TIME_TO_FILL = "Time to fill"
MEETINGS = "Meetings"
REDUNDANT_SUBMISSIONS = "Redundant submissions"
OFFERS = "Offers"
REPLY_TIMES = "Reply times"
QUARTERLY_REVIEW = "Quarterly review"
BOTH_SIDES = "Both sides"
LIKELY_OWNER = "Likely owner"
HIRES = "Do hires stay?"
WHAT_WORKS = "What works here?"
WHO_IS_WHO = "Who is who"
MORE_SCREENS = "More"
PARTNERSHIP_SUMMARY = "Partnership summary"
RECORDS = "Records"
KICKOFF_SHEET = "Kickoff sheet"
TO_TAKE_ALONG = "To take along"
DATA = "Data"
DEFINITIONS = "Definitions"

# Filters
FILTERS = "Filters"
PERIOD = "Period"
CLIENT = "Client"
AGENCIES = "Agencies"
PARTNER = {"agency": "Agency", "client": "Client"}
MORE_FILTERS = "More filters"
DEPARTMENT = "Department"
LOCATION = "Location"
ROLE_FAMILY = "Role family"
LAST_FOUR_QUARTERS = "Last four quarters"
ALL_DATA = "All data"
FOUR_QUARTERS_TO = "Four quarters to {quarter}"
SO_FAR = "{quarter} so far"
COMPARE = "Compare with"
COMPARE_BEFORE, COMPARE_YEAR, COMPARE_NOTHING = "The period before", "The year before", "Nothing"
COMPARISONS = (COMPARE_BEFORE, COMPARE_YEAR, COMPARE_NOTHING)
AGAINST = " against {period}"
BEFORE = "before {share} of {of}"
ALL_CHOICES = "All"
ALL = {
    "clients": "all clients",
    "agencies": "all agencies",
    "departments": "all departments",
    "locations": "all locations",
    "role_families": "all role families",
}
RESET = "Reset"
NOT_FILTERED = "The filters don't count on this screen"
COPY_LINK = "Copy link"
COPY_LINK_HELP = (
    "This link opens this screen with these filters. The period in it does not move on."
)
UNKNOWN_CHOICE = "This link asked for {values}, which these figures do not hold. It was left out."

NOT_YOURS = "This link asked for an agency you cannot see. It was left out."

# Freshness
AS_OF = "As of {day}"
DAYS_OLD = "{days} old"
TODAY = "today"
SAMPLE_DATA = "sample data"
RECEIVED = "opened from a file"
SAMPLE_BANNER = "This is the sample: an invented company with invented agencies. Your own exports go in on the **Data** screen."
PREPARING_SAMPLE = "Preparing the sample…"

# States
NOTHING_MATCHES = "Nothing matches these filters"
NOTHING_MATCHES_HINT = (
    "{scope} has no cases here. Choose a longer period or fewer filters, or press Reset."
)
NOT_THERE = "There is no such screen"
NOT_THERE_HINT = "The menu holds every screen there is."
NOT_IN_FILES = "These files don't show this"
NOT_IN_FILES_HINT = "This screen needs {tables} in the exports. [which files]"
PART_FAILED = "This part could not be shown"
PART_FAILED_HINT = "The rest of the screen is right. Please tell whoever looks after the data: reference {reference}."
NO_CASES = "no cases"
CANT_BE_SEEN = "can't be seen from these files"
UNSEEN_BY_AN_AGENCY = (
    "This can't be seen from these files: they hold only what our own agency sent and filled."
)
TOO_FEW = "too few for a share"
NO_TARGET = "no target agreed yet"
TARGET_MET = "target {target}: met"
TARGET_NOT_MET = "target {target}: not met"
TARGET_IS_NEW = "(entered after these figures)"
CLEARLY_AT_TARGET = ":blue[● clearly at target]"
CLEARLY_BELOW = ":red[▼ clearly below the floor]"
CLEARLY_ABOVE = ":red[▲ clearly above the limit]"
COULD_BE_CHANCE = "could be chance"
BETWEEN = "between floor and target"
LIKELY_RANGE = "likely range {low}–{high}"
SINCE_QUARTER = "by quarter, from zero"

# Parts of a screen
CHART = "Chart"
TABLE = "Table"
VIEW = "Show as"
HOW_COUNTED = "How is this counted?"
FOR_ANALYSTS = "For analysts"
WHO_IS_COUNTED = "**Counted:** {text}"
WHO_IS_LEFT_OUT = "**Left out:** {text}"
UNIT = "**Unit:** {text}"
SOURCE = "**Source:** {text}"
CASES = "The cases behind this"
FIRST_ROWS = "Only the first {most} rows, here and in the files: narrow the filters to see the others. Print shows all of them."
DOWNLOAD = "Download"
XLSX = "Excel"
CSV = "CSV"
OPEN_SCREEN = "Open {screen}"

# What a download says about itself
ABOUT = "About"
ABOUT_SCREEN = "Screen"
ABOUT_FILTERS = "Filters"
ABOUT_AS_OF = "Figures as of"
ABOUT_BUILD = "Version of the figures"
ABOUT_PROGRAM = "Made with"
ABOUT_SAMPLE = "Data"
ABOUT_INVENTED = "invented sample, no real person or company"
ABOUT_OWN = "your exports"

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

TABLE_NAMES = {
    "erasures": "removed people",
    "verdicts": "verdicts on who is who",
    "searches": "searches",
    "openings": "openings",
    "briefs": "briefs to agencies",
    "submissions": "submissions",
    "meetings": "meetings",
    "meeting_attendees": "who attended the meetings",
    "interviews": "interviews",
    "offers": "offers",
    "placements": "placements",
    "stage_events": "stage changes",
    "candidates": "candidates",
    "commitments": "promises",
    "targets": "targets",
    "roles": "who does what",
    "requests": "questions to agencies",
    "brief_changes": "changes of a brief",
    "pulse": "survey answers",
}
