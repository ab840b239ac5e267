"""Words of comparing an agency's own list of submissions with ours."""

# Why a row of the list is not compared, or the list as a whole.
NO_ROWS = "{file} has a header and no row"
NO_ROWS_NEXT = (
    "Ask the agency for its list of submissions: a row for each, with the day it was sent."
)
WHICH_SHEET = "{file} has several sheets with rows ({sheets}), and nothing says which is the list"
WHICH_SHEET_NEXT = "Call the sheet with the list `submissions`, or save it as a file of its own."
NO_SUBMISSIONS = "{system} makes no submissions of this file"
MAKE_SOME = "Leave --mapping out to have the list known by its headings, or add submissions.sql."
OF_ANOTHER = "names another agency than the one whose list this is"
NOTHING_TO_KNOW_BY = (
    "has no id of a submission, no e-mail address, and not both a candidate and a search"
)
SAME_ID = "has the id of a submission that an earlier row has"
NOT_USED = "nothing in this row says what to make of it"
OUTSIDE = "lies outside the days that both lists cover ({period})"
UNSEEN = "can only be known by its e-mail address, and these figures hold none"
NOTHING_MATCHED = (
    "not one row of {file} is known to be one of {agency}'s submissions in these figures ({ours}, "
    "{period}), so nothing could be compared: {why}"
)
WHY_NOTHING = {
    "unseen": "{count} can only be known by e-mail addresses, and these figures hold none",
    "only_theirs": "{count} with ids or addresses that these figures do not know",
    "unread": "{count} without a day or without anything to know them by",
    "theirs_outside": "{count} outside these days",
}
NOTHING_MATCHED_NEXT = (
    "Add the submissions' ids to the list, or the candidates' and the searches', as these figures "
    "have them. By e-mail addresses HR can compare it, whose figures may hold them."
)
NOTHING_IN_COMMON = "the two lists have no day in common: theirs covers {theirs}, ours {ours}"
NOTHING_IN_COMMON_NEXT = (
    "Ask the agency for a list of the same months, or update the figures from newer files."
)
NOTHING_OF_THEIRS = (
    "no row of {file} can be compared: {count} refused, the first in line {line}: {reason}"
)
NOTHING_OF_THEIRS_NEXT = "Correct the rows in the list, and compare it again."
NOTHING_OF_OURS = "these figures hold no submission of {agency}"
NOTHING_OF_OURS_NEXT = "Check the agency's id, or update the figures from newer files."
WHICH_AGENCY = "several agencies are in these figures, so say whose list this is"
WHICH_AGENCY_NEXT = "Add --agency ID, one of: {agencies}."
NO_SUCH_AGENCY = "these figures know no agency {agency!r}"
DAYS = "{first} to {last}"

# What is said of two lists that were compared.
COMPARED = "{agency}: {file} against these figures, {period}."
SAY_WHICH = "Say which it is, for this list alone."
SPANS = "The list covers {theirs}, these figures {ours}."
DIFFER = {
    "agree": "agree",
    "some": "differ in {most} {cases}",
    "between": "differ in {fewest} to {most} {cases}",
    "at_most": "differ in at most {most} {cases}",
}
CASE, CASES = "case", "cases"
# Why it is not known more closely.
IN_DOUBT = ": {rows} could not be compared"
ROW, ROWS = "row", "rows"
BETWEEN = "{fewest} to {most}"
IN_ALL = "The two lists {differ}{in_doubt}."
ON_BOTH = "On both lists: {count}, {other_day} of them with days more than one apart."
ONLY_THEIRS = "Only on the agency's list: {count}."
ONLY_OURS = "Only on ours: {count}."
REFUSED = "Rows of the list not compared: {count}, {outside} of them outside these days."
MATCHED = "Matched by the submission's id: {ids}; by candidate and search: {candidates}; by e-mail address: {emails}."
OURS_OUTSIDE = "Of ours, {count} lie outside these days."
NOT_READ = "Other sheets were not read: {sheets}."
KEPT = "Kept, without any name: the review's slide Where we disagree shows it."
BY_COMMAND = "the command `compare`"
NOT_FOR_AN_AGENCY = (
    "--keep with --reader agency:ID is for the agency's own machine; leave one of them out."
)
