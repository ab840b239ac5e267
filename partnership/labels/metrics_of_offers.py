"""What the metrics of offers, hires, fees and consent mean, in words."""

from partnership.labels.definition import SURVIVAL, WILSON, Definition

DEFINITIONS = {
    "retention": Definition(
        "Do hires stay?",
        "Of the people who really started, the share who had not left of their own will, been dismissed or left "
        "without a reason given by day 90 and day 365. Who is still there counts for as long as they have been; a "
        "redundancy or the end of a fixed term ends a stay and is no leaving.",
        "everyone who has started, by the day of the start",
        "starts that contradict themselves; nothing is said for a day that nobody has been followed to, or where the files "
        "say nothing of a hire but the first day",
        "share of starters; calendar days",
        SURVIVAL,
    ),
    "retention_curve": Definition(
        "Still here by day",
        "For each day after the start, the share of those who started that had not left.",
        "everyone who has started, by the day of the start",
        "starts that contradict themselves",
        "share of starters",
        SURVIVAL,
    ),
    "guarantee_leavers": Definition(
        "Left within the guarantee",
        "The share of an agency's hires who leave before their guarantee has ended, its last day included. For each of "
        "them the fee is at stake, as a refund or a replacement; the contract says which.",
        "hires through agencies that give a guarantee, by the day of the start",
        "a redundancy or the end of a fixed term is no fall; guarantees still running count for as long as they have run",
        "share of hires with a guarantee",
        SURVIVAL,
    ),
    "manager_rating": Definition(
        "Managers content with the hire",
        "Of the hires that were rated, the share rated 4 or 5 of 5. Many managers say nothing, so the share of answers "
        "stands beside it, and what the figure would be of all hires if the silent ones were all content, or none.",
        "everyone who started 30 days ago or more, and whoever was rated sooner, by the day of the start",
        "starts that contradict themselves",
        "share of rated hires",
        WILSON,
    ),
    "cost_per_hire": Definition(
        "Fees per hire",
        "The agency fees of a period's hires, divided by those hires. Amounts of different currencies are never added. "
        "While a guarantee runs the fee may yet come back, so the figure is provisional.",
        "hires through agencies with a fee and its currency on file, by the day of the start",
        "hires without a fee on file; they are counted apart",
        "amount of money, each currency for itself",
    ),
    "terms_granted": Definition(
        "Terms asked for and granted",
        "Of the offers where somebody asked for more than the standard terms, the share where at least one was granted, "
        "and the same for each term. Pay counts where it is named, or where the amount lies above the standard pay.",
        "the latest offer of each submission, by the day it was made",
        "offers where nothing beyond the standard was asked for",
        "share of offers with such a wish",
        WILSON,
    ),
    "negotiation_lead": Definition(
        "Who led the negotiation",
        "Of the negotiated offers to an agency's candidates, the share that the agency led.",
        "the latest offer of each agency submission, by the day it was made",
        "offers that nobody negotiated and those that don't say who did; both are counted apart",
        "share of negotiated offers",
        WILSON,
    ),
    "counter_offers": Definition(
        "Lost to a counter-offer",
        "Of the offers that were declined, or accepted and then gone back on, the share that names a counter-offer by "
        "the present employer as the reason.",
        "offers lost, by the day they were made",
        "those without a reason count as not naming one, and are counted apart",
        "share of lost offers",
        WILSON,
    ),
    "pay_expectation": Definition(
        "Pay as the agency expected",
        "How far the accepted pay lay from what the agency had said the candidate expects: the middle difference, and "
        "the share at most 5 % away.",
        "accepted offers to agency candidates with both amounts on file, by the day they were made",
        "accepted offers without one of the amounts; they are counted apart",
        "difference as a share of the expected pay",
        WILSON,
    ),
    "wasted_effort": Definition(
        "Hours spent on redundant submissions",
        "Redundant submissions times the minutes that reading one takes. The minutes are an assumption, 30 unless asked "
        "otherwise, and stand beside the hours.",
        "submissions by agencies received in the period",
        "candidates who came another way. Files that an agency exports itself don't show what is redundant",
        "hours",
    ),
    "consent_coverage": Definition(
        "Consent on record",
        "The share of submissions that came with the candidate's consent on record. Whether consent is needed is for "
        "the law of the place to say.",
        "submissions by agencies received in the period",
        "candidates who came another way",
        "share of agency submissions",
        WILSON,
    ),
    "disputed_fees": Definition(
        "Disputed fees",
        "Disputes in which a fee is at stake, what is at stake, and the first day by which half of them are settled. "
        "Amounts of different currencies are never added.",
        "disputes about ownership, a date or a fee, and others that name an amount, by the day they were raised",
        "disputes about other things without an amount",
        "disputes; amount of money, each currency for itself; calendar days",
        SURVIVAL,
    ),
    "offer_outcomes": Definition(
        "Offers accepted",
        "Of the offers that got an answer, the share that was accepted. *Accepted and started* takes off "
        "those who accepted and never came.",
        "one offer per submission, its latest version, made in the period",
        "offers still waiting for an answer and offers taken back before an answer; both are listed",
        "share of answered offers",
        WILSON,
    ),
    "offer_starts": Definition(
        "Accepted and started",
        "Of the offers that were answered or expired, how many people really started. Who accepted and has "
        "a first day still to come is left out until then. *Never started* counts those who accepted and then "
        "did not come.",
        "the latest offer of each submission, by the day it was made",
        "offers still waiting, offers taken back before an answer, and starts that are not due yet",
        "share of offers",
        WILSON,
    ),
    "decline_reasons": Definition(
        "Why offers are declined",
        "The reason given for each declined offer. No reason given is a bar of its own.",
        "offers declined, made in the period",
        "",
        "share of declined offers",
    ),
    "time_to_accept": Definition(
        "Days to the answer",
        "Days from the offer to the yes. Offers still waiting are counted as waiting.",
        "offers made in the period",
        "",
        "calendar days",
        SURVIVAL,
    ),
}
