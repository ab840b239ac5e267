-- question: What became of the offers, and how many who accepted started?
-- grain: group
-- reads: marts.offer, marts.present
-- with: offers_in_scope, seen_tables
-- by: agency, client, department, quarter, negotiation_led_by
-- unit: submission with an offer (its latest one); rates are fractions
-- attribution: extended
-- direction: higher rates are better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: answered = accepted + declined + expired; acceptance_rate = accepted / answered. Pending
-- ones and those that we took back before an answer (rescinded) are listed only. Taken back after
-- an answer it stays accepted and never started. net_acceptance_rate = started / (decided less
-- accepted ones whose start is not due). started, reneged and net are null where no starts are in
-- the exports
with
    counted as (
        select
            "group",
            count(*) as extended,
            count(*) filter (where outcome = 'accepted') as accepted,
            count(*) filter (where outcome = 'declined') as declined,
            count(*) filter (where outcome = 'expired') as expired,
            count(*) filter (where outcome = 'rescinded') as rescinded,
            count(*) filter (where outcome = 'pending') as pending,
            count(*) filter (where is_decided) as decided,
            count(*) filter (where outcome = 'accepted' and is_started) as started,
            count(*) filter (where outcome = 'accepted' and is_reneged) as reneged,
            count(*) filter (where outcome = 'accepted' and not is_start_due) as not_due
        from offers_in_scope
        group by all
    )
select
    "group",
    extended,
    accepted,
    declined,
    expired,
    rescinded,
    pending,
    share(accepted, decided) as acceptance_rate,
    wilson_low(accepted, decided) as acceptance_low,
    wilson_high(accepted, decided) as acceptance_high,
    case when has_placements then counted.started end as started,
    case when has_placements then counted.reneged end as reneged,
    case
        when has_placements then share(counted.started, decided - not_due)
    end as net_acceptance_rate,
    decided as answered
from counted
cross join seen_tables
order by "group"
