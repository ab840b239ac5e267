-- question: How long does it take from meeting a person to their yes?
-- grain: group
-- reads: marts.submission, marts.search, marts.export
-- with: candidacies_in_scope, candidacy_lifetimes as lifetimes, survival
-- by: agency, channel, client, department, quarter
-- unit: person put forward for a search; calendar days from receipt to the accepted offer; rates
-- are fractions
-- attribution: received
-- direction: fewer days are better
-- owner: both
-- smallest_n: 10
-- readers: hr, agency
-- source: median of the hired; Aalen-Johansen incidence of being hired, with a no of either side
-- and the end of the search competing; range of the median by drawing searches again (Efron and
-- Tibshirani 1993)
-- then: statistics.resampled.with_median_range
-- note: a person sent again for the search counts from the first submission. hired = the acceptance
-- still stands. in_process ones are followed to the as-of day. excluded = an end before the receipt
-- or without a date. Days of negotiating and on hold are in it. median_low and
-- median_high are its likely range, null under five searches; the select gives the days
-- and searches it is drawn from
with
    counted as (
        select
            "group",
            count(*) filter (where not is_excluded) as submissions,
            count(*) filter (where not is_excluded and outcome = 'hired') as hired,
            count(*) filter (where not is_excluded and outcome = 'lost') as lost,
            count(*) filter (where not is_excluded and outcome = 'in process') as in_process,
            count(*) filter (where is_excluded) as excluded,
            median(days) filter (where not is_excluded and outcome = 'hired') as median_days
        from candidacies_in_scope
        group by all
    ),
    numbered as (
        select "group", days, dense_rank() over (order by search_id) as search
        from candidacies_in_scope
        where not is_excluded and outcome = 'hired'
    ),
    cases as (
        select "group", list(days) as case_days, list(search) as case_searches
        from numbered
        group by all
    ),
    followed as (
        select
            "group",
            coalesce(max(incidence_1) filter (where day <= 30), 0) as hired_by_30_rate,
            coalesce(max(incidence_1) filter (where day <= 60), 0) as hired_by_60_rate
        from survival
        group by all
    )
select
    counted.*,
    followed.hired_by_30_rate,
    followed.hired_by_60_rate,
    cases.case_days,
    cases.case_searches
from counted
left join followed on counted."group" is not distinct from followed."group"
left join cases on counted."group" is not distinct from cases."group"
order by counted."group"
