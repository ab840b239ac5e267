-- grain: submission that is not redundant
-- key: submission_id
-- reads: marts.submission, marts.search, steps.reaction, steps.acceptance, staging.interviews,
-- staging.offers, staging.stage_events
-- note: From the receipt to the end of the candidacy: when HR said yes, when something first showed
-- that the profile was passed, and when the candidate was hired, had accepted, was lost or
-- withdrew,
-- or the search was over. A second copy of a person gives nobody the turn; the first one has it.
with
    interviews as (
        select
            submission_id,
            min(coalesce(invited_on, scheduled_for_on)) as seen_on,
            bool_and(invited_on is not null) as is_dated
        from staging.interviews
        group by submission_id
    ),
    offers as (
        select submission_id, min(extended_on) as seen_on from staging.offers group by submission_id
    ),
    stages as (
        select submission_id, min(entered_on) as seen_on
        from staging.stage_events
        where stage in ('interview', 'offer')
        group by submission_id
    )
select
    submission.submission_id,
    submission.search_id,
    submission.channel = 'agency' as is_agencys,
    submission.received_at,
    submission.received_on,
    submission.answered_on,
    submission.exclusion_reason,
    case
        when coalesce(submission.decision, 'advanced') = 'advanced'
        then coalesce(submission.decided_at, reaction.reacted_at)
    end as yes_at,
    case
        when coalesce(submission.decision, 'advanced') = 'advanced'
        then coalesce(submission.decided_on, reaction.reacted_on)
    end as yes_on,
    least(interviews.seen_on, offers.seen_on, stages.seen_on) as seen_on,
    coalesce(interviews.is_dated, true) as is_invitation_dated,
    least(
        submission.hired_on,
        submission.lost_on,
        submission.withdrawn_on,
        acceptance.accepted_on,
        case when search.status in ('filled', 'cancelled') then search.closed_on end
    ) as gone_on
from marts.submission
inner join marts.search using (search_id)
left join steps.reaction using (submission_id)
left join steps.acceptance using (submission_id)
left join interviews using (submission_id)
left join offers using (submission_id)
left join stages using (submission_id)
where not submission.is_redundant
