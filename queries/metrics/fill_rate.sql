-- question: Of the openings that ended, how many were filled?
-- grain: group
-- reads: marts.opening, marts.brief_opening, marts.export
-- with: openings_ended, whose_files
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
-- search. In an agency's own files filled means by that agency; how else a seat ended can't be
-- seen, so cancelled and agency_share are null
select
    "group",
    count(*) as ended,
    count(*) filter (where outcome = 'filled') as filled,
    case
        when not is_agencys_own then count(*) filter (where outcome = 'cancelled')
    end as cancelled,
    share(filled, ended) as fill_rate,
    wilson_low(filled, ended) as fill_low,
    wilson_high(filled, ended) as fill_high,
    count(*) filter (where cause = 1) as filled_by_agency,
    case
        when not is_agencys_own
        then share(count(*) filter (where cause = 1), count(*) filter (where outcome = 'filled'))
    end as agency_share
from openings_ended
cross join whose_files
group by "group", is_agencys_own
order by "group"
