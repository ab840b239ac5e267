-- question: How many leave within the agency's guarantee?
-- grain: group
-- reads: marts.placement, marts.export
-- with: guarantee_lifetimes as lifetimes, incidence_bands, leaving_seen
-- by: agency, channel, client, department, quarter
-- unit: starter through an agency with a guarantee; rates are fractions
-- attribution: started
-- direction: lower is better
-- owner: agency
-- smallest_n: 5
-- readers: hr, agency
-- source: Aalen-Johansen incidence of leaving by the end of each one's own guarantee; redundancy
-- and
-- the end of a fixed term compete; log-log band
-- note: starters = left_within + ended_otherwise + still_running + got_through. The last day of the
-- guarantee counts. Null while nobody has got through and somebody may still, and where the files
-- say nothing of a hire but its first day. What is owed for each stands in the rows of
-- guarantee_leaver
with
    counted as (
        select
            "group",
            count(*) as starters,
            count(*) filter (where cause = 1) as left_within,
            count(*) filter (where cause = 3) as ended_otherwise,
            count(*) filter (where cause = 0 and days < 36500) as still_running,
            count(*) filter (where cause = 0 and days = 36500) as got_through
        from lifetimes
        group by all
    ),
    fallen as (
        select
            "group",
            coalesce(max(incidence_1), 0) as fall_off_rate,
            max_by(low, day) as fall_off_low,
            max_by(high, day) as fall_off_high
        from incidence_bands
        group by all
    ),
    told as (
        select
            counted.*,
            is_leaving_seen,
            is_leaving_seen and (got_through > 0 or still_running = 0) as is_told
        from counted
        cross join leaving_seen
    )
select
    told."group",
    starters,
    case when is_leaving_seen then told.left_within end as left_within,
    case when is_leaving_seen then told.ended_otherwise end as ended_otherwise,
    still_running,
    case when is_leaving_seen then told.got_through end as got_through,
    case when is_told then fallen.fall_off_rate end as fall_off_rate,
    case when is_told then fallen.fall_off_low end as fall_off_low,
    case when is_told then fallen.fall_off_high end as fall_off_high
from told
left join fallen on told."group" is not distinct from fallen."group"
order by told."group"
