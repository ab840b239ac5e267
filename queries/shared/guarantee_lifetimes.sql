-- grain: placement_id
-- reads: marts.placement, marts.export
-- with: starters_in_scope
-- note: days until a starter left within their own guarantee, its last day included. Who got
-- through it is known never to fall within it and stays in the comparison to the very end,
-- however long the guarantees of the others are
select
    "group",
    placement_id,
    ending,
    case
        when days_here <= guarantee_days and ending is not null
        then days_here
        when days_here < guarantee_days
        then days_here
        else 36500
    end as days,
    0 as entry_days,
    case when days = 36500 or ending is null then 0 when ending = 'left' then 1 else 3 end as cause
from starters_in_scope
where not is_excluded and channel = 'agency' and guarantee_days > 0
