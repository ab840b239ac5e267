-- grain: version of an offer
-- reads: raw.offer(id, application_id, created_at, sent_at, resolved_at, starts_at, status),
-- raw.offers(id, application_id, created_at, sent_at, resolved_at, starts_at, status,
-- keyed_custom_fields), shape.application
-- carries: raw.offer, raw.offers
-- note: An unresolved offer that was not sent is a draft. A deprecated one gave way to another
-- version: withdrawn by us.
with
    offers as (
        select
            id,
            application_id,
            created_at,
            sent_at,
            resolved_at,
            starts_at,
            status,
            null as fields,
            _file,
            _line
        from raw.offer
        union all
        select
            id,
            application_id,
            created_at,
            sent_at,
            resolved_at,
            starts_at,
            status,
            keyed_custom_fields,
            _file,
            _line
        from raw.offers
    )
select
    offers.* exclude (application_id),
    coalesce(application.submission_id, offers.application_id) as submission_id,
    case
        as_word(offers.status)
        when 'accepted'
        then 'accepted'
        when 'rejected'
        then 'declined'
        when 'deprecated'
        then 'rescinded'
        when 'unresolved'
        then 'pending'
        else offers.status
    end as outcome,
    outcome in ('pending', 'rescinded') and sent_at is null as is_unsent
from offers
left join shape.application on offers.application_id = application.id
