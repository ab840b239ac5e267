-- question: After how many days is how much filled, by whom, and how much still open?
-- grain: group, day
-- reads: marts.opening, marts.brief_opening
-- with: opening_lifetimes as lifetimes, survival
-- by: agency, client, department, location, role_family, level, quarter
-- unit: share of openings (seats) by calendar day since opened, holds counted in them (the active
-- clock leaves holds out)
-- attribution: opened
-- direction: a lower still_open and higher filled shares are better
-- owner: both
-- smallest_n: 10
-- readers: hr, agency
-- source: Aalen-Johansen incidence; log-log Greenwood band on the share still open
-- refuses: selected by closing
-- note: a row per day on which an opening ended or was last seen. still_open + filled_by_agency +
-- filled_otherwise + cancelled = 1. Grouped by or restricted to an agency, filled_by_agency
-- is by that agency (or any of the chosen ones) and filled_otherwise by anyone else. low and
-- high are the band around still_open, null before the first end and after the last. Null
-- where too few were at risk
select
    "group",
    day,
    at_risk,
    still_open,
    still_open_low as low,
    still_open_high as high,
    incidence_1 as filled_by_agency,
    incidence_2 as filled_otherwise,
    incidence_3 as cancelled
from survival
order by "group", day
