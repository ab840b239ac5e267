"""Words of the screen Who is who."""

from dataclasses import dataclass

from partnership.labels import shell

TITLE = shell.WHO_IS_WHO

# Finding
FINDING = "{pairs} could be one person; {judged}."
FINDING_NONE = "No pair of records is in doubt."
PAIR, PAIRS = "pair of records", "pairs of records"
JUDGED_NONE = "nobody has judged any yet"
JUDGED_SOME = "judged so far: {judged}"
JUDGED_ALL = "all of them are judged"
# The queue
QUEUE = "Which pairs"
QUEUES = {
    "review": "To judge",
    "sample": "Check some automatic ones",
    "apart": "Check some left apart",
}
QUEUE_INTRO = {
    "review": "Your verdict goes before every rule, at every update, for ever. Until then nothing is counted as redundant on a suspicion.",
    "sample": "These were taken for one person without anybody looking: a few of each kind, from the plainest to the least plain. "
    "Judging them shows how often the rule is right.",
    "apart": "These were compared and left apart: too little speaks for one person. A few were drawn of those that come nearest. "
    "Judging them shows how many are missed.",
}
PROGRESS = "{done} of {all} judged"
NOTHING_TO_JUDGE = "Nothing to judge"
NOTHING_TO_JUDGE_HINT = {
    "review": "No two records are alike enough to be in doubt.",
    "sample": "No two records were taken for one person.",
    "apart": "No two records were compared and left apart.",
}
ALL_DONE = "All judged"
ALL_DONE_HINT = "Every pair here has its verdict. They count at the next update."
JUDGING_AGAIN = "Judged before: {verdict}. A new verdict takes its place."
CANDIDATE = "Record {id}"
SAME_MARK = "✓ same"
NOT_KNOWN = "not known"
FACTS = {"full_name": "Name", "email": "E-mail", "phone": "Phone", "linkedin": "Profile"}
SENT = "Sent by"
SENT_LINE = "{agency}, {day} · {search}"
SENT_MORE = "and {count} more"
NEVER_SENT = "never put forward"
WOULD_REPEAT = "{submissions} more would be redundant if this is one person."
WOULD_REPEAT_ONE = "1 more submission would be redundant if this is one person."
WOULD_REPEAT_NONE = "No submission would become redundant."
SUBMISSION, SUBMISSIONS = "submission", "submissions"

# Reasons
EVIDENCE = {
    ("surname", "same"): "same surname",
    ("surname", "turned"): "first name and surname turned round",
    ("surname", "near"): "surname nearly the same",
    ("surname", "alike"): "surname alike",
    ("surname", "other"): "other surname",
    ("given_name", "same"): "same first name",
    ("given_name", "nickname"): "first names that can stand for each other",
    ("given_name", "near"): "first name nearly the same",
    ("given_name", "other"): "other first name",
    ("email", "same"): "same e-mail address",
    ("email", "mailbox"): "same name in the e-mail address, at another provider",
    ("email", "typo"): "e-mail address nearly the same",
    ("email", "other"): "other e-mail address",
    ("phone", "same"): "same phone number",
    ("phone", "typo"): "phone number one digit off",
    ("phone", "other"): "other phone number",
    ("linkedin", "same"): "same profile",
    ("linkedin", "other"): "other profile",
    ("birth", "same"): "same birth date",
    ("birth", "typo"): "birth date one digit off",
    ("birth", "near"): "birth date nearly the same",
    ("birth", "other"): "other birth date",
    ("street", "same"): "same street",
    ("street", "near"): "street nearly the same",
    ("street", "alike"): "street alike",
    ("street", "other"): "other street",
    ("place", "same"): "same postcode",
    ("place", "typo"): "postcode one sign off",
    ("place", "other"): "other postcode",
    ("city", "same"): "same city",
    ("city", "near"): "city nearly the same",
    ("city", "other"): "other city",
}
COMPARED_BY = {
    "surname": "surname",
    "given_name": "first name",
    "email": "e-mail address",
    "phone": "phone number",
    "linkedin": "profile",
    "birth": "birth date",
    "street": "street",
    "place": "postcode",
    "city": "city",
}
SAID_ALREADY = "said by the surname already"
RARE, COMMON = "{reason}, and rare here", "{reason}, but common here"
COINCIDENCE = "Weighed together: about 1 in {times} that this is coincidence."
COINCIDENCE_RARE = "Weighed together: less than 1 in a million that this is coincidence."
NO_KEY = "No e-mail address, phone number, profile or birth date is the same, so a person decides."
TAKEN = "Taken for one person by {rule}."
TAKEN_BY = {
    "linkedin": "the same profile",
    "email_and_phone": "the same e-mail address and phone number",
    "email_and_name": "the same e-mail address and names that are alike",
    "phone_and_surname": "the same phone number and surname",
    "probable": "likeness, with one of e-mail address, phone number, profile or birth date the same",
}
RULES = {
    "email_only": "One e-mail address under two different names: a family, a shared mailbox, or one person?",
    "phone_only": "One phone number under two different names: a family, a shared phone, or one person?",
    "linkedin_only": "One profile under two different names.",
    "loose_group": "Alike, but together with others they would make an unlikely group.",
    "linkedin": "The same profile.",
    "email_and_phone": "The same e-mail address and the same phone number.",
    "email_and_name": "The same e-mail address, and names that are alike.",
    "phone_and_surname": "The same phone number and the same surname.",
    "probable": "So alike that they were taken for one person.",
    "alike": "Alike, but not alike enough to be taken for one person.",
    "unlike": "Weighed together, too little for one person.",
    "verdict": "Somebody judged them before.",
}

# Verdicts
VERDICTS = {"same": "One person", "different": "Two people", "unsure": "Can't tell"}
SHORTCUTS = {"same": "1", "different": "2", "unsure": "3"}
VERDICT_ICONS = {"same": "person", "different": "group", "unsure": "help"}
REASON = "Reason (if you like)"
REASON_HINT = "what settled it"
SAVED = "Saved: {verdict} · {names}. Entered after these figures: it counts at the next update."
UNDONE = "Taken back: {names}."
UNDONE_TO = "Taken back: {names}. The verdict before stands again: {verdict}."
UNDO = "Undo the last"
LEAVE = "Leave it as it is"
TAKE_BACK = "Take the verdict back"
NAMES = "{one} and {other}"

# What was judged
JUDGED = "What was judged"
JUDGED_NOTE = (
    "Choose a row to judge the pair again. Of two verdicts on one pair the later one counts."
)
NONE_JUDGED = "Nothing is judged yet."
AFTER_FIGURES = "entered after these figures"
IN_FIGURES = "in these figures"
JUDGED_COLUMNS = (
    "full_name_a", "full_name_b", "person_verdict", "verdict_on", "judged_by", "judged_reason", "counted_in", "candidate_id_a", "candidate_id_b",
)  # fmt: skip
EXPORT = "All verdicts (verdicts.csv)"
EXPORT_NOTE = "To take the verdicts elsewhere: this file, laid among the exports under its name *verdicts.csv*, is read at every import."
PAIRS_TABLE = "The pairs"
PAIR_COLUMNS = (
    "full_name_a",
    "full_name_b",
    "reasons",
    "person_verdict",
    "candidate_id_a",
    "candidate_id_b",
)

# Cards
TO_JUDGE = "To judge"
TO_JUDGE_BASIS = "of {pairs}"
NOW = "Redundant as counted"
NOW_OF = "sent"
NOW_EXPLAINED = "Of all submissions by agencies in these files, those that are redundant today: without any pair that nobody has judged."
AT_MOST = "Redundant at most"
AT_MOST_BASIS = "if all pairs undecided in these figures are one person"
AT_MOST_EXPLAINED = "The upper bound: all submissions that would be redundant if every pair nobody has judged were one person."


@dataclass(frozen=True)
class Share:
    """A share on a card: what it is called, what it is of, how it is counted."""

    label: str
    of: str
    explained: str


QUALITY_CARDS = {
    "right": Share(
        "Rightly taken for one",
        "checked pairs",
        "Of the pairs that were taken for one person without anybody looking and that somebody checked, those that are one. "
        "Each kind of pair counts for as many as there are of it.",
    ),
    "found": Share(
        "Found",
        "said to be one person",
        "Of the pairs that are one person, those that the rules took for one or laid before people. Each judged pair counts for as "
        "many as there are of its kind, those left apart too, so the share is not simply that of the counts below it. It needs some "
        "of those left apart to be judged.",
    ),
    "compared": Share(
        "Compared at all",
        "said to be one person",
        "Of the pairs that somebody said are one person, those whose records were compared: only records that share something "
        "rare are.",
    ),
}
QUALITY = "How good are the links?"
QUALITY_NOTE = "The cards hold what people judged against what the rules alone would say. Verdicts entered after these figures count at the next update."
SHARES = "Of {pairs} in question, {automatic} were taken for one person without anybody looking, {judged} judged by people, {undecided} undecided."
TO_MEASURE = {
    "sample": "{pairs} taken for one person without anybody looking wait to be checked, about {minutes} minutes: then these cards say how often that was right.",
    "apart": "{pairs} left apart wait to be checked, about {minutes} minutes: then they say how much was missed.",
}
JUDGED_SINCE = "Judged after these figures, and counted at the next update: {pairs}."
TO_UPDATE = "Update figures"
CUT_OFF = "Laid out are the {shown} weightiest of {all} pairs; the others follow as these are judged and the figures updated."
NO_PAIRS = "No two records share anything to judge by."

# For analysts
MINUS = "−"
WATERFALL = "What speaks for one person, and how much"
WATERFALL_NOTE = "In powers of two: each step to the right doubles the odds for one person. The doubt is where any two records begin."
DOUBT, SUM = "doubt at the beginning", "sum"
WATERFALL_AXIS = "Weight (doublings of the odds)"
NO_WEIGHT = "This pair was found by its keys alone and has no weights."
LEVELS = "All comparisons and their weights"
LEVELS_NOTE = "m: how often records of one person agree so; u: how often those of two people do. Weight = log2(m / u); for names it moves with how rare the name is here."
LEVEL_COLUMNS = ("comparison", "in_words", "m", "u", "weight")

LINK = "Who is who: {pairs} to judge"
