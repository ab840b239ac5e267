-- grain: interview
-- key: interview_id
-- reads: typed.interviews, typed.export
-- note: An interview that took place, or did not, later was still planned where its invitation had
-- gone out, else unknown. One that is still planned stays.
select
    interviews.* replace (
        case
            when interviews.scheduled_for > export.as_of_at then 'scheduled' else interviews.status
        end as status,
        case when interviews.ended_at <= export.as_of_at then interviews.ended_at end as ended_at,
        case when interviews.ended_at <= export.as_of_at then interviews.ended_on end as ended_on,
        case
            when interviews.feedback_at <= export.as_of_at then interviews.feedback_at
        end as feedback_at,
        case
            when interviews.feedback_at <= export.as_of_at then interviews.feedback_on
        end as feedback_on,
        case
            when
                interviews.feedback_at > export.as_of_at
                or interviews.scheduled_for > export.as_of_at
            then null
            else interviews.recommendation
        end as recommendation
    )
from typed.interviews
cross join typed.export
where
    coalesce(interviews.invited_at <= export.as_of_at, true)
    and (
        interviews.scheduled_for <= export.as_of_at
        or interviews.invited_at is not null
        or interviews.status = 'scheduled'
    )
