-- grain: candidate with a link
-- key: candidate_id
-- reads: staging.component, staging.nearest
select component.candidate_id, coalesce(nearest.joined_to, component.component) as component
from staging.component
left join staging.nearest using (component)
