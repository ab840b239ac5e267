-- grain: submission that got beyond receipt
-- key: submission_id
-- reads: staging.interviews, staging.stage_events, steps.latest_offer, steps.start
-- note: The furthest step that anything on file shows: 1 interviewed, 2 offered, 3 accepted, 4
-- started. Each step implies those before it, so the furthest one is enough. A backward move keeps
-- the furthest.
with
    evidence as (
        select submission_id, 1 as step
        from staging.interviews
        where status = 'held'
        union all
        select submission_id, case stage when 'interview' then 1 when 'offer' then 2 else 3 end
        from staging.stage_events
        where stage in ('interview', 'offer', 'hired')
        union all
        select submission_id, case outcome when 'accepted' then 3 else 2 end
        from steps.latest_offer
        union all
        select submission_id, 4
        from steps.start
        where is_started
    )
select submission_id, max(step) as furthest
from evidence
group by submission_id
