-- question: Who left within the guarantee, what is owed for it, and until when?
-- grain: placement_id
-- reads: marts.placement, marts.agency, marts.search, marts.opening, marts.export
-- attribution: started
-- readers: hr, agency
-- note: the fee is at stake, as a refund or a replacement as the contract says. claim_by is the
-- last
-- day of the guarantee; the contract may give longer. is_being_replaced = an opening that
-- replaces the one this person filled is on file
select
    placement.placement_id,
    placement.search_id,
    search.title,
    placement.submission_id,
    placement.agency_id,
    agency.name as agency_name,
    placement.started_on,
    placement.left_on,
    placement.leave_reason,
    placement.days_here,
    placement.guarantee_days,
    placement.fee_amount,
    placement.currency,
    placement.guarantee_until as claim_by,
    placement.guarantee_until - export.as_of_on as days_to_claim,
    exists (
        select 1
        from marts.opening as filled
        inner join marts.opening as next on next.replaces_opening_id = filled.opening_id
        where filled.filled_by_submission_id = placement.submission_id
    ) as is_being_replaced
from marts.placement as placement
cross join marts.export as export
left join marts.agency as agency on placement.agency_id = agency.agency_id
left join marts.search as search on placement.search_id = search.search_id
where
    placement.is_started
    and not placement.is_excluded
    and placement.channel = 'agency'
    and placement.ending = 'left'
    and placement.left_on <= placement.guarantee_until
    and in_period(placement.started_on, $period_start, $period_end)
    and chosen($clients, placement.client_id)
    and chosen($agencies, placement.agency_id)
    and chosen($departments, placement.department)
    and chosen($locations, placement.location)
    and chosen($role_families, placement.role_family)
order by claim_by, placement.placement_id
limit $row_limit
