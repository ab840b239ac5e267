-- grain: agency submission
-- key: submission_id
-- reads: staging.submissions, staging.stage_events, staging.export, marts.search, steps.bulk_closed
-- note: How the wait for an answer ended. The answer is the decision, else the first stage beyond
-- `received` that HR or the business leader entered. Who withdrew before it, or was rejected in
-- bulk at closure, was not answered. A decision without a date and an end before the receipt leave
-- the clocks (`exclusion_reason`).
with
    undecided_submissions as (
        select submission_id
        from staging.submissions
        where channel = 'agency' and decided_at is null
    ),
    first_reactions as (
        select submission_id, min(entered_at) as reacted_at, min(entered_on) as reacted_on
        from staging.stage_events
        semi join undecided_submissions using (submission_id)
        where stage <> 'received' and actor in ('hr', 'business_leader')
        group by submission_id
    ),
    waits as (
        select
            submission_id,
            received_at,
            received_on,
            coalesce(search.country, '') as site,
            (received_at at time zone search.time_zone)::time > time '17:00' as is_after_hours,
            coalesce(decided_at, reacted_at) as answered_at,
            coalesce(decided_on, reacted_on) as answered_on,
            withdrawn_at,
            withdrawn_on,
            decision is not null and answered_at is null and withdrawn_at is null as is_undated,
            case
                when
                    withdrawn_at < answered_at or (answered_at is null and withdrawn_at is not null)
                then 'withdrawn'
                when bulk_closed.submission_id is not null
                then 'bulk_closed'
                when answered_at is not null
                then 'answered'
                else 'waiting'
            end as feedback_outcome
        from staging.submissions
        inner join marts.search using (search_id)
        left join first_reactions using (submission_id)
        left join steps.bulk_closed using (submission_id)
        where channel = 'agency'
    )
select
    submission_id,
    site,
    received_on,
    is_after_hours,
    case when feedback_outcome = 'answered' then answered_on end as answered_on,
    case
        feedback_outcome
        when 'waiting'
        then greatest(as_of_on, received_on)
        when 'withdrawn'
        then withdrawn_on
        else answered_on
    end as ended_on,
    case
        feedback_outcome when 'withdrawn' then withdrawn_on else greatest(as_of_on, received_on)
    end as followed_until,
    case
        when is_undated
        then 'decision without a date'
        when waits.answered_on < received_on
        then 'answered before received'
        when withdrawn_on < received_on
        then 'withdrawn before received'
    end as exclusion_reason,
    case when exclusion_reason is null then feedback_outcome end as feedback_outcome
from waits
cross join staging.export
