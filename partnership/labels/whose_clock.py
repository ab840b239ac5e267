"""Words of *Whose clock*: whose turn it was on every open day."""

TITLE = "Whose clock"

# What each side is called: in a chart and on a card, and within a sentence.
SIDES = {
    "hr": ("HR", "HR"),
    "business_leader": ("Business leader", "the business leader"),
    "agency": ("Agency", "the agency"),
    "candidate": ("Candidate", "the candidate"),
    "hold": ("On hold", "on hold"),
    "unknown": ("Can't be seen", "can't be seen"),
}
AGENCIES = ("Agencies", "the agencies")
US = ("We", "we")

# "Openings were open for 30,355 days. The business leader had the turn on 40 % of them, HR on 26 %;
# 4 % were on hold."
OPEN_FOR = "{openings} {were} open for {days} in all."
OPENING, OPENINGS = "opening", "openings"
WAS, WERE = "was", "were"
DAY, DAYS = "day", "days"
HAD_FIRST = "{side} had the turn on {share} of them"
HAD = "{side} on {share}"
HELD = "{share} were on hold"
UNSEEN = "on {share} it can't be seen"

NOTE = (
    "Each open day of each opening belongs to one side, by what was being waited for at its end. With several candidates the one who "
    "has come furthest decides."
)
NOTE_OF_INTERVIEWS = (
    "An arranged interview is the business leader's turn, whose diary has the days."
)
GREY = ":gray[{text}]"
NOTE_OF_PARTNERSHIPS = "The days from the brief on. A search that several agencies work on has the same side in each of its partnerships."

# Days to give back
GIVE_BACK = "**Days to give back** :gray[· calendar days later than agreed]"
GIVE_OF = "{share} of {days} with the turn"
GIVE_NONE = "of {days} with the turn"
GIVE_EXPLAINED = {
    "hr": "Of the days that HR had the turn, those later than agreed: [reply days] for a profile, 2 working days to the invitation, 3 to "
    "the offer or the next interview.",
    "business_leader": "Of the days that the business leader had the turn, those later than agreed: 5 working days to an interview, [reply "
    "days] to the feedback after it.",
    "agency": "Of the days on which nobody was in process although the search was given out, those after 5 working days in a row.",
}

# Charts and table
COMPARED = {"agency": "By partnership", "client": "By client", "quarter": "By quarter"}
DAYS_AXIS = "Open days of openings (calendar days)"
SIDE_COLUMNS = (
    "label", "openings", "days", "hr_days", "business_leader_days", "agency_days", "candidate_days", "hold_days", "unknown_days",
)  # fmt: skip
LONGEST = "Openings with the most days"
LONGEST_NOTE = "The {shown} of {openings} with the most days in the period. The number in brackets is the opening's."
LONGEST_COLUMNS = (
    "title", "opening_id", "client_name", "department", "location", "opened_on", "ended_on", "days", "hr_days", "business_leader_days",
    "agency_days", "candidate_days", "hold_days", "unknown_days", "beyond_days",
)  # fmt: skip
STEPS = "What the days went on"
STEPS_NOTE = (
    "Working days are agreed, calendar days are counted. A dash stands where nothing is agreed."
)
STEP_COLUMNS = ("side_step", "side", "days", "beyond_rate", "beyond_rate_of", "openings")
STEP = {
    "briefing": "Giving the search to an agency",
    "candidate": "A candidate, with nobody in process",
    "reopening": "Opening a closed search again",
    "profile": "Answer to a profile",
    "invitation": "Invitation to an interview",
    "interview": "The day of an arranged interview",
    "feedback": "Feedback after an interview",
    "offer": "Offer or next interview after a yes",
    # An agency's own file doesn't tell the step: it may be another agency's candidate.
    "in_process": "Somebody in process",
}
