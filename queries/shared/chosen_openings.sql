-- grain: opening_id, agency_id
-- reads: marts.opening, marts.brief_opening
-- note: grouped by agency, an opening stands once under every agency its search was briefed to;
-- restricted to agencies, it stands once if its search was briefed to any of them. cause is
-- 0 open, 1 filled by an agency, 2 filled otherwise, 3 cancelled, where "an agency" is the
-- group's, else any of the chosen ones, else any at all
with
    openings as (
        select
            opening_id,
            search_id,
            client_id,
            department,
            location,
            role_family,
            level,
            opened_on,
            ended_on,
            outcome,
            is_on_hold,
            days,
            active_days,
            entry_days,
            active_entry_days,
            is_excluded,
            filled_by_agency_id,
            filled_by_channel = 'agency' as is_filled_by_any_agency
        from marts.opening
        where
            chosen($clients, client_id)
            and chosen($departments, department)
            and chosen($locations, location)
            and chosen($role_families, role_family)
    ),
    briefed as (
        select opening_id, agency_id from marts.brief_opening where chosen($agencies, agency_id)
    ),
    openings_and_agencies as (
        -- Fans out to one row per briefed agency, on purpose.
        select
            openings.*,
            briefed.agency_id,
            openings.filled_by_agency_id = briefed.agency_id as is_filled_by_agency
        from openings
        inner join briefed on openings.opening_id = briefed.opening_id
        where $by = 'agency'
        union all
        select *, null as agency_id, is_filled_by_any_agency as is_filled_by_agency
        from openings
        where $by is distinct from 'agency' and $agencies is null
        union all
        select *, null as agency_id, chosen($agencies, filled_by_agency_id) as is_filled_by_agency
        from openings
        where
            $by is distinct from 'agency'
            and $agencies is not null
            and opening_id in (select opening_id from briefed)
    )
select
    *,
    case
        when outcome = 'filled' and is_filled_by_agency
        then 1
        when outcome = 'filled'
        then 2
        when outcome = 'cancelled'
        then 3
        else 0
    end as cause
from openings_and_agencies
