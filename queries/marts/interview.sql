-- grain: interview
-- key: interview_id
-- reads: staging.interviews, marts.submission
-- order: scheduled_on, interview_id
select
    submission.search_id,
    submission.client_id,
    submission.department,
    submission.location,
    submission.role_family,
    submission.level,
    interviews.interview_id,
    interviews.submission_id,
    submission.agency_id,
    interviews.round,
    interviews.invited_on,
    interviews.scheduled_for_on as scheduled_on,
    interviews.ended_on,
    interviews.status,
    interviews.feedback_on,
    interviews.recommendation
from staging.interviews
inner join marts.submission using (submission_id)
