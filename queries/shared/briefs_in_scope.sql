-- grain: search_id, agency_id
-- reads: marts.brief
-- note: searches given to agencies by the local day of the brief
select
    case
        $by
        when 'agency'
        then agency_id
        when 'client'
        then client_id
        when 'department'
        then department
        when 'location'
        then location
        when 'role_family'
        then role_family
        when 'level'
        then level
        when 'quarter'
        then quarter_label(briefed_on, $first_month)
    end as "group",
    search_id,
    agency_id,
    first_submission_on,
    is_due,
    has_kickoff,
    has_tri_party_kickoff,
    kickoff_on,
    kickoff_lead_days,
    working_days_since,
    is_market_due,
    has_market_information,
    market_on
from marts.brief
where
    in_period(briefed_on, $period_start, $period_end)
    and chosen($clients, client_id)
    and chosen($agencies, agency_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
