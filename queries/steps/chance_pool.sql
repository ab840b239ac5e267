-- grain: open opening, and agency it was given to that may be told its chance
-- key: opening_id, agency_id
-- reads: steps.chance, steps.chance_others, marts.opening, marts.brief_opening
-- note: A chance stands on the openings that were open longer, those of the same role family
-- weighing more. The ones given to the agency itself it knows. Of the rest no single other agency's
-- may be told from it: there are none, or they are a pool, which is at least three agencies with
-- five of them each, none with more than half of their weight or of that of the filled ones.
with
    asked as (
        select
            opening_id,
            agency_id,
            role_family,
            ceil(age_days / 10)::integer as age_step,
            alike_weighs
        from steps.chance
        inner join marts.opening using (opening_id)
        inner join marts.brief_opening using (opening_id)
    ),
    others as (
        select
            asked.opening_id,
            asked.agency_id,
            peer_id,
            sum(n) as n,
            sum(n * if(is_alike, alike_weighs, 1)) as weight,
            sum(k * if(is_alike, alike_weighs, 1)) as weight_filled
        from asked
        inner join steps.chance_others as others using (agency_id, age_step)
        cross join
            lateral(select asked.role_family is not distinct from others.role_family as is_alike)
        group by asked.opening_id, asked.agency_id, peer_id
    )
select asked.opening_id, asked.agency_id
from asked
left join others using (opening_id, agency_id)
group by asked.opening_id, asked.agency_id
having count(n) = 0 or is_pool(weight_filled, weight, n >= 5)
