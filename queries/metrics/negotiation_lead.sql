-- question: Who led the negotiation of offers to agency candidates?
-- grain: group
-- reads: marts.offer
-- with: offers_in_scope
-- by: agency, client, department, quarter
-- unit: submission of an agency with an offer (its latest one); rates are fractions
-- attribution: extended
-- direction: higher is better, as both sides have agreed who negotiates
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: agency_led_rate = led_by_agency / (led_by_agency + led_by_hr + led_by_business_leader).
-- Offers that nobody negotiated and those that don't say who did stand beside it. Null where no
-- offer of the whole build says who led; offer_outcomes by negotiation_led_by has the
-- acceptance of each
with
    written as (select count(negotiation_led_by) > 0 as are_written from marts.offer),
    counted as (
        select
            "group",
            count(*) as offers,
            count(*) filter (where negotiation_led_by = 'agency') as led_by_agency,
            count(*) filter (where negotiation_led_by = 'hr') as led_by_hr,
            count(*) filter (
                where negotiation_led_by = 'business_leader'
            ) as led_by_business_leader,
            count(*) filter (where negotiation_led_by = 'none') as not_negotiated,
            count(*) filter (where negotiation_led_by is null) as unknown_lead,
            led_by_agency + led_by_hr + led_by_business_leader as negotiated
        from offers_in_scope
        where channel = 'agency'
        group by all
    )
select
    "group",
    offers,
    case when are_written then counted.negotiated end as negotiated,
    case when are_written then counted.led_by_agency end as led_by_agency,
    case when are_written then counted.led_by_hr end as led_by_hr,
    case when are_written then counted.led_by_business_leader end as led_by_business_leader,
    case when are_written then counted.not_negotiated end as not_negotiated,
    unknown_lead,
    case
        when are_written then share(counted.led_by_agency, counted.negotiated)
    end as agency_led_rate,
    case
        when are_written then wilson_low(counted.led_by_agency, counted.negotiated)
    end as agency_led_low,
    case
        when are_written then wilson_high(counted.led_by_agency, counted.negotiated)
    end as agency_led_high
from counted
cross join written
order by "group"
