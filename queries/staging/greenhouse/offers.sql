-- grain: version of an offer, or a hire for which no offer was exported
-- shown_by: raw.offer, raw.offers, raw.application_history, raw.job_opening, raw.jobs(openings)
-- reads: shape.offer, shape.hire
-- carries: raw.offer, raw.offers
-- note: A hire without an offer on file counts as offered and accepted when it was made.
select
    id as offer_id,
    submission_id,
    coalesce(sent_at, created_at) as extended_at,
    outcome,
    case when outcome in ('accepted', 'declined') then resolved_at end as answered_at,
    case
        when field_of(fields, '$.salary.type') = 'currency'
        then field_of(fields, '$.salary.value.value')
    end as offered_salary,
    case
        when field_of(fields, '$.salary.type') = 'currency'
        then field_of(fields, '$.salary.value.currency')
    end as currency,
    starts_at as starts_on,
    _file,
    _line
from shape.offer
where not is_unsent
union all by name
select
    'hire ' || submission_id as offer_id,
    submission_id,
    hired_at as extended_at,
    'accepted' as outcome,
    hired_at as answered_at,
    _file,
    _line
from shape.hire
anti join (select submission_id from shape.offer where outcome = 'accepted') using (submission_id)
