-- question: How long after an interview does its feedback come?
-- grain: group
-- reads: marts.wait
-- needs: interviews
-- with: waits_after_interviews as waits, wait_figures
-- by: agency, client, department, quarter
-- unit: interview held with an agency's candidate; business days from its end to the feedback;
-- on_time_rate is a fraction
-- attribution: interview ended
-- direction: fewer days and a higher rate are better
-- owner: hr
-- smallest_n: 5
-- readers: hr, agency
-- source: Kaplan-Meier median with what still waits counted; share within the agreed days
-- note: A panel is one interview; cancelled ones and those nobody came to are left out. Where no
-- feedback is on file, the next invitation, an offer or a decision answers, but no rejection in
-- bulk at closure. ended = withdrawn, hired,
-- lost or search closed, with nothing ever said. evaluable = answered, or more
-- business days gone by than the reply days that are set; on_time = answered within them. One
-- over after the cut-off hour or on a day off counts from the next business day. No row where no
-- interview
-- has feedback in the exports
select
    "group",
    waits as interviews,
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
