-- question: Why does another system say another number of days?
-- grain: definition
-- reads: marts.opening, marts.brief_opening, marts.search, marts.submission, marts.placement,
-- marts.offer, marts.hold, marts.present, marts.reader, marts.export
-- with: vendor_rules, vendor_cases, opening_lifetimes as lifetimes, survival, medians
-- by:
-- unit: calendar days; `unit` says of what: opening (one seat), search or offer
-- attribution: opened
-- direction: fewer days are better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: the SHRM convention (in imboard), PwC Saratoga 2022, and the help pages, as read in 2026,
-- of iCIMS, JobScore, Workable, Pinpoint, SmartRecruiters, Hirebridge, Carerix, Lever and
-- Greenhouse; the addresses are on the Definitions screen
-- refuses: selected by closing
-- note: every definition looks at the same openings, those opened in the period. days is the mean
-- of the cases, and in the row `ours` the first day by which half are filled. left_out counts the
-- units that a definition does not count, left_out_open those of them that are still open; an end
-- before its start is left out. difference_days = filled_only_days (the middle of the filled ones
-- alone) + mean_days (their mean instead of their middle) + rule_days (start, end, holds, unit);
-- where a definition does not begin with the filled ones, all of it is rule_days. Days run from
-- one day to another, as everywhere here; JobScore's own example counts both ends, one day more.
-- Null where the files can't show it
with
    shown as (
        -- What the files show: tables that came in, and days that at least one row has.
        select table_name as what
        from marts.present
        where is_present
        union all
        select 'approval'
        from marts.search
        where approved_on is not null
        union all
        select 'closing'
        from marts.search
        where closed_on is not null
        union all
        select 'hires'
        from marts.opening
        where filled_by_submission_id is not null
        union all
        -- An agency's own file holds neither who else was hired nor what was offered to them.
        select 'everyone'
        where not exists (select agency_id from marts.reader where agency_id is not null)
    ),
    visible_rules as (
        select
            vendor_rules.*,
            list_has_all((select coalesce(list(what), []) from shown), needs) as is_visible
        from vendor_rules
    ),
    counted as (
        select
            definition,
            count(*) filter (where days >= 0) as cases,
            count(*) - cases as left_out,
            count(*) filter (where is_open and coalesce(days < 0, true)) as left_out_open,
            avg(days) filter (where days >= 0) as days,
            median(days) filter (where days >= 0) as middle_days
        from vendor_cases
        group by all
    ),
    ours as (
        select
            count(*) as cases,
            (select median_days from medians) as days,
            (select middle_days from counted where definition = 'shrm') as filled_middle_days,
            (select days from counted where definition = 'shrm') as filled_mean_days
        from lifetimes
    )
select
    0 as place,
    'ours' as definition,
    'opening' as unit,
    cases,
    0 as left_out,
    0 as left_out_open,
    days,
    days as ours_days,
    null as difference_days,
    null as filled_only_days,
    null as mean_days,
    null as rule_days
from ours
where cases > 0
union all
select
    place,
    definition,
    unit,
    case when is_visible then coalesce(counted.cases, 0) end,
    case when is_visible then coalesce(counted.left_out, 0) end,
    case when is_visible then coalesce(counted.left_out_open, 0) end,
    case when is_visible then counted.days end as days,
    ours.days,
    case when is_visible then counted.days - ours.days end as difference_days,
    case when is_visible and is_of_filled then filled_middle_days - ours.days end,
    case when is_visible and is_of_filled then filled_mean_days - filled_middle_days end,
    case
        when not is_visible
        then null
        when is_of_filled
        then counted.days - filled_mean_days
        else counted.days - ours.days
    end
from visible_rules
cross join ours
left join counted using (definition)
where ours.cases > 0
order by place
