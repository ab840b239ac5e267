-- question: How soon after the brief does an agency send the first candidate that counts?
-- grain: group
-- reads: marts.wait
-- needs: briefs, submissions
-- with: waits_for_a_candidate as waits, wait_figures
-- by: agency, client, department, quarter
-- unit: search given to an agency; business days from the brief; on_time_rate is a fraction
-- attribution: briefed
-- direction: fewer days and a higher rate are better
-- owner: agency
-- smallest_n: 5
-- readers: hr, agency
-- source: Kaplan-Meier median with what still waits counted; share within the agreed days
-- note: A candidate counts where the submission is not redundant and was not rejected at first
-- sight;
-- one in process, one withdrawn and one rejected in bulk at closure count. ended = the search
-- closed or the agency was released before. evaluable = sent, or more than 5 business days gone
-- by; on_time = sent within 5. A brief after the cut-off hour or on a day off counts from the next
-- business day. Assumed briefs have no clock; a candidate sent before the brief leaves it out.
-- No row where no briefs are in the exports
select
    "group",
    waits as briefs,
    answered as sent,
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
