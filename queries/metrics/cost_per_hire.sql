-- question: What does a hire through an agency cost in fees?
-- grain: group, currency
-- reads: marts.placement, marts.export
-- with: starters_in_scope
-- by: agency, client, department, quarter
-- unit: starter through an agency; amounts in the row's own currency
-- attribution: started
-- direction: lower is better, beside whether hires stay
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: fees as invoiced or agreed, in the exports
-- note: fee_per_hire = fees / hires, of hires whose fee and currency are known; without_fee are
-- the others, in the row without a currency. Amounts of different currencies are never added.
-- provisional = hires whose guarantee still runs: their fee may yet come back. fees_at_stake =
-- fees of those who left within their guarantee, owed back or to be made good by a replacement
select
    "group",
    case when fee_amount is not null then currency end as currency,
    count(fee_amount) as hires,
    count(*) - hires as without_fee,
    sum(fee_amount) as fees,
    sum(fee_amount)::double / nullif(hires, 0) as fee_per_hire,
    count(fee_amount) filter (where ending is null and days_here < guarantee_days) as provisional,
    coalesce(provisional > 0, false) as is_provisional,
    sum(fee_amount) filter (where ending = 'left' and days_here <= guarantee_days) as fees_at_stake
from starters_in_scope
where channel = 'agency' and not is_excluded
group by 1, 2
order by "group", currency
