-- grain: days of an opening in a row that are of one side, for one step
-- key: opening_id, from_on
-- reads: steps.deciding_turn, marts.opening, marts.search, marts.calendar_day
-- order: opening_id, from_on
-- note: Every calendar day from the opening of a seat to its end, or to the as-of day, is of
-- exactly one side, by the step that is pending at its end. A row is `days` such days in a row,
-- from from_on up to the day before until_on: in the sample a seat has fifteen rows for its 64
-- days. Of
-- several steps the furthest one decides (the order is turns() in macros.sql); a search's steps
-- count for each of its open seats. is_beyond = later than agreed: of an agency, more than 5
-- working days in a row without a candidate to decide on; empty where nothing is agreed.
with
    openings as (
        select
            opening.opening_id,
            opening.search_id,
            opening.client_id,
            opening.department,
            opening.location,
            opening.role_family,
            opening.level,
            coalesce(search.country, '') as site
        from marts.opening
        inner join marts.search using (search_id)
    ),
    dated as (
        select openings.*, step, is_late, from_on, until_on, due.day as due_on
        from steps.deciding_turn
        inner join openings using (opening_id)
        left join
            marts.calendar_day as beginning
            on openings.site = beginning.site
            and deciding_turn.from_on = beginning.day
            and deciding_turn.step = 'candidate'
        left join
            marts.calendar_day as due
            on openings.site = due.site
            and beginning.working_day_index + if(beginning.is_working_day, 0, 1) + 5
            = due.working_day_index
            and due.is_working_day
    ),
    parts as (
        select * replace (least(until_on, due_on) as until_on)
        from dated
        union all
        select * replace (due_on as from_on, true as is_late)
        from dated
        where due_on < until_on
    )
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    opening_id,
    from_on,
    until_on,
    until_on - from_on as days,
    side_of_turn(step) as side,
    step,
    case
        when step in ('candidate', 'profile', 'invitation', 'interview', 'feedback', 'offer')
        then is_late
    end as is_beyond
from parts
