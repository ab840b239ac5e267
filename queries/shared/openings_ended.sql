-- grain: opening_id, agency_id
-- reads: marts.opening, marts.brief_opening
-- with: chosen_openings
-- note: filled and cancelled openings by the day they ended
select
    case
        $by
        when 'agency'
        then agency_id
        when 'client'
        then client_id
        when 'department'
        then department
        when 'location'
        then location
        when 'role_family'
        then role_family
        when 'level'
        then level
        when 'quarter'
        then quarter_label(ended_on, $first_month)
    end as "group",
    opening_id,
    search_id,
    ended_on,
    outcome,
    cause,
    filled_by_agency_id
from chosen_openings
where
    outcome in ('filled', 'cancelled')
    and not is_excluded
    and in_period(ended_on, $period_start, $period_end)
