-- keeps: those of searches given to the agency
-- reads: marts.brief_change, marts.brief
-- with: searches_given
select
    brief_change.search_id,
    brief_change.client_id,
    brief_change.department,
    brief_change.location,
    brief_change.role_family,
    brief_change.level,
    brief_change.changed_on,
    brief_change.field
from marts.brief_change
semi join searches_given on brief_change.search_id = searches_given.search_id
