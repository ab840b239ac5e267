-- question: How long does HR wait for an agency's answer to a question?
-- grain: group
-- reads: marts.wait
-- needs: requests
-- with: waits_for_replies as waits, wait_figures
-- by: agency, client, department, quarter
-- unit: question put to an agency; business days to its answer; on_time_rate is a fraction
-- attribution: asked
-- direction: fewer days and a higher rate are better
-- owner: agency
-- smallest_n: 5
-- readers: hr, agency
-- source: Kaplan-Meier median with what still waits counted; share within the agreed days
-- note: ended = the search closed before an answer. evaluable = answered, or more than one
-- business day
-- gone by; on_time = answered within one. A question after the cut-off hour or on a day off
-- counts from
-- the next business day. No row where no requests are in the exports
select
    "group",
    waits as requests,
    answered as answered,
    waiting,
    ended,
    median_days,
    median_low,
    median_high,
    evaluable,
    on_time,
    on_time_rate,
    on_time_low,
    on_time_high
from wait_figures
order by "group"
