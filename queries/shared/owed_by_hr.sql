-- grain: line, case_id
-- reads: marts.submission, marts.wait, marts.interview, marts.task_event, marts.pulse_response,
-- marts.export
-- note: every case of the lines that HR's side is scored by. No event is in two lines: feedback
-- that is on file alone counts as feedback after an interview, not what stands in for it (an
-- invitation, an offer, a decision), for that is scored elsewhere; the survey's answers on goals
-- are left to goal_alignment. scope says which filters a case follows
select
    'feedback_latency.on_time_rate' as line,
    'search' as scope,
    submission_id as case_id,
    received_on as measured_on,
    is_on_time::integer as k,
    1 as n,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.submission
where channel = 'agency' and is_evaluable and not is_excluded
union all
select
    'interview_feedback.on_time_rate',
    'search',
    wait.case_id,
    wait.started_on,
    wait.is_on_time::integer,
    1,
    wait.agency_id,
    wait.client_id,
    wait.department,
    wait.location,
    wait.role_family
from marts.wait
inner join marts.interview on wait.case_id = interview.interview_id
where
    kind = 'interview_feedback'
    and is_evaluable
    and not is_excluded
    and (feedback_on is not null or outcome <> 'answered')
union all
select
    'interview_scheduling.invited_rate',
    'search',
    case_id,
    started_on,
    is_on_time::integer,
    1,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.wait
where kind = 'interview_invite' and is_evaluable and not is_excluded
union all
select
    'rejections_with_reason.reason_rate',
    'search',
    submission_id,
    decided_on,
    has_usable_reason::integer,
    1,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.submission
where
    channel = 'agency'
    and decision = 'rejected'
    and (select count(decision_reason) > 0 from marts.submission)
union all
select
    'offer_turnaround.on_time_rate',
    'search',
    case_id,
    started_on,
    is_on_time::integer,
    1,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.wait
where kind = 'offer_turnaround' and is_evaluable and not is_excluded
union all
select
    'role_adherence.hr_rate',
    'search',
    submission_id || ' ' || task,
    done_on,
    (actor = owner)::integer,
    1,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.task_event
where owner = 'hr' and actor is not null
union all
select
    'redundant_submissions.known_here_rate',
    'search',
    submission_id,
    received_on,
    (redundancy_class = 'known_here')::integer,
    1,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.submission
cross join marts.export
where channel = 'agency' and export.owner is distinct from 'agency'
union all
select
    'pulse.of_hr_rate',
    'agency',
    concat_ws(' ', agency_id, respondent, asked_on, search_id),
    asked_on,
    count(*) filter (where score >= 4),
    count(*),
    agency_id,
    null,
    null,
    null,
    null
from marts.pulse_response
where respondent = 'agency' and item <> 'goals'
group by agency_id, respondent, asked_on, search_id
