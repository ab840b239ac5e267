-- grain: interview
-- reads: raw.interview(id, opportunity_id, created_at, date, canceled_at),
-- raw.interview_feedback(interview_id, feedback_form_id), raw.feedback_form(id, completed_at,
-- score_system_value), raw.interviews(id, opportunityid, createdat, date, canceledat,
-- feedbackforms)
-- carries: raw.interview, raw.interviews
-- note: Lever has no word for an interview that was held: one with feedback was.
with
    feedback as (
        select
            interview_id,
            min(completed_at) as feedback_at,
            arg_min(score_system_value, (completed_at, feedback_form.id)) as recommendation
        from raw.interview_feedback
        left join raw.feedback_form on interview_feedback.feedback_form_id = feedback_form.id
        group by interview_id
    )
select
    interview.id,
    opportunity_id,
    created_at,
    date,
    canceled_at,
    feedback.interview_id is not null as has_feedback,
    feedback_at,
    recommendation,
    _file,
    _line
from raw.interview
left join feedback on interview.id = feedback.interview_id
union all
select
    id,
    opportunityid,
    createdat,
    date,
    canceledat,
    len(items_of(feedbackforms)) > 0,
    null,
    null,
    _file,
    _line
from raw.interviews
