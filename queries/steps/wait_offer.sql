-- grain: agency submission with a final yes
-- key: case_id
-- reads: staging.interviews, staging.offers, marts.submission, marts.search
-- note: From the final yes to the first offer. Where there is an offer, the last feedback before it
-- was the yes; where there is none, the last feedback is one if it says so (one that says nothing
-- is none, whatever an earlier one said) and no interview was arranged after it. An offer without
-- feedback before it has no clock.
with
    first_offers as (
        select submission_id, min(extended_at) as extended_at, min(extended_on) as extended_on
        from staging.offers
        group by submission_id
    ),
    last_words as (
        select
            interviews.submission_id,
            max(interviews.feedback_at) as said_at,
            max(interviews.feedback_on) as said_on,
            last(
                interviews.recommendation
                order by interviews.feedback_at, interviews.scheduled_for, interviews.interview_id
            ) as recommendation,
            any_value(first_offers.extended_on) as extended_on
        from staging.interviews
        left join first_offers using (submission_id)
        where
            interviews.feedback_at is not null
            and coalesce(interviews.feedback_at <= first_offers.extended_at, true)
        group by interviews.submission_id
    ),
    last_arranged as (
        select
            submission_id,
            max(greatest(invited_at, scheduled_for)) filter (
                where status <> 'cancelled'
            ) as arranged_at
        from staging.interviews
        group by submission_id
    )
select
    'offer_turnaround' as kind,
    submission.submission_id as case_id,
    submission.submission_id,
    submission.search_id,
    submission.agency_id,
    last_words.said_at as started_at,
    last_words.said_on as started_on,
    last_words.extended_on as answered_on,
    submission.withdrawn_on,
    least(submission.hired_on, submission.lost_on, search.closed_on) as closed_on,
    3 as limit_days
from last_words
inner join last_arranged using (submission_id)
inner join marts.submission using (submission_id)
inner join marts.search on submission.search_id = search.search_id
where
    submission.channel = 'agency'
    and (
        last_words.extended_on is not null
        or (
            is_yes(last_words.recommendation)
            and coalesce(last_arranged.arranged_at <= last_words.said_at, true)
        )
    )
