-- grain: search_id, person_id
-- reads: marts.placement, marts.submission
-- note: the fee of the hire that came of a person on a search, in its own currency
select
    submission.search_id,
    submission.person_id,
    arg_max(placement.fee_amount, placement.placement_id) as fee_amount,
    arg_max(placement.currency, placement.placement_id) as currency
from marts.placement as placement
inner join marts.submission as submission on placement.submission_id = submission.submission_id
where placement.fee_amount is not null
group by all
