-- question: Which offers are these?
-- grain: submission_id
-- reads: marts.offer, marts.search, marts.client, marts.agency
-- with: offers_in_scope
-- attribution: extended
-- readers: hr, agency
-- note: the latest offer of each submission; days_to_answer run to the as-of day while it is
-- pending
select
    offer.offer_id,
    offer.submission_id,
    offer.search_id,
    search.title,
    client.name as client_name,
    offer.department,
    offer.location,
    offer.role_family,
    offer.channel,
    offer.agency_id,
    agency.name as agency_name,
    offer.extended_on,
    offer.answered_on,
    offer.outcome,
    offer.days_to_answer,
    offer.decline_reason,
    offer.negotiation_led_by,
    offer.starts_on,
    offer.is_started,
    offer.is_reneged,
    offer.asked_salary,
    offer.expected_salary,
    offer.offered_salary,
    offer.standard_salary,
    offer.currency,
    array_to_string(offer.terms_requested, ';') as terms_requested,
    array_to_string(offer.terms_granted, ';') as terms_granted,
    offer.is_excluded,
    offer.exclusion_reason
from offers_in_scope
inner join marts.offer as offer on offers_in_scope.offer_id = offer.offer_id
inner join marts.search as search on offer.search_id = search.search_id
left join marts.client as client on offer.client_id = client.client_id
left join marts.agency as agency on offer.agency_id = agency.agency_id
order by offer.extended_on desc, offer.submission_id
limit $row_limit
