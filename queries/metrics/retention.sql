-- question: Do the people who started stay?
-- grain: group
-- reads: marts.placement, marts.export
-- with: starters_in_scope, stay_lifetimes as lifetimes, incidence_bands, leaving_seen
-- by: agency, channel, client, department, quarter
-- unit: starter; calendar days from the real start; rates are fractions
-- attribution: started
-- direction: higher rates are better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: 1 less the Aalen-Johansen incidence of leaving; redundancy and the end of a fixed term
-- compete; log-log band, Wilson's interval where all of a final group stayed or left
-- note: left = resigned, dismissed or no reason given, whenever that was. Who is still there is
-- followed to the as-of day. A rate is null while nobody has been followed so long. excluded
-- are starts that contradict themselves. followed_90 and followed_365 = starters whose fate
-- at that day is known; is_final_90 and is_final_365 = all started so long ago. stayed_90 and
-- stayed_365 = starters who had not left by that day, null until it is final. All but starters
-- are null where the files say nothing of a hire but its first day: who left is then unknown
with
    counted as (
        select
            "group",
            count(*) filter (where not is_excluded) as starters,
            count(*) filter (where not is_excluded and ending = 'left') as "left",
            count(*) filter (
                where not is_excluded and ending = 'ended_otherwise'
            ) as ended_otherwise,
            count(*) filter (where is_excluded) as excluded,
            count(*) filter (
                where not is_excluded and (ending is not null or days_here >= 90)
            ) as followed_90,
            count(*) filter (
                where not is_excluded and (ending is not null or days_here >= 365)
            ) as followed_365,
            count(*) filter (
                where not is_excluded and ending = 'left' and days_here <= 90
            ) as left_by_90,
            count(*) filter (
                where not is_excluded and ending = 'left' and days_here <= 365
            ) as left_by_365,
            min(days_since_start) filter (where not is_excluded) as youngest,
            max(days_since_start) filter (where not is_excluded) as oldest,
            max(days_here) filter (where not is_excluded) as longest
        from starters_in_scope
        group by all
    ),
    curve as (
        select
            "group",
            min(still_open) <= 1e-9 as is_over,
            coalesce(max(incidence_1) filter (where day <= 90), 0) as gone_90,
            max_by(low, day) filter (where day <= 90) as gone_90_low,
            max_by(high, day) filter (where day <= 90) as gone_90_high,
            coalesce(max(incidence_1) filter (where day <= 365), 0) as gone_365,
            max_by(low, day) filter (where day <= 365) as gone_365_low,
            max_by(high, day) filter (where day <= 365) as gone_365_high
        from incidence_bands
        group by all
    ),
    known as (
        select
            counted.*,
            curve.* exclude ("group"),
            coalesce(youngest >= 90, false) as is_final_90,
            coalesce(youngest >= 365, false) as is_final_365,
            case when is_final_90 and is_leaving_seen then starters - left_by_90 end as stayed_90,
            case
                when is_final_365 and is_leaving_seen then starters - left_by_365
            end as stayed_365,
            is_leaving_seen,
            is_leaving_seen and oldest >= 90 and (longest >= 90 or is_over) as knows_90,
            is_leaving_seen and oldest >= 365 and (longest >= 365 or is_over) as knows_365
        from counted
        cross join leaving_seen
        left join curve on counted."group" is not distinct from curve."group"
    )
select
    "group",
    starters,
    case when is_leaving_seen then "left" end as "left",
    case when knows_90 then 1 - gone_90 end as retained_90_rate,
    case when knows_365 then 1 - gone_365 end as retained_365_rate,
    case
        when knows_90
        then
            coalesce(
                1 - gone_90_high, case when is_final_90 then wilson_low(stayed_90, starters) end
            )
    end as retained_90_low,
    case
        when knows_90
        then
            coalesce(
                1 - gone_90_low, case when is_final_90 then wilson_high(stayed_90, starters) end
            )
    end as retained_90_high,
    case
        when knows_365
        then
            coalesce(
                1 - gone_365_high, case when is_final_365 then wilson_low(stayed_365, starters) end
            )
    end as retained_365_low,
    case
        when knows_365
        then
            coalesce(
                1 - gone_365_low, case when is_final_365 then wilson_high(stayed_365, starters) end
            )
    end as retained_365_high,
    case when is_leaving_seen then ended_otherwise end as ended_otherwise,
    excluded,
    followed_90,
    followed_365,
    is_final_90,
    is_final_365,
    stayed_90,
    stayed_365
from known
order by "group"
