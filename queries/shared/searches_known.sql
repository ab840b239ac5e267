-- grain: search_id
-- reads: marts.brief, marts.submission
-- with: searches_given
-- note: those, and the ones that it sent somebody for without a brief
select search_id
from searches_given
union
select search_id
from marts.submission
where agency_id = $agency_id
