-- keeps: the agency's own rows
-- reads: marts.wait
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    kind,
    case_id,
    submission_id,
    agency_id,
    started_on,
    ended_on,
    outcome,
    days,
    limit_days,
    is_evaluable,
    is_on_time,
    is_excluded
from marts.wait
where agency_id = $agency_id
