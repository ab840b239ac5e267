-- grain: agency_id, client_id, meeting_id
-- reads: marts.contact_gap, marts.meeting
-- note: held meetings inside the window of their partnership, its first day included. A meeting
-- without a client is with the agency as a whole and belongs to each of its partnerships
with
    partnerships as (
        select distinct agency_id, client_id, window_start, window_end
        from marts.contact_gap
        where chosen($clients, client_id) and chosen($agencies, agency_id)
    )
select
    case
        $by when 'agency' then partnerships.agency_id when 'client' then partnerships.client_id
    end as "group",
    partnerships.agency_id,
    partnerships.client_id,
    meeting.meeting_id,
    meeting.met_on
from partnerships
inner join marts.meeting as meeting on partnerships.agency_id = meeting.agency_id
where
    meeting.status = 'held'
    and (meeting.client_id is null or meeting.client_id is not distinct from partnerships.client_id)
    and meeting.met_on between partnerships.window_start and partnerships.window_end
    and in_period(meeting.met_on, $period_start, $period_end)
