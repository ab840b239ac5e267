"""Words of the kickoff sheet, on screen and on paper."""

from partnership.labels import records, shell

TITLE = shell.KICKOFF_SHEET
LEAD = (
    "One page for the first meeting of HR, the recruiter and the business leader. Saving it records the kickoff, who was "
    "there, who does what and the targets in one go."
)
NO_AGENCY = "These figures hold no agency yet, so there is nobody to kick off with."
NO_SEARCH = "These figures hold no search yet. The blank sheet can be printed all the same."

SHEET = "Sheet"
FILLED, BLANK = "filled", "blank"
SHEETS = {FILLED: "For this search", BLANK: "Blank, to fill in by hand"}
SEARCH = "Search"
SEARCH_LINE = "{title}, {location} · {search_id}"
SEARCH_CLOSED = "{title}, {location} · {search_id} · closed"
SEARCH_OPENED = "opened {day}"
SEARCH_OPENINGS = ("{count} opening", "{count} openings")
SEARCH_DAYS = "{days} open"
SEARCH_IS_CLOSED = "closed"
NOT_BRIEFED = "The files don't say yet that {agency} was given this search."
SAVED_BEFORE = (
    "Last saved by {by} on {day}; entered after these figures, so counted at the next update."
)
SAVED_AND_COUNTED = "Last saved by {by} on {day}; these figures count it."
FROM_FILES = "Begins with what the files and earlier entries say. Nothing is saved until you save."
PRINT_NOTE = "*Print* prints what was saved last."

# Parts
WHAT_WE_NEED = "What we are looking for"
HOW_WE_WORK = "How we work together"
WHO_DOES_WHAT = "Who does what"
THE_MEETING = "The meeting"
WHAT_WE_AIM_FOR = "What we aim for"
AIM_NOTE = "Only what both sides agree on today; empty means no target. The floor is what must not be missed."
AIM_NOTE_OF_AGENCY = "What is agreed; HR types it, here and who does what."

FIELDS = {
    "must_haves": "Must-haves, one a line",
    "pay_from": "Pay from",
    "pay_to": "Pay to",
    "currency": "Currency",
    "target_fill_on": "To be filled by",
    "hr_reply_days": "HR answers a profile within, working days",
    "agency_reply_days": "Agency answers a question within, working days",
    "meeting_interval_days": "We talk at least every, days",
    "market_facts": "The job market for this role",
    "held_on": "Day of the kickoff",
}
HINTS = {
    "must_haves": "What a candidate cannot do without",
    "market_facts": "Pay others offer, how many people there are, what they ask for",
    "currency": "EUR",
}
HELD, PLANNED = "held", "scheduled"
STATUSES = {HELD: "Held", PLANNED: "Planned"}
STATUS = "Was it held?"
WHO_WAS_THERE = "Who was there"
PARTIES = {"hr": "HR", "agency": "Recruiter", "business_leader": "Business leader"}
OWNERS = {"hr": "HR", "agency": "Agency", "business_leader": "Business leader"}
NOBODY_YET = "not agreed"
EMAILS = "Their e-mail addresses, if you want them kept (optional)"
EMAILS_NOTE = "Without an address only the side is kept, no name."
TASKS = records.VALUES["task"]
MEASURES = {
    name: records.MEASURES[name]
    for name in (
        "feedback_latency.on_time_rate",
        "time_to_fill.filled_by_60_rate",
        "meeting_rhythm.rhythm_coverage",
    )
}
FLOOR = "{measure}: floor, %"
TARGET = "{measure}: target, %"
AGREED_BY = "HR and {agency}"

# Saving
SAVE = "Save the kickoff"
NOT_SAVED = "Not saved yet"
SAVED = "Saved: {what}."
SAVED_KICKOFF = {HELD: "the kickoff on {day}", PLANNED: "the kickoff planned for {day}"}
SAVED_PARTS = {
    "meeting_attendees": ("{count} side of the table", "{count} sides of the table"),
    "roles": ("{count} task with its owner", "{count} tasks with their owners"),
    "targets": ("{count} target", "{count} targets"),
}
AND_THE_SHEET = "and the sheet"
PROBLEMS = {
    "by": "Say who is typing.",
    "held_on": "Choose the day of the kickoff.",
    "attendees": "Tick who was there: at least one side.",
    "pay": "The pay range ends below where it begins.",
    "currency": "Say in which currency the pay is.",
    "target": "{measure}: give both the floor and the target, or neither.",
    "direction": "{measure}: the target lies below the floor.",
    "email": "{party}: {email} is no e-mail address.",
}

# Paper
PAPER_TITLE = "Kickoff: {title}"
PAPER_TITLE_BLANK = "Kickoff"
BLANK_FOOT = f"{shell.APP}: {shell.KICKOFF_SHEET}. Confidential: for the two parties of the partnership only."
PAPER_FACTS = {
    "search": "Search",
    "agency": "Agency",
    "place": "Where",
    "openings": "Openings",
    "opened_on": "Opened",
    "target_fill_on": "To be filled by",
    "pay": "Pay range",
    "held_on": "Kickoff on",
}
PAPER_REPLIES = {
    "hr_reply_days": "HR answers a profile within",
    "agency_reply_days": "Agency answers a question within",
    "meeting_interval_days": "We talk at least every",
}
WORKING_DAYS, DAYS = "working days", "days"
MUST_HAVES, MARKET_FACTS = "Must-haves", "The job market for this role"
WHO_THERE = "Who is there"
NOTES = "Notes"
AIM_COLUMNS = ("", "Floor", "Target")
TASK, OWNER = "Task", "Owner"
TICK, NO_TICK = "☒", "☐"
