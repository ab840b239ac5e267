-- grain: undecided agency submission that HR or the business leader moved on
-- key: submission_id
-- reads: staging.submissions, staging.stage_events
-- note: The first stage beyond `received` that one of them entered is an answer where there is no
-- decision; what the agency entered is none.
with
    undecided_submissions as (
        select submission_id
        from staging.submissions
        where channel = 'agency' and decided_at is null
    )
select submission_id, min(entered_at) as reacted_at, min(entered_on) as reacted_on
from staging.stage_events
semi join undecided_submissions using (submission_id)
where stage <> 'received' and actor in ('hr', 'business_leader')
group by submission_id
