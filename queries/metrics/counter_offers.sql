-- question: How many of the lost offers were lost to a counter-offer?
-- grain: group
-- reads: marts.offer, marts.present
-- with: offers_in_scope, seen_tables
-- by: agency, client, department, quarter, negotiation_led_by
-- unit: offer declined, or accepted and gone back on; rates are fractions
-- attribution: extended
-- direction: lower is better
-- owner: agency
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: a counter-offer is cited where the reason for declining begins with counter offer,
-- however it
-- is joined. Lost ones without a reason count as not citing one and are listed as
-- without_reason. reneged is null where no starts are in the exports; lost then holds declined
-- ones only. The rate is null where no lost offer has a reason
with
    counted as (
        select
            "group",
            count(*) filter (where outcome = 'declined') as declined,
            count(*) filter (where outcome = 'accepted' and is_reneged) as reneged,
            declined + reneged as lost,
            count(*) filter (where is_lost and is_counter_offer) as cited,
            count(*) filter (where is_lost and is_without_reason) as without_reason
        from
            (
                select
                    *,
                    outcome = 'declined'
                    or (outcome = 'accepted' and coalesce(is_reneged, false)) as is_lost,
                    coalesce(decline_reason, 'unknown') = 'unknown' as is_without_reason,
                    regexp_matches(
                        lower(trim(decline_reason)), '^counter[ _-]?offer'
                    ) as is_counter_offer
                from offers_in_scope
            )
        group by all
    )
select
    "group",
    declined,
    case when has_placements then counted.reneged end as reneged,
    lost,
    cited,
    without_reason,
    case when without_reason < lost then share(cited, lost) end as counter_offer_rate,
    case when without_reason < lost then wilson_low(cited, lost) end as counter_offer_low,
    case when without_reason < lost then wilson_high(cited, lost) end as counter_offer_high
from counted
cross join seen_tables
order by "group"
