"""Words of the Definitions screen."""

from partnership.labels import shell

TITLE = shell.DEFINITIONS
INTRO = (
    "Every number on these screens, on the command line and in the downloads comes from one of these rules. "
    "All of them count to the day of the figures, never to today."
)
SECTIONS = {
    "Time to fill": (
        "time_to_fill", "time_to_fill_curve", "fill_counts", "open_search_age", "fill_rate",
        "fill_forecast", "forecast_check", "vendor_definitions",
    ),
    "Meetings": (
        "meeting_rhythm", "meeting_gaps", "partnership_contact", "kickoff_coverage", "kickoff_lead_time", "meeting_mix",
        "meeting_attendance", "market_information",
    ),
    "Submissions": (
        "redundant_submissions", "resubmissions", "collision_pairs", "agency_overlap", "unique_reach", "ownership", "ownership_rules", "funnel", "rejections_with_reason", "time_to_hire",
    ),
    "Who is who": ("linkage_quality",),
    "Consent, effort and disputes": ("wasted_effort", "consent_coverage", "disputed_fees"),
    "Offers": (
        "offer_outcomes", "offer_starts", "decline_reasons", "time_to_accept", "time_to_start", "terms_granted",
        "negotiation_lead", "counter_offers", "pay_expectation",
    ),
    "Reply times": (
        "feedback_latency", "feedback_curve", "interview_feedback", "interview_scheduling", "offer_turnaround",
        "first_candidate", "request_replies", "silent_submissions", "lost_while_waiting",
        "lost_by_step", "price_of_silence", "waiting_now",
    ),
    "Whose clock": ("open_days_by_side", "days_to_give_back"),
    "Working together": (
        "role_adherence", "brief_changes", "promises_kept", "pulse", "goal_alignment",
    ),
    "Do hires stay?": (
        "retention", "retention_curve", "guarantee_leavers", "manager_rating", "cost_per_hire",
    ),
    "Both sides": ("scorecard", "scorecard_lines", "peer_band"),
    "All together": (
        "partnership_status", "partnership_measures", "measure_changes", "measure_months", "partnership_overview",
        "claims",
    ),
}  # fmt: skip
ASKS = "**Question:** {text}"
SHOW_SELECT = "For analysts: the select"

FEW_CASES = "Few cases, and what chance can do"
FEW_CASES_TEXT = (
    "- Under [fewest for a share] cases a share is said as “2 of 3”, without a percentage and without a colour.\n"
    "- The *likely range* says how far chance alone could move a share of so many cases: 95 of 100 such ranges hold the true one. "
    "It takes every case for itself: where three seats of each search fare alike, only 84 to 97 of 100 do, so read it as somewhat too narrow there.\n"
    "- What the files can't show reads “can't be seen from these files” and is never counted as zero.\n"
    "- A figure for “filled by day 60” holds the openings whose day 60 fell in the period, so the newest complete quarter always has its figure.\n"
    "- Everything shown is a connection, not a cause."
)

BENCHMARKS = "What others report"
BENCHMARKS_NOTE = (
    "For context only: others count differently, so none of these is a target. A target is what both sides of a "
    "partnership have agreed."
)
BENCHMARK_COLUMNS = ("what", "figure", "source", "solid")
LARGE, SURVEY, SMALL = "large data set", "vendor or survey", "blog or one case"
BENCHMARK_ROWS = (
    ("Time to fill", "63 days (67 the year before), 6,640 organisations", "Employ 2026, in HR Executive", LARGE),
    ("Time from approval to acceptance", "68 days on average; middle values of industries 36 to 89", "PwC Saratoga, US 2022", LARGE),
    ("Time to fill", "42 days", "SHRM 2016, in HRchitect", SURVEY),
    ("Time to fill", "44 days", "iCIMS 2015", SURVEY),
    ("Time to fill", "29 working days", "DHI-DFH, July 2015, in Jibe", SURVEY),
    ("Time to fill by level", "middle level: 44 % take 31–60 days; senior: about 40 % take more than 90", "HR.com, in Mitratech 2025", SURVEY),
    ("Time to hire", "38 days worldwide (middle value), US 35, manufacturing 55", "SmartRecruiters 2025, in StaffingHub", LARGE),
    ("Offers accepted", "US 79 %, manufacturing 92 %", "SmartRecruiters 2025, in StaffingHub", LARGE),
    ("Offers accepted", "94 % on average", "PageUp 2019, in MeetingJobs", SURVEY),
    ("Submissions per interview", "3 to 5", "Recrew (no year)", SMALL),
    ("Interviews per offer", "3 to 5, rare skills about 10", "Recrew (no year)", SMALL),
    ("Speed of submitting", "within 12 hours 20 % are interviewed, after 36 hours 13 %", "PSG Global Solutions, one client", SMALL),
    ("Searches filled by agencies", "several agencies at once: under 25 %; retained: 95–100 %", "BeExecutive (no year)", SMALL),
    ("Guarantee and fee", "90 days at about 45 % of agencies; 15–25 % of the salary", "LegalClarity (no year)", SURVEY),
    ("Guarantee and fee", "60 or 90 days; 22,000 US dollars on average", "BountyJobs 2015", SURVEY),
    ("Answer to a submission", "48 hours, a decision in 72", "Gojobee 2026, Hiring Solutions", SMALL),
    ("Candidates lost to silence", "23 % lose interest within a week, 46 % more within two", "Robert Half 2016", SURVEY),
    ("Second choice taken", "67 % took another job because the preferred employer was slow", "Robert Half 2018, 9,000 people", SURVEY),
    ("Whose time it is", "agencies 8–10 % of the whole, hiring managers about 85 %", "The Staffing Stream 2013, one programme", SMALL),
    ("Kickoff meetings", "55 % of organisations do not require one", "Emissary (no year)", SMALL),
    ("What a responsive client gets", "14 % more submissions, 17 % more acceptances", "Scout (no year)", SURVEY),
)  # fmt: skip
