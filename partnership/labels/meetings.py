"""Words of the Meetings screen."""

from partnership.labels import shell

TITLE = shell.MEETINGS
LOG_A_MEETING = "Log a meeting"
KICKOFF_SHEET = shell.KICKOFF_SHEET

# Finding
FINDING = "Of {partnerships}, {overdue} overdue for a meeting; the longest running silence is {days}, with {agency}."
FINDING_NONE = "All {partnerships} are in touch as agreed; the longest running silence is {days}, with {agency}."
FINDING_ONE = "{agency} is overdue for a meeting: silent for {days}."
FINDING_ONE_NONE = "{agency} is in touch as agreed: silent for {days}."
ONE_IS, MANY_ARE = "1 is", "{count} are"
PARTNERSHIP, PARTNERSHIPS = "partnership", "partnerships"

# Cards
IN_TOUCH = "In touch as agreed"
IN_TOUCH_OF = "days"
IN_TOUCH_EXPLAINED = (
    "The share of days on which the last meeting was not longer ago than agreed. Holding many meetings at once does not help: "
    "only days count."
)
KICKOFF = "Kickoff held"
KICKOFF_OF = "searches"
KICKOFF_EXPLAINED = (
    "Of the searches given to an agency, the share that began with a kickoff: within 10 working days of the brief, and not after "
    "the agency's first candidate."
)
ALL_THREE = "Kickoff, all three"
ALL_THREE_EXPLAINED = "The same, with HR, the agency and the business leader all there."
LEAD = "Kickoff after"
LEAD_BASIS = "working days, for half of {briefs} briefs"
LEAD_LATE = "{late} of {held} came after the first candidate"
LEAD_EXPLAINED = "The working day by which half of the briefs had their kickoff. Briefs still without one count as waiting."
OVERDUE = "Overdue"
OVERDUE_BASIS = "of {partnerships}"
# Of one partnership there is nothing to count.
NEXT_MEETING, NOT_DUE = "Next meeting", "not due"
DUE_BY, IN_TIME = "due by {day}", "in time"
NEXT_EXPLAINED = "The agreed number of days after the last one, formal or informal, at the end of the period, or on the day of the figures where that is earlier."
OVERDUE_EXPLAINED = "Partnerships whose last meeting was longer ago than agreed at the end of the period, or on the day of the figures where that is earlier."
INFORMAL = "Informal"
INFORMAL_BASIS = "{informal} of {held} logged meetings"
INFORMAL_NOTE = "shown, never scored"
INFORMAL_EXPLAINED = (
    "Coffee counts as contact. Informal meetings are often not logged, so this has no target."
)
WORKING_DAYS = "{days} working days"
WORKING_DAY = "1 working day"

# Charts
STRIP = "Every meeting, and every silence from the day the agreed interval ended"
MEETINGS_BEHIND = "The meetings behind this"
SILENCES_BEHIND = "The silences"
TREND = "In touch as agreed, quarter by quarter"
TREND_NOTE = "Days on which the last meeting was not longer ago than agreed."
IN_TOUCH_AXIS = "Days in touch, %"
# To one agency, which has no others to stand among.
TABLE_OF_ONE = "The last meeting, and when the next is due"
TABLE_NOTE_OF_ONE = "Next due: the last meeting plus the agreed days. Middle and longest silence, and the meetings held and missed, are those of this period; a silence still running counts as running."
COMPARISON = "In touch as agreed, by agency"
COMPARISON_NOTE = "Each bar counts the days since the agency's first brief, inside the period."
KICKOFFS = "Kickoff with all three, by agency"
KICKOFFS_NOTE = (
    "The thin line is the likely range: where two overlap widely, the difference could be chance."
)
KICKOFFS_AXIS = "Searches with a kickoff of all three, %"
BRIEFS_BEHIND = "The searches behind this"
TABLE = "Partnerships: who is due"
TABLE_NOTE = (
    "Overdue first. Next due: the last meeting plus the agreed days. Middle and longest silence, and the meetings "
    "held and missed, are those of this period; a silence still running counts as running."
)
KICKOFF_TABLE = "Kickoffs, group by group"

RHYTHM_COLUMNS = ("label", "rhythm_coverage", "rhythm_coverage_of")
STRIP_COLUMNS = ("agency_name", "met_on", "kind", "formality", "status")
KICKOFF_COLUMNS = (
    "label",
    "tri_party_rate",
    "tri_party_rate_of",
    "tri_party_low",
    "tri_party_high",
    "kickoffs",
)
TABLE_COLUMNS = (
    "agency_name", "client_name", "state", "last_contact_on", "next_due_on", "silent_days", "interval_days",
    "median_gap_days", "longest_gap_days", "last_informal_on", "held", "missed",
)  # fmt: skip
MEETING_COLUMNS = (
    "agency_name", "met_on", "kind", "formality", "status", "has_hr", "has_agency", "has_business_leader", "title", "topics",
    "meeting_id",
)  # fmt: skip
GAP_COLUMNS = (
    "agency_name",
    "gap_start",
    "gap_end",
    "starts_with",
    "silent_days",
    "interval_days",
    "uncovered_days",
)
BRIEF_COLUMNS = (
    "search_id", "title", "agency_name", "briefed_on", "kickoff_on", "kickoff_lead_days", "first_submission_on",
    "has_kickoff", "has_tri_party_kickoff",
)  # fmt: skip
STATE_OVERDUE = "▲ overdue by {days}"
STATE_IN_TOUCH = "● in touch"
STATE_RELEASED = "– no open brief"
