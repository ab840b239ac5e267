-- grain: task and agency (empty = all) whose owner is agreed
-- key: task, agency_id
-- reads: staging.roles
-- order: agency_id, task
-- note: The owner said last. Never cut by the as-of date: who owns a task has no date.
select task, agency_id, owner
from staging.roles
qualify row_number() over (partition by task, agency_id order by _file desc, _line desc) = 1
