-- grain: kind, case_id
-- reads: marts.submission, marts.interview, marts.stage_event, marts.commitment, marts.wait,
-- marts.export
-- note: what the client's side has not done by the as-of day. An interview waits for feedback while
-- it is the candidate's latest one and nothing came after it; a promise once its day has passed; an
-- invitation or an offer after the yes to it. owner is who made the promise, else unknown here
with
    latest_interviews as (
        select *
        from marts.interview
        qualify
            row_number() over (
                partition by submission_id order by scheduled_on desc, interview_id desc
            )
            = 1
    ),
    ended as (select distinct submission_id from marts.stage_event where stage = 'ended')
select
    'profile' as kind,
    submission_id as case_id,
    agency_id,
    client_id,
    search_id,
    submission_id,
    null as promise,
    null as "owner",
    received_on as since_on,
    answer_due_on as due_on,
    feedback_days as known_days,
    null::bigint as limit_days
from marts.submission
where feedback_outcome = 'waiting'
union all
select
    'feedback',
    interview.interview_id,
    submission.agency_id,
    submission.client_id,
    submission.search_id,
    submission.submission_id,
    null,
    null,
    coalesce(interview.ended_on, interview.scheduled_on),
    null,
    null,
    export.reply_days
from latest_interviews as interview
cross join marts.export as export
inner join
    marts.submission as submission
    on interview.submission_id = submission.submission_id
    and submission.channel = 'agency'
left join ended on submission.submission_id = ended.submission_id
where
    interview.status = 'held'
    and interview.feedback_on is null
    and ended.submission_id is null
    and submission.withdrawn_on is null
    and submission.decision is distinct from 'rejected'
    and not coalesce(submission.is_offered, false)
union all
select
    case kind when 'interview_invite' then 'invite' else 'extend' end,
    case_id,
    agency_id,
    client_id,
    search_id,
    submission_id,
    null,
    null,
    started_on,
    null,
    days,
    limit_days
from marts.wait
where kind in ('interview_invite', 'offer_turnaround') and outcome = 'waiting' and not is_excluded
union all
select
    'promise',
    commitment.commitment_id,
    commitment.agency_id,
    null,
    null,
    null,
    commitment."text",
    commitment.owner,
    commitment.due_on,
    commitment.due_on,
    null,
    null
from marts.commitment as commitment
cross join marts.export as export
where
    commitment.owner in ('hr', 'business_leader')
    and commitment.closed_on is null
    and commitment.dropped_on is null
    and commitment.due_on < export.as_of_on
