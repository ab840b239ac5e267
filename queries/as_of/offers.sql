-- grain: offer
-- key: offer_id
-- reads: typed.offers, typed.export
-- note: An offer that was answered later was pending.
select
    offers.* replace (
        case
            when offers.answered_at > export.as_of_at then 'pending' else offers.outcome
        end as outcome,
        case when offers.answered_at <= export.as_of_at then offers.answered_at end as answered_at,
        case when offers.answered_at <= export.as_of_at then offers.answered_on end as answered_on,
        case
            when offers.answered_at > export.as_of_at then null else offers.decline_reason
        end as decline_reason
    )
from typed.offers
cross join typed.export
where offers.extended_at <= export.as_of_at
