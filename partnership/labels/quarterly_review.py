"""Words of the Quarterly review screen."""

from partnership.labels import shell

TITLE = shell.QUARTERLY_REVIEW
NO_AGENCY = "These figures hold no agency, so there is nothing to review."
QUARTER, EDITION, TONE = "Quarter", "Edition", "Wording"
EDITIONS = {"hr": "HR's edition", "agency": "{agency}'s edition"}
TONES = {"neutral": "Neutral", "direct": "Direct"}

# Finding and checks
READY = "The review of {quarter} with {agency} is ready to be made: {slides} and {appendix} in the appendix."
SLIDE, SLIDES = "slide", "slides"
CHECKS = "Checks"
COMPLETE = "{quarter} is over, and the figures reach {day}"
OLDER = "A later quarter is complete too: {quarter}"
ENOUGH = "{enough} of {slides} slides stand on five cases or more"
SHORT = "Short for want of cases: {topics}"
FRESH = "All that was typed is in these figures"
NOT_COUNTED = "Typed after these figures and not in them yet: {count}. [update first]"
TEXTS_FIT = "No text of this review speaks of older figures"
TEXTS_STALE = "Written about older figures, to be read once more: {topics}"

# The list and the slide
LIST = "Slides"
APPENDIX = "Appendix"
APPENDIX_NOTE = "Ticked slides go into the files, behind the six."
NUMBERED = "{number}  {topic}"
BASIS, SOURCE = "Cases: {text}", "The same on screen: {text}"
COUNTED = "How is this counted?"
COMMENT_SHOWN = "**Comment:** {text}"
EDITED = "Written by {by}, {day}"

# Editing
EDIT = "Edit this slide"
HEADLINE = "Headline"
HEADLINE_HELP = "Numbers taken from the composed sentence follow the figures as long as the sentence says the same; else you are told."
COMMENT = "Comment"
COMMENT_HELP = "Stands under the slide, in this edition alone."
DECISIONS = "Decisions, one a line: decision | who | by when"
DECISIONS_HELP = "At most three. A decision in other words keeps its reason. Empty it to have them proposed again."
TOO_MANY = "A slide holds three decisions: leave out what can wait."
SAVE, BACK = "Save", "As composed"
SAVED = "Saved. It stands in every file made from now on."
TAKEN_BACK = "The composed text stands again."

# New promises
PROMISES = "New promises"
PROMISES_NOTE = "What each side promises in this review. The next one begins with them."
WHO, WHAT, BY_WHEN = "Who promises", "What", "By when"
OWNERS = {"hr": "HR", "agency": "{agency}", "business_leader": "Business leader"}
ADD = "Add the promise"
ADDED = "Noted. It stands on the slide “{slide}”, and the next review asks what became of it."
PAST = "The day of a promise lies ahead: choose one after {day}."
IN_THE_LATEST = "New promises are made in the latest review, that of {quarter}."
OUTSIDE = "Its day lies outside {quarter}: the review of the quarter that holds it asks after it."
NOTHING_SAID = "Say what is promised."
NO_NAME = "Say who is typing, so that both sides know."
PROMISED = "{who}: {what}, by {day}"
TAKE_BACK = "Take back"

# Files
MAKE = "Make the deck"
MAKING = "Making the review of {agency}, {quarter}"
MAKING_EACH = {"pptx": "Slides", "pdf": "PDF file", "xlsx": "Workbook"}
MADE = "Made: slides, PDF file and workbook"
FORMATS = {
    "pptx": (
        "Slides (PPTX)",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "pdf": ("PDF file", "application/pdf"),
    "xlsx": (
        "Workbook (XLSX)",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}
FILES_NOTE = "Charts in the slides can be edited. Downloading keeps the review's numbers, so that the next one can say what is known otherwise by then."
CHANGED = "Something was changed since these files were made: make them again."

# Handed out
HANDED_OUT = "Handed out before"
HANDED_OUT_AS = "{form}: {day}, by {by}. "
HANDED_OUT_NOTE = "As it was then, on figures as of {day}, version {build}."
