"""Words of the quarterly review: what its slides say."""

SLIDES = {
    "decisions": "Decisions",
    "promises": "Last quarter's promises",
    "both_sides": "Both sides",
    "speed": "Time to fill and reply times",
    "submissions_and_offers": "Submissions and offers",
    "next_quarter": "Next quarter",
    "redundancy": "Redundant submissions",
    "offers": "Offers",
    "hires": "Do hires stay?",
    "meetings": "Meetings",
    "lines": "Both sides, line by line",
    "where_we_disagree": "Where we disagree",
    "definitions": "What the numbers mean",
    "data_notes": "About these figures",
}
EDITIONS = {"hr": "HR's edition", "agency": "the agency's edition"}
TONES = {"neutral": "Neutral", "direct": "Direct"}
CONFIDENTIAL = "Confidential: for {company} and {agency} only."
FILTERS = "{agency} · {period} (four quarters) · all departments · all locations"
HR, BOTH = "HR", "Both"

# A share in a sentence; {of} reads "39 of 84 (46 %)", or "2 of 3".
OF, OF_RATE = "{k_of_n}", "{k_of_n} ({rate})"
SAID = {
    "time_to_fill.filled_by_60_rate": "{of} openings were filled by day 60",
    "redundant_submissions.redundancy_rate": "{of} submissions were redundant, by anybody",
    "offer_outcomes.acceptance_rate": "{of} answered offers were accepted",
    "offer_outcomes.net_acceptance_rate": "{of} decided offers led to a first day",
    "feedback_latency.on_time_rate": "HR answered {of} profiles in time",
    "interview_scheduling.invited_rate": "HR invited {of} people it wanted in time",
    "interview_feedback.on_time_rate": "feedback came in time after {of} interviews",
    "interview_feedback.answered_rate": "feedback, or a next step, came in time after {of} interviews",
    "rejections_with_reason.reason_rate": "{of} rejections came with a reason",
    "role_adherence.hr_rate": "{of} decisions that are HR's were taken by HR, as agreed",
    "redundant_submissions.known_here_rate": "{of} submissions were of people HR already had for the search",
    "offer_turnaround.on_time_rate": "{of} offers went out in time after the final yes",
    "pulse.of_hr_rate": "{of} survey answers by {agency} rate HR 4 or 5",
    "first_candidate.on_time_rate": "{agency} sent a first candidate in time for {of} searches",
    "request_replies.on_time_rate": "{agency} answered {of} questions in time",
    "market_information.market_rate": "{agency} told of the local market for {of} searches",
    "role_adherence.agency_rate": "{agency} led {of} negotiations that are its task",
    "redundant_submissions.by_agency_rate": "{of} submissions were redundant by {agency} alone (sent twice, late or after a no)",
    "consent_coverage.consent_rate": "{of} submissions came with consent on record",
    "pay_expectation.within_5_rate": "{of} accepted salaries were within 5 % of what {agency} expected",
    "pulse.of_agency_rate": "{of} survey answers rate {agency} 4 or 5",
    "kickoff_coverage.tri_party_rate": "{of} searches began with a kickoff of all three",
    "goal_alignment.aligned_rate": "{of} pairs of survey answers on the goals lie within one point",
    "meeting_rhythm.rhythm_coverage": "{of} days were within the agreed interval between contacts",
}
NAMES = {
    "interview_feedback.answered_rate": "Feedback or a next step",
    "time_to_fill.filled_by_60_rate": "Filled by day 60, by anyone",
    "redundant_submissions.redundancy_rate": "Redundant, by anybody",
    "redundant_submissions.by_agency_rate": "Redundant, by {agency} alone",
    "goal_alignment.aligned_rate": "On goals within one point",
    "offer_outcomes.acceptance_rate": "Offers accepted",
    "offer_outcomes.net_acceptance_rate": "Accepted and started",
    "pulse.of_hr_rate": "HR rated well by {agency}",
    "pulse.of_agency_rate": "{agency} rated well by HR",
}
CASES = {
    "time_to_fill.filled_by_60_rate": (
        "opening that reached day 60",
        "openings that reached day 60",
    ),
    "redundant_submissions.redundancy_rate": ("submission", "submissions"),
    "offer_outcomes.acceptance_rate": ("answered offer", "answered offers"),
    "offer_outcomes.net_acceptance_rate": ("decided offer", "decided offers"),
    "feedback_latency.on_time_rate": ("profile due", "profiles due"),
    "first_candidate.on_time_rate": ("search due", "searches due"),
    "request_replies.on_time_rate": ("question due", "questions due"),
    "interview_feedback.answered_rate": ("interview due", "interviews due"),
}

# Who filled; {by} is how many.
BY_WHOM = {
    "one": {"all": ", by {agency}", "none": ", not by {agency}"},
    "several": {
        "all": ", all of them by {agency}",
        "some": ", {by} of them by {agency}",
        "none": ", none of them by {agency}",
    },
}
OF_THESE_BY = "of these, by {agency}"

# What the likely range lets one say of it, in both wordings.
JUDGED = {
    "neutral": {
        "nothing": "{name}: no case in these four quarters",
        "unseen": "{name}: can't be seen from these files",
        "few": "{said}: too few to say more",
        "one": "{name}: {of}, too few to say more",
        "no target": "{said}; no target is agreed yet",
        "at": "{said}: clearly at the agreed {target}",
        "past": "{said}: clearly {beyond} the agreed {floor}",
        "short": "{said}: {off}, perhaps {beyond} the {floor}",
        "between": "{said}: between the agreed {floor} and {target}",
        "chance met": "{said}: the agreed {target} is met, which could be chance",
        "chance": "{said}: the distance to the agreed {target} could be chance",
    },
    "direct": {
        "nothing": "Nothing to judge, {name}: no case in these four quarters",
        "unseen": "{name}: can't be seen from these files",
        "few": "Too few to judge: {said}",
        "one": "{name}: {of}, too few to judge",
        "no target": "Agree on a target: {said}",
        "at": "Keep it so: {said}, clearly at the agreed {target}",
        "past": "This must change: {said}, clearly {beyond} the agreed {floor}",
        "short": "Not good enough: {said}, {off}, perhaps {beyond} the {floor}",
        "between": "Not there yet: {said}, between the agreed {floor} and {target}",
        "chance met": "On target, perhaps by chance: {said}, agreed {target}",
        "chance": "Too early to call: {said}; the distance to the agreed {target} could be chance",
    },
}
# The client's shortfall, as the agency's edition says it.
OPPORTUNITY = {
    "neutral": "Room to gain together: {said}; {target} is agreed{maybe}",
    "direct": "Here both gain most easily: {said}; {target} is agreed{maybe}",
}
MAYBE = {"chance": ", and the distance could be chance"}
BELOW, ABOVE = "below", "above"
SHORT_OF, OVER = "short of the agreed {share}", "over the agreed {share}"
FLOOR, LIMIT, TARGET, AT_MOST = "floor of {share}", "limit of {share}", "{share}", "{share} or less"

# Tables of shares
MEASURE = "Measure"
FOUR_QUARTERS = "Four quarters"
LIKELY = "Likely range"
YEAR_BEFORE = "Year before"
AGREED = "Agreed"
STANDING = "What can be said"
STANDINGS = {
    "nothing": "no case",
    "unseen": "can't be seen",
    "few": "too few for more",
    "no target": "no target yet",
    "at": "● clearly at target",
    "past": "▼ clearly below the floor",
    "past limit": "▲ clearly above the limit",
    "short": "short of target",
    "between": "between floor and target",
    "chance": "could be chance",
}
RATE_OF = "{rate} of {n}"
RANGE = "{low}–{high}"
AGREED_UP, AGREED_DOWN = "{target} (floor {floor})", "≤ {target} (limit {floor})"
FLOOR_AND_TARGET = "Floor / target"
TARGET_UP, TARGET_DOWN = "{floor} / {target}", "≤ {floor} / {target}"
OWNED = "{name} ({side})"
CASE, SEVERAL, ALIKE = "{title}, {end}", "{title} ({openings})", "{title} ({count})"
BASIS = "Four quarters: {cases}. In {quarter}: {quarter_cases}."
# Where the files begin after the first of the four quarters.
HELD = "These files begin on {day}: {held} of the 4 quarters {is_held} in them"
IS_HELD = ("are", "is", "are", "are")
AND_MORE = "and {count} more"
TOO_LITTLE = "Too little for a slide yet: {why}"

# Decisions
DECISIONS_HEADLINE = {
    "neutral": {
        1: "One decision is proposed: {first}",
        3: "{count} decisions are proposed, first: {first}",
    },
    "written": {
        1: "One decision is asked for: {first}",
        3: "{count} decisions are asked for, first: {first}",
    },
    "direct": {1: "Decide today: {first}", 3: "Decide {count} things today, first: {first}"},
}
COUNTS = {2: "Two", 3: "Three"}
COUNTS_LOW = {2: "two", 3: "three"}
DECISIONS_MESSAGE = "Proposed from what lies furthest from what was agreed, at least one for each side that owes something."
DECISIONS_WRITTEN = "As written for this review."
DECISION, WHY, WHO_DOES, BY_WHEN = "Decision", "Why", "Who", "By when"
DECISIONS_DEFINITION = (
    "Proposed are, of the shares that both sides owe, those furthest from what was agreed: first where the whole likely range lies beyond the floor, then where "
    "it falls short of the target, then where the distance could be chance; and contacts or promises past their day. At most two a side."
)
DECISIONS_BASIS = "{measured} of {lines} lines of both sides have five cases or more."
KEEP_TARGETS = "Keep the agreed floors and targets for {quarter}"
KEEP_WHY = "Nothing that was agreed is missed."
SET_TARGETS = "Agree floors and targets for {quarter}"
SET_WHY = "No floor or target is agreed yet, so nothing can be called good or bad."
MEET = "Meet now, and fix the dates of the coming quarter"
MEET_WHY = "Last contact {silent} ago; agreed is every {interval}"
MET_WHY = "Last contact {silent} before {day}; agreed is every {interval}"
OLD_PROMISES = "Do, move or drop the promises past their day"
OLD_PROMISES_WHY = "Due in these four quarters and still open: {still_open}"
PROPOSALS = {
    "time_to_fill.filled_by_60_rate": "Restart the oldest open searches, or close them",
    "offer_outcomes.acceptance_rate": "Ask everyone who declines for the reason, and bring it to the next meeting",
    "feedback_latency.on_time_rate": "Name who answers profiles in time, and who stands in",
    "interview_scheduling.invited_rate": "Keep two interview slots a week free for each open search",
    "interview_feedback.on_time_rate": "Give feedback on the day of the interview, in three lines",
    "rejections_with_reason.reason_rate": "Give a reason with every no, from a short list",
    "role_adherence.hr_rate": "Go through who decides what, and keep to it",
    "redundant_submissions.known_here_rate": "Tell {agency} at the kickoff whom HR already has for the search",
    "offer_turnaround.on_time_rate": "Agree the terms before the last interview, so the offer goes out within 3 working days",
    "pulse.of_hr_rate": "Talk the survey through, and what {agency} would have HR do otherwise",
    "first_candidate.on_time_rate": "Send a first candidate within 5 working days, to sharpen the brief",
    "request_replies.on_time_rate": "Name one person at {agency} who answers questions within a working day",
    "market_information.market_rate": "Bring two facts about the local market to every kickoff",
    "role_adherence.agency_rate": "Let {agency} lead every negotiation, as agreed",
    "redundant_submissions.by_agency_rate": "Check every name against those already sent before sending it",
    "consent_coverage.consent_rate": "Send no profile without the candidate's consent on record",
    "pay_expectation.within_5_rate": "Ask what pay is expected at the start, and again before the offer",
    "pulse.of_agency_rate": "Talk the survey through, and what HR would have {agency} do otherwise",
    "kickoff_coverage.tri_party_rate": "Start no search without a kickoff of HR, {agency} and the business leader",
    "goal_alignment.aligned_rate": "Write down for every open search what success looks like",
    "meeting_rhythm.rhythm_coverage": "Fix the dates of the coming quarter now, at the agreed interval",
}

# Promises
PROMISES_HEADLINE = {
    "neutral": "Of what was promised for {quarter}, {kept}{older}",
    "direct": "Past their day and still open: {still_open}{older}; {kept}",
    "none": "No promise was due in {quarter}{older}",
    "none direct": "Past their day and still open: {still_open}; none was due in {quarter}",
    "unseen": "Promises can't be seen from these files yet",
}
OLDER = {
    "neutral": "; still open from before: {still_open}",
    "direct": " and, from before, {still_open}",
    "direct alone": "{still_open} from before",
}
KEPT_BY, OPEN_BY = "{who} kept {of} in time", "{open} by {who}"
PROMISE, PROMISES = "promise", "promises"
OWNERS = {"hr": "HR", "business_leader": "the business leader"}
PROMISES_TALLY = (
    "Due in {quarter}: {kept} kept, {late} kept late, {dropped} dropped, {still_open} still open."
)
PROMISES_MESSAGE = "First what was promised, then what is new."
PROMISES_UNSEEN = (
    "Type them on Records, or below on the Quarterly review; they appear in the next one."
)
PROMISE_COLUMNS = ("Promise", "By", "Due", "State")
STATES = {
    "kept": "● kept, {day}",
    "kept_late": "◐ kept late, {day}",
    "dropped": "○ dropped, {day}",
    "past_due": "▼ open, {days} late",
    "open": "not due yet",
}
MOVED_TO = "moved to {day}"
ENTERED_AFTER = "{state} (entered after these figures)"
UNSAID = "(not shown here: it names another agency)"
PROMISES_DEFINITION = "Kept: closed by its day. Late: closed after it. Dropped: given up by both sides, which is not kept. A promise due on the day of the figures or later is not counted yet."
PROMISES_BASIS = "Due in {quarter}: {promises}"
PROMISES_OLDER_BASIS = "older and still open: {promises}"
PROMISES_AFTER_BASIS = "listed, not counted yet: {count}"
PROMISES_CHANGED_BASIS = "ended or moved after these figures, counted as open: {count}"
RESTATED = "{name}: presented as {then}, now {now} ({why})"
NOT_RESTATED = "{shares} of the slides of {quarter} compared: none reads otherwise now"
SHARE, SHARES = "share", "shares"
NONE_SAVED = "What was presented for {quarter} is not on file, so it can't be compared with what is known now"
WHY_MORE = "{cases} more known now"
WHY_FEWER = "{cases} fewer count now"
WHY_OTHER = "outcomes corrected since"
WHY_ALSO = "{why}, and outcomes corrected since"
WHY_RULES = "{why}; rules were changed too, see “About these figures”"
ANY_CASES = ("case", "cases")

# Both sides
SIDES = {"hr": "HR", "shared": "both"}
SCORES_HEADLINE = {
    "neutral": "HR keeps {hr} of 100 of what was agreed, {agency} {theirs}; {who}",
    "direct": "{who_first}: HR keeps {hr} of 100 of what was agreed, {agency} {theirs}",
}
WHO = {
    "chance": "who keeps more could be chance",
    "hr": "{agency} clearly keeps more",
    "agency": "HR clearly keeps more",
}
WHO_GAIN = "HR's side is where both can gain most"
ONE_SCORE = (
    "{side} keeps {score} of 100 of what was agreed; of the other side too little is measured"
)
NO_SCORE = "Too little is measured, or agreed, for a score of either side"
SCORES_MESSAGE = "The same rules for both; neither makes up for the other."
OWED_BY, WEAKEST = "Owed by", "Weakest lines"
SCORE_AXIS = "Score: 0 = all at the agreed floor or worse, 100 = all at the agreed target"
SCORE_BAR = "{side} (likely {low}–{high})"
SCORE_ALT = "Bars of the score of each side, of 100: {bars}."
SCORES_BASIS = "{measured} of {lines} agreed lines have five cases or more."

# Speed
SPEED_AXIS = "Share of cases, %"
SPEED_ALT = "Columns by quarter: {series}."
SPEED_MESSAGE = "Both clocks by the same rules; what is still open or waiting is counted."
HALF = "Half of what was opened in these four quarters was filled within {days}, as known on {as_of} ({range})"
HALF_RANGE = "likely range {low}–{high} days"
HALF_OPEN_RANGE = "likely range from {low} days, its upper end not reached yet"
QUARTERS_OPENINGS = "{quarter}, {count} that reached day 60: {cases}"
OPENING_CASE = {
    "filled_by_agency": "filled by {agency} after {days}",
    "filled_otherwise": "filled otherwise after {days}",
    "cancelled": "cancelled after {days}",
    "open": "open for {days}",
}
STILL_OPEN = "still open"

# Submissions and offers
SENT = {"sent": "Sent", "redundant": "Redundant", "interviewed": "Interviewed, not redundant"}
MADE = {"answered": "Offers answered", "accepted": "Accepted", "started": "Started"}
SENT_SERIES, MADE_SERIES = "Submissions, by the day received", "Offers, by the day made"
FUNNEL_AXIS = "Cases, four quarters"
FUNNEL_ALT = "Bars: {bars}."
FUNNEL_MESSAGE = "From what was sent to who started."
FUNNEL_SERIES = "Four quarters"
QUARTERS_OFFERS = "{quarter}, {count} made, {answered} answered: {cases}"
OFFER, OFFERS = "offer", "offers"
NO_OFFERS = "{quarter}: no offer was made"

# Next quarter
# Where each open one has a chance, and where some have.
NEXT_EXPECTED = {
    "all": {
        "neutral": "{openings} open; by their chances, about {expected} of them will be filled within 30 days ({range})",
        "direct": "Expect about {expected} filled within 30 days ({range}); {openings} open",
    },
    "some": {
        "neutral": "{openings} open; of the {of} with a forecast, about {expected} will be filled within 30 days ({range})",
        "direct": "Of the {of} with a forecast, expect about {expected} filled within 30 days ({range}); {openings} open",
    },
}
NEXT_HEADLINE = {
    "one": "{openings} open; the chance that it is filled within 30 days is {chance}",
    "few": "{openings} open; too few cases for a forecast",
    "hold": "{openings} open, all of them on hold",
    "none": "No search is open",
}
SEARCH, SEARCHES = "opening is", "openings are"
OPENINGS_NAMED = ("opening", "openings")
NEXT_MESSAGE = "What is open, what each side waits for, and what is promised."
NEXT_COLUMNS = ("Open search", "Days open", "Filled in 30 days", "In 60 days")
NEXT_BASIS = "{count} open on {day}; a chance needs ten comparable openings, not mostly those of one other agency."
NEEDS = "Needed now: {waiting}"
NEW_PROMISE = "{who} promises: {what}, by {day}"
NEW_ENTERED = "{promise} (new)"

# The same slide of an earlier quarter
THEN_HEADLINE = {
    "all": "{openings} open on {day}; all of them have been filled since, {by_agency} by {agency}",
    "some": "{openings} open on {day}; {filled} of them filled since, {by_agency} by {agency}",
    "unfilled": "{openings} open on {day}; none of them filled since",
    "none": "No search was open on {day}",
}
WAS_OPEN, WERE_OPEN = "opening was", "openings were"
THEN_MESSAGE = (
    "What was open when the quarter ended, and what fell due in the next, as known on {as_of}."
)
THEN_COLUMNS = ("Open on {day}", "Days open then", "Known of it on {as_of}")
THEN_ON_HOLD = "{days}, on hold"
SINCE_THEN = {
    "filled_by_agency": "filled by {agency}, {day}",
    "filled_otherwise": "filled otherwise, {day}",
    "cancelled": "cancelled, {day}",
    "open": "still open",
}
THEN_UNKNOWN = "How likely each was to be filled, and what waited for each side, is known for {as_of} alone, not for {day}"
FELL_DUE = "{who} promised: {what}, by {day}: {state}"
THEN_BASIS = "{count} open on {day}, of the searches given to the agency by then."
THEN_DEFINITION = "Open on that day: opened by then and not yet filled or cancelled. What became of it is told as known on the day of the figures."

# Texts of people
STALE = "The figures have changed since this was written: then “{then}”, now “{now}”. Read it once more."
RELINKED = "Numbers in this text moved with the figures: {numbers}. Read it once more."
MOVED = "{then} → {now}"

# What can't be reviewed
THE_COMPANY = "the company"
NOT_OF_OWN_FILES = "these figures are an agency's own, and a review is made from the company's"
NOT_OF_OWN_FILES_HINT = "Ask HR for your part of its figures, or print the Partnership summary."
NO_QUARTER = "these figures hold no complete quarter yet"
NO_QUARTER_HINT = "A review needs one; it can be made once the quarter is over."
NO_SUCH_QUARTER = "there is no complete quarter {name!r} in these figures"
QUARTERS_ARE = "They are: {known}."
AGENCIES_ARE = "These figures know: {known}."
NO_SUCH_AGENCY = "these figures know no agency {agency!r}"
NOT_HRS_EDITION = "HR's edition is made from HR's figures; these are read as those of {agency}"
NOT_HRS_EDITION_HINT = "Leave --edition away: the agency's edition has the same figures."
FORMAT_OF_ALL = "--format is for --all; for one agency the ending of --out says it: --out {file}."
NO_SUCH_AGENCY_HINT = "Give the agency's id, as the exports write it."

# The workbook's sheets of cases, and who kept a review that no person did
SHEETS = {
    "openings": "Openings, day 60",
    "submissions": "Submissions",
    "offers": "Offers",
    "promises": "Promises",
    "disputes": "Disputes",
    "searches": "Open searches",
}
BY_COMMAND = "command line"
NAMES_ANOTHER = "it names another agency, and the review goes to this one"
NAMES_ANOTHER_HINT = "Say it without the name."
