-- keeps: searches given to the agency, and those it sent somebody for
-- reads: marts.search, marts.brief, marts.submission
-- with: searches_known
-- note: Not who stands for HR and the business, nor how many agencies have it.
select
    search.search_id,
    search.client_id,
    search.department,
    search.location,
    search.role_family,
    search.level,
    search.title,
    search.status,
    search.opened_on,
    search.closed_on,
    search.approved_on,
    search.target_fill_on,
    search.openings,
    search.time_zone,
    search.country,
    null::varchar as hr_partner,
    null::varchar as business_leader,
    null::bigint as agencies
from marts.search
semi join searches_known on search.search_id = searches_known.search_id
