"""Words of the quarterly review's appendix."""

from partnership.labels import shell

KINDS = {
    "resubmitted": "Sent twice",
    "post_reject": "Sent after a no",
    "collision": "Another agency first",
    "known_here": "HR had them already",
}
KINDS_AXIS = "Submissions"
KINDS_ALT = "Stacked columns of redundant submissions by kind and quarter: {bars}."
KINDS_MESSAGE = "By kind, as each kind has somebody who can prevent it."
KINDS_NONE = "Not one of {submissions} was redundant"
KIND_POINTS = {
    "resubmitted": "Sent twice, sent after a no: the agency can prevent it",
    "collision": "Another agency first: both can, by telling early who searches where",
    "known_here": "HR had them already: HR can, by telling whom it has",
}
OUTCOMES = {
    "accepted": "Accepted",
    "declined": "Declined",
    "expired": "Expired",
    "rescinded": "Taken back",
    "pending": "Waiting",
}
OUTCOMES_AXIS = "Offers, four quarters"
OUTCOMES_ALT = "Bars of what became of the offers: {bars}."
OUTCOMES_MESSAGE = "What became of the offers, and why some were declined."
REASON_COLUMNS = ("Reason for declining", "Offers")
NOBODY_DECLINED = "Nobody declined in these four quarters."
HIRES_HEADLINE = {
    "said": "{share} of {starters} who started stay 90 days",
    "few": "{starters} started; too few followed for 90 days to say a share",
    "none": "Nobody has started in these four quarters",
}
STARTER, STARTERS = "person", "people"
HIRES_MESSAGE = (
    "Who is still here; those who can't have been here so long are counted as far as they got."
)
HIRES_BASIS = "Four quarters: {starters} who started."
HIRES_COLUMNS = ("What", "Figure")
HIRES_ROWS = {
    "starters": "Started in these four quarters",
    "left": "Left since",
    "retained_90": "Stay 90 days",
    "retained_365": "Stay a year",
}
MEETINGS_HEADLINE = {
    "neutral": "{said}; last contact {day}{overdue}",
    "direct": "Last contact {day}{overdue}; {said}",
}
OVERDUE = ", {days} overdue"
NEVER_MET = "no contact on file"
MEETINGS_MESSAGE = "Rhythm and kickoffs; meetings are never scored by their number."
MEETINGS_BASIS = "Four quarters: {days} days, {searches} searches with a kickoff due."
MEETINGS_UNSEEN = "Meetings can't be seen from these files yet"
MEETING_POINTS = {
    "held": "Held {held}, missed {missed}",
    "longest": "Longest silence {days}; agreed is every {interval}",
    "informal": "Last informal contact {day}",
}
LINE_COLUMNS = ("Owed by", "Line", "Four quarters", "Likely range", "Agreed", "What can be said")
LINES_MESSAGE = "Every line of what both sides owe, by the same rules."
LINES_HEADLINE = "Of {lines} agreed lines, {at} clearly at target, {past} clearly {worse}"
SHORT_OF_FLOOR, WORSE = "short of their floor", "worse than their floor or limit"
NONE_OF_THEM = "none"
DISAGREE_HEADLINE = {
    "some": "{disputes} open{and_gap}",
    "none": "Nothing is in dispute{and_gap}",
}
DISPUTE, DISPUTES = "dispute is", "disputes are"
# Of an earlier quarter
DISAGREED_HEADLINE = {
    "some": "{disputes} open on {day}{and_gap}",
    "none": "Nothing was in dispute on {day}{and_gap}",
}
DISPUTE_THEN, DISPUTES_THEN = "dispute was", "disputes were"
GAP = "; on the goals the answers of both sides, from 1 to 5, lie within one point in {of} rounds of the survey"
DISAGREE_MESSAGE = "Said plainly, so that it can be settled here."
DISPUTE_COLUMNS = ("Case", "Search", "Raised by", "Since", "What would be right", "Fee at stake")
CLAIM, NO_CLAIM = "{about}: {claim}", "not said here"
ENTERED_AFTER = "{claim} (entered after these figures)"
ENTERED_BASIS = " Of the disputes, entered after these figures: {count}."
ITEM_POINT = "Survey, rated 4 or 5 (HR by {agency} / {agency} by HR): {items}"
DISAGREE_BASIS = "Disputes open on {day}; {pairs} rounds in which both sides answered on the goals."
ITEMS = {
    "goals": "Goals",
    "roles": "Roles",
    "information": "Information",
    "responsiveness": "Answers",
    "respect": "Respect",
    "result": "Result",
}
NO_LIST = (
    "The two lists of submissions have not been compared: no list of the agency's own was given"
)
DEFINED = {"scorecard": "Score of a side", "fill_forecast": "Filled in 30 days, in 60"}
LISTS_DIFFER = "; the two lists of submissions {differ}{in_doubt}"
LIST_POINT = (
    "{agency}'s own list{name}, {period}: {both} on both lists, {other_day} of them on days more "
    "than one apart; {only_theirs} on {agency}'s alone, {only_ours} on HR's alone{in_doubt}{outside}"
)
LIST_NAMED = " ({name})"
LIST_IN_DOUBT = "; {in_doubt} of its {list_rows} rows could not be compared and may be among HR's"
LIST_OUTSIDE = "; {outside} of its {list_rows} rows outside these days"
LIST_CASES = {
    "only_theirs": "on {agency}'s alone: {lines} {cases} of its file",
    "only_ours": "on HR's alone{or_in_doubt}: {cases}",
    "other_day": "on other days: {cases}",
}
LIST_LINE, LIST_LINES = "line", "lines"
LIST_OR_IN_DOUBT = " or among the rows not compared"
AND_MORE = "and {count} more"
LIST_BASIS = " {rows} of {agency}'s own list, compared on {day}."
LIST_ROW, LIST_ROWS = "row", "rows"
DEFINITION_COLUMNS = ("Number", "Rule")
LIKELY_RANGE = "Likely range: 95 of 100 such ranges hold the true share; of both sides' scores, nine in ten drawings. A dash stands for too few cases."
DEFINITIONS_HEADLINE = "Each number has one rule, the same for both sides"
DEFINITIONS_MESSAGE = "As they are named on the slides before, and counted everywhere."
NOTES_HEADLINE = "Figures as of {day}, {state}"
WHOLE = "every row of the files used"
UNKNOWN = "as HR handed them out"
SET_ASIDE_SOME = "{count} rows of the files set aside"
NOTES_MESSAGE = "What the figures were made from, and what changed."
NOTE_COLUMNS = ("What", "How it is")
NOTES = {
    "as_of": "Figures as of",
    "build": "Version of the figures",
    "version": "Program",
    "window": "Four quarters",
    "sample": "Data",
    "set_aside": "Rows set aside",
    "reply_days": "Reply days agreed",
    "ownership_days": "Ownership of a candidate",
    "interval": "Meeting interval, unless agreed otherwise",
    "fewest": "Fewest cases for a share",
}
WORKING_DAYS = ("working day", "working days")
SETTING_CHANGED = "Rule changed since the last review: {change}"
INVENTED, EXPORTS = shell.ABOUT_INVENTED, "the company's exports"
