-- promise: Every day of an opening is of exactly one side, and together they are its age
-- grain: opening
-- reads: marts.opening, marts.opening_day
with
    rows_in_order as (
        select
            *,
            coalesce(
                lead(from_on) over (partition by opening_id order by from_on) = until_on, true
            ) as is_followed
        from marts.opening_day
    ),
    sums as (
        select
            opening_id,
            min(from_on) as first_on,
            max(until_on) as last_on,
            sum(days) as days,
            bool_and(
                coalesce(
                    is_followed
                    and days > 0
                    and days = until_on - from_on
                    and side in ('hr', 'agency', 'business_leader', 'candidate', 'hold', 'unknown'),
                    false
                )
            ) as is_whole
        from rows_in_order
        group by opening_id
    )
select opening.opening_id, opening.days, sums.days as assigned_days
from marts.opening
full join sums on opening.opening_id = sums.opening_id
where
    case
        when opening.is_excluded or opening.days = 0
        then sums.opening_id is not null
        else
            coalesce(
                sums.days <> opening.days
                or sums.first_on <> opening.opened_on
                or sums.last_on <> opening.opened_on + opening.days::integer
                or not sums.is_whole,
                true
            )
    end
