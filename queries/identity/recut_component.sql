-- grain: candidate with a tie
-- key: candidate_id
-- reads: staging.component
-- note: those of $ids now stand in $groups
with recut as (select unnest($ids) as candidate_id, unnest($groups) as component)
select candidate_id, coalesce(recut.component, component.component) as component
from staging.component
left join recut using (candidate_id)
