-- question: Who started, and who is still here?
-- grain: placement_id
-- reads: marts.placement, marts.export, marts.search, marts.client, marts.agency
-- with: starters_in_scope
-- attribution: started
-- readers: hr, agency
-- note: days_here run to the as-of day while somebody is here
select
    placement.placement_id,
    placement.submission_id,
    placement.search_id,
    search.title,
    client.name as client_name,
    placement.department,
    placement.channel,
    agency.name as agency_name,
    placement.started_on,
    placement.left_on,
    placement.leave_reason,
    placement.days_here,
    placement.guarantee_until,
    placement.manager_rating,
    placement.fee_amount,
    placement.currency,
    placement.is_excluded,
    placement.exclusion_reason
from starters_in_scope
inner join marts.placement as placement on starters_in_scope.placement_id = placement.placement_id
inner join marts.search as search on placement.search_id = search.search_id
left join marts.client as client on placement.client_id = client.client_id
left join marts.agency as agency on placement.agency_id = agency.agency_id
order by placement.started_on desc, placement.placement_id
limit $row_limit
