-- question: After how many business days are how many profiles still waiting for HR's answer?
-- grain: group, day
-- reads: marts.submission
-- with: reply_lifetimes as lifetimes, survival
-- by: agency, client, department, quarter
-- unit: share of agency submissions by business day since receipt
-- attribution: received
-- direction: lower is better
-- owner: hr
-- smallest_n: 10
-- readers: hr, agency
-- source: Kaplan-Meier with log-log band
-- note: counted as in feedback_latency; a row per day on which one was answered or last seen
-- waiting
select
    "group",
    day,
    at_risk,
    kaplan_meier as still_waiting,
    kaplan_meier_low as low,
    kaplan_meier_high as high
from survival
order by "group", day
