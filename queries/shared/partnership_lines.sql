-- grain: agency_id, client_id, measure
-- reads: marts.submission, marts.brief, marts.opening, marts.brief_opening, marts.offer,
-- marts.export, marts.target
-- with: measured_cases
-- note: each share of a partnership in the period against what was agreed: its own floor and
-- target, else those for all. verdict is few (under ten cases), no target, past floor or at target
-- where the whole likely range lies there, else could be chance. others_rate is that of all
-- other agencies together, empty under ten cases
with
    counted as (
        select
            agency_id,
            client_id,
            measure,
            count(*) filter (where is_hit) as k,
            count(*) as n,
            count(*) filter (where hit_by = 'agency') as by_agency,
            share(k, count(*)) as rate,
            wilson_low(k, count(*)) as low,
            wilson_high(k, count(*)) as high
        from measured_cases
        where agency_id is not null and in_period(measured_on, $period_start, $period_end)
        group by all
    ),
    everyone as (
        select
            measure,
            count(distinct case_id) filter (where is_hit) as k,
            count(distinct case_id) as n
        from measured_cases
        where in_period(measured_on, $period_start, $period_end)
        group by all
    ),
    agreed as (
        select
            counted.*,
            case
                when everyone.n - counted.n >= coalesce($fewest_for_evidence, 10)
                then (everyone.k - counted.k) / (everyone.n - counted.n)
            end as others_rate,
            coalesce(own.floor, general.floor) as floor,
            coalesce(own.target, general.target) as target
        from counted
        inner join everyone using (measure)
        left join
            marts.target as own
            on counted.agency_id = own.agency_id
            and counted.measure = own.metric
        left join
            marts.target as general
            on general.agency_id is null
            and counted.measure = general.metric
        where chosen($agencies, counted.agency_id)
    )
select
    *,
    -- Where the target lies below the floor, less is better.
    case
        when n < coalesce($fewest_for_evidence, 10)
        then 'few'
        when target is null
        then 'no target'
        when target >= floor and low >= target or target < floor and high <= target
        then 'at target'
        when target >= floor and high < floor or target < floor and low > floor
        then 'past floor'
        else 'could be chance'
    end as verdict
from agreed
