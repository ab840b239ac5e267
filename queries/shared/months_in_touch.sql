-- grain: month
-- reads: marts.contact_gap, marts.present
-- with: seen_tables
-- note: days of the chosen partnerships in each calendar month, and those on which the last contact
-- was no longer ago than agreed; counted as in silences_in_scope. Empty without meetings on file
with
    months as (
        select
            gap_start,
            gap_end,
            interval_days,
            unnest(
                generate_series(date_trunc('month', gap_start + 1)::date, gap_end, interval 1 month)
            )::date as month,
            (month + interval 1 month)::date - 1 as last_of_month
        from marts.contact_gap
        cross join seen_tables
        where
            has_meetings
            and gap_end > gap_start
            and chosen($clients, client_id)
            and chosen($agencies, agency_id)
    ),
    days as (
        select
            month,
            greatest(gap_start + 1, month) as first_day,
            least(gap_end, last_of_month) as last_day,
            least(last_day, gap_start + interval_days) as last_covered
        from months
    )
select
    month,
    sum(greatest(0, last_covered - first_day + 1))::bigint as k,
    sum(greatest(0, last_day - first_day + 1))::bigint as n
from days
group by month
