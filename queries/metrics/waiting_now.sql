-- question: How much waits for each side now, and for how long?
-- grain: side, kind
-- reads: marts.submission, marts.interview, marts.stage_event, marts.commitment, marts.request,
-- marts.brief, marts.offer, marts.wait, marts.search, marts.client, marts.role, marts.calendar_day,
-- marts.export
-- needs: submissions
-- with: all_waits as waits, counted_waits
-- by:
-- unit: thing that waits; working days
-- attribution: waiting on the as-of day, whatever the period
-- direction: lower is better
-- owner: both
-- smallest_n: 1
-- readers: hr, agency
-- source: counts
-- note: waiting counts what waits on searches that are open or on hold, or on no single one;
-- on_ended_searches what still has no answer although its search has ended. past_due = waiting for
-- longer than its reply time: the reply days for profiles and interviews, 2 working days for an
-- invitation, 3 for an offer to be made, 1 for a question, 5 for a first candidate, the agreed day
-- for promises; a candidate has no day to answer an offer. longest_days and
-- past_due are of waiting. A kind of which nothing waits has no row
select
    side,
    kind,
    count(*) filter (where is_search_open) as waiting,
    count(*) filter (where is_search_open and is_past_due) as past_due,
    max(waiting_days) filter (where is_search_open) as longest_days,
    count(*) filter (where not is_search_open) as on_ended_searches
from counted_waits
group by side, kind
order by side desc, kind
