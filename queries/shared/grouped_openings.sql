-- grain: opening_id, agency_id
-- reads: marts.opening, marts.brief_opening
-- with: chosen_openings
-- note: the chosen openings with their group, whatever the period; clock_days runs on the chosen
-- clock. The group of a quarter is left to the reader, who knows which day counts
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
    end as "group",
    opening_id,
    search_id,
    opened_on,
    outcome,
    cause,
    is_on_hold,
    is_excluded,
    days,
    entry_days > 0 as is_seen_late,
    case when $clock = 'active' then active_days else days end as clock_days,
    case when $clock = 'active' then active_entry_days else entry_days end as clock_entry_days
from chosen_openings
