"""Words of two lists of submissions beside one another, on screen."""

FILE = "The agency's list"
FINDING = "{agency}'s list and HR's {differ} from {first} to {last}{in_doubt}."
SPANS = "The list covers {theirs}, HR's figures {ours}; compared are the days that both cover. Matched by the submission's id {ids}, by candidate and search {candidates}, by e-mail address {emails}."
NOT_READ = "Other sheets were not read: {sheets}."
BOTH, OTHER_DAY = "On both lists", "Days differ"
ONLY_THEIRS, ONLY_OURS, REFUSED = "Only on {agency}'s list", "Only on HR's list", "Not compared"
OF_ROWS = "of {rows} in the list"
OF_BOTH = "of {both} on both, more than one day apart"
OF_OURS = "of {ours} of HR's in these days"
NOTES = {
    "other_day": "More than one day apart: one is a matter of time zones and of evenings.",
    "only_theirs": "The agency lists them, HR's files do not hold them, or hold nothing to know them by.",
    "only_ours": "HR's files hold them, the agency's list does not; rows that were not compared may be among them.",
    "refused": "What is corrected in the list can be compared again.",
    "both": "",
}
NONE = "No row."
MATCHED_BY = {
    "submission_id": "the submission's id",
    "candidate_and_search": "candidate and search",
    "email_and_search": "e-mail address and search",
    "email": "e-mail address",
}
KEEP = "Keep for the review"
KEPT = "Kept: {agency}, {name}. The review's slide Where we disagree shows it"
KEPT_TITLE = "Kept comparisons"
NOTHING_KEPT = (
    "None yet. What is kept stands on the slide *Where we disagree* of the quarterly review."
)
