-- question: Which openings are open now, the oldest first?
-- grain: opening_id
-- reads: marts.opening, marts.brief_opening, marts.search, marts.client
-- with: openings_in_scope
-- attribution: opened
-- readers: hr, agency
-- note: days run to the as-of day, on the chosen clock; those on hold are listed and marked
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
    openings_in_scope.clock_days as age_days,
    opening.is_on_hold,
    search.agencies,
    search.hr_partner,
    search.business_leader
from openings_in_scope
inner join marts.opening as opening on openings_in_scope.opening_id = opening.opening_id
inner join marts.search as search on opening.search_id = search.search_id
left join marts.client as client on opening.client_id = client.client_id
where openings_in_scope.outcome = 'open' and not openings_in_scope.is_excluded
order by age_days desc, opening.opening_id
limit $row_limit
