-- grain: opening_id, agency_id
-- reads: marts.opening, marts.brief_opening
-- with: grouped_openings
-- note: openings by the day they were opened
select
    case
        when $by = 'quarter' then quarter_label(opened_on, $first_month) else "group"
    end as "group",
    opening_id,
    search_id,
    opened_on,
    outcome,
    cause,
    is_on_hold,
    is_excluded,
    days,
    is_seen_late,
    clock_days,
    clock_entry_days
from grouped_openings
where in_period(opened_on, $period_start, $period_end)
