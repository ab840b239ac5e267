-- grain: placement_id
-- reads: marts.placement, marts.export
-- with: starters_in_scope
-- note: days until a starter left; redundancy and the end of a fixed term end the stay without it,
-- who is still there is followed to the as-of day
select
    "group",
    days_here as days,
    0 as entry_days,
    case ending when 'left' then 1 when 'ended_otherwise' then 3 else 0 end as cause
from starters_in_scope
where not is_excluded
