-- question: Which meetings are these?
-- grain: meeting_id
-- reads: marts.meeting, marts.search, marts.client, marts.agency
-- with: meetings_in_scope
-- attribution: met
-- readers: hr, agency
-- note: planned, cancelled and missed ones are listed too; only held ones are counted
select
    meeting.meeting_id,
    meeting.agency_id,
    agency.name as agency_name,
    client.name as client_name,
    meeting.search_id,
    search.title,
    meeting.met_on,
    meeting.kind,
    meeting.formality,
    meeting.status,
    meeting.topics,
    meeting.has_hr,
    meeting.has_agency,
    meeting.has_business_leader,
    meeting.is_tri_party
from meetings_in_scope
inner join marts.meeting as meeting on meetings_in_scope.meeting_id = meeting.meeting_id
left join marts.search as search on meeting.search_id = search.search_id
left join marts.client as client on meeting.client_id = client.client_id
left join marts.agency as agency on meeting.agency_id = agency.agency_id
order by meeting.met_on desc, meeting.meeting_id
limit $row_limit
