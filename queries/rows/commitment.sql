-- question: What did the two sides promise each other, and what is still open?
-- grain: commitment_id
-- reads: marts.commitment, marts.agency, marts.export
-- attribution: made; those still open whatever the period
-- readers: hr, agency
-- note: promises are never cut by the as-of day; is_overdue = open, and due before that day
select
    commitment.commitment_id,
    commitment.agency_id,
    agency.name as agency_name,
    commitment.owner,
    commitment."text" as promise,
    commitment.made_on,
    commitment.due_on,
    commitment.closed_on,
    commitment.dropped_on,
    commitment.closed_on is null and commitment.dropped_on is null as is_open,
    is_open and commitment.due_on < export.as_of_on as is_overdue,
    case
        when commitment.closed_on > commitment.due_on
        then 'kept_late'
        when commitment.closed_on is not null
        then 'kept'
        when commitment.dropped_on is not null
        then 'dropped'
        when commitment.due_on < export.as_of_on
        then 'past_due'
        else 'open'
    end as promise_state
from marts.commitment as commitment
cross join marts.export as export
left join marts.agency as agency on commitment.agency_id = agency.agency_id
where
    (is_open or in_period(commitment.made_on, $period_start, $period_end))
    and chosen($agencies, commitment.agency_id)
order by
    is_open desc,
    case when is_open then commitment.due_on end,
    commitment.due_on desc,
    commitment.commitment_id
limit $row_limit
