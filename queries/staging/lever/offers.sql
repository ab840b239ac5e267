-- grain: offer
-- shown_by: raw.offer, raw.offers
-- reads: shape.offer
-- carries: raw.offer, raw.offers
select
    id as offer_id,
    submission_id,
    from_epoch_milliseconds(coalesce(sent_at, created_at)) as extended_at,
    outcome,
    offered_salary,
    currency,
    from_epoch_milliseconds(starts_on) as starts_on,
    _file,
    _line
from shape.offer
where not is_unsent
