"""What each metric means, in words: its name, its rule, who is counted and who is left out.

A metric without an entry is shown with the question of its own header, so a new one appears at once.
"""

from partnership.labels import (
    metrics_of_both_sides,
    metrics_of_claims,
    metrics_of_clock,
    metrics_of_conduct,
    metrics_of_offers,
    metrics_of_waits,
    metrics_of_who_is_who,
    other_definitions,
    overlap,
)
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
        "openings whose dates contradict each other; [listed on data]",
        "calendar days, with the days on hold; the switch *without holds* takes those days off",
        SURVIVAL,
    ),
    "time_to_fill_curve": Definition(
        "Filled by day, and by whom",
        "For each day after opening: the share filled by an agency, filled otherwise (direct, referral, "
        "internal; of one agency's searches by another one too), cancelled and still open. The four always add up to 100 %.",
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
        "answer, people wanted but not invited, the latest interview of a candidate without feedback, a yes without an offer, "
        "promises past their day. The agency's side: questions without an answer, searches without a first candidate, "
        "offers its candidate has not answered, promises past their day. Past its day: more than [reply days] for a profile or "
        "an interview, 2 working days for an invitation, 3 for an offer, 1 for a question, 5 for a first candidate, the agreed "
        "day for a promise; a candidate has no day to answer an offer.",
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
    "fill_forecast": Definition(
        "When will it be filled?",
        "The chance that an open opening is filled within the next 30 and 60 calendar days: of the openings that were still open "
        "at its age, the share that was filled within so many days more. The share is that of its role family, drawn "
        "towards that of all openings the fewer there are, and the more the families are alike. Its likely range holds the "
        "true share in 90 of 100 cases or more. It is worked out once, when the figures are made, and told to whole 5 points, "
        "because to the point it would claim more than is known; so HR, an agency and a review read the same chance. "
        "It is by whomever; in the files that an agency runs itself it is the chance that the agency fills it. "
        "It says what usually happens, not what somebody does about this one.",
        "every opening of these figures, of all agencies and of HR alone, whatever the period and the filters: one opening has one chance on every screen",
        "openings on hold; those so old that fewer than ten had been followed at that age, which read “too few to say”; so does, for an "
        "agency, a chance from which another's part could be told: beside its own openings it must stand on those of three other agencies "
        "or more with five each, none with more than half of them or of the filled ones, in the role family and in all together",
        "share of openings; calendar days from the day of the figures",
        "open cases are counted for as long as they have been open, cancelled ones end unfilled (Gelman and others, Bayesian Data Analysis)",
    ),
    "forecast_check": Definition(
        "Did earlier forecasts come true?",
        "At the end of each of the last twelve months, the chance of every opening open then as it would have been forecast "
        "that day, to the point, beside the share that was really filled. *Score* is the average squared miss: 0 for a forecast that is "
        "always certain and right; lower than *without* means it says more than the overall share would.",
        "openings open at the end of a month, once for each month",
        "those on hold then, and months since which fewer than 30 (or 60) days have passed",
        "forecasts",
        "Brier 1950",
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
        "same agency, sent first by another agency, already known to HR, or sent again after a no. Each one "
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
        "The agency that sent a person first for a search, for as long as its protection lasts, unless another rule is set on "
        "the Data screen. Where two came within one minute, nobody: that needs a decision. It is the likely owner under that rule; the contract decides.",
        "persons who came more than once for the same search, at least once through an agency",
        "",
        "persons",
    ),
    "ownership_rules": Definition(
        "Likely owner under every rule",
        "The same persons under every rule that can be set: who owns (the first to send, the first with consent, only "
        "whom a settled dispute names), for the search or the whole company, whether sending again starts the days again, and whether an "
        "own application goes first. A rule disagrees where it names another owner, or nobody.",
        "persons who came more than once for the same search, at least once through an agency",
        "",
        "persons under one rule",
    ),
    "partnership_contact": Definition(
        "Last meeting and next one due",
        "The next meeting is due the agreed number of days after the last one, formal or informal; before "
        "the first one the days count from the first brief. *Missed* meetings were cancelled, or nobody came.",
        "every partnership that had a brief in the period",
        "partnerships without an open brief are not overdue",
        "calendar days",
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
    "time_to_hire": Definition(
        "Time to hire",
        "Days from the receipt of a person's submission to the accepted offer. The middle value is that of the people hired; "
        "*hired by day 60* is the share of all the people put forward, those turned down, withdrawn or still in process too. The "
        "likely range of the middle value is that of drawing the searches again, all of their people with them; none under five searches.",
        "every person put forward for a search in the period, from the first submission",
        "submissions sent again, and those whose end lies before the receipt or has no date",
        "calendar days; share of persons",
        SURVIVAL,
    ),
    "time_to_start": Definition(
        "Time to start",
        "Days from the yes to the first day, and from the opening of the search to the first day. Agreed first days still to "
        "come are known, so they count and are marked as planned. Most of it is notice that the law of a country sets: it is "
        "shown and never scored. The likely range of the middle value is that of drawing the searches again; none under five searches.",
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
    "measure_months": Definition(
        "Months unlike the usual ones",
        "Each share month by month, beside what the first twelve months say is usual. The rules stand on the Definitions screen.",
        "the chosen cases, whatever the period, in complete months that can be judged",
        "months before the files begin to cover everything",
        "shares of calendar months",
        "p-charts and XmR charts (NIST/SEMATECH e-Handbook of Statistical Methods; Wheeler)",
    ),
    **metrics_of_waits.DEFINITIONS,
    **metrics_of_who_is_who.DEFINITIONS,
    **metrics_of_clock.DEFINITIONS,
    **metrics_of_conduct.DEFINITIONS,
    **metrics_of_offers.DEFINITIONS,
    **metrics_of_both_sides.DEFINITIONS,
    **metrics_of_claims.DEFINITIONS,
    **overlap.DEFINITIONS,
}
