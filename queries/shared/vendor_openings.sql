-- grain: opening_id
-- reads: marts.opening, marts.brief_opening, marts.search, marts.submission, marts.placement,
-- marts.hold, marts.export
-- with: openings_in_scope, days_on_hold
-- note: the chosen openings with the days that other systems count from and to. filled_on is empty
-- unless the opening is filled; opening_held_days and search_held_days are the days on hold until
-- then, from the opening's and from the search's first day
with
    first_days as (
        select submission_id, min(started_on) as started_on from marts.placement group by all
    ),
    dated_openings as (
        select
            openings_in_scope.opening_id,
            openings_in_scope.search_id,
            openings_in_scope.outcome,
            openings_in_scope.opened_on,
            opening.filled_by_submission_id as submission_id,
            case when openings_in_scope.outcome = 'filled' then opening.ended_on end as filled_on,
            openings_in_scope.days - opening.active_days as opening_held_days
        from openings_in_scope
        inner join marts.opening using (opening_id)
        where not openings_in_scope.is_excluded
    )
select
    dated_openings.*,
    search.opened_on as search_opened_on,
    search.approved_on,
    search.status,
    search.closed_on,
    submission.received_on,
    first_days.started_on,
    (
        select count(*)
        from days_on_hold
        where
            days_on_hold.search_id = dated_openings.search_id
            and days_on_hold.held_on >= search.opened_on
            and days_on_hold.held_on < dated_openings.filled_on
    ) as search_held_days
from dated_openings
inner join marts.search using (search_id)
left join marts.submission using (submission_id)
left join first_days using (submission_id)
