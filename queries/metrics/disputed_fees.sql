-- question: Which fees are disputed, and how long until a dispute is settled?
-- grain: group, currency
-- reads: marts.dispute, marts.export
-- with: disputes_in_scope, dispute_lifetimes as lifetimes, medians
-- by: agency, client, department, quarter
-- unit: dispute with a fee at stake; amounts in the row's own currency; calendar days
-- attribution: raised
-- direction: lower is better
-- owner: both
-- smallest_n: 10
-- readers: hr, agency
-- source: counts; Kaplan-Meier median of the days to settle
-- note: disputes that name no amount stand in the row without a currency; amounts of different
-- currencies are never added. median_days is of the whole group, whatever the currency, with
-- the open ones followed to the as-of day. Few as they are, they are to be read as a list
with
    counted as (
        select
            "group",
            currency,
            count(*) as disputes,
            count(*) filter (where not is_settled) as open,
            count(*) filter (where is_settled) as settled,
            sum(fee_at_stake) as fee_at_stake,
            sum(fee_at_stake) filter (where not is_settled) as open_fee_at_stake
        from disputes_in_scope
        group by all
    )
select counted.*, medians.median_days
from counted
left join medians on counted."group" is not distinct from medians."group"
order by counted."group", counted.currency
