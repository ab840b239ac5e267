-- grain: interview
-- shown_by: raw.interview, raw.interviews
-- reads: shape.interview
-- carries: raw.interview, raw.interviews
select
    id as interview_id,
    opportunity_id as submission_id,
    from_epoch_milliseconds(created_at) as invited_at,
    from_epoch_milliseconds(date) as scheduled_for,
    case
        when canceled_at is not null then 'cancelled' when has_feedback then 'held' else 'scheduled'
    end as status,
    from_epoch_milliseconds(feedback_at) as feedback_at,
    recommendation,
    _file,
    _line
from shape.interview
where opportunity_id is not null
