-- keeps: the agency's own rows
-- reads: marts.dispute
-- note: An outcome, or what is claimed, that names another agency, as its owner for instance, is
-- left out.
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    dispute_id,
    submission_id,
    agency_id,
    case_kind,
    case_id,
    raised_by,
    raised_at,
    raised_on,
    about,
    case
        when claim not in (select words from texts_naming where named_id <> $agency_id) then claim
    end as claim,
    fee_at_stake,
    currency,
    settled_on,
    case
        when outcome not in (select words from texts_naming where named_id <> $agency_id)
        then outcome
    end as outcome
from marts.dispute
where agency_id = $agency_id
