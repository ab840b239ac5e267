-- question: How long after their yes do people start?
-- grain: group
-- reads: marts.offer, marts.search
-- needs: offers
-- with: starts_in_scope
-- by: agency, channel, client, country, department, quarter
-- unit: accepted offer; calendar days from the yes, and from the opening of the search, to the
-- first
-- day
-- attribution: accepted
-- direction: neither; most of it is the notice period that the law of a country sets, so it is
-- never
-- scored
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: median and quarters of the known first days; range of the median by drawing searches
-- again (Efron and Tibshirani 1993)
-- then: statistics.resampled.with_median_range
-- note: planned = a first day still to come, or not on file as reached: it is known and counts like
-- any other. reneged = accepted and never came: counted, without days. Null where no starts are in
-- the exports. An acceptance without a date, or after the first day, is left out. median_low and
-- median_high are its likely range, null under five searches; the select gives the days
-- and searches it is drawn from
with numbered as (select *, dense_rank() over (order by search_id) as search from starts_in_scope)
select
    "group",
    count(*) as accepted,
    case
        when count(*) filter (where is_visible) > 0 then count(*) filter (where state = 'started')
    end as started,
    count(*) filter (where state = 'planned') as planned,
    case
        when count(*) filter (where is_visible) > 0 then count(*) filter (where state = 'reneged')
    end as reneged,
    count(*) filter (where state = 'no date') as without_date,
    median(days) as median_days,
    quantile_cont(days, 0.25) as first_quarter_days,
    quantile_cont(days, 0.75) as third_quarter_days,
    median(days_from_opening) as median_days_from_opening,
    list(days) filter (where days is not null) as case_days,
    list(search) filter (where days is not null) as case_searches
from numbered
group by all
order by "group"
