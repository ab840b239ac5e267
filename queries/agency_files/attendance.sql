-- keeps: the agency's own rows
-- reads: marts.attendance
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    meeting_id,
    party,
    agency_id,
    met_on,
    has_come
from marts.attendance
where agency_id = $agency_id
