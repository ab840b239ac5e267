-- grain: search_id, agency_id
-- reads: marts.submission, marts.interview, marts.offer, marts.export
-- note: what an agency did for a search, and the last day on which anything happened to one of its
-- candidates; interviewed is unknown where the files show no interviews
with
    interviews as (
        select submission_id, max(coalesce(feedback_on, ended_on, scheduled_on)) as last_on
        from marts.interview
        cross join marts.export
        where scheduled_on <= as_of_on
        group by submission_id
    ),
    offers as (
        select submission_id, max(coalesce(answered_on, extended_on)) as last_on
        from marts.offer
        group by submission_id
    )
select
    submission.search_id,
    submission.agency_id,
    count(*) as sent,
    count(*) filter (where submission.feedback_outcome = 'waiting') as waiting,
    case
        when count(submission.is_interviewed) = count(*)
        then count(*) filter (where submission.is_interviewed)
    end as interviewed,
    max(
        greatest(
            submission.received_on,
            submission.answered_on,
            submission.decided_on,
            submission.withdrawn_on,
            interviews.last_on,
            offers.last_on
        )
    ) as last_activity_on
from marts.submission as submission
left join interviews on submission.submission_id = interviews.submission_id
left join offers on submission.submission_id = offers.submission_id
where submission.channel = 'agency'
group by submission.search_id, submission.agency_id
