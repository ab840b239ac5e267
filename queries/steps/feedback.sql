-- grain: submission
-- key: submission_id
-- reads: steps.reply, marts.calendar_day, staging.export
-- as: view
-- note: Working days as differences of the site's running count of working days. What comes in
-- after the cut-off hour or on a day off counts from the next working day; an answer before that
-- day took 0
-- days. The days within which HR answers are a setting, two where nobody set others: a wait can be
-- judged once it was answered, or once more of them have gone by.
with
    counted_days as (
        select
            reply.*,
            receipt.working_day_index + case
                when receipt.is_working_day and not reply.is_after_hours then 0 else 1
            end as first_index,
            ending.working_day_index - first_index as days_to_end,
            follow_up.working_day_index - first_index as days_followed
        from steps.reply
        left join
            marts.calendar_day as receipt
            on reply.site = receipt.site
            and reply.received_on = receipt.day
        left join
            marts.calendar_day as ending on reply.site = ending.site and reply.ended_on = ending.day
        left join
            marts.calendar_day as follow_up
            on reply.site = follow_up.site
            and reply.followed_until = follow_up.day
    )
select
    counted_days.*,
    case
        when feedback_outcome is not null then if(days_to_end < 0, 0, days_to_end)
    end as feedback_days,
    due.day as answer_due_on,
    case
        when feedback_outcome is not null then if(days_followed < 0, 0, days_followed)
    end as working_days_elapsed,
    feedback_outcome = 'answered' or working_days_elapsed > export.reply_days as is_evaluable,
    case
        when is_evaluable then feedback_outcome = 'answered' and feedback_days <= export.reply_days
    end as is_on_time
from counted_days
cross join staging.export
left join
    marts.calendar_day as due
    on counted_days.site = due.site
    and counted_days.first_index + export.reply_days = due.working_day_index
    and due.is_working_day
