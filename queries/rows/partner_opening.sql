-- question: Which openings are these, as one agency may see them?
-- grain: opening_id
-- reads: marts.opening, marts.brief_opening, marts.search, marts.client
-- with: openings_in_scope
-- attribution: opened
-- readers: hr, agency
-- note: of the searches given to the chosen agencies, without those already open when the exports
-- begin, which no share counts; opening_end says filled by one of the agencies, filled otherwise
-- (not by whom), cancelled or open
select
    opening.opening_id,
    opening.search_id,
    search.title,
    client.name as client_name,
    opening.department,
    opening.location,
    opening.opened_on,
    opening.ended_on,
    openings_in_scope.opening_end,
    opening.days
from openings_in_scope
inner join marts.opening as opening on openings_in_scope.opening_id = opening.opening_id
inner join marts.search as search on opening.search_id = search.search_id
left join marts.client as client on opening.client_id = client.client_id
where not openings_in_scope.is_excluded and not openings_in_scope.is_seen_late
order by opening.opened_on desc, opening.opening_id
limit $row_limit
