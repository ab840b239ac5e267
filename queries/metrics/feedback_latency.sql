-- question: How long do agencies wait for HR's answer to a profile?
-- grain: group
-- reads: marts.submission
-- with: replies_in_scope, reply_lifetimes as lifetimes, medians
-- by: agency, client, department, quarter
-- unit: agency submission, redundant or not; business days from receipt to the answer;
-- on_time_rate is a fraction
-- attribution: received
-- direction: fewer days and a higher rate are better
-- owner: hr
-- smallest_n: 5
-- readers: hr, agency
-- source: Kaplan-Meier median with what still waits counted; share answered within the reply days
-- note: a profile received after the cut-off hour (17:00 unless set) or on a day off counts from
-- the next business
-- day. Withdrawn ones and those rejected in bulk when the search closed are followed until
-- then. evaluable = answered, or waiting for more than the reply days that are set (two, unless
-- somebody set others); one withdrawn unanswered only if it had waited that long. on_time =
-- answered within them. Rows whose dates contradict each other are left out
with
    counted as (
        select
            "group",
            count(*) as submissions,
            count(*) filter (where feedback_outcome = 'answered') as answered,
            count(*) filter (where feedback_outcome = 'waiting') as waiting,
            count(*) filter (where is_evaluable) as evaluable,
            count(*) filter (where is_evaluable and is_on_time) as on_time
        from replies_in_scope
        group by all
    )
select
    counted."group",
    counted.submissions,
    counted.answered,
    counted.waiting,
    medians.median_days,
    counted.evaluable,
    counted.on_time,
    share(counted.on_time, counted.evaluable) as on_time_rate,
    wilson_low(counted.on_time, counted.evaluable) as on_time_low,
    wilson_high(counted.on_time, counted.evaluable) as on_time_high
from counted
left join medians on counted."group" is not distinct from medians."group"
order by counted."group"
