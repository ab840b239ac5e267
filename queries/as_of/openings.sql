-- grain: opening
-- key: opening_id
-- reads: typed.openings, typed.export
-- note: A seat that was filled or cancelled later was open.
select
    openings.* replace (
        case
            when openings.closed_on > export.as_of_on then 'open' else openings.outcome
        end as outcome,
        case
            when openings.closed_on > export.as_of_on then null else openings.closed_on
        end as closed_on,
        case
            when openings.closed_on > export.as_of_on
            then null
            else openings.filled_by_submission_id
        end as filled_by_submission_id
    )
from typed.openings
cross join typed.export
where openings.opened_on <= export.as_of_on
