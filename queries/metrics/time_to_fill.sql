-- question: How long does it take to fill what is opened, counting what is still open?
-- grain: group
-- reads: marts.opening, marts.brief_opening, marts.export
-- with: openings_in_scope, opening_lifetimes as lifetimes, survival, medians, whose_files
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
-- clock, whoever filled it. Null where half was never reached. In an agency's own files a fill is
-- one by that agency, and so are the rates; whether others filled a seat can't be seen, so
-- cancelled, the medians and rmst90_days are null
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
        -- The curve of a group may stop where too few were at risk; nothing is said beyond.
        select
            "group",
            case when bool_and(next_day is not null) then max(next_day) else 1e9 end as stops_on,
            least(min(day), 90) as days_before_first_step,
            coalesce(
                sum(kaplan_meier * (least(coalesce(next_day, 90), 90) - day)) filter (
                    where day < 90
                ),
                0
            ) as days_after_it,
            max(incidence_1 + incidence_2) filter (where day <= 30) as filled_by_30,
            max(incidence_1 + incidence_2) filter (where day <= 60) as filled_by_60,
            max(incidence_1 + incidence_2) filter (where day <= 90) as filled_by_90
        from survival
        group by all
    )
select
    counted."group",
    counted.openings,
    counted.filled,
    counted."open",
    case when not is_agencys_own then counted.cancelled end as cancelled,
    counted.excluded,
    counted.naive_median_days,
    case when not is_agencys_own then medians.median_days end as median_days,
    case when not is_agencys_own then medians.median_low end as median_low,
    case when not is_agencys_own then medians.median_high end as median_high,
    case
        when stops_on > 90 and not is_agencys_own then days_before_first_step + days_after_it
    end as rmst90_days,
    case when stops_on > 30 then coalesce(filled_by_30, 0) end as filled_by_30_rate,
    case when stops_on > 60 then coalesce(filled_by_60, 0) end as filled_by_60_rate,
    case when stops_on > 90 then coalesce(filled_by_90, 0) end as filled_by_90_rate
from counted
cross join whose_files
left join followed on counted."group" is not distinct from followed."group"
left join medians on counted."group" is not distinct from medians."group"
order by counted."group"
