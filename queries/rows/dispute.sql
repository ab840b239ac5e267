-- question: What is disputed, between whom, and which fee is at stake?
-- grain: dispute_id
-- reads: marts.dispute, marts.agency, marts.search
-- attribution: raised
-- readers: hr, agency
-- note: disputes are never cut by the as-of day; is_open = not settled yet. An amount is in its own
-- currency
select
    dispute.dispute_id,
    dispute.search_id,
    search.title,
    dispute.submission_id,
    dispute.case_kind,
    dispute.case_id,
    dispute.agency_id,
    agency.name as agency_name,
    dispute.raised_by,
    dispute.raised_on,
    dispute.about,
    dispute.claim,
    dispute.fee_at_stake,
    dispute.currency,
    dispute.settled_on,
    dispute.outcome,
    dispute.settled_on is null as is_open
from marts.dispute as dispute
left join marts.search as search on dispute.search_id = search.search_id
left join marts.agency as agency on dispute.agency_id = agency.agency_id
where
    in_period(dispute.raised_on, $period_start, $period_end)
    and chosen($clients, dispute.client_id)
    and chosen($agencies, dispute.agency_id)
    and chosen($departments, dispute.department)
    and chosen($locations, dispute.location)
    and chosen($role_families, dispute.role_family)
order by is_open desc, dispute.raised_on, dispute.dispute_id
limit $row_limit
