"""Words for the definitions of other systems: what each counts, and why its number is another."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One definition as its source describes it; `own` is what remains of the difference."""

    name: str
    starts: str
    ends: str
    own: str
    source: str
    average_of: str = "average"


TITLE = "Why does my ATS say 42?"
NOTE = (
    "The same openings as above, counted the way other systems describe it on their help pages. Ours is on the calendar, "
    "holds counted; none of the others is wrong, they answer another question."
)
SWITCH = "Beside ours"
OURS = "Ours: half filled after"
OURS_NAME = "Ours"
OURS_BASIS = "{openings}, those still open counted"
THEIRS_BASIS = "{statistic} of {counted}"
SAYS = "**{name}** counts from {starts} to {ends}. On this data that is {days}, **{difference}**."
SAYS_UNSEEN = "**{name}** counts from {starts} to {ends}. That can't be seen from these files."
SAYS_TOO_FEW = "**{name}** counts from {starts} to {ends}. {counted} here: too few for an average."
AS_DESCRIBED = "As described in {source}."

NOT_REACHED = "ours is not reached yet"
NOT_YET = "not yet"
SAME = "the same as ours"
SHORTER = "{days} shorter than ours"
LONGER = "{days} longer than ours"
LEAVES_OUT = "leaves out {count}"
LEAVES_OUT_ALL_OPEN = "leaves out {count}, all still open"
LEAVES_OUT_OPEN = "leaves out {count}, {open} still open"
WHY = "Why:\n{parts}"
PART_SHORTER = "- {days} shorter: {reason}"
PART_LONGER = "- {days} longer: {reason}"
LEFT_OUT_REASON = "it looks at the filled ones alone{of_them}"
LEFT_OUT_OF_THEM = " ({open} still open are left out)"
MEAN_REASON = "it takes the average, which a few slow ones pull up, where ours takes the middle"
TOO_FEW = "too few cases"

UNITS = {
    "opening": ("opening", "openings"),
    "search": ("search", "searches"),
    "offer": ("offer", "offers"),
}
TABLE = "All of them"
COLUMNS = ("system", "days", "difference", "cases_counted", "starts", "ends", "source")

OPENED = "the day the opening was opened"
SEARCH_OPENED = "the day the search was opened"
ACCEPTED = "the accepted offer"
CLOSED_FILLED = "the day the search was closed as filled"
HELP = "the help page of {name}, read in 2026"

RULES = {
    "shrm": Rule(
        "SHRM convention", OPENED, ACCEPTED, "of nothing else",
        "imboard, quoting the SHRM convention, read in 2026",
    ),
    "pwc": Rule(
        "PwC, time to accept", "the day the search was approved", ACCEPTED,
        "its clock starts at the approval", "PwC Saratoga, 2022",
    ),
    "icims": Rule(
        "iCIMS, time to fill", SEARCH_OPENED, "the day it was filled or closed",
        "whole searches are counted, cancelled ones too, to the day they were closed",
        HELP.format(name="iCIMS"),
    ),
    "jobscore": Rule(
        "JobScore, time to fill", OPENED, "the accepted offer, without the days on hold",
        "days on hold are taken off",
        HELP.format(name="JobScore") + " (its example counts both ends, one day more)",
    ),
    "jobscore_start": Rule(
        "JobScore, time to start", OPENED, "the first day at work, without the days on hold",
        "the wait for the first day at work is added and days on hold are taken off",
        HELP.format(name="JobScore"),
    ),
    "workable": Rule(
        "Workable, time to fill", SEARCH_OPENED, "the hire, without the days on hold",
        "the clock starts with the search, not with its opening, and days on hold are taken off",
        HELP.format(name="Workable"),
    ),
    "pinpoint": Rule(
        "Pinpoint, time to fill", "the day the search was first opened", "the hire",
        "the hires of one search are averaged first, from the day the search was opened",
        HELP.format(name="Pinpoint"), "average over searches",
    ),
    "smartrecruiters": Rule(
        "SmartRecruiters, days open", "the first open day of any opening of a search",
        "its latest hire, or the day of the figures where nobody was hired",
        "it averages whole searches, those without a hire at their age so far",
        HELP.format(name="SmartRecruiters"),
    ),
    "hirebridge_gross": Rule(
        "Hirebridge, gross", SEARCH_OPENED, CLOSED_FILLED,
        "whole searches are counted, to the day they were closed as filled",
        HELP.format(name="Hirebridge"),
    ),
    "hirebridge_net": Rule(
        "Hirebridge, net", SEARCH_OPENED, CLOSED_FILLED + ", without the days on hold",
        "whole searches are counted, to the day they were closed as filled, and days on hold are taken off",
        HELP.format(name="Hirebridge"),
    ),
    "carerix_filled": Rule(
        "Carerix, time to fill", SEARCH_OPENED, "its closing with a hire, active days only",
        "whole searches are counted, to their closing, and only the days they were active",
        HELP.format(name="Carerix"),
    ),
    "carerix_unfilled": Rule(
        "Carerix, time to close unsuccessfully", SEARCH_OPENED,
        "its closing without a hire, active days only",
        "it looks at the searches that were closed without a hire, and only at the days they were active",
        HELP.format(name="Carerix"),
    ),
    "lever": Rule(
        "Lever, time to fill", "the day the search was approved and opened", "the day its last opening was filled",
        "a search counts once all of its openings are filled, from the search's opening to the last hire",
        HELP.format(name="Lever") + " (one of twelve settings)",
    ),
    "lever_hire": Rule(
        "Lever, time to hire", "the day the hired candidate came in", "the hire",
        "the days before the hired candidate came in are not counted", HELP.format(name="Lever"),
    ),
    "greenhouse": Rule(
        "Greenhouse, days to offer", "the day a candidate came in", "the answer to the offer",
        "it follows candidates with an answered offer, and the days before they came in are not counted",
        "the Greenhouse blog, read in 2026",
    ),
}  # fmt: skip
SOURCES = (
    "[SHRM convention](https://docs.imboard.ai/docs/ontology/hr/avg_days_to_fill/) · "
    "[PwC](https://workforce.pwc.com/hr-metrics/time-to-accept) · "
    "[iCIMS](https://community.icims.com/articles/Knowledge/Creating-and-Reporting-on-Time-Based-Metrics) · "
    "[JobScore](https://support.jobscore.com/hc/en-us/articles/360001010026) · "
    "[Workable](https://help.workable.com/hc/en-us/articles/115012756907) · "
    "[Pinpoint](http://help.pinpoint.support/en/articles/9039800) · "
    "[SmartRecruiters](https://help.smartrecruiters.com/Post_and_manage_jobs/Manage_jobs/How_is_the_Days_Open_count_calculated%3F) · "
    "[Hirebridge](https://hirebridge.zendesk.com/hc/en-us/articles/360027300071) · "
    "[Carerix](https://help.carerix.com/en/articles/11722673) · "
    "[Lever, to fill](https://help.lever.co/hc/en-us/articles/20087328578973), "
    "[to hire](https://help.lever.co/hc/en-us/articles/20087268832925) · "
    "[Greenhouse](https://www.greenhouse.com/blog/the-5-kpis-we-use-to-measure-recruiting-success-at-greenhouse-kpi-3); "
    "all read in 2026. The names are their owners' and stand only for what those pages describe"
)
