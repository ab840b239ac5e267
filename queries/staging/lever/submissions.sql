-- grain: opportunity
-- reads: shape.opportunity, shape.stage_change
-- carries: raw.opportunity, raw.opportunities
-- note: The decision is the first answer: the first stage beyond receipt, else the archiving for a
-- reason of ours. An archive reason that was not exported decides nothing.
with
    first_steps as (
        select opportunity_id as id, min(changed_at) as advanced_at
        from shape.stage_change
        where stage not in ('received', 'ended')
        group by opportunity_id
    ),
    opportunities as (
        select
            *,
            coalesce(is_candidates_decision(archive_reason), false) as is_withdrawn,
            coalesce(stage_of(archive_reason) = 'hired', false) as is_hired
        from shape.opportunity
        left join first_steps using (id)
        where why_not is null
    )
select
    id as submission_id,
    search_id,
    contact as candidate_id,
    channel,
    case when channel = 'agency' then agency_id end as agency_id,
    from_epoch_milliseconds(created_at) as received_at,
    case
        when advanced_at is not null or is_hired
        then 'advanced'
        when archive_reason is not null and not is_withdrawn
        then 'rejected'
    end as decision,
    from_epoch_milliseconds(
        case
            when decision = 'advanced'
            then coalesce(advanced_at, archived_at)
            when decision = 'rejected'
            then archived_at
        end
    ) as decided_at,
    case when decision = 'rejected' then archive_reason end as decision_reason,
    case when is_withdrawn then from_epoch_milliseconds(archived_at) end as withdrawn_at,
    case when is_withdrawn then archive_reason end as withdrawal_reason,
    _file,
    _line
from opportunities
