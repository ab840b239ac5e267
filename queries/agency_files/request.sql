-- keeps: the agency's own rows
-- reads: marts.request
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    request_id,
    agency_id,
    asked_on,
    answered_on
from marts.request
where agency_id = $agency_id
