-- promise: Nothing that happened after the as-of date is counted
-- grain: case
-- reads: marts.export, marts.opening, marts.submission, marts.offer
with
    events as (
        select 'opened' as event, opening_id as row_id, opened_on as day
        from marts.opening
        union all
        select 'ended', opening_id, ended_on
        from marts.opening
        union all
        select 'received', submission_id, received_on
        from marts.submission
        union all
        select 'extended', offer_id, extended_on
        from marts.offer
        union all
        select 'answered', offer_id, answered_on
        from marts.offer
    )
select events.event, events.row_id, events.day
from events
cross join marts.export as known
where events.day > known.as_of_on + 1  -- local days may be a day ahead of the as-of's own zone
