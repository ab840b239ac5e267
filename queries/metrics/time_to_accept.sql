-- question: How soon is an offer accepted, counting the ones that never are?
-- grain: group
-- reads: marts.offer
-- with: offers_in_scope, offer_lifetimes as lifetimes, survival
-- by: agency, client, department, quarter, negotiation_led_by
-- unit: submission with an offer; calendar days from extended to the answer; rates are fractions
-- attribution: extended
-- direction: fewer days are better, though very few are not better than few
-- owner: both
-- smallest_n: 10
-- readers: hr, agency
-- source: Aalen-Johansen incidence of acceptance; declined and expired compete, pending is
-- followed to the as-of day
-- note: half_accepted_days = the first day by which half of all these offers were accepted; null
-- where that was never reached. Offers that we took back before an answer, and those whose
-- dates contradict each other, are left out
with
    counted as (
        select
            "group",
            count(*) as offers,
            count(*) filter (where outcome = 'accepted') as accepted,
            count(*) filter (where outcome in ('declined', 'expired')) as lost,
            count(*) filter (where outcome = 'pending') as pending
        from offers_in_scope
        where outcome <> 'rescinded' and not is_excluded
        group by all
    ),
    followed as (
        select
            "group",
            min(day) filter (where incidence_1 >= 0.5 - 1e-9) as half_accepted_days,
            coalesce(max(incidence_1) filter (where day <= 3), 0) as accepted_by_3_rate,
            coalesce(max(incidence_1) filter (where day <= 7), 0) as accepted_by_7_rate,
            coalesce(max(incidence_1) filter (where day <= 14), 0) as accepted_by_14_rate
        from survival
        group by all
    )
select
    counted."group",
    counted.offers,
    counted.accepted,
    counted.lost,
    counted.pending,
    followed.half_accepted_days,
    followed.accepted_by_3_rate,
    followed.accepted_by_7_rate,
    followed.accepted_by_14_rate
from counted
left join followed on counted."group" is not distinct from followed."group"
order by counted."group"
