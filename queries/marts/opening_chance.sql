-- grain: opening that is open
-- key: opening_id
-- reads: steps.chance, steps.chance_pool
-- order: opening_id
-- note: The chance of being filled, worked out once, from every opening of these figures, so that
-- whoever is told it is told the same. Chances are told to whole 5 points, as one to the point
-- would claim more than is known: the likely one to the nearest of 5 to 95, its range outwards.
-- told_to are the agencies that may be told it.
with
    told as (
        select opening_id, list(agency_id order by agency_id) as told_to
        from steps.chance_pool
        group by opening_id
    )
select
    opening_id,
    search_id,
    age_days,
    is_on_hold,
    in_five_points(filled_in_30_rate) as filled_in_30_rate,
    floor(20 * filled_in_30_low) / 20 as filled_in_30_low,
    ceil(20 * filled_in_30_high) / 20 as filled_in_30_high,
    in_five_points(filled_in_60_rate) as filled_in_60_rate,
    floor(20 * filled_in_60_low) / 20 as filled_in_60_low,
    ceil(20 * filled_in_60_high) / 20 as filled_in_60_high,
    told_to
from steps.chance
left join told using (opening_id)
