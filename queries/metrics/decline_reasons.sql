-- question: Why were offers declined?
-- grain: group, reason
-- reads: marts.offer
-- with: offers_in_scope
-- by: agency, client, department, quarter, negotiation_led_by
-- unit: declined offer; share is a fraction of the group's declined offers
-- attribution: extended
-- direction: neither
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts
-- note: one reason per offer; a blank one is unknown and stays visible
with
    declined as (
        select "group", coalesce(decline_reason, 'unknown') as reason, count(*) as offers
        from offers_in_scope
        where outcome = 'declined'
        group by all
    )
select "group", reason, offers, offers / sum(offers) over (partition by "group") as share
from declined
order by "group", offers desc, reason
