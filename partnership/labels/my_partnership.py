"""Words of the My partnership screen."""

from partnership.labels import shell

TITLE = shell.MY_PARTNERSHIP
MAKE_THE_DECK = "Make the deck"
NO_PARTNER = "These figures hold no agency, so there is no partnership to show."

# The two sides, as they are called in a company's figures and in an agency's own.
HR, US, THE_CLIENT = "HR", "us", "the client"

# Finding: "7 profiles wait for HR, the longest for 43 working days; 2 searches wait for Harbour."
WAITS_FOR = "{things} wait for {side}, the longest for {days}"
ONE_WAITS_FOR = "{things} waits for {side}, for {days}"
NOTHING_FOR = "nothing waits for {side}"
WORKING_DAY, WORKING_DAYS = "working day", "working days"
AND = " and "
KINDS = {
    "profile": ("profile", "profiles"),
    "feedback": ("interview without feedback", "interviews without feedback"),
    "invite": ("invitation", "invitations"),
    "extend": ("offer to be made", "offers to be made"),
    "promise": ("promise past its day", "promises past their day"),
    "request": ("question", "questions"),
    "brief": ("search without a candidate", "searches without a candidate"),
    "offer": ("offer to a candidate", "offers to candidates"),
}
# In a table, what one row waits for.
WAITING_FOR = {
    "profile": "answer to a profile",
    "feedback": "feedback after an interview",
    "invite": "invitation to an interview",
    "extend": "an offer after the final yes",
    "promise": "a promise to be kept",
    "request": "answer to a question",
    "brief": "a first candidate",
    "offer": "the candidate's answer to an offer",
}

# Waiting
WAITING_ON = "Waiting on {side}"
CLIENT_NOTE = (
    "The oldest first. An answer to a profile, and feedback after an interview, is due within [reply days], an invitation "
    "within 2, an offer within 3."
)
AGENCY_NOTE = "The oldest first. An answer to a question is due within one working day, a first candidate within 5, a promise on its day."
NOTHING_WAITS = "Nothing waits on {side}."
ENDED_ONE = "1 more waits although its search has ended; it is not counted."
ENDED_MANY = "{count} more wait although their search has ended; they are not counted."
ENDED_CASES = "Waiting on {side} although the search has ended"
STATE_PAST_DUE = "▲ past its day"
STATE_IN_TIME = "● in time"
STATE_NO_DAY = "– no day agreed"
WAITING_COLUMNS = (
    "subject", "waiting_days", "state", "waiting_for", "since_on", "due_by", "client_name", "candidate_id",
    "submission_id", "search_id",
)  # fmt: skip

# Open searches
SEARCHES = "Open searches"
SEARCHES_NOTE = (
    "The oldest first. Candidates, interviews and the last activity are this agency's own. “Search open” counts "
    "from the day the search was opened. The chances count the days of its openings, as Time to fill does: one added later has fewer."
)
ASSUMED_NOTE = " ≈ no brief is on file; the first candidate stands for it."
NONE_OPEN = "No search is open."
SEARCH_COLUMNS = (
    "title", "filled_in_30", "filled_in_60", "search_days", "last_activity_on", "sent", "waiting", "interviewed", "open_seats", "briefed",
    "search_state", "search_id", "client_name",
)  # fmt: skip
ASSUMED = "≈ {day}"
ON_HOLD, IS_OPEN = "on hold", "open"

# The four headline numbers
FILLED_EXPLAINED = (
    "Of the openings of searches given to this agency whose day 60 fell in the period, the share that was filled by then, "
    "by whomever."
)
FILLED_BY_US = "By us by day 60"
FILLED_BY_US_EXPLAINED = (
    "Of the openings of this client whose day 60 fell in the period, the share that we had filled by then. Whether others "
    "filled a seat can't be seen from these files."
)
SENT_TWICE = "Sent twice by us"
SENT_TWICE_EXPLAINED = (
    "Of our submissions, the share of people whom we had sent for the same search before. Other kinds of redundant "
    "submissions can't be seen from these files."
)
SENT_OF = "sent"
CLIENT_ANSWERS = "Client in time"
HEADLINES_OF = "Headline numbers, {period}"
FILLED_BY_THEM = "{basis}, {count} by {side}"

# The quarter's own cases
OF_QUARTER = "{quarter}, one by one: "
CASES_FILLED = "openings that reached day 60"
CASES_REDUNDANT = "redundant submissions"
CASES_TWICE = "people we sent twice"
CASES_LATE = "answers later than agreed, or still missing"
CASES_OFFERS = "offers"
OPENING_COLUMNS = (
    "title", "search_id", "client_name", "location", "opened_on", "opening_end", "ended_on", "days",
)  # fmt: skip
REDUNDANT_COLUMNS = (
    "submission_id", "candidate_id", "search_id", "title", "client_name", "received_on", "redundancy_class",
    "days_after_earlier",
)  # fmt: skip
LATE_COLUMNS = (
    "submission_id", "candidate_id", "search_id", "title", "client_name", "received_on", "answered_on", "feedback_days",
    "feedback_outcome",
)  # fmt: skip
OFFER_COLUMNS = (
    "offer_id", "search_id", "title", "client_name", "extended_on", "outcome", "answered_on", "days_to_answer",
    "decline_reason", "starts_on",
)  # fmt: skip

# Promises
PROMISES = "Last promises"
PROMISES_NOTE = "Those still open, and those made in the period."
NO_PROMISES = "No promise is on file."
PROMISES_UNSEEN = (
    "Promises can't be seen from these files. They can be written down on the Records screen."
)
PROMISE_STATES = {
    "open": "● open",
    "past_due": "▲ past its day",
    "kept": "● kept",
    "kept_late": "▲ kept late",
    "dropped": "○ dropped",
}
PROMISE_COLUMNS = ("promise", "promise_state", "promised_by", "due_on", "made_on", "closed_on")
ENTERED = "entered"
ENTERED_AFTER = "entered after these figures"

WHOSE_CLOCK = "Whose turn it was on the open days"

# Meetings
MEETINGS = "Meetings"
LAST_MEETING = "Last meeting {day}, {days} ago."
NEVER_MET = "No meeting is on file yet."
NEXT_DUE = "The next is due by {day}."
OVERDUE = "The next was due by {day}: **overdue by {days}**."
PLANNED = "One is planned for {day}."
NONE_PLANNED = "None is planned."
AGREED = "Agreed is one every {days}."
MEETINGS_UNSEEN = "Meetings can't be seen from these files."
TYPED_ONE = "1 meeting was entered after these figures."
TYPED_MANY = "{count} meetings were entered after these figures."
LOG = "Log a meeting"
