"""Words of the Overview screen."""

from partnership.labels import shell

TITLE = shell.OVERVIEW

# Finding: "Of 12 partnerships: 5 need a conversation, 6 are on track, 1 has too little data."
OF_PARTNERSHIPS = "Of {partnerships}: {states}."
PARTNERSHIP, PARTNERSHIPS = "partnership", "partnerships"
COUNTED = {
    "needs_conversation": ("{count} needs a conversation", "{count} need a conversation"),
    "on_track": ("{count} on track", "{count} on track"),
    "too_little_data": ("{count} with too little data", "{count} with too little data"),
}
OURS_ONE = "In one of them the next step is ours."
OURS = "In {count} of them the next step is ours."
SLOW_FOR_MANY = "And it is us: HR answers {count} of them clearly too slowly."

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
    "redundant": "Of the submissions by [agencies], the share of people who were already there for that search.",
    "accepted": "Of the offers that got an answer, the share that was accepted.",
    "answers": "Of the submissions due for an answer, the share HR answered within [reply days]. Those still waiting count.",
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
    "rescinded": "taken back by HR",
    "pending": "waiting for an answer",
}
REDUNDANT_PARTS = {
    "resubmitted": "sent twice by the same agency",
    "post_reject": "sent again after a no",
    "collision": "another agency sent them first",
    "known_here": "HR already had them",
}

# The table
PARTNERSHIPS_TABLE = "Partnerships"
PARTNERSHIPS_NOTE = "Those that need a conversation first. Choose a row for all its reasons."
COLUMNS = ("agency_name", "client_name", "state", "next_step", "why")
STATUS = {
    "needs_conversation": "▲ needs a conversation",
    "on_track": "● on track",
    "too_little_data": "– too little data",
}
MOVERS = {
    "hr": "HR",
    "agency": "agency",
    "business_leader": "business leader",
    "both": "both sides",
}
REASONS = {
    "silence": "silent for {days}, at most {agreed} agreed",
    "feedback_latency.on_time_rate": "{share} answered in time, floor {floor} ({of})",
    "redundant_submissions.redundancy_rate": "{share} redundant, limit {floor} ({of})",
    "kickoff_coverage.tri_party_rate": "{share} kickoffs with all three, floor {floor} ({of})",
    "time_to_fill.filled_by_60_rate": "{share} filled by day 60, floor {floor} ({of})",
    "offer_outcomes.acceptance_rate": "{share} of offers accepted, floor {floor} ({of})",
    "promises": "{k} promises more than 30 days past due, the oldest {days}",
}
NOTHING_PRESSING = "nothing clearly below what was agreed"
ALSO_SLOW = "only HR's answers are too slow, as elsewhere"
FEW_CASES = "{cases} at most of anything counted"
CASE, CASES = "case", "cases"
NO_TARGET_AGREED = "enough cases, but no target agreed yet"

# What changed
CHANGES = "What changed"
MONTHS = "{what}, month by month"
MONTHS_AXIS = "Share, %"
MONTH_COLUMNS = ("month", "k", "n", "rate", "usual_share", "usual_low", "usual_high", "signal")
CHANGES_NOTE = (
    "Against {period}, or against what is usual here, and by more than chance would explain."
)
CHANGES_NOTE_ALONE = "Against what is usual here, and by more than chance would explain."
NOTHING_CHANGED = "Nothing changed by more than chance would explain."
CHANGED = "{what}{who} {verb} from {before} to {after} ({before_of} → {of})."
WITH_AGENCY = " with {agency}"
MONTH_BEYOND = (
    "{what}: {month} lies {side} what is usual here ({share}, {of}; usually {low}–{high})."
)
MONTHS_IN_A_ROW = "{what}: eight months in a row or more {side} the usual {usual}, the last of them {month} ({share}, {of})."
ABOVE, BELOW = "above", "below"
ROSE, FELL = "rose", "fell"
MEASURES = {
    "feedback_latency.on_time_rate": "HR's answers in time",
    "redundant_submissions.redundancy_rate": "Redundant submissions",
    "kickoff_coverage.tri_party_rate": "Kickoffs with all three",
    "time_to_fill.filled_by_60_rate": "Filled by day 60",
    "offer_outcomes.acceptance_rate": "Offers accepted",
    "meeting_rhythm.rhythm_coverage": "In touch as agreed",
}
SCREEN_OF = {
    "feedback_latency.on_time_rate": "reply_times.py",
    "meeting_rhythm.rhythm_coverage": "meetings.py",
    "redundant_submissions.redundancy_rate": "redundant_submissions.py",
    "kickoff_coverage.tri_party_rate": "meetings.py",
    "time_to_fill.filled_by_60_rate": "time_to_fill.py",
    "offer_outcomes.acceptance_rate": "offers.py",
}

SEE = "See {screen}"
SCREEN_TITLES = {
    "time_to_fill.py": shell.TIME_TO_FILL,
    "meetings.py": shell.MEETINGS,
    "redundant_submissions.py": shell.REDUNDANT_SUBMISSIONS,
    "offers.py": shell.OFFERS,
    "reply_times.py": shell.REPLY_TIMES,
}

# The drawer of one partnership
NEXT_STEP = "Next step: {who}."
SILENT_FOR = "Last met {days} before the end of the period."
WAITING = "Waiting for an answer: {count} of its submissions."
AGAINST_AGREED = "Against what was agreed"
MEASURE_COLUMNS = ("measure", "value", "cases", "likely", "agreed", "verdict")
VERDICTS = {
    "few": "too few cases",
    "no target": "no target agreed",
    "past floor": "▼ clearly below the floor",
    "past limit": "▲ clearly above the limit",
    "at target": "● clearly at target",
    "could be chance": "could be chance",
}
AGREED = "floor {floor}, target {target}"
AGREED_AT_MOST = "limit {floor}, target ≤ {target}"
DRAWER_LINKS = {
    "my_partnership.py": "Open this partnership",
    "partnership_summary.py": "One page to print",
    "meetings.py": "Meetings",
}

# The rules, for Definitions
STATUS_RULES_TITLE = "When a partnership needs a conversation"
STATUS_RULES = (
    "A partnership **needs a conversation** when at least one of these holds. The first that does is the reason shown:\n"
    "1. nobody has met for more than twice the agreed interval (next step: HR);\n"
    "2. HR's answers in time are clearly below the agreed floor *and* clearly rarer than with the other agencies (HR);\n"
    "3. redundant submissions are clearly above the agreed limit (the agency where most were sent twice or after a no, else both sides);\n"
    "4. kickoffs with all three are clearly below the floor and clearly rarer than elsewhere (HR);\n"
    "5. filled by day 60 is clearly below the floor (both sides);\n"
    "6. offers accepted are clearly below the floor (both sides);\n"
    "7. three promises that fell due in the period are open for more than 30 days past their day (who made them).\n\n"
    "*Clearly* means: the whole likely range lies there, on [fewest for evidence] cases or more. Without an agreed target a share never decides.\n\n"
    "It is **on track** when none of them holds and at least one share with an agreed target stands on [fewest for evidence] cases. "
    "All others have **too little data**.\n\n"
    "What HR owes everybody and is late with everywhere is one conversation at home, not one with each agency: the "
    "sentence at the top of Overview says in how many partnerships it is so."
)
CHANGES_RULE_TITLE = "What counts as a change"
CHANGES_RULE = (
    "Two periods of the same length are compared, share by share, for all agencies together and for each. A change is named when the likely "
    "range of the difference leaves out zero and it still stands when all comparisons on the screen are looked at together: of the "
    "changes named, about one in twenty may be chance. Shares of under [fewest for evidence] cases are left out. It says that something moved, not why.\n\n"
    "Beside that, each share is followed month by month. What is usual is what the first twelve months of the files say, or twelve from the month that is "
    "set on the Data screen; it stays there, so that later months are judged by it and never move it. A month is named when it lies beyond limits that "
    "chance alone would pass about three times in a thousand, or is at least the eighth in a row on one side of the usual. A month is judged once its "
    "cases can be. With fewer than twelve months nothing is usual yet."
)
