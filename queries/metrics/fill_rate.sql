-- question: Of the openings that ended, how many were filled?
-- grain: group
-- reads: marts.opening, marts.brief_opening
-- with: openings_ended
-- by: agency, client, department, location, role_family, level, quarter
-- unit: opening (one seat); fill_rate and agency_share are fractions
-- attribution: ended
-- direction: higher is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: ended = filled + cancelled. Read it beside the share filled by day 60: clearing old
-- openings raises this one. agency_share = filled by an agency of all fills; grouped by or
-- restricted to an agency it is by that agency, and low as soon as several work on one
-- search
select
    "group",
    count(*) as ended,
    count(*) filter (where outcome = 'filled') as filled,
    count(*) filter (where outcome = 'cancelled') as cancelled,
    share(filled, ended) as fill_rate,
    wilson_low(filled, ended) as fill_low,
    wilson_high(filled, ended) as fill_high,
    count(*) filter (where cause = 1) as filled_by_agency,
    share(filled_by_agency, filled) as agency_share
from openings_ended
group by all
order by "group"
