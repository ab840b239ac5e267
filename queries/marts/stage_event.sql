-- grain: stage event
-- key:
-- reads: staging.stage_events, staging.submissions, marts.search
-- order: submission_id, entered_at, stage, actor
-- note: A move to an earlier stage than the one before it stays a row and is marked backward; of
-- two at one instant the earlier stage comes first.
with
    ranked_events as (
        select
            submission_id,
            submissions.search_id,
            stage,
            entered_at,
            entered_on,
            actor,
            list_position(
                ['received', 'screen', 'shortlist', 'interview', 'offer', 'hired', 'ended'], stage
            ) as stage_rank
        from staging.stage_events
        inner join staging.submissions using (submission_id)
        semi join marts.search on submissions.search_id = search.search_id
    )
select
    submission_id,
    search_id,
    stage,
    entered_at,
    entered_on,
    actor,
    coalesce(
        stage_rank
        < lag(stage_rank) over (partition by submission_id order by entered_at, stage_rank),
        false
    ) as is_backward
from ranked_events
