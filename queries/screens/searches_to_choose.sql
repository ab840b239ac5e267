-- question: Which searches can a record be about, and which agencies were given them?
-- grain: search_id, agency_id
-- reads: marts.search, marts.brief
-- readers: hr, agency
-- note: agency_id is empty for a search that no agency was given; open ones first, the newest on
-- top
select
    search.search_id,
    brief.agency_id,
    coalesce(search.title, search.search_id) as title,
    search.location,
    search.opened_on,
    search.status in ('open', 'on_hold') as is_open
from marts.search as search
left join marts.brief as brief on search.search_id = brief.search_id
order by is_open desc, search.opened_on desc, search.search_id, brief.agency_id
