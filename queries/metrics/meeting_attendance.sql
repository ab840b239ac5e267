-- question: Did those who were expected at a meeting come?
-- grain: group, party
-- reads: marts.attendance
-- needs: meetings, meeting_attendees
-- by: agency, client, quarter
-- unit: meeting at which the party was expected; attendance_rate is a fraction
-- attribution: met
-- direction: higher is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: a party came where at least one of its people did, whoever was sent. Meetings that were
-- held
-- or that somebody missed; cancelled ones are left out, as no export says when they were cancelled.
-- Null where the exports list only those who came
select
    case
        $by
        when 'agency'
        then agency_id
        when 'client'
        then client_id
        when 'quarter'
        then quarter_label(met_on, $first_month)
    end as "group",
    party,
    nullif(count(has_come), 0) as expected,
    case when count(has_come) > 0 then count(*) filter (where has_come) end as attended,
    share(attended, expected) as attendance_rate,
    wilson_low(attended, expected) as attendance_low,
    wilson_high(attended, expected) as attendance_high
from marts.attendance
where
    in_period(met_on, $period_start, $period_end)
    and chosen($clients, client_id)
    and chosen($agencies, agency_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
group by all
order by "group", party
