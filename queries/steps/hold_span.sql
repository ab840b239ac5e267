-- grain: stretch of days on which a search was on hold
-- key: search_id, held_from
-- reads: staging.holds, staging.export
-- note: Holds that touch or overlap are one stretch, so no day is subtracted twice. One that ends
-- before it begins is left out. `is_on` where it still goes on.
with
    clipped_holds as (
        select
            search_id,
            held_from,
            coalesce(held_until, as_of_on) as held_until,
            held_until is null as is_on
        from staging.holds
        cross join staging.export
        where coalesce(held_until, as_of_on) >= held_from
    ),
    beginnings as (
        select
            search_id,
            held_from,
            held_until,
            is_on,
            coalesce(
                held_from > max(held_until) over (
                    partition by search_id
                    order by held_from, held_until
                    rows between unbounded preceding and 1 preceding
                ),
                true
            ) as is_beginning
        from clipped_holds
    ),
    numbered_holds as (
        select
            search_id,
            held_from,
            held_until,
            is_on,
            count(*) filter (where is_beginning) over (
                partition by search_id order by held_from, held_until rows unbounded preceding
            ) as stretch
        from beginnings
    )
select
    search_id, min(held_from) as held_from, max(held_until) as held_until, bool_or(is_on) as is_on
from numbered_holds
group by search_id, stretch
