-- question: Which floors and targets have been agreed?
-- grain: agency_id, metric
-- reads: marts.target
-- readers: hr, agency
-- note: no agency means all of them; where the target is below the floor, less is better
select agency_id, metric, floor, target
from marts.target
where target is not null
order by agency_id, metric
