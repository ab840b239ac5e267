-- question: Which searches were given to which agency?
-- grain: search_id, agency_id
-- reads: marts.brief, marts.search, marts.client, marts.agency
-- with: briefs_in_scope
-- attribution: briefed
-- readers: hr, agency
-- note: is_assumed = no brief is in the exports, so the agency's first submission stands for it;
-- kickoff columns are then empty. kickoff_lead_days are business days
select
    brief.search_id,
    search.title,
    client.name as client_name,
    brief.department,
    brief.location,
    brief.role_family,
    brief.agency_id,
    agency.name as agency_name,
    brief.briefed_on,
    brief.released_on,
    brief.engagement,
    brief.is_assumed,
    brief.first_submission_on,
    brief.is_due,
    brief.kickoff_on,
    brief.kickoff_lead_days,
    brief.has_kickoff,
    brief.has_tri_party_kickoff
from briefs_in_scope
inner join
    marts.brief as brief
    on briefs_in_scope.search_id = brief.search_id
    and briefs_in_scope.agency_id = brief.agency_id
inner join marts.search as search on brief.search_id = search.search_id
left join marts.client as client on brief.client_id = client.client_id
left join marts.agency as agency on brief.agency_id = agency.agency_id
order by brief.briefed_on desc, brief.search_id, brief.agency_id
limit $row_limit
