"""Words of the Both sides screen."""

from partnership.labels import shell

TITLE = shell.BOTH_SIDES

# Whose card
WHOSE = "Whose card"
ONE, ALL = "one", "all"
WHOSE_CHOICES = {
    "agency": {ONE: "One agency", ALL: "All agencies"},
    "client": {ONE: "One client", ALL: "All clients"},
}
ALL_AGENCIES = "the agencies"
THE_CLIENTS, US = "The clients", "we"
HR = "HR"
NO_PARTNER = "There is no partnership in these figures yet. [which files]"

# Lines, as the agreed targets are named
LINES = {
    "feedback_latency.on_time_rate": "Profiles answered in time",
    "interview_scheduling.invited_rate": "Invited within 2 days",
    "interview_feedback.on_time_rate": "Feedback after interviews",
    "rejections_with_reason.reason_rate": "Rejected with a reason",
    "role_adherence.hr_rate": "Decides itself, as agreed",
    "redundant_submissions.known_here_rate": "Sent though known here",
    "offer_turnaround.on_time_rate": "Offer within 3 days",
    "pulse.of_hr_rate": "Rated well by the other side",
    "first_candidate.on_time_rate": "First candidate in 5 days",
    "request_replies.on_time_rate": "Questions answered in a day",
    "market_information.market_rate": "Word of the local market",
    "role_adherence.agency_rate": "Negotiates, as agreed",
    "redundant_submissions.by_agency_rate": "Sent twice, late or after a no",
    "consent_coverage.consent_rate": "Consent on record",
    "pay_expectation.within_5_rate": "Pay within 5 % of expected",
    "pulse.of_agency_rate": "Rated well by the other side",
    "kickoff_coverage.tri_party_rate": "Kickoff with all three",
    "goal_alignment.aligned_rate": "Agree on the goals",
    "meeting_rhythm.rhythm_coverage": "In touch as agreed",
}
# Of these less is better.
LESS_IS_BETTER = frozenset(
    {"redundant_submissions.known_here_rate", "redundant_submissions.by_agency_rate"}
)
LESS = "{line} ↓"
PILLARS = {
    "start": "Shared start",
    "rhythm": "Rhythm",
    "speed": "Speed",
    "information": "Information",
    "roles": "Roles",
    "clean": "Clean process",
    "offer": "Offers",
    "respect": "Respect",
}
PAGES = {
    "feedback_latency": "reply_times.py",
    "interview_scheduling": "reply_times.py",
    "interview_feedback": "reply_times.py",
    "offer_turnaround": "reply_times.py",
    "first_candidate": "reply_times.py",
    "request_replies": "reply_times.py",
    "redundant_submissions": "redundant_submissions.py",
    "pay_expectation": "offers.py",
    "kickoff_coverage": "meetings.py",
    "meeting_rhythm": "meetings.py",
    "market_information": "meetings.py",
}
PAGE_TITLES = {
    "reply_times.py": shell.REPLY_TIMES,
    "redundant_submissions.py": shell.REDUNDANT_SUBMISSIONS,
    "offers.py": shell.OFFERS,
    "meetings.py": shell.MEETINGS,
}
SEE_WEAKEST = "{screen}: {line}"

# Finding
POINTS = "{score} of 100 ({low}–{high})"
KEEPS, KEEP = "{side} keeps {points}", "{side} keep {points}"
TOGETHER = "what both owe stands at {points}"
NO_NUMBER = "no number yet for {side}"
NO_NUMBER_TOGETHER = "no number yet for what both owe"
NO_NUMBERS = (
    "Too little is measured for a number on either side; the lines below say what there is."
)
NOTHING_AGREED = "No floors and targets have been agreed yet, so there is nothing to keep: set the first ones on Records."
WEIGHTED = " Weights were changed: {weights}."
WEIGHT_OF = "{pillar} ×{weight}"
NOT_COUNTED = "{pillar} not counted"

# Cards
CARD_KEEPS, CARD_KEEP = "{side} keeps", "{side} keep"
CARD_TOGETHER = "Both keep"
OF_100 = "{score} of 100"
SCORE_RANGE = "likely range {low}–{high}"
MEASURED = "{measured} of {lines} lines measured"
IF_MISSING = "{lowest}–{highest} if all lines were measured"
WEAKEST = "weakest: {line}"
TOO_LITTLE = "too little measured for a number"
SCORE_EXPLAINED = (
    "0: every agreed line at its floor or worse. 100: every line at its target or better. The number in the middle of what the "
    "shares may be. The two sides never make up for each other, and results are not in it."
)
STARTED, STARTED_OF = "Really started", "offers decided"
STAYED = "Stay 90 days"
STAYED_BASIS = "of {starters} who started in the period"
NO_STARTERS, FEW_STARTERS = "nobody for so long yet", "too few for a share"
NO_TARGET = shell.NO_TARGET
RESULTS_EXPLAINED = (
    "A result, beside the scores and in none of them: it also depends on how hard the searches are."
)

# Charts and table
OWES_ONE, OWE_MANY = "What {side} owes", "What {side} owe"
OWED_TOGETHER = "What both owe"
BARS_NOTE = "↓ less is better."
BARS_KEY = "Thin line: likely range. Shaded: from floor to target."
BAR_COLUMNS = (
    "label", "line_rate", "line_rate_of", "line_low", "line_high", "floor_share", "target_share", "quarter_rate", "quarter_rate_of",
    "year_before_rate", "year_before_rate_of",
)  # fmt: skip
BARS_AXIS = "Share of cases, %"
TARGET, FLOOR = "target", "floor"
NO_BAR = "not measured"
NOT_AGREED = "no target agreed"
TABLE = "Line by line"
TABLE_NOTE = (
    "Points: 0 at the floor, 100 at the target. A line of under [fewest for a share] cases is not measured; one without an agreed target is not in "
    "the score. *Other agencies* are at least three together, over the last four quarters, rounded; where that can't be shown, it is left out. Feedback after interviews is what is on file alone; on Reply times an invitation, an offer or a "
    "decision answers too."
)
TABLE_COLUMNS = (
    "owed_by", "line", "line_rate", "line_rate_of", "likely_of", "floor_share", "target_share", "points", "line_state", "quarter_of",
    "year_before_of", "others_of", "weight_share",
)  # fmt: skip
LINE_OF = "{line} ({side})"
PEERS = "Beside the other agencies"
PEERS_NOTE = (
    "At least three others together, none of them more than half; last four quarters, rounded."
)
PEERS_COLUMNS = ("owed_by", "line", "line_rate", "line_rate_of", "others_of")
BOTH = "both"
RANGE = "{low}–{high}"
SHARE_OF = "{share} of {of}"
OTHERS_CASES = "{share} of {low}–{high}"
OTHERS_MORE = "{share} of {low} or more"
NOT_AGREED_YET = "No target agreed yet: {lines}. Not in the score until there is one."
SET_ONE = "Set a target"
NOT_MEASURED = "not measured: too few cases"
NO_CASES = "not measured: no cases, or not in the files"
UNSEEN = shell.CANT_BE_SEEN
STATES = {
    "few": "too few cases for more",
    "no target": "no target agreed yet",
    "past floor": "▼ clearly below the floor",
    "past limit": "▲ clearly above the limit",
    "at target": "● clearly at target",
    "could be chance": "could be chance",
}

# Weights
WEIGHTS = "Weights"
WEIGHTS_CHANGED = "Weights: changed"
WEIGHTS_NOTE = (
    "Each part counts alike, and so does each line within its part, unless you change it here. The change is in the link, is said on "
    "the screen, and is the same for both sides."
)
WEIGHT_CHOICES = {
    "1": "counts once",
    "2": "counts twice",
    "3": "counts three times",
    "0": "not counted",
}

# For analysts
COMPARED = "Which line"
FUNNEL = "Agencies against all together"
FUNNEL_NOTE = (
    "Each dot an agency; the lines are the limits within which chance alone leaves 95 % and 99.8 % of agencies whose true share is the "
    "pooled one (exact binomial, interpolated: Spiegelhalter 2005). They are no ranges around an agency."
)
FUNNEL_CASES = "Cases"
POOLED = "all together {share}"
LIMIT_95, LIMIT_998 = "95 %", "99.8 %"
FUNNEL_COLUMNS = ("agency_id", "raw_rate", "raw_rate_of", "is_outside")
LEAGUE = "Agencies, drawn towards each other"
LEAGUE_NOTE = (
    "Sorted by the share drawn towards all agencies: a beta-binomial prior of all of them (maximum likelihood), with its 95 % interval. The rank interval "
    "holds 90 % of 20,000 drawings; most of the order is chance. Watch, flag: exact two-sided p against the pooled share, "
    "Benjamini and Hochberg at q = .10 and .05 over all lines and agencies of this screen. Look before you judge: case mix is not removed."
)
LEAGUE_COLUMNS = (
    "agency_id",
    "drawn_rate",
    "drawn_low",
    "drawn_high",
    "rank_interval",
    "raw_rate",
    "raw_rate_of",
    "p_value",
    "suspicion",
)
SCORES = "Agencies by what they keep, and what HR keeps towards them"
SCORES_NOTE = (
    "All parts weighed alike. Rank intervals hold 90 % of 20,000 drawings, among the agencies that have a number; where lines differ "
    "in what is measured or agreed, scores are no comparison."
)
SCORES_COLUMNS = (
    "agency_id",
    "agency_score",
    "agency_range",
    "agency_ranks",
    "hr_score",
    "hr_range",
    "hr_ranks",
)
TOO_FEW_AGENCIES = "Under five agencies with cases in this line: no comparison."
RANKS = "{low}–{high}"
SUSPICIONS = {"": "", "watch": "watch", "flag": "flag"}

# Definitions
RULES_TITLE = "Both sides: how the score is made"
RULES = (
    "- **Two scores, never one.** What HR owes and what the agency owes each have at most eight lines; what both owe stands apart. "
    "No side can make up for the other. Results (filled by day 60, accepted and started, stay 90 days) stand beside the scores, in none of them.\n"
    "- **HR owes** answers to profiles and feedback after interviews within the reply days, an invitation within 2 business days of the yes and an offer within 3 of the "
    "final yes, rejections with a reason, its own tasks, no submissions of people it already had on the search, and what the agency says of it in the survey.\n"
    "- **The agency owes** a first candidate within 5 business days of the brief and an answer to a question within 1, word of the local market, its own tasks, no submission sent twice, "
    "after another agency or after a no, consent on record, an expected pay within 5 % of the accepted one, and what HR and the business leader say of it.\n"
    "- **Both owe** kickoffs with all three, agreement on goals, and the agreed rhythm of contacts.\n"
    "- **Points.** A line has 0 points at its agreed floor or worse and 100 at its agreed target or better. Without an agreed floor and target a line "
    "is not scored.\n"
    "- **Weights.** All lines of a part count alike, and all parts of a side count alike, unless somebody changes it on the screen; a change is said there.\n"
    "- **Missing.** A line of under [fewest for a share] cases is not measured. A part counts where at least half of it is measured, and a side has a number where "
    "at least 70 % of it is; else there is none. How far the score could lie off is said: were everything not measured worth 0, or 100.\n"
    "- **Likely range.** The score is the middle of 20,000 drawings of what the shares may be, and nine in ten of them lie in its range. Days in touch are drawn "
    "silence by silence, the survey return by return, because their days and answers hang together.\n"
    "- **No event counts twice.** So these are shown on other screens and not scored: who led a negotiation (it is in the roles), when a kickoff was held (it is in "
    "the rhythm), who came to meetings (it is in the kickoffs), candidates lost while waiting (they are in the answers). Feedback after an interview is "
    "scored where it is itself on file.\n"
    "- **Other agencies.** At least three of them together, each with five cases or more, none with more than half of the cases or the hits; over the last four complete "
    "quarters, whatever the filters, rounded to one point, without a smallest or largest. Else nothing is shown."
)
