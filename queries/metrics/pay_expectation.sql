-- question: How close was the pay that the agency expected to the pay that was accepted?
-- grain: group
-- reads: marts.offer
-- with: offers_in_scope
-- by: agency, client, department, quarter
-- unit: accepted offer to an agency candidate; difference as a fraction of the expected pay
-- attribution: extended
-- direction: a lower difference and a higher share within 5 % are better
-- owner: agency
-- smallest_n: 5
-- readers: hr, agency
-- source: median of |accepted - expected| / expected; share with Wilson's interval
-- note: stated = accepted ones with both amounts, in the offer's one currency; the others can't be
-- told and are accepted - stated. Close is at most 5 % away. Half way between the two middle
-- ones where their number is even
with
    counted as (
        select
            "group",
            count(*) as accepted,
            count(difference) as stated,
            median(difference) as median_difference,
            count(*) filter (where difference <= 0.05 + 1e-9) as within_5
        from
            (
                select
                    "group",
                    abs(offered_salary::double - expected_salary::double)
                    / nullif(expected_salary::double, 0) as difference
                from offers_in_scope
                where channel = 'agency' and outcome = 'accepted'
            )
        group by all
    )
select
    "group",
    accepted,
    stated,
    case when stated > 0 then within_5 end as within_5,
    median_difference,
    share(counted.within_5, stated) as within_5_rate,
    wilson_low(counted.within_5, stated) as within_5_low,
    wilson_high(counted.within_5, stated) as within_5_high
from counted
order by "group"
