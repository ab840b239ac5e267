-- question: How well does each partnership keep in touch?
-- grain: agency_id, client_id
-- reads: marts.contact_gap, marts.export, marts.meeting, marts.client, marts.agency
-- with: silences_in_scope, contacts_in_scope
-- attribution: days in the window
-- readers: hr, agency
-- note: last_contact_on is empty while nobody has met
with
    partnerships as (
        select
            agency_id,
            client_id,
            max(interval_days) as interval_days,
            sum(days)::bigint as window_days,
            sum(covered_days)::bigint as covered_days,
            max(silent_days) as longest_gap_days,
            max(gap_start) filter (where starts_with = 'meeting') as last_contact_on,
            max(silent_days) filter (where is_running) as silent_days,
            max(overdue_days) as overdue_days
        from silences_in_scope
        group by all
    ),
    contacts as (
        select agency_id, client_id, count(*) as meetings_held from contacts_in_scope group by all
    )
select
    partnerships.agency_id,
    agency.name as agency_name,
    client.name as client_name,
    partnerships.client_id,
    partnerships.interval_days,
    partnerships.window_days,
    partnerships.covered_days,
    share(partnerships.covered_days, partnerships.window_days) as rhythm_coverage,
    coalesce(contacts.meetings_held, 0) as meetings_held,
    partnerships.longest_gap_days,
    partnerships.last_contact_on,
    partnerships.silent_days,
    partnerships.overdue_days
from partnerships
left join
    contacts
    on partnerships.agency_id = contacts.agency_id
    and partnerships.client_id is not distinct from contacts.client_id
left join marts.client as client on partnerships.client_id = client.client_id
left join marts.agency as agency on partnerships.agency_id = agency.agency_id
order by partnerships.overdue_days desc, partnerships.agency_id, partnerships.client_id
limit $row_limit
