-- grain: interview with an agency's candidate that was held
-- key: case_id
-- reads: staging.interviews, staging.offers, staging.export, marts.submission, marts.search
-- note: From the end of an interview to its feedback; where none is on file, to the first thing
-- after it that says yes or no: an invitation, an offer, a decision that was not in bulk. A panel
-- is one interview. Where nothing ever came, the wait ends with the candidacy or the search. Where
-- no interview has feedback in these files, none can be seen.
with
    held as (
        select
            interviews.interview_id,
            interviews.submission_id,
            interviews.feedback_on,
            coalesce(interviews.ended_at, interviews.scheduled_for) as over_at,
            coalesce(interviews.ended_on, interviews.scheduled_for_on) as over_on
        from staging.interviews
        where status = 'held' and (select count(feedback_at) > 0 from staging.interviews)
    ),
    signs as (
        select submission_id, invited_at as shown_at, invited_on as shown_on
        from staging.interviews
        union all
        select submission_id, extended_at, extended_on
        from staging.offers
        union all
        select submission_id, decided_at, decided_on
        from marts.submission
        where feedback_outcome is distinct from 'bulk_closed'
    ),
    reactions as (
        select held.interview_id, min(signs.shown_on) as shown_on
        from held
        inner join signs using (submission_id)
        where signs.shown_at > held.over_at
        group by held.interview_id
    )
select
    'interview_feedback' as kind,
    held.interview_id as case_id,
    submission.submission_id,
    submission.search_id,
    submission.agency_id,
    held.over_at as started_at,
    held.over_on as started_on,
    coalesce(held.feedback_on, reactions.shown_on) as answered_on,
    submission.withdrawn_on,
    case
        when coalesce(held.feedback_on, reactions.shown_on) is null
        then least(submission.hired_on, submission.lost_on, search.closed_on)
    end as closed_on,
    export.reply_days as limit_days
from held
cross join staging.export
inner join marts.submission using (submission_id)
inner join marts.search using (search_id)
left join reactions using (interview_id)
where submission.channel = 'agency'
