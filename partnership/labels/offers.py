"""Words of the Offers screen."""

from partnership.labels import shell

TITLE = shell.OFFERS
DO_HIRES_STAY = shell.HIRES

# Finding
FINDING = "{accepted} of {answered} answered offers were accepted{started}."
FINDING_ONE = "1 of {answered} answered offers was accepted{started}."
STARTED = "; {reneged} of those who accepted never started"
ALL_STARTED = "; nobody who accepted stayed away"
FEW = "{accepted} of {answered} answered offers accepted: too few for a share."
ONLY_ONE = "The only answered offer was {outcome}: too few for a share."
WAS_ACCEPTED, WAS_NOT = "accepted", "not accepted"
NONE_ANSWERED = "No offer of this period has been answered yet."

# Cards
ACCEPTED = "Offers accepted"
ACCEPTED_OF = "answered"
ACCEPTED_EXPLAINED = (
    "Of the offers that got an answer, the share that was accepted. Offers still waiting and those taken back "
    "before an answer are listed, not counted."
)
NET = "Accepted and started"
NET_OF = "decided"
NET_EXPLAINED = (
    "Of the offers whose outcome is known to the end, the share of people who really started. Accepted offers whose "
    "first day has not come yet are left out."
)
RENEGED = "Never started"
RENEGED_BASIS = "of {due} due to start"
RENEGED_EXPLAINED = "People who accepted, and then did not come."
HALF = "Half accepted after"
HALF_BASIS = "{offers} offers, {lost} lost, {pending} waiting"
HALF_EXPLAINED = (
    "The first day by which half of all these offers were accepted. Declined ones count as never."
)
PENDING = "Waiting for an answer"
PENDING_BASIS = "of {extended} offers"

# Charts
OUTCOMES = "What became of the offers"
OUTCOMES_NOTE = "By the quarter the offer was made; offers still waiting are shown as waiting."
OFFERS_AXIS = "Offers"
CASES = "The offers behind this"
TREND = "Offers accepted, quarter by quarter"
TREND_NOTE = "Of the answered ones; the line on each dot is its likely range."
ACCEPTED_AXIS = "Accepted, % of answered"
REASONS = "Why offers were declined"
REASONS_NOTE = "{offers}, one reason each. *Not given* means nobody wrote one down."
REASONS_AXIS = "Share of declined offers, %"
COMPARE = "Compare"
COMPARISON = {
    "agency": "Offers accepted, by agency",
    "department": "Offers accepted, by department",
    "client": "Offers accepted, by client",
}
GROUPS = {"agency": "Agencies", "department": "Departments", "client": "Clients"}
COMPARISON_NOTE = (
    "The thin line is the likely range: where two overlap widely, the difference could be chance."
)
BY_LEAD = "Offers accepted, by who negotiated"
BY_LEAD_NOTE = "An association, not a proof: who negotiates may depend on how hard the case is."
NEGOTIATED = "How they were negotiated"
LED = "Led by [the agency]"
LED_OF = "negotiated"
LED_REST = "{none} not negotiated, {unknown} not said"
LED_EXPLAINED = "Of the offers to agency candidates that somebody negotiated, the share in which [the agency] did."
COUNTER = "Lost to a counter-offer"
COUNTER_OF = "lost"
COUNTER_REST = "{without} without a reason"
COUNTER_EXPLAINED = (
    "Of the offers that were declined, or accepted and then gone back on, the share that names the present employer's counter-offer. "
    "Those without a reason count as not naming one."
)
PAY = "Pay as expected"
PAY_OF = "accepted"
PAY_REST = "half are {difference} away or less"
PAY_EXPLAINED = (
    "Of the accepted offers to agency candidates with both amounts on file, the share whose pay lay at most 5 % from what the agency "
    "had said the candidate expects."
)
FIRST_DAY = "First day after the yes"
FIRST_DAY_BASIS = "{accepted} accepted, {planned} still to start"
FIRST_DAY_MIDDLE = "half between {low} and {high}"
FIRST_DAY_EXPLAINED = "Days from the yes to the first day, the middle value; planned first days count. Most of it is notice, so it is never scored."
TERMS = "More than the standard, granted"
TERMS_NOTE = "Of the offers in which it was asked for. How much to give is a matter of agreement; when a wish was answered is in no file."
TERMS_AXIS = "Granted, % of asked"
ANY_TERM = "any of them"
TERMS_UNSEEN = "What was asked for and granted can't be seen from these files."
NO_TERMS = "Nobody asked for more than the standard terms in this period."
STARTS = "First day after the yes, by country"
STARTS_NOTE = "Accepted offers by the day of the yes; most of it is the notice period that the law of a country sets."
COUNTRY = "country"
TABLE = "Offers, group by group"
TABLE_NOTE = (
    "The most offers first. Started share: of the offers decided to the end, without those who accepted and have their first day "
    "still ahead. On fewer than [fewest for a share] cases there is no percentage."
)
DECLINED_ONE, DECLINED_MANY = "declined offer", "declined offers"

RATE_COLUMNS = (
    "label",
    "acceptance_rate",
    "acceptance_rate_of",
    "acceptance_low",
    "acceptance_high",
)
OUTCOME_COLUMNS = ("label", "accepted", "declined", "expired", "rescinded", "pending")
TERM_COLUMNS = ("term", "granted_rate", "granted_rate_of", "granted_low", "granted_high")
START_COLUMNS = (
    "label", "accepted", "middle_days", "third_quarter_days", "middle_from_opening", "planned",
)  # fmt: skip
REASON_COLUMNS = ("reason", "share", "share_of")
TABLE_COLUMNS = (
    "label", "extended", "acceptance_rate", "acceptance_rate_of", "net_acceptance_rate", "net_acceptance_rate_of",
    "reneged", "declined", "expired", "rescinded", "pending",
)  # fmt: skip
CASE_COLUMNS = (
    "search_id", "title", "agency_name", "extended_on", "answered_on", "days_to_answer", "outcome", "decline_reason",
    "negotiation_led_by", "starts_on", "is_started", "is_reneged", "department",
)  # fmt: skip
