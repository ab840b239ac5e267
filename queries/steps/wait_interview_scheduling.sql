-- grain: agency submission and step of its first interview's scheduling
-- key: kind, case_id
-- reads: steps.first_interview, marts.submission, marts.search
-- note: Two waits: from HR's yes to a profile to the first invitation, and from that to the day the
-- interview took place, however often it was moved. A slot still to come counts as waiting. Both
-- end without it when the candidacy or the search does. Where no invitation has a date in these
-- files, none can be seen; an interview without one is left out.
with
    candidacies as (
        select
            submission.submission_id,
            submission.search_id,
            submission.agency_id,
            submission.decision,
            submission.decided_at,
            submission.decided_on,
            submission.withdrawn_on,
            first_interview.submission_id is not null as has_interview,
            first_interview.invited_at,
            first_interview.invited_on,
            first_interview.took_place_on,
            least(submission.hired_on, submission.lost_on, search.closed_on) as closed_on
        from marts.submission
        inner join marts.search using (search_id)
        left join steps.first_interview using (submission_id)
        where
            submission.channel = 'agency'
            and (select count(invited_at) > 0 from steps.first_interview)
    )
select
    'interview_invite' as kind,
    submission_id as case_id,
    submission_id,
    search_id,
    agency_id,
    decided_at as started_at,
    decided_on as started_on,
    invited_on as answered_on,
    withdrawn_on,
    closed_on,
    2 as limit_days
from candidacies
where
    decision = 'advanced'
    and decided_on is not null
    and (invited_on is not null or not has_interview)
union all
select
    'interview_slot',
    submission_id,
    submission_id,
    search_id,
    agency_id,
    invited_at,
    invited_on,
    took_place_on,
    withdrawn_on,
    closed_on,
    5
from candidacies
where invited_on is not null
