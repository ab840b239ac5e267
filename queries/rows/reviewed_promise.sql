-- question: What became of the promises that were due in a quarter, and which older ones are open?
-- grain: commitment_id
-- reads: marts.commitment, marts.export
-- attribution: due; those still open whose day lies before the end of the period
-- readers: hr, agency
-- note: kept = closed by its day, kept_late = closed after it, dropped = given up by the two sides,
-- past_due = open after its day, open = its day has not passed. One closed or dropped after the
-- as-of day is told as such, as promises are never cut by it, and is_counted_open, as no metric
-- counts that yet. days_late run to the closing or the dropping, else to the as-of day
select
    commitment.commitment_id,
    commitment.owner,
    commitment."text" as promise,
    commitment.made_on,
    commitment.due_on,
    commitment.closed_on,
    commitment.dropped_on,
    case
        when closed_on <= due_on
        then 'kept'
        when closed_on is not null
        then 'kept_late'
        when dropped_on is not null
        then 'dropped'
        when due_on < as_of_on
        then 'past_due'
        else 'open'
    end as promise_state,
    due_on < as_of_on
    and coalesce(closed_on > as_of_on, true)
    and coalesce(dropped_on > as_of_on, true) as is_counted_open,
    greatest(0, coalesce(closed_on, dropped_on, as_of_on) - due_on) as days_late
from marts.commitment as commitment
cross join marts.export
where
    chosen($agencies, agency_id)
    and coalesce(closed_on >= made_on, true)
    and (
        in_period(due_on, $period_start, $period_end)
        or (
            in_period(due_on, null, $period_end)
            and (is_counted_open or coalesce(closed_on, dropped_on) is null)
        )
    )
order by due_on, commitment_id
