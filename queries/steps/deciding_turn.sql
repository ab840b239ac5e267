-- grain: stretch of days of an opening on which one turn decides
-- key: opening_id, from_on
-- reads: steps.seat_turn
-- note: Of the turns pending on a day the one of the highest digit decides. Each is one binary
-- digit
-- of a number that changes on the days on which a stretch begins or ends, so one running sum says
-- what is pending, and its logarithm which comes first.
with
    changes as (
        select opening_id, from_on as day, 1::bigint << digit as pending
        from steps.seat_turn
        union all
        select opening_id, until_on, - (1::bigint << digit)
        from steps.seat_turn
    ),
    days as (
        select opening_id, day, sum(pending)::bigint as change from changes group by opening_id, day
    ),
    stretches as (
        select
            opening_id,
            day as from_on,
            lead(day) over by_day as until_on,
            floor(log2(nullif(sum(change) over by_day, 0)))::integer as digit
        from days
        window by_day as (partition by opening_id order by day)
    ),
    beginnings as (
        select
            *,
            digit is distinct from lag(digit) over (
                partition by opening_id order by from_on
            ) as is_beginning
        from stretches
        where until_on is not null
    ),
    numbered as (
        select
            *,
            count(*) filter (where is_beginning) over (
                partition by opening_id order by from_on rows unbounded preceding
            ) as stretch
        from beginnings
    )
select
    opening_id,
    list_extract(turns(), digit >> 1) as step,
    digit & 1 = 1 as is_late,
    min(from_on) as from_on,
    max(until_on) as until_on
from numbered
group by opening_id, stretch, digit
