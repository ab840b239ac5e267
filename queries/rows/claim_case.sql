-- question: Which cases stand behind a claim?
-- grain: claim, case_id
-- reads: marts.brief, marts.brief_change, marts.contact_gap, marts.export, marts.meeting,
-- marts.offer, marts.opening, marts.placement, marts.present, marts.pulse_response, marts.search,
-- marts.submission, marts.task_event, marts.wait, marts.client, marts.agency
-- with: claim_cases
-- attribution: the day on which a case can be judged
-- readers: hr
-- note: of the claim asked for, else of all; is_with and is_hit as the notes of the chains say
select
    claim_cases.claim,
    claim_cases.case_id,
    claim_cases.search_id,
    search.title,
    client.name as client_name,
    search.department,
    search.location,
    search.role_family,
    claim_cases.agency_id,
    agency.name as agency_name,
    claim_cases.judged_on,
    claim_cases.is_with,
    claim_cases.is_hit
from claim_cases
inner join marts.search as search on claim_cases.search_id = search.search_id
left join marts.client as client on search.client_id = client.client_id
left join marts.agency as agency on claim_cases.agency_id = agency.agency_id
where $claim is null or claim_cases.claim = $claim
order by claim_cases.judged_on desc, claim_cases.claim, claim_cases.case_id
limit $row_limit
