"""Words of what ended and how long a person took, on Time to fill."""

TITLE = "What ended, and how long a person took"
NOTE = "Openings that ended in this period, whenever they were opened; people by the day they were put forward."
FILL_RATE = "Filled of what ended"
FILL_RATE_OWN = "Filled by us, of what ended"
FILL_RATE_OF = "ended"
FILL_RATE_EXPLAINED = (
    "Of the openings that were filled or cancelled in the period, the share that was filled. Clearing old openings raises it, so read it "
    "beside the share filled by day 60."
)
AGENCY_SHARE = "Filled by [an agency]"
AGENCY_SHARE_OF = "filled"
AGENCY_SHARE_EXPLAINED = (
    "Of the openings filled in the period, the share filled by [an agency]; with agencies chosen, by those. Low as soon as several work on "
    "one search."
)
TO_HIRE = "From receipt to yes"
TO_HIRE_BASIS = "half of {hired} hired; {in_process} still in process"
TO_HIRE_EXPLAINED = (
    "Days from the first submission of a person to the accepted offer, the middle value of the hired. Days of negotiating and on hold are "
    "in it."
)
HIRED_BY = "Hired within 60 days"
HIRED_BY_BASIS = "of {submissions} put forward"
HIRED_BY_30 = "{share} within 30 days"
HIRED_BY_EXPLAINED = (
    "Of everybody put forward in the period, the share with an accepted offer by day 60 that still stands; those in process count for as "
    "long as they have been."
)
