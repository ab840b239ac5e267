-- keeps: the agency's own rows
-- reads: marts.brief
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    agency_id,
    briefed_at,
    briefed_on,
    released_on,
    engagement,
    is_assumed,
    first_submission_at,
    first_submission_on,
    is_due,
    kickoff_on,
    has_kickoff,
    has_tri_party_kickoff,
    kickoff_lead_days,
    working_days_since,
    is_market_due,
    has_market_information,
    market_on
from marts.brief
where agency_id = $agency_id
