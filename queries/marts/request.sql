-- grain: question put to an agency
-- key: request_id
-- reads: staging.requests, marts.search
-- order: asked_on, request_id
-- note: The search and its columns are empty for a question about no single search.
select
    search.search_id,
    search.client_id,
    search.department,
    search.location,
    search.role_family,
    search.level,
    requests.request_id,
    requests.agency_id,
    requests.asked_on,
    requests.answered_on
from staging.requests
left join marts.search using (search_id)
