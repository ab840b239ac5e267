-- grain: kind, case_id
-- reads: marts.wait
-- note: waits of every kind by the local day they began; those whose dates contradict each other
-- are left out. A question about no single search belongs to no department, location or client
select
    case
        $by
        when 'agency'
        then agency_id
        when 'client'
        then client_id
        when 'department'
        then department
        when 'quarter'
        then quarter_label(started_on, $first_month)
    end as "group",
    kind,
    case_id,
    submission_id,
    outcome,
    days,
    limit_days,
    is_evaluable,
    is_on_time
from marts.wait
where
    not is_excluded
    and in_period(started_on, $period_start, $period_end)
    and chosen($clients, client_id)
    and chosen($agencies, agency_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
