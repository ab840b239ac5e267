"""Words of the Offers screen."""

from partnership.labels import shell

TITLE = shell.OFFERS

# Finding
FINDING = "{accepted} of {answered} answered offers were accepted{started}."
STARTED = "; {reneged} of those who accepted never started"
ALL_STARTED = "; nobody who accepted stayed away"
FEW = "{accepted} of {answered} answered offers were accepted: too few for a share."
NONE_ANSWERED = "No offer of this period has been answered yet."

# Cards
ACCEPTED = "Offers accepted"
ACCEPTED_OF = "answered"
ACCEPTED_EXPLAINED = (
    "Of the offers that got an answer, the share that was accepted. Offers still waiting and those we took back "
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
OUTCOMES = "What became of our offers"
OUTCOMES_NOTE = "By the quarter the offer was made; offers still waiting are shown as waiting."
OFFERS_AXIS = "Offers"
CASES = "Show the offers behind this"
TREND = "Offers accepted, quarter by quarter"
TREND_NOTE = "Of the answered ones; the line on each dot is its likely range."
ACCEPTED_AXIS = "Accepted, % of answered"
REASONS = "Why offers were declined"
REASONS_NOTE = "{offers}, one reason each. *Unknown* means nobody wrote one down."
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
TABLE = "Offers, group by group"
DECLINED_ONE, DECLINED_MANY = "declined offer", "declined offers"

RATE_COLUMNS = (
    "label",
    "accepted",
    "answered",
    "acceptance_rate",
    "acceptance_low",
    "acceptance_high",
)
OUTCOME_COLUMNS = ("label", "accepted", "declined", "expired", "rescinded", "pending")
REASON_COLUMNS = ("reason", "offers", "share")
TABLE_COLUMNS = (
    "label", "extended", "accepted", "declined", "expired", "rescinded", "pending", "acceptance_rate",
    "started", "reneged", "net_acceptance_rate",
)  # fmt: skip
CASE_COLUMNS = (
    "search_id", "title", "department", "agency_name", "extended_on", "answered_on", "days_to_answer", "outcome",
    "decline_reason", "negotiation_led_by", "starts_on", "is_started", "is_reneged",
)  # fmt: skip
