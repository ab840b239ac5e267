"""The words of the partnership summary, one printed page."""

TITLE = "Partnership summary"
NO_AGENCY = "These figures hold no agency, so there is nobody to sum up."
SHEET_TITLE = "Partnership with {agency}"
SUBTITLE = "{period} · figures as of {day}{sample}"
SAMPLE = " · invented sample"

HEADLINES = "Headline numbers"
HEADLINE_COLUMNS = ("Measure", "Value", "Of", "Likely range", "Target", "What can be said")

CLIENT_SIDE, OUR_SIDE = "HR's side", "Our side"
AGENCY_SIDE = "{agency}"
MEETINGS = "Meetings"
SEARCHES = "Open searches"
PROMISED_BY_HR, PROMISED_BY_US = "Open promises, HR's", "Open promises, ours"
PROMISED_BY_AGENCY = "Open promises, {agency}"
DECIDE = "What we decide"
DECIDE_COLUMNS = ("Decision", "Who", "By when")

ANSWERED = "Answered within [reply days]: {share} ({k_of_n} due)"
ANSWERED_FEW = "Answered within [reply days]: {k_of_n} due"
MEDIAN_ANSWER = "Half of the answers took {days} or less, counting those still waiting"
WAITING = "Waiting for an answer: {submissions}"
NONE_WAITING = "No submission waits for an answer"
KICKOFFS = "Kickoffs with all three there: {k_of_n} searches"
WORKING_DAY, WORKING_DAYS = "working day", "working days"
SUBMISSION, SUBMISSIONS = "submission", "submissions"

SENT_UNSEEN = "Sent {submissions}; how many of them were redundant can't be seen from these files"
SENT = "Sent {submissions}, {redundant} of them redundant"
ON_THE_WAY = "Of {submissions} not redundant: {steps}"
STEP = "{count} {step}"
STEPS = {
    "interviewed": "interviewed",
    "offered": "offered",
    "accepted": "accepted",
    "started": "started",
}
BRIEFED = "Given {searches}, filled {openings}"
SEARCH, SEARCHES_MANY = "search", "searches"
OPENING, OPENINGS = "opening", "openings"

LAST = "Last meeting {day}, {days} ago"
NEVER_MET = "No meeting yet"
NEXT_DUE = "Next due {day}: {state}"
IS_DUE, IS_OVERDUE = "in time", "overdue by {days}"
NONE_DUE = "Nothing due: no brief is open"
LONGEST = "Longest silence {days}; agreed is every {interval}"
HELD = "Held {held}, missed {missed}"
INFORMAL = "Last informal contact {day}"
NO_INFORMAL = "No informal contact noted"

OPEN = "{openings} open, {on_hold} on hold; the oldest is {days} old"
OPEN_NO_HOLD = "{openings} open; the oldest is {days} old"
ALL_ON_HOLD = "{openings} open, all on hold"
NONE_OPEN = "No search is open"
OPEN_SEARCH = "{search}: {days}{hold}{chance}"
ON_HOLD = ", on hold"
CHANCE = ", {chance}"
CHANCES = "; in percent the chance of a fill within 30 days"
PROMISE = "{promise}, due {due}{overdue}"
OVERDUE = " (overdue)"
NO_DAY = "no day agreed"
NO_PROMISES = "Nothing open"
AND_MORE = "and {count} more"
CANT_BE_SEEN = "Can't be seen from these files"
