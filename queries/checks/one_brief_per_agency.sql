-- promise: A search is given to an agency once
-- grain: search and agency
-- reads: marts.brief
select search_id, agency_id, count(*) as times
from marts.brief
group by search_id, agency_id
having count(*) > 1
