-- grain: change of a search's brief
-- key:
-- reads: staging.brief_changes, marts.search
-- order: changed_on, search_id, field
select
    search.search_id,
    search.client_id,
    search.department,
    search.location,
    search.role_family,
    search.level,
    brief_changes.changed_on,
    brief_changes.field
from staging.brief_changes
inner join marts.search using (search_id)
