-- grain: site and day
-- key: site, day
-- reads: steps.site, steps.span, steps.holiday
-- order: site, day
-- note: Working days are weekdays less the site's public holidays. The number of working days
-- between two days is the difference of their working_day_index, a running count that includes the
-- day itself.
with
    days as (
        select site, unnest(generate_series(first_on, last_on, interval 1 day))::date as day
        from steps.site
        cross join steps.span
    ),
    kinds_of_days as (
        select days.site, days.day, isodow(days.day) < 6 and holiday.day is null as is_working_day
        from days
        left join steps.holiday using (site, day)
    )
select
    site,
    day,
    count(*) filter (where is_working_day) over (
        partition by site order by day
    ) as working_day_index,
    is_working_day
from kinds_of_days
