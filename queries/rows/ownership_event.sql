-- question: Who sent a person when, and what came of it?
-- grain: search_id, person_id, event_id, what
-- reads: marts.submission, marts.search, marts.agency, marts.placement, marts.dispute
-- with: persons_sent_again
-- attribution: received
-- readers: hr
-- note: what happened to the persons of `ownership`, on that search and on the company's others
-- (sent_for is the other search). Instants are in UTC; protected_until is the day on which the days
-- of that submission end. A fee is in its own currency
with
    of_person as (
        select
            persons_sent_again.search_id as asked_search,
            submission.*,
            agency.name as agency_name,
            case
                when submission.search_id <> persons_sent_again.search_id
                then coalesce(search.title, submission.search_id)
            end as sent_for,
            received_on + agency.ownership_days as days_end
        from persons_sent_again
        inner join
            marts.submission as submission
            on persons_sent_again.person_id = submission.person_id
            and persons_sent_again.client_id is not distinct from submission.client_id
        left join marts.search as search on submission.search_id = search.search_id
        left join marts.agency as agency on submission.agency_id = agency.agency_id
    ),
    disputed as (
        select of_person.*, dispute.* exclude (search_id, client_id, submission_id, agency_id)
        from of_person
        inner join marts.dispute as dispute on of_person.submission_id = dispute.submission_id
    ),
    events as (
        select
            of_person.*,
            submission_id as event_id,
            if(channel = 'agency', 'sent', 'applied') as what,
            received_at as happened_at,
            received_on as happened_on,
            days_end as protected_until,
            null::double as fee,
            null::varchar as currency,
            null::varchar as said
        from of_person
        union all by name
        select
            of_person.*,
            submission_id as event_id,
            'consent' as what,
            consent_at as happened_at,
            consent_at::date as happened_on
        from of_person
        where consent_at is not null
        union all by name
        select
            of_person.*,
            submission_id as event_id,
            'rejected' as what,
            decided_at as happened_at,
            decided_on as happened_on
        from of_person
        where decision = 'rejected' and decided_on is not null
        union all by name
        select
            of_person.*,
            submission_id as event_id,
            'withdrawn' as what,
            withdrawn_at as happened_at,
            withdrawn_on as happened_on
        from of_person
        where withdrawn_on is not null
        union all by name
        select
            of_person.*,
            placement.placement_id as event_id,
            'hired' as what,
            coalesce(of_person.hired_on, placement.started_on) as happened_on,
            placement.fee_amount::double as fee,
            placement.currency as currency
        from of_person
        inner join marts.placement as placement on of_person.submission_id = placement.submission_id
        where coalesce(of_person.hired_on, placement.started_on) is not null
        union all by name
        select
            disputed.*,
            dispute_id as event_id,
            'disputed' as what,
            raised_at as happened_at,
            raised_on as happened_on,
            fee_at_stake::double as fee
        from disputed
        union all by name
        select
            disputed.*,
            dispute_id as event_id,
            'settled' as what,
            settled_on as happened_on,
            outcome as said
        from disputed
        where settled_on is not null
    )
select
    asked_search as search_id,
    person_id,
    event_id,
    what,
    happened_at,
    happened_on,
    submission_id,
    sent_for,
    agency_id,
    agency_name,
    channel,
    candidate_id,
    redundancy_class,
    protected_until,
    fee,
    currency,
    said
from events
order by asked_search, person_id, coalesce(happened_at, happened_on::timestamptz), event_id, what
limit $row_limit
