-- grain: meeting_id
-- reads: marts.meeting
-- note: meetings by their local day; one without a search belongs to no department, location or
-- role family
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
    meeting_id,
    agency_id,
    client_id,
    kind,
    formality,
    met_on,
    status,
    is_tri_party
from marts.meeting
where
    in_period(met_on, $period_start, $period_end)
    and chosen($clients, client_id)
    and chosen($agencies, agency_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
