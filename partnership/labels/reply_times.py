"""Words of the Reply times screen."""

from partnership.labels import shell

TITLE = shell.REPLY_TIMES

# The two sides.
THE_AGENCIES = "the agencies"
HR_OWES = "HR and the business leader owe"
ONE_OWES, MANY_OWE, WE_OWE = "{side} owes", "{side} owe", "we owe"
IN_TIME_OF = "**{owes}** :gray[· share in time, working days]"

# Finding: "HR answered 621 of 1,615 profiles in time; the agencies sent a first candidate in time for
# 84 of 289 searches."
FINDING_CLIENT = "{side} answered {k} of {n} profiles in time"
FINDING_AGENCY = "{side} sent a first candidate in time for {k} of {n} searches"
WE = "we"
FINDING_NOTHING = "no profile was due for an answer"

# What one side owes the other: on a card, in a table, what its cases are, and the rule.
# Short for a label; the agreed days of HR's answers are a setting.
LABEL_WITHIN = "{label}, {days}"
LABEL_SHORT = {"brief": "First sent"}
LABEL_DAYS = {"invite": 2, "offer": 3, "brief": 5, "slot": 5, "request": 1}
CLOCKS = {
    "profile": ("Profiles", "Answer to a profile", "due", "Answered within [reply days] of the receipt."),
    "feedback": ("Interviews", "Feedback after an interview", "due", "Feedback within [reply days] of the end of the interview. Where none is on file, the next invitation, an offer or a decision answers; Both sides counts feedback on file alone, so its share differs a little."),
    "invite": ("Invitations", "Invitation after a yes", "due", "Invited within 2 working days of HR's yes to the profile."),
    "offer": ("Offers", "Offer after the final yes", "due", "Offered within 3 working days of the last feedback."),
    "brief": ("First candidate", "First candidate", "searches", "Sent within 5 working days of the brief. Redundant ones and those turned down at first sight don't count."),
    "slot": ("Interview days", "Interview after the invitation", "due", "Held within 5 working days of the invitation."),
    "request": ("Questions", "Answer to a question", "due", "Answered within one working day."),
}  # fmt: skip
EXPLAINED = "{rule} Those still waiting count: once their day has passed they are late. “Half in” so many working days counts all of them."
HALF = "half {within}"
HALF_WITHIN = "in {days}"
HALF_SAME_DAY = "the same day"
HALF_NOT_YET = "still open"
DAY, DAYS = "day", "days"

# Trend
TREND_OF = "{what}: in time by quarter"
IN_TIME_AXIS = "In time, %"
TREND_COLUMNS = ("label", "in_time_rate", "in_time_rate_of", "on_time_low", "on_time_high", "median_days", "waiting")  # fmt: skip

# Both clocks
BOTH = "Both clocks"
BOTH_NOTE = "Working days. “Half” counts those that still wait; “in time” is of those whose day has passed, answered or not."
BOTH_COLUMNS = (
    "owed", "owed_by", "half_within", "in_time_rate", "in_time_rate_of", "on_time_low", "on_time_high", "waiting",
    "agreed",
)  # fmt: skip
TARGET, NO_TARGET = "{target} (floor {floor})", "none yet"
UNSEEN = "can't be seen from these files"
BOTH_SIDES = "both sides"

# Late ones
LATE = "Late or still missing: what {owes}"
LATE_COLUMNS = (
    "kind", "over_days", "days", "limit_days", "wait_outcome", "since_on", "answered_on", "agency_id", "client_name", "title",
    "submission_id", "search_id", "candidate_id", "hr_partner", "business_leader",
)  # fmt: skip

# How long a profile waits
CURVE = "How long profiles wait"
CURVE_NOTE = (
    "Of all received in the period, the share still without an answer; the line is the agreed day."
)
CURVE_COLUMNS = ("day", "still_waiting", "low", "high", "at_risk")
CURVE_TOO_FEW = "Only {profiles}: too few for a curve."
PROFILE, PROFILES = "profile", "profiles"

# Silence and reasons
SILENCE = "Silence, and a no without its reason"
SILENT = "No answer in 30 days"
SILENT_OF = "profiles"
SILENT_EXPLAINED = "Of the profiles that are 30 days old or older, the share without an answer by then. An answer after it does not undo the silence."
REASON = "A no with its reason"
REASON_OF = "rejections"
REASON_EXPLAINED = "Of the rejections, the share with a reason that the agency can learn from. “Not suitable” tells nothing, nor does a rejection in bulk when the search closed."

SILENT_ONES = "The profiles without an answer in 30 days"
SILENT_COLUMNS = (
    "submission_id", "agency_name", "title", "received_on", "answered_on", "feedback_outcome", "candidate_id", "search_id", "client_name",
)  # fmt: skip
REJECTIONS = "The rejections: did they come with a reason?"
REJECTION_COLUMNS = (
    "submission_id", "agency_name", "title", "decision_reason", "is_counted", "since_on", "candidate_id", "search_id", "client_name",
)  # fmt: skip

# Lost while waiting
LOST = "Candidates lost while waiting, and on whom"
LOST_NOTE = "Those who left for another job, or because it took too long, by what was pending on that day. Late: for longer than agreed."
LOST_COLUMNS = ("step", "on_whom", "candidates", "late", "longest_days")
NONE_LOST = "Nobody is on file who left for another job or because it took too long."
NOTHING_PENDING = "nothing was owed"
CANDIDATE = "the candidate"
OWNERS = {"hr": "HR", "business_leader": "business leader", "both": "both sides"}
LOST_SAID = "{lost} of {submissions} candidates past the first look left while the next step of {who} was late; {before} more left before the answer to their profile came."
LOST_UNSEEN = "Why candidates withdrew can't be seen from these files."

# The price of silence
PRICE = "The price of silence"
PRICE_NOTHING = "Nobody waited in this period."
PRICE_UNSEEN = "Withdrawals can't be seen from these files."
PRICE_TOO_FEW = "Too few to say: {withdrawals} while {who} owed the next step ({within} within the agreed days, {beyond} beyond)."
WITHDRAWAL, WITHDRAWALS = "withdrawal", "withdrawals"
PRICE_SAID = (
    "While {who} owed the next step, **{within_rate}** candidates withdrew per 100 working days waited within what was agreed "
    "({within} in {within_days} days), and **{beyond_rate}** per 100 days beyond it ({beyond} in {beyond_days} days)."
)
PRICE_TIMES = "Beyond it that is **{ratio} times as often** (likely range {low}–{high})."
PRICE_AT_LEAST = "Beyond it that is at least {low} times as often, as far as the likely range says; nobody withdrew within."
PRICE_CHANCE = "That could be chance."
PRICE_EVERY = "One withdrew for every {days} days of waiting beyond it."
PRICE_WORDS = "A connection, not a cause: those who wait long may differ in other ways."
