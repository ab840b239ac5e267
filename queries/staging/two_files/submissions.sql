-- grain: application
-- reads: shape.applications
-- carries: raw.candidates
-- note: The decision is the first answer: a step forward with a day, else the rejection. A reason
-- by
-- which the candidate withdrew is no decision of ours.
select
    submission_id,
    search_id,
    person_record as candidate_id,
    channel,
    agency_id,
    received_on as received_at,
    case
        when advanced_day is not null
        then 'advanced'
        when is_ended and not is_withdrawn
        then 'rejected'
    end as decision,
    case
        decision when 'advanced' then advanced_day when 'rejected' then rejected_day
    end as decided_at,
    case when decision = 'rejected' then rejection_reason end as decision_reason,
    coalesce(withdrawn_day, case when is_withdrawn then rejected_day end) as withdrawn_at,
    coalesce(
        withdrawal_reason, case when is_withdrawn then rejection_reason end
    ) as withdrawal_reason,
    _file,
    _line
from shape.applications
where is_counted
