-- grain: meeting
-- key: meeting_id
-- reads: staging.meetings, staging.meeting_attendees, steps.visible
-- note: Who was there, not who was invited; an attendee is taken to have come unless the file says
-- otherwise. Unknown where no attendees came in at all.
select
    meetings.meeting_id,
    case
        when shows_attendees
        then coalesce(bool_or(attendees.party = 'hr' and attendees.attended), false)
    end as has_hr,
    case
        when shows_attendees
        then coalesce(bool_or(attendees.party = 'agency' and attendees.attended), false)
    end as has_agency,
    case
        when shows_attendees
        then coalesce(bool_or(attendees.party = 'business_leader' and attendees.attended), false)
    end as has_business_leader,
    has_hr and has_agency and has_business_leader as is_tri_party
from staging.meetings
cross join steps.visible
left join
    (
        select meeting_id, party, coalesce(attended, true) as attended
        from staging.meeting_attendees
    ) as attendees using (meeting_id)
group by meetings.meeting_id, shows_attendees
