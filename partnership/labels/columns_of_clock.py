"""Column headings of whose day it was, and the words of the sides and steps."""

HEADINGS = {
    "side": "Side",
    "hr_days": "HR, days",
    "agency_days": "Agency, days",
    "business_leader_days": "Business leader, days",
    "candidate_days": "Candidate, days",
    "hold_days": "On hold, days",
    "unknown_days": "Can't be seen, days",
    "hr_rate": "HR, share",
    "agency_rate": "Agency, share",
    "business_leader_rate": "Business leader, share",
    "candidate_rate": "Candidate, share",
    "hold_rate": "On hold, share",
    "unknown_rate": "Can't be seen, share",
    "beyond_days": "Later than agreed, days",
    "beyond_rate": "Later than agreed, share",
    "openings_beyond": "Openings with such days",
    "side_step": "What was waited for",
}
OF = {"beyond_rate": "of days"}
