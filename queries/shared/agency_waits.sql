-- grain: kind, agency_id, case_id
-- reads: marts.request, marts.brief, marts.offer, marts.search, marts.commitment, marts.wait,
-- marts.export
-- note: what the agency's side has not done by the as-of day: questions without an answer, searches
-- without a first candidate (not while they are on hold), offers its candidate has not answered,
-- promises whose day has passed. Questions and searches have the days of their reply times
with
    clocks as (
        select kind, case_id, days from marts.wait where outcome = 'waiting' and not is_excluded
    )
select
    'request' as kind,
    request.request_id as case_id,
    request.agency_id,
    request.client_id,
    request.search_id,
    null as submission_id,
    null as promise,
    'agency' as "owner",
    request.asked_on as since_on,
    null::date as due_on,
    clocks.days as known_days,
    1 as limit_days
from marts.request as request
left join clocks on clocks.kind = 'request_reply' and clocks.case_id = request.request_id
where request.answered_on is null
union all
select
    'brief',
    brief.search_id,
    brief.agency_id,
    brief.client_id,
    brief.search_id,
    null,
    null,
    'agency',
    brief.briefed_on,
    null,
    clocks.days,
    5
from marts.brief as brief
inner join marts.search as search on brief.search_id = search.search_id
left join
    clocks
    on clocks.kind = 'first_candidate'
    and clocks.case_id = brief.search_id || ' ' || brief.agency_id
where
    brief.first_submission_on is null
    and brief.released_on is null
    and search.status is distinct from 'on_hold'
union all
select
    'offer',
    offer_id,
    agency_id,
    client_id,
    search_id,
    submission_id,
    null,
    'agency',
    extended_on,
    null,
    null,
    null
from marts.offer
where outcome = 'pending' and channel = 'agency'
union all
select
    'promise',
    commitment.commitment_id,
    commitment.agency_id,
    null,
    null,
    null,
    commitment."text",
    'agency',
    commitment.due_on,
    commitment.due_on,
    null,
    null
from marts.commitment as commitment
cross join marts.export as export
where
    commitment.owner = 'agency'
    and commitment.closed_on is null
    and commitment.dropped_on is null
    and commitment.due_on < export.as_of_on
