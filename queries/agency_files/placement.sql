-- keeps: the agency's own rows
-- reads: marts.placement
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    placement_id,
    submission_id,
    agency_id,
    channel,
    started_on,
    reneged_on,
    left_on,
    leave_reason,
    guarantee_days,
    guarantee_until,
    fee_amount,
    currency,
    manager_rating,
    rated_on,
    is_started,
    days_here,
    ending,
    is_excluded,
    exclusion_reason
from marts.placement
where agency_id = $agency_id
