"""The words of the Data screen."""

TITLE = "Data"

FRESH = "These figures are as of {day}, made from {files} with {rows} rows."
ALL_READ = "Every row was read."
SOME_SET_ASIDE = "{count} of them could not be used and were set aside; each is listed below."
ONE_SET_ASIDE = "One of them could not be used and was set aside; it is listed below."

# Adding files
ADD_FILES = "Add files"
ADD_FILES_HELP = (
    "Two files are enough: **searches** and **candidates**, one row per application. Every further file "
    "adds screens: meetings, offers, placements. CSV, TSV, Excel, Parquet, JSON and JSON Lines are read; "
    "Greenhouse and Lever exports are recognised. A file of the same name replaces the older one."
)
DROP_HERE = "Exported files"
UPDATE = "Update figures"
FORGET_WAITING = "Leave these files out"
WAITING = "Not in the figures yet: {files}"
READING = "Reading the files…"
UPDATED = "The figures are up to date."
KEPT = "What was shown before is still shown."

# Questions that only a person can answer
ANSWER = "Answer and update"
WHICH_ARE_AGENCIES = (
    "Tick the sources that are recruitment agencies. Give two spellings of one agency the same name; "
    "the answer is remembered."
)
SOURCE = "Source in your files"
ROWS = "Rows"
IS_AGENCY = "Is an agency"
AGENCY_NAME = "Agency"
CHOOSE = "Your answer"
AGENCIES_ASKED = "Which sources are agencies?"
UNASSIGNED = "Nobody has said yet whether {sources} is an agency."
COUNTED_APART = "Its submissions are counted apart until then."

# The import report
REPORT = "Import report"
FILES = "What became of every row"
FILES_NOTE = "Rows in the file = rows used + rows set aside + rows not needed."
SET_ASIDE = "Rows set aside, by reason"
EXAMPLES = "Where they are"
EXAMPLES_NOTE = (
    "At most the first hundred. All of them, with their values, are kept on this machine for 30 days: correct them "
    "in your system or in the file, and add the file again."
)
FLAGGED = "Used, but left out where the contradicting dates are needed"
NOTES = "How the files were read"
LACKING = "What these files can't show"
LACKING_NOTE = "Each of these figures needs a file that was not there."
CHANGED = "What is unlike last time"

# Earlier figures
EARLIER = "Earlier figures"
EARLIER_NOTE = "The last three are kept. Going back changes what everybody sees, not the files."
SHOWN_NOW = "shown now"
GO_BACK = "Go back"
GO_BACK_TO = "Show these figures again"
WENT_BACK = "These figures are shown again."
MADE_AT = "made {day}"
SYNTHETIC = "sample"
VERSION = "{day} · {made} · {rows} rows"

COLUMNS = {
    "file": "File",
    "physical": "Rows in the file",
    "accepted": "Rows used",
    "set_aside": "Set aside",
    "not_needed": "Not needed",
    "table": "What it is",
    "rows": "Rows",
    "rule": "Rule",
    "reason": "Reason",
    "line": "Line",
    "column": "Column",
    "times": "Times",
    "figure": "Figure",
    "needs": "Needs",
    "before": "Before",
    "now": "Now",
}
