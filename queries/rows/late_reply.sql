-- question: Which answers came later than agreed, or are still missing?
-- grain: kind, case_id
-- reads: marts.submission, marts.wait, marts.search, marts.client, marts.export
-- with: agency_submissions, waits_in_scope
-- attribution: received for profiles, the day the wait began for all others
-- readers: hr, agency
-- note: those that their reply times count as judged and not in time, so that they add up. side is
-- who owes the answer: $side keeps one. days are working days, over_days those beyond the limit; of
-- one that ended without an answer they run to its end
with
    late as (
        select
            'profile' as kind,
            'client' as side,
            submission_id as case_id,
            submission_id,
            search_id,
            agency_id,
            received_on as since_on,
            answered_on,
            feedback_outcome as wait_outcome,
            feedback_days as days,
            reply_days as limit_days
        from agency_submissions
        cross join marts.export
        where not is_excluded and is_evaluable and not is_on_time
        union all
        select
            wait.kind,
            case
                when wait.kind in ('first_candidate', 'request_reply')
                then 'agency'
                when wait.kind = 'interview_slot'
                then 'both'
                else 'client'
            end,
            wait.case_id,
            wait.submission_id,
            wait.search_id,
            wait.agency_id,
            wait.started_on,
            case when wait.outcome = 'answered' then wait.ended_on end,
            wait.outcome,
            wait.days,
            wait.limit_days
        from waits_in_scope
        inner join
            marts.wait as wait
            on waits_in_scope.kind = wait.kind
            and waits_in_scope.case_id = wait.case_id
        where wait.is_evaluable and not wait.is_on_time
    )
select
    late.kind,
    late.side,
    late.case_id,
    case when late.kind = 'request_reply' then late.case_id end as request_id,
    late.submission_id,
    submission.candidate_id,
    late.search_id,
    search.title,
    late.agency_id,
    client.name as client_name,
    late.since_on,
    late.answered_on,
    late.wait_outcome,
    late.days,
    late.limit_days,
    late.days - late.limit_days as over_days,
    search.hr_partner,
    search.business_leader
from late
left join marts.search as search on late.search_id = search.search_id
left join marts.client as client on search.client_id = client.client_id
left join marts.submission as submission on late.submission_id = submission.submission_id
where $side is null or late.side = $side
order by over_days desc, since_on, kind, case_id
limit $row_limit
