-- question: Which openings are these?
-- grain: opening_id
-- reads: marts.opening, marts.brief_opening, marts.search, marts.client, marts.agency
-- with: openings_in_scope
-- attribution: opened
-- readers: hr, agency
-- note: days run to the as-of day while an opening is open
select
    opening.opening_id,
    opening.search_id,
    search.title,
    client.name as client_name,
    opening.department,
    opening.location,
    opening.role_family,
    opening.level,
    opening.opened_on,
    opening.ended_on,
    opening.outcome,
    opening.is_on_hold,
    opening.days,
    opening.active_days,
    opening.filled_by_channel,
    agency.name as filled_by_agency_name,
    opening.filled_by_submission_id,
    opening.replaces_opening_id,
    opening.is_excluded,
    opening.exclusion_reason
from openings_in_scope
inner join marts.opening as opening on openings_in_scope.opening_id = opening.opening_id
inner join marts.search as search on opening.search_id = search.search_id
left join marts.client as client on opening.client_id = client.client_id
left join marts.agency as agency on opening.filled_by_agency_id = agency.agency_id
order by opening.opened_on desc, opening.opening_id
limit $row_limit
