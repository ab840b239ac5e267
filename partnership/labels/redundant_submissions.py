"""Words of the Redundant submissions screen."""

from partnership.labels import shell

TITLE = shell.REDUNDANT_SUBMISSIONS

# Finding
FINDING = "{redundant} of {submissions} were redundant; most often, {kind}."
FINDING_ONE = "1 of {submissions} was redundant: {kind}."
FINDING_NONE = "Not one of {submissions} was redundant."
FINDING_OWN = (
    "{twice} of {submissions} we had sent before; other kinds can't be seen from these files."
)
ONLY_ONE = "The only submission was redundant: {kind}."
ONLY_ONE_NEW = "The only submission was not redundant."
SUBMISSION, SUBMISSIONS = "submission", "submissions"
KIND_IN_SENTENCE = {
    "resubmitted": "the same person was sent twice by the same agency",
    "post_reject": "a person came again after a no",
    "collision": "another agency had sent the person first",
    "known_here": "HR already had the person for that search",
}

# Cards
RATE = "Redundant"
RATE_OF = "sent"
RATE_EXPLAINED = (
    "Of all submissions by [agencies], those of a person who was already there for that search. "
    "Two records are one person when they share an e-mail, a phone number or a profile link; a name alone is never enough."
)
KINDS = {
    "resubmitted": "Sent twice",
    "post_reject": "Sent after a no",
    "collision": "Other agency first",
    "known_here": "Known to HR here",
}
KIND_EXPLAINED = {
    "resubmitted": "The same agency sent the same person for the same search again, within its ownership period.",
    "post_reject": "Somebody had already said no to this person on this search.",
    "collision": "Another agency had sent the person first and owns the introduction under the rule that is set.",
    "known_here": "The person had already applied for this search, was referred, or works here.",
}
KIND_BASIS = "of {submissions}"
PREVENTED_BY = {
    "resubmitted": "[the agency] could prevent it",
    "post_reject": "[the agency] could prevent it",
    "collision": "both sides could prevent it",
    "known_here": "[share who has applied]",
}
REVIEW = "Not sure yet"
REVIEW_BASIS = "could be repeats of a person"
REVIEW_AT_MOST = "if all are: {count} redundant, {share}"
TO_JUDGE = "Judge who is who: {submissions} hang on it"
REVIEW_EXPLAINED = (
    "These may be repeats of a person. They are in no other number until somebody has looked."
)

# Charts
BY_QUARTER = "Redundant submissions by kind, quarter by quarter"
BY_QUARTER_NOTE = "By the quarter they were received."
SUBMISSIONS_AXIS = "Redundant submissions"
CASES = "The redundant submissions"
TREND = "Redundant share, quarter by quarter"
TREND_NOTE = "Of all submissions by [agencies]; the line on each dot is its likely range."
RATE_AXIS = "Redundant, % of submissions"
COMPARE = "Compare"
COMPARISON = {
    "agency": "Redundant share, by agency",
    "department": "Redundant share, by department",
    "role_family": "Redundant share, by role family",
    "client": "Redundant share, by client",
}
GROUPS = {
    "agency": "Agencies",
    "department": "Departments",
    "role_family": "Role families",
    "client": "Clients",
}
COMPARISON_NOTE = "More agencies on one search mean more of these by themselves. The thin line is the likely range."
KINDS_BY_GROUP = "Which kind, group by group"
KINDS_NOTE = "Counts; the first of the kinds that fits, in the order of the legend."
FUNNEL = "What becomes of what is sent"
FUNNEL_NOTE = (
    "Submissions that got at least this far, of those in the step before; redundant ones stay out."
)
FUNNEL_AXIS = "Submissions"
FUNNEL_STEPS = {
    "submissions": "new to HR",
    "interviewed": "interviewed",
    "offered": "offered",
    "accepted": "accepted",
    "started": "started",
}
ALL_SENT = "Everything that was sent, and how far it got"
SENT_COLUMNS = (
    "submission_id", "agency_name", "title", "received_on", "furthest_step", "redundancy_class", "candidate_id", "search_id",
    "client_name", "has_consent",
)  # fmt: skip
WITHOUT_CONSENT = "What was sent without a consent on record"
CONSENT_COLUMNS = (
    "submission_id", "agency_name", "title", "since_on", "candidate_id", "search_id", "client_name",
)  # fmt: skip
OWNERS = "Likely owners, where a person came more than once"
OWNERS_NOTE = "Under the rule that is set; the contract and the candidate's consent decide."
TO_OWNERS = "Likely owner: each case, and its dossier"
PERSON, PERSONS = "more person", "more persons"
NOT_OWNED = "{persons} came more than once and no agency is the owner: we already knew them for that search, or had said no."
FEES_DISPUTED = "Fees of hires that more than one agency sent: {fees}."
BESIDE = "Hours, consent and disputed fees"
MINUTES = "Reading one takes"
MINUTES_OF = "{minutes} minutes"
MINUTES_OFFERED = (10, 15, 20, 30, 45, 60)
MINUTES_ASSUMED = 30
HOURS = "Hours of reading"
HOURS_VALUE = "{hours} hours"
HOURS_BASIS = "{redundant} redundant, {minutes} minutes each"
HOURS_NOTE = "the minutes are an assumption"
HOURS_EXPLAINED = (
    "What reading the redundant submissions of this period took, on both sides together: their number times the minutes beside it. "
    "Nobody measured the minutes; choose what fits."
)
CONSENT = "Consent on record"
CONSENT_OF = "sent"
CONSENT_EXPLAINED = (
    "Of the submissions by [agencies], the share that came with the candidate's consent on record. Whether consent is needed is for the "
    "law of the place to say."
)
FEES = "Fees disputed"
FEES_BASIS = "raised in this period, {open} still open"
FEES_DAYS = "half settled after {days}"
FEES_EXPLAINED = (
    "Disputes about ownership, a date or a fee that were raised in the period, and the fees at stake in those still open. Amounts of "
    "different currencies are never added."
)
FEES_AT_STAKE = "{fees} at stake"
DISPUTE, DISPUTED = "dispute", "disputes"
DISPUTES = "Open disputes"
DISPUTES_NOTE = "All that are open, whenever they were raised; the card above has those of the period. Fees at stake: {fees}."
DISPUTES_WITHOUT_FEE = (
    "All that are open, whenever they were raised. No fee is named in these disputes."
)
NO_DISPUTES = "No dispute is open."
DISPUTE_COLUMNS = (
    "raised_on",
    "agency_name",
    "title",
    "search_id",
    "about",
    "raised_by",
    "fee",
    "dispute_id",
)
PAIRS = "Which agencies send the same people"
PAIRS_NOTE = "Pairs that were briefed on the same searches; the pair that did it most often first."

RATE_COLUMNS = (
    "label",
    "redundancy_rate",
    "redundancy_rate_of",
    "redundancy_low",
    "redundancy_high",
)
KIND_COLUMNS = (
    "label", "submissions", "redundant", "resubmitted", "post_reject", "collision", "known_here", "known_elsewhere", "unreviewed",
)  # fmt: skip
CASE_COLUMNS = (
    "received_on", "agency_name", "title", "search_id", "redundancy_class", "submission_id", "earlier_submission_id",
    "days_after_earlier", "owner_agency_name", "owned_until", "has_consent",
)  # fmt: skip
FUNNEL_COLUMNS = ("label", "count", "step_share", "step_share_of")
OWNER_COLUMNS = (
    "title",
    "candidate_id",
    "owner_agency_id",
    "agency_ids",
    "owned_until",
    "needs_decision",
    "fee",
    "is_owned",
    "submissions",
    "redundant",
    "search_id",
)
PAIR_COLUMNS = (
    "agency_id_a",
    "agency_id_b",
    "shared_searches",
    "searches_with_collisions",
    "collisions",
)
