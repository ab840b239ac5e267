-- grain: wait
-- key: kind, case_id
-- reads: steps.wait_first_candidate, steps.wait_interview_feedback,
-- steps.wait_interview_scheduling, steps.wait_offer, steps.wait_request, staging.export,
-- marts.search
-- as: view
-- note: How each wait ended: with what was waited for, by the candidate's withdrawal, by the end of
-- the candidacy, search or brief, or not yet. Of two on one day, the answer counts; what
-- closed before the wait began does not end it.
with
    every_wait as (
        from steps.wait_first_candidate
        union all
        from steps.wait_interview_feedback
        union all
        from steps.wait_interview_scheduling
        union all
        from steps.wait_offer
        union all
        from steps.wait_request
    ),
    waits as (
        select *, case when closed_on >= started_on then closed_on end as closing_on from every_wait
    )
select
    waits.*,
    coalesce(search.country, '') as site,
    is_after(
        waits.started_at at time zone coalesce(search.time_zone, export.default_time_zone),
        export.cutoff_hour
    ) as is_after_hours,
    case
        when
            coalesce(
                answered_on <= least(waits.withdrawn_on, waits.closing_on), answered_on is not null
            )
        then 'answered'
        when waits.withdrawn_on <= coalesce(waits.closing_on, waits.withdrawn_on)
        then 'withdrawn'
        when waits.closing_on is not null
        then 'closed'
        else 'waiting'
    end as outcome,
    greatest(export.as_of_on, waits.started_on) as last_seen_on,
    case
        outcome
        when 'answered'
        then waits.answered_on
        when 'withdrawn'
        then waits.withdrawn_on
        when 'closed'
        then waits.closing_on
        else last_seen_on
    end as ended_on
from waits
cross join staging.export
left join marts.search using (search_id)
