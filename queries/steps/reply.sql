-- grain: submission
-- key: submission_id
-- reads: staging.submissions, staging.export, marts.search, steps.reaction, steps.bulk_closed
-- as: view
-- note: How the wait of an agency for an answer ended; empty for other channels. The answer is the
-- decision, else the first reaction. Who withdrew before it, or was rejected in bulk at closure,
-- was not answered. A decision without a date, or an end before the receipt, leaves the clocks.
with
    waits as (
        select
            submissions.*,
            coalesce(search.country, '') as site,
            is_after(received_at at time zone search.time_zone, cutoff_hour) as is_after_hours,
            coalesce(decided_at, reacted_at) as reply_at,
            coalesce(decided_on, reacted_on) as reply_on,
            case
                when channel <> 'agency'
                then null
                when withdrawn_at < reply_at or (reply_at is null and withdrawn_at is not null)
                then 'withdrawn'
                when bulk_closed.submission_id is not null
                then 'bulk_closed'
                when reply_at is not null
                then 'answered'
                else 'waiting'
            end as outcome
        from staging.submissions
        inner join marts.search using (search_id)
        cross join staging.export
        left join steps.reaction using (submission_id)
        left join steps.bulk_closed using (submission_id)
    )
select
    waits.*,
    case when outcome = 'answered' then reply_on end as answered_on,
    greatest(as_of_on, received_on) as last_seen_on,
    case
        outcome when 'waiting' then last_seen_on when 'withdrawn' then withdrawn_on else reply_on
    end as ended_on,
    case outcome when 'withdrawn' then withdrawn_on else last_seen_on end as followed_until,
    case
        when outcome is null
        then null
        when reply_on < received_on
        then 'answered before received'
        when withdrawn_on < received_on
        then 'withdrawn before received'
        when outcome = 'waiting' and decision is not null
        then 'decision without a date'
    end as exclusion_reason,
    case when exclusion_reason is null then outcome end as feedback_outcome
from waits
cross join staging.export
