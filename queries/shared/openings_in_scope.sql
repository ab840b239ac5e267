-- grain: opening_id, agency_id
-- reads: marts.opening, marts.brief_opening
-- with: grouped_openings
-- note: openings by the day they were opened; opening_end is cause in words: filled by one of the
-- chosen agencies, filled otherwise (not by whom), cancelled or open
select
    case
        when $by = 'quarter' then quarter_label(opened_on, $first_month) else "group"
    end as "group",
    opening_id,
    search_id,
    opened_on,
    outcome,
    cause,
    case
        cause
        when 1
        then 'filled_by_agency'
        when 2
        then 'filled_otherwise'
        when 3
        then 'cancelled'
        else 'open'
    end as opening_end,
    is_on_hold,
    is_excluded,
    days,
    is_seen_late,
    clock_days,
    clock_entry_days
from grouped_openings
where in_period(opened_on, $period_start, $period_end)
