-- question: Of those who accepted, who really started?
-- grain: group
-- reads: marts.offer, marts.present
-- with: offers_in_scope, seen_tables
-- by: agency, client, department, quarter, negotiation_led_by
-- unit: submission with an offer (its latest one); rates are fractions
-- attribution: extended
-- direction: more started and fewer reneged are better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: Wilson interval (Newcombe 1998)
-- note: decided = answered or expired, less the accepted ones whose start is not due yet: what
-- net_acceptance_rate is of. start_due = accepted ones whose start is due or who reneged. A
-- person who
-- reneged accepted and never came. Null where no starts are in the exports
with
    counted as (
        select
            "group",
            count(*) filter (where is_decided and is_settled) as decided,
            count(*) filter (where outcome = 'accepted' and is_settled) as start_due,
            count(*) filter (where outcome = 'accepted' and is_started) as started,
            count(*) filter (where outcome = 'accepted' and is_reneged) as reneged
        from
            (
                select *, outcome <> 'accepted' or coalesce(is_start_due, false) as is_settled
                from offers_in_scope
            )
        group by all
    )
select
    "group",
    decided,
    start_due,
    case when has_placements then counted.started end as started,
    case when has_placements then counted.reneged end as reneged,
    case when has_placements then share(counted.started, decided) end as net_acceptance_rate,
    case when has_placements then wilson_low(counted.started, decided) end as net_acceptance_low,
    case when has_placements then wilson_high(counted.started, decided) end as net_acceptance_high,
    case when has_placements then share(counted.reneged, start_due) end as renege_rate,
    case when has_placements then wilson_low(counted.reneged, start_due) end as renege_low,
    case when has_placements then wilson_high(counted.reneged, start_due) end as renege_high
from counted
cross join seen_tables
order by "group"
