-- grain: question put to an agency
-- key: case_id
-- reads: staging.requests, marts.search
-- note: From HR's question to the agency's answer; one about a search that closed unanswered is
-- followed until then.
select
    'request_reply' as kind,
    requests.request_id as case_id,
    null::varchar as submission_id,
    requests.search_id,
    requests.agency_id,
    requests.asked_at as started_at,
    requests.asked_on as started_on,
    requests.answered_on,
    null::date as withdrawn_on,
    search.closed_on,
    1 as limit_days
from staging.requests
left join marts.search using (search_id)
