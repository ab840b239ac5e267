-- grain: turn with an agreed limit or without one
-- key:
-- reads: steps.turn_profile, steps.turn_interview, steps.turn_offer, steps.turn_unclear,
-- steps.turn_search, marts.search, marts.calendar_day, staging.export
-- note: Each turn's days, from its own day up to the one on which it passed on, and the day from
-- which it took longer than agreed: working days as everywhere, what begins after the hour that is
-- set or on a day off counts from the next one.
with
    every_turn as (
        from steps.turn_profile
        union all
        from steps.turn_interview
        union all
        from steps.turn_offer
        union all
        from steps.turn_unclear
        union all
        from steps.turn_search
    ),
    turns as (
        select
            every_turn.* replace (coalesce(ended_on, date 'infinity') as ended_on),
            coalesce(search.country, '') as site,
            is_after(
                started_at at time zone coalesce(search.time_zone, export.default_time_zone),
                export.cutoff_hour
            ) as is_after_hours
        from every_turn
        cross join staging.export
        inner join marts.search using (search_id)
        where started_on < coalesce(ended_on, date 'infinity')
    )
select
    turns.step,
    turns.search_id,
    turns.submission_id,
    turns.started_on,
    turns.ended_on,
    due.day as due_on
from turns
left join
    marts.calendar_day as beginning
    on turns.site = beginning.site
    and turns.started_on = beginning.day
    and turns.limit_days is not null
left join
    marts.calendar_day as due
    on turns.site = due.site
    and beginning.working_day_index
    + if(beginning.is_working_day and not turns.is_after_hours, 0, 1)
    + turns.limit_days
    = due.working_day_index
    and due.is_working_day
