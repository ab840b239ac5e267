-- keeps: openings of searches given to the agency
-- reads: marts.opening, marts.brief
-- with: searches_given
-- note: A fill by anyone else is otherwise: neither by whom nor by which way.
with
    given as (
        select opening.*, coalesce(filled_by_agency_id = $agency_id, false) as is_own
        from marts.opening
        semi join searches_given on opening.search_id = searches_given.search_id
    )
select
    opening_id,
    seat,
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    opened_on,
    ended_on,
    outcome,
    case when is_own then filled_by_submission_id end as filled_by_submission_id,
    case when is_own then filled_by_agency_id end as filled_by_agency_id,
    case
        when is_own or filled_by_channel is null then filled_by_channel else 'otherwise'
    end as filled_by_channel,
    case
        when replaces_opening_id in (select opening_id from given) then replaces_opening_id
    end as replaces_opening_id,
    is_on_hold,
    days,
    active_days,
    entry_days,
    active_entry_days,
    is_excluded,
    exclusion_reason
from given
