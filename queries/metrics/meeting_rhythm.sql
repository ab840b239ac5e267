-- question: On how many days was the last contact no longer ago than agreed?
-- grain: group
-- reads: marts.contact_gap, marts.export, marts.meeting, marts.present
-- with: silences_in_scope, contacts_in_scope, seen_tables
-- by: agency, client
-- unit: calendar days of a partnership (an agency and a client); rhythm_coverage is a fraction
-- attribution: days in the window
-- direction: a higher coverage is better, overdue 0 is best
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: gaps between held meetings, the first from the brief and the last still open
-- note: the window runs from the first brief to the as-of day, or to the last release once every
-- brief was released; holds don't pause it. Any held meeting with the agency counts.
-- covered_days = window less what each silence exceeds the agreed interval by. Several
-- partnerships in a row are added up; the longest silence and the overdue days are the
-- largest one's. A period counts its own days; a silence that runs past its end is cut
-- there; nobody is overdue once every brief was released. Null where no meetings are in the
-- exports. A partnership has no department, location or role family, so those filters don't
-- narrow it
with
    days_of_partnerships as (
        select
            "group",
            sum(days)::bigint as window_days,
            sum(covered_days)::bigint as covered_days,
            max(silent_days) as longest_gap_days,
            max(overdue_days) as overdue_days
        from silences_in_scope
        group by all
    ),
    meetings_held as (select "group", count(*) as meetings_held from contacts_in_scope group by all)
select
    days_of_partnerships."group",
    window_days,
    case when has_meetings then covered_days end as covered_days,
    case
        when has_meetings then share(days_of_partnerships.covered_days, window_days)
    end as rhythm_coverage,
    case when has_meetings then coalesce(meetings_held, 0) end as meetings_held,
    case when has_meetings then longest_gap_days end as longest_gap_days,
    case when has_meetings then overdue_days end as overdue_days
from days_of_partnerships
left join meetings_held on days_of_partnerships."group" is not distinct from meetings_held."group"
cross join seen_tables
order by days_of_partnerships."group"
