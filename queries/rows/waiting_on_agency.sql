-- question: What waits for the agency, the oldest first?
-- grain: kind, agency_id, case_id
-- reads: marts.request, marts.brief, marts.offer, marts.commitment, marts.wait, marts.submission,
-- marts.search, marts.client, marts.role, marts.calendar_day, marts.export
-- with: agency_waits as waits, counted_waits
-- attribution: waiting on the as-of day, whatever the period
-- readers: hr, agency
-- note: waiting_days are working days; what waits on a search that has ended is listed last
select
    kind,
    case_id,
    agency_id,
    search_id,
    title,
    client_id,
    client_name,
    "owner",
    hr_partner,
    business_leader,
    candidate_id,
    submission_id,
    promise,
    since_on,
    due_by,
    waiting_days,
    is_past_due,
    is_on_hold,
    is_search_open
from counted_waits
order by is_search_open desc, waiting_days desc, since_on, kind, agency_id, case_id
limit $row_limit
