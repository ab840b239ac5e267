-- question: After how many days are how many of those who started still here?
-- grain: group, day
-- reads: marts.placement, marts.export
-- with: stay_lifetimes as lifetimes, incidence_bands, leaving_seen
-- by: agency, channel, client, department, quarter
-- unit: share of starters by calendar day since the real start
-- attribution: started
-- direction: higher is better
-- owner: both
-- smallest_n: 10
-- readers: hr, agency
-- source: 1 less the Aalen-Johansen incidence of leaving, with its log-log band
-- note: counted as in retention; a row per day on which somebody left, or was last seen. ended_
-- otherwise = share ended by redundancy or the end of a fixed term; retained counts them as
-- not having left. at_risk = still followed on that day. No row where the files say nothing of
-- a hire but its first day
select
    "group",
    day,
    at_risk,
    1 - incidence_1 as retained,
    1 - high as low,
    1 - low as high,
    incidence_3 as ended_otherwise
from incidence_bands
cross join leaving_seen
where is_leaving_seen
order by "group", day
