-- grain: stretch of days of an opening in which a turn was pending, in time or late
-- key: opening_id, digit, from_on
-- reads: steps.turn, steps.acceptance, marts.opening
-- note: The turns of the search within the life of the opening, and after the acceptance that
-- filled
-- it the days until the seat is closed. Turns of one kind that touch or overlap are one stretch. A
-- kind has two digits, twice its place among the turns and one more while it is late.
with
    lives as (
        select
            opening_id,
            search_id,
            opened_on,
            opened_on + days::integer as last_on,
            filled_by_submission_id
        from marts.opening
        where not is_excluded and days > 0
    ),
    digits as (
        select search_id, 2 * list_position(turns(), step) as digit, started_on, ended_on
        from steps.turn
        union all
        select search_id, 2 * list_position(turns(), step) + 1, due_on, ended_on
        from steps.turn
        where due_on < ended_on
    ),
    stretches as (
        select
            opening_id,
            digit,
            greatest(started_on, opened_on) as from_on,
            least(ended_on, last_on) as until_on
        from digits
        inner join lives using (search_id)
        where greatest(started_on, opened_on) < least(ended_on, last_on)
        union all
        select
            lives.opening_id,
            2 * list_position(turns(), 'start'),
            greatest(acceptance.accepted_on, lives.opened_on),
            lives.last_on
        from lives
        inner join steps.acceptance on lives.filled_by_submission_id = acceptance.submission_id
        where acceptance.is_standing and acceptance.accepted_on < lives.last_on
    ),
    beginnings as (
        select
            *,
            coalesce(
                from_on > max(until_on) over (
                    partition by opening_id, digit
                    order by from_on, until_on
                    rows between unbounded preceding and 1 preceding
                ),
                true
            ) as is_beginning
        from stretches
    ),
    numbered as (
        select
            *,
            count(*) filter (where is_beginning) over (
                partition by opening_id, digit order by from_on, until_on rows unbounded preceding
            ) as stretch
        from beginnings
    )
select opening_id, digit, min(from_on) as from_on, max(until_on) as until_on
from numbered
group by opening_id, digit, stretch
