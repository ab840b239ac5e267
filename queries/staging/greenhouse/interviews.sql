-- grain: scheduled interview
-- shown_by: raw.scheduled_interview, raw.scheduled_interviews, raw.applications_interviews
-- reads: raw.scheduled_interview(id, application_id, created_at, start, end, status),
-- raw.scheduled_interviews(id, application_id, created_at, start, end, status, interviewers),
-- raw.applications_interviews(id, application_id, created_at, start, end, status, interviewers),
-- raw.scheduled_interviewer(scheduled_interview_id, scorecard_id),
-- raw.scorecard(id, submitted_at, overall_recommendation),
-- raw.scorecards(id, submitted_at, overall_recommendation), shape.application
-- carries: raw.scheduled_interview, raw.scheduled_interviews, raw.applications_interviews
with
    interviews as (
        select
            id, application_id, created_at, start, "end", status, null as interviewers, _file, _line
        from raw.scheduled_interview
        union all
        select id, application_id, created_at, start, "end", status, interviewers, _file, _line
        from raw.scheduled_interviews
        union all
        select id, application_id, created_at, start, "end", status, interviewers, _file, _line
        from raw.applications_interviews
    ),
    interviewers as (
        select scheduled_interview_id as interview_id, scorecard_id
        from raw.scheduled_interviewer
        union
        select id, unnest(items_of(interviewers)) ->> '$.scorecard_id'
        from interviews
    ),
    scorecards as (
        select id, submitted_at, overall_recommendation
        from raw.scorecard
        union
        select id, submitted_at, overall_recommendation
        from raw.scorecards
    ),
    feedback as (
        select
            interview_id,
            min(submitted_at) as feedback_at,
            arg_min(overall_recommendation, (submitted_at, scorecards.id)) as recommendation
        from interviewers
        inner join scorecards on interviewers.scorecard_id = scorecards.id
        group by interview_id
    )
select
    interviews.id as interview_id,
    coalesce(application.submission_id, interviews.application_id) as submission_id,
    interviews.created_at as invited_at,
    coalesce(field_of(start, '$.date_time'), field_of(start, '$.date'), start) as scheduled_for,
    coalesce(field_of("end", '$.date_time'), field_of("end", '$.date'), "end") as ended_at,
    case
        as_word(interviews.status)
        when 'complete'
        then 'held'
        when 'awaiting_feedback'
        then 'held'
        when 'canceled'
        then 'cancelled'
        else interviews.status
    end as status,
    feedback.feedback_at,
    feedback.recommendation,
    interviews._file,
    interviews._line
from interviews
left join feedback on interviews.id = feedback.interview_id
left join shape.application on interviews.application_id = application.id
