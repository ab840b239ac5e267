-- keeps: the agency's own rows
-- reads: marts.offer
-- note: A reason that names another agency counts as none.
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    offer_id,
    submission_id,
    agency_id,
    channel,
    extended_on,
    answered_on,
    outcome,
    days_to_answer,
    case
        when decline_reason not in (select words from texts_naming where named_id <> $agency_id)
        then decline_reason
        when outcome = 'declined'
        then 'unknown'
    end as decline_reason,
    negotiation_led_by,
    starts_on,
    is_started,
    is_reneged,
    is_start_due,
    asked_salary,
    expected_salary,
    offered_salary,
    standard_salary,
    currency,
    terms_requested,
    terms_granted,
    is_excluded,
    exclusion_reason
from marts.offer
where agency_id = $agency_id
