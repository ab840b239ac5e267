-- grain: agency_id, client_id, gap_start, gap_end
-- reads: marts.contact_gap, marts.export
-- note: each silence of a partnership, cut to the period. It covers the days after gap_start up to
-- and including gap_end; a day is covered while the last contact is not longer ago than
-- agreed. is_running = nobody had met again by the as-of day or the last day of the period,
-- and the partnership was not over. A partnership has no department, location or role
-- family, so those filters don't narrow it
with
    gaps as (
        select
            agency_id,
            client_id,
            gap_start,
            gap_end,
            interval_days,
            starts_with,
            greatest(gap_start + 1, $period_start::date) as first_day,
            least(gap_end, $period_end::date - 1) as last_day,
            coalesce(gap_end >= $period_end::date, false) as is_cut,
            is_open and window_end >= as_of_on as is_open_now,
            is_open
        from marts.contact_gap
        cross join marts.export
        where
            ($period_start is null or gap_end >= $period_start)
            and ($period_end is null or gap_start < $period_end)
            and chosen($clients, client_id)
            and chosen($agencies, agency_id)
            -- Who met on the day of the brief was not silent before.
            and (is_open or gap_end > gap_start)
    )
select
    case $by when 'agency' then agency_id when 'client' then client_id end as "group",
    agency_id,
    client_id,
    gap_start,
    gap_end,
    interval_days,
    starts_with,
    is_cut or is_open_now as is_running,
    is_cut or is_open as is_unfinished,
    greatest(0, last_day - first_day + 1) as days,
    greatest(0, least(last_day, gap_start + interval_days) - first_day + 1) as covered_days,
    last_day - gap_start as silent_days,
    case
        when is_running then greatest(0, last_day - gap_start - interval_days) else 0
    end as overdue_days
from gaps
