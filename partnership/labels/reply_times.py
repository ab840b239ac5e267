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
FINDING_NOTHING = "no profile was due for an answer"

# What one side owes the other: on a card, in a table, what its cases are, and the rule.
CLOCKS = {
    "profile": ("Profiles", "Answer to a profile", "due", "Answered within [reply days] of the receipt."),
    "feedback": ("Interviews", "Feedback after an interview", "due", "Feedback within [reply days] of the end of the interview."),
    "invite": ("Invitations", "Invitation after a yes", "due", "Invited within 2 working days of HR's yes to the profile."),
    "offer": ("Offers", "Offer after the final yes", "due", "Offered within 3 working days of the last feedback."),
    "brief": ("First candidate", "First candidate", "searches", "Sent within 5 working days of the brief. Redundant ones and those turned down at first sight don't count."),
    "request": ("Questions", "Answer to a question", "due", "Answered within one working day."),
}  # fmt: skip
EXPLAINED = "{rule} Those still waiting count: once their day has passed they are late. “Half in” so many working days counts all of them."
HALF = "half in {days}"
HALF_SAME_DAY = "half the same day"
HALF_NOT_YET = "half still open"
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
