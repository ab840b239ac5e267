-- grain: meeting and party that was expected at it
-- key: meeting_id, party
-- reads: staging.meeting_attendees, marts.meeting
-- order: met_on, meeting_id, party
-- note: A party came where one of its people did, whoever was sent. Only meetings that were held or
-- that somebody missed; who came to a missed one is known only where the file says so. Unknown
-- where no attendee in these files was ever absent: they list who came, not who was expected.
with
    expected as (
        select
            meeting_id,
            party,
            coalesce(attended, status = 'held') as has_come,
            bool_or(attended = false) over () as shows_absence
        from staging.meeting_attendees
        inner join marts.meeting using (meeting_id)
        where status in ('held', 'no_show')
    ),
    parties as (
        select
            meeting_id,
            party,
            case
                when coalesce(any_value(shows_absence), false) then bool_or(has_come)
            end as has_come
        from expected
        group by meeting_id, party
    )
select
    meeting.search_id,
    meeting.client_id,
    meeting.department,
    meeting.location,
    meeting.role_family,
    meeting.level,
    meeting.meeting_id,
    parties.party,
    meeting.agency_id,
    meeting.met_on,
    parties.has_come
from parties
inner join marts.meeting using (meeting_id)
