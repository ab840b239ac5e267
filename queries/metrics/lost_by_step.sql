-- question: Whom did candidates wait for when they left because another was faster?
-- grain: group, step, owner
-- reads: marts.submission, marts.wait, marts.offer, marts.role, marts.export
-- needs: submissions
-- with: lost_steps
-- by: agency, client, department, quarter
-- unit: agency's candidate who withdrew for another job or because it took too long; working days
-- attribution: received
-- direction: lower is better
-- owner: both
-- smallest_n: 1
-- readers: hr, agency
-- source: counts
-- note: step is what was pending on the day of the withdrawal; of several the one that was the most
-- over its limit, and nothing where no answer was owed. owner is the business leader for feedback
-- after an interview, both for the day of an interview, for all else who owns that step as agreed
-- (roles), without an agreement HR. late = pending for longer than its limit. The reasons that
-- count are those of is_lost_to_slowness in macros.sql. No row where nobody left for such a reason
select
    "group",
    step,
    "owner",
    count(*) as candidates,
    count(*) filter (where is_late) as late,
    max(days) as longest_days
from lost_steps
group by all
order by "group", late desc, candidates desc, step, "owner"
