"""What each metric means, in words: its name, its rule, who is counted and who is left out.

A metric without an entry is shown with the question of its own header, so a new one appears at once.
"""

from partnership.labels import metrics_of_conduct, metrics_of_waits, other_definitions
from partnership.labels.definition import SURVIVAL, WILSON, Definition


def of(name: str) -> Definition:
    """The words of a metric; its own name in words where nobody has written any yet."""
    return DEFINITIONS.get(name) or Definition(name.replace("_", " ").capitalize())


DEFINITIONS = {
    "time_to_fill": Definition(
        "Time to fill",
        "From the day an opening (one seat of a search) was opened to the day the offer was accepted. "
        "Openings that are still open count as open for as long as they have been: leaving them out would "
        "make every slow search invisible. *Half filled after* is the first day by which half of all "
        "openings are filled. *Filled by day 60* is the share of all openings that were filled within 60 "
        "days; cancelled ones count as not filled.",
        "every opening of the searches chosen; for one agency, the openings of every search it was briefed on",
        "openings whose dates contradict each other; they are counted apart and listed on the Data screen",
        "calendar days, with the days on hold; the switch *without holds* takes those days off",
        SURVIVAL,
    ),
    "time_to_fill_curve": Definition(
        "Filled by day, and by whom",
        "For each day after opening: the share filled by an agency, filled otherwise (direct, referral, "
        "internal), cancelled and still open. The four always add up to 100 %.",
        "every opening of the searches chosen; with one agency chosen, *an agency* means that agency",
        "openings whose dates contradict each other",
        "share of openings; calendar days",
        SURVIVAL,
    ),
    "open_search_age": Definition(
        "Age of open searches",
        "How many days the openings that are open now have been open, to the day of the figures.",
        "openings that were open on the day of the figures, those on hold marked",
        "filled and cancelled ones. Do not compare these ages with the time to fill: slow ones gather here",
        "calendar days",
    ),
    "resubmissions": Definition(
        "Sent twice by the same agency",
        "The agency had sent the same person for the same search before, within its ownership days. It is the one kind of "
        "redundant submission that an agency's own files show, too.",
        "every submission of the agency",
        "",
        "share of submissions",
        WILSON,
    ),
    "waiting_now": Definition(
        "What waits now",
        "What one side has not done yet on the day of the figures. The client's side: profiles without an "
        "answer, the latest interview of a candidate without feedback, promises past their day. The agency's side: "
        "questions without an answer, searches without a first candidate, offers its candidate has not answered, "
        "promises past their day. Past its day: more than [reply days] for a profile, an interview or a "
        "question, the agreed day for a promise; for the others nothing is agreed.",
        "what waits on searches that are open or on hold, or on no single search, whatever the period",
        "what waits although its search has ended; it is counted apart",
        "working days",
    ),
    "fill_counts": Definition(
        "Filled by day 30, 60 and 90",
        "Of the openings that reached that day in the period, how many were filled by then.",
        "openings whose day 30, 60 or 90 fell in the period",
        "openings that have not reached that day yet: too early to say",
        "openings; calendar days, or days without holds where the screen's switch says so",
        WILSON,
    ),
    "fill_rate": Definition(
        "Fill rate",
        "Of the openings that ended in the period, the share that ended filled and not cancelled.",
        "openings that were filled or cancelled in the period",
        "openings that are still open: read it beside the share filled by day 60",
        "share of ended openings",
        WILSON,
    ),
    "meeting_rhythm": Definition(
        "In touch as agreed",
        "The share of days on which the last meeting was not longer ago than the agreed interval. The "
        "silence before the first meeting and the one still running count too. Days of a search on hold "
        "count like any other.",
        "every meeting held with the agency, formal or informal, from its first brief to the day of the figures",
        "meetings that were cancelled or where nobody came",
        "share of days; [meeting interval] between meetings unless another interval was agreed",
    ),
    "meeting_gaps": Definition(
        "Silence",
        "The days from one meeting to the next, and from the last meeting to the day of the figures.",
        "every partnership with at least one brief",
        "",
        "calendar days",
    ),
    "meeting_mix": Definition(
        "Formal and informal meetings",
        "How many meetings were held formally and how many informally. It is shown and never scored: "
        "informal contact is seldom written down.",
        "meetings held in the period",
        "cancelled meetings and those where nobody came",
        "meetings",
    ),
    "kickoff_coverage": Definition(
        "Kickoff with all three",
        "Of the searches given to an agency, the share that had a kickoff meeting within 10 working days of "
        "the brief and not after that agency's first submission, and the share where HR, the agency and the "
        "business leader were all there.",
        "each search and agency whose 10 working days have passed, or whose kickoff was held",
        "briefs that are not due yet. Invited is not there: only people marked as present count",
        "share of searches given to an agency",
        WILSON,
    ),
    "kickoff_lead_time": Definition(
        "Days to the kickoff",
        "Working days from the brief to the kickoff. Kickoffs not held yet count as waiting.",
        "every search given to an agency",
        "",
        "working days",
        SURVIVAL,
    ),
    "redundant_submissions": Definition(
        "Redundant submissions",
        "A submission is redundant when the person was already there for the same search: sent twice by the "
        "same agency, sent first by another agency, already known to us, or sent again after a no. Each one "
        "gets exactly one kind. *Known from another search* is shown and not counted as redundant.",
        "submissions by agencies received in the period",
        "candidates who came another way",
        "share of agency submissions; an agency's candidate is protected for [ownership days] unless agreed otherwise",
        WILSON,
    ),
    "collision_pairs": Definition(
        "Which agencies send the same people",
        "For two agencies: on the searches both were given, how often one sent a person the other had "
        "already sent.",
        "searches given to both agencies",
        "",
        "submissions per shared search",
    ),
    "ownership": Definition(
        "Likely owner",
        "The agency that sent a person first for a search, for as long as its protection lasts. It is the "
        "likely owner under our rule; the contract decides.",
        "persons who came more than once for the same search, at least once through an agency",
        "",
        "persons",
    ),
    "offer_starts": Definition(
        "Accepted and started",
        "Of the offers that were answered or expired, how many people really started. Who accepted and has "
        "a first day still to come is left out until then. *Never started* counts those who accepted and then "
        "did not come.",
        "the latest offer of each submission, by the day it was made",
        "offers still waiting, offers we took back before an answer, and starts that are not due yet",
        "share of offers",
        WILSON,
    ),
    "partnership_contact": Definition(
        "Last meeting and next one due",
        "The next meeting is due the agreed number of days after the last one, formal or informal; before "
        "the first one the days count from the first brief. *Missed* meetings were cancelled, or nobody came.",
        "every partnership that had a brief in the period",
        "partnerships without an open brief are not overdue",
        "calendar days",
    ),
    "offer_outcomes": Definition(
        "Offers accepted",
        "Of the offers that got an answer, the share that was accepted. *Accepted and started* takes off "
        "those who accepted and never came.",
        "one offer per submission, its latest version, made in the period",
        "offers still waiting for an answer and offers we took back before an answer; both are listed",
        "share of answered offers",
        WILSON,
    ),
    "decline_reasons": Definition(
        "Why offers are declined",
        "The reason given for each declined offer. No reason given is a bar of its own.",
        "offers declined, made in the period",
        "",
        "share of declined offers",
    ),
    "vendor_definitions": Definition(
        "What other systems would say",
        "The days to fill as well-known systems describe them on their help pages, each on the same openings as ours: from "
        "their first day to their last, of those they count, on average. The difference to ours is taken apart: what comes "
        "from leaving out those still open, what from taking an average, what from the system's own rule. Each was read "
        "where it says how its number is made; systems can be set up to count otherwise.",
        "what each describes: openings, whole searches, or candidates with an answered offer",
        "what each leaves out, counted in the table; an end before its start; jobs that were closed and opened again, which "
        "the files don't show; for *days open*, searches cancelled without a hire, of which its page doesn't speak",
        "calendar days; without the days on hold where it says so",
        other_definitions.SOURCES,
    ),
    "time_to_accept": Definition(
        "Days to the answer",
        "Days from the offer to the yes. Offers still waiting are counted as waiting.",
        "offers made in the period",
        "",
        "calendar days",
        SURVIVAL,
    ),
    "time_to_hire": Definition(
        "Time to hire",
        "Days from the receipt of a person's submission to the accepted offer. The middle value is that of the people hired; "
        "*hired by day 60* is the share of all the people put forward, those turned down, withdrawn or still in process too.",
        "every person put forward for a search in the period, from the first submission",
        "submissions sent again, and those whose end lies before the receipt or has no date",
        "calendar days; share of persons",
        SURVIVAL,
    ),
    "time_to_start": Definition(
        "Time to start",
        "Days from the yes to the first day, and from the opening of the search to the first day. Agreed first days still to "
        "come are known, so they count and are marked as planned. Most of it is notice that the law of a country sets: it is "
        "shown and never scored.",
        "offers accepted in the period",
        "people who accepted and never came, counted apart; acceptances without a date, or after the first day",
        "calendar days",
    ),
    "funnel": Definition(
        "From submission to start",
        "Of the submissions that are not redundant: how many were interviewed, got an offer, accepted and "
        "started. Whoever reached a later step counts in every step before it.",
        "submissions received in the period",
        "redundant ones",
        "submissions",
    ),
    "retention": Definition(
        "Do hires stay?",
        "Of the people who really started, the share who had not left of their own will, been dismissed or left "
        "without a reason given by day 90 and day 365. Who is still there counts for as long as they have been; a "
        "redundancy or the end of a fixed term ends a stay and is no leaving.",
        "everyone who has started, by the day of the start",
        "starts that contradict themselves; nothing is said for a day that nobody has been followed to",
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
        "candidates who came another way",
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
    "partnership_overview": Definition(
        "Partnerships at a glance",
        "One row per agency with its headline figures for the period chosen.",
        "every agency",
        "",
    ),
    "partnership_status": Definition(
        "State of the partnerships",
        "Whether a partnership needs a conversation, is on track or has too little data, the first reason and who moves "
        "next. The rules stand on the Definitions screen.",
        "every agency and client with a search, a submission or an offer in the period",
        "shares of under [fewest for evidence] cases and those without an agreed target never decide",
    ),
    "partnership_measures": Definition(
        "Partnerships against what was agreed",
        "Five shares of every partnership, each with its likely range beside the agreed floor and target.",
        "the cases of the period, each on its own day: received, briefed, day 60 reached, offer made",
        "",
        "shares",
        WILSON,
    ),
    "measure_changes": Definition(
        "What changed",
        "Shares of the period beside those of the period compared with. A change is named when chance alone would "
        "hardly explain it, even looking at all the comparisons together.",
        "shares with [fewest for evidence] cases or more in both periods",
        "",
        "shares and their difference",
        "Newcombe's range of a difference (1998); Benjamini and Hochberg's rule for many comparisons (1995)",
    ),
    **metrics_of_waits.DEFINITIONS,
    **metrics_of_conduct.DEFINITIONS,
}
