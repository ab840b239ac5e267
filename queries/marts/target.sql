-- grain: agency (empty = all) and metric
-- key: agency_id, metric
-- reads: staging.targets
-- order: agency_id, metric
-- note: The floor and target agreed last.
select agency_id, metric, floor, target, agreed_on, agreed_by
from staging.targets
qualify
    row_number() over (
        partition by agency_id, metric order by agreed_on desc nulls last, _file desc, _line desc
    )
    = 1
