"""Words of the review's files: slides, PDF and workbook."""

# Names of the template's layouts and places; a company's own template may use them.
COVER_LAYOUT, SLIDE_LAYOUT = "Review cover", "Review slide"
TOPIC_PLACE, HEADLINE_PLACE, MESSAGE_PLACE = "Topic", "Headline", "Message"
MAIN_PLACE, BASIS_PLACE = "Main", "Basis"
FOOTER_PLACE, PAGE_PLACE, DECOR = "Footer", "Page", "Rule"
THEME = "Quarterly review"

TARGET = "target {value}"
VALUE = "{series}, {category}: {value}"
NOTE_VALUES = "Not written in the chart: {values}"
MORE_ROWS = "… and {count} more"
MORE_POINTS = "… and {count} more"

# A company's own template
NO_TEMPLATE = "{file} can't be opened as a PowerPoint file"
GIVE_TEMPLATE = "Give a .pptx file, saved by PowerPoint or LibreOffice, without a password."
NO_LAYOUT = "{file} has no layout for a slide"
ADD_LAYOUT = (
    "Add one with a title (View, Slide Master), or begin with partnership/review/template.pptx."
)
NO_ROOM = 'The layout "{layout}" of {file} has too little room between its title and its foot'
MAKE_ROOM = "Set its slide size to widescreen (Design, Slide Size, Widescreen), or make the title's place smaller: half of a slide's height has to be left. docs/reviews.md says more."

# What every format says
REVIEW = "Quarterly review"
TITLE = "Quarterly review · {agency} · {quarter}"
COVER_MESSAGE = "{quarter} · with {company}"
EDITION_HR = "Edition of HR"
EDITION_AGENCY = "Edition of {agency}"
AGENCY, QUARTER, FILTERS, AS_OF = "Agency", "Quarter", "Filters", "Figures as of"
BUILD, VERSION = "Version of the figures", "Program"
FOOT = "{agency} · {quarter} · as of {day} · figures {build} · {version} · {confidentiality}"
APPENDIX = "Appendix · {topic}"
SOURCE = "Screen: {source}"
BETWEEN = " · "
PAGE = "{number} of {pages}"
NOTE_DEFINITION = "How it is counted: {text}"
NOTE_BASIS = "Cases: {text}"
NOTE_FILTERS = "Filters: {text}"
NOTE_SOURCE = "The same on screen: {text}"
NOTE_LEFT = "What had no room on the slide:"
TABLE_ALT = "Table: {topic}. Columns: {columns}. {rows} rows."
POINTS, COMMENT, TABLE, CHART = "Points", "Comment", "Table", "Chart"

# The workbook
SUMMARY, ROWS, DEFINITIONS, ABOUT = "Summary", "Rows", "Definitions", "About"
# The last day counts; the command's --to is the day after it.
MEASURE, FROM, TO, ON_SLIDES = "Measure", "From", "To (included)", "On the slides"
# Measures whose titles are too long for the name of a sheet.
MEASURES = {
    "feedback_latency": "Profiles answered by HR",
    "scorecard": "Score of each side",
    "pulse": "Survey of both sides",
}
# What a figure is, where its heading on the screens leans on what stands beside it there.
ANY_FIGURES = {
    "on_time_rate": "In time, share",
    "evaluable": "Due",
    "before_rate": "A year before",
    "score_low": "Likely from",
    "score_high": "Likely to",
    "filled_in_30_rate": "Filled in 30 days, chance",
    "filled_in_30_low": "30 days, likely from",
    "filled_in_30_high": "30 days, likely to",
    "filled_in_60_rate": "Filled in 60 days, chance",
    "filled_in_60_low": "60 days, likely from",
    "filled_in_60_high": "60 days, likely to",
    "is_measured": "Five cases or more",
    "opening_id": "Opening",
    "within_days": "By day",
    "owner": "Whose",
    "client_id": "Client",
}
FIGURES = {
    "fill_counts": {"filled_by_agency": "Filled by this agency"},
    "first_candidate": {"on_time": "Sent in time"},
    "scorecard_lines": {
        "quarter_k": "The quarter, cases that did",
        "quarter_n": "The quarter, cases",
        "quarter_rate": "The quarter",
    },
    "partnership_contact": {"held": "Meetings held", "missed": "Meetings missed"},
    "pulse": {
        "respondent": "Who answered",
        "favourable": "Rated 4 or 5",
    },
    "waiting_now": {"kind": "What waits"},
    "retention": {
        "retained_90_low": "90 days, likely from",
        "retained_90_high": "90 days, likely to",
        "retained_365_low": "A year, likely from",
        "retained_365_high": "A year, likely to",
    },
    "goal_alignment": {"pairs": "Rounds answered by both", "aligned": "Of these within one point"},
}
DEFINITION_COLUMNS = (
    ("Slide", 26),
    ("How it is counted", 90),
    ("Cases", 30),
    ("Filters", 50),
    ("Screen", 24),
)
TARGET_COLUMN = "Target"
EDITION, CONFIDENTIALITY = "Edition", "Confidentiality"

NO_FORMAT = '{file} ends with "{ending}"'
NO_ENDING = "nothing"
FORMATS = "A review is written as one of {formats}."
