-- grain: dispute_id
-- reads: marts.dispute, marts.export
-- with: disputes_in_scope
-- note: days until a dispute was settled; an open one is followed to the as-of day, one that was
-- settled before it was raised is left out
select "group", days, 0 as entry_days, case when is_settled then 1 else 0 end as cause
from disputes_in_scope
where days >= 0
