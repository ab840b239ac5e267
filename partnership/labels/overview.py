"""Words of the Overview screen."""

from partnership.labels import shell

TITLE = shell.OVERVIEW

# Finding: "Of 12 partnerships, 3 were last in touch too long ago; HR answered 38 % of submissions in time."
SILENT = "Of {partnerships}, {silent} silent for longer than agreed"
SILENT_NONE = "Of {partnerships}, none is silent for longer than agreed"
ALONE_SILENT = "{agency} is silent for longer than agreed"
ALONE_IN_TOUCH = "{agency} is in touch as agreed"
ONE_IS, MANY_ARE = "1 is", "{count} are"
HR_IN_TIME = "HR answered {share} of submissions within 2 working days"
PARTNERSHIP, PARTNERSHIPS = "partnership", "partnerships"

# Cards
FILLED_BY_60 = "Filled by day 60"
FILLED_OF = "openings"
IN_TOUCH = "In touch as agreed"
IN_TOUCH_OF = "days"
REDUNDANT = "Redundant"
REDUNDANT_OF = "sent"
ACCEPTED = "Offers accepted"
ACCEPTED_OF = "answered"
HR_ANSWERS = "HR answers in time"
HR_ANSWERS_OF = "due"
KICKOFF = "Kickoff, all three"
KICKOFF_OF = "searches"
EXPLAINED = {
    "filled": "Of the openings whose day 60 fell in the period, the share that was filled by then.",
    "in_touch": "The share of days on which the last meeting was not longer ago than agreed.",
    "redundant": "Of the submissions by agencies, the share of people who were already there for that search.",
    "accepted": "Of the offers that got an answer, the share that was accepted.",
    "answers": "Of the submissions due for an answer, the share HR answered within 2 working days. Those still waiting count.",
    "kickoff": "Of the searches given to an agency, the share that began with a meeting of HR, the agency and the business leader.",
}
CARDS_NOTE = "Small bars: the last complete quarters, from zero. The likely range says how far chance alone could move the share."

# The four small charts
CURVE = "Time to fill"
MEETINGS = "Meetings"
REDUNDANT_KINDS = "Redundant submissions"
OFFERS = "Offers"
CURVE_TOO_FEW = "Only {openings}: too few for a curve."
NO_MEETINGS = (
    "No meetings are in these files, so this can't be seen. Zero meetings would look different."
)
NONE_REDUNDANT = "No submission was redundant."
NO_OFFERS = "No offers are in these files, so this can't be seen."
CURVE_NOTE = "What becomes of what we open, by day."
MEETINGS_NOTE = "Days since the last meeting beyond the agreed interval are silence."
REDUNDANT_NOTE = "By kind and quarter."
OFFERS_NOTE = "Outcome by quarter."
IN_TOUCH_AXIS = "Days in touch as agreed, %"
SUBMISSIONS_AXIS = "Redundant submissions"
OFFERS_AXIS = "Offers"
OFFER_PARTS = {
    "accepted": "accepted",
    "declined": "declined",
    "expired": "expired",
    "rescinded": "taken back by us",
    "pending": "waiting for an answer",
}
REDUNDANT_PARTS = {
    "resubmitted": "sent twice by the same agency",
    "post_reject": "sent again after a no",
    "collision": "another agency sent them first",
    "known_here": "we already had them",
}

# The table
PARTNERSHIPS_TABLE = "Partnerships"
PARTNERSHIPS_NOTE = "The longest overdue first. On fewer than five cases there is no percentage."
COLUMNS = (
    "agency_name", "state", "searches", "rhythm_coverage", "redundancy_rate", "redundancy_rate_of",
    "acceptance_rate", "acceptance_rate_of", "on_time_rate", "on_time_rate_of", "waiting",
)  # fmt: skip
STATE_SILENT = "▲ silent for {days}"
STATE_IN_TOUCH = "● in touch"
STATE_UNSEEN = "– can't be seen"
STATE_RELEASED = "– no open brief"
