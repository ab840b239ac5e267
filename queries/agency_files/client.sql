-- keeps: clients of searches that the agency knows
-- reads: marts.client, marts.search, marts.brief, marts.submission
-- with: searches_known
select client_id, name
from marts.client
where client_id in (select client_id from marts.search semi join searches_known using (search_id))
