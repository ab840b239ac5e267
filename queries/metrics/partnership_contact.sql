-- question: When did each partnership last meet, and when is the next meeting due?
-- grain: agency_id, client_id
-- reads: marts.agency, marts.client, marts.contact_gap, marts.export, marts.meeting, marts.present
-- with: silences_in_scope, meetings_in_scope, seen_tables
-- by:
-- unit: partnership (an agency and a client); calendar days
-- attribution: days in the window for silences, the day met for meetings
-- direction: fewer overdue days are better
-- owner: both
-- smallest_n: 1
-- readers: hr, agency
-- source: counts
-- note: next_due_on is the last contact (before the first one, the brief) plus the agreed
-- interval; it
-- is empty once every brief was released. held and missed count the meetings of the period, missed
-- ones being those cancelled or where nobody came. planned_on is the first meeting of the period
-- that
-- is still to come. last_informal_on is never scored
with
    silences as (
        select
            agency_id,
            client_id,
            max(interval_days) as interval_days,
            max(silent_days) as longest_gap_days,
            max(gap_start) filter (where starts_with = 'meeting') as last_contact_on,
            max(silent_days) filter (where is_running) as silent_days,
            max(overdue_days) filter (where is_running) as overdue_days,
            max(gap_start + interval_days) filter (where is_running) as next_due_on
        from silences_in_scope
        group by all
    ),
    met as (
        select
            silences.agency_id,
            silences.client_id,
            count(*) filter (where meetings_in_scope.status = 'held') as held,
            count(*) filter (where meetings_in_scope.status in ('cancelled', 'no_show')) as missed,
            min(meetings_in_scope.met_on) filter (
                where
                    meetings_in_scope.status = 'scheduled'
                    and meetings_in_scope.met_on > export.as_of_on
            ) as planned_on,
            max(meetings_in_scope.met_on) filter (
                where meetings_in_scope.status = 'held' and meetings_in_scope.formality = 'informal'
            ) as last_informal_on
        from silences
        cross join marts.export as export
        inner join meetings_in_scope on silences.agency_id = meetings_in_scope.agency_id
        -- A meeting without a client is with the agency as a whole.
        where
            meetings_in_scope.client_id is null
            or meetings_in_scope.client_id is not distinct from silences.client_id
        group by all
    )
select
    silences.agency_id,
    agency.name as agency_name,
    silences.client_id,
    client.name as client_name,
    silences.interval_days,
    silences.last_contact_on,
    silences.silent_days,
    silences.overdue_days,
    silences.next_due_on,
    met.planned_on,
    silences.longest_gap_days,
    coalesce(met.held, 0) as held,
    coalesce(met.missed, 0) as missed,
    met.last_informal_on
from silences
inner join marts.agency as agency on silences.agency_id = agency.agency_id
left join marts.client as client on silences.client_id = client.client_id
left join
    met
    on silences.agency_id = met.agency_id
    and silences.client_id is not distinct from met.client_id
cross join seen_tables
where has_meetings
order by silences.agency_id, silences.client_id
