-- question: How long does it take to fill what we open, counting what is still open?
-- grain: group
-- reads: marts.opening, marts.brief_opening
-- with: openings_in_scope, opening_lifetimes as lifetimes, survival, medians
-- by: agency, client, department, location, role_family, level, quarter
-- unit: opening (one seat); calendar days from opened to filled, with holds counted in them (the
-- active clock leaves holds out); rates are fractions
-- attribution: opened
-- direction: fewer days and higher rates are better
-- owner: both
-- smallest_n: 10
-- readers: hr, agency
-- source: Kaplan-Meier with log-log bands, Aalen-Johansen incidence, restricted mean over 90 days
-- (Klein and Moeschberger, Survival Analysis)
-- refuses: selected by closing
-- note: openings = filled + open + cancelled; excluded ones, whose dates contradict each other,
-- are counted apart. A filled opening whose hire never started counts as open.
-- naive_median_days looks at the filled ones of the same openings only, so it flatters while
-- anything is open. median_days and rmst90_days wait for any fill and follow cancelled ones
-- until then; the filled_by_ rates count cancelled ones as never filled. Grouped by or
-- restricted to an agency it is every opening of the searches briefed to it, on the same
-- clock, whoever filled it. Null where half was never reached
with
    counted as (
        select
            "group",
            count(*) filter (where not is_excluded) as openings,
            count(*) filter (where not is_excluded and outcome = 'filled') as filled,
            count(*) filter (where not is_excluded and outcome = 'open') as "open",
            count(*) filter (where not is_excluded and outcome = 'cancelled') as cancelled,
            count(*) filter (where is_excluded) as excluded,
            median(clock_days) filter (
                where not is_excluded and outcome = 'filled'
            ) as naive_median_days
        from openings_in_scope
        group by all
    ),
    followed as (
        -- From thin_from on too few were at risk to say anything.
        select
            "group",
            coalesce(min(day) filter (where is_too_thin), 1e9) as thin_from,
            least(min(day), 90) as days_before_first_step,
            coalesce(
                sum(kaplan_meier * (least(coalesce(next_day, 90), 90) - day)) filter (
                    where day < 90
                ),
                0
            ) as days_after_it,
            coalesce(max(incidence_1 + incidence_2) filter (where day <= 30), 0) as filled_by_30,
            coalesce(max(incidence_1 + incidence_2) filter (where day <= 60), 0) as filled_by_60,
            coalesce(max(incidence_1 + incidence_2) filter (where day <= 90), 0) as filled_by_90
        from survival
        group by all
    )
select
    counted."group",
    counted.openings,
    counted.filled,
    counted."open",
    counted.cancelled,
    counted.excluded,
    counted.naive_median_days,
    medians.median_days,
    medians.median_low,
    medians.median_high,
    case when thin_from > 90 then days_before_first_step + days_after_it end as rmst90_days,
    case when thin_from > 30 then filled_by_30 end as filled_by_30_rate,
    case when thin_from > 60 then filled_by_60 end as filled_by_60_rate,
    case when thin_from > 90 then filled_by_90 end as filled_by_90_rate
from counted
left join followed on counted."group" is not distinct from followed."group"
left join medians on counted."group" is not distinct from medians."group"
order by counted."group"
