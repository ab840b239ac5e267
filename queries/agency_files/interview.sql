-- keeps: the agency's own rows
-- reads: marts.interview
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    interview_id,
    submission_id,
    agency_id,
    round,
    invited_on,
    scheduled_on,
    ended_on,
    status,
    feedback_on,
    recommendation
from marts.interview
where agency_id = $agency_id
