-- grain: group, day
-- reads:
-- note: reads the chain `lifetimes` ("group", days, entry_days, cause): cause 0 is still going on
-- (censored), 1 and 2 are what we wait for, 3 ends the wait without it. Someone is at risk
-- on day t when entry_days < t <= days; who was seen from the start is at risk on day 0 too
with
    followed as (
        select "group", days, cause, case when entry_days > 0 then entry_days end as entry_day
        from lifetimes
        -- Who would have entered only after leaving was never at risk.
        where days is not null and (coalesce(entry_days, 0) <= 0 or entry_days < days)
    ),
    exits_and_entries as (
        select
            "group",
            days as day,
            count(*) as leaving,
            count(*) filter (where cause = 1) as ends_1,
            count(*) filter (where cause = 2) as ends_2,
            count(*) filter (where cause = 3) as ends_3,
            0 as entering
        from followed
        group by all
        union all
        select
            "group",
            entry_day as day,
            0 as leaving,
            0 as ends_1,
            0 as ends_2,
            0 as ends_3,
            count(*) as entering
        from followed
        where entry_day is not null
        group by all
    ),
    changes as (
        select
            "group",
            day,
            sum(leaving)::bigint as leaving,
            sum(ends_1)::bigint as ends_1,
            sum(ends_2)::bigint as ends_2,
            sum(ends_3)::bigint as ends_3,
            sum(entering)::bigint as entering
        from exits_and_entries
        group by all
    )
select
    "group",
    day,
    leaving,
    ends_1,
    ends_2,
    ends_3,
    ends_1 + ends_2 as wanted_ends,
    ends_1 + ends_2 + ends_3 as ends,
    (sum(leaving - entering) over from_here_on)::bigint as at_risk,
    (sum(entering) over from_here_on)::bigint as still_to_enter
from changes
window from_here_on as (partition by "group" order by day desc)
