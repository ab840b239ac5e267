-- question: After how many days is how much filled, by whom, and how much still open?
-- grain: group, day
-- reads: marts.opening, marts.brief_opening, marts.export
-- with: opening_lifetimes as lifetimes, survival, whose_files
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
-- where too few were at risk. In an agency's own files filled_by_agency is by that agency;
-- filled_otherwise and cancelled can't be told apart there and are null
select
    "group",
    day,
    at_risk,
    still_open,
    still_open_low as low,
    still_open_high as high,
    incidence_1 as filled_by_agency,
    case when not is_agencys_own then incidence_2 end as filled_otherwise,
    case when not is_agencys_own then incidence_3 end as cancelled
from survival
cross join whose_files
order by "group", day
