-- grain: seen_on, opening_id
-- reads: marts.opening, marts.hold, marts.export
-- note: reads the chain `days_to_look` (seen_on): every opening as it stood on each of those days,
-- whatever the filters; is_asked = open then. "group" (the role family) and search are numbers
-- from 0.
-- ended_as is 0 open, 1 filled, 2 cancelled. A hire who went back on the acceptance since then is
-- not known
-- as one: such an opening was open all the time
with
    numbered as (
        select
            *,
            (dense_rank() over (order by role_family) - 1)::integer as family,
            (dense_rank() over (order by search_id) - 1)::integer as search
        from marts.opening
        where not is_excluded
    ),
    on_hold as (
        select distinct seen_on, search_id
        from marts.hold
        inner join
            days_to_look
            on hold.held_from <= days_to_look.seen_on
            and coalesce(hold.held_until > days_to_look.seen_on, true)
    )
select
    days_to_look.seen_on,
    numbered.opening_id,
    numbered.search_id,
    numbered.family as "group",
    numbered.search,
    coalesce(numbered.ended_on <= days_to_look.seen_on, false) as has_ended,
    least(coalesce(numbered.ended_on, days_to_look.seen_on), days_to_look.seen_on)
    - numbered.opened_on as days,
    numbered.entry_days,
    case when not has_ended then 0 when numbered.outcome = 'filled' then 1 else 2 end as ended_as,
    ended_as = 0 as is_asked,
    on_hold.search_id is not null
    or (numbered.is_on_hold and days_to_look.seen_on = export.as_of_on) as is_on_hold,
    case
        when numbered.outcome = 'filled' and not has_ended
        then numbered.ended_on - days_to_look.seen_on
    end as filled_after_days,
    export.as_of_on - days_to_look.seen_on as followed_days
from numbered
inner join days_to_look on numbered.opened_on + numbered.entry_days::integer <= days_to_look.seen_on
cross join marts.export as export
left join
    on_hold on numbered.search_id = on_hold.search_id and days_to_look.seen_on = on_hold.seen_on
