"""The words of the Data screen."""

TITLE = "Data"

FRESH = "These figures are as of {day}{why}, made from {files} with {rows} rows."
LATEST_EVENT = ", the latest day in your files"
ALL_READ = "Every row was read."
SOME_SET_ASIDE = "{count} of them could not be used and were set aside; each is listed below."
ONE_SET_ASIDE = "One of them could not be used and was set aside; it is listed below."

# Adding files
ADD_FILES_HELP = (
    "Two files are enough: **searches** and **candidates**, one row per application. Every further file "
    "adds screens: meetings, offers, placements. CSV, TSV, Excel, Parquet, JSON and JSON Lines are read; "
    "Greenhouse and Lever exports are recognised. A new file takes the place of the older one of its name. "
    "Larger files than 50 MB go in on the command line."
)
DROP_HERE = "Exported files"
UPDATE = "Update figures"
NO_FILES = "Choose your files first, then press “Update figures”."
WAITING = "Not in the figures yet: {files}"
ADD_NOW = "Add them now"
FORGET_WAITING = "Leave these files out"
LEFT_OUT = "Left out. The figures are as they were."
READING = "Reading the files…"
STEPS = (
    (0.30, ""),
    (0.55, "Checking every row"),
    (0.80, "Computing the figures"),
    (1.01, "Saving the figures"),
)
READ = "Done"
UPDATED = "The figures are up to date: as of {day}, {rows} rows used."
KEPT = "What was shown before is still shown."

# The files that are kept for the next update
KEPT_FILES = "Files kept for the next update ({count})"
KEPT_FILE = "{file} · {size} · added {day}"
TAKE_OUT = "Take out"
TAKEN_OUT = "{file} was taken out. {updated}"
MADE_ELSEWHERE = (
    "These figures were made on the command line, from files that are not kept here: {files}. An update on this "
    "screen uses only the files added here, so add all of them, not only the newest."
)
MADE_FROM_OTHERS = "These figures are not made from the files kept here. “Update figures” makes them from: {files}."
KILOBYTES = "{size} kB"
MEGABYTES = "{size} MB"

# Questions that only a person can answer
ANSWER = "Answer and update"
REMEMBER = "Remember"
REMEMBERED = "Remembered. It counts at the next update."
QUESTIONS = {
    "date_order": "How are the dates in {about} written?",
    "decimal": "How are the amounts in {about} written?",
    "delimiter": "What stands between two fields in {about}?",
    "encoding": "How was {about} saved?",
    "column": "Which column of {table} holds “{column}”?",
    "table": "What do files named {about} hold?",
}
TABLES_ASKED = "What do these files hold?"
TABLES_HELP = "Two are needed: searches, and candidates with one row per application."
HOLDS = "{file} holds"
HOLDS_TABLES = {
    "searches": "searches (jobs, requisitions)",
    "candidates": "candidates, one row per application",
    "meetings": "meetings",
    "briefs": "briefs to agencies",
    "submissions": "submissions",
    "offers": "offers",
    "placements": "placements",
    "stage_events": "stage changes",
}
NOT_SAID = "something else"
# Parts of file names by which a choice is proposed; a person decides.
PROPOSED = {
    "searches": ("search", "job", "requisition", "vacanc", "position"),
    "candidates": ("candidate", "applica"),
    "meetings": ("meeting", "calendar"),
    "offers": ("offer",),
    "placements": ("placement", "hire"),
    "submissions": ("submission",),
}
FOR_EVERY_FILE = "The same in all my files"
HINTS = {"encoding": "Choose the first line in which every letter is right."}
CHOICES = {"date_order": "{meaning}", "decimal": "{meaning}", "encoding": "{meaning}"}
OTHER_CHOICES = "{choice}: {meaning}"
CHOOSE = "Your answer"
NOT_CHOSEN = "Choose one of the answers first."
AGENCIES_ASKED = "Which sources are recruitment agencies?"
WHICH_ARE_AGENCIES = (
    "Tick the recruitment agencies. Give two spellings of one agency the same name on the right. "
    "It is asked once and remembered."
)
NONE_IS_AN_AGENCY = "There is no agency among them"
IS_NO_AGENCY = "It is not an agency"
NO_TICK = "Tick the agencies, or say that there is no agency among them."
SOURCE_WITH_ROWS = "{source} · {rows}"
NAME_OF = "Agency that {source} stands for"
UNASSIGNED = "Nobody has said yet whether {sources} is an agency."
SEVERAL_UNASSIGNED = "Nobody has said yet which of these are agencies: {sources}."
COUNTED_APART = "Until then their submissions are counted apart, as “unassigned”."
ANSWERED = "What you answered before ({count})"
ANSWERED_AGENCIES = "Agencies"
ANSWERED_LINE = "{question} · {answer}"
ANSWERS = {
    "dmy": "the day comes first",
    "mdy": "the month comes first",
    "ymd": "the year comes first",
    ".": "a point before the decimals",
    ",": "a comma before the decimals",
}
EVERY_FILE = "all files"
FORGET = "Forget"
FORGOTTEN = "Forgotten. It is asked again where the files leave it open."
SAVE = "Save and update"

# The import report
FILES = "What became of every row"
FILES_NOTE = "Rows in the file = rows used + rows set aside + rows not needed."
TYPED = "What became of what people typed"
TYPED_NOTE = (
    "A correction is a row of its own, so one meeting corrected twice is three rows, of which the last is used. What "
    "happened after the day of these figures is kept, and used once the exports reach that day."
)
TYPED_COLUMNS = ("table", "physical", "accepted", "later", "replaced", "taken_back", "set_aside")
OVERRULED = "Exported rows that somebody corrected by typing"
OVERRULED_NOTE = "Each is used as it was typed, whatever the next export says. Among the rows above they are “not needed”."
SET_ASIDE = "Rows set aside, by reason"
EXAMPLES = "Where they are"
EXAMPLES_NOTE = "The first three of each reason. Correct them in your system or in the file, and add the file again."
ALL_SET_ASIDE = "All rows set aside, with their values"
SET_ASIDE_FILE = "rows set aside"
# In the place of the reason that the file of all rows gives to the letter.
RULES = {
    "not_a_day": "not a day",
    "not_an_instant": "neither a day nor a day with a time",
    "not_a_count": "not a whole number",
    "not_a_rating": "not a whole number from 1 to 5",
    "not_a_number": "not a number",
    "not_a_fraction": "not a number from 0 to 1, nor a percentage",
    "not_true_or_false": "neither true nor false",
    "unknown_zone": "not a time zone such as Europe/Berlin",
    "parent_missing": "belongs to a row that is not in these files",
    "missing": "must be there and is empty",
    "broken_record": "does not have one value for each column: somebody changed the file by hand",
}
FLAGGED = "Used, but left out where the contradicting dates are needed"
NOTES = "How the files were read"
EVERY_READ_FILE = "all files"
PASSED_OVER = "Files that were not read"
LACKING = "What these files can't show"
LACKING_NOTE = "Each of these figures needs a file that was not there."
NEW_AGENCIES = "New agencies"
NEW = "new agencies: {agencies}"
UNLIKE = "Unlike last time: {changes}."
UNLIKE_GO_BACK = "If that is not right, show the earlier figures again, below."
UNLIKE_NO_EARLIER = (
    "If that is not right, add the files again as they were: there are no earlier figures."
)
MOVED = "{table} {before} → {now}"
CHANGED = "What is unlike last time"

# Earlier figures
EARLIER = "Earlier figures"
EARLIER_NOTE = (
    "The last three are kept. Showing older ones again changes what everybody sees, not the files."
)
NO_EARLIER = "There are none besides these."
NO_EARLIER_REMOVED = "There are none besides these: earlier ones that held somebody who was removed are gone for good."
SHOWN_NOW = "shown now"
GO_BACK_TO = "Show these figures again"
WENT_BACK = "These figures are shown again."
MADE_AT = "made {day}, {time}"
SYNTHETIC = "sample"
VERSION = "As of **{day}** · {made} · {rows} rows"

COLUMNS = {
    "file": "File",
    "physical": "Rows in the file",
    "accepted": "Rows used",
    "set_aside": "Set aside",
    "not_needed": "Not needed",
    "later": "After the day of the figures",
    "replaced": "Corrected later",
    "taken_back": "Taken back",
    "table": "Records",
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
    "agency": "Agency",
    "people": "People",
}
