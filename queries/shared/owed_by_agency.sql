-- grain: line, case_id
-- reads: marts.submission, marts.wait, marts.brief, marts.task_event, marts.offer,
-- marts.pulse_response, marts.export
-- note: every case of the lines that an agency is scored by. No event is in two lines: who led a
-- negotiation is in role_adherence, so negotiation_lead is not scored; a submission that the client
-- knew already is a line of HR's; the survey's answers on goals are left to goal_alignment. scope
-- says which filters a case follows
select
    'first_candidate.on_time_rate' as line,
    'search' as scope,
    case_id,
    started_on as measured_on,
    is_on_time::integer as k,
    1 as n,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.wait
where kind = 'first_candidate' and is_evaluable and not is_excluded
union all
select
    'request_replies.on_time_rate',
    'search',
    case_id,
    started_on,
    is_on_time::integer,
    1,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.wait
where kind = 'request_reply' and is_evaluable and not is_excluded
union all
select
    'market_information.market_rate',
    'search',
    search_id || ' ' || agency_id,
    briefed_on,
    has_market_information::integer,
    1,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.brief
where is_market_due
union all
select
    'pay_expectation.within_5_rate',
    'search',
    submission_id,
    extended_on,
    (
        abs(offered_salary::double - expected_salary::double) / expected_salary::double
        <= 0.05 + 1e-9
    )::integer,
    1,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.offer
where
    channel = 'agency'
    and outcome = 'accepted'
    and offered_salary is not null
    and expected_salary::double <> 0
union all
select
    'role_adherence.agency_rate',
    'search',
    submission_id || ' ' || task,
    done_on,
    (actor = owner)::integer,
    1,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.task_event
where owner = 'agency' and actor is not null
union all
select
    'redundant_submissions.by_agency_rate',
    'search',
    submission_id,
    received_on,
    (redundancy_class in ('resubmitted', 'collision', 'post_reject'))::integer,
    1,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.submission
cross join marts.export
where channel = 'agency' and export.owner is distinct from 'agency'
union all
select
    'consent_coverage.consent_rate',
    'search',
    submission_id,
    received_on,
    has_consent::integer,
    1,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.submission
where channel = 'agency' and (select bool_or(has_consent) from marts.submission)
union all
select
    'pulse.of_agency_rate',
    'agency',
    concat_ws(' ', agency_id, respondent, asked_on, search_id),
    asked_on,
    count(*) filter (where score >= 4),
    count(*),
    agency_id,
    null,
    null,
    null,
    null
from marts.pulse_response
where respondent in ('hr', 'business_leader') and item <> 'goals'
group by agency_id, respondent, asked_on, search_id
