"""Words of the list of what waits, of its ticks and of its e-mails."""

TITLE = "Waiting, as of {day}"
NOTE = "For {client_name}: {client}; for {agency_name}: {agency}. Answers first, then promises, the oldest first. A tick takes a line off, it moves no figure."
NONE = "none"
HR_SIDE = "HR and the business leader"
ENDED_ONE = "1 more waits although its search has ended; it is not listed."
ENDED_MANY = "{count} more wait although their search has ended; they are not listed."
TICKED_COUNT = "{count} ticked as answered since, at the end of the list."
NOTHING = "Nothing waits, for neither side."

OWNERS = {"hr": "HR", "business_leader": "business leader"}
IN_A_SENTENCE = {"business leader": "the business leader"}
NEXT_STEPS = {
    "profile": "say yes or no, with the reason",
    "invite": "invite, or say why not",
    "feedback": "give the feedback, or say when it comes",
    "extend": "make the offer, or say when it comes",
    "promise": "keep the promise, or agree on a new day",
    "request": "answer the question",
    "brief": "send a first candidate, or say that none will come",
    "offer": "ask the candidate for an answer",
}
TICKED = "✓ answered since, entered after these figures"
CONTRADICTED = "▲ ticked on {day}, still waiting in these files"
COLUMNS = (
    "waiting_days", "waiting_for", "waits_on", "state", "next_step", "who_waits", "subject", "since_on", "due_by",
    "submission_id", "search_id", "candidate_id", "hr_partner", "business_leader", "client_name",
)  # fmt: skip
# What an A4 page holds beside each other; a wall holds less.
ON_PAPER = (
    "waits_on", "waiting_for", "waiting_days", "state", "next_step", "who_waits", "subject", "submission_id", "search_id",
    "hr_partner", "business_leader",
)  # fmt: skip
ON_A_WALL = ("waits_on", "waiting_for", "waiting_days", "state", "subject")
NOT_KEPT = "The tick was not kept."

TO_RECORDS = "Kept promises and answers: type them on Records"

# E-mail
COPY = "Copy as e-mail"
COPY_FOR = "For"
COPY_NOTE = "Without names of candidates: whoever gets it finds them by the numbers. The button at the upper right copies it."
SUBJECT = "Subject: waiting for {owner} as of {day} ({count})"
GREETING = "Hello,"
INTRO_ONE = "as of {day} this waits for {owner}:"
INTRO = "as of {day} these {count} wait for {owner}, answers first, then promises, the oldest of each first:"
LINE = "{number}. {what}: {days}{late}"
LATE = ", past its day"
DUE = ", due by {day}"
REFERENCE = "   {refs}"
STEP = "   Next step: {step}."
SUBMISSION, SEARCH, PROMISE, QUESTION, OFFER, CLIENT, PARTNER = (
    "submission {id}", "search {id}", "promise {id}", "question {id}", "offer {id}", "client {id}", "agency {id}",
)  # fmt: skip
FOOT = "Working days are counted to {day}; what was answered since is not known here."
