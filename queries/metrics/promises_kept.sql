-- question: Of what the two sides promised each other, how much was done in time?
-- grain: group, owner
-- reads: marts.commitment, marts.export
-- needs: commitments
-- by: agency, quarter
-- unit: promise whose day has passed; kept_rate is a fraction
-- attribution: due
-- direction: higher is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: kept = closed by the day it was due. One that is still open after it was not kept, nor was
-- one closed later or one that the two sides dropped. A promise due on the as-of day or after it
-- is not counted yet, closed or not.
-- Promises belong to an agency, so other filters leave them as they are. One closed before it was
-- made is left out. No row where no promises are in the exports
select
    case
        $by when 'agency' then agency_id when 'quarter' then quarter_label(due_on, $first_month)
    end as "group",
    commitment.owner,
    count(*) as promises,
    count(*) filter (where closed_on <= due_on) as kept,
    count(*) filter (where closed_on > due_on and closed_on <= as_of_on) as late,
    count(*) filter (where dropped_on <= as_of_on) as dropped,
    promises - kept - late - dropped as still_open,
    share(kept, promises) as kept_rate,
    wilson_low(kept, promises) as kept_low,
    wilson_high(kept, promises) as kept_high
from marts.commitment
cross join marts.export
where
    due_on < as_of_on
    and coalesce(closed_on >= made_on, true)
    and in_period(due_on, $period_start, $period_end)
    and chosen($agencies, agency_id)
group by all
order by "group", commitment.owner
