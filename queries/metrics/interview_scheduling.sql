-- question: How long does it take from HR's yes to the invitation, and from there to the interview?
-- grain: group, step
-- reads: marts.wait
-- needs: interviews, submissions
-- with: waits_to_interviews as waits, wait_figures
-- by: agency, client, department, quarter
-- unit: agency submission; business days; on_time_rate is a fraction
-- attribution: the yes for the invitation, the invitation for the slot
-- direction: fewer days and a higher rate are better
-- owner: hr the invitation, both the slot
-- smallest_n: 5
-- readers: hr, agency
-- source: Kaplan-Meier median with what still waits counted; share within the agreed days
-- note: only the first interview; one that was moved keeps the date of the first invitation and
-- ends with the interview that was held or that somebody did not come to. A slot still to
-- come counts as waiting. ended = withdrawn, rejected, hired without one or search closed.
-- evaluable = came, or more days gone by than the limit: 2 to the invitation, 5 to the slot.
-- An invitation before the yes, and an interview without the date of its invitation, are left
-- out. No row where no invitation has a date in the exports
select
    "group".whole as "group",
    "group".step as step,
    waits,
    answered as done,
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
order by 1, 2
