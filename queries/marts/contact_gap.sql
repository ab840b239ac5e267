-- grain: silence of one partnership (agency and client)
-- key: agency_id, client_id, gap_start, starts_with
-- reads: marts.brief, marts.meeting, marts.agency, marts.export
-- order: agency_id, client_id, gap_start, starts_with
-- note: The days from the first brief to the as-of date, or to the last release once every brief
-- was released, cut at each day with a held meeting; so the gaps of a partnership add up to its
-- window, the last one still open. Any held meeting with the agency counts, except one about
-- another client's search. `meetings` were held on the day the gap begins. Without meetings on file
-- the whole window is one silence, which means nothing. A window that ends before it begins has 0
-- days.
with
    windows as (
        select
            agency_id,
            client_id,
            min(briefed_on) as window_start,
            greatest(
                window_start,
                case
                    when bool_and(released_on is not null)
                    then max(released_on)
                    else any_value(as_of_on)
                end
            ) as window_end
        from marts.brief
        cross join marts.export
        group by agency_id, client_id
    ),
    contacts as (
        select
            agency_id,
            client_id,
            window_start,
            window_end,
            window_start as gap_start,
            'brief' as starts_with,
            0 as meetings
        from windows
        union all
        select
            windows.agency_id,
            windows.client_id,
            window_start,
            window_end,
            met_on,
            'meeting',
            count(*)
        from windows
        inner join
            marts.meeting
            on windows.agency_id = meeting.agency_id
            and met_on between window_start and window_end
            and (
                meeting.client_id is null
                or meeting.client_id is not distinct from windows.client_id
            )
        where meeting.status = 'held'
        group by windows.agency_id, windows.client_id, window_start, window_end, met_on
    ),
    silences as (
        select
            contacts.*,
            lead(gap_start) over (
                partition by agency_id, client_id order by gap_start, starts_with
            ) as next_contact
        from contacts
    )
select
    silences.agency_id,
    silences.client_id,
    silences.gap_start,
    coalesce(silences.next_contact, silences.window_end) as gap_end,
    coalesce(silences.next_contact, silences.window_end) - silences.gap_start as gap_days,
    agency.meeting_interval_days as interval_days,
    silences.next_contact is null as is_open,
    silences.starts_with,
    silences.meetings,
    silences.window_start,
    silences.window_end
from silences
inner join marts.agency using (agency_id)
