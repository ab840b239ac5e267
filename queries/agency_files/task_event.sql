-- keeps: the agency's own rows
-- reads: marts.task_event
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    submission_id,
    agency_id,
    task,
    actor,
    done_on,
    "owner"
from marts.task_event
where agency_id = $agency_id
