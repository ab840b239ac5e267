-- grain: submission_id
-- reads: marts.submission
-- note: submissions of every channel by the local day they were received
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
        then quarter_label(received_on, $first_month)
    end as "group",
    submission_id,
    search_id,
    person_id,
    channel,
    agency_id,
    received_at,
    received_on,
    decision,
    decided_on,
    answered_on,
    withdrawn_on,
    has_left_for_speed,
    redundancy_class,
    coalesce(is_redundant, false) as is_redundant,
    is_unreviewed,
    has_consent,
    owner_agency_id,
    owned_until,
    feedback_days,
    feedback_outcome,
    is_evaluable,
    is_on_time,
    is_interviewed,
    is_offered,
    is_accepted,
    is_started,
    is_hired,
    hired_on,
    lost_on,
    is_excluded
from marts.submission
where
    in_period(received_on, $period_start, $period_end)
    and chosen($clients, client_id)
    and chosen($agencies, agency_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
