-- keeps: the agency's own rows
-- reads: marts.meeting
-- note: Topics that name another agency are left out.
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    meeting_id,
    agency_id,
    kind,
    formality,
    met_on,
    status,
    case
        when topics not in (select words from texts_naming where named_id <> $agency_id) then topics
    end as topics,
    has_hr,
    has_agency,
    has_business_leader,
    is_tri_party
from marts.meeting
where agency_id = $agency_id
