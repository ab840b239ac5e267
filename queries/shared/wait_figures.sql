-- grain: group
-- reads:
-- with: wait_lifetimes as lifetimes, medians
-- note: reads the chain `waits`: how many there were, how they stand, and how many were in time
with
    counted as (
        select
            "group",
            count(*) as waits,
            count(*) filter (where outcome = 'answered') as answered,
            count(*) filter (where outcome = 'waiting') as waiting,
            count(*) filter (where outcome in ('withdrawn', 'closed')) as ended,
            count(*) filter (where is_evaluable) as evaluable,
            count(*) filter (where is_on_time) as on_time
        from waits
        group by all
    )
select
    counted.*,
    medians.median_days,
    medians.median_low,
    medians.median_high,
    share(on_time, evaluable) as on_time_rate,
    wilson_low(on_time, evaluable) as on_time_low,
    wilson_high(on_time, evaluable) as on_time_high
from counted
left join medians on counted."group" is not distinct from medians."group"
