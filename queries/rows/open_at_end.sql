-- question: Which openings were open at the end of the period, and what became of them since?
-- grain: opening_id
-- reads: marts.opening, marts.brief_opening, marts.brief, marts.hold, marts.search, marts.export
-- with: openings_in_scope
-- attribution: open when the period ended, whenever they were opened in it
-- readers: hr, agency
-- note: of the searches given to the chosen agencies by then. days_then run to the last day of the
-- period; opening_end is what is known of them now: filled by one of the chosen agencies, filled
-- otherwise (not by whom), cancelled or open
with
    last_day as (select coalesce($period_end::date - 1, as_of_on) as last_on from marts.export),
    given as (
        select search_id
        from marts.brief
        cross join last_day
        where chosen($agencies, agency_id) and briefed_on <= last_on
    )
select
    opening.opening_id,
    opening.search_id,
    search.title,
    opening.department,
    opening.location,
    opening.opened_on,
    opening.ended_on,
    (last_on - opening.opened_on)::integer as days_then,
    exists (
        select 1
        from marts.hold as hold
        where
            hold.search_id = opening.search_id
            and hold.held_from <= last_on
            and coalesce(hold.held_until > last_on, true)
    ) as was_on_hold,
    openings_in_scope.opening_end
from openings_in_scope
cross join last_day
inner join marts.opening as opening on openings_in_scope.opening_id = opening.opening_id
inner join marts.search as search on opening.search_id = search.search_id
where
    not openings_in_scope.is_excluded
    and opening.opened_on <= last_on
    and coalesce(opening.ended_on > last_on, true)
    and ($agencies is null or opening.search_id in (select search_id from given))
order by days_then desc, opening.opening_id
limit $row_limit
