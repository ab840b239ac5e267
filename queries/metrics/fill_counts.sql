-- question: Of the openings that reached day 30, 60 or 90, how many were filled by then, and by
-- whom?
-- grain: group, within_days
-- reads: marts.opening, marts.brief_opening, marts.export
-- with: grouped_openings, whose_files
-- by: agency, client, department, location, role_family, level, quarter
-- unit: opening (one seat); days since opened, calendar ones or those without holds (the active
-- clock); filled_rate is a fraction
-- attribution: the day an opening reached day 30, 60 or 90
-- direction: higher is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- refuses: selected by closing
-- note: reached = openings whose day 30, 60 or 90 was not after the as-of day; later ones are too
-- early to say and in no count. Openings that were already open when the exports begin are
-- left out, because the ones of their age that ended before can't be seen. On the active clock
-- the day comes later by the days on hold. filled + cancelled + still_open = reached.
-- In an agency's own files a fill is one by that agency; whether somebody else filled a seat or
-- nobody did can't be seen, so filled_otherwise and cancelled are null. The ranges take each
-- opening for itself: where three seats of each search fare alike they hold the true share in 84 to
-- 97 of 100 instead of 95 (bench/coverage.py)
with
    horizons as (select unnest([30, 60, 90]) as within_days),
    openings_and_days as (
        select
            grouped_openings."group",
            horizons.within_days,
            grouped_openings.opened_on
            + horizons.within_days
            + (grouped_openings.days - grouped_openings.clock_days)::integer as reached_on,
            case
                when grouped_openings.clock_days <= horizons.within_days
                then grouped_openings.cause
                else 0
            end as cause
        from grouped_openings
        cross join horizons
        where not grouped_openings.is_excluded and not grouped_openings.is_seen_late
    ),
    openings_that_reached as (
        select
            case
                when $by = 'quarter' then quarter_label(reached_on, $first_month) else "group"
            end as "group",
            within_days,
            cause
        from openings_and_days
        cross join marts.export as export
        where reached_on <= export.as_of_on and in_period(reached_on, $period_start, $period_end)
    )
select
    "group",
    within_days,
    count(*) as reached,
    count(*) filter (where cause in (1, 2)) as filled,
    count(*) filter (where cause = 1) as filled_by_agency,
    case when not is_agencys_own then count(*) filter (where cause = 2) end as filled_otherwise,
    case when not is_agencys_own then count(*) filter (where cause = 3) end as cancelled,
    count(*) filter (where cause = 0) as still_open,
    share(filled, reached) as filled_rate,
    wilson_low(filled, reached) as filled_low,
    wilson_high(filled, reached) as filled_high
from openings_that_reached
cross join whose_files
group by "group", within_days, is_agencys_own
order by "group", within_days
