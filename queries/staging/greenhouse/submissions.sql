-- grain: application for one job
-- reads: shape.application, shape.stage_entry
-- carries: raw.application, raw.applications
-- note: The decision is the first answer: the first stage beyond receipt, else the rejection. Where
-- the reason says that they rejected us, the candidate withdrew.
with
    first_steps as (
        select submission_id, min(updated_at) as advanced_at
        from shape.stage_entry
        where stage not in ('received', 'ended')
        group by submission_id
    ),
    applications as (
        select
            *,
            coalesce(
                is_candidates_decision(rejection_type) or is_candidates_decision(rejection_reason),
                false
            ) as is_withdrawn
        from shape.application
        left join first_steps using (submission_id)
        where why_not is null
    )
select
    submission_id,
    job_id as search_id,
    candidate_id,
    channel,
    agency_id,
    applied_at as received_at,
    coalesce(advanced_at, case when not is_withdrawn then rejected_at end) as decided_at,
    case
        when advanced_at is not null
        then 'advanced'
        when not is_withdrawn and (rejected_at is not null or as_word(status) = 'rejected')
        then 'rejected'
    end as decision,
    case when decision = 'rejected' then rejection_reason end as decision_reason,
    case when is_withdrawn then rejected_at end as withdrawn_at,
    case when is_withdrawn then rejection_reason end as withdrawal_reason,
    _file,
    _line
from applications
