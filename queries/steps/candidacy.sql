-- grain: submission
-- key: submission_id
-- reads: staging.submissions, staging.stage_events, steps.latest_offer, steps.acceptance
-- note: How a candidacy ended: hired where the acceptance stands, else lost on the first day that
-- anything on file says so (rejected, ended, an offer that came to nothing). Withdrawals are apart.
with
    losses as (
        select submission_id, decided_on as lost_on
        from staging.submissions
        where decision = 'rejected'
        union all
        select submission_id, entered_on
        from staging.stage_events
        where stage = 'ended'
        union all
        select submission_id, answered_on
        from steps.latest_offer
        where outcome in ('declined', 'expired', 'rescinded')
    ),
    first_losses as (
        select submission_id, min(lost_on) as lost_on from losses group by submission_id
    )
select
    submissions.submission_id,
    case when acceptance.is_standing then acceptance.accepted_on end as hired_on,
    first_losses.lost_on,
    submissions.withdrawn_on,
    coalesce(acceptance.is_standing, false) as is_hired
from staging.submissions
left join steps.acceptance using (submission_id)
left join first_losses using (submission_id)
