-- question: How many profiles got no answer within 30 days?
-- grain: group
-- reads: marts.submission, marts.export
-- with: followed_for_30_days
-- by: agency, client, department, quarter
-- unit: agency submission that is 30 calendar days old or older; silent_rate is a fraction
-- attribution: received
-- direction: lower is better
-- owner: hr
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: silent = no answer by the 30th day after the receipt, answered later or not;
-- still_unanswered are those of them that nobody answered to the as-of day and that did not
-- withdraw. Withdrawn ones and those rejected in bulk at closure are left out where that was by the
-- 30th day, and silent after it. Rows whose dates contradict each other are left out
select
    "group",
    count(*) as submissions,
    count(*) filter (where is_silent) as silent,
    count(*) filter (where feedback_outcome = 'waiting') as still_unanswered,
    share(silent, submissions) as silent_rate,
    wilson_low(silent, submissions) as silent_low,
    wilson_high(silent, submissions) as silent_high
from followed_for_30_days
group by all
order by "group"
