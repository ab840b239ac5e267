-- grain: wait of one side for the other, except for HR's answer to a profile (marts.submission)
-- key: kind, case_id
-- reads: steps.wait, marts.calendar_day, marts.search
-- order: kind, case_id
-- note: In working days, as the reply to a profile: what begins after the cut-off hour or on a
-- day off counts from the next working day. A wait can be judged once it was answered, or once
-- more days than its
-- limit have gone by. One that ended before it began contradicts itself and is excluded.
with
    counted_days as (
        select
            wait.*,
            beginning.working_day_index + case
                when beginning.is_working_day and not wait.is_after_hours then 0 else 1
            end as first_index,
            greatest(ending.working_day_index - first_index, 0) as days
        from steps.wait
        left join
            marts.calendar_day as beginning
            on wait.site = beginning.site
            and wait.started_on = beginning.day
        left join
            marts.calendar_day as ending on wait.site = ending.site and wait.ended_on = ending.day
    )
select
    search.search_id,
    search.client_id,
    search.department,
    search.location,
    search.role_family,
    search.level,
    counted_days.kind,
    counted_days.case_id,
    counted_days.submission_id,
    counted_days.agency_id,
    counted_days.started_on,
    counted_days.ended_on,
    counted_days.outcome,
    counted_days.days,
    counted_days.limit_days,
    outcome = 'answered' or days > limit_days as is_evaluable,
    outcome = 'answered' and days <= limit_days as is_on_time,
    ended_on < started_on or days is null as is_excluded
from counted_days
left join marts.search using (search_id)
