"""Words of the screen What works here?, and of each claim that is tested."""

from dataclasses import dataclass

from partnership.labels import shell

TITLE = shell.WHAT_WORKS


@dataclass(frozen=True)
class Claim:
    """One claim in words: what one group had and the other had not, and what came of both.

    `case` and `cases` name what is counted, `outcome` what happened to k of n of them; `needs` are the
    tables without which it can't be seen.
    """

    title: str
    outcome: str
    says: str
    with_it: str
    without_it: str
    case: str
    cases: str
    rule: str
    needs: tuple[str, ...]


# In the order of the article.
CLAIMS = {
    "kickoff_change": Claim(
        "Kickoff with all three",
        "brief changed afterwards",
        "Goals agreed at the start hold: after a kickoff with HR, the agency and the business leader the brief changes less often.",
        "with a kickoff of all three",
        "without one",
        "search",
        "searches",
        "Told apart 14 days after the first brief. Counted are searches still open then, and whether a must-have, the pay or the location changed in the 30 days that followed.",
        ("briefs", "meetings", "meeting_attendees", "brief_changes"),
    ),
    "brief_fill": Claim(
        "Brief unchanged",
        "filled by day 90",
        "Goals that hold help: where the brief stays as it was, more openings are filled.",
        "whose brief stayed as it was",
        "whose brief changed",
        "opening",
        "openings",
        "Told apart on day 30 by whether a must-have, the pay or the location had changed. Counted are openings still open then, and whether they were filled by day 90.",
        ("brief_changes",),
    ),
    "kickoff_fill": Claim(
        "Kickoff with all three",
        "filled by day 60",
        "A search that starts with HR, the agency and the business leader at one table is filled sooner.",
        "with a kickoff of all three",
        "without one",
        "opening",
        "openings",
        "Told apart 14 days after the first brief. Counted are openings still open then that have reached day 60; cancelled ones count as not filled.",
        ("briefs", "meetings", "meeting_attendees"),
    ),
    "kickoff_stay": Claim(
        "Kickoff with all three",
        "still here after 90 days",
        "A search that starts with all three at one table ends in a better match: those who were hired stay.",
        "with a kickoff of all three",
        "without one",
        "hire",
        "hires",
        "Told apart by whether that kickoff came before the agency's first candidate. Counted are agencies' hires whose first day is 90 days ago or more; jobs that ended by a redundancy or the end of a term are left out.",
        ("briefs", "meetings", "meeting_attendees", "placements"),
    ),
    "rhythm_redundancy": Claim(
        "In touch as agreed",
        "redundant submissions",
        "Meeting as agreed leaves less room for redundant submissions.",
        "that came while both were in touch as agreed",
        "that came in a longer silence",
        "submission",
        "submissions",
        "Told apart on the day it came: whether the last meeting on an earlier day, or the first brief, was no longer ago than the agreed interval. Counted are all submissions of agencies.",
        ("meetings",),
    ),
    "market_candidate": Claim(
        "Market talked about",
        "first candidate in time",
        "Sharing the state of the local job market helps an agency to send the right people soon.",
        "after a talk about the market",
        "without one",
        "brief",
        "briefs",
        "Told apart on the day of the brief: whether a meeting with the agency in the 30 days before it spoke of the market. Counted is whether the first candidate that counts came within 5 working days.",
        ("briefs", "meetings"),
    ),
    "roles_offer": Claim(
        "Roles kept to",
        "a yes led to an offer",
        "Where decisions are taken by the side whose task they are, a yes means something.",
        "given by the side whose task it was",
        "given by another side",
        "yes",
        "yeses",
        "Told apart by who said yes to a profile and whose task that was agreed to be. Counted is whether an offer followed within 60 days; 60 days must have passed.",
        ("roles", "offers"),
    ),
    "negotiation_start": Claim(
        "Agency negotiated",
        "accepted and started",
        "A recruiter who negotiates as a third party brings more people to their first day.",
        "with the agency in the lead",
        "with HR or the business leader in the lead",
        "offer",
        "offers",
        "Counted are offers to agencies' candidates that somebody negotiated and that were decided; accepted ones whose first day has not come yet are left out.",
        ("offers", "placements"),
    ),
    "reasons_yes": Claim(
        "A no with its reason",
        "next candidate got a yes",
        "An agency that is told why somebody did not fit sends better candidates next.",
        "after a no that said why",
        "after a no that did not",
        "candidate",
        "candidates",
        "Told apart by the last no to the same agency on the same search before the candidate came. Counted is whether the candidate got a yes within 30 days; redundant submissions are left out.",
        (),
    ),
    "answers_withdrawal": Claim(
        "HR answered in time",
        "candidates who withdrew",
        "Where communication is fast, fewer candidates are lost.",
        "where the answers before were in time",
        "where they were late",
        "candidate",
        "candidates",
        "Told apart before the candidate came: whether HR's answers on the same search that had fallen due last were in time. Counted is whether the candidate withdrew within 30 days; redundant submissions are left out.",
        (),
    ),
    "turnaround_accept": Claim(
        "Offer within 3 days",
        "accepted",
        "An offer that follows soon on the last yes is accepted more often.",
        "made within 3 working days",
        "made later",
        "offer",
        "offers",
        "Counted are decided offers to agencies' candidates, by the working days from the last yes to the first offer.",
        ("interviews", "offers"),
    ),
    "terms_accept": Claim(
        "More terms granted",
        "accepted",
        "Willingness to discuss options outside the handbook wins people.",
        "that granted some of it",
        "that granted none",
        "offer",
        "offers",
        "Counted are decided offers to agencies' candidates who asked for more than the standard terms.",
        ("offers",),
    ),
    "respect_hire": Claim(
        "Respect both ways",
        "hired within 120 days",
        "Two sides that respect each other reach the same result.",
        "where both sides rated respect 4 or more",
        "where one of them did not",
        "brief",
        "briefs",
        "Told apart on the day of the brief by the survey answers of the 183 days before it. Counted is whether one of the agency's candidates was hired within 120 days of the brief; they must have passed.",
        ("briefs", "pulse", "offers"),
    ),
}

# Finding
FINDING = "{supported} of {answered} claims {are} borne out by these files{opposite}."
IS, ARE = "is", "are"
NONE_SUPPORTED = (
    "None of the {answered} claims with enough cases is borne out by these files{opposite}."
)
ONE_NOT_SUPPORTED = "The one claim with enough cases is not borne out by these files{opposite}."
ONE_SUPPORTED = "The one claim with enough cases is borne out by these files."
AND_OPPOSITE = "; for {opposite} it is the other way round"
NO_ANSWER = "None of the claims has enough cases yet."
INTRO = (
    "Two groups of cases beside each other: an association, not a proof. All that these files hold is counted, whatever the filters: "
    "looking until some slice agrees proves nothing."
)

# Verdicts, as a card, the chart and the table say them
VERDICTS = {
    "supported": "Supported",
    "opposite": "Not supported: the other way round",
    "chance": "Not supported: could be chance",
    "too_few": "Too few to say",
}
# Beside a row of the chart, in two lines.
SAID = "<b>{points}</b><br>{verdict}"
SHORT_VERDICTS = {
    "supported": "✓ supported",
    "opposite": "✗ other way round",
    "chance": "could be chance",
}
POINTS = "{sign}{points} points"
POINT = "{sign}{points} point"
BETWEEN = "{low} to {high}"
LIKELY_RANGE = "likely range {between} points"
SIDES = "{outcome}  \n{with_share} with: {with_of}  \n{without_share} without: {without_of}"
ASSOCIATION = "{verdict} · an association, not a proof"

# Chart and table
CHART = "With and without"
CHART_NOTE = (
    "The line is the likely range; cases of one search count together. Fewer is better for changed briefs, redundant submissions and "
    "withdrawals. ✓ is beyond chance, even looking at all claims together."
)
CHART_AXIS = "Share of cases, %"
WITH, WITHOUT = "With", "Without"
TABLE_COLUMNS = (
    "claim_name", "outcome_name", "with_rate", "with_rate_of", "without_rate", "without_rate_of",
    "difference_in_points", "range_in_points", "claim_verdict",
)  # fmt: skip
FOR_ANALYSTS = "How sure: searches and chance"
ANALYST_NOTE = (
    "p is one-sided, the way of the claim, within agencies; cases of a search go together, and so do those of an agency in one quarter: the "
    "larger of both. How often claims are called supported in invented worlds where none is true, and where one is, is measured in docs/reliability.json."
)
ANALYST_COLUMNS = (
    "claim_name", "outcome_name", "with_searches", "without_searches", "p_value", "claim_verdict",
)  # fmt: skip

# One claim
PICK = "Look at one claim"
ONE = "{title}: {outcome}"
CLAIM = "The claim: {says}"
RESULT = "*{outcome}*: {with_of} {cases} {with_it}, {without_of} {without_it}{difference}. **{verdict}.**"
DIFFERENCE = "; difference {points}, likely range {between} points"
NO_CASES = "no"
CASES = "The cases behind this claim"
CASE_COLUMNS = (
    "case_id", "search_id", "title", "agency_name", "department", "judged_on", "is_with", "is_hit",
)  # fmt: skip

# Too few, and not seen
LATER = "No answer yet"
LATER_NOTE = "A claim needs {fewest} searches on each side."
LATER_LINE = (
    "- **{name}**: too few cases yet ({with_searches} with, {without_searches} without); {when}."
)
AT_THIS_PACE = "at this pace until about {quarter}"
FEW_QUARTERS = "they come from too few quarters"
NO_PACE = "one side had no new search in the last 365 days, so no date can be told"
NO_CASE_LINE = "- **{name}**: no case yet."
UNSEEN_LINE = "- **{name}**: can't be seen from these files (missing: {tables})."
SEARCH, SEARCHES = "search", "searches"
NOT_TESTED = "Not tested: how often people meet over coffee. Meetings are shown, never scored by their number."
