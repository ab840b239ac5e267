-- grain: meeting
-- key: meeting_id
-- reads: staging.meetings, steps.attendance, marts.search
-- order: met_on, meeting_id
-- note: The search and its columns are empty for a meeting about no single search. Those present
-- are counted, not those invited, and unknown where no attendees came in.
select
    search.search_id,
    search.client_id,
    search.department,
    search.location,
    search.role_family,
    search.level,
    meetings.meeting_id,
    meetings.agency_id,
    meetings.kind,
    meetings.formality,
    meetings.starts_on as met_on,
    meetings.status,
    meetings.topics,
    attendance.has_hr,
    attendance.has_agency,
    attendance.has_business_leader,
    attendance.is_tri_party
from staging.meetings
inner join steps.attendance using (meeting_id)
left join marts.search using (search_id)
