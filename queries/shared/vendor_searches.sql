-- grain: search_id
-- reads: marts.opening, marts.brief_opening, marts.search, marts.submission, marts.placement,
-- marts.hold, marts.export
-- with: vendor_openings, days_on_hold
-- note: the searches of the chosen openings. held_days are those on hold from the search's opening
-- to its closing
with
    searches as (
        select
            search_id,
            search_opened_on,
            status,
            case when status in ('filled', 'cancelled') then closed_on end as closed_on,
            min(opened_on) as first_opened_on,
            max(filled_on) as last_hire_on,
            count(filled_on) as hires,
            count(*) as openings,
            avg(filled_on - search_opened_on) as average_head_days,
            bool_and(outcome = 'cancelled') as is_cancelled
        from vendor_openings
        group by all
    )
select
    searches.*,
    export.as_of_on,
    (
        select count(*)
        from days_on_hold
        where
            days_on_hold.search_id = searches.search_id
            and days_on_hold.held_on >= searches.search_opened_on
            and days_on_hold.held_on < searches.closed_on
    ) as held_days
from searches
cross join marts.export
