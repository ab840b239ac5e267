-- grain: submission_id
-- reads: marts.offer
-- note: the latest offer of each submission by the local day it was extended
select
    case
        $by
        when 'agency'
        then agency_id
        when 'channel'
        then channel
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
        then quarter_label(extended_on, $first_month)
        when 'negotiation_led_by'
        then negotiation_led_by
    end as "group",
    offer_id,
    submission_id,
    agency_id,
    channel,
    outcome,
    outcome in ('accepted', 'declined', 'expired') as is_decided,
    decline_reason,
    days_to_answer,
    is_started,
    is_reneged,
    is_start_due,
    is_excluded,
    negotiation_led_by,
    asked_salary,
    expected_salary,
    offered_salary,
    standard_salary,
    terms_requested,
    terms_granted
from marts.offer
where
    in_period(extended_on, $period_start, $period_end)
    and chosen($clients, client_id)
    and chosen($agencies, agency_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
