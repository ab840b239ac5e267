"""Words of the screen Do hires stay?"""

from partnership.labels import shell

TITLE = shell.HIRES

# Finding
FINDING = "{parts}."
STAYED_90 = "{stayed} of {started} hires were still here after 90 days"
STAYED_365 = "{stayed} of {started} after a year"
LEFT_WITHIN = "{left} left within [the agency]'s guarantee"
ONE_LEFT_WITHIN = "1 left within [the agency]'s guarantee"
NONE_LEFT_WITHIN = "nobody left within [an agency]'s guarantee"
UNSEEN = "Who left can't be seen from these files: of a hire they say nothing but the first day."
TOO_EARLY = "It is too early to say who stays: nobody reached day 90 in this period."

# Cards
STAY_90 = "Still here after 90 days"
STAY_365 = "Still here after a year"
STAY_OF = "hires"
STAY_90_EXPLAINED = (
    "Of the people whose 90th day fell in the period, the share who had not resigned, been dismissed or left without a reason "
    "by then. A redundancy or the end of a fixed term is no leaving."
)
STAY_365_EXPLAINED = "The same for day 365: the people whose first year ended in the period, so other people than those of the 90 days."
GUARANTEE = "Left within guarantee"
GUARANTEE_BASIS = "{left} of {started} hires"
GUARANTEE_SO_FAR = "{left} of {started} hires so far"
GUARANTEE_RUNNING = "{running} guarantees still run"
ONE_GUARANTEE_RUNNING = "1 guarantee still runs"
IN_PART = "{runs}, counted in part"
GUARANTEE_EXPLAINED = (
    "Of [an agency]'s hires of this period, the share who leave before their guarantee ends. Guarantees that still run count for as "
    "long as they have run, so the share is more than the plain one of those who have left so far."
)
TO_CLAIM = "{count} to claim, the first by {day}"
NOTHING_TO_CLAIM = "no claim is open now"
EARLY = "too early"
RATING = "Managers content"
RATING_OF = "rated hires"
RATING_ANSWERED = "{share} of {asked} were rated"
RATING_EXPLAINED = (
    "Of the hires of this period that their manager rated, the share rated 4 or 5 of 5. Were all silent managers discontent it would "
    "be {least} of all, were they all content {most}."
)
RATING_EXPLAINED_SHORT = (
    "Of the hires of this period that their manager rated, the share rated 4 or 5 of 5."
)
FEE = "Fee per hire"
FEE_OF = "{hires}"
HIRE, HIRES = "hire", "hires"
FEE_MORE = "{amount} ({hires})"
PROVISIONAL = "provisional: {running}"
WITHOUT_FEE = "{hires} without a fee on file"
NO_FEES = "can't be seen from these files"
FEE_EXPLAINED = (
    "Agency fees of this period's hires by their number; amounts of different currencies are never added. While a guarantee runs the "
    "fee may come back, so the figure is provisional."
)

# Charts
CURVE = "Who is still here, day by day"
CURVE_NOTE = "{starters} who started in this period; everybody counts for as long as they have been here. The first two cards are of other people: those whose 90th day, or first year, ended in the period.{floor}"
STARTER, STARTERS = "person", "people"
CURVE_EARLY = " Hatched: too early, fewer than {few} of them have been here so long."
CURVE_TOO_FEW = "Only {starters} started: too few for a curve. The panel below lists them."
CASES = "The people behind the curve"
BY_QUARTER_90 = "After 90 days, by the quarter they started"
BY_QUARTER_365 = "After a year, by the quarter they started"
BY_QUARTER_NOTE = (
    "Whatever the period. Hatched: too early, not everyone of that quarter has been here so long."
)
STAYED_AXIS = "Still here, %"
OWED = "Left within the guarantee: what is owed, and until when"
OWED_NOTE = (
    "A refund or a replacement, as the contract says; to be claimed by the last day of the guarantee unless it gives longer. The files "
    "don't say whether it was paid.{fees}"
)
OWED_FEES = " Fees of those who are not being replaced: {fees}."
NOBODY_OWED = "Nobody who started in this period left within [an agency]'s guarantee, and no earlier claim is open."
OPEN_CLAIM = "▲ {days} left to claim"
LAST_DAY = "▲ last day to claim"
REPLACED = "● being replaced"
PASSED = "– last day has passed"
COMPARE = "Compare"
GROUPS = {"agency": "Agencies", "department": "Departments", "client": "Clients"}
COMPARISON = {
    "agency": "Still here after 90 days, by agency",
    "department": "Still here after 90 days, by department",
    "client": "Still here after 90 days, by client",
}
COMPARISON_NOTE = "People whose 90th day fell in this period. Where two thin lines overlap widely, the difference could be chance."
RATINGS = "How managers rated the hires"
RATINGS_NOTE = "Hires of this period, from 1 (worst) to 5 (best), by the quarter they started."
RATINGS_AXIS = "Rated hires"
RATED = {"rated_1": "1", "rated_2": "2", "rated_3": "3", "rated_4": "4", "rated_5": "5"}
TABLE = "Hires, group by group"
TABLE_NOTE = (
    "After 90 days and after a year: of those who reached that day in this period. All else is of those who started in it. "
    "On fewer than [fewest for a share] cases there is no percentage."
)

CURVE_COLUMNS = ("day", "at_risk", "retained", "low", "high", "ended_otherwise")
QUARTER_COLUMNS_90 = (
    "label", "retained_90_rate", "retained_90_rate_of", "retained_90_low", "retained_90_high", "is_final_90",
)  # fmt: skip
QUARTER_COLUMNS_365 = (
    "label", "retained_365_rate", "retained_365_rate_of", "retained_365_low", "retained_365_high", "is_final_365",
)  # fmt: skip
STAY_COLUMNS = (
    "label",
    "retained_90_rate",
    "retained_90_rate_of",
    "retained_90_low",
    "retained_90_high",
)
RATING_COLUMNS = (
    "label", "favourable_rate", "favourable_rate_of", "rated_1", "rated_2", "rated_3", "rated_4", "rated_5", "asked",
)  # fmt: skip
OWED_COLUMNS = (
    "state", "claim_by", "fee", "agency_name", "title", "started_on", "left_on", "days_here", "leave_reason", "search_id",
)  # fmt: skip
TABLE_COLUMNS = (
    "label", "retained_90_rate", "retained_90_rate_of", "retained_365_rate", "retained_365_rate_of", "left_within", "fall_off_rate",
    "still_running", "favourable_rate", "favourable_rate_of", "fee_each",
)  # fmt: skip
CASE_COLUMNS = (
    "title", "search_id", "agency_name", "channel", "started_on", "left_on", "leave_reason", "days_here", "guarantee_until",
    "manager_rating", "fee_amount", "currency", "department", "exclusion_reason",
)  # fmt: skip
