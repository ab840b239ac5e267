"""Words of the Records screen: what people type because no system exports it."""

from dataclasses import dataclass

from partnership.labels import entries

TITLE = "Records"
LEAD = "What no system exports: type it here. It is kept, survives every import and counts at the next update."
LEAD_OF_AGENCY = "What no system exports, about our partnership: it is kept, HR sees it at once with our name beside it, and it counts at the next update."
LEAD_LOOKING_ON = "What this agency sees of what was typed. To type, go back to HR's view."
ONLY_HR = "HR types these; both sides see them. What is wrong can be said under *Disputes*."
LOOKING_ON = "nothing can be typed while you look as an agency"
LOOKING_ON_NEXT = "Go back to HR's view first."
OF_AGENCY = "{name} ({agency})"
WHICH = "What do you want to type?"


@dataclass(frozen=True)
class Words:
    """What one kind of record is called: in the choice, over the form, in the list."""

    menu: str
    form: str
    one: str
    many: str
    note: str = ""


TABLES = {
    "meetings": Words("Meetings", "Log a meeting", "meeting", "meetings"),
    "targets": Words("Targets", "Set a target", "target", "targets"),
    "commitments": Words("Promises", "Note a promise", "promise", "promises"),
    "roles": Words(
        "Who does what",
        "Agree who does what",
        "task",
        "tasks",
        "One side owns each task. Agreed for all agencies, it holds wherever one agency has nothing of its own. "
        "*Leader* is the business leader.",
    ),
    "requests": Words(
        "Questions",
        "Note a question to an agency",
        "question",
        "questions",
        "The agency is measured by the same clock as HR: from the question to the answer.",
    ),
    "brief_changes": Words(
        "Brief changes",
        "Note a change of a brief",
        "change",
        "changes",
        "What was asked for changed after the search was given out.",
    ),
    "verdicts": Words("Who is who", "Judge two records", "verdict", "verdicts"),
    "disputes": Words("Disputes", "Note a dispute", "dispute", "disputes"),
    "pulse": Words(
        "Survey answers",
        "Enter a survey answer",
        "answer",
        "answers",
        "Both sides answer the same six questions about each other, from 1 (poor) to 5 (very good).",
    ),
    "agency_names": Words(
        "Agency names",
        "Say which agency a spelling means",
        "spelling",
        "spellings",
        "Systems spell one agency in several ways. What is said here holds for every later import.",
    ),
    "list_comparisons": Words(
        "An agency's list",
        "Compare an agency's list",
        "comparison",
        "comparisons",
        "The agency's own list of submissions, as it sends it, beside HR's: a row for each, with the day and a submission's id, or the candidate's and the search's, or an "
        "e-mail address. Nothing of the list is kept but what you keep: counts, days and ids, no name and no address.",
    ),
}
COMPARED = "{period_from} to {period_to} · on both {both}, on other days {other_day}, only on the agency's {only_theirs}, only on HR's {only_ours}, not compared {refused}"
CORRECTING = "Correct a record: {what}"

# --- fields -----------------------------------------------------------------------------------

# What a form calls its fields: where only a day is typed, it is no day and time.
FIELDS = entries.FIELDS | {
    "agency_id": "Agency",
    "starts_at": "Day",
    "kind": "Kind",
    "formality": "Formal or informal",
    "status": "State",
    "topics": "Topics",
    "floor": "Floor, %",
    "target": "Target, %",
    "owner": "Who promised",
    "text": "What was promised",
    "asked_at": "Asked on",
    "answered_at": "Answered on",
    "reason": "Reason",
    "changed_at": "Changed on",
    "raised_at": "Raised on",
    "settled_at": "Settled on",
    "asked_on": "Answered on",
    "score": "Score",
    "spelling": "Spelling in the files",
}
LIMIT = "Limit, %"
ATTENDEES = "Who was there"
EXPECTED = "Who is expected"
OPTIONAL = "{label} (optional)"
ALL_AGENCIES = "All agencies"
CHOOSE_AGENCY = "Choose the agency"
CHOOSE = "Choose"
ANY_SEARCH = "No search in particular"
CHOOSE_SEARCH = "Choose the search"
SEARCH = "{title}, {location} · {id}"
SEARCH_CLOSED = "{title}, {location} · {id} · closed"
CHOOSE_SUBMISSION = "Choose the submission"
SUBMISSION = "{title} · received {day} · {id}"
WHAT_TO_WRITE = {
    "text": "Say within a day when something will be late",
    "agreed_by": "HR and the agency",
    "outcome": "First submission stands",
    "claim": "Sent on 4 May, not on 14 May",
    "currency": "EUR",
    "spelling": "Harbor Recruiting Ltd",
}

PARTIES = {"hr": "HR", "agency": "Agency", "business_leader": "Business leader"}
OWNERS = {"hr": "HR", "agency": "Agency", "business_leader": "Leader"}
PRESENT = {"hr": "HR", "agency": "Recruiter", "business_leader": "Business leader"}
VALUES = {
    "kind": {
        "check_in": "Check-in",
        "kickoff": "Kickoff",
        "quarterly_review": "Quarterly review",
        "other": "Other",
    },
    "formality": {"formal": "Formal", "informal": "Informal"},
    "status": {
        "held": "Held",
        "scheduled": "Planned",
        "cancelled": "Cancelled",
        "no_show": "Nobody came",
    },
    "topics": {
        "market": "Local job market",
        "pipeline": "Pipeline",
        "feedback": "Feedback",
        "priorities": "Priorities",
        "offers": "Offers",
        "terms": "Terms",
    },
    "verdict": {"same": "One person", "different": "Two people", "unsure": "Can't tell"},
    "owner": PARTIES,
    "raised_by": PARTIES,
    "respondent": PARTIES,
    "field": {
        "must_have": "Must-haves",
        "pay": "Pay",
        "location": "Location",
        "other": "Something else",
    },
    "about": {
        "ownership": "Who owns the candidate",
        "date": "A date",
        "fee": "The fee",
        "other": "Something else",
    },
    "item": {
        "goals": "Goals are shared",
        "roles": "Roles are respected",
        "information": "Information is shared",
        "responsiveness": "Answers come in time",
        "respect": "We are respected",
        "result": "The result is good",
    },
    "task": {
        "brief": "Brief the search",
        "source": "Find candidates",
        "screen": "Screen candidates",
        "present": "Present candidates",
        "schedule": "Schedule interviews",
        "feedback": "Give feedback",
        "references": "Check references",
        "negotiate": "Negotiate",
        "offer_letter": "Write the offer",
        "pre_start_contact": "In touch until the start",
    },
}
SCORES = {"1": "1", "2": "2", "3": "3", "4": "4", "5": "5"}

# What can have a target, by metric and share.
MEASURES = {
    "time_to_fill.filled_by_60_rate": "Filled by day 60",
    "time_to_fill.filled_by_30_rate": "Filled by day 30",
    "time_to_fill.filled_by_90_rate": "Filled by day 90",
    "meeting_rhythm.rhythm_coverage": "In touch as agreed",
    "kickoff_coverage.kickoff_rate": "Kickoff held",
    "kickoff_coverage.tri_party_rate": "Kickoff with all three",
    "feedback_latency.on_time_rate": "HR answers in time",
    "redundant_submissions.redundancy_rate": "Redundant submissions",
    "offer_outcomes.acceptance_rate": "Offers accepted",
    "offer_outcomes.net_acceptance_rate": "Accepted and started",
    "retention.retained_90_rate": "Stay 90 days",
    "retention.retained_365_rate": "Stay 365 days",
    "interview_scheduling.invited_rate": "HR invites within 2 days",
    "interview_feedback.on_time_rate": "Feedback after interviews in time",
    "offer_turnaround.on_time_rate": "HR's offer within 3 days",
    "rejections_with_reason.reason_rate": "Rejections with a reason",
    "role_adherence.hr_rate": "HR's tasks done by HR",
    "role_adherence.agency_rate": "The agency's tasks done by the agency",
    "redundant_submissions.known_here_rate": "Sent though known on the search",
    "redundant_submissions.by_agency_rate": "Redundant, the agency could have known",
    "first_candidate.on_time_rate": "First candidate within 5 days",
    "request_replies.on_time_rate": "The agency answers questions within a day",
    "market_information.market_rate": "Word of the local market",
    "consent_coverage.consent_rate": "Consent on record",
    "pay_expectation.within_5_rate": "Pay within 5 % of the expectation",
    "pulse.of_hr_rate": "HR rated well by the agency",
    "pulse.of_agency_rate": "The agency rated well by HR",
    "goal_alignment.aligned_rate": "Agree on the goals",
}
MORE_IS_BETTER = "More is better: the target lies above the floor."
LESS_IS_BETTER = "Less is better: the target lies below the limit."
SUGGESTION = (
    "A suggestion to start from, agreed by nobody: {floor} {floor_value}, target {target_value}."
)
USE_SUGGESTION = "Use it"
FLOOR_WORD, LIMIT_WORD = "floor", "limit"
HELD_BEFORE = (
    "Agreed until now: {floor} {floor_value}, target {target_value}. Saving takes its place."
)

# --- buttons, and what is said after them -------------------------------------------------------

SAVE = "Save"
SAVE_AND_NEXT = "Save and add another"
SAVE_CORRECTION = "Save the correction"
CANCEL = "Leave it as it was"
YOUR_NAME = "Your name"
YOUR_NAME_HELP = "It stands beside what you type. No e-mail address, no password."
SAVED = "Saved: {what}."
CORRECTED = "Corrected: {what}."
REMOVED = "Removed: {what}. What was typed stays in the log."
NOTHING_CHANGED = "Nothing was changed, so nothing was saved."

DISK = "the disk did not take it ({what})"
DISK_NEXT = "What you typed is still in the form. Make room, or ask whoever looks after this computer; then save again."
NOT_SAVED = "Not saved yet"
MISSING = {
    "agency_id": "Choose the agency.",
    "search_id": "Choose the search.",
    "submission_id": "Choose the submission.",
    "attendees": "Tick who was there.",
    "metric": "Choose the measure.",
    "floor": "Say the floor.",
    "target": "Say the target.",
    "text": "Say what was promised.",
    "due_on": "Say by when.",
    "closed_on": "Say on which day it was kept.",
    "dropped_on": "Say on which day it was dropped.",
    "score": "Choose a score.",
    "item": "Choose what the answer is about.",
    "field": "Choose what changed.",
    "owner": "Choose who promised.",
    "raised_by": "Choose who raised it.",
    "respondent": "Choose who answered.",
    "spelling": "Type the spelling as it stands in the files.",
    "by": "Say your name.",
}
MISSING_ANY = "Fill in: {label}."
TARGET_TOO_LOW = "More is better here, so the target cannot lie below the floor."
TARGET_TOO_HIGH = "Less is better here, so the target cannot lie above the limit."
DUE_BEFORE_MADE = "It is due before it was promised."
ENDS_BEFORE = "“{end}” lies before “{start}”."
KICKOFF_NEEDS_SEARCH = "Name the search: without it this kickoff counts for none."
AFTER_FIGURES = (
    "The figures end on {day}. What lies after that day counts once newer files are added."
)

# --- what is kept -----------------------------------------------------------------------------

KEPT = "What is kept"
NONE_KEPT = "No {one} has been typed yet."
COUNT_KEPT = "{count} typed."
ALL_COUNTED = "All of them are in the figures."
NOT_COUNTED = "{count} entered after these figures: [at the next update]."
ON_SAMPLE = (
    "The figures shown are an invented sample: what is typed beside it shows at once and is kept apart, so that nothing tried "
    "out here is ever counted with your own."
)
LIE_LATER = "After {day}, where these figures end: {count}; they count once newer files are added."
AFTER = "entered after these figures"
ENTERED = "{by}, {day} {time}"
BY = "Typed by"
TYPED, IN_FIGURES = "Typed", "In these figures"
NOBODY = "no name given"
CORRECT = "Correct"
REMOVE = "Remove"
REMOVE_ASKED = "Remove this {one}? The log keeps that it was typed."
REMOVE_YES = "Yes, remove"
REMOVE_NO = "Keep it"
FIND = "Find a record"
SHOW_MORE = "Show {count} more"
OPEN_DATA = "Update figures"
ENDINGS = {"closed_on": "Kept", "dropped_on": "Dropped"}
ENDED_PROMISE = {"closed_on": "Kept: {what}.", "dropped_on": "Dropped: {what}."}
OPEN_PROMISES = "Open promises in the figures"
OPEN_PROMISES_NOTE = "Press “Kept” when a promise was kept, “Dropped” when both sides gave it up, and say on which day."
KEPT_ON, DROPPED_ON = "kept on {day}", "dropped on {day}"
DUE = "due {day}"
TOLD = {
    "attended": "{parties}",
    "nobody": "who was there was not noted",
    "target": "{floor} {floor_value}, target {target_value}",
    "owned by": "{task}: {owner}",
}
NAMES_NOTE = (
    "These are the spellings the files held. A wrong one can be changed on the Data screen or here."
)
NO_SPELLING = (
    "No spelling has been assigned yet. The first import with unknown sources asks about them."
)
STANDS_FOR = "{spelling} → {agency}"
IS_NO_AGENCY = "no agency"

# --- several at once ----------------------------------------------------------------------------

SEVERAL_VERDICTS = "Several verdicts at once: paste rows, or bring a file"
WAYS_OF_VERDICTS = {"paste": "Paste rows", "file": "A CSV or Excel file"}
FILE_HELP = "A file like *verdicts.csv* or the list above, with a first row of headings: {headings}. Its verdicts are added to those kept, and stand in the place of an older one on the same pair."
FILE = "The file"
SEVERAL = "Several at once: paste rows, or bring a file"
SEVERAL_PASTED = "Several at once: paste rows"
WAYS = {"paste": "Paste rows", "workbook": "A workbook or file"}
PASTE_HELP = (
    "Copy rows from a spreadsheet, or the text of a CSV file, and paste them below. A first row of headings may say which columns "
    "they are; without it they are, in this order: {headings}. What is kept already is not kept twice."
)
PASTE_HERE = "Paste here"
CHECK = "Check"
TEMPLATE_HELP = (
    "Download the workbook: it holds what is kept, with a list to choose from in every cell that has one. Correct rows, add rows "
    "below, and bring it back. A table that was downloaded at the foot of the screen comes back the same way. A row that is missing stays kept."
)
TEMPLATE = "Download the workbook"
FILLED = "The workbook, filled in, or a table as Excel or CSV"
FAULTS = "{count} in what was read. Nothing was saved; correct it there and bring it again."
FAULT, FAULT_MANY = "thing does not fit", "things do not fit"
FAULT_ROW, FAULT_FIELD, FAULT_EXPECTED = "Row", "Field", "What is expected"
REPLACES = "In the place of records that are kept: {count}."
UNDERSTOOD = "Understood: {count}. Nothing is saved yet."
NOTHING_NEW = "There is nothing new and nothing changed in it."
SAVE_ALL = "Save {count}"

# --- without agencies -------------------------------------------------------------------------

NO_AGENCIES = "There is no agency yet"
NO_AGENCIES_HINT = "Records are about an agency or its searches. Add your files on the Data screen first; then come back."
