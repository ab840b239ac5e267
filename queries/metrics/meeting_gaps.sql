-- question: How long are the silences of each partnership, and who is overdue?
-- grain: agency_id, client_id
-- reads: marts.contact_gap, marts.export, marts.present
-- with: silences_in_scope, silence_lifetimes as lifetimes, medians, seen_tables
-- by:
-- unit: calendar days between one contact and the next
-- attribution: days in the window
-- direction: lower is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: gaps between held meetings; the median is Kaplan-Meier, the silence still running
-- counted
-- note: silent_days is how long the running silence has lasted on the as-of day (or the last day
-- of the period), since last_contact_on or, where nobody has met yet, since the brief.
-- overdue_days is what it exceeds the agreed interval by. Null where no meetings are in the
-- exports
with
    partnerships as (
        select
            agency_id,
            client_id,
            max(interval_days) as interval_days,
            count(*) as silences,
            max(silent_days) as longest_gap_days,
            max(gap_start) filter (where starts_with = 'meeting') as last_contact_on,
            max(silent_days) filter (where is_running) as silent_days,
            max(overdue_days) as overdue_days
        from silences_in_scope
        group by all
    )
select
    partnerships.agency_id,
    partnerships.client_id,
    partnerships.interval_days,
    case when has_meetings then silences end as silences,
    case when has_meetings then median_days end as median_gap_days,
    case when has_meetings then longest_gap_days end as longest_gap_days,
    last_contact_on,
    case when has_meetings then silent_days end as silent_days,
    case when has_meetings then overdue_days end as overdue_days
from partnerships
left join
    medians
    on partnerships.agency_id = medians."group".agency_id
    and partnerships.client_id is not distinct from medians."group".client_id
cross join seen_tables
order by partnerships.agency_id, partnerships.client_id
