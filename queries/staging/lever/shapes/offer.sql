-- grain: offer
-- reads: raw.offer(id, opportunity_id, candidate_id, created_at, sent_at, status),
-- raw.offers(id, opportunityid, candidateid, createdat, sentat, status, fields), shape.application
-- carries: raw.offer, raw.offers
-- note: An offer of the API that names no opportunity is found through the application it was made
-- for. Pay per month is times twelve; pay per hour says nothing about a year and is left out.
with
    fields as (
        select id, field ->> '$.identifier' as name, field ->> '$.value' as value
        from (select id, unnest(items_of(fields)) as field from raw.offers)
    ),
    details as (
        select
            id,
            any_value(value) filter (where name = 'job_posting') as application_id,
            any_value(value) filter (where name = 'salary_amount') as salary,
            any_value(value) filter (where name = 'salary_interval') as interval,
            any_value(value) filter (where name = 'compensation_currency') as currency,
            any_value(value) filter (where name = 'anticipated_start_date') as starts_on
        from fields
        group by id
    ),
    offers as (
        select
            id,
            coalesce(opportunity_id, candidate_id) as opportunity_id,
            null as application_id,
            created_at,
            sent_at,
            status,
            null as offered_salary,
            null as currency,
            null as starts_on,
            _file,
            _line
        from raw.offer
        union all
        select
            offers.id,
            coalesce(opportunityid, candidateid),
            application_id,
            createdat,
            sentat,
            status,
            case
                interval when 'per-year-salary'
                then salary
                when 'per-month-salary'
                then (try_cast(salary as decimal(18, 4)) * 12)::varchar
            end,
            currency,
            starts_on,
            _file,
            _line
        from raw.offers
        left join details on offers.id = details.id
    )
select
    offers.* exclude (opportunity_id, application_id),
    coalesce(offers.opportunity_id, application.opportunity_id) as submission_id,
    case
        as_word(status)
        when 'signed'
        then 'accepted'
        when 'sent'
        then 'pending'
        when 'sent_manually'
        then 'pending'
        when 'opened'
        then 'pending'
        when 'denied'
        then 'rescinded'
        else status
    end as outcome,
    as_word(status) in ('draft', 'approval_sent', 'approved')
    or (as_word(status) = 'denied' and sent_at is null) as is_unsent
from offers
left join
    (
        select id, min(opportunity_id) as opportunity_id from shape.application group by id
    ) as application
    on offers.application_id = application.id
