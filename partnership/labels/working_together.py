"""Words of *Working together*: who keeps to what was agreed, and how each side sees the other."""

TITLE = "Working together"
NOTE = (
    "What each side did of what was expected of it, by the same rules. Told of the job market: within 10 working days of the brief. Of "
    "changed briefs, fewer are better. Promises, survey and goals are of a whole partnership: other filters leave them as they are. "
    "Who came stands in *The meetings behind this*, which briefs had a kickoff in *The searches behind this*."
)
LINES = {
    "attendance": "Came to meetings",
    "promises": "Kept promises in time",
    "roles": "Did their agreed tasks",
    "market": "Told of the job market",
    "changed": "Changed the brief after that",
    "brief": "Changed the brief after kickoff",
    "goals": "Agree on what success is",
}
BOTH = "both"
HR, AGENCY = "hr", "agency"
UNSEEN = "can't be seen from these files"
NOT_SET_UP = "no tasks agreed yet: see Records"
NONE = "no cases in this period"
LATE, DROPPED = "{late} kept later, {open} still open", ", {dropped} dropped"
GOALS_ON_AVERAGE = "of 5: HR {hr}, agency {agency}"
GOALS_ALIKE = "; apart no more than by chance"
GOALS_AGENCY_HIGHER = "; the agency's higher by {low} to {high}"
GOALS_HR_HIGHER = "; HR's higher by {low} to {high}"
ONLY_COMERS = "the files list only those who came"

# Of what is expected, what can be listed: line → what it is called, its line above, and whose.
CASES = {
    "promises": ("Promises", "promises", None),
    "role_adherence.hr_rate": ("Agreed tasks of HR", "roles", HR),
    "role_adherence.agency_rate": ("Agreed tasks of [the agency]", "roles", AGENCY),
    "market_information.market_rate": ("Told of the job market", "market", AGENCY),
    "goal_alignment.aligned_rate": ("Survey: goals, both sides", "goals", None),
}
# Likewise of the survey: line → what it is called, and who answered.
SURVEY_CASES = {
    "pulse.of_hr_rate": ("Survey: [the agency] on HR", ("by_agency_n",)),
    "pulse.of_agency_rate": ("Survey: HR on [the agency]", ("by_hr_n", "by_leader_n")),
}

SURVEY = "How each side rates the other"
SURVEY_NOTE = (
    "Rated 4 or 5 of 5. [The agency] rates HR; HR and the business leader rate [the agency]. How many were asked is in no file, so there "
    "is no share of those who answered."
)
NO_SURVEY = (
    "No answer to the survey is in these files for this period. Answers can be typed under Records."
)
ITEMS = {
    "goals": "Goals",
    "roles": "Roles",
    "information": "Information",
    "responsiveness": "Responsiveness",
    "respect": "Respect",
    "result": "Result",
}

COLUMNS = ("what", "party", "done_rate", "done_rate_of", "done_low", "done_high", "remark")
SURVEY_COLUMNS = (
    "item",
    "by_agency_rate",
    "by_agency_rate_of",
    "by_hr_rate",
    "by_hr_rate_of",
    "by_leader_rate",
    "by_leader_rate_of",
)
