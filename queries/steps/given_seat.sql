-- grain: opening on file
-- key: opening_id
-- reads: staging.openings, staging.searches, steps.start, steps.latest_offer
-- note: A seat whose hire was reneged or whose offer was rescinded is open, because its clock never
-- stopped, whatever the export calls it.
select
    openings.opening_id,
    openings.search_id,
    row_number() over (
        partition by openings.search_id order by openings.opened_on, openings.opening_id
    ) as seat,
    openings.opened_on,
    case
        when openings.outcome = 'filled' and (start.is_void or latest_offer.outcome = 'rescinded')
        then 'open'
        else openings.outcome
    end as known_outcome,
    case when known_outcome <> 'open' then openings.closed_on end as ended_on,
    case
        when known_outcome = 'filled' then openings.filled_by_submission_id
    end as filled_by_submission_id,
    openings.replaces_opening_id
from staging.openings
semi join staging.searches using (search_id)
left join steps.start on openings.filled_by_submission_id = start.submission_id
left join steps.latest_offer on openings.filled_by_submission_id = latest_offer.submission_id
